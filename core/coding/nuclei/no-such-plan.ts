import type { Contact, Denial } from '../codebook/coded-item.ts';
import type { Sentence } from '../words/text.ts';
import { mentionsReport } from './reported-before.ts';

type Read = { readonly contacts: readonly Contact[]; readonly denials: readonly Denial[] };

/** "no such meeting is being planned", "no agenda for such a call as yet". */
const NO_SUCH_PLAN =
  /\bno such [a-z-]+(?: [a-z-]+)? (?:is|was|were|are|has been|had been|being)? ?(?:being )?(?:currently |yet )?(?:planned|scheduled|prepared|envisaged|foreseen|arranged|on the (?:agenda|schedule|calendar))\b|\bno (?:agenda|plans?|date|preparations?|agreement) for (?:such an? [a-z-]+|it|one)\b/i;

/**
 * "Zelensky offers Putin a meeting. The Kremlin said no such meeting was planned": where no report stands behind it, that is a plan that there
 * is not yet, and nothing is said to be untrue (docs/codebook.md).
 */
export function withoutReport(read: Read, sentences: readonly Sentence[]): Read {
  const { contacts, denials } = read;
  const isPlan = ({ evidence }: Contact | Denial): boolean => NO_SUCH_PLAN.test(evidence.sentence);
  const isDeniedPlan = (contact: Contact): boolean => contact.status === 'denied' && isPlan(contact);
  if (!(contacts.some(isDeniedPlan) || denials.some(isPlan)) || mentionsReport(sentences)) return read;
  return {
    contacts: contacts.map((contact) => (isDeniedPlan(contact) ? { ...contact, status: 'premature' } : contact)),
    denials: denials.filter((denial) => !isPlan(denial)),
  };
}
