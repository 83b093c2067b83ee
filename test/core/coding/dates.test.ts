import { expect, it } from 'vitest';
import { findDates } from '../../../core/coding/dates.ts';
import { tokenise } from '../../../core/coding/tokens.ts';

/** What a phrase means when it is published on Tuesday, 12 August 2025. */
it.each([
  ['future', 'on Friday', '2025-08-15'],
  ['past', 'on Friday', '2025-08-08'],
  ['near', 'on Sunday', '2025-08-10'],
  ['future', 'next Monday', '2025-08-18'],
  ['past', 'this past Friday', '2025-08-08'],
  ['future', 'Monday of next week', '2025-08-18'],
  ['past', 'Tuesday last week', '2025-08-05'],
  ['future', 'from Monday to Wednesday', '2025-08-18/2025-08-20'],
  ['future', 'Friday, Aug. 22', '2025-08-22'],
  ['future', 'on Jan. 10', '2026-01-10'],
  ['future', 'on the 15th', '2025-08-15'],
  ['past', 'on the 15th of July', '2025-07-15'],
  ['future', '22-23 August', '2025-08-22/2025-08-23'],
  ['future', '22 or 23 August', '2025-08-22 2025-08-23'],
  ['future', 'August 28 through the 30th', '2025-08-28/2025-08-30'],
  ['future', 'from April 30 to May 2', '2026-04-30/2026-05-02'],
  ['future', 'the week of January 15, 2026', '2026-01-12/2026-01-18'],
  ['future', 'early next week', '2025-08-18/2025-08-20'],
  ['future', 'later in the week', '2025-08-12/2025-08-17'],
  ['future', 'later this year', '2025-08-12/2025-12-31'],
  ['future', 'by the end of the month', '2025-08-12/2025-08-31'],
  ['future', 'sometime by May', '2025-08-12/2026-05-31'],
  ['future', 'in the coming week', '2025-08-12/2025-08-19'],
  ['future', 'in coming weeks', '2025-08-12/2025-09-09'],
  ['future', 'within the next ten days', '2025-08-12/2025-08-22'],
  ['future', 'in the days ahead', '2025-08-12/2025-08-19'],
  ['past', 'a couple of days ago', '2025-08-10'],
  ['past', 'last night', '2025-08-11'],
  ['future', 'the day after tomorrow', '2025-08-14'],
  ['past', 'over the weekend', '2025-08-09/2025-08-10'],
  ['future', 'this weekend', '2025-08-16/2025-08-17'],
  ['past', 'this weekend', '2025-08-09/2025-08-10'],
  ['future', 'next spring', '2026-03-01/2026-05-31'],
  ['future', 'in the autumn', '2025-09-01/2025-11-30'],
  ['future', 'in mid-September', '2025-09-11/2025-09-20'],
  ['future', 'in early 2026', '2026-01-01/2026-04-30'],
  ['past', 'last December', '2024-12-01/2024-12-31'],
  ['future', 'they may meet', ''],
  ['past', 'the fall of the town', ''],
] as const)('%s: %s', (direction, words, expected) => {
  const found = findDates(tokenise(words), '2025-08-12', direction);
  expect(found.map(({ start, end }) => (start === end ? start : `${start}/${end}`)).join(' ')).toBe(expected);
});
