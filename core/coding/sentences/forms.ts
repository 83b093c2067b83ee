import type { Token } from '../words/text.ts';
import { partsOf } from './token-parts.ts';
import { wordOf } from './vocabulary.ts';

/** What a stretch without spaces is divided into, when that is more than one token ("Putin-Biden", "Xi's"). */
export type Compound = {
  readonly kind: 'compound';
  readonly text: string;
  readonly parts: readonly { readonly token: Token; readonly start: number }[];
};
/** A stretch without spaces: found out once what it is, and kept for the next time it is met. */
export type Form = Token | Compound;

/**
 * Forms kept at most. A form has two neighbouring places where it may stand: a newcomer takes the first, who stood there moves to the second,
 * and who stood there is forgotten, so that the store never grows beyond some megabytes.
 */
export const PLACES = 1 << 15;
/** Longer ones are seldom met twice. */
const MAX_LENGTH = 32;
const kept: (Form | undefined)[] = new Array<undefined>(PLACES).fill(undefined);

/** The form of some UTF-16 units, from one offset up to another. */
export function formOf(units: Uint16Array, from: number, to: number): Form {
  const place = placeOf(units, from, to);
  const known = kept[place];
  if (known !== undefined && isWritten(known.text, units, from, to)) return known;
  const other = kept[place + 1];
  if (other !== undefined && isWritten(other.text, units, from, to)) return other;
  const form = newForm(String.fromCharCode(...units.subarray(from, to)), place);
  if (to - from > MAX_LENGTH) return form;
  kept[place] = form;
  kept[place + 1] = known;
  return form;
}

const FNV_PRIME = 0x01000193;
/** FNV-1a, folded to the first of two places. */
function placeOf(units: Uint16Array, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (units[at] ?? 0), FNV_PRIME);
  return (hash ^ (hash >>> 15)) & (PLACES - 2);
}

function isWritten(known: string, units: Uint16Array, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  for (let at = from; at < to; at += 1) if (known.charCodeAt(at - from) !== units[at]) return false;
  return true;
}

function newForm(written: string, place: number): Form {
  const parts = partsOf(written).map(({ text, norm, start, kind, isCapital }, k) => ({
    token: { text, norm, kind, isCapital, word: wordOf(norm, (place + 2 * k) & (PLACES - 2)) },
    start,
  }));
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first.token : { kind: 'compound', text: written, parts };
}
