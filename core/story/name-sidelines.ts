import type { Contact } from '../coding/coded-item.ts';

/** What is held beside a summit: "on the sidelines of the SCO summit", "in the margins of". */
const BESIDE = /\b(?:sidelines?|margins?) of\b/i;

/**
 * "X meets Y on the sidelines of the SCO summit" tells of two contacts in one sentence: the meeting, which has no name of its own, takes the
 * summit's. The contacts themselves, as the same list, where nothing is held beside another.
 */
export function nameSidelines(contacts: readonly Contact[]): readonly Contact[] {
  if (contacts.length < 2) return contacts;
  const summits = contacts.filter(({ summit, evidence }) => summit !== null && BESIDE.test(evidence.sentence));
  if (summits.length === 0) return contacts;
  return contacts.map((contact) => {
    const around = contact.summit === null ? summits.find(({ evidence }) => evidence.sentence === contact.evidence.sentence) : undefined;
    return around === undefined ? contact : { ...contact, summit: around.summit };
  });
}
