import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Fleet, startFleet } from './fleet.ts';

/** A line of bench/load/probe.ts. */
type Sample = {
  readonly minute: number;
  readonly rssMb: number;
  readonly heapMb: number;
  readonly isCollected: boolean;
  readonly delayMs: number;
  readonly delay99Ms: number;
  readonly delayMaxMs: number;
  readonly cpuMs: number;
};
type Minute = { readonly minute: number; readonly polls: number; readonly made: number };

const INTERVAL_MINUTES = 5;
/** Of feeds at each poll (bench/load/fleet.ts); news comes evenly over the minutes between. */
const SHARE_CHANGED = 0.15;
const MINUTE_MS = 60_000;

/**
 * `npm start` itself, in a process of its own, for so many minutes after its first round: a config of so many loopback feeds, every five minutes, the store
 * on disk, the page asked now and then. Prints what it did and whether its memory grew.
 */
export async function soak(minutes: number, size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'summitwire-soak-'));
  const fleet = await startFleet(size, { seed: 7, now: Date.now });
  const log = join(folder, 'samples.jsonl');
  const child = startProgram(folder, log, fleet.urls);
  try {
    const url = await child.page;
    const begunAt = Date.now();
    const firstRoundMs = (await untilAllAsked(fleet, child.isOver)) - begunAt;
    const history = await keepNewsComing(fleet, { minutes, url, isOver: child.isOver });
    const stored = await countItems(url);
    const samples = readFileSync(log, 'utf8')
      .trim()
      .split('\n')
      .map((line): Sample => JSON.parse(line));
    report({ size, minutes, firstRoundMs, history, samples, stored, made: fleet.made() });
  } finally {
    child.end();
    await child.ended;
    await fleet.close();
    rmSync(folder, { recursive: true });
  }
}

type Program = { readonly page: Promise<string>; readonly ended: Promise<void>; isOver(): boolean; end(): void };

function startProgram(folder: string, log: string, urls: readonly string[]): Program {
  const config = join(folder, 'config');
  mkdirSync(config);
  const polling = { intervalMinutes: INTERVAL_MINUTES, minMinutes: INTERVAL_MINUTES, maxMinutes: INTERVAL_MINUTES };
  const settings = { polling: { ...polling, hostSpacingMs: 0, allowLoopback: true }, storage: { path: join(folder, 'store') } };
  writeFileSync(join(config, 'settings.json'), JSON.stringify(settings));
  const feeds = urls.map((url, n) => ({ id: `feed-${n}`, url, outlet: `Outlet ${n}`, sourceKind: 'press', lang: 'en' }));
  writeFileSync(join(config, 'feeds.json'), JSON.stringify(feeds));
  const loaded = [
    '--expose-gc',
    '--import',
    'tsx',
    '--import',
    './bench/load/probe.ts',
    'cli/main.ts',
    'start',
    '--config',
    config,
    '--port',
    '0',
  ];
  const child = spawn(process.execPath, loaded, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, SOAK_LOG: log } });
  child.stdout.pipe(createWriteStream(join(folder, 'said.txt')));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const page = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text.toString('utf8'))?.[0];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code} before it served its page`)));
  });
  return { page, ended, isOver: () => child.exitCode !== null, end: () => void child.kill('SIGINT') };
}

/** The first round is over when every feed was read once and its items are stored: no feed is asked for a while. */
async function untilAllAsked(fleet: Fleet, isOver: () => boolean): Promise<number> {
  const asked = (): number => fleet.counts().full + fleet.counts().unchanged;
  while (asked() < fleet.urls.length && !isOver()) await wait(1_000);
  return Date.now();
}

type Watch = { readonly minutes: number; readonly url: string; isOver(): boolean };

async function keepNewsComing(fleet: Fleet, { minutes, url, isOver }: Watch): Promise<readonly Minute[]> {
  const history: Minute[] = [];
  const asked = (): number => fleet.counts().full + fleet.counts().unchanged;
  for (let minute = 1; minute <= minutes; minute += 1) {
    const before = { polls: asked(), made: fleet.made() };
    const until = Date.now() + MINUTE_MS;
    fleet.advance(SHARE_CHANGED / INTERVAL_MINUTES);
    for (const path of ['/stories', '/developments', '/items', '/health']) await fetch(`${url}${path}`).then((answer) => answer.text());
    await wait(Math.max(0, until - Date.now()));
    if (isOver()) throw new Error(`npm start ended by itself in minute ${minute}`);
    history.push({ minute, polls: asked() - before.polls, made: fleet.made() - before.made });
    if (minute % 5 === 0) console.log(`minute ${minute}: ${JSON.stringify(history.at(-1))}`);
  }
  // What was published last is read within one interval.
  await wait((INTERVAL_MINUTES + 1.5) * MINUTE_MS);
  return history;
}

type Listed = { readonly rows: readonly unknown[]; readonly cursor: string | null };

async function countItems(url: string): Promise<number> {
  let count = 0;
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Listed = await fetch(`${url}/items?limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`).then(
      async (answer) => (await answer.json()) as Listed,
    );
    count += page.rows.length;
    cursor = page.cursor;
  }
  return count;
}

type Soaked = {
  readonly size: number;
  readonly minutes: number;
  readonly firstRoundMs: number;
  readonly history: readonly Minute[];
  readonly samples: readonly Sample[];
  readonly stored: number;
  readonly made: number;
};

function report({ size, minutes, firstRoundMs, history, samples, stored, made }: Soaked): void {
  const total = (of: (minute: Minute) => number): number => history.reduce((sum, one) => sum + of(one), 0);
  const settled = samples.filter(({ minute }) => minute > firstRoundMs / MINUTE_MS + 5);
  const kept = settled.filter(({ isCollected }) => isCollected);
  const worst = Math.max(...settled.map(({ delayMaxMs }) => delayMaxMs));
  const cpu =
    ((settled.at(-1)?.cpuMs ?? 0) - (settled[0]?.cpuMs ?? 0)) / (((settled.at(-1)?.minute ?? 0) - (settled[0]?.minute ?? 0)) * 600);
  console.log(
    `${size} feeds every ${INTERVAL_MINUTES} minutes for ${minutes} minutes; the first round took ${(firstRoundMs / 1000).toFixed(0)} s`,
  );
  console.log(`polls ${total(({ polls }) => polls)} (${(total(({ polls }) => polls) / minutes / 60).toFixed(2)} a second)`);
  console.log(`items made ${made}, stored ${stored}; new ones ${(total((one) => one.made) / minutes).toFixed(0)} a minute`);
  console.log(`memory ${trend(settled, ({ rssMb }) => rssMb)}; heap after collecting ${trend(kept, ({ heapMb }) => heapMb)}`);
  console.log(
    `event loop: mean delay ${mean(settled.map(({ delayMs }) => delayMs)).toFixed(1)} ms, worst ${worst.toFixed(0)} ms; CPU ${cpu.toFixed(1)} %`,
  );
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** First and last, and the slope of a straight line through all of it (MB an hour). */
function trend(samples: readonly Sample[], of: (sample: Sample) => number): string {
  const [x, y] = [mean(samples.map(({ minute }) => minute)), mean(samples.map(of))];
  const up = samples.reduce((sum, sample) => sum + (sample.minute - x) * (of(sample) - y), 0);
  const across = samples.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
  const ends = [samples[0], samples.at(-1)].map((sample) => (sample === undefined ? '-' : of(sample).toFixed(0)));
  return `${ends.join(' to ')} MB, ${((up / across) * 60).toFixed(1)} MB an hour (${samples.length} samples)`;
}
