import { describe, expect, it } from 'vitest';
import { FORMS, STATUSES } from '../../../core/coding/coded-item.ts';
import { contactCodes } from '../../../core/coding/event-codes.ts';

const event = { status: 'held', form: 'in_person', isMultilateral: false, isThirdParty: false } as const;

describe('contactCodes', () => {
  it.each([
    [{ ...event, form: 'phone' }, '041', 'CONSULT/phone'],
    [{ ...event, form: 'visit' }, '042', 'CONSULT/visit'],
    [{ ...event, form: 'talks' }, '046', 'CONSULT'],
    [{ ...event, isMultilateral: true }, '040', 'CONSULT/multilateral'],
    [{ ...event, status: 'scheduled' }, '036', 'AGREE'],
    [{ ...event, status: 'possible' }, '014', null],
    [{ ...event, status: 'premature' }, '010', null],
    [{ ...event, status: 'declined' }, '125', 'REJECT/meet'],
    [{ ...event, status: 'cancelled' }, '161', 'REJECT/meet'],
    [{ ...event, status: 'denied' }, '016', null],
    [{ ...event, status: 'proposed', isThirdParty: true }, '026', 'REQUEST'],
  ] as const)('%j', (input, cameo, plover) => {
    expect(contactCodes(input)).toEqual({ cameo, plover });
  });
  it('has a three-digit CAMEO code for every status and form', () => {
    for (const status of STATUSES) for (const form of FORMS) expect(contactCodes({ ...event, status, form }).cameo).toMatch(/^\d{3}$/);
  });
});
