import { clauseOf } from './arguments.ts';
import { isReport } from './attribution.ts';
import { type DateMention, directionOf, findDates } from './dates.ts';
import type { Frame } from './frames.ts';

export type Dated = { readonly date: string | null; readonly alternatives: readonly string[] };
const NO_DATE: Dated = { date: null, alternatives: [] };
const REACH = 18;

/** The date of the contact itself: not the day on which somebody said so. */
export function readDates(frame: Frame, isBackground: boolean, published: string | null): Dated {
  if (published === null || !frame.scan.hasDate) return NO_DATE;
  const mentions = findDates(frame.scan.sentence.tokens, published.slice(0, 10), directionOf(frame.status, isBackground)).filter(
    (mention) => isOfContact(frame, mention),
  );
  const best = nearest(frame, mentions);
  if (best === null) return NO_DATE;
  const slots = mentions.filter((mention) => mention === best || isAlternativeTo(frame, best, mention));
  return { date: asText(spanOf(slots)), alternatives: slots.length > 1 ? slots.map(asText) : [] };
}

/** "Friday or Monday" as a date: from the first to the last. */
const spanOf = (slots: readonly DateMention[]): Pick<DateMention, 'start' | 'end'> => ({
  start: slots.map(({ start }) => start).sort()[0] ?? '',
  end:
    slots
      .map(({ end }) => end)
      .sort()
      .at(-1) ?? '',
});

const asText = ({ start, end }: Pick<DateMention, 'start' | 'end'>): string => (start === end ? start : `${start}/${end}`);

function nearest(frame: Frame, mentions: readonly DateMention[]): DateMention | null {
  const { nucleus } = frame;
  const distance = (mention: DateMention): number =>
    mention.from >= nucleus.to ? mention.from - nucleus.to : (nucleus.from - mention.to) * 1.5;
  return mentions.reduce<DateMention | null>(
    (best, mention) => (best === null || distance(mention) < distance(best) ? mention : best),
    null,
  );
}

/** In reach, and no verb of saying governs it ("said on Monday"), and no other contact stands between. */
function isOfContact(frame: Frame, mention: DateMention): boolean {
  const { scan, nucleus } = frame;
  const norm = (at: number): string => scan.sentence.tokens[at]?.norm ?? '';
  const gap = mention.from >= nucleus.to ? mention.from - nucleus.to : nucleus.from - mention.to;
  if (mention.to <= nucleus.from && pointsBack(frame)) return true;
  if (gap > REACH || isOfOtherNoun(frame, mention) || isDayOfSaying(frame, mention)) return false;
  for (let at = mention.from - 1; at >= Math.max(0, mention.from - 5); at -= 1) {
    if (at < nucleus.to && at >= nucleus.from) break;
    if (isReport(norm(at)) && norm(at) !== 'announce') return false;
    if (scan.sentence.entities.some((entity) => entity.to === at + 1) && isReport(norm(at - 1)) && norm(at - 1) !== 'told') return false;
  }
  if (isReport(norm(mention.to)) && norm(mention.from - 1) === 'on' && mention.to >= scan.sentence.tokens.length - 3) return false;
  const between = scan.nuclei.some(
    (other) =>
      other !== nucleus &&
      (mention.from >= nucleus.to
        ? other.from >= nucleus.to && other.to <= mention.from
        : other.from >= mention.to && other.to <= nucleus.from) &&
      isIndependent(frame, other.from),
  );
  return !between;
}

const normAt = ({ scan }: Frame, at: number): string => scan.sentence.tokens[at]?.norm ?? '';

/** "the 2022 break", "Monday's talks", "the second time in two months": the date belongs to another noun. */
function isOfOtherNoun(frame: Frame, { from, to }: DateMention): boolean {
  const { nucleus, scan } = frame;
  if (normAt(frame, from - 1) === 'time' || countsSince(frame, from)) return true;
  const isYear =
    /^(?:19|20)\d\d$/.test(normAt(frame, from)) && to - from === 1 && /^(?:the|their|his|her|its|a|'s)$/.test(normAt(frame, from - 1));
  const isOwner = normAt(frame, to) === "'s";
  if (!isYear && !isOwner) return false;
  const owned = scan.nuclei.find((other) => other.from >= to && other.from - to <= 3);
  return owned !== nucleus;
}

/** "their first direct talks in three years": how long it has been. */
const countsSince = (frame: Frame, from: number): boolean =>
  normAt(frame, from) === 'in' &&
  frame.scan.sentence.tokens
    .slice(Math.max(0, from - 8), from)
    .some(({ norm }) => /^(?:first|second|third|only|last|once|twice)$/.test(norm));

const OPEN_OR_OFF: ReadonlySet<string> = new Set([
  'possible',
  'premature',
  'willing',
  'proposed',
  'postponed',
  'cancelled',
  'declined',
  'denied',
]);
/** "Merz on Thursday called for a meeting", "Putin proposed on Monday a meeting": the day on which a side took its position. */
function isDayOfSaying(frame: Frame, { from, to }: DateMention): boolean {
  const { nucleus, status, chain } = frame;
  if (!OPEN_OR_OFF.has(status) || from >= nucleus.to) return false;
  const isBefore = chain.some((operator) => operator.from >= to && operator.from - to <= 1 && operator.row.effect !== 'negate');
  const start = normAt(frame, from - 1) === 'on' ? from - 1 : from;
  return (
    isBefore ||
    chain.some((operator) => operator.to === start && operator.row.isVerb === true && nucleus.from - to > 0 && normAt(frame, to) !== '-')
  );
}

/** "hold talks on this day": the day that the sentence named before. */
const pointsBack = ({ scan, nucleus }: Frame): boolean =>
  scan.sentence.tokens.some(
    (token, at) =>
      at >= nucleus.to && at <= nucleus.to + 8 && token.norm === 'day' && /^(?:this|that)$/.test(scan.sentence.tokens[at - 1]?.norm ?? ''),
  );

/** "talks ... when they hold a call on Tuesday" is one matter; a contact in a clause of its own is another. */
const isIndependent = (frame: Frame, at: number): boolean => clauseOf(frame.scan, at) !== clauseOf(frame.scan, frame.nucleus.from);

/** "Friday or Monday", "on 9 or 10 May". */
function isAlternativeTo(frame: Frame, best: DateMention, mention: DateMention): boolean {
  const [first, second] = mention.from < best.from ? [mention, best] : [best, mention];
  if (second.from - first.to > 3) return false;
  return frame.scan.sentence.tokens.slice(first.to, second.from).some((token) => token.norm === 'or');
}
