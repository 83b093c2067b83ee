import { describe, expect, it } from 'vitest';
import { ENTITY_ROWS } from '../../core/coding/facts/lexicon-data.ts';
import { entitiesOf } from '../core/coding/reading.ts';

/** A day on which all of them stand. */
const DAY = '2026-06-01';
const speakers = (title: string): readonly string[] =>
  Object.values(entitiesOf(title, DAY))
    .filter(({ kind }) => kind === 'metonym')
    .map(({ country, office }) => `${country} ${office}`);

describe.each(ENTITY_ROWS.metonyms.map((row) => [row.names[0] ?? '', row] as const))(
  'the metonym %s',
  (_, { names, party, office, reads }) => {
    it('is read in its examples as its state and office', () => {
      for (const text of reads ?? []) {
        expect(
          names.some((name) => text.includes(name)),
          `"${text}" holds none of ${names.join(', ')}`,
        ).toBe(true);
        expect([text, speakers(text)[0]]).toEqual([text, `${party} ${office}`]);
      }
      expect(reads?.length ?? 0).toBeGreaterThan(0);
    });
    it('is read by each of its names', () => {
      expect(names.filter((name) => speakers(`The ${name} denied the report`)[0] !== `${party} ${office}`)).toEqual([]);
    });
  },
);
