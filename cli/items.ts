import * as z from 'zod';
import { parkedItemSchema } from '../adapters/api/schemas.ts';
import { type Command, EXIT, type Io } from './command.ts';
import { listingCommand, tableStyle } from './listing/listing-command.ts';
import { openSource } from './listing/listing-source.ts';
import { ITEMS } from './listing/rows.ts';
import { type Column, renderTable } from './listing/table.ts';

const listing = listingCommand(ITEMS);

export const command: Command = {
  help: listing.help.replace('\n\nBeside', '\n  --parked          items that failed three times, with their errors\n\nBeside'),
  run: (args, io) => (args.includes('--parked') ? listParked(io) : listing.run(args, io)),
};

type Parked = z.output<typeof parkedItemSchema>;
const COLUMNS: readonly Column<Parked>[] = [
  { title: 'AT', cell: ({ at }) => at.slice(0, 16).replace('T', ' '), dropRank: 2 },
  { title: 'FEED', cell: ({ feedId }) => feedId, dropRank: 0 },
  { title: 'TITLE', cell: ({ title }) => title ?? '', isFlexible: true, dropRank: 1 },
  { title: 'ERROR', cell: ({ error }) => error, isFlexible: true, dropRank: 0 },
];

async function listParked(io: Io): Promise<number> {
  const source = await openSource({}, io);
  try {
    const { rows } = z.object({ rows: z.array(parkedItemSchema) }).parse(await source.ask('/items/parked', { limit: '100' }));
    io.stdout.write(rows.length === 0 ? 'no item is parked\n' : renderTable(rows, COLUMNS, tableStyle(io)));
  } finally {
    await source.close();
  }
  return EXIT.ok;
}
