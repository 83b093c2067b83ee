import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { TakeInRequest, TakenIn } from '../adapters/api/owner-work.ts';
import { systemClock } from '../adapters/local/clock.ts';
import { type BackupLine, readBackupLine } from '../core/pipeline/backup-line.ts';
import { isEmptyStore, restore } from '../core/pipeline/restore.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { openCorrectionHome } from './correcting/correction-home.ts';
import { CONFIG_FOLDER, loadConfig } from './local/load-config.ts';
import { openLocal } from './local/open-local.ts';
import { askTakeIn, findOwner } from './owner/ask-owner.ts';
import { takeInLines } from './owner/take-in-lines.ts';

const help = `usage: summitwire import FILE [--aws] [--config FOLDER]

Makes a store of a backup (\`summitwire export --all\`), or takes in items.

A backup goes into an empty store: stories, developments, alerts, subscriptions and what each feed has shown are as they were. Nothing is
told again and no feed counts as new. With --aws nothing else may work on the table meanwhile: deploy the data stack alone, import, then
deploy the rest; on one machine stop \`npm start\` first. An import that was cut is done again with --again.

Otherwise takes in items from JSON lines: {id, title?, text?, date?, outlet?, lang?}, one a line, the oldest first. They are stored, coded and folded
into the stories in silence, as the first reading of a feed is: nobody is told. An item that is stored already is left as it is, so the
same file may be imported again. "-" reads standard input. Beside a running \`npm start\` that instance takes them in. (Feeds come in with \`summitwire feeds import-opml\`.)

A line that cannot be read is reported with its number on stderr and left out; then the exit code is 1.

  --again           a backup that was cut while it was taken in: go on, though the store is not empty
  --aws             a backup goes into the deployed table
  --config FOLDER   where settings.json stands (config)

example: summitwire import archive.jsonl
`;
export const command: Command = { help, run };

/** Items folded in at once: each dossier they touch is written once. A piece is as long as this, or a line more. */
const PIECE_LINES = 100;
const PIECE_SIZE = 1_000_000;
/** Characters. However it is written as JSON, a piece with such a line is no more than a running instance takes at once. */
const LONGEST_LINE = 5_000_000;

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

async function restoreBackup(lines: AsyncIterable<string>, { again, aws, config: folder }: Options, io: Io): Promise<number> {
  const config = loadConfig(folder, io);
  const owner = aws ? null : findOwner(config.storage.path);
  if (owner !== null)
    throw new Error(
      `a backup goes into a store that nothing works on; process ${owner.pid} (${owner.apiUrl}) does: stop it first (kill ${owner.pid}), or name another storage.path`,
    );
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
  const owner = findOwner(config.storage.path);
  if (owner !== null) return importLines(lines, (request) => askTakeIn(owner, request), io);
  const instance = await openLocal(config, io);
  try {
    return await importLines(lines, (request) => takeInLines(request, instance.parts), io);
  } finally {
    await instance.close();
  }
}

type TakeIn = (request: TakeInRequest) => Promise<TakenIn>;

/** Piece by piece; a line that cannot be read is named by its number in the file. */
async function importLines(lines: AsyncIterable<string>, takeIn: TakeIn, io: Io): Promise<number> {
  const counts = { stored: 0, known: 0, bad: 0 };
  let lastAt = systemClock.now();
  const tellBad = (number: number | undefined, reason: string): void => {
    counts.bad += 1;
    io.stderr.write(`import: line ${number}: ${reason}\n`);
  };
  for await (const piece of piecesOf(lines, tellBad)) {
    const taken = await takeIn({ lines: piece.map(({ text }) => text), lastAt }).catch((error: unknown) => {
      const from = piece[0]?.number ?? 1;
      throw new Error(`line ${from} and those behind it were not taken in: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    });
    for (const { index, reason } of taken.bad) tellBad(piece[index]?.number, reason);
    counts.stored += taken.stored;
    counts.known += taken.known;
    lastAt = taken.lastAt;
  }
  io.stdout.write(`${counts.stored} items taken in, ${counts.known} known already, ${counts.bad} lines that cannot be read\n`);
  return counts.bad === 0 ? EXIT.ok : EXIT.failed;
}

type Line = { readonly number: number; readonly text: string };

async function* piecesOf(lines: AsyncIterable<string>, tellBad: (number: number, reason: string) => void): AsyncGenerator<readonly Line[]> {
  let piece: Line[] = [];
  let size = 0;
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text.length > LONGEST_LINE) {
      tellBad(number, `longer than ${LONGEST_LINE} characters`);
      continue;
    }
    if (text.trim() === '') continue;
    if (piece.length > 0 && (piece.length === PIECE_LINES || size + text.length > PIECE_SIZE)) {
      yield piece;
      piece = [];
      size = 0;
    }
    piece.push({ number, text });
    size += text.length;
  }
  if (piece.length > 0) yield piece;
}
