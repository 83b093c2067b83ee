import { parseArgs } from 'node:util';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { CONFIG_FOLDER, loadConfig } from './local/load-config.ts';
import { openLocal } from './local/open-local.ts';
import { runUntil } from './local/run-until.ts';
import { untilEnded } from './local/until-ended.ts';
import { serveInstance } from './owner/serve-instance.ts';

const help = `usage: summitwire start [--config FOLDER] [--port N]

Polls the feeds of the config on schedule, keeps what they say on disk, prints alerts on the terminal, and serves the query API and the
page on 127.0.0.1. Stop it with Ctrl-C and start it again: nothing is told twice, nothing is lost.

  --config FOLDER   where settings.json and feeds.json stand (config)
  --port N          port of the page, before the config's own (8787; 0 = any free one)

example: npm start
`;

export const command: Command = { help, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { config: { type: 'string', default: CONFIG_FOLDER }, port: { type: 'string' } },
  });
  const port = readPort(values.port);
  const config = loadConfig(values.config, io);
  const instance = await openLocal(config, io);
  const { parts, local } = instance;
  try {
    const { server, pipeline, turns } = await serveInstance(instance, config, port ?? config.server.port);
    io.stdout.write(
      `Summitwire reads ${parts.feeds.length} feeds; page and API: ${server.url}; data: ${config.storage.path}. Ctrl-C ends it.\n`,
    );
    const ended = untilEnded();
    await runUntil(ended, {
      pipeline,
      write: (text) => void io.stdout.write(text),
      cleanUp: () => turns.take(local.cleanUp),
      log: parts.log,
    });
    io.stdout.write(`\nended; start again with \`npm start\`\n`);
    await server.close();
  } finally {
    await instance.close();
  }
  return EXIT.ok;
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new UsageError(`--port ${text}: wanted a number from 0 to 65535`);
  return Number(text);
}
