import type { Contact, Denial } from '../coding/codebook/coded-item.ts';
import { STATUS_SPEC } from './status.ts';

/** A claim that something is off: who denies it keeps to the plan. */
const IS_OFF = /\b(?:cancel|postpon|delay|refus|declin|call\w* off|scrap|rul\w+ out|reject|snub|skip|pull\w* out)/i;

/**
 * The contacts of an item, where a denial of one of their parties speaks of one of them: "the White House pushes back on Kremlin claims
 * that they agreed to meet" is no agreement, however the claim itself was read. What the denier says of himself stays as it is.
 */
export function denyContacts(contacts: readonly Contact[], denials: readonly Denial[]): readonly Contact[] {
  const about = denials.filter(
    (denial) => denial.about_contact && !denial.background && denial.strength !== 'no_confirm' && !IS_OFF.test(denial.claim),
  );
  if (about.length === 0) return contacts;
  return contacts.map((contact) => {
    const denial = about.find((one) => isDeniedBy(contact, one));
    return denial === undefined ? contact : { ...contact, status: 'denied', side: denial.by };
  });
}

/** One sentence says both: that they met or will meet, and that a party of it denies it. */
function isDeniedBy(contact: Contact, { by, evidence }: Denial): boolean {
  if (by === null || contact.background || contact.side === by || !contact.parties.includes(by)) return false;
  const { family } = STATUS_SPEC[contact.status];
  return (family === 'committed' || family === 'done') && contact.evidence.sentence === evidence.sentence;
}
