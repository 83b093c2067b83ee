import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Item } from '../core/feed/item.ts';
import { absorbItems } from '../core/pipeline/absorb.ts';
import { type BackupLine, readBackupLine } from '../core/pipeline/backup-line.ts';
import { readReplayLine } from '../core/pipeline/replay-line.ts';
import { isEmptyStore, restore } from '../core/pipeline/restore.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { openCorrectionHome } from './correcting/correction-home.ts';
import { CONFIG_FOLDER, loadConfig } from './local/load-config.ts';
import type { LocalParts } from './local/local-pipeline.ts';
import { openLocal } from './local/open-local.ts';

const help = `usage: summitwire import FILE [--aws] [--config FOLDER]

Makes a store of a backup (\`summitwire export --all\`), or takes in items.

A backup goes into an empty store: stories, developments, alerts, subscriptions and what each feed has shown are as they were. Nothing is
told again and no feed counts as new. With --aws nothing else may work on the table meanwhile: deploy the data stack alone, import, then
deploy the rest. An import that was cut is done again with --again.

Otherwise takes in items from JSON lines: {id, title?, text?, date?, outlet?, lang?}, one a line, the oldest first. They are stored, coded and folded
into the stories in silence, as the first reading of a feed is: nobody is told. An item that is stored already is left as it is, so the
same file may be imported again. "-" reads standard input. (Feeds come in with \`summitwire feeds import-opml\`.)

A line that cannot be read is reported with its number on stderr and left out; then the exit code is 1.

  --again           a backup that was cut while it was taken in: go on, though the store is not empty
  --aws             a backup goes into the deployed table
  --config FOLDER   where settings.json stands (config)

example: summitwire import archive.jsonl
`;
export const command: Command = { help, run };

/** Items folded in at once: each dossier they touch is written once. */
const BATCH = 100;
const IMPORT_FEED = 'import';

type Counts = { stored: number; known: number; bad: number };

const OPTIONS = {
  again: { type: 'boolean', default: false },
  aws: { type: 'boolean', default: false },
  config: { type: 'string', default: CONFIG_FOLDER },
} as const;
type Options = { readonly again: boolean; readonly aws: boolean; readonly config: string };

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('wanted: one file of JSON lines, or - for standard input');
  const input = file === '-' ? io.stdin : createReadStream(file);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  const first = await lines.next();
  const all = startingWith(first.done === true ? [] : [first.value], lines);
  return isBackup(first.value) ? restoreBackup(all, values, io) : importItems(all, values, io);
}

async function* startingWith(first: readonly string[], rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield* first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

const isBackup = (line: string | undefined): boolean => line?.startsWith('{"kind":"summitwire-backup"') ?? false;

async function restoreBackup(lines: AsyncIterable<string>, { again, aws, config }: Options, io: Io): Promise<number> {
  const home = await openCorrectionHome({ config, aws }, io);
  try {
    const { store, clock } = home.ports;
    if (!again && !(await isEmptyStore(store)))
      throw new Error('the store is not empty; a backup goes into an empty one (another storage.path), or with --again on top of itself');
    const counts = await restore(readLines(lines), store, clock.now());
    io.stdout.write(
      `restored: ${Object.entries(counts)
        .map(([kind, count]) => `${count} ${LABELS[kind] ?? kind}`)
        .join(', ')}\n`,
    );
    return EXIT.ok;
  } finally {
    await home.close();
  }
}

const LABELS: Readonly<Record<string, string>> = {
  ...{ dossier: 'dossiers', story: 'stories', denial: 'denials', development: 'developments', alert: 'alerts' },
  ...{ subscription: 'subscriptions', item: 'items', parked: 'parked items', liveness: 'signs of life' },
  ...{ seen: 'memories of feeds', feed: 'feeds' },
};

/** One line that cannot be read ends it: half a store is worse than none. */
async function* readLines(lines: AsyncIterable<string>): AsyncGenerator<BackupLine> {
  let number = 0;
  for await (const text of lines) {
    number += 1;
    const read = readBackupLine(text);
    if (read.kind === 'bad') throw new Error(`line ${number} of the backup: ${read.reason}`);
    yield read.line;
  }
}

async function importItems(lines: AsyncIterable<string>, options: Options, io: Io): Promise<number> {
  if (options.aws || options.again) throw new UsageError('--aws and --again are for backups (export --all); this file holds items');
  const config = loadConfig(options.config, io);
  const instance = await openLocal(config, io);
  try {
    const counts = await importLines(lines, instance.parts, io);
    io.stdout.write(`${counts.stored} items taken in, ${counts.known} known already, ${counts.bad} lines that cannot be read\n`);
    return counts.bad === 0 ? EXIT.ok : EXIT.failed;
  } finally {
    await instance.close();
  }
}

async function importLines(lines: AsyncIterable<string>, parts: LocalParts, io: Io): Promise<Counts> {
  const counts: Counts = { stored: 0, known: 0, bad: 0 };
  let lastAt = parts.clock.now();
  let number = 0;
  const batch: Item[] = [];
  for await (const line of lines) {
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
