/**
 * How alerts bear misreadings: a stream is coded once, then its readings are spoilt at random and replayed.
 * `npx tsx bench/robust.ts items.jsonl [--watch RU-US,CN-US] [--seeds 5] [--rates 0,0.02,0.05,0.1] [--out FOLDER]`
 * At a rate r each contact is lost with 2 r, and its status, date, place, parties and background are each misread with r.
 * Told again: alerts of the unspoilt run that come within a day; agreeing: alerts that the unspoilt run tells, too.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { virtualClock } from '../adapters/local/clock.ts';
import { countingIds } from '../adapters/local/ids.ts';
import { openMemoryStore } from '../adapters/local/memory-store.ts';
import { codeItem } from '../core/coding/code-item.ts';
import type { CodedItem } from '../core/coding/codebook/coded-item.ts';
import { buildLexicon } from '../core/coding/lexicon/lexicon.ts';
import type { Item } from '../core/feed/item.ts';
import { codingInputOf } from '../core/pipeline/coding-input.ts';
import { type ReplayAlert, startReplay } from '../core/pipeline/replay.ts';
import { readReplayLine } from '../core/pipeline/replay-line.ts';
import { STATUS_SPEC } from '../core/story/status.ts';
import { openMisreader } from './robust/misreader.ts';

const START = '1900-01-01T00:00:00.000Z';
const DAY = 86_400_000;

const { values, positionals } = parseArgs({
  options: { watch: { type: 'string' }, seeds: { type: 'string' }, rates: { type: 'string' }, out: { type: 'string' } },
  allowPositionals: true,
});
const [file] = positionals;
if (file === undefined) {
  console.error('usage: tsx bench/robust.ts items.jsonl [--watch RU-US,CN-US] [--seeds 5] [--rates 0,0.02,0.05,0.1] [--out FOLDER]');
  process.exit(2);
}
const watch = (values.watch ?? '').split(',').filter((entry) => entry !== '');
const rates = (values.rates ?? '0,0.02,0.05,0.1').split(',').map(Number);
const seeds = Number(values.seeds ?? 5);

const items = readItems(file);
const lexicon = buildLexicon();
const readings = new Map(items.map((item) => [item.id, codeItem(codingInputOf(item), lexicon)]));
const clean = await replayAll(readings);
if (values.out !== undefined) mkdirSync(values.out, { recursive: true });

console.log('rate   alerts (least-most)   told again   agreeing');
for (const rate of rates) {
  const runs: { readonly alerts: number; readonly again: number; readonly agreeing: number }[] = [];
  for (let seed = 1; seed <= (rate === 0 ? 1 : seeds); seed += 1) {
    const alerts = await replayAll(spoil(rate, seed));
    if (values.out !== undefined)
      writeFileSync(`${values.out}/alerts-${rate}-${seed}.jsonl`, alerts.map((one) => `${JSON.stringify(one)}\n`).join(''));
    runs.push({ alerts: alerts.length, again: share(clean, alerts), agreeing: share(alerts, clean) });
  }
  const counts = runs.map(({ alerts }) => alerts);
  const range = `${mean(counts).toFixed(1)} (${Math.min(...counts)}-${Math.max(...counts)})`;
  console.log(
    `${String(rate).padEnd(6)} ${range.padEnd(21)} ${mean(runs.map(({ again }) => again))
      .toFixed(3)
      .padEnd(12)} ${mean(runs.map(({ agreeing }) => agreeing)).toFixed(3)}`,
  );
}

function readItems(path: string): readonly Item[] {
  const read: Item[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const one = line.trim() === '' ? null : readReplayLine(line, read.at(-1)?.firstSeenAt ?? START);
    if (one?.kind === 'item') read.push(one.item);
  }
  return read;
}

function spoil(rate: number, seed: number): ReadonlyMap<string, CodedItem> {
  const misread = openMisreader(rate, { seed, contacts: [...readings.values()].flatMap(({ contacts }) => contacts) });
  return new Map([...readings].map(([id, coded]) => [id, misread(coded)]));
}

async function replayAll(coded: ReadonlyMap<string, CodedItem>): Promise<readonly ReplayAlert[]> {
  const replay = startReplay({
    store: openMemoryStore(),
    clock: virtualClock(START),
    ids: countingIds('robust'),
    log: { info: () => {}, warn: console.error, error: console.error },
    code: (input) => coded.get(input.id) ?? codeItem(input, lexicon),
    watch,
  });
  const alerts: ReplayAlert[] = [];
  for (const item of items) alerts.push(...(await replay.take(item)));
  return alerts;
}

/** The share of some alerts that others tell as well: same level and family of status, one's parties among the other's, within a day. */
function share(some: readonly ReplayAlert[], others: readonly ReplayAlert[]): number {
  const found = some.filter((one) => others.some((other) => isSame(one, other)));
  return some.length === 0 ? 1 : found.length / some.length;
}

function isSame(one: ReplayAlert, other: ReplayAlert): boolean {
  const family = (alert: ReplayAlert): string => (alert.to === null ? alert.kind : STATUS_SPEC[alert.to].family);
  const covers = (outer: readonly string[], inner: readonly string[]): boolean => inner.every((code) => outer.includes(code));
  return (
    one.level === other.level &&
    family(one) === family(other) &&
    Math.abs(Date.parse(one.at) - Date.parse(other.at)) <= DAY &&
    (covers(one.parties, other.parties) || covers(other.parties, one.parties))
  );
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}
