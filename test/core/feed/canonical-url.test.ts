import { describe, expect, it } from 'vitest';
import { canonicalGuid, canonicalUrl } from '../../../core/feed/canonical-url.ts';

describe('an article address', () => {
  it.each([
    ['http://www.wire.example/a/b', 'wire.example/a/b'],
    ['https://wire.example/a/b/', 'wire.example/a/b'],
    ['HTTPS://WIRE.example:443/a/b#top', 'wire.example/a/b'],
    ['https://wire.example/a?utm_source=rss&utm_medium=feed', 'wire.example/a'],
    ['https://wire.example/a?id=7&at_medium=RSS&at_campaign=rss&CMP=rss', 'wire.example/a?id=7'],
    ['https://wire.example/a?b=2&a=1', 'wire.example/a?a=1&b=2'],
    ['https://wire.example/a?source=rss', 'wire.example/a'],
    ['https://wire.example/a?source=reuters', 'wire.example/a?source=reuters'],
    ['https://wire.example/?p=12', 'wire.example?p=12'],
    ['https://wire.example/app#!/article/7', 'wire.example/app#!/article/7'],
    ['  https://wire.example/a ', 'wire.example/a'],
    ['https://wire.example/%D0%BC%D0%B8%D1%80', 'wire.example/%D0%BC%D0%B8%D1%80'],
    ['https://wire.example/мир', 'wire.example/%D0%BC%D0%B8%D1%80'],
  ])('%s has the one spelling %s', (link, canonical) => {
    expect(canonicalUrl(link)).toBe(canonical);
  });

  it.each([
    'https://wire.example/',
    'https://www.wire.example',
    'https://wire.example/?utm_source=rss',
    'mailto:a@b.example',
    '/relative',
    '',
    'http://[broken',
  ])('"%s" names no article', (link) => {
    expect(canonicalUrl(link)).toBeNull();
  });
});

describe('a guid', () => {
  it.each([
    ['http://wire.example/?p=12', 'https://wire.example/?p=12'],
    ['http://www.wire.example/a', 'https://wire.example/a/'],
    ['https://wire.example/a?utm_source=x', 'https://wire.example/a'],
  ])('%s and %s are one', (one, other) => {
    expect(canonicalGuid(one)).toBe(canonicalGuid(other));
  });

  it.each([
    ['https://wire.example/a#0', 'https://wire.example/a#1'],
    ['tag:wire.example,2026:1', 'tag:wire.example,2026:2'],
    ['a', 'A'],
  ])('%s and %s are two', (one, other) => {
    expect(canonicalGuid(one)).not.toBe(canonicalGuid(other));
  });

  it('of spaces is none', () => {
    expect(canonicalGuid('  ')).toBeNull();
  });
});
