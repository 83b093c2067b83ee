import { describe, expect, it } from 'vitest';
import { discoverFeeds, usualFeedUrls } from '../../../core/feed/discover-feeds.ts';

const PAGE = 'https://wire.example/world/';
const urls = (html: string): string[] => discoverFeeds(html, PAGE).map(({ url }) => url);

describe('the feeds of a page', () => {
  it('are those that its head names, with their titles, relative to the page', () => {
    const html = `<html><head><link rel="alternate" type="application/rss+xml" title="World &amp; more" href="rss.xml">
      <LINK REL="Alternate stylesheet" TYPE="application/atom+xml; charset=utf-8" HREF="/atom">
      <link rel=alternate type=application/feed+json href=//cdn.example/feed.json></head></html>`;
    expect(discoverFeeds(html, PAGE)).toEqual([
      { url: 'https://wire.example/world/rss.xml', title: 'World & more' },
      { url: 'https://wire.example/atom', title: null },
      { url: 'https://cdn.example/feed.json', title: null },
    ]);
  });

  it('have those of comments last, and each once', () => {
    const link = (href: string, title: string) => `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
    expect(urls(link('/comments/feed', 'Comments') + link('/feed', 'News') + link('/feed', 'News'))).toEqual([
      'https://wire.example/feed',
      'https://wire.example/comments/feed',
    ]);
  });

  it('are relative to <base> where there is one', () => {
    expect(urls('<base href="https://other.example/x/"><link rel="alternate" type="text/xml" href="rss">')).toEqual([
      'https://other.example/x/rss',
    ]);
  });

  it('are links that look like feeds only when the head names none', () => {
    const links =
      '<a href="/rss/world.xml">RSS</a><a href="feed:https://wire.example/feed">Feed</a><a href="/feedback">Feedback</a><a href="/news">News</a>';
    expect(urls(links)).toEqual(['https://wire.example/rss/world.xml', 'https://wire.example/feed']);
    expect(urls(`<link rel="alternate" type="application/rss+xml" href="/one">${links}`)).toEqual(['https://wire.example/one']);
  });

  it.each([
    '<link rel="alternate" hreflang="de" href="/de">',
    '<link rel="stylesheet" type="text/xml" href="/feed">',
    '<link rel="alternate" type="application/rss+xml" href="javascript:feed()">',
    '<link rel="alternate" type="application/rss+xml" href="">',
    '',
  ])('%s names none', (html) => {
    expect(urls(html)).toEqual([]);
  });

  it('of a hostile page are found in time', () => {
    const start = performance.now();
    urls('<a href="/rss'.repeat(200_000));
    urls('<link rel="alternate" type="application/rss+xml" href="/feed">'.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(urls(`${'<link rel="alternate" type="application/rss+xml" href="/f'.repeat(3)}">`)).toHaveLength(1);
  });

  it('are looked for at the usual places of the site', () => {
    expect(usualFeedUrls(PAGE)[0]).toBe('https://wire.example/feed');
  });
});
