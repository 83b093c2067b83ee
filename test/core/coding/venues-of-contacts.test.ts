import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { lexicon } from './reading.ts';

/** The place of the first contact; "-" where none is told. */
function placeOf(title: string | null, text: string | null): string {
  const { contacts } = codeItem({ id: 'x', title, text, date: '2025-08-12', outlet: null, lang: null }, lexicon);
  const told = contacts.find(({ background }) => !background);
  return told === undefined ? 'none' : (told.place ?? '-');
}

describe('a town that is named without "in"', () => {
  it.each([
    ['Macron and Putin break silence on Geneva lawn', 'Geneva'],
    ['Xi to meet Kim in rare visit to North Korea', 'North Korea'],
    ['Macron and Putin meet over Geneva fondue', 'Geneva'],
    ["Macron bends Merz's ear over Elysee lunch", 'Elysee'],
    ['Geneva steak for two: Macron and Putin dine on Saturday', 'Geneva'],
    ['Geneva round of France-Russia talks opens on Friday', 'Geneva'],
    ['Lima summit could throw Macron and Putin together', 'Lima'],
    ['Macron may hop over to Tehran', 'Tehran'],
    ['Macron off to Geneva to meet Putin', 'Geneva'],
    ["Macron's train rolls into Delhi", 'Delhi'],
    ['Macron is having Assad over to the Elysee on Saturday', 'Elysee'],
    ['Jakarta pitches Putin-Macron meeting on Bali', 'Bali'],
    ['Geneva chosen for Macron-Putin summit', 'Geneva'],
    ['Geneva tipped to stage Macron-Putin summit', 'Geneva'],
    ['Geneva gets Macron-Putin summit', 'Geneva'],
    ['Geneva or Vienna for Macron-Putin summit?', 'Geneva'],
    ['Geneva it is: Putin to meet Macron on Friday', 'Geneva'],
    ['Carbis Bay: Macron and Putin meet', 'Carbis Bay'],
    ['Putin-Macron talks to follow in Ankara on Friday', 'Ankara'],
    ['Macron-Merz summit will follow in Ankara', 'Ankara'],
    ["Pope offers Vatican's roof for Macron-Putin talks", 'Vatican'],
    ['Macron and Putin agree on Geneva for summit', 'Geneva'],
    ['Macron leaves Geneva after talks with Putin', 'Geneva'],
    ['Macron pulls out of Geneva, Putin summit off', 'Geneva'],
    ['Macron-Putin summit moved from Vienna to Geneva', 'Geneva'],
    ['Ishiba has no wish to talk with Lai on his way through Tokyo', 'Tokyo'],
    ['Barrot uninvites Lavrov from Friday talks in Paris', 'Paris'],
    ['Macron in Poland talks trade with Tusk', 'Poland'],
    ['Macron met an envoy of Qatar in Cairo', 'Cairo'],
  ])('is the place: %s', (title, expected) => {
    expect(placeOf(title, null)).toBe(expected);
  });
  it.each([
    ['Vienna says Macron and Putin will meet', '-'],
    ['Kremlin plays down Macron talks', '-'],
    ['No request for Macron meeting has reached Kremlin, aide says', '-'],
    ['Ankara, Yerevan see eye to eye on meeting of ministers', '-'],
    ['Macron and Putin leave border talks for after Hague ruling', '-'],
    ['Macron wants summit with Putin, envoys say on return from Geneva', '-'],
    ['Macron likens raid on Kyiv to Guernica in meeting with Ishiba', '-'],
    ['Macron meets Merz over Detroit steel tariffs', '-'],
    ['Macron to meet Putin, no Chicago troops this week', '-'],
    ['Merz meets Macron, last Munich beer poured', '-'],
    ['Merz meets Macron, a Houston lawyer says', '-'],
    ['Macron and Merz meet before Venice regatta', '-'],
    ['Macron, Modi talk as Vienna talks on Iran go on', '-'],
    ['Merz to meet Rubio as Cairo talks resume', '-'],
    ['Macron to meet Putin after trip to Chengdu pandas', '-'],
    ['Macron leaves Geneva after talks with Putin by phone', '-'],
    ['Table in Lima set for Macron; Putin to meet Xi', '-'],
    ['Macron and Merz agree on little in Berlin poll', 'none'],
  ])('is none where others speak or it is a name of other things: %s', (title, expected) => {
    expect(placeOf(title, null)).toBe(expected);
  });
});

describe('another part of the sentence or text tells where they are', () => {
  it.each([
    ["Modi's plane on tarmac in Lima; Macron's jet taxis in for summit with Modi", null, 'Lima'],
    ['While in Geneva, Macron will meet Putin', null, 'Geneva'],
    ['Macron in Poland stresses unity; talks trade', null, 'Poland'],
    [null, 'Macron, who is in Geneva for a forum, will meet Putin on Friday.', 'Geneva'],
    [null, 'Macron will meet Putin when they attend a forum in Geneva.', 'Geneva'],
    ['Macron to meet Putin', 'Geneva was chosen because it is neutral.', 'Geneva'],
    ['Macron to meet Putin', 'The venue is a hotel in Geneva.', 'Geneva'],
    ['Macron asks Putin for talks', 'He would like to see him in Geneva.', 'Geneva'],
    ['Macron asks Putin for talks', 'He suggested Geneva as the venue.', 'Geneva'],
    ['Macron and Putin discuss grain', 'The two were seated in a villa in Geneva.', 'Geneva'],
    ['Macron to meet Putin', 'The host city will be Geneva.', 'Geneva'],
    ['Macron to meet Putin', 'The site of the fire in Geneva is fenced off.', '-'],
    ['Macron to meet Putin', 'The venue of the chess final will be Geneva.', '-'],
    ['Macron to meet Putin', 'The host city of the regatta, Geneva, is full.', '-'],
    ['Macron and Putin discuss grain', 'Both stood on a balcony in Geneva.', 'Geneva'],
    ['Macron and Putin discuss grain', 'The president stood on a ladder in Geneva before a crowd.', '-'],
    ['Macron and Putin discuss grain', 'They were in court in Geneva, the two clerks.', '-'],
    ['Macron and Putin discuss grain', 'In Geneva, shares rose.', '-'],
    ['Macron and Putin discuss grain', 'The UN office in Geneva was pleased.', '-'],
    ['Xi meets Putin while Macron is in Vladivostok', null, '-'],
    ['Macron meets Putin in Muscat, the capital of Oman, on Friday', null, 'Muscat'],
    ['Macron met Putin in the port city of Pozzuoli on Friday.', null, 'Pozzuoli'],
    ['Macron begins a tour of G7 nations', null, '-'],
    ['Macron welcomes Merz to the Elysee', null, 'Elysee'],
    ['Macron heads to the Middle East', null, 'Middle East'],
    ['Macron leaves for Asia on Friday', null, 'Asia'],
    ['France to send envoy to Oman', null, 'Oman'],
    ['Modi calls', 'Zelensky left Kyiv for Rome, where he will meet Meloni on Thursday.', 'Rome'],
    ['Putin and Merz plan Normandy Four summit', null, '-'],
    ['Modi calls', 'Macron in Oslo has said he would like to meet Putin.', '-'],
    ["Macron met Putin in Turkey's capital, Ankara.", null, 'Ankara'],
    ['Macron met Merz, who praised him for his work in Asia.', null, '-'],
    ['Mixed feelings in Moscow before Macron-Putin summit', null, '-'],
    ['Macron to see Putin, with whom he spoke in Normandy in June', null, '-'],
  ])('%s %s', (title, text, expected) => {
    expect(placeOf(title, text)).toBe(expected);
  });
});

describe('a list behind the word that opens a clause', () => {
  it('is not cut before its last two', () => {
    const text = 'After meetings with Merz, Putin and Macron in Berlin, Erdogan flew to Kyiv to see Zelensky.';
    expect(placeOf(null, text)).toBe('Berlin');
  });
});
