import { describe, expect, it } from 'vitest';
import { coded } from './reading.ts';

const read = (title: string, text: string | null = null): string => {
  const item = coded('2025-08-12', title, text);
  const contact = item.contacts.find(({ background }) => !background);
  return contact === undefined ? 'none' : `${contact.parties.join('-')} ${contact.status} ${contact.form}`;
};

describe('reads what is off, denied, going on or done in unusual words', () => {
  it.each([
    ['Macron and Putin will not meet in Oslo after all', 'FR-RU cancelled in_person'],
    ["Macron's visit to Moscow is over before it starts", 'FR-RU cancelled visit'],
    ['Macron leaves summit with Putin early in protest', 'FR-RU cancelled in_person'],
    ['Macron quits summit with Putin early on the advice of Paris', 'FR-RU cancelled in_person'],
    ['Macron to miss the BRICS summit in Brazil', 'BR-FR declined in_person'],
    ['Macron to defy ICC warrant, invite Putin', 'FR-RU proposed visit'],
    ['Fog robs Macron of his visit to Moscow', 'FR-RU cancelled visit'],
    ['Elysee disowns tale of a Macron dash to Moscow', 'FR-RU denied visit'],
    ['No, Macron did not ring Putin, says Elysee', 'FR-RU denied phone'],
    ['No letter from Macron ever reached Putin, Elysee says', 'FR-RU denied letter'],
    ["Putin-Macron meeting in Oslo? 'Rubbish', says Peskov", 'FR-RU denied in_person'],
    ['Macron met Putin in secret? Not so, says Elysee', 'FR-RU denied in_person'],
    ['Macron due in Moscow? Not so fast, says Kremlin', 'FR-RU scheduled visit'],
    ['A Macron-Putin call? There was none, Elysee says', 'FR-RU denied phone'],
    ['Will Macron meet Putin? Elysee denies drone strike on Mali', 'FR-RU possible in_person'],
    ['Will Macron meet Putin? Kremlin says no drone struck Mali', 'FR-RU possible in_person'],
    ['Macron to meet Putin? Not in the least, says Kremlin', 'FR-RU denied in_person'],
    ['Kremlin on Macron call claim: not true', 'FR-RU denied phone'],
    ['Reports of a Macron call are pure invention, Kremlin says', 'FR-RU denied phone'],
    ['Elysee rules out any truth to rumours that Macron wrote to Putin', 'FR-RU denied letter'],
    ['No truth in claims of a secret sitdown with Oman, Lima says', 'OM-PE denied in_person'],
    ['Tehran breaks off talks in Vienna', 'IR-XX cancelled in_person'],
    ['Iran suspends nuclear talks', 'IR-XX postponed talks'],
    ["Colombia's government breaks off talks with rebels", 'none'],
    ['Oslo: no more talks with Lima', 'NO-PE declined talks'],
    ['Oslo not sending delegation to Cairo talks', 'EG-NO declined visit'],
    ['Macron-Putin Syria call put off', 'FR-RU postponed phone'],
    ['Macron in Moscow to see Putin', 'FR-RU underway in_person'],
    ['Macron, Putin into third hour', 'FR-RU underway in_person'],
    ["Macron's plane lands in Moscow", 'FR-RU underway visit'],
    ['Putin showed Macron round the palace', 'FR-RU held in_person'],
    ['Via Zoom, Macron and Putin settle grain row', 'FR-RU held video'],
  ])('%s', (title, wanted) => expect(read(title)).toBe(wanted));

  it('takes a headline that says what is not planned for a denial only when the item names a report', () => {
    const title = 'No visit by Macron on Kremlin calendar';
    expect(read(title, 'A French weekly had written that he would come.')).toBe('FR-RU denied visit');
    expect(read(title, 'The season in Moscow is a quiet one.')).toBe('FR-RU premature visit');
  });

  it('looks for no scene where two leaders are only at odds or have a better word beside them', () => {
    expect(read('Macron clashes with Putin over gas on his lawn')).toBe('none');
    expect(read('Macron to call Putin from the terrace')).toBe('FR-RU scheduled phone');
  });
});

it('reads a denial in the answer to a question that somebody reports', () => {
  expect(read('Macron at work', "Asked whether he had met Putin, Macron replied: 'No, I have not.'")).toBe('FR-RU denied in_person');
  expect(read('Macron at work', 'Asked whether he would meet Putin, Macron denied that France had sold arms to Mali.')).toBe(
    'FR-RU possible in_person',
  );
  expect(read('Macron at work', "'There was no such call,' Macron said when asked about a report that he had phoned Putin.")).toBe(
    'FR-RU denied phone',
  );
});
