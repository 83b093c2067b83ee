import type { Development } from './development.ts';
import { DAY, elapsed } from './duration.ts';
import { FORM_FAMILY } from './fact.ts';
import { compareDates, comparePlaces } from './slot.ts';
import { STATUS_SPEC } from './status.ts';

/** How long a told development speaks for the wider and the narrower circle of its parties (milliseconds). */
export const INHIBITION_WINDOW = 1.5 * DAY;

/**
 * The development, told shortly before in another dossier, that already said this one: a contact of three parties after that of its
 * pair, the same family of status, no new date or place. Null = nobody said it.
 */
export function findInhibitor(development: Development, told: readonly Development[]): Development | null {
  if (development.kind !== 'status' || development.to === null) return null;
  return (
    told.find(
      (other) =>
        other.id !== development.id &&
        other.dossierKey !== development.dossierKey &&
        other.at <= development.at &&
        speaksFor(other, development),
    ) ?? null
  );
}

function speaksFor(told: Development, development: Development): boolean {
  if (told.level !== development.level || told.to === null || development.to === null) return false;
  if (Math.abs(elapsed(told.effectiveAt, development.effectiveAt)) > INHIBITION_WINDOW) return false;
  if (!covers(told.parties, development.parties) && !covers(development.parties, told.parties)) return false;
  if (STATUS_SPEC[told.to].family !== STATUS_SPEC[development.to].family) return false;
  return (
    FORM_FAMILY[told.form ?? 'talks'] === FORM_FAMILY[development.form ?? 'talks'] &&
    compareDates(told.date, development.date) === 'none' &&
    comparePlaces(told.place, development.place) === 'none'
  );
}

const covers = (outer: readonly string[], inner: readonly string[]): boolean => inner.every((code) => outer.includes(code));
