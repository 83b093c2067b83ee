import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import type { Hono } from 'hono';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../../adapters/local/memory-store.ts';
import { parseFeed } from '../../../core/feed/parse.ts';
import type { Story } from '../../../core/story/dossier.ts';
import { aDevelopment, aFact, aQuote, aStory, T0 } from '../../builders.ts';
import { sampleStore } from '../../web/sample-store.ts';
import { apiOf } from './api-of.ts';

const text = async (api: Hono, path: string): Promise<string> => (await api.request(`http://127.0.0.1:8787${path}`)).text();

describe('the feeds out', () => {
  let api: Hono;
  beforeAll(async () => {
    api = apiOf(await sampleStore()).api;
  });
  const filter = '?filter=parties:RU,US';
  const titles = ['scheduled -> postponed', 'agreed -> scheduled', 'proposed -> agreed', 'willing -> proposed', 'RU willing'];

  it('say the same in RSS, Atom and JSON Feed, read back by their own readers and by ours', async () => {
    const rss = parseRssFeed(await text(api, `/out/developments.rss${filter}`));
    const atom = parseAtomFeed(await text(api, `/out/developments.atom${filter}`));
    const json = parseJsonFeed(await text(api, `/out/developments.json${filter}`));
    const all = [
      rss.items?.map((item) => item.title),
      atom.entries?.map((entry) => entry.title?.value),
      json.items?.map((item) => item.title),
    ];
    for (const found of all) expect(found?.map((title, i) => title?.includes(titles[i] ?? '?'))).toEqual(titles.map(() => true));
    const ours = await parseFeed(new TextEncoder().encode(await text(api, `/out/developments.rss${filter}`)), {
      contentType: 'application/rss+xml',
    });
    expect(ours.items.map((item) => item.guid)).toEqual(
      ['budapest-dev-4', 'budapest-dev-3', 'budapest-dev-2', 'budapest-dev-1', 'budapest-dev-0'].map(
        (id) => `urn:summitwire:development:${id}`,
      ),
    );
  });

  it('hold no markup of a hostile feed', async () => {
    const store = openMemoryStore();
    const hostile = '<img src=x onerror=alert(1)> & ]]> <b>bold</b>';
    await store.developments.add(
      aDevelopment({ what: hostile, place: hostile, quote: aQuote({ text: hostile, link: 'https://news.example/1' }) }),
      T0,
    );
    const { api: bad } = apiOf(store);
    const rss = parseRssFeed(await text(bad, '/out/developments.rss'));
    expect(rss.items?.[0]?.description).toContain('&lt;img src=x');
    expect(`${rss.items?.[0]?.title}${rss.items?.[0]?.description}`.replaceAll('<br>', '')).not.toMatch(/<[a-z]/i);
    expect(parseAtomFeed(await text(bad, '/out/developments.atom')).entries?.[0]?.content?.value).toContain(hostile);
  });

  it('refuse a filter that cannot be read', async () => {
    expect((await api.request('http://127.0.0.1/out/developments.rss?filter=x:')).status).toBe(400);
    expect((await api.request('http://127.0.0.1/out/contacts.ics?filter=severity:major')).status).toBe(400);
  });

  it('give denials as claims, never as reviews', async () => {
    const graph = JSON.parse(await text(api, '/out/denials.jsonld'));
    expect(graph['@graph'].map((claim: { '@type': string; text: string }) => [claim['@type'], claim.text])).toEqual([
      ['Claim', 'that the two presidents discussed a secret truce'],
      ['Claim', 'that drones were shipped through a third state'],
    ]);
    expect(JSON.stringify(graph)).not.toContain('ClaimReview');
  });
});

describe('the calendar out', () => {
  const eventsOf = async (story: Partial<Story>): Promise<ICAL.Event[]> => {
    const store = openMemoryStore();
    await store.stories.putStory(aStory({ lastMovedAt: '2026-03-01T08:00:00.000Z', ...story }), 'leader:RU-US', 1);
    const calendar = new ICAL.Component(ICAL.parse(await text(apiOf(store).api, '/out/contacts.ics')));
    return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  };
  const of = (event: ICAL.Event | undefined) => ({
    uid: event?.uid,
    sequence: event?.sequence,
    start: event?.startDate.toString(),
    end: event?.endDate.toString(),
    isDay: event?.startDate.isDate,
    status: event?.component.getFirstPropertyValue('status'),
  });

  it('has a whole day for a date, to the day after', async () => {
    const [event] = await eventsOf({ date: '2026-03-06', sequence: 3 });
    expect(of(event)).toEqual({
      uid: 'story-1@summitwire',
      sequence: 3,
      start: '2026-03-06',
      end: '2026-03-07',
      isDay: true,
      status: 'CONFIRMED',
    });
    expect(event?.summary).toBe('Putin-Trump: scheduled');
    expect(event?.location).toBe('Budapest');
  });

  it('has all days of a range', async () => {
    const [event] = await eventsOf({ date: '2026-03-06/2026-03-08' });
    expect(of(event)).toMatchObject({ start: '2026-03-06', end: '2026-03-09' });
  });

  it('has the hour where it is known, in UTC', async () => {
    const [event] = await eventsOf({ date: '2026-03-06T14:00:00+02:00' });
    expect(of(event)).toMatchObject({ start: '2026-03-06T12:00:00Z', end: '2026-03-06T13:00:00Z', isDay: false });
  });

  it('moves the same event when the contact moves: one UID, a higher SEQUENCE', async () => {
    const before = of((await eventsOf({ date: '2026-03-06', sequence: 1 }))[0]);
    const after = of((await eventsOf({ date: '2026-03-12', sequence: 2, status: 'postponed' }))[0]);
    expect([after.uid, after.start, after.status]).toEqual([before.uid, '2026-03-12', 'TENTATIVE']);
    expect(after.sequence).toBeGreaterThan(before.sequence ?? 0);
  });

  it('crosses out what was called off, on the day it would have been', async () => {
    const [event] = await eventsOf({ status: 'cancelled', date: null, sequence: 4 });
    expect(of(event)).toMatchObject({ status: 'CANCELLED', start: '2026-03-06', sequence: 4 });
  });

  it('leaves out what has no date, and what was never more than an offer', async () => {
    expect(await eventsOf({ date: null, facts: [] })).toEqual([]);
    expect(await eventsOf({ status: 'possible', facts: [aFact({ status: 'possible' })] })).toEqual([]);
  });

  it('gives the same bytes for the same state, so that an ETag holds', async () => {
    const { api } = apiOf(await sampleStore());
    expect(await text(api, '/out/contacts.ics')).toBe(await text(api, '/out/contacts.ics'));
  });
});
