import type { FeedDraft } from './feed-draft.ts';
import { htmlToLine } from './html-to-text.ts';
import type { PollHints } from './parsed-feed.ts';

export const NO_HINTS: PollHints = { ttlMinutes: null, updatePeriodMinutes: null, skipHours: [], skipDays: [], hubs: [] };

const PERIOD_MINUTES: ReadonlyMap<string, number> = new Map([
  ['hourly', 60],
  ['daily', 1440],
  ['weekly', 10_080],
  ['monthly', 43_200],
  ['yearly', 525_600],
]);
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** What the publisher asks of pollers; values that make no sense count as not said. */
export function readPollHints(draft: FeedDraft): PollHints {
  const { texts } = draft;
  return {
    ttlMinutes: positive(texts.ttl),
    updatePeriodMinutes: updatePeriod(texts.updatePeriod, texts.updateFrequency),
    skipHours: hoursIn(texts.skipHours ?? ''),
    skipDays: DAYS.filter((day) => new RegExp(`\\b${day}\\b`, 'i').test(texts.skipDays ?? '')),
    hubs: draft.links.filter((link) => link.rel === 'hub').map((link) => link.href),
  };
}

function positive(text: string | undefined): number | null {
  const number = Number(htmlToLine(text ?? ''));
  return Number.isFinite(number) && number > 0 ? Math.round(number) : null;
}

function updatePeriod(period: string | undefined, frequency: string | undefined): number | null {
  const minutes = PERIOD_MINUTES.get(htmlToLine(period ?? '').toLowerCase());
  if (minutes === undefined) return null;
  return Math.max(1, Math.round(minutes / (positive(frequency) ?? 1)));
}

/** Hours 0-23; RSS 0.91 counts 1-24. */
function hoursIn(html: string): readonly number[] {
  const hours = [...htmlToLine(html.slice(0, 5000).replaceAll('<', ' <')).matchAll(/\d+/g)].map((match) => Number(match[0]));
  return [...new Set(hours.filter((hour) => hour <= 24).map((hour) => hour % 24))].toSorted((a, b) => a - b);
}
