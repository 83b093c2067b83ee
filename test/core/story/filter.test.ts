import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkFilter,
  type Filter,
  formatFilter,
  matchesDevelopment,
  matchesRow,
  matchesStory,
  parseFilter,
} from '../../../core/story/filter.ts';
import { denialRow, itemRow } from '../../../core/story/filter-facet.ts';
import { FLAG_SPEC, TERM_SPEC } from '../../../core/story/filter-terms.ts';
import { aCodedItem, aContact, aDenialOf, aDenialRecord, aDevelopment, anItem, aStory, T0 } from '../../builders.ts';

const NOW = { now: '2026-03-02T08:00:00.000Z' };

function filterOf(text: string): Filter {
  const parsed = parseFilter(text);
  if (parsed.kind === 'error') throw new Error(`${parsed.message} at ${parsed.column}`);
  return parsed.filter;
}
function errorOf(text: string) {
  const parsed = parseFilter(text);
  if (parsed.kind === 'filter') throw new Error(`"${text}" was read`);
  return parsed;
}
const story = (text: string, part = {}) => matchesStory(filterOf(text), aStory(part), NOW);
const development = (text: string, part = {}) => matchesDevelopment(filterOf(text), aDevelopment(part), NOW);
const denial = (text: string, part = {}) => matchesRow(filterOf(text), denialRow(aDenialRecord(part)), NOW);
const item = (text: string, coded = {}, part = {}) =>
  matchesRow(filterOf(text), itemRow({ item: anItem(part), coded: aCodedItem(coded) }), NOW);

describe('the filter grammar', () => {
  it('reads the example of the docs whole', () => {
    const text =
      'parties:RU,US level:leader status:scheduled,postponed since:7d place:budapest leader:putin denial about:contact severity:major confidence:>0.7 outlet:tass text:"hit list"';
    expect(filterOf(text).terms.map((term) => term.key)).toEqual([
      'parties',
      'level',
      'status',
      'place',
      'leader',
      'denial',
      'about',
      'severity',
      'confidence',
      'outlet',
      'text',
    ]);
  });

  it('reads the example of each key and flag, and matches nothing that has no such field', () => {
    for (const [key, spec] of Object.entries(TERM_SPEC)) expect([key, parseFilter(spec.example).kind]).toEqual([key, 'filter']);
    for (const key of Object.keys(FLAG_SPEC)) expect([key, parseFilter(key).kind]).toEqual([key, 'filter']);
  });

  it.each([
    ['statuss:held', 1, 'status:held'],
    ['level:leader status:schedulled', 21, 'status:scheduled'],
    ['parties:RU,russsia', 12, 'parties:RU'],
    ['denail', 1, 'denial'],
    ['putin', 1, 'text:putin'],
    ['status', 1, 'status:scheduled,postponed'],
    ['text:"hit list', 6, '"hit list"'],
    ['"hit list"', 1, 'text:"hit list"'],
    ['denial:yes', 1, 'denial'],
    ['since:soon', 7, 'since:7d'],
    ['since:7d since:9d', 10, 'since:7d'],
    ['confidence:high', 12, 'confidence:>0.7'],
    ['text:summit since:200d', 1, 'since:90d'],
    ['status:', 8, null],
    ['status:held,', 13, null],
    ['date:tomorrow', 6, 'date:30d'],
  ])('points at the column of what is wrong in %s, and suggests', (text, column, suggestion) => {
    const { message, ...rest } = errorOf(text);
    expect(message).not.toBe('');
    expect(rest).toEqual({ kind: 'error', column, suggestion });
  });

  it('never throws, whatever is typed, and what it reads it reads again the same', () => {
    const words = fc.constantFrom(
      'parties:RU',
      'status:held',
      '-denial',
      'text:"a b"',
      'since:7d',
      'until:2026-02',
      'place:"x y",z',
      'confidence:>0.5',
      ' ',
      '"',
      ':',
      '-',
      ',',
      '\\',
      'leader:Макрон',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((parts) => parts.join(' ')),
      fc.array(words).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseFilter(text);
        if (parsed.kind === 'error') {
          expect(parsed.column).toBeGreaterThan(0);
          return;
        }
        const again = parseFilter(formatFilter(parsed.filter));
        const bare = (filter: Filter) => ({ ...filter, terms: filter.terms.map((term) => ({ ...term, column: 0 })) });
        expect(again.kind === 'filter' && again.filter.terms.length).toBe(parsed.filter.terms.length);
        if (again.kind === 'filter') expect(bare(again.filter).terms).toEqual(bare(parsed.filter).terms);
      }),
      { numRuns: 500 },
    );
  });

  it('takes names of states for codes', () => {
    expect(filterOf('parties:russia,"united states",uk').terms[0]?.values).toEqual(['RU', 'US', 'GB']);
  });

  it('looks back seven days for text unless told', () => {
    expect(filterOf('text:summit').since).toEqual({ kind: 'ago', hours: 168 });
    expect(filterOf('text:summit since:90d').since).toEqual({ kind: 'ago', hours: 2160 });
  });

  it('refuses text that looks back further by a date, once the clock is known', () => {
    expect(checkFilter(filterOf('text:summit since:2025-01-01'), 'item', NOW)?.suggestion).toBe('since:90d');
    expect(checkFilter(filterOf('text:summit since:2026-02-01'), 'item', NOW)).toBeNull();
  });

  it('says of which rows a key is known', () => {
    expect(checkFilter(filterOf('level:leader severity:major'), 'story', NOW)).toMatchObject({
      column: 14,
      message: expect.stringContaining('developments'),
    });
  });
});

describe('a filter on stories', () => {
  it('wants all of the parties, any of the statuses', () => {
    expect(story('parties:US,RU')).toBe(true);
    expect(story('parties:RU,CN')).toBe(false);
    expect(story('party:RU,CN')).toBe(true);
    expect(story('status:held,scheduled')).toBe(true);
    expect(story('status:held,cancelled')).toBe(false);
    expect(story('-status:scheduled')).toBe(false);
    expect(story('family:committed')).toBe(true);
  });

  it('finds exactly a pair, not a summit of three', () => {
    expect(story('pair:US-RU')).toBe(true);
    expect(story('pair:US-RU', { parties: ['RU', 'UA', 'US'] })).toBe(false);
    expect(story('parties:RU,US', { parties: ['RU', 'UA', 'US'] })).toBe(true);
  });

  it('asks a side for its own position', () => {
    const sides = { RU: { status: 'willing' as const, at: T0 }, US: { status: 'declined' as const, at: T0 } };
    expect(story('side:US status:declined', { sides })).toBe(true);
    expect(story('side:RU status:declined', { sides })).toBe(false);
    expect(story('status:declined', { sides })).toBe(false);
  });

  it('finds places, people and outlets by whole words, whatever their case and accents', () => {
    expect(story('place:budapest leader:PUTIN outlet:wire')).toBe(true);
    expect(story('place:buda')).toBe(false);
    expect(story('leader:erdogan', { leaders: ['erdoğan'] })).toBe(true);
  });

  it('finds planned contacts by their own date', () => {
    expect(story('date:2026-03')).toBe(true);
    expect(story('date:2026-03-07..2026-03-09', { date: '2026-03-05/2026-03-07' })).toBe(true);
    expect(story('date:2026-03-08..2026-03-09', { date: '2026-03-05/2026-03-07' })).toBe(false);
    expect(story('date:5d')).toBe(true);
    expect(story('date:3d')).toBe(false);
    expect(story('date:30d', { date: null })).toBe(false);
  });

  it('keeps to its time: since is taken in, the end of until is left out', () => {
    expect(story('since:24h')).toBe(true);
    expect(story('since:23h')).toBe(false);
    expect(story('until:2026-03-01')).toBe(true);
    expect(story('until:2026-02-28')).toBe(false);
    expect(story('since:2026-03-01 until:2026-03')).toBe(true);
  });
});

describe('a filter on developments, denials and items', () => {
  it('finds developments by kind, severity and confidence', () => {
    expect(development('kind:status severity:major confidence:>0.7')).toBe(true);
    expect(development('confidence:>0.9')).toBe(false);
    expect(development('confidence:>=0.9')).toBe(true);
    expect(development('denial')).toBe(false);
    expect(development('-denial about:contact')).toBe(true);
  });

  it('finds denials by denier, strength and what they are about', () => {
    expect(denial('denial by:RU strength:denied,fake about:contact leader:peskov parties:RU,US')).toBe(true);
    expect(denial('by:US')).toBe(false);
    expect(denial('about:other', { aboutContact: false, dossierKey: 'denier:RU' })).toBe(true);
    expect(denial('text:"call between"')).toBe(true);
  });

  it('wants one contact of an item to fit, not one here and one there', () => {
    const contacts = [aContact({ status: 'proposed' }), aContact({ parties: ['CN', 'RU'], status: 'held' })];
    expect(item('parties:RU,US status:held', { contacts })).toBe(false);
    expect(item('parties:RU,CN status:held', { contacts })).toBe(true);
  });

  it('finds items by feed, language, outlet and words, also those with nothing read from them', () => {
    expect(item('feed:example-wire lang:en outlet:"example wire" -status:held', { contacts: [] })).toBe(true);
    expect(item('denial by:RU', { denials: [aDenialOf()] })).toBe(true);
    expect(item('unread', { readAs: null, contacts: [] }, { lang: 'ru' })).toBe(true);
    expect(item('text:"examplia and samplia"')).toBe(true);
    expect(item('text:amplia')).toBe(false);
  });

  it('matches everything when it is empty', () => {
    expect([story(''), development(''), denial(''), item('')]).toEqual([true, true, true, true]);
  });
});
