import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BREAKS } from '../bench/breaks/table.ts';
import { testNamesIn, testsNamedIn, withoutNamedTests } from './named-tests.ts';

const ROWS = readFileSync(new URL('../docs/faults.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| |\s*\|$/g, '')));

test('the catalogue has its 34 faults, each once', () => {
  expect(ROWS.map(([number]) => Number(number))).toEqual(Array.from({ length: 34 }, (_, n) => n + 1));
});

test.each(ROWS)('fault %s, %s, is shown by tests that exist', (_number, _fault, _outcome, shown = '') => {
  const references = testsNamedIn(shown);
  expect(references.length).toBeGreaterThan(0);
  expect(withoutNamedTests(shown)).toBe('');
  for (const { file, name } of references) {
    const path = new URL(`../${file}`, import.meta.url);
    expect(existsSync(path), file).toBe(true);
    expect(testNamesIn(readFileSync(path, 'utf8')), `${file} "${name}"`).toContain(name);
  }
});

/** By whichever bug. `npx tsx bench/breaks.ts` is what sees them. */
const BROKEN = new Set(BREAKS.flatMap(({ tests }) => tests.map(({ file, name }) => `${file} ${name}`)));
/** A contract's tests stand in one file and are run by another. */
const runs = (file: string): string => file.replace('store-contract.ts', 'store.test.ts');

test.each(ROWS)('fault %s, %s: a bug stands ready that each of its tests must see', (number, _fault, _outcome, shown = '', seen = '') => {
  const mine = BREAKS.filter(({ faults }) => faults.includes(Number(number)));
  expect(mine.map(({ what }) => what).join('; ')).toBe(seen);
  expect(testsNamedIn(shown).filter(({ file, name }) => !BROKEN.has(`${runs(file)} ${name}`))).toEqual([]);
});
