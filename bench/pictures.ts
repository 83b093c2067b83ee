/** Pictures of the page for the README, from the demo's data: `npm run pictures` writes docs/pictures/. Needs a browser of the system. */
import { mkdirSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { openDemo } from '../cli/demo/open-demo.ts';
import { SAMPLE_ROUNDS } from '../cli/demo/sample.ts';
import { servePage } from '../cli/local/serve-page.ts';
import { BROWSER_PATH, launchBrowser } from '../test/web/browser.ts';

const FOLDER = process.argv[2] ?? 'docs/pictures';
if (BROWSER_PATH === null) throw new Error('no browser is installed: apt-get install chromium, or set CHROMIUM_PATH');

const silent = new PassThrough().resume();
const io = { stdin: Readable.from([]), stdout: silent, stderr: silent, env: {} };
const demo = await openDemo({ io, style: { hasColour: false, hasSigns: false, columns: 80 } });
for (const round of SAMPLE_ROUNDS) await demo.play(round, async () => {});
const log = { info: () => {}, warn: () => {}, error: console.error };
const server = await servePage({ ...demo, port: 0, log });

/** The story that moved most often shows the page best. */
const stories: { rows: { id: string; path: unknown[] }[] } = JSON.parse(await (await fetch(`${server.url}/stories?limit=100`)).text());
const richest = [...stories.rows].sort((a, b) => b.path.length - a.path.length)[0]?.id ?? '';
/** The item with the most operators shows best how a sentence is read. */
type Read = { id: string; contacts: { evidence: { operators: unknown[] } }[] };
const items: { rows: Read[] } = JSON.parse(await (await fetch(`${server.url}/items?limit=100`)).text());
const operatorsIn = ({ contacts }: Read): number => Math.max(0, ...contacts.map(({ evidence }) => evidence.operators.length));
const item = [...items.rows].sort((a, b) => operatorsIn(b) - operatorsIn(a))[0]?.id ?? '';

const SHOTS = [
  { name: 'now', hash: '#/', width: 1200, height: 760, colorScheme: 'light' },
  { name: 'now-dark', hash: '#/', width: 1200, height: 760, colorScheme: 'dark' },
  { name: 'story', hash: `#/story/${richest}`, width: 1200, height: 1000, colorScheme: 'light' },
  { name: 'denials', hash: '#/denials', width: 1200, height: 560, colorScheme: 'light' },
  { name: 'calendar', hash: '#/calendar', width: 1200, height: 700, colorScheme: 'light' },
  { name: 'item', hash: `#/item/${item}`, width: 1200, height: 1000, colorScheme: 'light' },
  { name: 'phone', hash: '#/', width: 390, height: 760, colorScheme: 'dark' },
] as const;

mkdirSync(FOLDER, { recursive: true });
const browser = await launchBrowser(BROWSER_PATH);
for (const { name, hash, width, height, colorScheme } of SHOTS) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, timezoneId: 'UTC' });
  await page.goto(`${server.url}/${hash}`);
  await page.locator('h1').waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await page.close();
}
await browser.close();
await server.close();
await demo.close();
