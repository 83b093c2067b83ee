import { parseArgs } from 'node:util';
import * as z from 'zod';
import { parkedItemSchema } from '../adapters/api/schemas.ts';
import { type Command, EXIT, type Io } from './command.ts';
import { listingCommand, tableStyle } from './listing/listing-command.ts';
import { openSource } from './listing/listing-source.ts';
import { ITEMS } from './listing/rows.ts';
import { type Column, renderTable } from './listing/table.ts';

const listing = listingCommand(ITEMS);

export const command: Command = {
  help: listing.help.replace('\n\nBeside', '\n  --parked          items that could not be coded or stored, with their errors\n\nBeside'),
  run: (args, io) => (args.includes('--parked') ? listParked(args, io) : listing.run(args, io)),
};

type Parked = z.output<typeof parkedItemSchema>;
const COLUMNS: readonly Column<Parked>[] = [
  { title: 'AT', cell: ({ at }) => at.slice(0, 16).replace('T', ' '), dropRank: 2 },
  { title: 'FEED', cell: ({ feedId }) => feedId, dropRank: 0 },
  { title: 'TITLE', cell: ({ title }) => title ?? '', isFlexible: true, dropRank: 1 },
  { title: 'ERROR', cell: ({ error }) => error, isFlexible: true, dropRank: 0 },
];

const OPTIONS = {
  parked: { type: 'boolean' },
  json: { type: 'boolean' },
  config: { type: 'string' },
  aws: { type: 'boolean' },
  url: { type: 'string' },
} as const;

async function listParked(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const source = await openSource(values, io);
  try {
    const { rows } = z.object({ rows: z.array(parkedItemSchema) }).parse(await source.ask('/items/parked', { limit: '100' }));
    if (values.json === true) for (const row of rows) io.stdout.write(`${JSON.stringify(row)}\n`);
    else io.stdout.write(rows.length === 0 ? 'no item is parked\n' : renderTable(rows, COLUMNS, tableStyle(io)));
  } finally {
    await source.close();
  }
  return EXIT.ok;
}
