import type { Contact, Form, Level, Status } from '../codebook/coded-item.ts';
import { contactCodes } from '../codebook/event-codes.ts';
import { DONE, REMOTE } from '../codebook/status-kinds.ts';
import { type Frame, readFrames } from '../frames/frames.ts';
import type { Place } from '../lexicon/cities.ts';
import { divideSentences, scanSentences } from '../operators/scan.ts';
import { thatCountry, visitedState } from '../parties/host-states.ts';
import { readSide } from '../parties/position.ts';
import type { Sides } from '../parties/sides.ts';
import { type Dated, readDates, UNDATED } from '../whereabouts/dating.ts';
import { legsOf } from '../whereabouts/itinerary.ts';
import { readPlace } from '../whereabouts/places.ts';
import { regionVenue } from '../whereabouts/venue-grounds.ts';
import { flatten } from '../words/sequences.ts';
import type { Sentence } from '../words/text.ts';
import { withAnswer } from './answered-title.ts';
import { joinAnswers } from './asked-title.ts';
import { isBackground, isLongAgo } from './background.ts';
import { asBygone } from './bygone.ts';
import { cameAndMet } from './came-and-met.ts';
import { confidenceOf, signsOf } from './confidence.ts';
import { withDetails, withNamedDay } from './details.ts';
import { type Draft, foldPurpose } from './fold-purpose.ts';
import { markRecalled } from './recalled.ts';
import { withAskedAnswer, withSecondAnswer } from './second-answer.ts';
import { settleFrames } from './settle-frames.ts';
import type { Settled } from './settled.ts';
import { isAbsentThen, isOwnNo, settleStatus } from './told-status.ts';

/** One draft per contact that a sentence asserts, in reading order; `date` is the day of publication. */
export function readDrafts(sentences: readonly Sentence[], date: string | null): readonly Draft[] {
  const all = divideSentences(joinAnswers(sentences));
  const scans = scanSentences(all);
  const frames = scans.map((scan) => flatten(readFrames(scan), legsOf).map((frame) => asBygone(frame, date)));
  const told = draftsOf(settleFrames(frames, sentences), date);
  const at = new Map(scans.map(({ sentence }, k) => [sentence, k]));
  let found: readonly Draft[] = [];
  for (const sentence of all) {
    const k = at.get(sentence);
    const drafts = k === undefined ? [] : (told[k] ?? []);
    if (drafts.length > 0)
      found = [
        ...withNamedDay(found, drafts, { sentence, published: date }),
        ...markRecalled(withAskedAnswer(withSecondAnswer(foldPurpose(drafts), sentence)), found, date),
      ];
    else if (found.length > 0)
      found =
        (k === undefined ? withAnswer(found, sentences[0], { answer: sentence, published: date }) : null) ??
        withDetails(found, sentence, date);
  }
  return found;
}

/** What is read once it is known who takes part, one thing for all of them at a time. */
function draftsOf(told: readonly (readonly Settled[])[], published: string | null): readonly (readonly Draft[])[] {
  const all = told.flat();
  const recalled = all.map(({ frame, sides }) => isBackground(frame, sides, published));
  const sites = all.map(siteOf);
  const dates = all.map(({ frame, isStanding }, k) =>
    isStanding === true && DONE.has(frame.status) ? UNDATED : readDates(frame, recalled[k] === true, published),
  );
  let next = 0;
  return told.map((group) =>
    cameAndMet(
      group.map((one) => {
        const k = next;
        next += 1;
        return toDraft(one, { isRecalled: recalled[k] === true, site: sites[k] ?? null, dated: dates[k] ?? UNDATED, published });
      }),
    ),
  );
}

const siteOf = ({ frame, sides }: Settled): Place | null =>
  REMOTE.has(frame.form)
    ? null
    : (readPlace(frame) ?? visitedState(frame, sides.parties) ?? thatCountry(frame, sides.parties) ?? regionVenue(frame));

type Circumstances = {
  readonly isRecalled: boolean;
  readonly site: Place | null;
  readonly dated: Dated;
  readonly published: string | null;
};

function toDraft({ frame, sides, topic, summit, isBeside }: Settled, { isRecalled, site, dated, published }: Circumstances): Draft {
  const place = site?.text ?? null;
  const { date, alternatives, isToCome } = dated;
  const background = isRecalled || (frame.status !== 'denied' && isLongAgo(frame, date, published));
  const status = isOwnNo(frame, sides)
    ? 'declined'
    : isAbsentThen(frame, date, published)
      ? 'denied'
      : settleStatus(frame, background ? null : date, { place, isToCome });
  const signs = signsOf(frame, sides, topic);
  const { speaker, behalf, via } = frame.scan.speech;
  const { cameo, plover } = codesOf(frame, sides, status);
  const form = settleForm(frame, sides.level, place);
  const contact: Contact = {
    parties: sides.parties,
    leaders: sides.leaders,
    level: sides.level,
    form: isBeside && form === 'talks' ? 'in_person' : form,
    status,
    conditional: frame.isConditional,
    background,
    date,
    alternatives,
    place,
    summit,
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
