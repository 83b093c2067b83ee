import type { Development } from '../story/development.ts';
import { PREPARATION_SPEC } from '../story/preparation.ts';
import type { PreparesJson } from './alert-json.ts';
import { dateLabel, statusLabel } from './headline.ts';
import { partiesLabel } from './party-name.ts';
import { cleanLine, shorten } from './sanitise.ts';

/** What a ministers' development prepares, cleaned; null when it stands alone. */
export function preparesJson({ prepares }: Development): PreparesJson | null {
  if (prepares === undefined) return null;
  const { storyId, because, parties, leaders, summit, status, date, place } = prepares;
  return {
    story: storyId,
    label: shorten(cleanLine(summit !== null && parties.length > 3 ? summit : partiesLabel(parties, leaders)), 80),
    status,
    date: date === null ? null : shorten(cleanLine(date), 60),
    place: place === null ? null : shorten(cleanLine(place), 80),
    because: PREPARATION_SPEC[because].label,
  };
}

/** "Putin-Trump: scheduled, Alaska, 15 Aug 2025 (one report names both)". */
export function preparesLine({ label, status, date, place, because }: PreparesJson): string {
  const slots = [place, date === null ? null : dateLabel(date)].filter((slot) => slot !== null).map((slot) => `, ${slot}`);
  return `${label}: ${statusLabel(status)}${slots.join('')} (${because})`;
}
