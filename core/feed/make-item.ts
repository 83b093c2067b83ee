import type { Feed } from './feed.ts';
import type { Candidate } from './identity.ts';
import type { EffectiveReason, Item } from './item.ts';

/** A publisher's clock may run ahead of ours by this much; a date further ahead cannot be one of publication. */
const CLOCK_SKEW_MS = 15 * 60_000;
/** No news was published in a feed before; older dates are defaults of broken software (1970, 0001). */
const FIRST_FEEDS_AT = '1995-01-01T00:00:00.000Z';

export type ItemIdentity = { readonly id: string; readonly revisionOf: string | null };

/** An item as it will be stored: whose it is, when it counts, in plain words. */
export function makeItem(candidate: Candidate, identity: ItemIdentity, seen: { readonly feed: Feed; readonly at: string }): Item {
  const { parsed, text } = candidate;
  const { feed, at } = seen;
  const publishedAt = identity.revisionOf === null ? parsed.published : (parsed.updated ?? parsed.published);
  return {
    ...identity,
    feedId: feed.id,
    ...text,
    link: parsed.link,
    outlet: feed.outlet,
    sourceKind: feed.sourceKind,
    lang: (parsed.language ?? feed.lang)?.slice(0, 3).split('-')[0]?.toLowerCase() ?? null,
    publishedAt: parsed.published,
    firstSeenAt: at,
    ...effectiveTime(publishedAt, at),
  };
}

/** The time that counts, never after our first sight: a date in the future, before feeds were, or none at all is replaced by the first sight and marked. */
export function effectiveTime(
  publishedAt: string | null,
  firstSeenAt: string,
): { readonly effectiveAt: string; readonly effectiveReason: EffectiveReason } {
  if (publishedAt === null) return { effectiveAt: firstSeenAt, effectiveReason: 'undated' };
  if (Date.parse(publishedAt) > Date.parse(firstSeenAt) + CLOCK_SKEW_MS) return { effectiveAt: firstSeenAt, effectiveReason: 'future' };
  if (publishedAt < FIRST_FEEDS_AT) return { effectiveAt: firstSeenAt, effectiveReason: 'ancient' };
  return { effectiveAt: publishedAt < firstSeenAt ? publishedAt : firstSeenAt, effectiveReason: 'published' };
}
