import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWERS } from '../../adapters/api/schemas.ts';
import { type RunningServer, startApiServer } from '../../adapters/local/api-server.ts';
import { builtPage } from '../../cli/local/built-page.ts';
import { matchDevelopment } from '../../core/alert/match.ts';
import type { Store } from '../../core/ports.ts';
import type { Development } from '../../core/story/development.ts';
import { aSubscription } from '../builders.ts';
import { runCommand } from '../cli/run-command.ts';
import { BROWSER_PATH, launchBrowser } from '../web/browser.ts';
import { SAMPLE_FEEDS, SAMPLE_NOW, sampleStore } from '../web/sample-store.ts';

const FILTERS = [
  'parties:RU,US',
  'parties:russia,us level:leader',
  'pair:CN-US',
  'status:scheduled,postponed',
  '-status:scheduled severity:major',
  'family:off',
  'side:US',
  'leader:modi',
  'place:budapest since:4d',
  'until:2026-03-05',
  'text:"not ruled out"',
  'outlet:"example wire" confidence:>0.5',
  'kind:side -party:RU',
  'denial',
];

describe('the same filter', () => {
  let store: Store;
  let server: RunningServer;
  let browser: Browser | null = null;
  let all: readonly Development[] = [];
  beforeAll(async () => {
    store = await sampleStore();
    const ports = { ...store, clock: { now: () => SAMPLE_NOW }, knownFeeds: SAMPLE_FEEDS, codeNow: null };
    server = await startApiServer({ ports, port: 0, webRoot: await builtPage(), log: { error: () => {} } });
    all = (
      await store.archive.listDevelopments({
        limit: 100,
        cursor: null,
        from: null,
        to: null,
        parties: null,
        feedId: null,
        keep: () => true,
      })
    ).rows;
    browser = BROWSER_PATH === null ? null : await launchBrowser(BROWSER_PATH);
  });
  afterAll(async () => {
    await browser?.close();
    await server.close();
  });

  const byApi = async (filter: string): Promise<string[]> => {
    const response = await fetch(`${server.url}/developments?${new URLSearchParams({ filter })}`);
    return ANSWERS.DevelopmentPage.parse(await response.json()).rows.map((row) => row.id);
  };
  const byTerminal = async (filter: string): Promise<string[]> => {
    const { stdout } = await runCommand(['developments', filter, '--json', '--url', server.url]);
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line).id);
  };
  const bySubscription = (filter: string): string[] =>
    all
      .filter((development) => matchDevelopment(aSubscription({ filter }), development, { watch: [], now: SAMPLE_NOW }).kind === 'match')
      .map((row) => row.id);
  const byPage = async (filter: string): Promise<(string | null)[]> => {
    if (browser === null) return [];
    const page = await browser.newPage();
    await page.goto(`${server.url}/#/search?${new URLSearchParams({ kind: 'developments', filter })}`);
    await page.locator('.developments li, .empty').first().waitFor();
    const found = await page.locator('.developments li').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id')));
    await page.close();
    return found;
  };

  it.each(FILTERS)('gives the same answer everywhere: %s', async (filter) => {
    const expected = await byApi(filter);
    expect(await byTerminal(filter)).toEqual(expected);
    expect(bySubscription(filter)).toEqual(expected);
    if (browser !== null) expect(await byPage(filter)).toEqual(expected);
  });

  it('is asked of enough: some of these match, none matches all', async () => {
    const counts = await Promise.all(FILTERS.map(async (filter) => (await byApi(filter)).length));
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(10);
    expect(Math.max(...counts)).toBeLessThan(all.length);
  });
});
