import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { lexicon } from './reading.ts';

/** A headline, and all that is read from it. Published on Tuesday, 10 June 2025. */
const READINGS: readonly (readonly [title: string, contacts: readonly string[]])[] = [
  // what an operator is said of
  ['NATO agrees Vilnius summit declaration', ['NATO scheduled']],
  ['EU leaders agree to a summit with Macron', ['EU-FR agreed']],
  ['Paris expects to agree date for Macron-Putin call', ['FR-RU agreed']],
  ['Paris, Moscow set date for Macron-Putin call', ['FR-RU scheduled']],
  ['Paris offers new dates when Putin could meet Macron', ['FR-RU proposed']],
  ['A crowded agenda for Macron-Merz meeting', ['DE-FR scheduled']],
  ['Merz learns a few words of Polish in preparation for a visit to Warsaw', ['DE-PL scheduled']],
  ['The aim of the talks with Moscow is to free the prisoners, Kyiv says', ['RU-UA underway']],
  ['The aim of the visit is to meet Putin, Macron says', ['FR-RU scheduled']],
  ['In Santiago, Emmanuel Macron and Gabriel Boric sign a pact to deepen political dialogue', ['CL-FR held']],
  ['Tshisekedi cancels participation in a summit with Kagame', ['CD-RW cancelled']],
  // what is called off with it
  ['Merz cancels his visit to China and talks with Macron', ['CN-DE cancelled', 'DE-FR cancelled']],
  ['Merz cancelled his visit to China and met Macron instead', ['CN-DE cancelled', 'DE-FR held']],
  ['Vucic cancels a trip to Paris where talks between Serbia and Kosovo were to be held', ['FR-RS cancelled', 'RS-XK cancelled']],
  // over, going on, to come
  ['Macron and Merz were to wrap up their talks on Tuesday', ['DE-FR underway']],
  ['Macron and Merz wrapped up their talks', ['DE-FR held']],
  ['Headway made at US-Oman talks', ['OM-US held']],
  ['Lavrov arrives in Izmir, Turkey, for upcoming talks with Sybiha', ['RU-TR underway', 'RU-UA scheduled']],
  ['Macron leaves summit in Oslo with Putin to deal with floods', ['FR-RU cancelled']],
  ['Watch live: Macron holds talks with Modi', ['FR-IN underway']],
  ['Washington and Beijing give rival accounts of their meeting', ['CN-US held']],
  ['Macron proposes a meeting with Merz, but Putin declines to comment', ['DE-FR proposed']],
  // urging somebody not to
  ['Kyiv urges Macron not to meet Putin', []],
  ['Macron was told not to call Putin', []],
  ['Merz warns Macron against meeting Putin', []],
  ['Aides urge Macron not to cancel his summit with Putin', ['FR-RU scheduled']],
  // outer talks, leaders without names
  ['Trump tells European leaders he will meet Putin', ['EU-US held', 'RU-US scheduled']],
  ["Mind your own vote, Germany's Wadephul tells Turkish hosts", ['DE-TR held']],
  ['Patience is running out, Macron tells Putin', ['FR-RU held']],
  ['Peace will come once the guns fall silent, Macron tells Putin', ['FR-RU held']],
  ['Patience is running out, Macron says', []],
  ['Leaders gather in Nairobi, Kenya, for a climate summit', ['KE-XX underway']],
  ['Leaders of the G7 assemble in Rome, Italy, for the annual summit', ['IT-XX underway']],
  ['Leaders gather in Nairobi, Kenya, to watch the cup final', []],
  ['Merz calls for Cuba to return to talks', ['CU-XX proposed']],
  ['Cuba has conveyed to Washington its readiness for talks', ['CU-US willing']],
];

const read = (title: string): string[] =>
  codeItem({ id: 'x', title, text: null, date: '2025-06-10', outlet: null, lang: null }, lexicon)
    .contacts.map(({ parties, status }) => `${parties.join('-')} ${status}`)
    .sort();

describe('what a verb is said of', () => {
  it.each(READINGS)('%s', (title, contacts) => expect(read(title)).toEqual([...contacts].sort()));
});
