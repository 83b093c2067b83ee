import { parseArgs } from 'node:util';
import { claimOf } from '../adapters/api/out-claims.ts';
import { cleanLine } from '../core/alert/sanitise.ts';
import { backUp } from '../core/pipeline/backup.ts';
import { EVENT_COLUMNS, eventRows } from '../core/pipeline/export-events.ts';
import { LADDER_COLUMNS, ladderRows } from '../core/pipeline/export-ladders.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { openCorrectionHome } from './correcting/correction-home.ts';
import { csvLine, flatCell } from './listing/csv.ts';
import { filterOf, type ListingSpec, readPages, withoutNegations } from './listing/listing-command.ts';
import { openSource } from './listing/listing-source.ts';
import { DENIALS, DEVELOPMENTS, ITEMS, STORIES } from './listing/rows.ts';
import { writeOut } from './listing/write-out.ts';
import { CONFIG_FOLDER, loadConfig } from './local/load-config.ts';
import { askBackup, findOwner } from './owner/ask-owner.ts';

const help = `usage: summitwire export WHAT [filter] [--format FORMAT] [--output FILE]
       summitwire export --all [--output FILE]

Writes what is stored, for spreadsheets and for research. WHAT and its formats, the usual one first:

  stories | developments | denials | items    jsonl, csv
  events     tsv: event data, one directed dyad a line, with CAMEO and PLOVER codes (merges with GDELT and POLECAT)
  ladders    csv, jsonl: per pair, how many were held and called off, hours from proposed to held
  claims     jsonl: denials as schema.org Claim

  --all             a backup: every row that the store is made of, as JSON lines. \`import\` makes the same store of it. It holds
                    the addresses of subscribers. Beside a running \`npm start\` that instance writes it, and nothing moves
                    in its store meanwhile
  --format FORMAT   one of those above
  --output FILE     instead of standard output; the file appears whole or not at all
  --aws, --url URL, --config FOLDER   as for the listings

example: summitwire export events parties:RU,US since:2026-01-01 --output ru-us.tsv
`;
export const command: Command = { help, run };

type Rows = (listing: Asked) => AsyncIterable<string>;
type Asked = { read<Row extends { readonly id: string }>(spec: Pick<ListingSpec<Row>, 'path' | 'row'>): AsyncIterable<Row> };

const jsonLine = (row: unknown): string => `${JSON.stringify(row)}\n`;
const tsvLine = (cells: readonly string[]): string => `${cells.map((cell) => cleanLine(cell)).join('\t')}\n`;

function rowsOf<Row extends { readonly id: string }>(spec: ListingSpec<Row>): Readonly<Record<string, Rows>> {
  return {
    jsonl: async function* ({ read }) {
      for await (const row of read(spec)) yield jsonLine(row);
    },
    csv: async function* ({ read }) {
      yield csvLine(spec.csv);
      for await (const row of read(spec)) yield csvLine(spec.csv.map((field) => flatCell(row[field])));
    },
  };
}

async function* events({ read }: Asked): AsyncIterable<string> {
  yield tsvLine(EVENT_COLUMNS);
  for await (const item of read(ITEMS)) for (const row of eventRows(item)) yield tsvLine(EVENT_COLUMNS.map((column) => row[column]));
}

async function allLadders({ read }: Asked): Promise<ReturnType<typeof ladderRows>> {
  const stories = [];
  for await (const story of read(STORIES)) stories.push(story);
  return ladderRows(stories);
}

/** What can be exported, and how; the first format is the usual one. */
const EXPORTS: Readonly<Record<string, Readonly<Record<string, Rows>>>> = {
  stories: rowsOf(STORIES),
  developments: rowsOf(DEVELOPMENTS),
  denials: rowsOf(DENIALS),
  items: rowsOf(ITEMS),
  events: { tsv: events },
  ladders: {
    csv: async function* (asked) {
      yield csvLine(LADDER_COLUMNS);
      for (const row of await allLadders(asked)) yield csvLine(LADDER_COLUMNS.map((column) => row[column]));
    },
    jsonl: async function* (asked) {
      for (const row of await allLadders(asked)) yield jsonLine(row);
    },
  },
  claims: {
    jsonl: async function* ({ read }) {
      for await (const row of read(DENIALS)) yield jsonLine({ '@context': 'https://schema.org', ...claimOf(row) });
    },
  },
};

const OPTIONS = {
  all: { type: 'boolean', default: false },
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  aws: { type: 'boolean' },
  url: { type: 'string' },
  config: { type: 'string' },
} as const;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: withoutNegations(args), options: OPTIONS, allowPositionals: true });
  if (values.all) return writeBackup({ ...values, what: positionals[0] }, io);
  const [what = '', ...terms] = positionals;
  const rows = chooseRows(what, values.format);
  const source = await openSource(values, io);
  try {
    const asked: Asked = { read: (spec) => readPages(spec, filterOf(terms), source) };
    await writeOut(rows(asked), { output: values.output, io });
  } finally {
    await source.close();
  }
  return EXIT.ok;
}

type BackupOptions = { readonly what?: string | undefined; readonly output?: string; readonly config?: string; readonly aws?: boolean };

async function writeBackup({ what, output, config: folder = CONFIG_FOLDER, aws = false }: BackupOptions, io: Io): Promise<number> {
  if (what !== undefined) throw new UsageError(`--all takes nothing else, found "${what}"`);
  const config = loadConfig(folder, io);
  const owner = aws ? null : findOwner(config.storage.path);
  const write = (lines: AsyncIterable<string>) => writeOut(lines, { output, isPrivate: true, io }).then(() => EXIT.ok);
  if (owner !== null) return write(askBackup(owner));
  const home = await openCorrectionHome({ config, aws }, io);
  try {
    return await write(linesOf(backUp(home.ports.store, home.ports.clock.now())));
  } finally {
    await home.close();
  }
}

async function* linesOf(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield jsonLine(row);
}

function chooseRows(what: string, format: string | undefined): Rows {
  const formats = Object.hasOwn(EXPORTS, what) ? EXPORTS[what] : undefined;
  if (formats === undefined)
    throw new UsageError(`wanted: one of ${Object.keys(EXPORTS).join(', ')}${what === '' ? '' : `, found "${what}"`}`);
  const rows = formats[format ?? Object.keys(formats)[0] ?? ''];
  if (rows === undefined) throw new UsageError(`--format ${format}: ${what} comes as ${Object.keys(formats).join(' or ')}`);
  return rows;
}
