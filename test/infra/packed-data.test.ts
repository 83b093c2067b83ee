import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { moduleOf } from '../../infra/packed-data.ts';

const read = (name: string): string => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');

/** What the code gets when it imports the module. */
async function rowsOf(contents: string): Promise<unknown> {
  const { default: rows } = await import(`data:text/javascript,${encodeURIComponent(contents)}`);
  return rows;
}

test('a long list is deployed in columns, and read as the same rows', async () => {
  const json = read('leaders.json');
  const packed = moduleOf(json);
  expect(packed).toContain('columns');
  expect(await rowsOf(packed)).toEqual(JSON.parse(json));
});

test('a field that only some rows have comes back to them alone', async () => {
  const rows = Array.from({ length: 1200 }, (_, k) => ({ name: `n${k}`, ...(k % 7 === 0 ? { aliases: [`a${k}`] } : {}) }));
  expect(await rowsOf(moduleOf(JSON.stringify(rows)))).toEqual(rows);
});

test('examples stay behind, and a short list stays as it is', async () => {
  const packed = moduleOf('[{"id": "x", "phrases": ["a"], "reads": ["b"], "ignores": ["c"]}]');
  expect(packed).not.toContain('columns');
  expect(await rowsOf(packed)).toEqual([{ id: 'x', phrases: ['a'] }]);
});

test('texts come back as they were, also those that no words are cut from', async () => {
  const rows = Array.from({ length: 1200 }, (_, k) => ({
    terms: k % 3 === 0 ? [] : [`US head ${k}/`, 'acting'],
    odd: k === 5 ? ['a  b', ''] : ['c'],
  }));
  expect(await rowsOf(moduleOf(JSON.stringify(rows)))).toEqual(rows);
});

test.each([
  ['spans of days', ['1930-01-01/2054-12-31', '1999-02-28/', '2024-02-29/2024-03-01']],
  ['a day too early for three letters', ['1929-12-31/1940-01-01', '2001-01-01/']],
  ['a day too late for three letters', ['2001-01-01/2055-01-01', '2001-01-01/']],
  ['a month that is none', ['2001-13-01/', '2001-01-01/']],
])('%s come back as they were', async (_, spans) => {
  const rows = Array.from({ length: 1200 }, (_, k) => ({ terms: [`US head ${spans[k % spans.length]}`, `GB head ${spans[0]} acting`] }));
  expect(await rowsOf(moduleOf(JSON.stringify(rows)))).toEqual(rows);
});

test('what would end a text of the language stays a part of it', async () => {
  const rows = [{ id: "don't", phrases: ['back\\slash', '"quoted"', 'new\nline', '\u2028'] }];
  expect(await rowsOf(moduleOf(JSON.stringify(rows)))).toEqual(rows);
});
