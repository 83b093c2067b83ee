import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { FORMS, STATUSES } from '../../../core/coding/codebook/coded-item.ts';
import { contactCodes, withCodes } from '../../../core/coding/codebook/event-codes.ts';
import { CONSTRUCTIONS } from './constructions.ts';
import { lexicon } from './reading.ts';

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

describe('the codes of what was read', () => {
  const codesIn = (title: string): readonly string[] =>
    codeItem({ id: 'x', title, text: null, date: '2025-08-12', outlet: null, lang: null }, lexicon).contacts.map(
      ({ status, form, cameo, plover }) => `${status} ${form} ${cameo} ${plover}`,
    );
  it.each([
    ['Putin and Macron held talks in Oslo', 'held in_person 040 CONSULT'],
    ['Putin flies to Lima, holds talks with Boluarte', 'held visit 042 CONSULT/visit'],
    ['Putin-Macron meeting off? Yes', 'cancelled in_person 161 REJECT/meet'],
    ['Erdogan urges Putin and Zelensky to meet', 'proposed in_person 026 REQUEST'],
  ])('are those of its last status and form: %s', (title, expected) => {
    expect(codesIn(title)).toContain(expected);
  });
  it.each(CONSTRUCTIONS.map(({ text }) => text))('follow from status, form and parties: %s', (title) => {
    const { contacts } = codeItem({ id: 'x', title, text: null, date: '2025-08-12', outlet: null, lang: null }, lexicon);
    for (const contact of contacts) expect(withCodes(contact)).toEqual(contact);
  });
});
