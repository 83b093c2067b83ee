import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ENTITY_ROWS } from '../../core/coding/facts/lexicon-data.ts';
import { hasSurname, readBare, readFullName, readTitled, TENURES, type Tenure } from './tenure-readings.ts';

/**
 * Names that are not this person's alone. `needs`: what a text must say to name him, "title" (a surname alone is not enough) or "full name"
 * (a title and the surname are not enough).
 */
const rowSchema = z.strictObject({ name: z.string(), needs: z.enum(['title', 'full name']), why: z.string().min(10) });
const AMBIGUOUS = z
  .array(rowSchema)
  .parse(JSON.parse(readFileSync(new URL('ambiguous-names.json', import.meta.url), 'utf8')))
  .map((row) => [row.name, row] as const);
const ambiguous = new Map(AMBIGUOUS);

const parties = [...new Set(TENURES.map(({ party }) => party))].sort();
const of = (party: string): readonly Tenure[] => TENURES.filter((tenure) => tenure.party === party);
const label = ({ row, office, day }: Tenure): string => `${row.name}, ${office}, on ${day}`;
const withSurname = (party: string): readonly Tenure[] => of(party).filter(hasSurname);

/** Whoever adds a leader whom a test below names: add a row to ambiguous-names.json and say why, or an alias by which newspapers call him. */
describe.each(parties)('each tenure of %s', (party) => {
  it('is read from title and full name', () => {
    expect(
      of(party)
        .filter((tenure) => !readFullName(tenure).isRight)
        .map(label),
    ).toEqual([]);
  });
  it('is read from title and surname, or the name is listed as ambiguous', () => {
    const wrong = withSurname(party).filter((tenure) => !readTitled(tenure).isRight);
    expect(wrong.filter(({ row }) => ambiguous.get(row.name)?.needs !== 'full name').map(label)).toEqual([]);
  });
  it('is read from the bare surname in a text about the state, or the name is listed as ambiguous', () => {
    const wrong = withSurname(party).filter((tenure) => !readBare(tenure).isRight);
    expect(wrong.filter(({ row }) => !ambiguous.has(row.name)).map(label)).toEqual([]);
  });
});

describe('the names listed as ambiguous', () => {
  it('are each somebody of the list, once', () => {
    const known = new Set(ENTITY_ROWS.leaders.map(({ name }) => name));
    expect(AMBIGUOUS.map(([name]) => name).filter((name) => !known.has(name))).toEqual([]);
    expect(ambiguous.size).toBe(AMBIGUOUS.length);
  });
  it('are still ambiguous: a name that is read everywhere leaves the list', () => {
    const fails = { title: readBare, 'full name': readTitled } as const;
    const read = AMBIGUOUS.filter(([name, { needs }]) =>
      TENURES.filter(({ row }) => row.name === name).every((tenure) => fails[needs](tenure).isRight),
    );
    expect(read.map(([name]) => name)).toEqual([]);
  });
});
