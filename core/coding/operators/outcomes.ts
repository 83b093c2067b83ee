import type { Nucleus } from '../nuclei/nuclei.ts';
import { normOf, type Sentence } from '../words/text.ts';
import { entityAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES, BE, MODIFIERS } from '../words/word-sets.ts';
import type { Place } from './operator-place.ts';
import type { Operator } from './operators.ts';

/** Where the phrase of a contact ends, with its partners: "talks with Iran |", "a summit between Xi and Trump in Busan |". */
export function phraseEnd({ tokens, entities }: Sentence, { to }: Nucleus): number {
  let at = to;
  while (at - to < MAX_PARTNERS) {
    const norm = normOf(tokens, at);
    const entity = entities.find(({ from }) => from === at);
    if (entity !== undefined) at = entity.to;
    else if (LINKS.has(norm) || ARTICLES.has(norm) || ((norm === 'and' || norm === 'to') && entities.some(({ from }) => from === at + 1)))
      at += 1;
    else return at;
  }
  return at;
}
const MAX_PARTNERS = 9;
const LINKS = wordSet("with between in at of 's");

/** "talks lead to a deal", "the summit will be a success", "negotiations go nowhere": what comes of them, when nobody doubts that they are. */
export function bearsFruit(sentence: Sentence, nucleus: Nucleus): boolean {
  if (nucleus.row.kind !== 'noun') return false;
  const { tokens } = sentence;
  let at = phraseEnd(sentence, nucleus);
  while (MODALS.has(normOf(tokens, at))) at += 1;
  const verb = normOf(tokens, at);
  const next = normOf(tokens, at + 1);
  if (BEARS.test(verb)) return true;
  if (verb === 'be' || verb === 'is' || verb === 'are') return FRUITFUL.has(ARTICLES.has(next) ? normOf(tokens, at + 2) : next);
  if (verb === 'break' || verb === 'breaks') return next === 'down' || next === 'up';
  return GOES.test(verb) && BADLY.has(next);
}
const MODALS = wordSet("will would can could may might do does did to not don't doesn't didn't won't also soon eventually finally");
const BEARS =
  /^(?:lead|bring|bear|yield|succeed|fail|collapse|falter|founder|flounder|produce|deliver|achieve|pave|help|result|contribute|resolve|settle|solve|near|nearing|unravel|fizzle|crumble|implode|sour|avert|prevent|end)s?$/;
const FRUITFUL = wordSet('productive fruitful constructive successful success useful meaningful substantive positive breakthrough');
const GOES = /^(?:go|goes|turn|turns|come|comes)$/;
const BADLY = wordSet('south sour wrong badly well nowhere awry smoothly poorly');

/** "do not expect the trip to bring peace", "doubts that the summit will end the war": what comes of it is doubted, not that it will be. */
export function isDoubtOfOutcome(sentence: Sentence, { from, to }: Operator, nucleus: Nucleus): boolean {
  if (to > nucleus.from) return false;
  const isNegated = (at: number): boolean => NOT.has(normOf(sentence.tokens, at)) || DONT.has(normOf(sentence.tokens, at));
  const verb = normOf(sentence.tokens, isNegated(from) ? to : from);
  if (verb !== 'doubt' && verb !== 'doubts' && !(EXPECTS.test(verb) && (isNegated(from) || isNegated(from - 1)))) return false;
  return bearsFruit(sentence, nucleus);
}
const EXPECTS = /^(?:expect|think|believe|see|hope)(?:e|s|d|ed|ing)?$/;
const DONT = wordSet("don't doesn't didn't");

/** "hopes the talks lead to a deal", "tries to shape the talks", "hopes to make the summit a success": of what comes of them, not whether they are. */
export function isHopeOfOutcome({ sentence, operator: { row, to } }: Place, following: Nucleus): boolean {
  if ((row.id !== 'want' && row.id !== 'seek') || following.row.kind !== 'noun') return false;
  const { tokens } = sentence;
  const last = normOf(tokens, to - 1);
  if (INFLUENCES.has(normOf(tokens, last === 'to' ? to : to + 1))) return true;
  if (row.id === 'seek') return false;
  if (HOPES.test(last)) return bearsFruit(sentence, following);
  if (last !== 'to' || !ENSURES.has(normOf(tokens, to))) return false;
  const at = phraseEnd(sentence, following);
  return FRUITFUL.has(normOf(tokens, ARTICLES.has(normOf(tokens, at)) ? at + 1 : at)) || normOf(tokens, to + 1) === 'success';
}
const HOPES = /^(?:hop|wish|trust|pray)(?:e|es|ed|s|ing)?$/;
const INFLUENCES = wordSet('influence shape sway steer affect tilt exploit discredit undermine frame');
export const ENSURES = wordSet('ensure make guarantee secure');

/** "an attempt to sell beans | complicates talks": an aim of its own, and a verb behind it. */
export function isOfAnotherAim({ sentence, operator: { from, to } }: Place, following: Nucleus): boolean {
  const { tokens } = sentence;
  if (following.row.kind !== 'noun' || normOf(tokens, to - 1) !== 'to' || !AIMS.has(normOf(tokens, from))) return false;
  let at = following.from - 1;
  while (at > to && (MODIFIERS.has(normOf(tokens, at)) || ARTICLES.has(normOf(tokens, at)) || entityAt(sentence, at) !== undefined))
    at -= 1;
  return at > to && /^[a-z]{4,}[^s]s$/.test(normOf(tokens, at));
}
const AIMS = wordSet('attempt attempts bid bids effort efforts push move moves plan plans drive campaign');

/** "have not collapsed", "are not over", "far from over": they go on. */
export const isNotOver = ({ tokens }: Sentence, { row, from }: Operator): boolean =>
  row.tellsEnd === true &&
  ENDS.test(normOf(tokens, from)) &&
  ((NOT.has(normOf(tokens, from - 1)) && normOf(tokens, from - 2) !== 'did') ||
    (NOT.has(normOf(tokens, from - 2)) && YET.has(normOf(tokens, from - 1))) ||
    (normOf(tokens, from - 1) === 'from' && normOf(tokens, from - 2) === 'far'));
const ENDS = /^(?:over|end(?:ed)?|conclud(?:e|ed)|fail(?:ed)?|collaps(?:e|ed)|broke|broken|break|falter(?:ed)?)$/;
const NOT = wordSet("not never hasn't haven't isn't aren't");
const YET = wordSet('yet completely entirely');

/** "talks will conclude this month", "likely to end on Friday", "may fail": what has yet to end is on, and what may come to nothing stands. */
export const endsAhead = ({ row }: Nucleus, chain: readonly Operator[], k: number): 'underway' | 'scheduled' | null => {
  const inner = chain[k - 1];
  const effect = chain[k]?.row.effect ?? '';
  if (inner?.row.id !== 'end' || row.kind !== 'noun' || !AHEAD.has(effect)) return null;
  return row.id === 'talks' ? 'underway' : effect === 'possible' ? 'scheduled' : null;
};
const AHEAD = wordSet('future infinitive possible premature');

/** "talks will bear fruit", "may fail": they are on. */
export const bearsFruitAhead = (sentence: Sentence, nucleus: Nucleus, effect: string): boolean =>
  nucleus.row.id === 'talks' && AHEAD.has(effect) && bearsFruit(sentence, nucleus);

/** "talks still constructive", "says the talks remain largely but not wholly productive": they go on. */
export const isStillSo = ({ tokens }: Sentence, { row, from }: Operator): boolean =>
  row.tellsEnd === true &&
  FRUITFUL.has(normOf(tokens, from)) &&
  tokens.some(({ norm }, at) => at < from && from - at <= MAX_STILL && STILL.has(norm));
const MAX_STILL = 6;
const STILL = wordSet('still remain remains');

/** "cancelling the summit would harm ties", "a delay of the talks could help", "it would be rash to scrap the summit": what nobody has done yet. */
export function isSupposed(sentence: Sentence, nucleus: Nucleus, { from, to: end }: Operator): boolean {
  const { tokens } = sentence;
  const norm = normOf(tokens, from);
  const before = normOf(tokens, from - 1);
  const isAim = before === 'to';
  if (nucleus.row.kind !== 'noun' || end > nucleus.to || !(isAim || norm.endsWith('ing') || BREAKING_OFF.has(norm))) return false;
  for (let at = from - 2; isAim && at > 0 && from - at < MAX_PARTNERS; at -= 1)
    if (normOf(tokens, at) === 'be' && SUPPOSES.has(normOf(tokens, at - 1))) return true;
  if (BE.has(before) || (isAim && DECISION.has(normOf(tokens, from - 2)))) return false;
  let at = phraseEnd(sentence, nucleus);
  while (NOW.has(normOf(tokens, at))) at += 1;
  const modal = normOf(tokens, at);
  // "Xi's cancellation of the summit could hurt trade" has been
  return SUPPOSES.has(modal) && (modal.startsWith('would') || (before !== 'the' && before !== "'s"));
}
const DECISION = wordSet('decision decisions move order orders choice');
const NOW = wordSet('now again this next week month stage point on');
const BREAKING_OFF = wordSet('cancellation cancelation delay postponement deferral boycott withdrawal suspension refusal absence');
const SUPPOSES = wordSet("would wouldn't could might");

/** "no preconditions for talks", "drops its conditions for a meeting": terms that are none. */
export const isWithoutTerms = ({ tokens }: Sentence, { row, from, to }: Operator): boolean => {
  if (row.isTerms !== true) return false;
  for (let at = from - 1; at < to; at += 1) if (NONE.has(normOf(tokens, at))) return true;
  return DROPS.test(normOf(tokens, from - 1)) || DROPS.test(normOf(tokens, from - 2));
};
const NONE = wordSet('no without');
const DROPS = /^(?:drop|waiv|lift|abandon|withdraw|scrap|remov)(?:e|es|ed|s|ped|ping|ing)?$/;
