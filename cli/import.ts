import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Item } from '../core/feed/item.ts';
import { absorbItems } from '../core/pipeline/absorb.ts';
import { readReplayLine } from '../core/pipeline/replay-line.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { CONFIG_FOLDER, loadConfig } from './local/load-config.ts';
import type { LocalParts } from './local/local-pipeline.ts';
import { openLocal } from './local/open-local.ts';

const help = `usage: summitwire import FILE [--config FOLDER]

Takes in items from JSON lines: {id, title?, text?, date?, outlet?, lang?}, one a line, the oldest first. They are stored, coded and folded
into the stories in silence, as the first reading of a feed is: nobody is told. An item that is stored already is left as it is, so the
same file may be imported again. "-" reads standard input. (Feeds come in with \`summitwire feeds import-opml\`.)

A line that cannot be read is reported with its number on stderr and left out; then the exit code is 1.

example: summitwire import archive.jsonl
`;
export const command: Command = { help, run };

/** Items folded in at once: each dossier they touch is written once. */
const BATCH = 100;
const IMPORT_FEED = 'import';

type Counts = { stored: number; known: number; bad: number };

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: { config: { type: 'string' } }, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('wanted: one file of JSON lines, or - for standard input');
  const config = loadConfig(values.config ?? CONFIG_FOLDER, io);
  const instance = await openLocal(config, io);
  try {
    const counts = await importLines(file === '-' ? io.stdin : createReadStream(file), instance.parts, io);
    io.stdout.write(`${counts.stored} items taken in, ${counts.known} known already, ${counts.bad} lines that cannot be read\n`);
    return counts.bad === 0 ? EXIT.ok : EXIT.failed;
  } finally {
    await instance.close();
  }
}

async function importLines(input: NodeJS.ReadableStream, parts: LocalParts, io: Io): Promise<Counts> {
  const counts: Counts = { stored: 0, known: 0, bad: 0 };
  let lastAt = parts.clock.now();
  let number = 0;
  const batch: Item[] = [];
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const read = readReplayLine(line, lastAt);
    if (read.kind === 'bad') {
      counts.bad += 1;
      io.stderr.write(`import: line ${number}: ${read.reason}\n`);
      continue;
    }
    lastAt = read.item.firstSeenAt;
    batch.push({ ...read.item, feedId: IMPORT_FEED });
    if (batch.length === BATCH) await takeIn(batch.splice(0), parts, counts);
  }
  await takeIn(batch, parts, counts);
  return counts;
}

async function takeIn(items: readonly Item[], parts: LocalParts, counts: Counts): Promise<void> {
  const known = await Promise.all(items.map(async ({ id }) => (await parts.store.items.get(id)) !== null));
  const fresh = items.filter((item, i) => known[i] === false && items.findIndex(({ id }) => id === item.id) === i);
  counts.known += items.length - fresh.length;
  counts.stored += fresh.length;
  if (fresh.length > 0)
    await absorbItems(
      fresh.map((item) => ({ item, isBaseline: true })),
      parts,
    );
}
