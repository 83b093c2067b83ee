import { AHEAD } from '../codebook/status-kinds.ts';
import { isPerson } from '../entities/actors.ts';
import type { Frame } from '../frames/frames.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import { WEEKDAYS } from '../words/calendar.ts';
import { type Entity, normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { HE } from '../words/word-sets.ts';

/** What was last spoken of: for "the two leaders", "the meeting", "they". */
export type Topic = { readonly entities: readonly Entity[]; readonly isDomestic: boolean };

/** "The announcement came after a meeting with Y": he of whom the item tells. */
const isOfNobodyElse = ({ args, scan, nucleus }: Frame): boolean =>
  scan.sentence.zone === 'text' && nucleus.row.kind === 'noun' && args.isOneSided && args.hasRight && scan.groups.length === 1;

/** "Telephone conversation with the president of Kenya": the title of a readout; its text begins with the other. */
const isTitleOfReadout = ({ args, scan, nucleus }: Frame): boolean =>
  scan.sentence.zone === 'title' &&
  nucleus.row.kind === 'noun' &&
  args.isOneSided &&
  args.hasRight &&
  scan.groups.length === 1 &&
  phraseStart(scan.sentence, nucleus) === 0;

/** "It came days after his meeting with Y": his of whom the item tells. */
const isHis = ({ args, scan, nucleus }: Frame): boolean =>
  scan.sentence.zone === 'text' &&
  nucleus.row.kind === 'noun' &&
  args.subject.length === 0 &&
  scan.groups.every(({ members }) => members.every((one) => one.kind !== 'person' || args.core.includes(one))) &&
  scan.sentence.tokens.slice(Math.max(0, nucleus.from - 3), nucleus.from).some(({ norm }) => norm === 'his' || norm === 'her');

/** "He met Xi in Bali in November.": at the head of a later sentence, he of whom the item tells. */
const isOfPronoun = ({ args, scan, nucleus }: Frame): boolean =>
  scan.sentence.zone === 'text' &&
  args.hasRight &&
  args.subject.length === 0 &&
  ((nucleus.row.kind === 'verb' && isRightBehindHe({ scan, nucleus })) ||
    ([0, 1].some((at) => HE.has(normOf(scan.sentence.tokens, at))) &&
      nucleus.from <= (nucleus.row.kind === 'verb' ? 4 : 6) &&
      (nucleus.row.kind === 'verb' || args.isOneSided)));

/** "The secretary of state spoke during a trip to Kenya": he of whom the title tells. */
const isBareOfficeOf = ({ args: { subject }, scan: { sentence }, nucleus }: Frame, { office }: Entity): boolean =>
  sentence.zone === 'text' &&
  nucleus.row.isTravel === true &&
  subject.length > 0 &&
  subject.every((one) => one.kind === 'office' && one.country === null && one.office === office);

/** "In March, he met Xi", "He was there in May, when he last met Xi": nobody else was named before. */
function isRightBehindHe({ scan: { sentence }, nucleus }: Pick<Frame, 'scan' | 'nucleus'>): boolean {
  const at = BEHIND_HE.has(normOf(sentence.tokens, nucleus.from - 1)) ? nucleus.from - 2 : nucleus.from - 1;
  return HE.has(normOf(sentence.tokens, at)) && !sentence.entities.some((one) => one.to <= at && isPerson(one));
}
const BEHIND_HE = wordSet('last had also first previously');

/** Whose contact it is when only the other side is named: he of whom the item tells first. */
export const isOfWhoLeads = (frame: Frame, topic: Topic | null, lead: Entity): boolean =>
  (isOfDay(frame) && frame.args.isOneSided && frame.args.hasRight) ||
  isBareOfficeOf(frame, lead) ||
  (topic === null && (isOfNobodyElse(frame) || isHis(frame) || isTitleOfReadout(frame))) ||
  isOfPronoun(frame);

/** "Monday's meeting in Oslo", "Next week's talks with X": a sentence of a text that opens with a contact and its day. */
export function isOfDay({ scan: { sentence }, nucleus: { row, from } }: Frame): boolean {
  if (sentence.zone !== 'text' || row.kind !== 'noun' || from > MAX_DAY) return false;
  const { tokens } = sentence;
  const to = tokens[1]?.norm === "'s" ? 1 : tokens[2]?.norm === "'s" ? 2 : 0;
  const day = normOf(tokens, to - 1);
  return to > 0 && (WEEKDAYS.has(day) || DAYS.has(day)) && !sentence.entities.some((one) => one.from > 0 && one.to <= from);
}
const MAX_DAY = 5;
const DAYS = wordSet('today tomorrow week month weekend');

/** "the talks", "such a contact" speak of one that is known. */
export function isDefinite({ scan, nucleus }: Frame): boolean {
  if (nucleus.row.kind === 'verb') return false;
  const opener = normOf(scan.sentence.tokens, phraseStart(scan.sentence, nucleus));
  return DEFINITE.has(opener) || normOf(scan.sentence.tokens, nucleus.from - 1) === 'such';
}
const DEFINITE = wordSet('the such this these those that another');

/** "the talks", "such a contact": the one last spoken of, when who is named here belongs to it. */
export function isTheSame(frame: Frame, topic: Topic | null, found: readonly Entity[]): boolean {
  if (topic === null || topic.isDomestic) return false;
  return (
    isDefinite(frame) && found.every((entity) => entity.country === null || topic.entities.some((one) => one.country === entity.country))
  );
}

/** "calls Putin and proposes a summit", "in a letter to Putin, Zelensky offers talks": whom the sentence named before as the other side. */
export function isOfferToTheSame(frame: Frame, topic: Topic | null, found: readonly Entity[]): boolean {
  const { n, nucleus, status, args } = frame;
  const isFirst = n === 0 && !(frame.scan.sentence.zone === 'text' && OFF_OR_EARLY.has(frame.status));
  if (isFirst || topic === null || topic.isDomestic || args.hasDomesticObject || nucleus.row.kind !== 'noun') return false;
  return (
    (AHEAD.has(status) || OFF_OR_EARLY.has(status)) && found.every((entity) => topic.entities.some((one) => one.country === entity.country))
  );
}
const OFF_OR_EARLY: ReadonlySet<string> = new Set(['premature', 'declined', 'postponed', 'cancelled']);
