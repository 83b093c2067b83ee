import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROWS = readFileSync(new URL('../docs/faults.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| |\s*\|$/g, '')));
const REFERENCE = /(test\/[\w/.-]+\.ts) "((?:[^"\\]|\\")+)"/g;

test('the catalogue has its 34 faults, each once', () => {
  expect(ROWS.map(([number]) => Number(number))).toEqual(Array.from({ length: 34 }, (_, n) => n + 1));
});

test.each(ROWS)('fault %s, %s, is shown by tests that exist', (_number, _fault, _outcome, shown = '') => {
  const references = [...shown.matchAll(REFERENCE)].map(([, file = '', name = '']) => ({ file, name: name.replaceAll('\\"', '"') }));
  expect(references.length).toBeGreaterThan(0);
  expect(shown.replace(REFERENCE, '').replaceAll('; ', '')).toBe('');
  for (const { file, name } of references) {
    const path = new URL(`../${file}`, import.meta.url);
    expect(existsSync(path), file).toBe(true);
    expect(testNamesIn(readFileSync(path, 'utf8')), `${file} "${name}"`).toContain(name);
  }
});

/** What stands first in a call of `test`, `it` or their `each`. */
const testNamesIn = (source: string): readonly string[] =>
  [...source.matchAll(/(?:\b(?:test|it)|\]\)|\)|as const\))\(\s*(['"`])((?:\\.|(?!\1)[^\n])+)\1,/g)].map(([, , name = '']) =>
    name.replaceAll("\\'", "'"),
  );
