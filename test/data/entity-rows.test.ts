import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { STRENGTHS } from '../../core/coding/codebook/coded-item.ts';
import { DENIAL_ROWS } from '../../core/coding/facts/data.ts';
import { LANGUAGES } from '../../core/coding/facts/language-data.ts';
import { COMMON_SURNAMES, ENTITY_ROWS, TITLE_WORDS } from '../../core/coding/facts/lexicon-data.ts';
import { leaderSchema } from '../../core/coding/lexicon/overlay.ts';
import { fold } from '../../core/coding/words/fold.ts';

const name = z.string().min(1);
const names = z.array(name).min(1);
const party = z.string().regex(/^[A-Z]{2,8}$/);
const level = z.enum(['leader', 'minister', 'envoy']);
const words = z.array(z.string().regex(/^[^A-Z]+$/, 'titles and institutions are written small')).min(1);

const SCHEMAS = {
  leaders: leaderSchema,
  countries: z.strictObject({
    code: party,
    names: z.array(name),
    demonyms: z.array(name),
    capitals: z.array(name),
    leader: z.array(name).min(1),
  }),
  metonyms: z.strictObject({ names, party, office: name, from: z.iso.date().optional(), reads: names }),
  bodies: z.strictObject({ names, party }),
  movements: z.strictObject({ names, party }),
  titles: z.strictObject({ words, office: name, level, party: party.optional(), post: z.boolean().optional() }),
  institutions: z.strictObject({ kind: z.enum(['metonym', 'domestic']), words }),
  groups: z.strictObject({ words, party: z.union([party, z.string().regex(/^[A-Z]{2}(?:-[A-Z]{2})+$/)]).nullable(), level }),
  outlets: z.strictObject({ names, country: party }),
  domestic: z.strictObject({ names, party: party.optional() }),
  cues: z.strictObject({ names, party }),
  namesakes: z.strictObject({ why: name, names }),
} as const;

describe.each(Object.entries(SCHEMAS))('data/%s', (list, schema) => {
  it('has rows that fit their schema', () => {
    const rows: readonly unknown[] = ENTITY_ROWS[list as keyof typeof SCHEMAS];
    expect(rows.length).toBeGreaterThan(0);
    rows.forEach((row, index) => {
      const parsed = schema.safeParse(row);
      expect(parsed.success ? '' : `${list}[${index}] ${JSON.stringify(row).slice(0, 120)}: ${parsed.error.message}`).toBe('');
    });
  });
});

describe('data/leaders', () => {
  const terms = ENTITY_ROWS.leaders.flatMap((row) => row.terms.map((term) => ({ name: row.name, term })));
  it('never ends a term before it begins', () => {
    for (const { name: who, term } of terms) {
      const [from = '', to = ''] = (term.split(' ')[2] ?? '').split('/');
      expect(to === '' || to >= from, `${who}: ${term}`).toBe(true);
    }
  });
  it('names each person once', () => {
    const seen = new Map<string, string>();
    for (const row of ENTITY_ROWS.leaders) {
      const key = `${fold(row.name)} ${row.terms[0]?.slice(0, 2)}`;
      expect(seen.has(key), `twice: ${row.name}`).toBe(false);
      seen.set(key, row.name);
    }
  });
  it('has one holder at a time for the offices that headlines call by office', () => {
    const collegial = new Set([
      'AD',
      'BA',
      'SM',
      'CH',
      'KP',
      'VA',
      'MM',
      'LY',
      'YE',
      'IQ',
      'AF',
      'SD',
      'HT',
      'ET',
      'PE',
      'SO',
      'TN',
      'GB',
      'SA',
      'BO',
    ]);
    const held = terms
      .filter(({ term }) => term.includes(' head_of_state ') && !/ (?:acting|low)$/.test(term) && !collegial.has(term.slice(0, 2)))
      .map(({ name: who, term }) => ({ who, party: term.slice(0, 2), span: (term.split(' ')[2] ?? '').split('/') }));
    for (const a of held)
      for (const b of held) {
        if (a === b || a.party !== b.party || a.who >= b.who) continue;
        const [start = '', end = ''] = a.span;
        const [otherStart = '', otherEnd = ''] = b.span;
        const overlap =
          Date.parse(end || '2027-01-01') > Date.parse(otherStart) + 864e5 * 200 &&
          Date.parse(otherEnd || '2027-01-01') > Date.parse(start) + 864e5 * 200;
        expect(overlap, `${a.party}: ${a.who} and ${b.who}`).toBe(false);
      }
  });
});

describe('data of languages', () => {
  it.each(LANGUAGES)('refer to known states and people', (language) => {
    const codes = new Set(ENTITY_ROWS.countries.map((row) => row.code));
    const known = new Set(ENTITY_ROWS.leaders.map((row) => row.name));
    for (const row of language.countries) expect(codes.has(row.code), row.code).toBe(true);
    const surnames = ENTITY_ROWS.leaders.map(({ name }) => name.split(' ').at(-1) ?? '');
    const own = new Set(surnames.filter((surname) => surnames.indexOf(surname) === surnames.lastIndexOf(surname)));
    for (const [who] of language.leaders) expect(known.has(who) || own.has(who), who).toBe(true);
    for (const row of language.inflection) expect(row.forms.length, row.ending).toBeGreaterThan(0);
  });
});

describe('data/denials', () => {
  it('has a known strength, kind and object in each row', () => {
    for (const row of DENIAL_ROWS) {
      expect(STRENGTHS).toContain(row.strength);
      expect(['verb', 'predicate']).toContain(row.kind);
      expect(['any', 'claim', 'claimed', 'as', 'none', 'from', 'negated', 'quoted', 'fact']).toContain(row.object);
      expect(row.phrases.length, row.id).toBeGreaterThan(0);
    }
    expect(new Set(DENIAL_ROWS.map((row) => row.id)).size).toBe(DENIAL_ROWS.length);
  });
});

it('keeps word classes folded, so that tokens find them', () => {
  for (const set of Object.values(TITLE_WORDS)) for (const word of set) expect(fold(word)).toBe(word);
  for (const word of COMMON_SURNAMES) expect(fold(word)).toBe(word);
});
