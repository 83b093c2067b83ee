import { type DenialRow, denialWordSet } from '../facts/data.ts';
import type { Match } from '../words/pattern.ts';
import { isTied, normOf, type Sentence } from '../words/text.ts';
import { normAt as norm } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { LIST_JOINTS, QUOTES } from '../words/word-sets.ts';

const CLAIM_NOUNS = denialWordSet('claimNouns');
const REJECTABLES = denialWordSet('rejectables');
const BLOCKED = denialWordSet('blocked');
const SUPPLIES = denialWordSet('supplies');
const BLOCKED_FIRST = denialWordSet('blockedFirst');
const OBJECT_END = new Set(
  'that of to for in on after over , ; . : and but at by with from as during despite amid while against about'.split(' '),
);
const SENTENCE_PART = new Set([';', '.', 'but', 'while', ':']);
/** What may stand between the words of a denial. */
export const ADVERB = /ly$|^(?:also|again|not|all|any|both|the|having|a|just|now|since|even|still|being)$/;
const TIME_WORD = wordSet('monday tuesday wednesday thursday friday saturday sunday again today yesterday twice');

/** "denied bail", "denies Ukraine a visa", "denied them entry": to withhold, not to say that it is untrue. */
export function isBlockedObject(sentence: Sentence, match: Match<DenialRow>): boolean {
  if (match.row.id !== 'deny') return false;
  if (norm(sentence, match.from) === 'denying' && !isClaimed(sentence, match.to))
    return !(KEEPS.has(norm(sentence, match.from - 1)) && IT.has(norm(sentence, match.to)));
  let at = match.to;
  while (ADVERB.test(norm(sentence, at))) at += 1;
  const first = sentence.entities.find((entity) => entity.from === at);
  const behind = first === undefined ? null : endOfList(sentence, first.to);
  if (behind !== null && DETERMINERS.has(norm(sentence, behind))) return true;
  const isList = behind !== null || (sentence.tokens[at]?.isCapital === true && LIST_JOINTS.has(norm(sentence, at + 1)));
  if (isList && isGivenTo(sentence, behind ?? endOfList(sentence, at + 1))) return true;
  if (THEM.has(norm(sentence, at)) && WITHHELD.has(norm(sentence, at + 1))) return true;
  if (BLOCKED_FIRST.has(norm(sentence, at)))
    return !(norm(sentence, at) === 'to' && sentence.entities.some(({ kind, from }) => kind === 'outlet' && from === at + 1));
  if (LEAVE.has(norm(sentence, at)) && isOfCraft(sentence, at + 1)) return true;
  while (QUOTES.has(norm(sentence, at))) at += 1;
  if (saysSomething(sentence, at, first?.to ?? at)) return BLOCKED.has(norm(sentence, at + 1)) && norm(sentence, at).endsWith('ing');
  if (OWN.has(norm(sentence, at)) && AFTER_OWN.has(norm(sentence, at + 2))) return true;
  const head = headOf(sentence, at);
  if (head === 'existence' && isExistenceOf(sentence, at)) return false;
  return BLOCKED.has(head) || (SUPPLIES.has(head) && objectEndsWithTo(sentence, at));
}
/** "denied the departure of one of its flights": leave to go. */
function isOfCraft(sentence: Sentence, from: number): boolean {
  if (!OF_OR_TO.has(norm(sentence, from))) return false;
  for (let at = from + 1; at < from + MAX_CRAFT; at += 1) if (CRAFT.has(norm(sentence, at))) return true;
  return false;
}
const LEAVE = wordSet('departure take-off takeoff docking berthing passage');
const OF_OR_TO = wordSet('of to for');
const MAX_CRAFT = 8;
const CRAFT = wordSet(
  'flight flights plane planes aircraft jet jets helicopter helicopters ship ships vessel vessels warship warships tanker tankers',
);
/** "Lima, Quito and Oslo |". */
function endOfList(sentence: Sentence, from: number): number {
  let at = from;
  while (LIST_JOINTS.has(norm(sentence, at)) && sentence.tokens[at + 1]?.isCapital === true) at += 2;
  return at;
}

/** "denies Lima missiles", "denies Quito, Lima tariff relief": what is withheld stands behind whom, with no verb between. */
function isGivenTo(sentence: Sentence, behind: number): boolean {
  for (let at = behind; at < behind + MAX_GIVEN; at += 1) {
    const word = norm(sentence, at);
    if ((GIVEN.has(word) || SUPPLIES.has(word)) && AFTER_GIVEN.has(norm(sentence, at + 1))) return true;
    if (word === '' || OBJECT_END.has(word) || word === "'s" || AUXILIARIES.has(word)) return false;
  }
  return false;
}
const MAX_GIVEN = 5;
const GIVEN = wordSet('missiles missile jets tanks relief visas visa access entry permission passage');
const AFTER_GIVEN = new Set(['', ...wordSet('. , ; : ! ? - and for after over in on until unless despite')]);
const DETERMINERS = wordSet('a an any the its their his her more new');
const KEEPS = wordSet('keep keeps kept still is are was were been');
const IT = wordSet('it them this that');
const THEM = wordSet('him them us me you her it');
const WITHHELD = wordSet('a an any the entry access his her their bail');
const OWN = wordSet('its their his her');
const AFTER_OWN = wordSet('their the a any his her access');

/** "denies it knew", "denies involvement", "denies Moscow was behind", "denies shelling": a claim, not a thing. */
const saysSomething = (sentence: Sentence, at: number, behind: number): boolean =>
  /^(?:it|he|she|they|there|this|these|having|being|involvement|reports?|claims?|allegations?)$|^\p{L}+ing$/u.test(norm(sentence, at)) ||
  AUXILIARIES.has(norm(sentence, behind));
const AUXILIARIES = wordSet('is was are were has had have will would');

/** "denied the existence of a letter": that there is one. */
const isExistenceOf = (sentence: Sentence, from: number): boolean =>
  [0, 1, 2].some((k) => norm(sentence, from + k) === 'existence' && norm(sentence, from + k + 1) === 'of');

/** The last word of the object before a preposition or mark. */
function headOf(sentence: Sentence, from: number): string {
  let head = '';
  for (let k = from; k < from + 11 && norm(sentence, k) !== '' && !OBJECT_END.has(norm(sentence, k)); k += 1)
    if (!TIME_WORD.has(norm(sentence, k)) && sentence.tokens[k]?.kind !== 'mark') head = norm(sentence, k);
  return head;
}

/** "rejects claims", "dismisses a report by": what is rejected had been said. */
export function hasClaimObject(sentence: Sentence, match: Match<DenialRow>): boolean {
  if (match.row.id === 'reject' && CONTEMPT.test(norm(sentence, match.from)) && isQuotedThing(sentence, match.to)) return true;
  for (let at = match.to; at < match.to + 9; at += 1) {
    const word = norm(sentence, at);
    if (word === '' || SENTENCE_PART.has(word)) return false;
    if (
      word === 'claims' &&
      (norm(sentence, at + 1) === 'to' ||
        (CLAIMS_ON.has(norm(sentence, at + 1)) && isLand(sentence, at + 2)) ||
        isSeaward(sentence, at + 1) ||
        OF_RIGHT.has(norm(sentence, at - 1)))
    )
      return false;
    if ((word === 'statement' || word === 'statements') && (JOINT.has(norm(sentence, at - 1)) || JOINT.has(norm(sentence, at - 2))))
      return false;
    if (POLICIES.has(word) && isPolicy(sentence, at)) return false;
    if (
      word === 'claim' &&
      norm(sentence, at + 1) === 'over' &&
      sentence.entities.some(({ to, kind }) => kind === 'country' && (to === at || to === at - 1))
    )
      return false;
    if (word === 'claim' && norm(sentence, at + 1) === 'to' && sentence.entities.some(({ from }) => from === at + 2)) return false;
    if (REJECTABLES.has(word) && !isVerbHere(sentence, at))
      return (
        !((word === 'charge' || word === 'charges') && hasCourtBefore(sentence, match.from)) && !RULING.has(norm(sentence, match.from - 1))
      );
    if (at > match.to && OBJECT_END.has(word) && !GOES_ON.has(word)) return false;
  }
  return false;
}
/** "the suggestion that Lima should pay", "the notion of concessions", "talk of a truce": what one is to do, and not what is so. */
function isPolicy(sentence: Sentence, noun: number): boolean {
  const next = norm(sentence, noun + 1);
  for (let at = noun + 2; at < noun + 12 && norm(sentence, at) !== ','; at += 1) {
    if (next === 'that' && (norm(sentence, at) === 'should' || norm(sentence, at) === 'must')) return true;
    if (next === 'of' && at < noun + 5 && CONCEDED.has(norm(sentence, at))) return true;
  }
  return false;
}
/** A text to be signed. */
const JOINT = wordSet('joint final draft closing summit');
const POLICIES = wordSet('suggestion suggestions notion talk speculation');
const CONCEDED = wordSet('ceasefire cease-fire truce concession concessions compromise surrender capitulation negotiation negotiations');

/** "claims over Crimea"; not "claims over the poisoning". */
const isLand = ({ entities, tokens }: Sentence, at: number): boolean =>
  LANDS.has(normOf(tokens, at)) ||
  entities.some(({ from, kind }) => (kind === 'country' || kind === 'demonym') && from >= at && from <= at + 2);
const LANDS = wordSet(
  'crimea donbas kashmir falklands dokdo takeshima senkaku senkakus essequibo kurils golan jerusalem greenland abyei chagos gibraltar arctic scarborough spratlys islands territory',
);
/** "the WTO rejects the claims": a ruling. */
const RULING = wordSet('wto icj icc panel tribunal');
const CLAIMS_ON = wordSet('over on');
/** "asylum claims": of a right, and not of a fact. */
const OF_RIGHT = wordSet('asylum insurance territorial maritime sovereignty land compensation refugee damage historical');
const GOES_ON = wordSet('of as by , and');

const CONTEMPT = /^(?:mock|ridicul|laugh|scoff|derid|scorn|pooh|poo-|sneer|pour|heap|snort|jeer|rubbish|chuckl|guffaw|rebuff|dismiss)/;
const OFFERED = wordSet(
  'offers offer plans plan proposals proposal deals deal demands demand threats threat deadlines deadline ultimatums ultimatum tariffs tariff sanctions peace warnings warning bids bid',
);
/** 'scoffs at "capture" of its fort': what others call so, when no more follows the quoted words than what they govern. */
function isQuotedThing(sentence: Sentence, from: number): boolean {
  const { tokens } = sentence;
  const open = tokens.findIndex(({ norm: word }, at) => at >= from && QUOTES.has(word));
  const mark = tokens[open];
  if (mark === undefined || open > from + MAX_OWNER || isTied(sentence, open)) return false;
  const close = tokens.findIndex(({ norm: word }, at) => at > open && word === mark.norm);
  if (close < 0 || close > open + 5 || tokens.slice(from, close).some(({ norm: word }) => OFFERED.has(word))) return false;
  return close + 1 >= tokens.length || AFTER_QUOTE.has(normOf(tokens, close + 1));
}
const AFTER_QUOTE = wordSet('of in on at by about over from , .');
/** Words between the verb and the quotation, at most: "Indian TV's". */
const MAX_OWNER = 4;

/** "rejected the terms as absurd": what is offered, asked or decided is refused, and not untrue. */
export function isOfTerms({ tokens }: Sentence, from: number, to: number): boolean {
  let isOffered = false;
  for (let at = from + 1; at < to; at += 1) {
    const word = tokens[at]?.norm ?? '';
    if (CLAIM_NOUNS.has(word) && word !== 'idea') return OF_RIGHT.has(tokens[at - 1]?.norm ?? '');
    isOffered ||= TERMS.has(word);
  }
  return isOffered;
}
const TERMS = wordSet(
  'offer offers plan plans proposal proposals terms demand demands deal ultimatum sanctions tariffs threat threats warrant warrants ruling verdict law bill resolution resolutions decision decisions vote election elections referendum drills exercise exercises move moves initiative ceasefire truce overture overtures gesture gestures invitation idea',
);

/** "Courts dismiss the charges": a ruling. */
const hasCourtBefore = (sentence: Sentence, to: number): boolean => sentence.tokens.slice(0, to).some(({ norm: word }) => COURTS.has(word));
const COURTS = wordSet('court courts judge judges tribunal tribunals jury juries magistrate magistrates');

const CLAIMED_FIRST =
  /^(?:that|any|all|it|he|she|they|having|being|there|involvement|responsibility|wrongdoing|knowledge|complicity)$|^\p{L}{3,}ing$/u;

/** After "denying" alone: what follows must be something said, not something withheld. */
function isClaimed(sentence: Sentence, from: number): boolean {
  if (CLAIMED_FIRST.test(norm(sentence, from))) return true;
  for (let at = from; at < from + 7; at += 1) if (CLAIM_NOUNS.has(norm(sentence, at)) || INVOLVEMENT.has(norm(sentence, at))) return true;
  return false;
}
const INVOLVEMENT = wordSet('involvement responsibility role link links ties');

/** "denied food to his people". */
function objectEndsWithTo(sentence: Sentence, from: number): boolean {
  let at = from;
  while (at < from + 6 && !OBJECT_END.has(norm(sentence, at))) at += 1;
  return norm(sentence, at) === 'to';
}

/** "claims in the South China Sea" are to territory. */
const isSeaward = (sentence: Sentence, from: number): boolean =>
  norm(sentence, from) === 'in' && sentence.tokens.slice(from, from + 6).some((token) => WATERS.has(token.norm));
const WATERS = wordSet('sea strait island islands waters gulf');

/** "rejects offer, claims victory": the claim word begins a new clause. */
const isVerbHere = (sentence: Sentence, at: number): boolean =>
  LISTED.has(norm(sentence, at - 1)) && /s$/.test(norm(sentence, at)) && at > 0;
const LISTED = wordSet(', and');
