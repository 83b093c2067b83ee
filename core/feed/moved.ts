import type { Feed, FeedState } from './feed.ts';

/** A permanent redirect is believed after so many sightings on so many days (maintenance pages answer 301 too). */
const SIGHTINGS = 3;
const SIGHTINGS_A_DAY = 2;

type Redirect = FeedState['redirect'];
export type Move = { readonly redirect: Redirect; readonly movedTo: string | null };

/** The address to ask: where the feed moved to, unless its owner has since given another one. */
export const addressOf = (feed: Feed, state: FeedState | null): string =>
  state !== null && state.movedTo !== null && state.configuredUrl === feed.url ? state.movedTo : feed.url;

/** Counts one sighting of a permanent redirect whose target gave a feed. `to` null: there was none, what was seen before is forgotten. */
export function sightRedirect({ redirect, movedTo }: Move, to: string | null, now: string): Move {
  if (to === null) return { redirect: null, movedTo };
  const before = redirect?.to === to ? redirect.seenAt : [];
  const today = before.filter((at) => at.slice(0, 10) === now.slice(0, 10)).length;
  const seenAt = today >= SIGHTINGS_A_DAY ? before : [...before, now];
  return seenAt.length >= SIGHTINGS ? { redirect: null, movedTo: to } : { redirect: { to, seenAt }, movedTo };
}
