import { describe, expect, it } from 'vitest';
import { EFFECTS } from '../../../core/coding/codebook/algebra.ts';
import { FORMS, STATUSES } from '../../../core/coding/codebook/coded-item.ts';
import { readSentences } from '../../../core/coding/entities/read-sentences.ts';
import { NUCLEUS_ROWS, OPERATOR_ROWS } from '../../../core/coding/facts/data.ts';
import { buildLexicon } from '../../../core/coding/lexicon/lexicon.ts';
import { scanSentence } from '../../../core/coding/operators/scan.ts';
import { NUCLEUS_EXAMPLES } from './examples/nuclei.ts';
import { OPERATOR_EXAMPLES } from './examples/operators.ts';
import { examplesOf } from './examples/row-examples.ts';
import { coded } from './reading.ts';

const lexicon = buildLexicon();
const DAY = '2025-10-15';

/** Ids of the operators that govern a nucleus in this text, whether or not a contact came of it. */
function firedIn(title: string): readonly string[] {
  return readSentences({ title, text: null, outlet: null, date: DAY }, lexicon).flatMap((sentence) => {
    const scan = scanSentence(sentence);
    return scan === null
      ? []
      : [...scan.chains, ...scan.echoes.map((echo) => echo.chain)].flatMap((chain) => chain.map((operator) => operator.row.id));
  });
}

function nucleiIn(title: string): readonly string[] {
  const { contacts } = coded(DAY, title);
  return readSentences({ title, text: null, outlet: null, date: DAY }, lexicon).flatMap((sentence) => {
    const scan = scanSentence(sentence);
    return scan === null || contacts.length === 0 ? [] : scan.nuclei.map((nucleus) => nucleus.row.id);
  });
}

describe('every operator reads its examples and leaves alone what it must', () => {
  it('has no wording twice: the second would never count, unless the first is only for the end of a phrase', () => {
    const all = OPERATOR_ROWS.filter(({ endsPhrase }) => endsPhrase !== true).flatMap(({ phrases }) => phrases);
    expect(all.filter((phrase, at) => all.indexOf(phrase) !== at)).toEqual([]);
  });
  for (const row of OPERATOR_ROWS) {
    it(`${row.id} has an effect of the algebra, two examples and one counter-example`, () => {
      expect(EFFECTS).toContain(row.effect);
      expect(row.reads?.length ?? 0).toBeGreaterThanOrEqual(2);
      expect(row.ignores?.length ?? 0).toBeGreaterThanOrEqual(1);
    });
    for (const text of examplesOf(row, OPERATOR_EXAMPLES).reads)
      it(`${row.id} reads "${text}"`, () => expect(firedIn(text)).toContain(row.id));
    for (const text of examplesOf(row, OPERATOR_EXAMPLES).ignores)
      it(`${row.id} ignores "${text}"`, () => expect(firedIn(text)).not.toContain(row.id));
  }
});

describe('every contact word reads its examples and leaves alone what it must', () => {
  for (const row of NUCLEUS_ROWS) {
    it(`${row.id} has a form, a known resting status and examples`, () => {
      expect(FORMS).toContain(row.form);
      if (row.rests !== undefined) expect(STATUSES).toContain(row.rests);
      expect((row.reads?.length ?? 0) >= 2 && (row.ignores?.length ?? 0) >= 1).toBe(true);
    });
    for (const text of examplesOf(row, NUCLEUS_EXAMPLES).reads)
      it(`${row.id} reads "${text}"`, () => expect(nucleiOf(text)).toContain(row.id));
    for (const text of examplesOf(row, NUCLEUS_EXAMPLES).ignores)
      it(`${row.id} is no contact in "${text}"`, () => expect(nucleiIn(text)).not.toContain(row.id));
  }
});

function nucleiOf(title: string): readonly string[] {
  return readSentences({ title, text: null, outlet: null, date: DAY }, lexicon).flatMap(
    (sentence) => scanSentence(sentence)?.nuclei.map((nucleus) => nucleus.row.id) ?? [],
  );
}

it('examples are of rows that there are', () => {
  const ids = new Set([...OPERATOR_ROWS, ...NUCLEUS_ROWS].map((row) => row.id));
  expect([...Object.keys(OPERATOR_EXAMPLES), ...Object.keys(NUCLEUS_EXAMPLES)].filter((id) => !ids.has(id))).toEqual([]);
});

it('row ids are unique', () => {
  const ids = [...OPERATOR_ROWS, ...NUCLEUS_ROWS].map((row) => row.id);
  for (const list of [OPERATOR_ROWS, NUCLEUS_ROWS]) expect(new Set(list.map((row) => row.id)).size).toBe(list.length);
  expect(ids.length).toBeGreaterThan(50);
});
