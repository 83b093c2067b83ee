import { hasClaimObject, isBlockedObject } from './denial-objects.ts';
import { type DenialRow, denialWordSet } from './lexicon-data.ts';
import { normAt as norm } from './nucleus-context.ts';
import { findMatches, type Match } from './pattern.ts';
import type { Sentence } from './text.ts';

/** A wording of a denial where it stands, after the sense filter. */
export type DenialCue = Match<DenialRow>;

const CLAIM_NOUNS = denialWordSet('claimNouns');
const ADVERBS = denialWordSet('adverbs');
const MODALS = denialWordSet('modals');
const TO_BEFORE = denialWordSet('toBefore');
const NEGATIONS = denialWordSet('negations');
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'get', 'gets', 'got']);
const ADVERB = /ly$|^(?:also|again|not|all|any|both|the|having|a|just|now|since|even|still|being)$/;

/** All cues of a sentence that mean a denial: bail denied and offers rejected are none. */
export function findDenialCues(sentence: Sentence): readonly DenialCue[] {
  return findMatches(
    ({ word }) => word.denial,
    sentence.tokens,
    (match) => !isInsideEntity(sentence, match) && ACCEPTS[match.row.object](sentence, match) && isAsserted(sentence, match),
  );
}

const isInsideEntity = (sentence: Sentence, match: DenialCue): boolean =>
  sentence.entities.some((entity) => entity.from <= match.from && match.from < entity.to);

type Accepts = (sentence: Sentence, match: DenialCue) => boolean;
const ACCEPTS: Readonly<Record<DenialRow['object'], Accepts>> = {
  any: (sentence, match) => !isBlockedObject(sentence, match),
  claim: hasClaimObject,
  claimed: (sentence, match) =>
    !hasVerbOfDenial(sentence, match) &&
    !isAttributive(sentence, match) &&
    !isNewsAsTopic(sentence, match) &&
    isAboutClaim(sentence, match),
  // "dismissed as a fable the false report": the verdict behind "as" counts
  as: (sentence, { row, from, to }) => row.id !== 'slam-false' || !sentence.tokens.slice(from, to).some(({ norm: word }) => word === 'as'),
  none: ({ tokens }, { row, to }) =>
    row.id !== 'no-such' ||
    !PLANNED_SOON.test(
      tokens
        .slice(to, to + 4)
        .map((one) => one.norm)
        .join(' '),
    ),
  from: (sentence, match) => agentAfter(sentence, match) !== null,
  negated: isSaidNotToBe,
  quoted: (sentence, match) => !isAttributive(sentence, match) && isOfTale(sentence, match),
};

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
      (match.row.id !== 'insist-not' || isComplement(sentence, match, at)),
  );
}
/** "insists that it did not", "did not, he insists": the verb and what is not so, and no other clause between. */
const isComplement = (sentence: Sentence, { from, to }: DenialCue, at: number): boolean =>
  at >= to
    ? at - to <= 8 && !sentence.tokens.slice(to, at).some(({ norm: word }) => /^(?:,|;|after|as|while|although|but|and)$/.test(word))
    : sentence.tokens.slice(at, from).some(({ norm: word }) => word === ',');
const NEGATION = /^(?:not|never|no|none|nobody|neither|nothing)$|n't$/;
/** Not "will not", "cannot", "no comment", "not yet". */
const isOfFact = (sentence: Sentence, at: number): boolean =>
  !/^(?:confirm|comment|immediately|respond|longer|more|say|clear|rule|matter|doubt|again|yet|only|be|to)$/.test(norm(sentence, at + 1)) &&
  (norm(sentence, at) !== 'not' || /^(?:did|has|have|had|was|were|is|are|does|do|-|:|,)$|^$/.test(norm(sentence, at - 1))) &&
  !/^(?:won't|can't|couldn't|wouldn't|shouldn't|mustn't)$/.test(norm(sentence, at)) &&
  !sentence.tokens.slice(at + 1, at + 7).some((token) => /^(?:will|would|should|must|until|unless|can)$/.test(token.norm));

/** Something that was claimed stands in the sentence, is quoted or pointed to, or the word itself says that it was claimed. */
const isAboutClaim = (sentence: Sentence, match: DenialCue): boolean =>
  sentence.tokens.some((token, at) => CLAIM_NOUNS.has(token.norm) && (!LIES.test(token.norm) || at < match.from || at >= match.to)) ||
  isAboutPronoun(sentence, match) ||
  isForged(sentence, match) ||
  FABLE.test(norm(sentence, match.to - 1)) ||
  norm(sentence, match.to) === 'news';
/** "Clip of king singing is AI fake": what can be forged stands before the verdict. */
const isForged = (sentence: Sentence, { row, from }: DenialCue): boolean =>
  row.id === 'is-fake' && sentence.tokens.some(({ norm: word }, at) => at < from && FORGED.test(word));
const FORGED =
  /^(?:videos?|clips?|footage|recordings?|audio|tapes?|photos?|photographs?|images?|pictures?|documents?|screenshots?|posts?|tweets?|quotes?|letters?)$/;
/** Claim words that may be the verdict itself. */
const LIES = /^(?:fake|canard|lies?|propaganda|(?:dis|mis)information|gossip|smears?|speculation)$/;
const FABLE = /^(?:hoax|fiction|fabricat\w+|lies?|news|nonsense|canard)$/;

/** "tale of a raid 'pure fantasy'": what the quoted verdict is about stands outside the marks. */
const isOfTale = (sentence: Sentence, { from, to }: DenialCue): boolean =>
  sentence.tokens.some((token, at) => (at < from || at >= to) && (CLAIM_NOUNS.has(token.norm) || TALE.test(token.norm)));
const TALE =
  /^(?:tales?|e-mails?|emails?|videos?|clips?|footage|posts?|pictures?|images?|photos?|visits?|trips?|meetings?|calls?|talks|summit|encounter|letters?|plots?|plans?|lists?|deals?)$/;

/** "it is untrue", "this is fiction": the claim stands before. */
const isAboutPronoun = (sentence: Sentence, match: DenialCue): boolean =>
  POINTER.test(norm(sentence, match.from - 1)) || (match.row.kind === 'verb' && POINTER.test(norm(sentence, match.from + 1)));
const POINTER = /^(?:it|this|that|these|they|them|all)$/;
/** "is a false start": the word belongs to a noun that follows. */
function isAttributive(sentence: Sentence, match: DenialCue): boolean {
  if (/^(?:to|in|for|behind)$/.test(norm(sentence, match.to - 1))) return false;
  const next = sentence.tokens[match.to];
  return next?.kind === 'word' && !AFTER_PREDICATE.has(next.norm) && !/^(?:say|said|says|tell|told|add|added)/.test(next.norm);
}
const AFTER_PREDICATE = new Set(
  'and by to in on as that which he she they but for or with the aimed news spread made from about according because intended meant designed invented story stories at of invention fiction nonsense fabrication lies lie a an one it we'.split(
    ' ',
  ),
);

/** "a law on fake news", "attacks 'fake news'", "Fake News Awards": spoken of, and nothing is called so. */
function isNewsAsTopic(sentence: Sentence, match: DenialCue): boolean {
  if (match.row.kind === 'verb') return false;
  const fake = match.row.id === 'is-fake' && norm(sentence, match.to - 1) === 'news' ? match.to - 2 : -1;
  if (fake < 0 && norm(sentence, match.to) !== 'news') return false;
  let at = (fake < 0 ? match.to - 1 : fake) - 1;
  while (/^(?:"|'|\()$/.test(norm(sentence, at))) at -= 1;
  const next = norm(sentence, fake < 0 ? match.to + 1 : match.to);
  return (
    NEWS_TOPIC.test(norm(sentence, at)) ||
    /^(?:awards?|laws?|bills?|sites?|media|bans?|campaigns?|problem|labels?|inquiry|websites?|outlets?)$/.test(next)
  );
}
const NEWS_TOPIC =
  /^(?:on|over|about|of|against|with|for|amid|by|and|the|more|his|her|their|its|'s|new|attacks?|attacked|slams?|slammed|blasts?|blasted|decry|decries|fights?|combats?|tackles?|spreads?|shares?|posts?)$/;

/** "a claim Kabul denies as false": the verb is the denial. */
const hasVerbOfDenial = (sentence: Sentence, match: DenialCue): boolean =>
  sentence.tokens.slice(match.from + 1, match.to).some((token) => /^(?:den(?:y|i)|dismiss|reject|refut)/.test(token.norm));

/** Not "did not deny", "would deny", "was denied" (but "was denied by X" is one). */
function isAsserted(sentence: Sentence, match: DenialCue): boolean {
  if (match.row.object === 'claimed' && (isNegated(sentence, match) || isLoose(sentence, match))) return false;
  if (match.row.kind !== 'verb' || match.row.strength === 'no_confirm' || match.row.object === 'from') return true;
  if (norm(sentence, match.to) === 'by' && !BE.has(lastWord(sentence, match.from - 1)) && norm(sentence, match.from).endsWith('ed'))
    return isReduced(sentence, match);
  const before = lastWord(sentence, match.from - 1);
  if (before === 'to' && showsBefore(sentence, match.from) !== null) return true;
  if (NEGATIONS.has(before) || MODALS.has(before)) return before === 'to' && TO_BEFORE.has(norm(sentence, match.from - 2));
  if (BE.has(before) && !norm(sentence, match.from).endsWith('ing')) return agentAfter(sentence, match) !== null;
  return !(NEGATIONS.has(norm(sentence, match.from - 2)) && /^(?:to|have|has|be)$/.test(before));
}

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

/** "is writing a paper on fake news", "calls 'fake news' a threat": the words are near each other and say nothing of each other. */
function isLoose(sentence: Sentence, match: DenialCue): boolean {
  if (match.row.kind === 'verb') return sentence.tokens[match.from + 1]?.kind === 'mark' || hasFiniteVerb(sentence, match);
  if (!BE.has(norm(sentence, match.from)) && norm(sentence, match.from) !== "'s") return false;
  for (let at = match.from + 1; at < match.to - 1; at += 1)
    if (/^(?:on|about|with|against|into|over|from)$|^\p{L}{3,}ing$/u.test(norm(sentence, at))) return true;
  return false;
}

/** "report of a call is fake": the noun, and a verb that belongs to another. */
const hasFiniteVerb = (sentence: Sentence, match: DenialCue): boolean =>
  sentence.tokens.slice(match.from + 1, match.to).some(({ norm: word }) => /^(?:is|are|was|were)$/.test(word));

/** "is not fiction": the negation stands inside what matched; where it belongs to the row ("not true"), it stands first. */
function isNegated(sentence: Sentence, match: DenialCue): boolean {
  for (let at = match.from + 1; at < match.to; at += 1)
    if (
      /^(?:not|n't|never|no)$/.test(norm(sentence, at)) &&
      !/^(?:case|true|truth|exist|happen|happened|reality|facts?|substance|basis|foundation|merit|veracity|more|less|other|relation|resemblance)$/.test(
        norm(sentence, at + 1),
      )
    )
      return true;
  return /n't$|^not$/.test(norm(sentence, match.from)) && match.row.id !== 'is-false';
}

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
  const isAgent = match.row.object === 'from' ? /^(?:by|from)$/ : /^by$/;
  for (let at = match.to; at < match.to + 5; at += 1)
    if (isAgent.test(norm(sentence, at))) return /^(?:the|a|an)$/.test(norm(sentence, at + 1)) ? at + 2 : at + 1;
  return null;
}

/** A passive cue: its subject is the claim. */
export const isPassive = (sentence: Sentence, match: DenialCue): boolean =>
  match.row.object === 'from' ||
  (match.row.kind === 'verb' &&
    agentAfter(sentence, match) !== null &&
    (BE.has(lastWord(sentence, match.from - 1)) || (norm(sentence, match.to) === 'by' && isReduced(sentence, match))));
