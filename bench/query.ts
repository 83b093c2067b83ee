/**
 * The query API on a large local store: `npx tsx bench/query.ts [items] [stories]` (100,000 and 2,000 by default). Every listing is asked
 * over HTTP on loopback; the figure is the median of 21 answers, with
 * the CPU time of server, database and client together (it holds on a busy machine, too) and the read units that a page cost. Then the page in a browser, if one
 * is installed: milliseconds until its stories are there.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApiServer } from '../adapters/local/api-server.ts';
import { builtPage } from '../cli/local/built-page.ts';
import { MOST_PAGE_UNITS } from '../core/pipeline/query.ts';
import { BROWSER_PATH, launchBrowser } from '../test/web/browser.ts';
import { openLargeStore } from './large-store.ts';

const [items = 100_000, stories = 2_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'summitwire-bench-'));
const started = performance.now();
const large = await openLargeStore({
  items,
  stories,
  folder: join(folder, 'db'),
  onProgress: (n) => n % 20_000 === 0 && console.error(`${n} items`),
});
console.log(`filled ${items} items, ${stories} stories in ${((performance.now() - started) / 1000).toFixed(0)} s`);
const ports = { ...large.store, clock: { now: () => large.now }, knownFeeds: [], codeNow: null };
const server = await startApiServer({ ports, port: 0, webRoot: await builtPage(), log: { error: console.error } });

const LISTINGS = [
  '/stories',
  '/stories?limit=100',
  '/stories?filter=pair:RU-US',
  '/stories?filter=parties:RU,US',
  '/stories?filter=status:scheduled%20level:leader',
  '/stories/story-7',
  '/developments',
  '/developments?filter=severity:major%20since:7d',
  '/denials',
  '/denials?filter=by:RU',
  '/items',
  '/items?filter=pair:RU-US',
  '/items?filter=feed:feed-7',
  '/items?filter=parties:RU,US%20status:held',
  '/items?filter=text:nothing%20since:7d',
  '/items/item-77/explanation',
  '/alerts',
  '/feeds',
  '/calendar',
  '/out/developments.atom',
];

const tooDear: string[] = [];
const row = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
row(['request', 'median ms', 'p95 ms', 'CPU ms', 'rows', 'examined', 'read units']);
row(Array.from({ length: 7 }, () => '--'));
const ROUNDS = 21;
for (const path of LISTINGS) {
  const times: number[] = [];
  let last = { rows: 0, examined: 0, units: '' };
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const response = await fetch(server.url + path);
    const text = await response.text();
    times.push(performance.now() - start);
    const body: { rows?: unknown[]; examined?: number } = text.startsWith('{') ? JSON.parse(text) : {};
    last = { rows: body.rows?.length ?? 0, examined: body.examined ?? 0, units: response.headers.get('x-read-units') ?? '' };
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  if (Number(last.units) > MOST_PAGE_UNITS && path !== '/calendar') tooDear.push(path);
  row([
    path,
    (times[10] ?? 0).toFixed(1),
    (times[19] ?? 0).toFixed(1),
    ((user + system) / 1000 / ROUNDS).toFixed(1),
    last.rows,
    last.examined,
    last.units,
  ]);
}

if (BROWSER_PATH === null) console.log('no browser is installed: the page was not measured');
else {
  const browser = await launchBrowser(BROWSER_PATH);
  const times: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const page = await browser.newPage();
    const start = performance.now();
    await page.goto(`${server.url}/`);
    await page.locator('.story').first().waitFor();
    times.push(performance.now() - start);
    await page.close();
  }
  console.log(`page, until its stories are there: median ${(times.sort((a, b) => a - b)[3] ?? 0).toFixed(0)} ms`);
  await browser.close();
}
await server.close();
await large.close();
rmSync(folder, { recursive: true, force: true });
if (tooDear.length > 0) {
  console.error(`a page reads more than ${MOST_PAGE_UNITS} units: ${tooDear.join(', ')}`);
  process.exitCode = 1;
}
