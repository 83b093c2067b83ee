import type { Contact, Status } from './coded-item.ts';

const AHEAD: ReadonlySet<Status> = new Set(['possible', 'willing', 'proposed', 'agreed', 'scheduled']);
const OFF: ReadonlySet<Status> = new Set(['postponed', 'cancelled', 'declined']);
const DONE: ReadonlySet<Status> = new Set(['held', 'underway']);
const REMOTE = /^(?:phone|video|letter)$/;

/** A headline tells that a meeting is off, and the text for when and where it had been set: one contact, told twice. */
export function shareDetails(contacts: readonly Contact[]): readonly Contact[] {
  return contacts.map((contact) => {
    if (contact.date !== null && contact.place !== null) return contact;
    const donors = contacts.filter((other) => other !== contact && isOneMatter(contact, other));
    const dated = contact.date === null ? donors.find(({ date }) => date !== null) : undefined;
    const placed = contact.place === null && !REMOTE.test(contact.form) ? donors.find(({ place }) => place !== null) : undefined;
    return {
      ...contact,
      ...(dated === undefined ? {} : { date: dated.date, alternatives: dated.alternatives }),
      ...(placed === undefined ? {} : { place: placed.place }),
    };
  });
}

function isOneMatter(contact: Contact, other: Contact): boolean {
  if (contact.parties.join() !== other.parties.join() || REMOTE.test(contact.form) !== REMOTE.test(other.form)) return false;
  if (AHEAD.has(other.status)) return AHEAD.has(contact.status) || OFF.has(contact.status);
  return contact.background === other.background && [OFF, DONE].some((kin) => kin.has(contact.status) && kin.has(other.status));
}
