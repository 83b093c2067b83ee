import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Config } from '../config/config-schema.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { CONFIG_FOLDER, loadConfig } from './local/load-config.ts';
import { createLocalPipeline } from './local/local-pipeline.ts';
import { openLocal } from './local/open-local.ts';
import { askWork, findOwner } from './owner/ask-owner.ts';
import { markOfFeeds } from './owner/marks.ts';
import { exitOf, reportText } from './owner/poll-report.ts';

const help = `usage: summitwire poll --once [--config FOLDER] [--json]

Polls all feeds of the config once, takes in what is new, sends the alerts that come of it, and ends. For a scheduler of your own (cron);
\`summitwire start\` polls on schedule. Feeds that their publisher holds back are left out until their time. Beside a running \`npm start\` that
instance polls them now, between its own turns, and sends the alerts.

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
  const config = loadConfig(values.config, io);
  const isJson = values.json === true;
  const owner = findOwner(config.storage.path);
  return owner === null ? pollHere(config, { isJson, io }) : askWork(owner, 'polls', { body: { isJson, feeds: markOfFeeds(config) }, io });
}

async function pollHere(config: Config, { isJson, io }: { readonly isJson: boolean; readonly io: Io }): Promise<number> {
  const instance = await openLocal(config, io);
  try {
    const pipeline = createLocalPipeline(instance.parts);
    const { reports, developments } = await pipeline.poll();
    io.stdout.write(reportText(reports, { isJson }));
    await pipeline.settle();
    if (developments.length > 0) await wait(ALERTS_DUE_MS).then(() => pipeline.settle());
    return exitOf(reports);
  } finally {
    await instance.close();
  }
}
