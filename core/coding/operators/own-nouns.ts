import { isReport } from '../entities/attribution.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import { normOf, type Token } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { ADVERBS, ARTICLES, AUXILIARY, BOUNDARIES, isPreposition, QUOTES } from '../words/word-sets.ts';
import { isLight, isMarked, type Marked, type Place } from './operator-place.ts';

/** "talks on track, tariffs on hold", "talks end with a deal uncertain": a noun of its own stands right before what is said of it. */
export function isOfOwnNoun(place: Marked, { row, to }: Nucleus): boolean {
  const { sentence, operator } = place;
  const { tokens } = sentence;
  let at = operator.from - 1;
  while (at > to && (isBetween(normOf(tokens, at)) || LINKS.has(normOf(tokens, at)))) at -= 1;
  const noun = tokens[at];
  if (at <= to || noun?.kind !== 'word' || CONTACT_WORDS.has(noun.norm) || BELONGS.has(noun.norm) || isMarked(place, at)) return false;
  if (isLight(noun, sentence, at) && !HEADS.has(noun.norm)) return false;
  for (let k = at - 1; k >= to && at - k <= MAX_NOUN; k -= 1) {
    const norm = normOf(tokens, k);
    if (norm === ',') return true;
    if (norm === 'with') return k > to ? row.kind === 'verb' || isMarked(place, k - 1) : isWithout(tokens[at + 1]);
    if (QUOTES.has(norm)) continue;
    if (tokens[k]?.kind !== 'word' || isPreposition(norm) || norm === 'and' || BOUNDARIES.has(norm) || isReport(norm) || isMarked(place, k))
      return false;
  }
  return false;
}
/** "end talks with a truce uncertain": nobody meets a truce. */
const isWithout = (next: Token | undefined): boolean => UNSURE.has(next?.norm ?? '');
const UNSURE = wordSet('uncertain unclear elusive');
const MAX_NOUN = 4;
/** Nouns that also stand before "talks". */
const HEADS = wordSet('truce ceasefire trade security peace border war membership accession');
/** "has not yet", "will also": what may stand between a noun and what is said of it. */
export const isBetween = (norm: string): boolean => AUXILIARY.has(norm) || (ADVERBS.has(norm) && !isPreposition(norm)) || norm === 'not';
const LINKS = wordSet('looks look seems seem appears appear remains remain stays stay stands stand gets goes still now');
/** Words for the contact itself, or for its plan. */
export const CONTACT_WORDS = wordSet(
  'date dates plan plans one ones they this that none both neither details preparations arrangements invitation offer idea talks negotiations meeting meetings visit visits trip trips call calls summit summits',
);
/** What else belongs to it. */
const BELONGS = wordSet(
  'venue timing agenda outcome format location time place fate future round dialogue encounter travel departure arrival',
);

/** "Seeking to avert tariffs, Beijing sends ...": what opens the sentence is said of something else than what comes behind the comma. */
export function isInOpening({ sentence, operator, clause }: Place, following: Nucleus): boolean {
  const { tokens, entities } = sentence;
  if (operator.from !== clause.from || !normOf(tokens, operator.from).endsWith('ing')) return false;
  for (let at = operator.to; at < following.from; at += 1)
    if (tokens[at]?.norm === ',')
      return at > operator.to && (ARTICLES.has(normOf(tokens, at + 1)) || entities.some(({ from }) => from === at + 1));
  return false;
}

/** "halts inspections, talks go on", "reneged on vows, talks continue": it has its object, and behind the comma something else is told. */
export function hasObjectBefore(place: Place, following: Nucleus): boolean {
  const { sentence, operator, operators, clause } = place;
  const { tokens } = sentence;
  if (operator.row.isVerb !== true || following.row.kind !== 'noun') return false;
  let comma = -1;
  for (let at = operator.to; at < following.from && comma < 0; at += 1) if (tokens[at]?.norm === ',') comma = at;
  if (comma < 0 || phraseStart(sentence, following) < comma) return false;
  let hasObject = false;
  for (let at = operator.to; at < comma; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'word' && !isLight(token, sentence, at) && !isMarked(place, at)) hasObject = true;
  }
  if (!hasObject) return false;
  for (let at = following.to; at < following.to + MAX_PREDICATE; at += 1)
    if (normOf(tokens, at) === 'go' && normOf(tokens, at + 1) === 'on') return true;
  return operators.some(
    (one) =>
      one.from >= following.to &&
      one.from < clause.to &&
      one.row.isPredicate === true &&
      one.row.isPreposition !== true &&
      one.from - following.to <= MAX_PREDICATE,
  );
}
const MAX_PREDICATE = 6;

/** "possible outcomes of the summit", "likely protests during his visit": an adjective of the noun behind it. */
export function isOfNextNoun({ sentence, operator, operators, nuclei }: Place, following: Nucleus): boolean {
  const { tokens } = sentence;
  if (operator.row.effect !== 'possible' || operator.to - operator.from !== 1 || !ADJECTIVES.has(normOf(tokens, operator.from)))
    return false;
  for (let at = operator.to; at < Math.min(following.from, operator.to + MAX_NOUNS); at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || ARRANGED.has(token.norm) || nuclei.some(({ from }) => from === at)) return false;
    if (isPreposition(token.norm) || TIMES.has(token.norm)) return at > operator.to;
    if (operators.some((one) => one.from === at)) return false;
    if (at === operator.to && isLight(token, sentence, at)) return false;
  }
  return false;
}
const MAX_NOUNS = 4;
const ADJECTIVES = wordSet('possible potential likely hypothetical');
const TIMES = wordSet('during after before ahead as when');
const ARRANGED = wordSet(
  'date dates day days venue venues time times timing place places site sites location locations invitation round rounds format plan plans second third fourth start restart resumption return revival extension end host hosts series cancellation postponement delay face sit one',
);
