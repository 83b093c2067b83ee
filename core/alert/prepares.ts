import type { Development, Inside, Prepared } from '../story/development.ts';
import { PREPARATION_SPEC } from '../story/preparation.ts';
import { SIDELINE_SPEC } from '../story/sidelines.ts';
import type { PreparesJson } from './alert-json.ts';
import { dateLabel, statusLabel } from './headline.ts';
import { contactLabel } from './party-name.ts';
import { cleanLine, shorten } from './sanitise.ts';

/** What a ministers' development prepares, cleaned; null when it stands alone. */
export function preparesJson({ prepares }: Development): PreparesJson | null {
  return prepares === undefined ? null : linkedJson(prepares, PREPARATION_SPEC[prepares.because].label);
}

/** The summit on whose sidelines a development is, cleaned; null when none was known. */
export function insideJson({ inside }: Development): PreparesJson | null {
  return inside === undefined ? null : linkedJson(inside, SIDELINE_SPEC[inside.because].label);
}

const linkedJson = ({ storyId, parties, leaders, summit, status, date, place }: Prepared | Inside, because: string): PreparesJson => ({
  story: storyId,
  label: shorten(cleanLine(contactLabel({ parties, leaders, summit })), 80),
  status,
  date: date === null ? null : shorten(cleanLine(date), 60),
  place: place === null ? null : shorten(cleanLine(place), 80),
  because,
});

/** "Putin-Trump: scheduled, Alaska, 15 Aug 2025 (one report names both)". */
export function preparesLine({ label, status, date, place, because }: PreparesJson): string {
  const slots = [place, date === null ? null : dateLabel(date)].filter((slot) => slot !== null).map((slot) => `, ${slot}`);
  return `${label}: ${statusLabel(status)}${slots.join('')} (${because})`;
}
