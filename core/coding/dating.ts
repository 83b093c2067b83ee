import { clauseOf } from './arguments.ts';
import { addDays } from './calendar.ts';
import type { Clause } from './clauses.ts';
import { countAt, daysOfUnit } from './date-reading.ts';
import { type DateMention, directionOf, findDates } from './dates.ts';
import type { Frame } from './frames.ts';
import { phraseStart } from './phrase.ts';
import { isDayOfSaying, isOfOtherNoun } from './saying-days.ts';

export type Dated = { readonly date: string | null; readonly alternatives: readonly string[] };
const NO_DATE: Dated = { date: null, alternatives: [] };
const REACH = 18;

/** The date of the contact itself: not the day on which somebody said so. */
export function readDates(frame: Frame, isBackground: boolean, published: string | null): Dated {
  if (published === null || !frame.scan.hasDate) return NO_DATE;
  const day = published.slice(0, 10);
  const counted = countedFrom(frame, day);
  if (counted !== null) return { date: counted, alternatives: [] };
  const mentions = findDates(frame.scan.sentence.tokens, day, directionOf(frame.status, isBackground)).filter(
    (mention) => isPossible(frame, mention, day) && isOfContact(frame, mention, day),
  );
  const best = nearest(frame, mentions);
  if (best === null) return frame.status === 'underway' ? { date: lasting(frame, day), alternatives: [] } : NO_DATE;
  if (best.start === best.end && lasting(frame, best.start) !== null) return { date: lasting(frame, best.start), alternatives: [] };
  const slots = mentions.filter((mention) => mention === best || isAlternativeTo(frame, best, mention));
  return { date: asText(spanOf(slots)), alternatives: slots.length > 1 ? slots.map(asText) : [] };
}

const AHEAD: ReadonlySet<string> = new Set(['possible', 'willing', 'proposed', 'agreed', 'scheduled']);
/** What was held lies behind us, what is planned before us: any other day is of something else. */
function isPossible({ status }: Frame, { start, end }: DateMention, day: string): boolean {
  if (status === 'held') return start <= addDays(day, 1);
  return !AHEAD.has(status) || end >= addDays(day, -1);
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

const normAt = ({ scan }: Frame, at: number): string => scan.sentence.tokens[at]?.norm ?? '';

/** "a day before the summit", "hours after talks", "two weeks after", "on the eve of": told from the day of the news. */
function countedFrom(frame: Frame, day: string): string | null {
  const { nucleus, scan } = frame;
  const start = nucleus.row.kind === 'verb' ? nucleus.from : phraseStart(scan.sentence, nucleus);
  const of = /^(?:of|to)$/.test(normAt(frame, start - 1)) ? start - 2 : start - 1;
  const link = normAt(frame, of);
  if (link === 'eve') return addDays(day, 1);
  const sign = /^(?:before|ahead)$/.test(link) ? 1 : /^(?:after|since|following)$/.test(link) ? -1 : 0;
  if (sign === 0) return null;
  const unit = normAt(frame, of - 1);
  const days = daysOfUnit(unit);
  if (days === undefined) return null;
  if (days === 0) return day;
  const count = [3, 2].map((back) => ({ back, ...countAt(normsOf(frame), of - back) })).find((one) => one.length === one.back - 1)?.count;
  if (count === undefined) return null;
  const date = addDays(day, sign * count * days);
  return days >= 7 ? `${addDays(date, -Math.floor(days / 2))}/${addDays(date, Math.floor(days / 2))}` : date;
}
const normsOf = ({ scan }: Frame): readonly string[] => scan.sentence.tokens.map((token) => token.norm);

/** "begins a three-day visit": from its first day on. */
function lasting(frame: Frame, day: string): string | null {
  const { nucleus } = frame;
  for (let at = nucleus.to - 1; at >= Math.max(0, nucleus.from - 4); at -= 1) {
    const count = /^(\p{L}+|\d+)-day$/u.exec(normAt(frame, at))?.[1];
    const days = count === undefined ? null : countAt([count], 0);
    if (days !== null) return `${day}/${addDays(day, days.count - 1)}`;
  }
  return null;
}

/** In reach, and no verb of saying governs it ("said on Monday"), and no other contact stands between. */
function isOfContact(frame: Frame, mention: DateMention, day: string): boolean {
  const { scan, nucleus } = frame;
  const gap = mention.from >= nucleus.to ? mention.from - nucleus.to : nucleus.from - mention.to;
  if (mention.to <= nucleus.from && (pointsBack(frame) || isOwnDay(frame, mention))) return true;
  if (gap > REACH || isOfOtherNoun(frame, mention) || isDayOfSaying(frame, mention, day)) return false;
  if (isInOtherClause(frame, mention)) return false;
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

/** "Friday's long meeting". */
const isOwnDay = (frame: Frame, { to }: DateMention): boolean =>
  normAt(frame, to) === "'s" && frame.nucleus.from > to && frame.nucleus.from - to <= 3;

/** Clauses that tell of something else than the contact before them. */
const ASIDE = /^(?:after|following|since|amid|amidst|as|while|despite|although|though|because|who|whose|whom|where|before|ahead|during)$/;

/** "meets her after the vote last July", "was shelled on Thursday after talks with": the date is of the other clause. */
function isInOtherClause(frame: Frame, { from, to }: DateMention): boolean {
  const { scan, nucleus } = frame;
  const mine = clauseOf(scan, nucleus.from);
  const its = clauseOf(scan, from);
  if (mine === its || from - its.from <= 1 || (from - its.from === 2 && normAt(frame, from - 1) === 'the')) return false;
  const inside = (clause: Clause): boolean => scan.nuclei.some((one) => one.from >= clause.from && one.from < clause.to);
  if (from >= nucleus.to) return ASIDE.test(normAt(frame, its.from)) && !inside(its);
  if (to <= nucleus.from && its.kind === 'relative') return true;
  return to <= nucleus.from && mine.kind === 'time' && ASIDE.test(normAt(frame, mine.from));
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
