import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApiServer } from '../../adapters/local/api-server.ts';
import { countingIds } from '../../adapters/local/ids.ts';
import { codeItem } from '../../core/coding/code-item.ts';
import { buildLexicon } from '../../core/coding/lexicon/lexicon.ts';
import { parseFeed } from '../../core/feed/parse.ts';
import { commitDossier } from '../../core/pipeline/commit.ts';
import { develop } from '../../core/story/develop.ts';
import type { Dossier } from '../../core/story/dossier.ts';
import { CONSTRUCTIONS } from '../../test/core/coding/constructions.ts';
import { play, said } from '../../test/core/story/newsroom.ts';
import { openLargeStore } from '../large-store.ts';
import { startFleet } from '../load/fleet.ts';
import { pollingProcess } from '../load/polling-process.ts';

/** What one size costs: CPU milliseconds of one step, and request units where a store is asked. */
export type Cost = { readonly ms: number; readonly units?: number };
/** How one part is made larger: `base` times 1, 3, 10, 30, 100 of `unit`. */
export type GrowthRow = {
  readonly name: string;
  readonly base: number;
  readonly unit: string;
  /** The most that its time may grow, as an exponent: 1 = in proportion, 0 = not at all; a little is left for measuring. */
  readonly most: number;
  run(size: number): Promise<Cost>;
};

const ROUNDS = 7;
/** Each measurement lasts at least so long (CPU milliseconds): the clock is coarse. */
const LEAST_MS = 60;
/** So long the code runs before it is measured, so that small sizes are compiled like large ones. */
const WARM_MS = 1_000;

/** CPU time of one step, the best of some rounds, warm. */
async function cpuOf(step: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (const cold = process.cpuUsage(); process.cpuUsage(cold).user < WARM_MS * 1000; ) await step();
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.cpuUsage();
    let [times, spent] = [0, 0];
    do {
      await step();
      times += 1;
      const { user, system } = process.cpuUsage(start);
      spent = (user + system) / 1000;
    } while (spent < LEAST_MS);
    best = Math.min(best, spent / times);
  }
  return best;
}

const HEADLINES = CONSTRUCTIONS.map(({ text }) => text.replace(/\.$/, ''));
const FILLER = [
  'The company said it would hire three hundred workers for its new plant and train them in a school next to the site.',
  'Police closed several streets in the centre of the town and asked drivers to use the ring road until the evening.',
  'The harvest was better than in the last two years, but exports through the port remain below the plan.',
];
const sentence = (n: number): string => `${(n % 5 === 0 ? HEADLINES[n % HEADLINES.length] : FILLER[n % FILLER.length]) ?? ''}. `;

function prose(size: number): string {
  let text = '';
  for (let n = 0; text.length < size; n += 1) text += sentence(n);
  return text.slice(0, size);
}

function feedOf(bytes: number): Buffer {
  const items: string[] = [];
  for (let n = 0, length = 0; length < bytes; n += 1) {
    const one = `<item><title>${HEADLINES[n % HEADLINES.length]}</title><link>https://news.example/${n}</link><guid>${n}</guid><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate><description>${prose(400)}</description></item>`;
    items.push(one);
    length += one.length;
  }
  return Buffer.from(`<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${items.join('')}</channel></rss>`);
}

async function parser(bytes: number): Promise<Cost> {
  const feed = feedOf(bytes);
  return { ms: await cpuOf(() => parseFeed(feed)) };
}

async function coderBytes(bytes: number): Promise<Cost> {
  const lexicon = buildLexicon();
  const input = { id: 'x', title: null, text: prose(bytes), date: '2026-03-01', outlet: null, lang: 'en' };
  return { ms: await cpuOf(() => codeItem(input, lexicon)) };
}

async function coderItems(items: number): Promise<Cost> {
  const lexicon = buildLexicon();
  const inputs = Array.from({ length: items }, (_, n) => ({
    ...{ id: `${n}`, title: HEADLINES[n % HEADLINES.length] ?? '', text: sentence(n + 1), date: '2026-03-01', outlet: null, lang: 'en' },
  }));
  return {
    ms: await cpuOf(() => {
      for (const input of inputs) codeItem(input, lexicon);
    }),
  };
}

const STATUSES = ['proposed', 'agreed', 'scheduled', 'postponed', 'scheduled', 'postponed'] as const;
/** So many reports of one pair, an hour apart, from thirty outlets; the story moves with every tenth. */
const reportsOfOnePair = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    said({
      at: n / 20,
      outlet: `Outlet ${n % 30}`,
      parties: ['RU', 'US'],
      status: STATUSES[Math.floor(n / 10) % STATUSES.length] ?? 'agreed',
    }),
  );

async function developStory(reports: number): Promise<Cost> {
  const heard = reportsOfOnePair(reports);
  return { ms: await cpuOf(() => play(heard)) };
}

/** One report each to so many dossiers that all have a story. */
async function developStories(stories: number): Promise<Cost> {
  const codes = Array.from({ length: 200 }, (_, n) => String.fromCharCode(65 + (n % 26)) + String.fromCharCode(65 + Math.floor(n / 26)));
  const dossiers = Array.from({ length: stories }, (_, n): Dossier | null => {
    const parties = [codes[n % 200] ?? 'RU', codes[(n + 1 + Math.floor(n / 200)) % 200] ?? 'US'].sort();
    return play(Array.from({ length: 5 }, (_unused, k) => said({ at: k, outlet: `Outlet ${k}`, parties, status: 'agreed' }))).dossier;
  });
  return {
    ms: await cpuOf(() => {
      for (const dossier of dossiers) {
        const parties = dossier?.key.split(':')[1]?.split('-') ?? [];
        play([said({ at: 6, parties, status: 'postponed' })], { dossier, key: dossier?.key ?? '' });
      }
    }),
  };
}

/** One page of each listing, over HTTP, with so many items stored and a story for every fifty. */
async function listings(items: number): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'summitwire-growth-'));
  const large = await openLargeStore({ items, stories: Math.ceil(items / 50), folder: join(folder, 'db') });
  const ports = { ...large.store, clock: { now: () => large.now }, knownFeeds: [], codeNow: null };
  const server = await startApiServer({ ports, port: 0, webRoot: null, log: { error: console.error } });
  const paths = ['/items', '/stories', '/developments', '/denials', '/items?filter=pair:RU-US', '/stories?filter=pair:RU-US'];
  let units = 0;
  for (const path of paths) units += Number((await fetch(server.url + path)).headers.get('x-read-units') ?? 0);
  const ms = await cpuOf(async () => {
    for (const path of paths) await (await fetch(server.url + path)).arrayBuffer();
  });
  await server.close();
  await large.close();
  rmSync(folder, { recursive: true, force: true });
  return { ms: ms / paths.length, units: units / paths.length };
}

/** One report that moves a story, committed to a store that holds so many items. */
async function commits(items: number): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'summitwire-growth-'));
  const large = await openLargeStore({ items, stories: Math.ceil(items / 50), folder: join(folder, 'db') });
  const ports = { store: large.store, clock: { now: () => large.now }, ids: countingIds('growth') };
  let n = 0;
  const ms = await cpuOf(async () => {
    n += 1;
    const report = said({ at: n, parties: ['RU', 'US'], status: STATUSES[n % STATUSES.length] ?? 'agreed' });
    const change = (dossier: Dossier | null) => develop(dossier, { key: 'leader:RU-US', reports: [report] }, { now: report.firstSeenAt });
    await commitDossier('leader:RU-US', change, ports);
  });
  await large.close();
  rmSync(folder, { recursive: true, force: true });
  return { ms };
}

/** One round of polls in a process of its own: 15 of 100 feeds have news. */
async function pollRound(feeds: number): Promise<Cost> {
  const fleet = await startFleet(feeds);
  const reader = pollingProcess('summitwire', fleet.urls);
  await reader.round();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    fleet.advance();
    times.push((await reader.round()).cpuMs);
  }
  reader.end();
  await fleet.close();
  return { ms: times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN };
}

export const GROWTH_ROWS: readonly GrowthRow[] = [
  { name: 'parser', base: 30_000, unit: 'bytes of a feed', most: 1.1, run: parser },
  { name: 'coder, long text', base: 1_000, unit: 'bytes of an item', most: 1.15, run: coderBytes },
  { name: 'coder, many items', base: 20, unit: 'items', most: 1.1, run: coderItems },
  { name: 'develop, one story', base: 10, unit: 'reports of one pair', most: 1.15, run: developStory },
  { name: 'develop, many stories', base: 10, unit: 'stories', most: 1.1, run: developStories },
  { name: 'API listing', base: 300, unit: 'items stored', most: 0.25, run: listings },
  { name: 'store commit', base: 300, unit: 'items stored', most: 0.25, run: commits },
  { name: 'poll round', base: 10, unit: 'feeds', most: 1.1, run: pollRound },
];
