import { addDays, WEEKDAYS, weekdayOf } from '../words/calendar.ts';
import { WHICH, wholeAt } from './date-periods.ts';
import type { DateReader } from './date-reading.ts';

/** "the first Monday of September", "the last day of the month", "the first weekend in May". */
export const readNthDay: DateReader = (norms, at, day, direction) => {
  const which = WHICH.get(norms[at] ?? '');
  const unit = norms[at + 1] ?? '';
  const weekday = unit === 'weekend' ? 6 : WEEKDAYS.get(unit);
  if (which === undefined || (weekday === undefined && unit !== 'day') || (norms[at + 2] !== 'of' && norms[at + 2] !== 'in')) return null;
  const whole = wholeAt(norms, at + 3, day, direction);
  if (whole === null) return null;
  const { start, end } = whole;
  const first =
    weekday === undefined
      ? which < 0
        ? end
        : addDays(start, which - 1)
      : which < 0
        ? addDays(end, -((weekdayOf(end) - weekday + 7) % 7))
        : addDays(start, ((weekday - weekdayOf(start) + 7) % 7) + 7 * (which - 1));
  return { length: 3 + whole.length, start: first, end: unit === 'weekend' ? addDays(first, 1) : first };
};
