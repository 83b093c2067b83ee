import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin } from 'esbuild';

/** Fields of the rows of data/ that only tests read. */
const EXAMPLES: ReadonlySet<string> = new Set(['reads', 'ignores']);
/** From so many rows on a file is written in columns: what is alike stands side by side, and the bundle packs 10 kB smaller. */
const MANY = 1000;

/**
 * What is deployed of the JSON in data/: without the examples that stand beside each row, which every cold start would read for nothing,
 * and long lists of rows in columns. The code gets the same rows.
 */
export const packedData = (root: string): Plugin => ({
  name: 'packed-data',
  setup(building) {
    const folder = join(root, 'data') + sep;
    building.onLoad({ filter: /\.json$/ }, ({ path }) => (path.startsWith(folder) ? moduleOf(readFileSync(path, 'utf8')) : null));
  },
});

/** The module that stands for a JSON file of data/. */
export function moduleOf(json: string): { readonly contents: string; readonly loader: 'json' | 'js' } {
  const data: unknown = JSON.parse(json, (key, value: unknown) => (EXAMPLES.has(key) ? undefined : value));
  return Array.isArray(data) && data.length >= MANY
    ? { contents: inColumns(data), loader: 'js' }
    : { contents: JSON.stringify(data), loader: 'json' };
}

/** A module that makes the rows anew, or falls away where nobody asks for them: fields that all rows have as one list each, of the others only the rows that have them. */
function inColumns(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const names = [...new Set(rows.flatMap(Object.keys))];
  const full = names.filter((name) => rows.every((row) => name in row));
  const some = names.filter((name) => !full.includes(name));
  const columnOf = (name: string): readonly unknown[] => rows.map((row) => row[name]);
  const texts = full.filter((name) => columnOf(name).every(isTexts));
  const columns = full.filter((name) => !texts.includes(name)).map((name) => [name, columnOf(name)]);
  const inWords = texts.map((name) => [name, wordColumns(columnOf(name) as readonly (readonly string[])[])]);
  const sparse = some.map((name) => [name, Object.fromEntries(rows.flatMap((row, k) => (name in row ? [[k, row[name]]] : [])))]);
  return `const columns = ${JSON.stringify(columns)}, texts = ${JSON.stringify(inWords)}, sparse = ${JSON.stringify(sparse)};
export default /* @__PURE__ */ (() => {
  const textsOf = ([lengths, ...words]) => {
    let at = -1;
    return lengths.map((length) => Array.from({ length }, () => (at++, words.map((list) => list[at]).filter(Boolean).join(' '))));
  };
  for (const [name, lists] of texts) columns.push([name, textsOf(lists)]);
  return Array.from({ length: ${rows.length} }, (_, k) => {
    const row = {};
    for (const [name, values] of columns) row[name] = values[k];
    for (const [name, values] of sparse) if (k in values) row[name] = values[k];
    return row;
  });
})();`;
}

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((text) => typeof text === 'string' && !/^(?: |$)| {2}| $/.test(text));

/** Lists of texts that are made alike ("US head_of_state 2017-01-20/2021-01-20"): how many each list has, all first words, all second ones, ... */
function wordColumns(lists: readonly (readonly string[])[]): readonly (readonly (number | string)[])[] {
  const texts = lists.flat().map((text) => text.split(' '));
  const width = texts.reduce((most, { length }) => Math.max(most, length), 0);
  return [lists.map(({ length }) => length), ...Array.from({ length: width }, (_, k) => texts.map((words) => words[k] ?? ''))];
}
