import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { cleanLine } from '../core/alert/sanitise.ts';
import type { PollReport } from '../core/pipeline/poll-feed.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { CONFIG_FOLDER, loadConfig } from './local/load-config.ts';
import { createLocalPipeline } from './local/local-pipeline.ts';
import { openLocal } from './local/open-local.ts';

const help = `usage: summitwire poll --once [--config FOLDER] [--json]

Polls all feeds of the config once, takes in what is new, sends the alerts that come of it, and ends. For a scheduler of your own (cron);
\`summitwire start\` polls on schedule. Feeds that their publisher holds back are left out until their time.

  --config FOLDER   where settings.json and feeds.json stand (config)
  --json            one JSON object a feed

example: summitwire poll --once
`;

/** Alerts wait 20 s for others of the same item; a little later they are due. */
const ALERTS_DUE_MS = 21_000;

export const command: Command = { help, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { once: { type: 'boolean' }, config: { type: 'string', default: CONFIG_FOLDER }, json: { type: 'boolean' } },
  });
  if (values.once !== true) throw new UsageError('wanted --once; `summitwire start` polls on schedule');
  const instance = await openLocal(loadConfig(values.config, io), io);
  try {
    const pipeline = createLocalPipeline(instance.parts);
    const turn = await pipeline.poll();
    for (const report of turn.reports) io.stdout.write(values.json === true ? `${JSON.stringify(report)}\n` : `${lineOf(report)}\n`);
    await pipeline.settle();
    if (turn.developments.length > 0) await wait(ALERTS_DUE_MS).then(() => pipeline.settle());
    return turn.reports.length > 0 && turn.reports.every(({ outcome }) => outcome === 'failed') ? EXIT.failed : EXIT.ok;
  } finally {
    await instance.close();
  }
}

const WORDS: Record<PollReport['outcome'], (report: PollReport) => string> = {
  baseline: ({ newItems }) => `first read: ${newItems} items, told to nobody`,
  live: ({ newItems, revisions }) => `${newItems} new, ${revisions} revised`,
  flood: ({ newItems }) => `${newItems} old items at once: the publisher has sent its archive again`,
  nothing_new: () => 'nothing new',
  unchanged: () => 'unchanged',
  failed: () => 'FAILED',
  gone: () => 'ENDED',
  stopped: () => 'stopped',
  conflict: () => 'another process polled it at the same time',
};

function lineOf(report: PollReport): string {
  const notes = [
    ...(report.reason === null ? [] : [report.reason]),
    ...report.dropped,
    ...(report.parked > 0 ? [`${report.parked} parked`] : []),
  ];
  return cleanLine(`${report.feedId}: ${WORDS[report.outcome](report)}${notes.length > 0 ? `: ${notes.join('; ')}` : ''}`);
}
