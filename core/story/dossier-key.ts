import type { Contact, Denial, Level } from '../coding/codebook/coded-item.ts';
import { LEVELS } from '../coding/codebook/coded-item.ts';
import type { DossierKey } from './dossier.ts';

/** Bodies and collectives: never a state, so that a pair of states is the home of a contact that also names them. */
export const isState = (code: string): boolean => code.length === 2 && code !== 'EU' && code !== 'UN' && code !== 'XX';
/** Beyond this many states a contact is a multilateral summit with a dossier of its own, and touches no pair. */
export const MAX_STATES_IN_PAIRS = 4;

const keyOf = (level: Level, parties: readonly string[]): DossierKey => `${level}:${parties.join('-')}`;

/** The parties that count for a contact's place: states if there are two of them, else all. */
function coreParties(parties: readonly string[]): readonly string[] {
  const [one = '', other = ''] = parties;
  if (parties.length === 2 && one < other) return parties;
  const sorted = [...new Set(parties)].sort();
  const states = sorted.filter(isState);
  return states.length >= 2 ? states : sorted;
}

/**
 * Every dossier that a contact touches, its home first. A contact of three parties is told once, in its home (the first pair in
 * order of codes), and known in the dossiers of its other pairs, so that no pair hears of it again.
 */
export function contactKeys(contact: Pick<Contact, 'level' | 'parties'>): readonly DossierKey[] {
  const core = coreParties(contact.parties);
  if (core.length <= 2 || core.length > MAX_STATES_IN_PAIRS) return [keyOf(contact.level, core)];
  return core.flatMap((one, i) => core.slice(i + 1).map((other) => keyOf(contact.level, [one, other])));
}

/** Where a contact is told. */
export function homeKey(contact: Pick<Contact, 'level' | 'parties'>): DossierKey {
  return contactKeys(contact)[0] ?? keyOf(contact.level, contact.parties);
}

/** Where a denial is kept when it denies no contact that the item names. */
export const denierKey = (denial: Pick<Denial, 'by' | 'by_name'>): DossierKey => `denier:${denial.by ?? denial.by_name ?? 'XX'}`;

/** True for the dossier of two states; what many do has a dossier of its own, under all their names or under a body's. */
export const isOfPair = (key: DossierKey): boolean => {
  const { parties } = readKey(key);
  return parties.length === 2 && parties.every(isState);
};

/** Level and parties of a key; a denier's dossier has the denier as its only party. */
export function readKey(key: DossierKey): { readonly level: Level | null; readonly parties: readonly string[] } {
  const [head = '', tail = ''] = key.split(':', 2);
  return { level: LEVELS.find((level) => level === head) ?? null, parties: tail.split('-').filter((code) => code !== '') };
}

/** A ministers' or envoys' story prepares the leaders' story of the same parties: the key of that one, or null. */
export function preparedKey(key: DossierKey): DossierKey | null {
  const { level, parties } = readKey(key);
  return level === 'minister' || level === 'envoy' ? keyOf('leader', parties) : null;
}
