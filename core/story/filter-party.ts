import { fold, nearest } from './filter-fold.ts';

/** Bodies that take part in contacts; states come from the ISO 3166-1 table of the runtime. `XX`: an unnamed side. */
const BODIES = [
  'EU',
  'UN',
  'NATO',
  'AU',
  'ASEAN',
  'G7',
  'G20',
  'OSCE',
  'BRICS',
  'SCO',
  'GCC',
  'OPEC',
  'IAEA',
  'WHO',
  'WTO',
  'IMF',
  'CIS',
  'CSTO',
  'XX',
];
/** What people type that is neither a code nor the official English name. */
const ALIASES: Readonly<Record<string, string>> = {
  usa: 'US',
  america: 'US',
  uk: 'GB',
  britain: 'GB',
  emirates: 'AE',
  uae: 'AE',
  palestine: 'PS',
  turkey: 'TR',
  'czech republic': 'CZ',
  'ivory coast': 'CI',
  congo: 'CD',
  burma: 'MM',
  kremlin: 'RU',
  moscow: 'RU',
  washington: 'US',
  'white house': 'US',
  beijing: 'CN',
  kyiv: 'UA',
  tehran: 'IR',
  'european union': 'EU',
  'united nations': 'UN',
};
/** Codes that the runtime's table names but that are no states. */
const NO_STATE = new Set(['EU', 'UN', 'EZ', 'XA', 'XB', 'ZZ', 'QO', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);
/** Withdrawn codes (SU, DD, UK) are canonicalised to another one. */
const isCurrent = (code: string): boolean => !NO_STATE.has(code) && new Intl.Locale(`und-${code}`).region === code;

type Names = { readonly codes: ReadonlySet<string>; readonly byName: ReadonlyMap<string, string> };
let cached: Names | null = null;

/** Built on first use (a few milliseconds): English names of all states, folded, to their codes. */
function names(): Names {
  cached ??= buildNames();
  return cached;
}

function buildNames(): Names {
  const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const states = letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const name = isCurrent(code) ? regions.of(code) : undefined;
      return name === undefined ? [] : [[fold(name), code] as const];
    });
  return {
    codes: new Set([...states.map(([, code]) => code), ...BODIES]),
    byName: new Map([...states, ...Object.entries(ALIASES)]),
  };
}

/** The code of a party as somebody types it: `RU`, `ru`, `russia`, `"united states"`; or the nearest known one as a suggestion. */
export function readParty(text: string): { readonly code: string } | { readonly suggestion: string | null } {
  const { codes, byName } = names();
  const code = byName.get(fold(text)) ?? (codes.has(text.toUpperCase()) ? text.toUpperCase() : undefined);
  if (code !== undefined) return { code };
  const near = nearest(fold(text), [...byName.keys()]);
  return { suggestion: near === null ? nearest(text, BODIES) : (byName.get(near) ?? null) };
}

/** For completion and for pages that offer a choice. */
export const partyNames = (): readonly (readonly [name: string, code: string])[] => [...names().byName];
