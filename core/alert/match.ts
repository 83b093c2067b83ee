import type { Development } from '../story/development.ts';
import { checkFilter, type Filter, matchesDevelopment, parseFilter } from '../story/filter.ts';
import type { Subscription } from './subscription.ts';
import { watchEntryOf } from './watch.ts';

/** What matching needs beside the two: the owner's watch list and the clock (relative times in filters). */
export type MatchContext = { readonly watch: readonly string[]; readonly now: string };

/** A match with its reason in words for the person, no match, or a filter that cannot be read (told to the owner, never silent). */
export type Match =
  | { readonly kind: 'match'; readonly why: string }
  | { readonly kind: 'no_match' }
  | { readonly kind: 'bad_filter'; readonly message: string };

const NO_MATCH: Match = { kind: 'no_match' };

/**
 * Does a subscription want a development? An empty filter means the watch list: its major developments, or all of them in a digest.
 * A filter of one's own is taken as it stands, beyond the watch list too.
 */
export function matchDevelopment(subscription: Subscription, development: Development, context: MatchContext): Match {
  return subscription.filter.trim() === ''
    ? matchWatchList(subscription, development, context)
    : matchFilter(subscription.filter, development, context);
}

function matchWatchList(subscription: Subscription, development: Development, context: MatchContext): Match {
  if (subscription.rhythm.kind === 'immediate' && development.severity !== 'major') return NO_MATCH;
  const entry = watchEntryOf(context.watch, development);
  if (entry === null) return NO_MATCH;
  return {
    kind: 'match',
    why: `${development.severity} development, ${entry === '' ? 'you watch everything' : `on your watch list (${entry})`}`,
  };
}

function matchFilter(text: string, development: Development, context: MatchContext): Match {
  const read = readFilter(text, context.now);
  if (typeof read === 'string') return { kind: 'bad_filter', message: read };
  return matchesDevelopment(read, development, { now: context.now })
    ? { kind: 'match', why: `${development.severity} development, your filter: ${text.trim()}` }
    : NO_MATCH;
}

/** A filter fit for subscriptions, or what is wrong with it and where. */
export function readFilter(text: string, now: string): Filter | string {
  const parsed = parseFilter(text);
  const error = parsed.kind === 'error' ? parsed : checkFilter(parsed.filter, 'development', { now });
  if (error !== null)
    return `column ${error.column}: ${error.message}${error.suggestion === null ? '' : `; did you mean ${error.suggestion}?`}`;
  return parsed.kind === 'filter' ? parsed.filter : '';
}
