import { setTimeout as wait } from 'node:timers/promises';
import { cleanLine } from '../../core/alert/sanitise.ts';
import type { PollReport } from '../../core/pipeline/poll-feed.ts';
import type { Log } from '../../core/ports.ts';
import type { LocalPipeline } from './local-pipeline.ts';

export type Runner = {
  readonly pipeline: LocalPipeline;
  readonly log: Log;
  readonly write: (text: string) => void;
  /** What TTL does on AWS; once a day. */
  readonly cleanUp: () => Promise<number>;
};

const POLL_EVERY_MS = 60_000;
/** Alerts wait 20 s for others of their item; looking this often sends them in time. */
const SETTLE_EVERY_MS = 5_000;
const CLEAN_EVERY_MS = 24 * 3_600_000;
/** At the end a poll that is under way gets this long to come to its end; what it could not store, the next start does again. */
const LAST_WAIT_MS = 3_000;

/** Polls each minute, lets time pass in between, until `ended`. A turn that fails is said and done again a minute later. */
export async function runUntil(ended: Promise<unknown>, runner: Runner): Promise<void> {
  const ending = { isOver: false };
  const over = ended.then(() => {
    ending.isOver = true;
  });
  const pause = (milliseconds: number): Promise<unknown> => Promise.race([over, wait(milliseconds, null, { ref: false })]);
  // a step that waited for asked work comes when the store is closed already; the next start does it
  const safely = (what: string, step: () => Promise<unknown>): Promise<unknown> =>
    step().catch((error: unknown) => {
      const fields = { error: error instanceof Error ? error.message : String(error) };
      if (!ending.isOver) runner.log.error(`${what} was interrupted; it is done again`, fields);
    });
  const turns = (async () => {
    const teller = createTeller(runner.write);
    for (let cleanedAt = 0; !ending.isOver; ) {
      await safely('polling', async () => teller((await runner.pipeline.poll()).reports));
      for (const until = Date.now() + POLL_EVERY_MS; !ending.isOver && Date.now() < until; await pause(SETTLE_EVERY_MS))
        await safely('sending', () => runner.pipeline.settle());
      if (ending.isOver || Date.now() - cleanedAt < CLEAN_EVERY_MS) continue;
      cleanedAt = Date.now();
      await safely('cleaning up', runner.cleanUp);
    }
  })();
  await over;
  await Promise.race([turns, wait(LAST_WAIT_MS, null, { ref: false })]);
}

/** Says feed by feed what cannot be read, once for each change, and where nothing at all can be reached. */
function createTeller(write: (text: string) => void): (reports: readonly PollReport[]) => void {
  const troubles = new Map<string, string>();
  let isFirst = true;
  return (reports) => {
    for (const report of reports) tellChange(report, troubles, write);
    if (isFirst) write(firstWords(reports));
    isFirst = false;
  };
}

const FAILED: ReadonlySet<PollReport['outcome']> = new Set(['failed', 'gone', 'stopped']);

function tellChange(report: PollReport, troubles: Map<string, string>, write: (text: string) => void): void {
  const before = troubles.get(report.feedId);
  const trouble = FAILED.has(report.outcome) ? cleanLine(report.reason ?? report.outcome) : null;
  if (trouble === null) troubles.delete(report.feedId);
  else troubles.set(report.feedId, trouble);
  if (trouble !== null && trouble !== before) write(`  ${report.feedId}: ${trouble}\n`);
  if (trouble === null && before !== undefined) write(`  ${report.feedId}: it can be read again\n`);
}

function firstWords(reports: readonly PollReport[]): string {
  if (reports.length === 0) return 'Read a moment ago, no feed is due yet. You hear of changes.\n';
  const failed = reports.filter(({ outcome }) => FAILED.has(outcome)).length;
  const items = reports.reduce((n, { newItems }) => n + newItems, 0);
  if (failed === reports.length)
    return 'None of the feeds can be reached. It goes on trying; is there a network? `npm run demo` shows the program without one.\n';
  return `${reports.length - failed} of ${reports.length} feeds read, ${items} items taken in. From now on you hear of changes only.\n`;
}
