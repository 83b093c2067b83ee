import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPERATOR_ROWS } from '../../core/coding/facts/data.ts';
import { type Bundle, buildBundles } from '../../infra/bundle.ts';
import { FUNCTIONS } from '../../infra/functions.ts';

/** A cold start reads its whole bundle: what a function never uses it must not carry. The limits are a little above today's sizes (`npm run bundles`). */
const root = fileURLToPath(new URL('../..', import.meta.url));
const READS_TEXT = ['poll-feeds', 'query'];
const KILOBYTES = { readsText: 2_600, other: 680 };
const folder = mkdtempSync(join(tmpdir(), 'summitwire-sizes-'));
let bundles: readonly Bundle[] = [];
beforeAll(async () => {
  bundles = await buildBundles({ root, out: folder, config: join(root, 'config') });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inputs = (name: string): readonly string[] => Object.keys(bundles.find((bundle) => bundle.name === name)?.inputs ?? {});

test.each(FUNCTIONS.map(({ name }) => name))('the bundle of %s stays within its size', (name) => {
  const bytes = bundles.find((bundle) => bundle.name === name)?.bytes ?? Number.NaN;
  expect(bytes / 1024).toBeLessThan(READS_TEXT.includes(name) ? KILOBYTES.readsText : KILOBYTES.other);
});

test.each(FUNCTIONS.map(({ name }) => name).filter((name) => !READS_TEXT.includes(name)))(
  '%s reads no text and carries no lexicon',
  (name) => {
    expect(inputs(name)).not.toHaveLength(0);
    expect(inputs(name).filter((path) => /^data\/(leaders|operators|nuclei|denials|ru\/)/.test(path))).toEqual([]);
  },
);

test.each(READS_TEXT)('%s reads text and carries the lexicon', (name) => {
  expect(inputs(name)).toContain('data/operators.json');
});

test.each(READS_TEXT)('%s goes without the examples of the rows', (name) => {
  const code = readFileSync(join(folder, name, 'index.mjs'), 'utf8');
  const row = OPERATOR_ROWS[0];
  expect(code).toContain(`"${row?.phrases[0]}"`);
  expect(code).not.toContain(row?.reads?.[0]);
});
