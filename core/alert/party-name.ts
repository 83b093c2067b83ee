import { isState } from '../story/dossier-key.ts';

/** How people call the parties; bodies and states whose official name is longer than their common one. */
const COMMON_NAMES: Readonly<Record<string, string>> = {
  US: 'US',
  GB: 'UK',
  EU: 'EU',
  UN: 'UN',
  AE: 'UAE',
  PS: 'Palestinians',
  CD: 'DR Congo',
  XK: 'Kosovo',
  XX: 'unnamed side',
};

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** The English name of a party code; a body without one (NATO, ASEAN) is called by its code. */
export function partyName(code: string): string {
  if (Object.hasOwn(COMMON_NAMES, code)) return COMMON_NAMES[code] ?? code;
  return /^[A-Z]{2}$/.test(code) ? (REGIONS.of(code) ?? code) : code;
}

const PARTICLES = new Set(['von', 'van', 'der', 'den', 'de', 'da', 'dos', 'bin', 'ibn', 'al', 'el', 'la', 'le']);

/** A surname as the coder writes it (lower case) in the way that people write it: "von der leyen" -> "von der Leyen". */
export function surnameOf(name: string): string {
  return name
    .split(' ')
    .map((word) => (PARTICLES.has(word) && name.includes(' ') ? word : capitalise(word)))
    .join(' ');
}

const capitalise = (word: string): string =>
  word.replace(/(^|[-'’])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

/** Who the matter is between: "Putin-Trump" where both are named, else "Russia-US". */
export function partiesLabel(parties: readonly string[], leaders: readonly string[]): string {
  if (leaders.length >= 2 && leaders.length >= Math.min(parties.length, 2)) return joinSome(leaders.map(surnameOf));
  return joinSome(parties.map(partyName)) || 'somebody';
}

type Named = { readonly parties: readonly string[]; readonly leaders: readonly string[]; readonly summit: string | null };

/** "G20 summit" where many meet or nobody else is named, "Xi-Modi, at the SCO summit" for those who meet at one. */
export function contactLabel({ parties, leaders, summit }: Named): string {
  if (summit === null) return partiesLabel(parties, leaders);
  const named = parties.filter((party) => isState(party) || (party !== 'XX' && !summit.startsWith(party)));
  const isOfMany = named.length < 2 || parties.length > MOST_AT_A_SUMMIT;
  return isOfMany ? summit : `${partiesLabel(named, leaders)}, at the ${summit.replace(/^the /i, '')}`;
}
/** More parties than these are called by the summit's name. */
const MOST_AT_A_SUMMIT = 3;

const joinSome = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join('-')} +${names.length - 3}` : names.join('-');
