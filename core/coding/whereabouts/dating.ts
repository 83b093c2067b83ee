import { AHEAD, DONE } from '../codebook/status-kinds.ts';
import { asText } from '../dates/date-choice.ts';
import { asYear, countAt, type Direction } from '../dates/date-reading.ts';
import { type DateMention, directionOf, findDates } from '../dates/dates.ts';
import { clauseOf } from '../frames/arguments.ts';
import type { Frame } from '../frames/frames.ts';
import { endsAhead, phraseEnd } from '../operators/outcomes.ts';
import { addDays, DAY_MS } from '../words/calendar.ts';
import { lastIndexWhere } from '../words/sequences.ts';
import { normOf } from '../words/text.ts';
import { verbFormOf } from '../words/verb-forms.ts';
import { wordSet } from '../words/word-set.ts';
import { countedFrom, lasting } from './counted-days.ts';
import { isOfContact } from './day-owner.ts';

export type Dated = {
  readonly date: string | null;
  readonly alternatives: readonly string[];
  /** Told in the present tense, with a day that is still to come: "hosts him on Friday". */
  readonly isToCome: boolean;
};
/** Nothing is told of the day. */
export const UNDATED: Dated = { date: null, alternatives: [], isToCome: false };
const exactly = (date: string | null): Dated => ({ date, alternatives: [], isToCome: false });

/** The date of the contact itself: not the day on which somebody said so. */
export function readDates(frame: Frame, isBackground: boolean, published: string | null): Dated {
  if (published === null) return exactly(frame.scan.hasDate ? withItsYear(frame) : null);
  const day = published.slice(0, 10);
  if (!frame.scan.hasDate) return exactly((frame.status === 'underway' && isLive(frame)) || isLaterToday(frame) ? day : null);
  const counted = countedFrom(frame, day);
  if (counted !== null) return exactly(counted);
  if (frame.chain.some((_, k) => endsAhead(frame.nucleus, frame.chain, k) !== null)) return UNDATED;
  const isBare = isBareTalks(frame, isBackground);
  const direction = isBare ? 'present' : toldIn(frame, isBackground);
  const mentions = findDates(frame.scan.sentence.tokens, day, direction).filter(
    (mention) =>
      !isName(frame, mention) &&
      (isPossible(frame, mention, day) || (direction === 'present' && isForetold(frame, mention))) &&
      isOfContact(frame, mention, day) &&
      (!isBare || mention.from <= phraseEnd(frame.scan.sentence, frame.nucleus) + 1),
  );
  const best = nearerTo(movedTo(frame, mentions) ?? nearest(frame, mentions), mentions);
  if (best === null) return exactly(frame.status === 'underway' ? (lasting(frame, day) ?? dayOfNow(frame, day)) : null);
  const isToCome = direction === 'present' && best.start > day;
  const long = best.start === best.end ? lasting(frame, best.start) : null;
  if (long !== null) return { ...exactly(isItsLast(frame, best) ? asText(backFrom(long)) : long), isToCome };
  const slots = mentions.filter((mention) => mention === best || isAlternativeTo(frame, best, mention));
  return {
    date: asText(frame.status === 'postponed' ? newOf(frame, best, spanOf(slots)) : spanOf(slots)),
    alternatives: slots.length > 1 ? slots.map(asText) : [],
    isToCome,
  };
}

/** "talks with Iran in January": a headline that tells of them without a verb, and when. */
const isBareTalks = ({ status, state, chain, nucleus, scan: { sentence } }: Frame, isBackground: boolean): boolean =>
  status === 'underway' &&
  state === 'bare' &&
  !isBackground &&
  chain.length === 0 &&
  nucleus.row.kind === 'noun' &&
  sentence.zone === 'title';

/** Without a day of publication only a date that names its own year is known: "on 5 March 2018". */
function withItsYear(frame: Frame): string | null {
  const { tokens } = frame.scan.sentence;
  const mentions = findDates(tokens, ANY_DAY, 'past').filter(
    (mention) =>
      tokens.slice(mention.from, mention.to).some(({ norm }) => asYear(norm) !== null) &&
      mention.to - mention.from > 1 &&
      !isName(frame, mention) &&
      isOfContact(frame, mention, ANY_DAY),
  );
  const best = nearest(frame, mentions);
  return best === null ? null : asText(best);
}
/** Nothing is counted from it. */
const ANY_DAY = '1900-01-01';

/** What took place or goes on is told in the past ("arrived") or in the present, which may mean a day to come ("arrives on Friday"). */
function toldIn(frame: Frame, isBackground: boolean): Direction {
  const direction =
    frame.status === 'denied' && frame.nucleus.form === 'past' && !isBackground
      ? 'past'
      : frame.state === 'absent' && !isBackground
        ? wasAbsent(frame)
          ? 'past'
          : 'near'
        : directionOf(frame.status, isBackground);
  if (isBackground || !DONE.has(frame.status)) return direction;
  const { nucleus, chain, scan } = frame;
  if (isCounterfactual(frame)) return 'near';
  const light = chain.find(
    ({ row, from }) =>
      row.effect === 'hold' || row.effect === 'begin' || (row.effect === 'occur' && scan.sentence.tokens[from]?.norm === 'takes'),
  );
  const form =
    light !== undefined ? verbFormOf(normOf(scan.sentence.tokens, light.from)) : nucleus.row.kind === 'verb' ? nucleus.form : null;
  if (form === 'past') return 'past';
  const isPresent =
    form === 's' ||
    (form === 'base' && chain.every((operator) => operator === light || (operator.row.effect === 'infinitive' && frame.state === 'held')));
  return isPresent ? 'present' : direction;
}

/** "The trip on Friday would have been his third": of what is off. */
const isCounterfactual = ({ nucleus, scan: { sentence } }: Frame): boolean =>
  sentence.tokens.some(
    ({ norm }, at) => norm === 'would' && at >= nucleus.to && at <= nucleus.to + 6 && normOf(sentence.tokens, at + 1) === 'have',
  );

/** "There was no call on Thursday". */
const wasAbsent = ({ nucleus, scan: { sentence } }: Frame): boolean =>
  [2, 3].some((back) => WAS.has(normOf(sentence.tokens, nucleus.from - back)));
const WAS = wordSet('was were');

/** "hosts him on Friday": the day stands behind the verb, in its own clause, and no other verb ("for the summit that opens on Friday"). */
const isForetold = ({ scan, nucleus }: Frame, { from }: DateMention): boolean =>
  from >= nucleus.to &&
  clauseOf(scan, from) === clauseOf(scan, nucleus.from) &&
  !scan.operators.some((one) => one.row.effect === 'begin' && one.from >= nucleus.to && one.to <= from && nucleus.row.kind === 'verb');

/** "ended a two-day visit on Tuesday": the last of its days. */
const isItsLast = ({ nucleus, status, scan }: Frame, { from }: DateMention): boolean =>
  status === 'held' &&
  from >= nucleus.to &&
  scan.sentence.tokens.slice(Math.max(0, nucleus.from - MAX_END), nucleus.to).some(({ norm }) => ENDS.has(norm));
const MAX_END = 6;
const ENDS = wordSet('ended ends concludes concluded wraps wrapped finishes finished completes completed');
function backFrom(days: string): Pick<DateMention, 'start' | 'end'> {
  const [start = days, end = start] = days.split('/');
  return { start: addDays(start, (Date.parse(start) - Date.parse(end)) / DAY_MS), end: start };
}

/** "on day 2 of the visit", "enters its fourth day", "Live: ...": the text says that it is on now. */
function dayOfNow({ scan }: Frame, day: string): string | null {
  const { tokens } = scan.sentence;
  const norm = (at: number): string => normOf(tokens, at);
  const isNow = tokens.some(
    (token, at) => token.norm === 'day' && ((countAt([norm(at + 1)], 0) !== null && norm(at + 2) === 'of') || WHICH_DAY.test(norm(at - 1))),
  );
  return isNow || isLive({ scan }) ? day : null;
}
/** "will hold talks later", "sits down with him in Alaska later": in the hours to come. */
function isLaterToday({ status, nucleus, chain, scan: { sentence } }: Frame): boolean {
  if (status !== 'scheduled' || nucleus.row.isTravel === true || nucleus.row.isHosting === true) return false;
  if (!chain.some(({ row }) => NEAR_FUTURE.has(row.effect))) return false;
  const at = lastIndexWhere(sentence.tokens, ({ norm }) => norm === 'later');
  return at >= nucleus.to && SENTENCE_END.has(normOf(sentence.tokens, at + 1)) && !PUTS_OFF.has(normOf(sentence.tokens, at - 1));
}
const NEAR_FUTURE = wordSet('future infinitive schedule');
const PUTS_OFF = wordSet('or until till for to a days day weeks week months month years year hours hour much than even sooner');
const SENTENCE_END = new Set(['', '.', ',']);

/** "LIVE: ...", "Live updates: ...". */
const isLive = ({ scan: { sentence } }: Pick<Frame, 'scan'>): boolean =>
  sentence.zone === 'title' &&
  sentence.tokens.some(({ norm }, at) => norm === 'live' && at < 4) &&
  sentence.tokens.some(({ norm }, at) => norm === ':' && at < 6);
const WHICH_DAY = /^(?:first|second|third|fourth|fifth|sixth|seventh|last|final|\d+(?:st|nd|rd|th))$/;

/** "May" the prime minister, "April" the minister. */
const isName = ({ scan }: Frame, { from, to }: DateMention): boolean =>
  scan.sentence.entities.some((entity) => entity.kind === 'person' && entity.from < to && from < entity.to);

/** What was held lies behind us, what is planned before us: any other day is of something else. */
function isPossible({ status, scan }: Frame, { start, end, from, to }: DateMention, day: string): boolean {
  if (status === 'held') return start <= addDays(day, 1);
  if (status === 'underway') return start <= day;
  if (!AHEAD.has(status)) return true;
  return end >= addDays(day, -1) && (start > day || !scan.sentence.tokens.slice(from, to).some(({ norm }) => BYGONE.has(norm)));
}
const BYGONE = wordSet('last past previous earlier yesterday ago recent');

/** "Friday or Monday" as a date: from the first to the last. */
const spanOf = (slots: readonly DateMention[]): Pick<DateMention, 'start' | 'end'> => ({
  start: slots.map(({ start }) => start).sort()[0] ?? '',
  end:
    slots
      .map(({ end }) => end)
      .sort()
      .at(-1) ?? '',
});

/** "in ten days, on August 22", "next month, on the 13th": the day right behind the time in which it lies. */
function nearerTo(best: DateMention | null, mentions: readonly DateMention[]): DateMention | null {
  if (best === null || best.start === best.end) return best;
  const inside = ({ from, start, end }: DateMention): boolean =>
    from >= best.to && from - best.to <= 2 && start === end && start >= best.start && end <= best.end;
  return mentions.find(inside) ?? best;
}

function nearest(frame: Frame, mentions: readonly DateMention[]): DateMention | null {
  const { nucleus } = frame;
  const distance = (mention: DateMention): number =>
    mention.from >= nucleus.to ? mention.from - nucleus.to : (nucleus.from - mention.to) * 1.5;
  return mentions.reduce<DateMention | null>(
    (best, mention) => (best === null || distance(mention) < distance(best) ? mention : best),
    null,
  );
}

/** "Friday or Monday", "on 9 or 10 May". */
function isAlternativeTo(frame: Frame, best: DateMention, mention: DateMention): boolean {
  const [first, second] = mention.from < best.from ? [mention, best] : [best, mention];
  if (second.from - first.to > 3) return false;
  return frame.scan.sentence.tokens.slice(first.to, second.from).some((token) => token.norm === 'or');
}

/** "moved from Friday to August 22", "put off to May": of what is put off the new day. */
const movedTo = ({ status, scan }: Frame, mentions: readonly DateMention[]): DateMention | null =>
  (status === 'postponed' && mentions.find(({ from }) => UNTIL.has(normOf(scan.sentence.tokens, from - 1)))) || null;
const UNTIL = wordSet('to until till');

/** "has gone from March to April", "moved from Monday to Thursday": of what is put off the later one. */
function newOf({ scan }: Frame, { from, to }: DateMention, span: Pick<DateMention, 'start' | 'end'>): Pick<DateMention, 'start' | 'end'> {
  const { tokens } = scan.sentence;
  const isFrom = normOf(tokens, from - 1) === 'from' || tokens[from]?.norm === 'from';
  if (!isFrom || span.start === span.end || !tokens.slice(from, to).some(({ norm }) => norm === 'to')) return span;
  return { start: span.start.endsWith('-01') && !span.end.endsWith('-01') ? `${span.end.slice(0, 8)}01` : span.end, end: span.end };
}
