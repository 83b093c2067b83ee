import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { bundledConfig } from '../../config/bundled-config.ts';
import { checkConfig, describeProblem } from '../../config/check-config.ts';
import { readConfig } from '../../config/read-config.ts';

const aFeed = (over: object = {}): object => ({
  id: 'one',
  url: 'https://one.example/feed',
  outlet: 'One',
  sourceKind: 'press',
  lang: 'en',
  ...over,
});
const check = (files: { settings?: unknown; feeds?: unknown; overlay?: unknown }) =>
  checkConfig({ settings: {}, feeds: [], overlay: [], ...files });

describe('the config', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it('refuses a name of an outlet that would steer a terminal or turn the writing round', () => {
    const feeds = ['\u001b[31mOne', 'One\r\nBcc', '\u202eenO', 'فارس\u200cنیوز', 'O’Neill & Söhne'].map((outlet, n) =>
      aFeed({ id: `feed-${n}`, outlet }),
    );
    const { config, problems } = check({ feeds });
    expect(problems.map(({ path }) => path)).toEqual(['[0].outlet', '[1].outlet', '[2].outlet']);
    expect(config.feeds).toHaveLength(2);
  });

  it('ships without a problem, with about forty feeds of every kind', () => {
    const { config, problems } = bundledConfig();
    expect(problems).toEqual([]);
    expect(config.feeds.length).toBeGreaterThanOrEqual(38);
    expect(new Set(config.feeds.map((feed) => feed.sourceKind))).toEqual(new Set(['official', 'agency', 'press', 'aggregator']));
  });

  it('names file, path, found and wanted of every error at once', () => {
    const { problems } = check({
      settings: { polling: { intervalMinutes: 1, colour: 'red' }, zone: 'Europe/Nowhere', watch: ['RU-US', 'russia'] },
      feeds: [aFeed({ url: 'ftp://one.example' }), aFeed({ id: 'Two Words' })],
    });
    const lines = problems.map(describeProblem);
    expect(lines).toHaveLength(6);
    expect(lines).toContainEqual(expect.stringMatching(/^settings\.json: polling\.intervalMinutes: found 1, wanted: .*>=5/));
    expect(lines).toContainEqual(expect.stringMatching(/^settings\.json: polling\.colour: found "colour", wanted: no such setting/));
    expect(lines).toContainEqual('settings.json: zone: found "Europe/Nowhere", wanted: an IANA time zone such as "Europe/Vienna"');
    expect(lines).toContainEqual(expect.stringMatching(/^settings\.json: watch\[1\]: found "russia", wanted: party codes/));
    expect(lines).toContainEqual('feeds.json: [0].url: found "ftp://one.example", wanted: an http or https address');
    expect(lines).toContainEqual(expect.stringMatching(/^feeds\.json: \[1\]\.id: found "Two Words", wanted: lower-case words/));
  });

  it('leaves a bad entry out and keeps its neighbours', () => {
    const { config } = check({
      settings: { watch: ['RU-US', 'russia', 'CN-US'], polling: { intervalMinutes: 1, hostSpacingMs: 99 } },
      feeds: [aFeed(), aFeed({ id: 'two', sourceKind: 'blog' }), aFeed({ id: 'three' })],
    });
    expect(config.feeds.map((feed) => feed.id)).toEqual(['one', 'three']);
    expect(config.watch).toEqual(['RU-US', 'CN-US']);
    expect(config.polling).toMatchObject({ intervalMinutes: 10, hostSpacingMs: 99 });
  });

  it('keeps the first of two feeds with one id and names the second', () => {
    const { config, problems } = check({ feeds: [aFeed(), aFeed({ url: 'https://other.example/' })] });
    expect(config.feeds.map((feed) => feed.url)).toEqual(['https://one.example/feed']);
    expect(problems.map(describeProblem)).toEqual([expect.stringContaining('a second feed "one" (https://other.example/')]);
  });

  it('gives a feed the default interval unless it has its own', () => {
    const { config } = check({
      settings: { polling: { intervalMinutes: 15 } },
      feeds: [aFeed(), aFeed({ id: 'two', intervalMinutes: 30 })],
    });
    expect(config.feeds.map((feed) => feed.intervalMinutes)).toEqual([15, 30]);
  });

  it('survives files that are missing, are no JSON or hold the wrong thing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'config-'));
    folders.push(folder);
    writeFileSync(join(folder, 'settings.json'), '{ "watch": [ }');
    const { config, problems } = readConfig(folder);
    expect(config.feeds).toEqual([]);
    expect(problems.map((problem) => problem.file)).toEqual(['settings.json', 'feeds.json']);
    expect(check({ settings: [], feeds: {} }).problems.map(describeProblem)).toEqual([
      'settings.json: (the whole file): found [], wanted: an object of settings',
      'feeds.json: (the whole file): found {}, wanted: a list [...]',
    ]);
  });
});
