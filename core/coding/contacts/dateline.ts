import { DONE, REMOTE } from '../codebook/status-kinds.ts';
import { findDates } from '../dates/dates.ts';
import { datelineIn, normaliseText } from '../entities/normalise.ts';
import { countryOfCity, type Place } from '../lexicon/cities.ts';
import { tokenise } from '../sentences/tokens.ts';
import { fold } from '../words/fold.ts';
import type { Draft } from './fold-purpose.ts';

/** Where and on which day an agency wrote its text: "VLADIVOSTOK, April 25. /TASS/." */
export type Dateline = { readonly place: Place; readonly day: string | null };

/** "CAIRO/ADDIS ABABA, May 3": written in two towns. */
const TWO_TOWNS = /^[\p{L}.' -]+\/ ?\p{L}[^/]*$/u;
/** "AFP - The leaders": who wrote it, not where. */
const AGENCY = /^(?:AFP|AP|UPI|DPA|EFE|ANSA|TASS|IANS|PTI|ANI|Reuters|Bloomberg|Xinhua|Yonhap|Kyodo|Interfax)$/i;
/** Characters in which a dateline stands. */
const HEAD = 400;

/** The dateline at the head of a text, or null. */
export function readDateline(text: string | null, published: string | null): Dateline | null {
  const head = text === null ? null : datelineIn(normaliseText(text.slice(0, HEAD)).trim());
  const name = /^[\p{Lu}][\p{L}.' -]*[\p{L}]/u.exec(head ?? '')?.[0];
  if (head === null || name === undefined || TWO_TOWNS.test(head) || AGENCY.test(name)) return null;
  const written = name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  const day = published === null ? undefined : findDates(tokenise(head), published.slice(0, 10), 'past')[0]?.start;
  return { place: { text: written, country: countryOfCity(fold(name)), isState: false }, day: day ?? null };
}

/**
 * The first sentence of a text tells what goes on where it was written: "talks have begun" on its day, and in its city what is done "here",
 * a host receives or a guest comes for.
 */
export function withDateline(drafts: readonly Draft[], dateline: Dateline | null): readonly Draft[] {
  if (dateline === null) return drafts;
  return drafts.map((draft) => {
    const { contact, frame } = draft;
    const { zone, index } = frame.scan.sentence;
    if (zone !== 'text' || index > 0 || contact.background || !DONE.has(contact.status)) return draft;
    const date = contact.date ?? (contact.status === 'underway' ? dateline.day : null);
    const isHere =
      !REMOTE.has(contact.form) && (contact.place === null || draft.site?.isState === true) && takesPlaceThere(draft, dateline.place);
    const site = isHere ? dateline.place : draft.site;
    return { ...draft, site, contact: { ...contact, date, place: isHere ? dateline.place.text : contact.place } };
  });
}

function takesPlaceThere({ frame, contact, site }: Draft, { country }: Place): boolean {
  if (frame.scan.sentence.tokens.some(({ norm }) => norm === 'here')) return true;
  if (country === null || !contact.parties.includes(country)) return false;
  if (site !== null && site.country !== null) return site.country === country;
  return contact.status === 'underway' || frame.nucleus.row.isHosting === true;
}
