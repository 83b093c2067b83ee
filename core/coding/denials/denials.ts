import type { Denial } from '../codebook/coded-item.ts';
import { DENIAL_CAMEO } from '../codebook/event-codes.ts';
import { denialWordSet } from '../facts/data.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { lastIndexWhere } from '../words/sequences.ts';
import { type Entity, normOf, type Sentence, wordsBetween } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { type Claim, claimAfter, claimBefore, claimNegated, claimWithin } from './denial-claim.ts';
import { agentAfter, type DenialCue, isPassive, showsBefore } from './denial-cues.ts';
import { type Found, mergeDenials } from './denial-merge.ts';
import { type Denier, isInCourt, isOfficial } from './denial-officials.ts';
import { type Reading, type Who, whoDenies } from './denial-parties.ts';
import { signsOf } from './denial-signs.ts';
import { isSaying, nounAfter, speakerAsDenier, speakerOf } from './denial-speaker.ts';
import { subjectOf } from './denial-subject.ts';
import { isAboutContact } from './denial-topic.ts';
import { isOfOthers } from './denied-facts.ts';
import { askedBy } from './denied-questions.ts';

/** Who published an item, and the state where its text was written. */
export type Source = { readonly outlet: string | null; readonly dateline: string | null };
const NOWHERE: Source = { outlet: null, dateline: null };

/**
 * Official denials of an item, most central first (codebook section 2). `about_contact` is true when the thing denied is a contact or
 * its plan; the contact's own status `denied` is the contact coder's business and comes from the same words.
 */
export function findDenials(sentences: readonly Sentence[], lexicon: Lexicon, { outlet, dateline }: Source = NOWHERE): readonly Denial[] {
  const cues = sentences.map((sentence, at) => signsOf(sentence, { asked: sentences[at - 1], next: sentences[at + 1] }));
  const last = lastIndexWhere(cues, (list) => list.length > 0);
  if (last < 0) return [];
  const reading: Reading = {
    sentences,
    outletCountry: lexicon.countryOfOutlet(outlet ?? ''),
    home: lexicon.homeOfOutlet(outlet ?? ''),
    known: namedPersons(sentences),
    dateline,
    last: null,
  };
  const found: Found[] = [];
  for (const [at, sentence] of sentences.slice(0, last + 1).entries()) {
    for (const cue of cues[at] ?? []) found.push(...readCue(reading, cue, at));
    reading.last = speakerOf(sentence, reading.known);
  }
  return mergeDenials(found);
}

const BACKGROUND = denialWordSet('background');

function namedPersons(sentences: readonly Sentence[]): ReadonlyMap<string, Entity> {
  const named = new Map<string, Entity>();
  for (const sentence of sentences)
    for (const entity of sentence.entities)
      if (entity.surname !== null && isOfficial(entity)) named.set(sentence.tokens[entity.to - 1]?.norm ?? entity.surname, entity);
  return named;
}

function readCue(reading: Reading, cue: DenialCue, at: number): readonly Found[] {
  const sentence = reading.sentences[at];
  if (sentence === undefined) return [];
  const denier = denierOf(reading, sentence, cue) ?? (sentence.zone === 'title' ? askedBy(reading.sentences[at - 1]) : null);
  if (denier === null || denier.kind === 'private' || isOfOthers(sentence, cue, denier) || isInCourt(sentence, cue, denier)) return [];
  const earlier = reading.sentences[at - 1] ?? null;
  const stated = isStatedWithin(cue, sentence) ? claimNegated(sentence, cue, reading.sentences[at + 1]) : claimOf(sentence, cue, earlier);
  // "'Groundless': Lima dismisses a protest"
  const claim = stated.text === '' && sentence.zone === 'title' ? claimAfter(sentence, behindVerb(sentence, cue.to), earlier) : stated;
  return whoDenies(reading, sentence, { denier, cueFrom: cue.from, claimBy: accusingState(sentence, cue, claim) }).map((who) =>
    toDenial(reading, { sentence, cue, claim, who }),
  );
}

/** "the army disproves Delhi's claim": the state whose claim it is, as the verb's object names it. */
const accusingState = ({ entities }: Sentence, { row, to }: DenialCue, { claimBy }: Claim): string | null =>
  row.kind === 'verb' && entities.some(({ from, country, surname }) => from >= to && country === claimBy && surname === null)
    ? claimBy
    : null;

/** What is not so is told by the words of denial themselves ("did not bomb the school, Lima says"). */
const isStatedWithin = ({ row, from }: DenialCue, { tokens }: Sentence): boolean =>
  row.object === 'negated' || row.object === 'fact' || (row.object === 'none' && from < OPENING && normOf(tokens, from - 1) !== ':');

function denierOf(reading: Reading, sentence: Sentence, cue: DenialCue): Denier | null {
  if (cue.row.kind === 'predicate') return speakerAsDenier(reading, sentence, cue);
  if (isPassive(sentence, cue)) {
    return nounAfter(sentence, agentAfter(sentence, cue) ?? cue.to);
  }
  const subject = subjectOf(sentence, showsBefore(sentence, cue.from) ?? cue.from, reading.known);
  // "..., spokesperson says, calling the report false"
  const isAdded = subject?.kind === 'shared' && normOf(sentence.tokens, cue.from - 1) === ',' && isSaying(sentence, cue.from - 2);
  const teller = isAdded ? subjectOf(sentence, cue.from - 2, reading.known) : null;
  return teller === null || teller.kind === 'private' ? subject : teller;
}

function claimOf(sentence: Sentence, cue: DenialCue, earlier: Sentence | null): Claim {
  const topic = (cue.row.object === 'quoted' || isAlone(sentence, cue)) && cue.from < OPENING ? topicAfter(sentence, cue.to) : -1;
  if (topic > 0) return claimAfter(sentence, topic + 1, earlier);
  const spansObject = cue.row.kind === 'verb' && (cue.row.object === 'as' || cue.row.object === 'claimed');
  if (spansObject) return claimAfter(sentence, isVerdictFirst(sentence, cue) ? cue.to : cue.from + 1, earlier);
  if (cue.row.object === 'none') return claimWithin(sentence, cue, earlier);
  const isBefore = cue.row.kind === 'predicate' || isPassive(sentence, cue) || isInverted(sentence, cue);
  return isBefore ? claimBefore(sentence, cue.from, earlier) : claimAfter(sentence, cue.to, earlier);
}

/** "'Groundless': Lima dismisses | a protest". */
function behindVerb({ tokens }: Sentence, from: number): number {
  for (let at = from; at < from + MAX_SUBJECT; at += 1) if (DISMISSES.test(normOf(tokens, at))) return at + 1;
  return from + 1;
}
const MAX_SUBJECT = 7;
const DISMISSES = /^(?:reject|dismiss|den(?:y|ie)|refut|rebuff|slam|blast|brush)/;

/** "Fiction: Lima on a report": nothing stands between the verdict and the mark before it. */
const isAlone = ({ tokens }: Sentence, { row, from, to }: DenialCue): boolean =>
  row.object === 'claimed' && row.kind === 'predicate' && to - from < OPENING && (from === 0 || tokens[from - 1]?.kind === 'mark');

/** "dismissed as a fable | the paper's account": what is dismissed stands behind the verdict. */
const isVerdictFirst = ({ tokens }: Sentence, { from, to }: DenialCue): boolean =>
  tokens.slice(from + 1, from + 3).some(({ norm }) => norm === 'as') && !HERE_ENDS.has(normOf(tokens, to));
const HERE_ENDS = new Set(['', ',', '.', ';']);

/** Tokens before a verdict that opens its sentence, at most ("Lima: "). */
const OPENING = 4;
/** "'Absurd': Lima on | claim of a coup", "'Fiction', Lima says of | the charge". */
const topicAfter = ({ tokens }: Sentence, from: number): number => tokens.findIndex(({ norm }, at) => at >= from && TOPIC_LEADS.has(norm));
const TOPIC_LEADS = wordSet('of on about after');

/** "a claim the Kremlin denies, "iraq denies" at the end: what is denied stands before. */
function isInverted(sentence: Sentence, cue: DenialCue): boolean {
  const next = sentence.tokens[cue.to]?.norm ?? '.';
  return cue.to >= sentence.tokens.length || SPEECH_MARKS.has(next);
}
const SPEECH_MARKS = wordSet('. , ; ! ? "');

function toDenial(reading: Reading, found: { sentence: Sentence; cue: DenialCue; claim: Claim; who: Who }): Found {
  const { sentence, cue, claim, who } = found;
  const { row } = cue;
  const words = wordsBetween(sentence, cue.from, cue.to);
  return {
    by: who.by,
    by_name: who.name,
    strength: row.strength,
    claim: claim.text,
    claim_by: claim.claimBy === who.by ? null : claim.claimBy,
    about_contact: isAboutContact(claim),
    domestic: who.isDomestic,
    background: isRecalled(sentence, cue),
    cameo: row.strength === 'no_confirm' ? DENIAL_CAMEO.no_confirm : DENIAL_CAMEO.denial,
    confidence: confidenceOf(reading, cue, who),
    evidence: {
      zone: sentence.zone,
      sentence: sentence.text,
      start: sentence.starts[cue.from] ?? 0,
      end: sentence.ends[cue.to - 1] ?? 0,
      operators: [{ id: row.id, words, effect: row.strength }],
    },
    zoneRank: sentence.zone === 'title' ? 0 : 1,
    order: reading.sentences.indexOf(sentence),
    isSure: who.isSure,
    isPointer:
      cue.row.kind === 'predicate' &&
      (cue.row.id === 'no-such' ||
        cue.row.object === 'quoted' ||
        POINTERS.has(sentence.tokens.find((token) => token.kind === 'word')?.norm ?? '')),
  };
}
const POINTERS = wordSet('this it that these such');

/** "has previously denied": told again, not new. */
function isRecalled(sentence: Sentence, cue: DenialCue): boolean {
  for (let at = cue.from - 1; at >= Math.max(0, cue.from - 3); at -= 1)
    if (BACKGROUND.has(normOf(sentence.tokens, at))) return sentence.zone === 'text';
  return false;
}

function confidenceOf(reading: Reading, cue: DenialCue, who: Who): number {
  const base = cue.row.kind === 'verb' ? 0.93 : 0.8;
  const isLong = reading.sentences.length > 6;
  return Number((base - (who.isSure ? 0 : 0.15) - (isLong ? 0.03 : 0)).toFixed(2));
}
