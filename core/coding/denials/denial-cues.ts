import { type DenialRow, denialWordSet } from '../facts/data.ts';
import { NEGATION } from '../sentences/word-classes.ts';
import { findMatches, type Match, type Search } from '../words/pattern.ts';
import { normsBetween, type Sentence } from '../words/text.ts';
import { verbFormOf } from '../words/verb-forms.ts';
import { normAt as norm } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ADVERB, hasClaimObject, isBlockedObject, isOfTerms } from './denial-objects.ts';
import { isQuotedVerdict, isVerdictOnClaim } from './denial-verdicts.ts';

/** A wording of a denial where it stands, after the sense filter. */
export type DenialCue = Match<DenialRow>;

const CLAIM_NOUNS = denialWordSet('claimNouns');
const ADVERBS = denialWordSet('adverbs');
const MODALS = denialWordSet('modals');
const TO_BEFORE = denialWordSet('toBefore');
const NEGATIONS = denialWordSet('negations');
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'get', 'gets', 'got']);

/** All cues of a sentence that mean a denial: bail denied and offers rejected are none. */
export const findDenialCues = (sentence: Sentence): readonly DenialCue[] => findMatches(sentence, CUES);
const CUES: Search<DenialRow, Sentence> = {
  openingOf: ({ word }) => word.denial,
  accepts: (sentence, match) =>
    !isInsideEntity(sentence, match) && ACCEPTS[match.row.object](sentence, match) && isAsserted(sentence, match),
};

const isInsideEntity = (sentence: Sentence, match: DenialCue): boolean =>
  sentence.entities.some((entity) => entity.from <= match.from && match.from < entity.to);

type Accepts = (sentence: Sentence, match: DenialCue) => boolean;
const ACCEPTS: Readonly<Record<DenialRow['object'], Accepts>> = {
  any: (sentence, match) => !isBlockedObject(sentence, match),
  claim: hasClaimObject,
  claimed: isVerdictOnClaim,
  // "dismissed as a fable the false report": the verdict behind "as" counts
  as: (sentence, { row, from, to }) =>
    !isOfTerms(sentence, from, to) && (row.id !== 'slam-false' || !sentence.tokens.slice(from, to).some(({ norm: word }) => word === 'as')),
  none: ({ tokens }, { row, from, to }) =>
    row.id === 'no-part-in'
      ? !isUnknown(tokens, from, to)
      : row.id !== 'no-such' ||
        (!(tokens[from - 1]?.norm === 'be' && tokens[from - 2]?.norm === 'will') &&
          tokens[to]?.norm !== 'as' &&
          !PLANNED_SOON.test(normsBetween(tokens, to, to + 4))),
  from: (sentence, match) => agentAfter(sentence, match) !== null,
  negated: isSaidNotToBe,
  quoted: isQuotedVerdict,
  fact: (sentence, match) => !REASONS.has(norm(sentence, match.to)) && !isOfConditions(sentence, match),
};
const REASONS = wordSet('because due until unless as for yet');

/** "did not know | who leaked it", "will | not set foot": what one does not know, or do later, is no part that one denies. */
function isUnknown(tokens: Sentence['tokens'], from: number, to: number): boolean {
  for (let at = Math.max(0, from - 1); at < to; at += 1) if (UNKNOWN.has(tokens[at]?.norm ?? '')) return true;
  return false;
}

const UNKNOWN = wordSet('who whether why how when where will would shall');

/** "the conditions for talks do not exist": too early, and nothing is said to be untrue. */
const isOfConditions = ({ tokens }: Sentence, { from, to }: DenialCue): boolean =>
  tokens[to - 1]?.norm === 'exist' && tokens.some(({ norm: word }, at) => at < from && CONDITIONS.has(word));
const CONDITIONS = wordSet('conditions preconditions prerequisites grounds ground basis circumstances');

/** "nothing of the kind is in preparation": what is not planned, and nothing that was said. */
const PLANNED_SOON =
  /^(?:is|was|has been) (?:being |yet |currently )?(?:in (?:preparation|the (?:works|pipeline|offing))|prepared|planned|foreseen|envisaged|under way|underway)\b/;

/** "did not speak by telephone, Ankara says after": something is said not to be so, which is no refusal and no lack of comment. */
export function isSaidNotToBe(sentence: Sentence, match: DenialCue): boolean {
  return sentence.tokens.some(
    (token, at) =>
      (at < match.from || at >= match.to) &&
      NEGATION.test(token.norm) &&
      isOfFact(sentence, at) &&
      (match.row.isOwnVerb !== true || isComplement(sentence, match, at)),
  );
}
/** "insists that it did not", "did not, he insists": the verb and what is not so, and no other clause between. */
const isComplement = (sentence: Sentence, { from, to }: DenialCue, at: number): boolean =>
  at >= to
    ? at - to <= 8 && !sentence.tokens.slice(to, at).some(({ norm: word }) => CLAUSE_BREAKS.has(word))
    : sentence.tokens.slice(at, from).some(({ norm: word }) => word === ',');
const CLAUSE_BREAKS = wordSet(', ; after as while although but and');
/** Not "will not", "cannot", "no comment", "not yet". */
const isOfFact = (sentence: Sentence, at: number): boolean =>
  !NO_FACT.has(norm(sentence, at + 1)) &&
  (norm(sentence, at) !== 'not' || BEFORE_NOT.has(norm(sentence, at - 1)) || isElliptic(sentence, at)) &&
  !MODAL_NOTS.has(norm(sentence, at)) &&
  !MODALS_OR_TO.has(norm(sentence, at - 1)) &&
  !isAside(sentence, at) &&
  !sentence.tokens.slice(at + 1, at + 7).some((token) => BINDS.has(token.norm));
const NO_FACT = wordSet(
  'information word news details confirm comment immediately respond longer more say clear rule matter doubt again yet only be to',
);
/** "pipeline not cut": a title leaves out its auxiliary. */
const isElliptic = (sentence: Sentence, not: number): boolean =>
  sentence.zone === 'title' && verbFormOf(norm(sentence, not + 1)) === 'past';
const BEFORE_NOT = new Set(['', ...wordSet('did has have had was were is are am does do - : ,')]);
const MODAL_NOTS = wordSet("won't can't couldn't wouldn't shouldn't mustn't");
const MODALS_OR_TO = wordSet('will would can could should must may might shall to');
const BINDS = wordSet('will would should must until unless can');

/** "the deal is near, although it was not signed": conceded, and not what is said. */
export function isAside({ tokens }: Sentence, at: number): boolean {
  let start = at;
  while (start > 0 && tokens[start - 1]?.kind !== 'mark') start -= 1;
  return tokens.slice(start, at).some(({ norm: word }) => ASIDE.has(word));
}
const ASIDE = wordSet('although though while because as after since until if when which who despite why how whether where what');

/** Not "did not deny", "would deny", "was denied" (but "was denied by X" is one). */
function isAsserted(sentence: Sentence, match: DenialCue): boolean {
  if (match.row.kind === 'verb' && norm(sentence, match.from - 1) === "'s" && isNounLike(sentence, match.from)) return false;
  if (match.row.kind !== 'verb' || match.row.strength === 'no_confirm' || match.row.object === 'from') return true;
  if (norm(sentence, match.to) === 'by' && !BE.has(lastWord(sentence, match.from - 1)) && norm(sentence, match.from).endsWith('ed'))
    return isReduced(sentence, match);
  const before = lastWord(sentence, match.from - 1);
  if (before === 'to' && showsBefore(sentence, match.from) !== null) return true;
  if (NEGATIONS.has(before) || MODALS.has(before)) return before === 'to' && TO_BEFORE.has(norm(sentence, match.from - 2));
  if (BE.has(before) && !norm(sentence, match.from).endsWith('ing')) return agentAfter(sentence, match) !== null;
  return !(NEGATIONS.has(norm(sentence, match.from - 2)) && TO_HAVE.has(before));
}
/** "the Kremlin's terms", and not "he's denied". */
const isNounLike = (sentence: Sentence, at: number): boolean => norm(sentence, at).endsWith('s');
const TO_HAVE = wordSet('to have has be');

/** "Reports of torture dismissed as propaganda by Cairo": a headline's passive, without "are". */
const isReduced = (sentence: Sentence, match: DenialCue): boolean =>
  norm(sentence, match.from).endsWith('ed') &&
  sentence.tokens.slice(Math.max(0, match.from - MAX_CLAIM), match.from).some((token) => CLAIM_NOUNS.has(token.norm)) &&
  !sentence.entities.some((entity) => entity.to === match.from && entity.kind !== 'country');
const MAX_CLAIM = 10;

/** "shows logs to disprove", "releases video to refute": who shows something denies. Where that verb stands, or null. */
export function showsBefore(sentence: Sentence, verb: number): number | null {
  if (norm(sentence, verb - 1) !== 'to') return null;
  for (let at = verb - 2; at >= Math.max(0, verb - MAX_SHOWN); at -= 1) if (SHOWS.test(norm(sentence, at))) return at;
  return null;
}
const MAX_SHOWN = 9;
const SHOWS =
  /^(?:show|present|release|publish|display|produce|unveil|issue|cite|post|share|summon|call|use|speak|appear|step|come|go|take|turn)(?:s|es|ed|d|ing)?$|^(?:shown|spoke|came|went|took)$/;

function lastWord(sentence: Sentence, from: number): string {
  let at = from;
  while (
    at > 0 &&
    (ADVERB.test(norm(sentence, at)) || ADVERBS.has(norm(sentence, at)) || norm(sentence, at) === '"') &&
    !BE.has(norm(sentence, at)) &&
    !TO_BEFORE.has(norm(sentence, at)) &&
    norm(sentence, at) !== 'not' &&
    norm(sentence, at) !== 'to'
  )
    at -= 1;
  return norm(sentence, at);
}

/** "were denied by the Kremlin", "drew a denial from": where the agent begins, or null. */
export function agentAfter(sentence: Sentence, match: DenialCue): number | null {
  const agents = match.row.object === 'from' ? BY_OR_FROM : BY;
  for (let at = match.to; at < match.to + 5; at += 1)
    if (agents.has(norm(sentence, at))) return THE.has(norm(sentence, at + 1)) ? at + 2 : at + 1;
  return null;
}
const BY = wordSet('by');
const BY_OR_FROM = wordSet('by from');
const THE = wordSet('the a an');

/** A passive cue: its subject is the claim. */
export const isPassive = (sentence: Sentence, match: DenialCue): boolean =>
  match.row.object === 'from' ||
  (match.row.kind === 'verb' &&
    agentAfter(sentence, match) !== null &&
    (BE.has(lastWord(sentence, match.from - 1)) || (norm(sentence, match.to) === 'by' && isReduced(sentence, match))));
