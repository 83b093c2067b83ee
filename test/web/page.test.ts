import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startApiServer } from '../../adapters/local/api-server.ts';
import { openMemoryStore } from '../../adapters/local/memory-store.ts';
import { builtPage } from '../../cli/local/built-page.ts';
import type { Store } from '../../core/ports.ts';
import { aCodedItem, aDevelopment, anItem, aStory } from '../builders.ts';
import { BROWSER_PATH, launchBrowser } from './browser.ts';
import { LATE_DEVELOPMENT, SAMPLE_FEEDS, SAMPLE_NOW, sampleStore, sampleStoreWithGathering } from './sample-store.ts';

if (BROWSER_PATH === null)
  console.warn('NO BROWSER IS INSTALLED: the page was not tested in one (apt-get install chromium, or set CHROMIUM_PATH)');

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VIEWS = [
  '#/',
  '#/developments',
  '#/denials',
  '#/calendar',
  '#/search',
  '#/search?kind=items&filter=outlet%3Adanube',
  '#/search?kind=stories&filter=statuss%3Aheld',
  '#/feeds',
  '#/alerts',
  '#/story/budapest',
  '#/item/item-refusal-1',
  '#/item/item-unread',
  '#/story/nobody',
  '#/nowhere',
];

/** A server over a store, a page in a browser, and what went wrong in it. */
type Visit = {
  readonly page: Page;
  readonly server: RunningServer;
  readonly troubles: string[];
  readonly hosts: Set<string>;
  close(): Promise<void>;
};

describe.runIf(BROWSER_PATH !== null)('the page in a browser', () => {
  let browser: Browser;
  let webRoot: string;
  beforeAll(async () => {
    webRoot = (await builtPage()) ?? '';
    browser = await launchBrowser(BROWSER_PATH ?? '');
  });
  afterAll(() => browser?.close());

  async function visit(store: Store, hash = '#/', options: BrowserContextOptions = {}): Promise<Visit> {
    const ports = { ...store, clock: { now: () => SAMPLE_NOW }, knownFeeds: SAMPLE_FEEDS, codeNow: null };
    const server = await startApiServer({ ports, port: 0, webRoot, refreshSeconds: 0.3, log: { error: () => {} } });
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, timezoneId: 'UTC', ...options });
    const page = await context.newPage();
    const troubles: string[] = [];
    const hosts = new Set<string>();
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on(
      'console',
      (message) => message.type() === 'error' && !/status of 4|ERR_CONNECTION/.test(message.text()) && troubles.push(message.text()),
    );
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    page.on('dialog', (dialog) => {
      troubles.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(`${server.url}/${hash}`);
    await page.locator('h1').waitFor();
    const close = async () => {
      await context.close();
      await server.close();
    };
    return { page, server, troubles, hosts, close };
  }

  it('shows the stories now, each on its ladder, the last moved first', async () => {
    const { page, troubles, hosts, server, close } = await visit(await sampleStore());
    await page.locator('.story').first().waitFor();
    expect(await page.locator('.story h2').allTextContents()).toEqual([
      'Macron – Putin',
      'Putin – Trump',
      'Xi – Trump',
      'Modi – Sharif',
      'Iran – Saudi Arabia',
    ]);
    expect(await page.locator('.story [aria-current="step"] .label').allTextContents()).toEqual([
      'held',
      'postponed',
      'scheduled',
      'declined',
      'possible',
    ]);
    expect(await page.locator('.story').nth(1).locator('.trail').textContent()).toMatch(
      /willing 1 Mar[\s\S]*scheduled 5 Mar[\s\S]*postponed 8 Mar/,
    );
    expect(troubles).toEqual([]);
    expect([...hosts]).toEqual([new URL(server.url).host]);
    await close();
  });

  it('shows a development that arrives, without a reload', async () => {
    const store = await sampleStore();
    const { page, troubles, close } = await visit(store);
    await page.locator('.story').first().waitFor();
    await page.evaluate(`window.isSamePage = true`);
    await store.stories.putStory(
      aStory({ id: 'ministers', parties: ['IR', 'SA'], leaders: [], level: 'minister', status: 'agreed', lastMovedAt: SAMPLE_NOW }),
      'minister:IR-SA',
      2,
    );
    await store.developments.add(LATE_DEVELOPMENT, SAMPLE_NOW);
    await page.locator('.news', { hasText: 'possible → agreed' }).waitFor();
    await page.locator('.story').first().getByRole('heading', { name: 'Iran – Saudi Arabia' }).waitFor();
    expect(await page.evaluate(`'isSamePage' in window`)).toBe(true);
    expect(troubles).toEqual([]);
    await close();
  });

  it('tells one story by its link: sides that contradict, timeline with words and sources', async () => {
    const { page, troubles, close } = await visit(await sampleStore(), '#/story/budapest');
    await page.getByRole('heading', { level: 1, name: 'Putin – Trump' }).waitFor();
    expect(await page.title()).toBe('Putin – Trump · Summitwire');
    expect(await page.locator('.contradiction .card').count()).toBe(3);
    expect(await page.locator('.entry').count()).toBe(5);
    expect(await page.locator('.entry').first().textContent()).toContain('There are no plans for the presidents to meet');
    expect(await page.locator('.chart svg').getAttribute('aria-label')).toContain('scheduled on 5 Mar, then postponed on 8 Mar');
    expect(troubles).toEqual([]);
    await close();
  });

  it('leads from a summit to the meetings inside it, and back, with the reason', async () => {
    const { page, troubles, close } = await visit(await sampleStoreWithGathering(), '#/story/lake-summit');
    await page.getByRole('heading', { level: 1, name: 'G20 summit' }).waitFor();
    await page.getByRole('heading', { name: 'Meetings inside it' }).waitFor();
    await page.getByRole('link', { name: 'Xi – Modi, at the G20 summit' }).click();
    await page.getByRole('heading', { level: 1, name: 'Xi – Modi, at the G20 summit' }).waitFor();
    await page.getByRole('heading', { name: 'On the sidelines of' }).waitFor();
    expect(await page.locator('.facts li').first().textContent()).toContain('the same summit by name');
    await page.getByRole('link', { name: 'G20 summit', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'G20 summit', exact: true }).waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  it('explains an item with its operators marked, and says when a language is not read', async () => {
    const { page, server, close } = await visit(await sampleStore(), '#/item/item-refusal-1');
    await page.locator('.marked').waitFor();
    expect(await page.locator('.marked mark.operator').textContent()).toContain('ruled out');
    expect(await page.locator('.marked mark.nucleus').textContent()).toContain('meet');
    await page.goto(`${server.url}/#/item/item-unread`);
    await page.getByText('in a language that is not read (ru)').waitFor();
    await close();
  });

  it('searches with the filter grammar: points at an error, offers its mending, keeps the question in the address', async () => {
    const { page, close } = await visit(await sampleStore(), '#/search');
    await page.getByLabel('Filter').fill('statuss:declined');
    await page.getByText('Column 1:').waitFor();
    await page.getByRole('button', { name: 'Use “status:declined”' }).click();
    await page.locator('.story').waitFor();
    expect(await page.locator('.story h2').allTextContents()).toEqual(['Modi – Sharif']);
    expect(page.url()).toContain('filter=status%3Adeclined');
    await page.getByRole('link', { name: 'Items', exact: true }).click();
    await page.locator('.items li').waitFor();
    expect(await page.locator('.items .row-title').allTextContents()).toEqual([
      'New Delhi ruled out a meeting as long as the shelling goes on.',
    ]);
    await close();
  });

  it('sets denials against claims, and planned contacts in a month', async () => {
    const { page, server, close } = await visit(await sampleStore(), '#/denials');
    await page.locator('.denial').first().waitFor();
    expect(await page.locator('.denial .claim p').allTextContents()).toEqual([
      'that the two presidents discussed a secret truce',
      'that drones were shipped through a third state',
    ]);
    await page.goto(`${server.url}/#/calendar`);
    await page.locator('.event').first().waitFor();
    expect(await page.locator('.event.cancelled').allTextContents()).toEqual(['Putin-Trump, postponed']);
    expect(await page.locator('.agenda .row-title').allTextContents()).toEqual(['Xi-Trump']);
    await close();
  });

  it('says so when there is nothing, and when nobody answers', async () => {
    const { page, server, close } = await visit(openMemoryStore());
    await page.getByText('No story is open.').waitFor();
    await server.close();
    await page.getByText('Summitwire does not answer').first().waitFor();
    await close();
  });

  it('runs nothing that a feed brings in', async () => {
    const store = openMemoryStore();
    const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script> "onmouseover=alert(3)';
    await store.items.add([
      {
        item: anItem({ title: hostile, summary: hostile, link: 'javascript:alert(4)', outlet: hostile }),
        coded: aCodedItem(),
        decisions: [],
        rulesVersion: 1,
      },
    ]);
    await store.stories.putStory(aStory({ summit: hostile, place: hostile, leaders: [hostile] }), 'leader:RU-US', 1);
    await store.developments.add(aDevelopment({ what: hostile }), SAMPLE_NOW);
    const { page, server, troubles, close } = await visit(store);
    await page.locator('.story h2').waitFor();
    expect(await page.locator('.story h2').textContent()).toBe(`Russia – United States, at the ${hostile}`);
    for (const hash of ['#/story/story-1', '#/item/item-1', '#/search?kind=items']) {
      await page.goto(`${server.url}/${hash}`);
      await page.locator('h1').waitFor();
      await page.getByText('onerror=alert(1)').first().waitFor();
      expect([hash, await page.locator('a[href^="javascript"], img, main script').count()]).toEqual([hash, 0]);
    }
    expect(troubles).toEqual([]);
    await close();
  });

  it.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)('has no fault that axe finds, in any view (%s, %i px)', async (colorScheme, width) => {
    const { page, server, close } = await visit(await sampleStore(), '#/', { colorScheme, viewport: { width, height: 800 } });
    for (const hash of VIEWS) {
      await page.goto(`${server.url}/${hash}`);
      await page.locator('h1').waitFor();
      await page.waitForTimeout(250);
      const found: unknown = await page.evaluate(
        `${AXE}; axe.run().then(({ violations }) => violations.map((each) => [each.id, each.nodes.map((node) => node.target.join(' ')).slice(0, 3)]))`,
      );
      expect([hash, found]).toEqual([hash, []]);
    }
    await close();
  });

  it.each([360, 768, 3840])('fits a screen of %i px: nothing to scroll sideways', async (width) => {
    const { page, server, close } = await visit(await sampleStore(), '#/', { viewport: { width, height: 900 } });
    for (const hash of VIEWS) {
      await page.goto(`${server.url}/${hash}`);
      await page.locator('h1').waitFor();
      await page.waitForTimeout(100);
      expect([hash, await page.evaluate(`document.documentElement.scrollWidth - document.documentElement.clientWidth`)]).toEqual([hash, 0]);
    }
    await close();
  });

  it('is worked with the keyboard: skip link, menu, a story, and focus that is seen', async () => {
    const { page, close } = await visit(await sampleStore());
    await page.locator('.story').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement?.textContent?.trim()`)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(`document.activeElement?.id`)).toBe('main');
    for (let i = 0; i < 5; i += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement?.textContent`)).toBe('Macron – Putin');
    expect(await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`)).toBe('solid');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Macron – Putin' }).waitFor();
    expect(await page.evaluate(`document.activeElement?.tagName`)).toBe('H1');
    await close();
  });

  it('keeps its budget: first view under 100 kB gzipped, usable within a second', async () => {
    const files = ['index.html', ...readdirSync(join(webRoot, 'assets')).map((name) => join('assets', name))];
    const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(webRoot, name))).length, 0);
    expect(bytes).toBeLessThan(100_000);
    const { page, close } = await visit(await sampleStore());
    const loads: number[] = [];
    for (let load = 0; load < 3; load += 1) {
      await page.reload();
      await page.locator('.story').first().waitFor();
      loads.push(
        Number(await page.evaluate(`performance.getEntriesByType('resource').find(({ name }) => name.includes('/stories')).responseEnd`)),
      );
    }
    expect(Math.min(...loads)).toBeLessThan(1000);
    const shift = await page.evaluate(
      `new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().reduce((sum, { value }) => sum + value, 0))).observe({ type: 'layout-shift', buffered: true }) ?? setTimeout(() => done(0), 300))`,
    );
    expect(shift).toBeLessThan(0.1);
    await close();
  });
});

describe('the server of the page', () => {
  it('answers only to its own name, so that no other site reads the store through the browser', async () => {
    const store = openMemoryStore();
    const server = await startApiServer({
      ports: { ...store, clock: { now: () => SAMPLE_NOW }, knownFeeds: [], codeNow: null },
      port: 0,
      webRoot: null,
      log: { error: () => {} },
    });
    const { request } = await import('node:http');
    const statusFor = (host: string) =>
      new Promise((resolve) =>
        request(`${server.url}/stories`, { headers: { host } }, (response) => resolve(response.resume().statusCode)).end(),
      );
    expect(await Promise.all([statusFor('evil.example'), statusFor('127.0.0.1'), statusFor('localhost:99')])).toEqual([421, 200, 200]);
    await server.close();
  });

  it('forbids everything but its own files, and serves no file outside the page', async () => {
    const store = openMemoryStore();
    const webRoot = (await builtPage()) ?? '';
    const server = await startApiServer({
      ports: { ...store, clock: { now: () => SAMPLE_NOW }, knownFeeds: [], codeNow: null },
      port: 0,
      webRoot,
      log: { error: () => {} },
    });
    const page = await fetch(`${server.url}/`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(await page.text()).not.toMatch(/<script>|<style|style=|onclick=/);
    for (const path of ['/assets/..%2f..%2fvite.config.ts', '/assets/%2e%2e/%2e%2e/package.json', '/assets/../../package.json'])
      expect([404, 400]).toContain((await fetch(server.url + path)).status);
    await server.close();
  });
});
