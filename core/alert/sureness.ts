import type { Development } from '../story/development.ts';
import { dateLabel } from './headline.ts';

/** Reason codes of developments in words. An unknown code is shown as it is written, so nothing is hidden. */
const REASON_WORDS: Readonly<Record<string, string>> = {
  'single-source': 'one source so far',
  'two-sources': 'two independent sources',
  'several-sources': 'several independent sources',
  'official-source': 'an official source',
  'agency-source': 'a news agency',
  reversal: 'it reverses what was known',
  'first report': 'the first report of it',
  'first-report': 'the first report of it',
  'said again': 'said again after something else',
  answers: 'the other side answers',
  'reverses-denial': 'what was denied is now confirmed',
  'beside-leaders': 'beside the leaders themselves',
  'corrected-by-a-person': 'corrected by the owner',
  conditional: 'tied to a condition',
};

/** "82 %, an official source, it reverses what was known". */
export function surenessOf(development: Development): string {
  const percent = `${Math.round(Math.min(Math.max(development.confidence, 0), 1) * 100)} %`;
  return [percent, ...development.reasons.slice(0, 4).map(reasonWords)].join(', ');
}

const DATES = /\d{4}-\d{2}-\d{2}(?:\/\d{4}-\d{2}-\d{2})?/g;

/** "date-set: 2021-03-18/2021-03-25" -> "date set: 18 Mar 2021 - 25 Mar 2021". */
const reasonWords = (code: string): string =>
  REASON_WORDS[code] ?? code.replaceAll(/(?<=[a-z])[-_](?=[a-z])/g, ' ').replace(DATES, (date) => dateLabel(date));
