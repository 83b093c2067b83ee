import type { Development } from './development.ts';
import type { Story } from './dossier.ts';
import { DAY, elapsed } from './duration.ts';
import { FORM_FAMILY } from './fact.ts';
import { compareDates, comparePlaces, firstDay } from './slot.ts';
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

/**
 * The story of a pair stands where the development of a wider circle says: the same family of status, no other day or place. That a
 * wider circle met already, before the day of the pair, is no more believable.
 */
export function isStandingThere(story: Story, { level, to, form, date, place, effectiveAt }: Development): boolean {
  if (story.level !== level || story.status === null || to === null) return false;
  const [mine, theirs] = [STATUS_SPEC[story.status].family, STATUS_SPEC[to].family];
  const isEarly = mine === 'committed' && theirs === 'done' && (firstDay(story.date) ?? '') > effectiveAt.slice(0, 10);
  return (
    (mine === theirs || isEarly) &&
    (FORM_FAMILY[story.form ?? 'talks'] === FORM_FAMILY[form ?? 'talks'] || form === 'talks') &&
    compareDates(story.date, date) !== 'changed' &&
    comparePlaces(story.place, place) !== 'changed'
  );
}

const covers = (outer: readonly string[], inner: readonly string[]): boolean => inner.every((code) => outer.includes(code));
