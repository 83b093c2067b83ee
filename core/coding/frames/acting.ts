import { isReport } from '../entities/attribution.ts';
import type { Group } from '../entities/groups.ts';
import { countryOfCity } from '../lexicon/cities.ts';
import type { Scan } from '../operators/scan.ts';
import { WEEKDAYS } from '../words/calendar.ts';
import { normOf } from '../words/text.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ADVERBS, AUXILIARY, isPreposition } from '../words/word-sets.ts';

/** "arrives in Ankara, Turkey, for talks": the state behind its city only says where that is. */
function isStateOfCity({ sentence: { tokens }, groups }: Scan, { from, members }: Group): boolean {
  const [only] = members;
  if (members.length > 1 || only?.kind !== 'country' || normOf(tokens, from - 1) !== ',') return false;
  if (TOWNS.has(normOf(tokens, from - 2))) return true;
  if (groups.some((one) => one.to === from - 1 && PLACED.has(one.preposition ?? '') && one.members[0]?.country === only.country))
    return true;
  if (only.via !== 'name') return false;
  if (normOf(tokens, only.to) === ',' && tokens[from - 2]?.isCapital === true && PLACED.has(normOf(tokens, from - 3))) return true;
  return [1, 2].some((words) => {
    const city = tokens.slice(from - 1 - words, from - 1).map(({ norm }) => norm);
    return countryOfCity(city.join(' ')) === only.country && PLACED.has(normOf(tokens, from - 2 - words));
  });
}
const TOWNS = wordSet('capital city town port resort');
const PLACED = wordSet('in at to near from outside');

/** Who stands there as somebody's object, as a place, as part of another phrase. */
export const isElse = (scan: Scan, group: Group): boolean =>
  isToldOf(scan, group) || isStateOfCity(scan, group) || isOfOtherNoun(scan, group);

/** "threatens to rethink Trump summit, cancels Seoul talks": whose another meeting is. */
const isOfOtherNoun = ({ nuclei, sentence }: Scan, { from, to }: Group): boolean =>
  from > 1 && nuclei.some(({ row, from: at, to: end }) => at === to && row.kind === 'noun' && normAt(sentence, end) === ',');

/** "Putin informs Trump of a meeting", not "invited Trump on Monday to visit": who stands behind a verb and before a preposition is its object. */
const isToldOf = ({ sentence }: Scan, { from, to, preposition }: Group): boolean =>
  preposition === null &&
  sentence.tokens[from - 1]?.isCapital === false &&
  /^[a-z]{3,}(?:s|ed)$/.test(normAt(sentence, from - 1)) &&
  !isReport(normAt(sentence, from - 1)) &&
  AFTER_TOLD.has(normAt(sentence, to)) &&
  !WEEKDAYS.has(normAt(sentence, to + 1));
const AFTER_TOLD = wordSet('of on about over for after before hours days ahead following during');

/** A state before a noun belongs to that noun ("Ukraine ceasefire deal"); one before a verb acts. */
export function acts(scan: Scan, group: Group): boolean {
  if (group.members.some((entity) => entity.kind !== 'country' && entity.kind !== 'demonym')) return true;
  const norm = normAt(scan.sentence, group.to);
  if (OFFER.test(norm) && isAnswered(scan, group.from)) return false;
  return (
    scan.operators.some((operator) => operator.from === group.to && operator.row.isPreposition !== true) ||
    scan.nuclei.some((nucleus) => nucleus.from === group.to) ||
    AUXILIARY.has(norm) ||
    (ADVERBS.has(norm) && !isPreposition(norm)) ||
    isReport(norm) ||
    norm === '' ||
    (norm === ',' && !GOES_ON.has(normAt(scan.sentence, group.to + 1)))
  );
}

/** "turns down the US offer": theirs, and somebody else acts. */
const OFFER =
  /^(?:offer|proposal|request|invitation|invite|plea|bid|suggestion|overture|approach|proposals|requests|invitations|overtures)$/;
const isAnswered = ({ sentence, operators }: Scan, at: number): boolean => {
  const to = /^(?:a|an|the|any|new)$/.test(normAt(sentence, at - 1)) ? at - 1 : at;
  return operators.some((operator) => operator.to === to && ANSWERS.has(operator.row.effect));
};
const ANSWERS: ReadonlySet<string> = new Set(['refuse', 'agree', 'accept', 'await']);

/** "visits Egypt, and will go on to Ethiopia": behind the comma the sentence goes on about another. */
const GOES_ON = wordSet('and but then before');
