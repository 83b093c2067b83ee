import type { Feed } from './feed.ts';
import type { Candidate } from './identity.ts';
import type { EffectiveReason, Item } from './item.ts';
import type { ParsedItem } from './parsed-feed.ts';

/** A publisher's clock may run ahead of ours by this much; a date further ahead cannot be one of publication. */
const CLOCK_SKEW_MS = 15 * 60_000;
/** No news was published in a feed before; older dates are defaults of broken software (1970, 0001). */
const FIRST_FEEDS_AT = '1995-01-01T00:00:00.000Z';

export type ItemIdentity = { readonly id: string; readonly revisionOf: string | null };

/** An item as it will be stored: whose it is, when it counts, in plain words. */
export function makeItem(candidate: Candidate, identity: ItemIdentity, seen: { readonly feed: Feed; readonly at: string }): Item {
  const { parsed, text } = candidate;
  const { feed, at } = seen;
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
    ...(identity.revisionOf === null ? effectiveTime(parsed.published, at) : revisionTime(parsed, at)),
  };
}

/** A revision's words count from when it was edited, not from when the article first came out. */
function revisionTime({ published, updated }: ParsedItem, at: string): EffectiveTime {
  const edited = updated !== null && updated > (published ?? '') ? effectiveTime(updated, at) : null;
  return edited?.effectiveReason === 'published' ? edited : { effectiveAt: at, effectiveReason: 'revised' };
}

type EffectiveTime = { readonly effectiveAt: string; readonly effectiveReason: EffectiveReason };

/** The time that counts, never after our first sight: a date in the future, before feeds were, or none at all is replaced by the first sight and marked. */
export function effectiveTime(publishedAt: string | null, firstSeenAt: string): EffectiveTime {
  if (publishedAt === null) return { effectiveAt: firstSeenAt, effectiveReason: 'undated' };
  if (Date.parse(publishedAt) > Date.parse(firstSeenAt) + CLOCK_SKEW_MS) return { effectiveAt: firstSeenAt, effectiveReason: 'future' };
  if (publishedAt < FIRST_FEEDS_AT) return { effectiveAt: firstSeenAt, effectiveReason: 'ancient' };
  return { effectiveAt: publishedAt < firstSeenAt ? publishedAt : firstSeenAt, effectiveReason: 'published' };
}
