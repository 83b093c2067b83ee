import * as z from 'zod';
import { feedSchema } from '../../adapters/api/schemas.ts';
import { EXIT } from '../command.ts';
import { csvLine, flatCell } from '../listing/csv.ts';
import { readNow, tableStyle } from '../listing/listing-command.ts';
import { openSource } from '../listing/listing-source.ts';
import { type Column, renderTable } from '../listing/table.ts';
import { when } from '../listing/when.ts';
import type { FeedsTurn } from './feed-tools.ts';

type Row = z.output<typeof feedSchema>;
const answerSchema = z.object({ feeds: z.array(feedSchema) });

/** Colours of the terminal: green, yellow, red, dim. */
const HEALTH_SGR: Record<Row['health'], string> = {
  healthy: '32',
  waiting: '2',
  failing: '33',
  silent: '33',
  dead: '31',
  stopped: '31',
  off: '2',
};

const columns = (now: string): readonly Column<Row>[] => [
  { title: 'FEED', cell: ({ id }) => id, paint: () => '1', dropRank: 0 },
  { title: 'HEALTH', cell: ({ health }) => health, paint: ({ health }) => HEALTH_SGR[health], dropRank: 0 },
  { title: 'LAST NEWS', cell: ({ lastChangeAt }) => when(lastChangeAt, now), dropRank: 1 },
  { title: 'EVERY', cell: ({ pollMinutes, intervalMinutes }) => `${pollMinutes ?? intervalMinutes} min`, dropRank: 3 },
  { title: 'OUTLET', cell: ({ outlet }) => outlet, dropRank: 4 },
  { title: 'WHAT TO KNOW', cell: noteOf, isFlexible: true, dropRank: 2 },
];

/** Trouble first; else what drifted; else until when the feed is held. */
function noteOf({ lastError, failures, drift, movedTo, holdUntil }: Row): string {
  if (lastError !== null) return failures > 1 ? `${failures} times: ${lastError}` : lastError;
  if (drift !== null) return drift;
  if (movedTo !== null) return `has moved to ${movedTo}`;
  return holdUntil === null ? '' : `held until ${holdUntil.slice(0, 16).replace('T', ' ')}`;
}

const CSV = [
  'id',
  'url',
  'outlet',
  'sourceKind',
  'lang',
  'health',
  'lastSuccessAt',
  'lastChangeAt',
  'newestItemAt',
  'failures',
  'lastError',
  'drift',
  'pollMinutes',
  'holdUntil',
  'troubleSince',
] as const satisfies readonly (keyof Row)[];

/** The feeds of the config and how they do, from the running instance or the store. */
export async function listFeedHealth({ io, config, options }: FeedsTurn): Promise<number> {
  const source = await openSource({ ...options, config }, io);
  try {
    const { feeds } = answerSchema.parse(await source.ask('/feeds'));
    if (options.json === true) io.stdout.write(feeds.map((feed) => `${JSON.stringify(feed)}\n`).join(''));
    else if (options.csv === true)
      io.stdout.write(csvLine(CSV) + feeds.map((feed) => csvLine(CSV.map((field) => flatCell(feed[field])))).join(''));
    else
      io.stdout.write(
        feeds.length === 0
          ? 'there are no feeds; `summitwire feeds add ADDRESS` adds one\n'
          : renderTable(feeds, columns(await readNow(source)), tableStyle(io)),
      );
  } finally {
    await source.close();
  }
  return EXIT.ok;
}
