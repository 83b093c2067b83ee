import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { terminalStyle } from '../../adapters/local/terminal.ts';
import { parseFilter } from '../../core/story/filter.ts';
import { type Command, EXIT, type Io, UsageError } from '../command.ts';
import { csvLine, flatCell } from './csv.ts';
import { type ListingSource, openSource } from './listing-source.ts';
import { type Column, renderTable, type TableStyle } from './table.ts';

/** A listing of the query API as a command: table for people, JSON lines and CSV for programs. */
export type ListingSpec<Row extends { readonly id: string }> = {
  readonly name: string;
  readonly path: string;
  readonly row: z.ZodType<Row>;
  readonly summary: string;
  readonly example: string;
  columns(now: string): readonly Column<Row>[];
  /** Fields of `--csv`, in order. */
  readonly csv: readonly (keyof Row & string)[];
};

const OPTIONS = {
  filter: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  limit: { type: 'string', short: 'n' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  watch: { type: 'boolean', short: 'w' },
  aws: { type: 'boolean' },
  url: { type: 'string' },
  config: { type: 'string' },
} as const;
export const LISTING_OPTIONS_HELP = `  --filter TEXT, --since 7d, --until 2026-02-24   the same as terms
  --limit N, -n N   rows at most (25; 10000 at most)
  --json            one JSON object a line
  --csv             comma-separated, safe to open in a spreadsheet
  --watch, -w       look again every few seconds; in a pipe only new rows are printed
  --aws             ask the deployed stack, with the credentials of your AWS profile (--url or SUMMITWIRE_URL names it)
  --config FOLDER   where settings.json stands (config)

Beside a running \`npm start\` its API is asked; else the local store is read.`;

const NORMAL_LIMIT = 25;
const MOST_ROWS = 10_000;
const PAGE = 100;
/** Pages without a row, one after the other, before a filter is given up as too rare to look further back. */
const MOST_EMPTY_PAGES = 400;
const WATCH_SECONDS = 3;

type Wanted = { readonly filter: string; readonly limit: number };

export function listingCommand<Row extends { readonly id: string }>(spec: ListingSpec<Row>): Command {
  const help = `usage: summitwire ${spec.name} [filter] [options]

${spec.summary} The filter is one small language (docs/filter.md), for example: ${spec.example}

${LISTING_OPTIONS_HELP}

example: summitwire ${spec.name} ${spec.example}
`;
  return { help, run: (args, io) => runListing(spec, args, io) };
}

async function runListing<Row extends { readonly id: string }>(spec: ListingSpec<Row>, args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: withoutNegations(args), options: OPTIONS, allowPositionals: true });
  const wanted = { filter: wholeFilter(positionals, values), limit: readLimit(values.limit) };
  const source = await openSource(values, io);
  try {
    if (values.watch !== true) await printOnce(spec, { wanted, source, io, values });
    else await watch(spec, { wanted, source, io, values });
  } finally {
    await source.close();
  }
  return EXIT.ok;
}

/** `-status:held` is a negated term, not a bundle of options. */
const NEGATION = '\u0000';
export const withoutNegations = (args: readonly string[]): string[] =>
  args.map((arg) => (/^-[a-z]{2,}(:|$)/.test(arg) && !/^-[nw]$/.test(arg) ? NEGATION + arg.slice(1) : arg));
/** `--filter "..." --since 7d` says the same as the words themselves. */
function wholeFilter(
  terms: readonly string[],
  { filter, since, until }: { readonly filter?: string; readonly since?: string; readonly until?: string },
): string {
  const bounds = Object.entries({ since, until }).flatMap(([key, value]) => (value === undefined ? [] : [`${key}:${value}`]));
  return [filter, filterOf(terms), ...bounds].filter((part) => part !== undefined && part !== '').join(' ');
}

/** The filter that the words after the command make. */
export const filterOf = (terms: readonly string[]): string => terms.map(restoreNegation).map(restoreQuotes).join(' ');
const restoreNegation = (arg: string): string => (arg.startsWith(NEGATION) ? `-${arg.slice(1)}` : arg);

/** The shell has eaten the quotes of `text:"hit list"`. */
export function restoreQuotes(arg: string): string {
  const found = /^(-?[a-z]+:)([^"]*\s[^"]*)$/.exec(arg);
  return found !== null && parseFilter(arg).kind === 'error' ? `${found[1]}"${found[2]}"` : arg;
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return NORMAL_LIMIT;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ROWS)
    throw new UsageError(`--limit ${text}: wanted a number from 1 to ${MOST_ROWS}`);
  return limit;
}

type Values = { readonly json?: boolean | undefined; readonly csv?: boolean | undefined };
type Turn = { readonly wanted: Wanted; readonly source: ListingSource; readonly io: Io; readonly values: Values };

async function printOnce<Row extends { readonly id: string }>(spec: ListingSpec<Row>, { wanted, source, io, values }: Turn): Promise<void> {
  const { rows, hasMore } = await readRows(spec, wanted, source);
  const now = await readNow(source);
  io.stdout.write(format(spec, rows, { values, now, io, hasHead: true }));
  if (hasMore && isTerminal(io) && values.json !== true && values.csv !== true)
    io.stderr.write(`more with --limit ${Math.min(wanted.limit * 4, MOST_ROWS)}\n`);
}

/** On a terminal the table is drawn anew; in a pipe each row is printed once, the oldest first. */
async function watch<Row extends { readonly id: string }>(spec: ListingSpec<Row>, { wanted, source, io, values }: Turn): Promise<void> {
  const printed = new Set<string>();
  const isTable = isTerminal(io) && values.json !== true && values.csv !== true;
  for (let turn = 0; !io.stdout.destroyed; turn += 1) {
    const [{ rows }, now] = await Promise.all([readRows(spec, wanted, source), readNow(source)]);
    const fresh = isTable ? rows : rows.filter((row) => !printed.has(keyOf(row))).reverse();
    for (const row of rows) printed.add(keyOf(row));
    if (isTable) io.stdout.write('\u001b[2J\u001b[H');
    if (isTable || fresh.length > 0) io.stdout.write(format(spec, fresh, { values, now, io, hasHead: isTable || turn === 0 }));
    await wait(WATCH_SECONDS * 1000);
  }
}

/** A story that moved is a new line for a watcher. */
const keyOf = (row: { readonly id: string }): string => JSON.stringify(row);

/** Follows cursors until there are enough rows. */
export async function readRows<Row extends { readonly id: string }>(
  spec: Pick<ListingSpec<Row>, 'path' | 'row'>,
  { filter, limit }: Wanted,
  source: ListingSource,
): Promise<{ readonly rows: readonly Row[]; readonly hasMore: boolean }> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  let empty = 0;
  do {
    const page: RowPage<Row> = await readPage(spec, { filter, limit: limit - rows.length, cursor }, source);
    rows.push(...page.rows);
    empty = page.rows.length > 0 ? 0 : empty + 1;
    cursor = page.cursor;
  } while (cursor !== null && rows.length < limit && empty < MOST_EMPTY_PAGES);
  return { rows, hasMore: cursor !== null };
}

/** All rows, page by page: for exports. */
export async function* readPages<Row extends { readonly id: string }>(
  spec: Pick<ListingSpec<Row>, 'path' | 'row'>,
  filter: string,
  source: ListingSource,
): AsyncIterable<Row> {
  let cursor: string | null = null;
  do {
    const page: RowPage<Row> = await readPage(spec, { filter, limit: PAGE, cursor }, source);
    yield* page.rows;
    cursor = page.cursor;
  } while (cursor !== null);
}

type RowPage<Row> = { readonly rows: readonly Row[]; readonly cursor: string | null };
type AskedPage = Wanted & { readonly cursor: string | null };
async function readPage<Row extends { readonly id: string }>(
  { path, row }: Pick<ListingSpec<Row>, 'path' | 'row'>,
  { filter, limit, cursor }: AskedPage,
  source: ListingSource,
): Promise<RowPage<Row>> {
  const answer = await source.ask(path, { filter, limit: String(Math.min(limit, PAGE)), cursor: cursor ?? '' });
  return z.object({ rows: z.array(row), cursor: z.string().nullable() }).parse(answer);
}

const healthSchema = z.object({ now: z.string() });
/** The clock of whoever answers: a replayed or demonstrated world has its own. */
export const readNow = async (source: ListingSource): Promise<string> => healthSchema.parse(await source.ask('/health')).now;

type Format = { readonly values: Values; readonly now: string; readonly io: Io; readonly hasHead: boolean };
function format<Row extends { readonly id: string }>(
  spec: ListingSpec<Row>,
  rows: readonly Row[],
  { values, now, io, hasHead }: Format,
): string {
  if (values.json === true) return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  if (values.csv === true)
    return (hasHead ? csvLine(spec.csv) : '') + rows.map((row) => csvLine(spec.csv.map((field) => flatCell(row[field])))).join('');
  if (rows.length === 0) return isTerminal(io) ? 'nothing matches\n' : '';
  return renderTable(rows, spec.columns(now), tableStyle(io));
}

export const isTerminal = (io: Io): boolean => 'isTTY' in io.stdout && io.stdout.isTTY === true;

export function tableStyle(io: Io): TableStyle {
  const stream: { isTTY?: boolean; columns?: number } = io.stdout;
  return { hasColour: terminalStyle(stream, io.env).hasColour, columns: isTerminal(io) ? (stream.columns ?? 80) : null };
}
