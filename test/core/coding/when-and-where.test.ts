import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { lexicon } from './reading.ts';

/** "RU-US held 2025-08-15 Alaska" for each contact of an item that is published on Tuesday, 12 August 2025; "-" where nothing is told. */
function read(title: string, text: string | null): string[] {
  const { contacts } = codeItem({ id: 'x', title, text, date: '2025-08-12', outlet: null, lang: null }, lexicon);
  return contacts.map(({ parties, status, date, place }) => `${parties.join('-')} ${status} ${date ?? '-'} ${place ?? '-'}`);
}

describe('the day of a contact', () => {
  it.each([
    ['Macron hosts Merz a day before Putin-Modi summit', 'IN-RU scheduled 2025-08-13 -'],
    ['Shells fall on the port hours before Putin-Macron talks', 'FR-RU underway 2025-08-12 -'],
    ['Two weeks after Macron-Putin meeting, port burns again', 'FR-RU held 2025-07-26/2025-08-01 -'],
    ['Modi begins three-day visit to Japan', 'IN-JP underway 2025-08-12/2025-08-14 Japan'],
    ['Modi and Xi to hold a two-day summit on Monday', 'CN-IN scheduled 2025-08-18/2025-08-19 -'],
    ['Macron meets Merz after the election last May', 'DE-FR held - -'],
    ['Macron and Merz in a meeting declare Good Friday a holiday', 'DE-FR held - -'],
    ['Merz is ready for talks with Putin despite their quarrel last week', 'DE-RU willing - -'],
    ['NATO chief says Trump will sound out Putin in Friday meeting', 'RU-US scheduled 2025-08-15 -'],
  ])('%s', (title, expected) => {
    expect(read(title, null)).toContain(expected);
  });
  it('is not the day on which somebody spoke in a late show', () => {
    const text = '"I hope to meet Putin," Macron said on the late show of the state channel on Monday.';
    expect(read('Macron speaks', text).filter((line) => line.includes('2025'))).toEqual([]);
  });
  it('is read behind an end mark that lost its space', () => {
    const text = 'Macron greeted the fans.Macron will meet Putin on Thursday.';
    expect(read('Macron in good spirits', text)).toContain('FR-RU scheduled 2025-08-14 -');
  });
});
