import { parseArgs } from 'node:util';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import type { Demo } from './demo/open-demo.ts';
import { runDemo } from './demo/run-demo.ts';
import { servePage } from './local/serve-page.ts';
import { terminalLog } from './local/terminal-log.ts';
import { untilEnded } from './local/until-ended.ts';

const help = `usage: summitwire demo [--keep] [--port N]

Serves sample feeds on 127.0.0.1, polls them while they change, and tells what moved: two matters of 2021 and 2022, on a clock that
jumps from news to news. No account and no network are needed. The sentences are ours, the facts are public.

  --keep      stay when the story is told, with the page and the query API, until Ctrl-C
  --port N    port of the page (8787; 0 = any free one)

example: npm run demo -- --keep
`;

export const command: Command = { help, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { keep: { type: 'boolean' }, port: { type: 'string', default: '8787' } } });
  const port = readPort(values.port);
  await runDemo({ io, stay: values.keep === true ? (demo) => keepOpen(demo, port, io) : null });
  return EXIT.ok;
}

async function keepOpen(demo: Demo, port: number, io: Io): Promise<{ url: string; ended: Promise<void> }> {
  const server = await servePage({ ...demo, port, log: terminalLog((text) => void io.stderr.write(text)) });
  return { url: server.url, ended: untilEnded().then(() => server.close()) };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`--port ${text}: wanted a number from 0 to 65535`);
  return port;
}
