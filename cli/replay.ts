import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { virtualClock } from '../adapters/local/clock.ts';
import { countingIds } from '../adapters/local/ids.ts';
import { openMemoryStore } from '../adapters/local/memory-store.ts';
import { codeItem } from '../core/coding/code-item.ts';
import type { Item } from '../core/feed/item.ts';
import { type Replay, startReplay } from '../core/pipeline/replay.ts';
import { readReplayLine } from '../core/pipeline/replay-line.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { configuredLexicon } from './configured-lexicon.ts';

const help = `usage: summitwire replay --input items.jsonl [--watch RU-US,CN-US]

Runs stored items through the whole pipeline after fetching, on a clock that follows their dates, in a store that is thrown away:
what would a person have been told, and when? One JSON line for each alert, major and minor, on stdout. (Envoys' contacts are left out.)

  --input FILE    items, one JSON object a line, in order of arrival: {id, title?, text?, date?, outlet?, lang?}; "-" reads stdin
  --watch LIST    pairs or parties to be told of, joined by commas; all if it is left out

A line that cannot be read is reported with its number on stderr and left out; then the exit code is 1.

example: summitwire replay --input august.jsonl --watch RU-US > alerts.jsonl
`;

const START = '1900-01-01T00:00:00.000Z';
const WATCH_ENTRY = /^[A-Z]{2,4}(-[A-Z]{2,4})*$/;

export const command: Command = { help, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { input: { type: 'string' }, watch: { type: 'string' } } });
  if (values.input === undefined) throw new UsageError('--input FILE is missing');
  const input = values.input === '-' ? io.stdin : createReadStream(values.input);
  const replay = openReplay(readWatch(values.watch ?? ''), io);
  return replayLines(input, replay, io);
}

/** The watch list of the command line: "RU-US,CN-US". */
function readWatch(list: string): readonly string[] {
  const entries = list.split(',').filter((entry) => entry !== '');
  const bad = entries.find((entry) => !WATCH_ENTRY.test(entry));
  if (bad !== undefined) throw new UsageError(`--watch: "${bad}" is not party codes joined by "-", such as RU-US`);
  return entries.map((entry) => entry.split('-').sort().join('-'));
}

function openReplay(watch: readonly string[], io: Io): Replay {
  const lexicon = configuredLexicon(io);
  const complain = (message: string, fields?: Readonly<Record<string, unknown>>): void =>
    void io.stderr.write(`replay: ${message} ${fields === undefined ? '' : JSON.stringify(fields)}\n`);
  return startReplay({
    store: openMemoryStore(),
    clock: virtualClock(START),
    ids: countingIds('replay'),
    log: { info: () => {}, warn: complain, error: complain },
    code: (coding) => codeItem(coding, lexicon),
    watch,
  });
}

async function replayLines(input: Readable, replay: Replay, io: Io): Promise<number> {
  const progress = openProgress(io);
  const order = openOrder();
  let number = 0;
  let bad = 0;
  const take = async (items: readonly Item[]): Promise<void> => {
    for (const item of items) for (const alert of await replay.take(item)) io.stdout.write(`${JSON.stringify(alert)}\n`);
  };
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const read = readReplayLine(line, order.lastAt());
    if (read.kind === 'bad') {
      bad += 1;
      io.stderr.write(`replay: line ${number}: ${read.reason}\n`);
      continue;
    }
    await take(order.next(read.item));
    progress(number);
  }
  await take(order.rest());
  progress(null);
  return bad === 0 ? EXIT.ok : EXIT.failed;
}

type Order = { lastAt(): string; next(item: Item): readonly Item[]; rest(): readonly Item[] };
/** Undated items before the first date that are held back at most; a file without dates is of today. */
const MOST_HELD = 10_000;

/** An undated item comes right after the one before it; those before the first date come with that one. */
function openOrder(): Order {
  let held: Item[] = [];
  let lastAt: string | null = null;
  const releaseAt = (at: string): readonly Item[] => {
    const items = held.map((item) => ({ ...item, firstSeenAt: at, effectiveAt: at }));
    held = [];
    lastAt = at;
    return items;
  };
  return {
    lastAt: () => lastAt ?? START,
    next: (item) => {
      if (lastAt !== null || item.publishedAt !== null) {
        const before = releaseAt(item.firstSeenAt);
        return [...before, item];
      }
      held.push(item);
      return held.length < MOST_HELD ? [] : releaseAt(new Date().toISOString());
    },
    rest: () => releaseAt(lastAt ?? new Date().toISOString()),
  };
}

const PROGRESS_EVERY = 200;

/** Shows the number of items on a terminal; silent in a pipe. `null` clears the line. */
function openProgress(io: Io): (items: number | null) => void {
  if (!('isTTY' in io.stderr) || io.stderr.isTTY !== true) return () => {};
  return (items) => {
    if (items === null) io.stderr.write('\r\x1b[K');
    else if (items % PROGRESS_EVERY === 0) io.stderr.write(`\r${items} items`);
  };
}
