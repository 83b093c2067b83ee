import { findSpeech, isReport } from '../entities/attribution.ts';
import { groupParties } from '../entities/groups.ts';
import { denialWordSet } from '../facts/data.ts';
import { lastIndexWhere } from '../words/sequences.ts';
import { type Entity, isTied, normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { QUOTES } from '../words/word-sets.ts';
import type { DenialCue } from './denial-cues.ts';
import { type Denier, isOfficial, isOfOutsider, mainSubject } from './denial-officials.ts';
import { subjectOf } from './denial-subject.ts';

/** What is known of who speaks in an item. */
export type Voices = {
  readonly sentences: readonly Sentence[];
  /** Persons by surname, so that a bare surname later in the text is theirs. */
  readonly known: ReadonlyMap<string, Entity>;
  /** Who spoke last: "he", and quotes without a speaker, are theirs. */
  last: Entity | null;
};

const CLAIM_NOUNS = denialWordSet('claimNouns');
const GENERIC = denialWordSet('genericOfficials');
const VOICES: ReadonlySet<Entity['kind']> = new Set(['office', 'metonym', 'spokesperson']);

/** Who speaks in a sentence, or opens it: what "he" in the next one means. */
export function speakerOf(sentence: Sentence, known: ReadonlyMap<string, Entity>): Entity | null {
  const verb = sentence.tokens.findIndex((_, at) => isSaying(sentence, at));
  const speaker = verb < 0 ? null : (invertedSpeaker(sentence, verb) ?? subjectOf(sentence, verb, known));
  if (speaker?.kind === 'entity') return speaker.entities[0] ?? null;
  return sentence.entities.find((entity) => isOfficial(entity) && entity.from <= 6) ?? null;
}

/** Whose words a predicate is: the subject of a verb of saying, "X: ..." and "... - X" in titles, or the one who spoke before. */
export function speakerAsDenier(reading: Voices, sentence: Sentence, { row, from: cueFrom, to: cueTo }: DenialCue): Denier | null {
  const quoted = speakerOfQuote(sentence, cueTo) ?? speakerBehindColon(sentence);
  if (quoted !== null) return quoted;
  /** "a blog claimed; the ministry said": who is no official does not speak for the one behind him. */
  let outsider: Denier | null = null;
  /** A verb within the words of the denial is none by which somebody says it, unless it is the denial's own ("insists that it did not"). */
  const isOfDenial = (at: number): boolean =>
    at >= cueFrom && at < cueTo && row.isOwnVerb !== true && (at > cueFrom || row.object !== 'negated');
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    if (!isSaying(sentence, at) || isOfDenial(at) || isReduced(sentence, at)) continue;
    if (outsider !== null && at > cueFrom) break;
    if (at < cueFrom && isPartedBy(sentence, at, cueFrom)) continue;
    const speaker = citedSpeaker(sentence, at) ?? invertedSpeaker(sentence, at) ?? subjectOf(sentence, at, reading.known);
    if (speaker?.kind === 'private') outsider ??= speaker;
    else if (speaker !== null && speaker.kind !== 'same' && speaker.kind !== 'shared') return speaker;
    else if (speaker?.kind === 'same' && reading.last !== null) return { kind: 'entity', entities: [reading.last] };
  }
  if (outsider !== null) return outsider;
  const verdict = verdictOf(sentence, cueTo) ?? verdictOf(sentence, cueFrom);
  if (verdict !== null) return verdict;
  const colon = sentence.zone === 'title' ? sentence.tokens.findIndex((token, at) => at < MAX_HEADING && token.norm === ':') : -1;
  const heading = colon > 0 ? subjectOf(sentence, colon, reading.known) : null;
  if (heading !== null && heading.kind !== 'private') return heading;
  const topical = speakerOn(sentence, cueFrom);
  if (topical !== null) return topical;
  const titled =
    sentence.zone === 'title'
      ? (findSpeech(sentence, groupParties(sentence)).group?.members ?? []).filter(
          (entity) => isOfficial(entity) && !isOfOutsider(sentence, entity),
        )
      : [];
  if (titled.length > 0) return { kind: 'entity', entities: titled.slice(0, 1) };
  const tail = speakerAtEnd(sentence);
  if (tail !== null) return tail;
  const behind = speakerBehind(reading, sentence);
  if (behind !== null || row.object === 'fact') return behind;
  const speaker =
    sentence.zone === 'title'
      ? headlineVoice(reading, sentence, { cueFrom, isClaim: row.object === 'none' })
      : textVoice(reading, sentence, cueFrom);
  return speaker === null ? null : { kind: 'entity', entities: [speaker] };
}

/** "sources tell Reuters that ...; Lima says the report is false". */
const isPartedBy = ({ tokens }: Sentence, from: number, to: number): boolean =>
  tokens.some(({ norm }, at) => at > from && at < to && norm === ';');

/** "Lima: demise announced on the web is untrue": behind its heading a title says things in the present tense. */
const isReduced = ({ tokens, zone }: Sentence, at: number): boolean =>
  zone === 'title' &&
  tokens[at]?.norm.endsWith('ed') === true &&
  tokens.slice(1, Math.min(at, MAX_HEADING)).some(({ norm }) => norm === ':');

/** "Coup report false: minister", "... - army": a title's speaker behind its last mark. */
function speakerAtEnd(sentence: Sentence): Denier | null {
  const { tokens, zone } = sentence;
  const mark = lastIndexWhere(tokens, ({ norm }) => norm === ':' || norm === '-');
  if (zone !== 'title' || mark <= 0 || tokens.length - mark > MAX_HEADING || (isTied(sentence, mark) && tokens[mark]?.norm === '-'))
    return null;
  const speaker = subjectOf(sentence, tokens.length, new Map());
  return speaker !== null && (speaker.kind === 'body' || speaker.kind === 'entity') ? speaker : null;
}

/** "'Absurd': Lima on claim of a coup": whose the quoted verdict is. */
function verdictOf(sentence: Sentence, cueTo: number): Denier | null {
  if (!VERDICT_MARKS.has(normOf(sentence.tokens, cueTo))) return null;
  const entity = sentence.entities.find(({ from }) => from === cueTo + 1);
  const isOn = ON_TOPIC.has(normOf(sentence.tokens, entity?.to ?? -1));
  return entity !== undefined && isOn && isOfficial(entity) ? { kind: 'entity', entities: [entity] } : null;
}
const VERDICT_MARKS = wordSet(': , -');
const ON_TOPIC = wordSet('on of about');

/** "Lima on rumours of a coup: hogwash": who speaks of something before a colon. */
function speakerOn({ tokens, zone, entities }: Sentence, cueFrom: number): Denier | null {
  const first = zone === 'title' ? entities[0] : undefined;
  if (first === undefined || first.from > 1 || !isOfficial(first) || !ON_TOPIC.has(normOf(tokens, first.to))) return null;
  const colon = tokens.findIndex(({ norm }) => norm === ':');
  return colon > first.to && colon < cueFrom ? { kind: 'entity', entities: [first] } : null;
}

/** '"No plane waited": Lima counters Quito', "There is no base: army spokesman": who stands behind the colon of a title that opens with what is said. */
function speakerBehindColon(sentence: Sentence): Denier | null {
  const { tokens, zone, entities } = sentence;
  const colon = zone === 'title' ? lastIndexWhere(tokens, ({ norm }) => norm === ':') : -1;
  const isOfQuote = QUOTES.has(normOf(tokens, colon - 1));
  if (colon < 2 || (!isOfQuote && (colon < MAX_HEADING || tokens.length - colon > MAX_HEADING))) return null;
  const entity = entities.find(({ from }) => from === colon + 1 || (from === colon + 2 && tokens[colon + 1]?.norm === 'the'));
  return entity !== undefined && isOfficial(entity) ? { kind: 'entity', entities: [entity] } : null;
}

/** '"no such call," Lima retorts': whoever stands right behind the quotation. */
function speakerOfQuote(sentence: Sentence, cueTo: number): Denier | null {
  const norms = [0, 1].map((k) => normOf(sentence.tokens, cueTo + k)).join('');
  if (!/^(?:,["']|["'],)$/.test(norms)) return null;
  const entity = sentence.entities.find(({ from }) => from === cueTo + 2);
  return entity !== undefined && isOfficial(entity) && isSaying(sentence, entity.to) ? { kind: 'entity', entities: [entity] } : null;
}

/** Tokens before the colon of "Army: ...", at most. */
const MAX_HEADING = 6;

/** A headline names its speaker by place alone: the one who opens it, else the only person in it. */
function headlineVoice(
  reading: Voices,
  sentence: Sentence,
  { cueFrom, isClaim }: { readonly cueFrom: number; readonly isClaim: boolean },
): Entity | null {
  const hasClaim = isClaim || sentence.tokens.some((token, at) => (at < cueFrom || at > cueFrom + 4) && CLAIM_NOUNS.has(token.norm));
  if (!hasClaim) return null;
  const subject = mainSubject(sentence, cueFrom);
  if (subject !== null) return subject;
  const persons = sentence.entities.filter(
    (entity) => (entity.surname !== null || VOICES.has(entity.kind)) && !isOfOutsider(sentence, entity),
  );
  const isQuoted = QUOTES.has(sentence.tokens[cueFrom - 1]?.text ?? '') || isInQuote(sentence, cueFrom);
  return isQuoted ? ((persons.length === 1 ? persons[0] : null) ?? reading.last) : null;
}

/** In a text, words in quotation marks are the subject's, or theirs who spoke before. */
function textVoice(reading: Voices, sentence: Sentence, cueFrom: number): Entity | null {
  if (sentence.startsInQuote || sentence.text.startsWith('"')) return reading.last;
  const subject = isInQuote(sentence, cueFrom) ? mainSubject(sentence, cueFrom) : null;
  return subject !== null && (subject.surname !== null || VOICES.has(subject.kind)) ? subject : null;
}

/** '"Fake!" Trump wrote': an end mark inside the quotation parts it from its speaker. */
function speakerBehind(reading: Voices, sentence: Sentence): Denier | null {
  const next = reading.sentences[reading.sentences.indexOf(sentence) + 1];
  if (next === undefined || next.zone !== sentence.zone || !/[!?]"$/.test(sentence.text)) return null;
  const verb = next.tokens.findIndex((_, at) => at < 6 && isSaying(next, at));
  return verb < 0 ? null : subjectOf(next, verb, reading.known);
}

function isInQuote(sentence: Sentence, at: number): boolean {
  let isOpen = sentence.startsInQuote;
  for (let k = 0; k < at; k += 1) if (sentence.tokens[k]?.text === '"') isOpen = !isOpen;
  return isOpen || sentence.tokens[at]?.text === '"';
}

/** A verb of saying, and not the noun "report" or "claim". */
export function isSaying(sentence: Sentence, at: number): boolean {
  const norm = normOf(sentence.tokens, at);
  if (STATE.has(norm)) return STATES_THAT.has(normOf(sentence.tokens, at + 1));
  if (norm === 'assures' || norm === 'assured') return true;
  if (!isReport(norm) || (NOUN.has(norm) && isNoun(sentence, at))) return false;
  const isVerbForm = /(?:s|ed)$/.test(norm) && sentence.entities.some((entity) => entity.to === at && entity.kind !== 'demonym');
  return !CLAIM_NOUNS.has(norm) || isVerbForm;
}
const STATE = wordSet('state states stated');
const STATES_THAT = wordSet('that in : ,');

/** "story of a note", "coup posts on the web": no verb. */
const isNoun = ({ tokens, entities }: Sentence, at: number): boolean =>
  BEFORE_NOUN.has(normOf(tokens, at - 1)) ||
  (normOf(tokens, at + 1) === 'on' &&
    !entities.some(({ to }) => to === at) &&
    !GENERIC.has(normOf(tokens, at - 1)) &&
    !PRONOUNS.has(normOf(tokens, at - 1)));
const PRONOUNS = denialWordSet('pronouns');
const NOUN = wordSet('note notes post posts point points reply hint hints tweet tweets');
const BEFORE_NOUN = wordSet("of a an the his her its their any no in to from on about secret 's");

/** "according to Peskov". */
function citedSpeaker({ tokens, entities }: Sentence, at: number): Denier | null {
  if (normOf(tokens, at) !== 'according') return null;
  const entity = entities.find(({ from }) => from === at + 2 || (from === at + 3 && normOf(tokens, at + 2) === 'the'));
  return entity !== undefined && isOfficial(entity) ? { kind: 'entity', entities: [entity] } : null;
}

/** "..., said Peskov", "said one senior official at the ministry". */
function invertedSpeaker(sentence: Sentence, verb: number): Denier | null {
  const isInverted = SPEECH_ENDS.has(normOf(sentence.tokens, verb - 1)) && !normOf(sentence.tokens, verb).endsWith('ing');
  if (!isInverted || normOf(sentence.tokens, verb + 1) === 'that' || sentence.entities.some((one) => isApposed(sentence, one, verb)))
    return null;
  return nounAfter(sentence, verb + 1);
}

/** "Moe, the army's spokesman, | said Lima ...": the subject stands before the verb. */
function isApposed({ tokens }: Sentence, { from, to }: Entity, verb: number): boolean {
  if (to !== verb - 1) return false;
  for (let at = from - 2; at < to; at += 1) if (normOf(tokens, at) === ',') return true;
  return false;
}
const SPEECH_ENDS = wordSet(', " ? !');

/** The official, or other, that a noun phrase from `from` on names. */
export function nounAfter(sentence: Sentence, from: number): Denier | null {
  for (let at = from; at < from + 4; at += 1) {
    const entity = sentence.entities.find((one) => one.from === at);
    if (entity !== undefined) return isOfficial(entity) ? { kind: 'entity', entities: [entity] } : { kind: 'private' };
    const norm = normOf(sentence.tokens, at);
    if (GENERIC.has(norm)) return { kind: 'body', country: null, name: norm };
    if (sentence.tokens[at]?.isCapital === true) {
      const head = normOf(sentence.tokens, at + 1);
      return GENERIC.has(head) ? { kind: 'body', country: null, name: `${norm} ${head}` } : { kind: 'private' };
    }
  }
  return null;
}
