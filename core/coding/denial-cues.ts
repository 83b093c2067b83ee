import { DENIAL_ROWS, type DenialRow, denialWordSet } from './lexicon-data.ts';
import { compilePatterns, findMatches, type Match } from './pattern.ts';
import type { Sentence } from './text.ts';

/** A wording of a denial where it stands, after the sense filter. */
export type DenialCue = Match<DenialRow>;

const TABLE = compilePatterns(DENIAL_ROWS);
const CLAIM_NOUNS = denialWordSet('claimNouns');
const REJECTABLES = denialWordSet('rejectables');
const BLOCKED = denialWordSet('blocked');
const SUPPLIES = denialWordSet('supplies');
const BLOCKED_FIRST = denialWordSet('blockedFirst');
const ADVERBS = denialWordSet('adverbs');
const MODALS = denialWordSet('modals');
const TO_BEFORE = denialWordSet('toBefore');
const NEGATIONS = denialWordSet('negations');
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'get', 'gets', 'got']);
const OBJECT_END = new Set([
  'that',
  'of',
  'to',
  'for',
  'in',
  'on',
  'after',
  'over',
  ',',
  ';',
  '.',
  ':',
  'and',
  'but',
  'at',
  'by',
  'with',
  'from',
  'as',
  'during',
  'despite',
  'amid',
  'while',
  'against',
  'about',
]);
const SENTENCE_PART = new Set([';', '.', 'but', 'while', ':']);
const ADVERB = /ly$|^(?:also|again|not|all|any|both|the|having|a|just|now|since|even|still|being)$/;
const TIME_WORD = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|again|today|yesterday|twice)$/;

/** All cues of a sentence that mean a denial: bail denied and offers rejected are none. */
export function findDenialCues(sentence: Sentence): readonly DenialCue[] {
  return findMatches(
    TABLE,
    sentence.tokens,
    (match) => !isInsideEntity(sentence, match) && ACCEPTS[match.row.object](sentence, match) && isAsserted(sentence, match),
  );
}

const norm = (sentence: Sentence, at: number): string => sentence.tokens[at]?.norm ?? '';
const isInsideEntity = (sentence: Sentence, match: DenialCue): boolean =>
  sentence.entities.some((entity) => entity.from <= match.from && match.from < entity.to);

type Accepts = (sentence: Sentence, match: DenialCue) => boolean;
const ACCEPTS: Readonly<Record<DenialRow['object'], Accepts>> = {
  any: (sentence, match) => !isBlockedObject(sentence, match),
  claim: hasClaimObject,
  claimed: (sentence, match) => !hasVerbOfDenial(sentence, match) && !isAttributive(sentence, match) && isAboutClaim(sentence, match),
  as: () => true,
  none: () => true,
};

/** Something that was claimed stands in the sentence, is quoted or pointed to, or the word itself says that it was claimed. */
const isAboutClaim = (sentence: Sentence, match: DenialCue): boolean =>
  sentence.tokens.some((token, at) => CLAIM_NOUNS.has(token.norm) && (!LIES.test(token.norm) || at < match.from || at >= match.to)) ||
  isAboutPronoun(sentence, match) ||
  FABLE.test(norm(sentence, match.to - 1)) ||
  norm(sentence, match.to) === 'news';
/** Claim words that may be the verdict itself. */
const LIES = /^(?:fake|canard|lies?|propaganda|(?:dis|mis)information|gossip|smears?|speculation)$/;
const FABLE = /^(?:hoax|fiction|fabricat\w+|lies?|news|nonsense|canard)$/;

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

/** "denied bail", "denies Ukraine a visa", "denied them entry": to withhold, not to say that it is untrue. */
function isBlockedObject(sentence: Sentence, match: DenialCue): boolean {
  if (match.row.id !== 'deny') return false;
  if (norm(sentence, match.from) === 'denying' && !isClaimed(sentence, match.to)) return true;
  let at = match.to;
  while (ADVERB.test(norm(sentence, at))) at += 1;
  const first = sentence.entities.find((entity) => entity.from === at);
  if (first !== undefined && /^(?:a|an|any|the|its|their|his|her|more|new)$/.test(norm(sentence, first.to))) return true;
  if (
    /^(?:him|them|us|me|you|her|it)$/.test(norm(sentence, at)) &&
    /^(?:a|an|any|the|entry|access|his|her|their|bail)$/.test(norm(sentence, at + 1))
  )
    return true;
  if (BLOCKED_FIRST.has(norm(sentence, at))) return true;
  if (
    /^(?:it|he|she|they|there|this|these|having|being|involvement|reports?|claims?|allegations?)$/.test(norm(sentence, at)) ||
    /^(?:is|was|are|were|has|had|have|will|would)$/.test(norm(sentence, first?.to ?? at))
  )
    return false;
  if (/^\p{L}+ing$/u.test(norm(sentence, at))) return false;
  if (/^(?:its|their|his|her)$/.test(norm(sentence, at)) && /^(?:their|the|a|any|his|her|access)$/.test(norm(sentence, at + 2)))
    return true;
  let head = '';
  for (let k = at; k < at + 11 && norm(sentence, k) !== '' && !OBJECT_END.has(norm(sentence, k)); k += 1)
    if (!TIME_WORD.test(norm(sentence, k))) head = norm(sentence, k);
  return BLOCKED.has(head) || (SUPPLIES.has(head) && objectEndsWithTo(sentence, at));
}

function hasClaimObject(sentence: Sentence, match: DenialCue): boolean {
  for (let at = match.to; at < match.to + 9; at += 1) {
    const word = norm(sentence, at);
    if (word === '' || SENTENCE_PART.has(word)) return false;
    if (word === 'claims' && (/^(?:to|over|on)$/.test(norm(sentence, at + 1)) || isSeaward(sentence, at + 1))) return false;
    if (REJECTABLES.has(word) && !isVerbHere(sentence, at)) return true;
    if (at > match.to && OBJECT_END.has(word) && word !== 'of' && word !== 'as' && word !== 'by' && word !== ',' && word !== 'and')
      return false;
  }
  return false;
}

/** After "denying" alone: what follows must be something said, not something withheld. */
function isClaimed(sentence: Sentence, from: number): boolean {
  if (
    /^(?:that|any|all|it|he|she|they|having|being|there|involvement|responsibility|wrongdoing|knowledge|complicity)$|^\p{L}{3,}ing$/u.test(
      norm(sentence, from),
    )
  )
    return true;
  for (let at = from; at < from + 7; at += 1)
    if (CLAIM_NOUNS.has(norm(sentence, at)) || /^(?:involvement|responsibility|role|link|links|ties)$/.test(norm(sentence, at)))
      return true;
  return false;
}

/** "a claim Kabul denies as false": the verb is the denial. */
const hasVerbOfDenial = (sentence: Sentence, match: DenialCue): boolean =>
  sentence.tokens.slice(match.from + 1, match.to).some((token) => /^(?:den|dismiss|reject|refut)/.test(token.norm));

/** "denied food to his people". */
function objectEndsWithTo(sentence: Sentence, from: number): boolean {
  let at = from;
  while (at < from + 6 && !OBJECT_END.has(norm(sentence, at))) at += 1;
  return norm(sentence, at) === 'to';
}

/** "claims in the South China Sea" are to territory. */
const isSeaward = (sentence: Sentence, from: number): boolean =>
  norm(sentence, from) === 'in' &&
  sentence.tokens.slice(from, from + 6).some((token) => /^(?:sea|strait|islands?|waters|gulf)$/.test(token.norm));

/** "rejects offer, claims victory": the claim word begins a new clause. */
const isVerbHere = (sentence: Sentence, at: number): boolean =>
  /^(?:,|and)$/.test(norm(sentence, at - 1)) && /s$/.test(norm(sentence, at)) && at > 0;

/** Not "did not deny", "would deny", "was denied" (but "was denied by X" is one). */
function isAsserted(sentence: Sentence, match: DenialCue): boolean {
  if (match.row.object === 'claimed' && (isNegated(sentence, match) || isLoose(sentence, match))) return false;
  if (match.row.kind !== 'verb' || match.row.strength === 'no_confirm') return true;
  if (norm(sentence, match.to) === 'by' && !BE.has(lastWord(sentence, match.from - 1)) && norm(sentence, match.from).endsWith('ed'))
    return CLAIM_NOUNS.has(norm(sentence, match.from - 1));
  const before = lastWord(sentence, match.from - 1);
  if (NEGATIONS.has(before) || MODALS.has(before)) return before === 'to' && TO_BEFORE.has(norm(sentence, match.from - 2));
  if (BE.has(before) && !norm(sentence, match.from).endsWith('ing')) return agentAfter(sentence, match) !== null;
  return !(NEGATIONS.has(norm(sentence, match.from - 2)) && /^(?:to|have|has|be)$/.test(before));
}

/** "is writing a paper on fake news", "calls 'fake news' a threat": the words are near each other and say nothing of each other. */
function isLoose(sentence: Sentence, match: DenialCue): boolean {
  if (match.row.kind === 'verb') return sentence.tokens[match.from + 1]?.kind === 'mark';
  if (!BE.has(norm(sentence, match.from)) && norm(sentence, match.from) !== "'s") return false;
  for (let at = match.from + 1; at < match.to - 1; at += 1)
    if (/^(?:on|about|with|against|into|over|from)$|^\p{L}{3,}ing$/u.test(norm(sentence, at))) return true;
  return false;
}

/** "is not fiction": the negation stands inside what matched; where it belongs to the row ("not true"), it stands first. */
function isNegated(sentence: Sentence, match: DenialCue): boolean {
  for (let at = match.from + 1; at < match.to; at += 1)
    if (
      /^(?:not|n't|never|no)$/.test(norm(sentence, at)) &&
      !/^(?:case|true|truth|exist|happen|happened|reality|facts?|substance|basis|foundation|merit|veracity|more|less|other)$/.test(
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
    (ADVERB.test(norm(sentence, at)) || ADVERBS.has(norm(sentence, at))) &&
    !BE.has(norm(sentence, at)) &&
    !TO_BEFORE.has(norm(sentence, at)) &&
    norm(sentence, at) !== 'not' &&
    norm(sentence, at) !== 'to'
  )
    at -= 1;
  return norm(sentence, at);
}

/** "were denied by the Kremlin": where the agent begins, or null. */
export function agentAfter(sentence: Sentence, match: DenialCue): number | null {
  for (let at = match.to; at < match.to + 5; at += 1)
    if (norm(sentence, at) === 'by') return /^(?:the|a|an)$/.test(norm(sentence, at + 1)) ? at + 2 : at + 1;
  return null;
}

/** A passive cue: its subject is the claim. */
export const isPassive = (sentence: Sentence, match: DenialCue): boolean =>
  match.row.kind === 'verb' && BE.has(lastWord(sentence, match.from - 1)) && agentAfter(sentence, match) !== null;
