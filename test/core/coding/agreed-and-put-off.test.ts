import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { buildLexicon } from '../../../core/coding/lexicon/lexicon.ts';
import { coded } from './reading.ts';

const lexicon = buildLexicon();

/** Title, text, and what is read first: "FR-RU agreed". Published on Tuesday, 10 June 2025. */
const READINGS: readonly (readonly [title: string, text: string | null, first: string])[] = [
  ["Macron's offer of a summit is taken up by Putin", null, 'FR-RU agreed'],
  ['Answered', 'A French request for a meeting with Vladimir Putin has been turned down.', 'FR-RU declined'],
  ['Answered', 'Emmanuel Macron has turned down a proposal by Vladimir Putin for a meeting, the Elysee said.', 'FR-RU declined'],
  ['Macron wins Putin round to a summit', null, 'FR-RU agreed'],
  ['Aides hash out where Macron should greet Putin', null, 'FR-RU agreed'],
  ['Macron, Putin promise each other a round of golf', null, 'FR-RU agreed'],
  ['Putin turns down fresh Macron-Putin reconciliation dinner', null, 'FR-RU declined'],
  ['Orban refuses Zelensky an audience', null, 'HU-UA declined'],
  ['Kremlin to Macron: no summit', null, 'FR-RU premature'],
  ['Kremlin slams door on Macron', null, 'FR-RU declined'],
  ['Lula has no time for Milei', null, 'AR-BR declined'],
  ['Merz stays away from Moscow', null, 'DE-RU declined'],
  ['Plans put off', 'Plans for Donald Trump to meet Vladimir Putin are on hold, a diplomat said.', 'RU-US postponed'],
  ['Plans put off', 'The meeting of Emmanuel Macron and Vladimir Putin will not be held until next week.', 'FR-RU postponed'],
  [
    'Plans put off',
    'A summit of Emmanuel Macron and Vladimir Putin that was to have been held on Thursday has been put back until July.',
    'FR-RU postponed',
  ],
  ['Tusk to visit Kyiv two days later than planned', null, 'PL-UA postponed'],
  ['Merz puts off Ankara', null, 'DE-TR postponed'],
  ['Putin makes Macron wait another month', null, 'FR-RU postponed'],
  ['Merz to receive Tusk, date to be announced', null, 'DE-PL agreed'],
  ['Merz drives to Warsaw on Friday', null, 'DE-PL scheduled'],
  ['Warsaw braces for Merz', null, 'DE-PL scheduled'],
  ['Merz in Warsaw tomorrow', null, 'DE-PL scheduled'],
  ['Macron, Putin in Geneva on Friday', null, 'FR-RU scheduled'],
  ["Merz's plane takes off for Warsaw on Friday", null, 'DE-PL scheduled'],
  ['Friday is the day', 'Friedrich Merz and Donald Tusk have both packed. The two leaders will sit down in Gdansk.', 'DE-PL scheduled'],
];

const firstOf = (title: string, text: string | null): string => {
  const { contacts } = coded('2025-06-10', title, text);
  const [first] = contacts.filter(({ background }) => !background);
  return first === undefined ? 'none' : `${first.parties.join('-')} ${first.status}`;
};

describe('who agrees, refuses, puts off or has it in the diary', () => {
  for (const [title, text, first] of READINGS)
    it(`${title}${text === null ? '' : ` / ${text}`}`, () => expect(firstOf(title, text)).toBe(first));

  it('of what is put off the later day counts', () => {
    const { contacts } = codeItem(
      { id: 'x', title: "Macron's visit to Moscow moved from June to July", text: null, date: '2025-06-10', outlet: null, lang: 'en' },
      lexicon,
    );
    expect(contacts[0]?.date).toBe('2025-07-01/2025-07-31');
  });
});

describe('what looks like it and is none', () => {
  for (const title of [
    'Macron has lunch at home',
    "Macron rushes to Kyiv's aid",
    'Macron and Putin in gas row',
    'Delhi braces for Trump tariffs',
    "Macron has no time for Putin's jokes",
    'Merz delays Russia sanctions',
  ])
    it(title, () => expect(firstOf(title, null)).toBe('none'));
});
