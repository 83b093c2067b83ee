import { withAnswer } from './answered-title.ts';
import { joinAnswers } from './asked-title.ts';
import { isBackground, isLongAgo } from './background.ts';
import { besideSummit } from './beside-summit.ts';
import { asBygone } from './bygone.ts';
import { cameAndMet } from './came-and-met.ts';
import type { Contact, Form, Level, Status } from './coded-item.ts';
import { confidenceOf, signsOf } from './confidence.ts';
import { readDates } from './dating.ts';
import { withDetails, withNamedDay } from './details.ts';
import { contactCodes } from './event-codes.ts';
import { type Draft, foldPurpose } from './fold-purpose.ts';
import { type Frame, readFrames } from './frames.ts';
import { thatCountry, visitedState } from './host-states.ts';
import { legsOf } from './itinerary.ts';
import { pairNamedBefore } from './named-pair.ts';
import { readPlace } from './places.ts';
import { readSide } from './position.ts';
import { markRecalled } from './recalled.ts';
import { divideSentences, scanSentence } from './scan.ts';
import { flatten } from './sequences.ts';
import { type Sides, settleSides } from './sides.ts';
import { withoutAims } from './signing-aims.ts';
import { REMOTE } from './status-kinds.ts';
import { summitName } from './summit-name.ts';
import type { Entity, Sentence } from './text.ts';
import type { Topic } from './topic.ts';
import { regionVenue } from './venue-grounds.ts';
import { hasWordOf, WORD_CLASS } from './word-classes.ts';

/** One draft per contact that a sentence asserts, in reading order; `date` is the day of publication. */
export function readDrafts(sentences: readonly Sentence[], date: string | null): readonly Draft[] {
  let found: readonly Draft[] = [];
  let isSport: boolean | null = null;
  let topic: Topic | null = null;
  const lead = leadOf(sentences[0]);
  const opener = openerOf(sentences[1]);
  for (const sentence of divideSentences(joinAnswers(sentences))) {
    const scan = scanSentence(sentence);
    if (scan === null) {
      if (found.length > 0)
        found = withAnswer(found, sentences[0], { answer: sentence, published: date }) ?? withDetails(found, sentence, date);
      continue;
    }
    const drafts: Draft[] = [];
    for (const frame of flatten(readFrames(scan), legsOf)) {
      const draft = toDraft(
        frame,
        { topic: topic ?? pairNamedBefore(frame, sentences, sentence), lead: sentence.zone === 'title' ? opener : lead },
        date,
      );
      isSport ??= draft === null ? null : isAboutSport(sentences);
      if (draft !== null && !(isSport === true && draft.contact.leaders.length === 0)) {
        drafts.push(draft);
        topic = { entities: draft.named, isDomestic: false };
      } else if (frame.args.hasDomesticObject) topic = { entities: frame.args.subject, isDomestic: true };
    }
    const told = cameAndMet(besideSummit(withoutAims(drafts)));
    if (told.length < drafts.length) topic = { entities: told.at(-1)?.named ?? [], isDomestic: false };
    found =
      told.length > 0
        ? [...withNamedDay(found, told, { sentence, published: date }), ...markRecalled(foldPurpose(told), found, date)]
        : withDetails(found, sentence, date);
  }
  return found;
}

const isAboutSport = (sentences: readonly Sentence[]): boolean => sentences.some((sentence) => hasWordOf(sentence, WORD_CLASS.sport));

/** The leader or minister of whom an item tells first. */
const leadOf = (first: Sentence | undefined): Entity | null =>
  first?.entities.find(({ kind, level }) => kind === 'person' && (level === 'leader' || level === 'minister')) ?? null;

/** Who opens the text under a title that names the other side only: "Talks with the premier of Laos", "Putin received ...". */
function openerOf(sentence: Sentence | undefined): Entity | null {
  const first = sentence?.zone === 'text' ? leadOf(sentence) : null;
  return first !== null && first.from <= 1 ? first : null;
}

/** What the sentences before were about: the contact last told, and who came first of all. */
type Told = { readonly topic: Topic | null; readonly lead: Entity | null };

function toDraft(given: Frame, { topic, lead }: Told, published: string | null): Draft | null {
  const frame = asBygone(given, published);
  const sides = settleSides(frame, topic, lead);
  if (sides === null) return null;
  const isRecalled = isBackground(frame, sides, published);
  const site = REMOTE.has(frame.form)
    ? null
    : (readPlace(frame) ?? visitedState(frame, sides.parties) ?? thatCountry(frame, sides.parties) ?? regionVenue(frame));
  const place = site?.text ?? null;
  const { date, alternatives, isToCome } = readDates(frame, isRecalled, published);
  const background = isRecalled || (frame.status !== 'denied' && isLongAgo(frame, date, published));
  const status = isOwnNo(frame, sides)
    ? 'declined'
    : isAbsentThen(frame, date, published)
      ? 'denied'
      : settleStatus(frame, background ? null : date, { place, isToCome });
  const signs = signsOf(frame, sides, topic);
  const { speaker, behalf, via } = frame.scan.speech;
  const { cameo, plover } = codesOf(frame, sides, status);
  const contact: Contact = {
    parties: sides.parties,
    leaders: sides.leaders,
    level: sides.level,
    form: settleForm(frame, sides.level, place),
    status,
    conditional: frame.isConditional,
    background,
    date,
    alternatives,
    place,
    summit: summitName(frame),
    note: null,
    side: readSide(frame, status, sides.parties),
    speaker,
    behalf,
    via,
    cameo,
    plover,
    confidence: confidenceOf(signs),
    evidence: evidenceOf(frame),
  };
  return { frame, contact, signs, named: sides.named, site };
}

function codesOf(frame: Frame, sides: Sides, status: Status): Pick<Contact, 'cameo' | 'plover'> {
  const isThirdParty = frame.chain.some((operator) => operator.row.isThirdParty === true);
  return contactCodes({ status, form: frame.form, isMultilateral: sides.parties.length > 2, isThirdParty });
}

function evidenceOf({ scan, nucleus, fired }: Frame): Contact['evidence'] {
  const { sentence } = scan;
  const start = sentence.starts[nucleus.from] ?? 0;
  const end = sentence.ends[nucleus.to - 1] ?? 0;
  return { zone: sentence.zone, sentence: sentence.text, start, end, operators: fired };
}

/** Talks with a place, or that leaders or ministers hold, are face to face. */
function settleForm(frame: Frame, level: Level, place: string | null): Form {
  if (frame.form !== 'talks' || frame.nucleus.row.kind === 'verb') return frame.form;
  const isHeld = frame.fired.some((operator) => operator.effect === 'hold' || operator.effect === 'begin') && level !== 'envoy';
  return place !== null || (isHeld && (frame.status === 'held' || frame.status === 'underway' || frame.status === 'scheduled'))
    ? 'in_person'
    : 'talks';
}

const MAX_APPOINTMENT_DAYS = 10;
/** "in two weeks" is an appointment, "by May" is none. */
function isNarrow(date: string): boolean {
  const [start = date, end = start] = date.split('/');
  return Date.parse(end) - Date.parse(start) <= MAX_APPOINTMENT_DAYS * 86_400_000;
}

/** "Putin: no talks with Macron": who says so of himself refuses. */
const isOwnNo = ({ state, chain, scan }: Frame, { leaders }: Sides): boolean =>
  state === 'absent' && chain.length === 1 && leaders.includes(scan.speech.speaker ?? '');

/** "No call with Macron on Monday, Kremlin says", told on Tuesday: it did not take place. */
const isAbsentThen = ({ state, status }: Frame, date: string | null, published: string | null): boolean =>
  state === 'absent' &&
  status === 'premature' &&
  date !== null &&
  published !== null &&
  (date.split('/').at(-1) ?? date) < published.slice(0, 10);

type Setting = { readonly place: string | null; readonly isToCome: boolean };
/** A date turns an agreement into an appointment, and so does a day to come what is told in the present; for who gets ready a place does; "would meet only if" is a wish. */
function settleStatus({ status, fired, chain, isConditional }: Frame, date: string | null, { place, isToCome }: Setting): Status {
  if (isToCome) return 'scheduled';
  if (status === 'agreed' && date !== null && isNarrow(date)) return 'scheduled';
  if (status === 'agreed' && place !== null && chain.some(({ row }) => row.isNear === true)) return 'scheduled';
  const isWish =
    status === 'scheduled' &&
    isConditional &&
    (date === null || !isNarrow(date)) &&
    fired.some(({ effect }) => effect === 'future' || effect === 'infinitive');
  return isWish ? 'willing' : status;
}
