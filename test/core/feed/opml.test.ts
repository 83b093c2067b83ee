import { describe, expect, it } from 'vitest';
import { readOpml, writeOpml } from '../../../core/feed/opml.ts';

const OPML = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>Mine</title></head><body>
  <outline text="Agencies">
    <outline text="Example Wire" type="rss" xmlUrl=" https://wire.example/rss?a=1&amp;b=2 " language="en-GB"/>
    <outline title="Samplia Today" type="atom" xmlUrl="https://samplia.example/atom"/>
    <outline text="Deeper"><outline text="Third" xmlUrl="https://third.example/"/></outline>
  </outline>
  <outline text="A note"/>
  <outline text="Fourth" xmlUrl="https://fourth.example/"/>
</body></opml>`;

describe('a list of feeds', () => {
  it('is read from every folder, in order', () => {
    expect(readOpml(OPML).map(({ url, title, lang }) => [url, title, lang])).toEqual([
      ['https://wire.example/rss?a=1&b=2', 'Example Wire', 'en'],
      ['https://samplia.example/atom', 'Samplia Today', null],
      ['https://third.example/', 'Third', null],
      ['https://fourth.example/', 'Fourth', null],
    ]);
  });

  it('that we wrote is read back whole', () => {
    const feeds = [
      {
        url: 'https://wire.example/rss?a=1&b="2"',
        title: 'Wire <& Co>',
        lang: 'en',
        id: 'wire',
        sourceKind: 'agency',
        intervalMinutes: 5,
        isEnabled: true,
      },
      { url: 'https://b.example/', title: 'Б', lang: null, id: 'b', sourceKind: 'official', intervalMinutes: null, isEnabled: false },
    ] as const;
    expect(readOpml(writeOpml(feeds))).toEqual(feeds);
  });

  it('of nothing is a list, too', () => {
    expect(readOpml(writeOpml([]))).toEqual([]);
  });

  it.each(['', 'no xml', '<html><body>page</body></html>', '{"opml": 1}'])('%j is none', (text) => {
    expect(() => readOpml(text)).toThrow(/no OPML/);
  });
});
