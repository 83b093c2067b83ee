import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin } from 'esbuild';

/** Fields of the rows of data/ that only tests read. */
const EXAMPLES: ReadonlySet<string> = new Set(['reads', 'ignores']);
/** From so many rows on a file is written in columns: what is alike stands side by side, and the bundle packs 5 kB smaller. */
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
  const columns = full.map((name) => [name, rows.map((row) => row[name])]);
  const sparse = some.map((name) => [name, Object.fromEntries(rows.flatMap((row, k) => (name in row ? [[k, row[name]]] : [])))]);
  return `const columns = ${JSON.stringify(columns)}, sparse = ${JSON.stringify(sparse)};
export default /* @__PURE__ */ Array.from({ length: ${rows.length} }, (_, k) => {
  const row = {};
  for (const [name, values] of columns) row[name] = values[k];
  for (const [name, values] of sparse) if (k in values) row[name] = values[k];
  return row;
});`;
}
