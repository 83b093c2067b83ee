import { describe, expect, it } from 'vitest';
import { coded } from './reading.ts';

/** Contacts that no single word names: by who stands where, and what they do. */
const read = (title: string | null, text: string | null = null): readonly string[] =>
  coded('2025-08-12', title, text)
    .contacts.filter(({ background }) => !background)
    .map((one) => `${one.parties.join('-')} ${one.form} ${one.status}`);

describe('who takes part when one side only is named beside the contact', () => {
  it.each([
    // who bids one other do something that takes two
    ['Macron urges Putin to come to the negotiating table', 'FR-RU in_person proposed'],
    ['Macron calls on Putin to talk', 'FR-RU talks proposed'],
    // a surname that is a word elsewhere, behind a comma
    // a summit in a third state; all of a list; another contact that is agreed on
    ['Macron, Putin sign pact at end of Turkey summit', 'FR-RU in_person held'],
    ['Macron, Merz, Putin and Modi in marathon Minsk talks', 'DE-FR-IN-RU talks underway'],
    // where nobody watches, and nobody is turned away
    ['Talks between Putin and Modi are going on behind closed doors', 'IN-RU talks underway'],
    // a third state, where two of others meet
    ['Macron cancels Turkey summit with Putin', 'FR-RU in_person cancelled'],
    ['At talks with Modi, Putin said trade had doubled', 'IN-RU talks held'],
    ['Merz and Macron to meet towards the end of the year', 'DE-FR in_person scheduled'],
    ['Lavrov, Fidan discuss grain by phone', 'RU-TR phone held'],
    // "he and"
    ['Modi says he and Macron will speak soon', 'FR-IN talks scheduled'],
    // an owner without a mark, a passive without "is"
    ['Meloni confirms she has accepted Modi invitation', 'IN-IT visit agreed'],
    ['Wang Yi received by Macron', 'CN-FR in_person held'],
    ['Meloni feted at Elysee', 'FR-IT visit held'],
    // adverbs between the modal and its verb
    ['Putin will gladly see Macron in Sochi, aide says', 'FR-RU in_person willing'],
    // invitations to do something
    ['Macron invites Putin to watch the parade', 'FR-RU visit proposed'],
    ['Macron weighs idea of inviting Modi to G7', 'FR-IN visit possible'],
    ['Merz volunteers as host for Putin and Macron', 'FR-RU in_person proposed'],
    // trips without a verb of travel
    ['Meloni begins five-day India swing', 'IN-IT visit underway'],
    ['Meloni is awaited in Delhi on Friday', 'IN-IT visit scheduled'],
    ['Sharif flies into Ankara', 'PK-TR visit underway'],
    ["Meloni's Elysee appointment is on Friday", 'FR-IT in_person scheduled'],
    // what is denied in as many words
    ["'That call never took place', says Elysee of report that Macron rang Putin", 'FR-RU phone denied'],
    ['Paris dismisses report of secret channel to Moscow', 'FR-RU talks denied'],
    ['Moscow: Putin never agreed to see Macron', 'FR-RU in_person denied'],
    ['Rome says it did not request talks with Oslo', 'IT-NO talks denied'],
    // what two leaders do in a call
    ['Macron warns Putin in call over Syria', 'FR-RU phone held'],
    ['Modi says sorry to Xi in call', 'CN-IN phone held'],
    ['Modi, Xi phone each other after quake', 'CN-IN phone held'],
    // who is sent
    ['Macron to send Barrot to Moscow', 'FR-RU visit scheduled'],
    ['Modi offers to send envoy to Moscow', 'IN-RU visit proposed'],
    ['Oslo mulls sending ministers to Delhi', 'IN-NO visit possible'],
    // participles of what is talked about change nothing
    ['Macron, Modi to hold talks on suspended jet deal', 'FR-IN in_person scheduled'],
    ['Macron seeks call with Xi over detained crew', 'CN-FR phone proposed'],
    // days that are open
    ['Macron and Xi to meet again, date to be agreed', 'CN-FR in_person agreed'],
    ["Macron's visit to Delhi is being planned", 'FR-IN visit agreed'],
    ['Macron flies to Delhi, holds talks with Modi', 'FR-IN visit held'],
    ['Oslo sees no sense in another meeting with this aim', 'NO-XX in_person declined'],
    // two who visit each other's, who are guests, whom a state receives
    ['Macron-Modi visit parked', 'FR-IN visit postponed'],
    ['Macron guest of Modi on Friday', 'FR-IN in_person scheduled'],
    ['Modi would love to have Macron in Delhi', 'FR-IN in_person willing'],
    ['Macron back on Indian soil', 'FR-IN visit underway'],
    ['Macron set for Delhi', 'FR-IN visit scheduled'],
    ['Macron leads 40 executives to Delhi', 'FR-IN visit scheduled'],
    ['Macron, Modi agree on jets in Delhi', 'FR-IN in_person held'],
    ["Modi accepts Macron's invitation to Nice", 'FR-IN visit agreed'],
    ['Macron has made no decision on Delhi trip', 'FR-IN visit premature'],
    ['Moscow dismisses idea of Putin-Macron meeting', 'FR-RU in_person declined'],
    ["Macron's Delhi visit yet to be confirmed", 'FR-IN visit premature'],
    ['Prospect of Putin-Macron summit fades', 'FR-RU in_person premature'],
    ['Macron "available any hour" for talks with Putin', 'FR-RU talks willing'],
    // turned down
    ['Putin turns Macron down', 'FR-RU in_person declined'],
    ['Macron declines to attend Putin inauguration', 'FR-RU visit declined'],
    ['Macron to stay away from Moscow conference', 'FR-RU visit declined'],
  ])('%s', (title, expected) => expect(read(title)).toContain(expected));

  it.each([
    ['Macron told his Russian counterpart that the visit would have to wait.', 'FR-RU visit postponed'],
    ['Macron said he had proposed that the leaders of Italy, Spain and Oman should come together.', 'ES-IT-OM in_person proposed'],
    ['Meloni is in Oslo on the first visit by an Italian premier in years.', 'IT-NO visit underway'],
    ['Meloni may find herself in the same room as her Iranian counterpart in Oslo, aides said.', 'IR-IT in_person possible'],
    ['Moscow rejected as untrue claims that Putin had visited Oslo in May.', 'NO-RU visit denied'],
    ['Lukashenko told Emmanuel Macron that he was prepared to receive him in Minsk.', 'BY-FR in_person willing'],
    ['Putin asked Macron to phone him on Friday.', 'FR-RU phone proposed'],
    ['There was no plan at present for Meloni to meet Putin, her office said.', 'IT-RU in_person premature'],
    ['Things are not advanced enough for a meeting of Putin and Macron, the Kremlin said.', 'FR-RU in_person premature'],
    ['Meloni spent two days in Oslo.', 'IT-NO visit held'],
    ['Meloni will not be travelling to Oslo as announced.', 'IT-NO visit cancelled'],
    ['Oslo and Rome agreed to settle their fishing dispute in talks in May.', 'IT-NO in_person agreed'],
    ['The Dominican foreign minister will visit Rome on Friday.', 'DO-IT visit scheduled'],
    ['There was no meeting planned between Putin and Macron, the Kremlin said.', 'FR-RU in_person premature'],
  ])('%s', (text, expected) => expect(read(null, text)).toContain(expected));

  it.each([
    'Macron calls on Putin for restraint',
    'Merz does not mind where he and friends eat',
    'Russia invites Japan to fish around disputed islands',
    'Putin turns Macron down over gas prices',
  ])('nobody: %s', (title) => expect(read(title)).toEqual([]));
});
