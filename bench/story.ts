/**
 * Coding and developing a stream of items in one run, single process: `npx tsx bench/story.ts items.jsonl`. Prints the time of each and
 * their ratio; exits with 1 when developing costs more than a quarter of coding.
 */
import { readFileSync } from 'node:fs';
import { codeItem } from '../core/coding/code-item.ts';
import { buildLexicon } from '../core/coding/lexicon/lexicon.ts';
import { codingInputOf } from '../core/pipeline/coding-input.ts';
import { readReplayLine } from '../core/pipeline/replay-line.ts';
import { develop } from '../core/story/develop.ts';
import type { Dossier, DossierKey } from '../core/story/dossier.ts';
import { reportsByDossier } from '../core/story/reports.ts';

const SHARE = 0.25;
const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: tsx bench/story.ts items.jsonl');
  process.exit(2);
}

const lexicon = buildLexicon();
const dossiers = new Map<DossierKey, Dossier>();
const spent = { code: 0, develop: 0 };
let [items, reports, at] = [0, 0, '1900-01-01T00:00:00.000Z'];
for (const line of readFileSync(file, 'utf8').split('\n')) {
  const read = line.trim() === '' ? null : readReplayLine(line, at);
  if (read?.kind !== 'item') continue;
  const { item } = read;
  at = item.firstSeenAt;
  items += 1;
  const start = performance.now();
  const coded = codeItem(codingInputOf(item), lexicon);
  const middle = performance.now();
  for (const [key, mine] of reportsByDossier([{ item, coded, isBaseline: false }])) {
    dossiers.set(key, develop(dossiers.get(key) ?? null, { key, reports: mine }, { now: at }).dossier);
    reports += 1;
  }
  spent.code += middle - start;
  spent.develop += performance.now() - middle;
}

const micro = (milliseconds: number, count: number): string => `${((1000 * milliseconds) / Math.max(1, count)).toFixed(0)} µs`;
const ratio = spent.develop / spent.code;
const largest = Math.max(0, ...[...dossiers.values()].map((dossier) => JSON.stringify(dossier).length));
console.log(`${items} items, ${reports} reports to ${dossiers.size} dossiers, the largest ${(largest / 1000).toFixed(0)} kB`);
console.log(`code     ${spent.code.toFixed(0)} ms, ${micro(spent.code, items)} an item`);
console.log(`develop  ${spent.develop.toFixed(0)} ms, ${micro(spent.develop, items)} an item, ${micro(spent.develop, reports)} a report`);
console.log(`develop / code = ${ratio.toFixed(3)} (at most ${SHARE})`);
process.exitCode = ratio <= SHARE ? 0 : 1;
