/**
 * What one batch of feeds costs the poll function: `npx tsx bench/poll-batch.ts [feeds...]`. The built bundle runs in a process of its own against
 * feeds and a table on loopback; printed is its processor time a poll and its memory. (Waiting for publishers cannot be measured here.)
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startStandIn } from '../test/functions/aws-stand-in.ts';
import { buildForTest } from '../test/functions/invoke.ts';
import { startFleet } from './load/fleet.ts';

const SIZES = process.argv.slice(2).map(Number);
const ROUNDS = 12;

type Round = { readonly cpuMs: number; readonly wallMs: number; readonly rssMb: number };

async function measure(size: number): Promise<readonly Round[]> {
  const fleet = await startFleet(size, { seed: 3 });
  const feeds = fleet.urls.map((url, n) => ({ id: `feed-${n}`, url, outlet: `Feed ${n}`, sourceKind: 'press', lang: 'en' }));
  const folder = await buildForTest({ settings: { polling: { allowLoopback: true, hostSpacingMs: 0 } }, feeds });
  const aws = await startStandIn();
  const child = spawn(process.execPath, ['--input-type=module', '-e', scriptFor(folder, feeds)], {
    env: { PATH: process.env['PATH'] ?? '', ...aws.environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const rounds: Round[] = [];
  for await (const line of linesOf(child.stdout)) {
    if (!line.startsWith('ROUND ')) continue;
    rounds.push(JSON.parse(line.slice(6)));
    fleet.advance();
    if (rounds.length === ROUNDS) child.kill();
    else child.stdin.write('next\n');
  }
  await Promise.all([aws.close(), fleet.close()]);
  rmSync(folder, { recursive: true, force: true });
  return rounds;
}

async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of stream) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

const scriptFor = (folder: string, feeds: readonly { readonly id: string }[]): string => `
  const { handler } = await import(${JSON.stringify(pathToFileURL(join(folder, 'poll-feeds', 'index.mjs')).href)});
  const body = JSON.stringify({ v: 1, feedIds: ${JSON.stringify(feeds.map(({ id }) => id))} });
  const round = async () => {
    const [cpu, wall] = [process.cpuUsage(), performance.now()];
    const record = { messageId: 'm', body, attributes: { SentTimestamp: '0' } };
    await handler({ Records: [record] }, { awsRequestId: 'r', functionName: 'poll', getRemainingTimeInMillis: () => 120000 });
    const { user, system } = process.cpuUsage(cpu);
    console.log('\\nROUND ' + JSON.stringify({ cpuMs: (user + system) / 1000, wallMs: performance.now() - wall, rssMb: process.memoryUsage.rss() / 1048576 }));
  };
  await round();
  process.stdin.on('data', round);
`;

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

console.log('| feeds a batch | CPU ms a poll, first round | later rounds (median) | memory, MB |\n|--|--|--|--|');
for (const size of SIZES.length > 0 ? SIZES : [50, 200]) {
  const [first, ...later] = await measure(size);
  const each = (ms: number): string => (ms / size).toFixed(1);
  const memory = Math.round(Math.max(...later.map(({ rssMb }) => rssMb)));
  console.log(`| ${size} | ${each(first?.cpuMs ?? Number.NaN)} | ${each(median(later.slice(3).map(({ cpuMs }) => cpuMs)))} | ${memory} |`);
}
