import type { Contact, Form, Status } from './coded-item.ts';

/**
 * CAMEO and PLOVER codes of what was read, as strings ("036" is not 36). Sources: CAMEO 1.1b3 manual, PLOVER manual 2021.
 * Where the two PLOVER documents disagree (cancelled and postponed meetings), the manual wins: REJECT, mode meet.
 */
export type EventCodes = { readonly cameo: string; readonly plover: string | null };

/** What the codes depend on, beyond the status. */
export type CodedEvent = {
  readonly status: Status;
  readonly form: Form;
  /** More than two parties, or a named summit. */
  readonly isMultilateral: boolean;
  /** Somebody outside the meeting asks for it ("urges the two to meet"). */
  readonly isThirdParty: boolean;
};

const INTENT: EventCodes = { cameo: '036', plover: 'AGREE' };
const REFUSAL_TO_MEET = 'REJECT/meet';

/** Codes of a contact that takes or took place, by its form. Video has no CAMEO code: 041, the nearest sense. */
const BY_FORM: Readonly<Record<Form, EventCodes>> = {
  in_person: { cameo: '040', plover: 'CONSULT' },
  phone: { cameo: '041', plover: 'CONSULT/phone' },
  video: { cameo: '041', plover: 'CONSULT/phone' },
  visit: { cameo: '042', plover: 'CONSULT/visit' },
  talks: { cameo: '046', plover: 'CONSULT' },
  letter: { cameo: '040', plover: 'CONSULT' },
};

/** Null: the form decides. */
const BY_STATUS: Readonly<Record<Status, EventCodes | null>> = {
  possible: { cameo: '014', plover: null },
  premature: { cameo: '010', plover: null },
  willing: INTENT,
  proposed: INTENT,
  agreed: INTENT,
  scheduled: INTENT,
  underway: null,
  held: null,
  postponed: { cameo: '161', plover: REFUSAL_TO_MEET },
  cancelled: { cameo: '161', plover: REFUSAL_TO_MEET },
  declined: { cameo: '125', plover: REFUSAL_TO_MEET },
  denied: { cameo: '016', plover: null },
};

const MEDIATED_APPEAL: EventCodes = { cameo: '026', plover: 'REQUEST' };

export function contactCodes(event: CodedEvent): EventCodes {
  if (event.status === 'proposed' && event.isThirdParty) return MEDIATED_APPEAL;
  const codes = BY_STATUS[event.status] ?? BY_FORM[event.form];
  return codes.plover === 'CONSULT' && event.isMultilateral ? { cameo: codes.cameo, plover: 'CONSULT/multilateral' } : codes;
}

/** The codes of a contact as it stands when all is read; who appeals from outside is known by the code that the sentence gave it. */
export function withCodes(contact: Contact): Contact {
  const { status, form, parties } = contact;
  const isThirdParty = contact.cameo === MEDIATED_APPEAL.cameo;
  const { cameo, plover } = contactCodes({ status, form, isMultilateral: parties.length > 2, isThirdParty });
  return contact.cameo === cameo && contact.plover === plover ? contact : { ...contact, cameo, plover };
}

/** A denial is CAMEO 016; a refusal to comment 011. PLOVER has no class for either. */
export const DENIAL_CAMEO = { denial: '016', no_confirm: '011' } as const;
