import { describe, expect, it } from 'vitest';
import { type Candidate, identify, itemIdOf, revisionIdOf } from '../../../core/feed/identity.ts';
import { readItemText } from '../../../core/feed/item-text.ts';
import type { ParsedItem } from '../../../core/feed/parsed-feed.ts';
import { aParsedItem, parsedItemNo } from '../../feed-builders.ts';

const identities = (items: readonly ParsedItem[], sourceKind: 'press' | 'aggregator' = 'press'): readonly Candidate[] =>
  identify(
    items.map((parsed) => ({ parsed, text: readItemText(parsed) })),
    sourceKind,
  );
const one = (item: ParsedItem, sourceKind: 'press' | 'aggregator' = 'press'): Candidate => {
  const [candidate] = identities([item], sourceKind);
  if (candidate === undefined) throw new Error('no candidate');
  return candidate;
};
const shareKey = (a: Candidate, b: Candidate): boolean => a.keys.some((key) => b.keys.includes(key));

describe('an item is known again', () => {
  const item = aParsedItem({ guid: 'http://wire.example/?p=1', link: 'http://wire.example/news/1' });
  it.each<[string, Partial<ParsedItem>]>([
    [
      'by its guid when the scheme flips and the link moves',
      { guid: 'https://wire.example/?p=1', link: 'https://wire.example/moved', title: 'Another title' },
    ],
    ['by its link when the guid changes', { guid: 'new', link: 'https://www.wire.example/news/1?utm_source=rss', title: 'Another title' }],
    ['by its words on its day when guid and link change', { guid: 'new', link: 'https://wire.example/new' }],
    [
      'by its words when spaces, case and quotes change',
      { guid: 'new', link: null, title: 'PRESIDENTS of “Examplia” and  Samplia to meet on Friday' },
    ],
  ])('%s', (_how, change) => {
    expect(shareKey(one(item), one({ ...item, ...change }))).toBe(true);
  });

  it('not by its words on another day: "presidents speak by phone" is news each time', () => {
    const later = { ...item, guid: 'new', link: null, published: '2026-04-01T08:00:00.000Z' };
    expect(shareKey(one(item), one(later))).toBe(false);
  });

  it.each(['Weather', 'Live'])('not by words as few as "%s"', (title) => {
    const short = aParsedItem({ title, summary: null, link: null });
    expect(shareKey(one({ ...short, guid: 'a' }), one({ ...short, guid: 'b' }))).toBe(false);
  });
});

describe('in one document', () => {
  it('a guid that all items share identifies none of them, and none is lost', () => {
    const found = identities([1, 2, 3].map((n) => parsedItemNo(n, { guid: '0' })));
    expect(new Set(found.map(({ keys }) => keys[0])).size).toBe(3);
    expect(found.some((a) => found.some((b) => a !== b && shareKey(a, b)))).toBe(false);
  });

  it('a page that several items share identifies none of them', () => {
    const found = identities([1, 2].map((n) => parsedItemNo(n, { link: 'https://wire.example/live' })));
    expect(found).toHaveLength(2);
    expect(shareKey(found[0]!, found[1]!)).toBe(false);
  });

  it('items without guid and link are known by their words', () => {
    expect(identities([1, 2].map((n) => parsedItemNo(n, { guid: null, link: null })))).toHaveLength(2);
  });

  it('an item that stands there twice is one', () => {
    expect(identities([parsedItemNo(1), parsedItemNo(2), parsedItemNo(1)])).toHaveLength(2);
  });

  it('two versions of an item under one guid are both kept', () => {
    expect(identities([parsedItemNo(1), parsedItemNo(1, { title: 'The presidents will not meet this year' })])).toHaveLength(2);
  });

  it('short items with nothing but a title are kept apart', () => {
    const found = ['Alpha', 'Beta'].map((title) => aParsedItem({ title, summary: null, guid: null, link: null }));
    expect(new Set(identities(found).flatMap(({ keys }) => keys)).size).toBe(2);
  });
});

describe('what a revision is', () => {
  it.each<[string, Partial<ParsedItem>, boolean]>([
    ['another title', { title: 'Presidents of Examplia and Samplia cancel Friday meeting' }, true],
    ['another body', { summary: 'The meeting was cancelled.' }, true],
    ['a question mark', { title: 'Presidents of Examplia and Samplia to meet on Friday?' }, true],
    ['another date', { published: '2026-03-02T08:00:00.000Z' }, false],
    ['another case and spacing', { title: 'Presidents of EXAMPLIA and Samplia – to meet on Friday' }, false],
    ['other markup', { summary: '<p>The two presidents <b>will</b> meet in Budapest.</p><img src="x">' }, false],
  ])('%s', (_what, change, isRevision) => {
    expect(one(aParsedItem(change)).fingerprint !== one(aParsedItem()).fingerprint).toBe(isRevision);
  });

  it.each([
    ['12 comments', '13 Comments'],
    ['No comments', '1 comment'],
    ['1,204 views', '2.5k views'],
    ['5 minutes ago', 'An hour ago'],
    ['3 min read', '4 min read'],
  ])('"%s" that becomes "%s" is none', (before, after) => {
    const text = (counter: string) => one(aParsedItem({ summary: `The two presidents will meet. ${counter}` })).fingerprint;
    expect(text(before)).toBe(text(after));
  });

  it.each([
    ['on 5 May', 'on 6 May'],
    ['for 3 days', 'for 4 days'],
    ['voted 12 to 3', 'voted 13 to 2'],
    ['and win 12 votes', 'and win 13 votes'],
    ['and give no response', 'and give 2 responses'],
  ])('"%s" that becomes "%s" is one', (before, after) => {
    const text = (words: string) => one(aParsedItem({ summary: `The two presidents will meet ${words}.` })).fingerprint;
    expect(text(before)).not.toBe(text(after));
  });

  it('of an aggregator only the title counts: its body lists the headlines of others', () => {
    const changed = aParsedItem({ summary: '<ol><li>Some other headline</li></ol>' });
    expect(one(changed, 'aggregator').fingerprint).toBe(one(aParsedItem(), 'aggregator').fingerprint);
    expect(one(aParsedItem({ title: 'No meeting' }), 'aggregator').fingerprint).not.toBe(one(aParsedItem(), 'aggregator').fingerprint);
  });
});

describe('hostile words', () => {
  it.each(['1 ', '1', '12 a ', 'ago ', '\u0301', '? '])('"%s" repeated is read in time that grows with its length', (unit) => {
    const start = performance.now();
    for (let n = 0; n < 10; n += 1) one(aParsedItem({ content: unit.repeat(40_000 / unit.length) }));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('ids', () => {
  it('are the same for the same item of the same feed, and others for another feed or another text', () => {
    const [candidate, edited] = [one(aParsedItem()), one(aParsedItem({ title: 'Other words, same guid' }))];
    expect(itemIdOf('a', candidate)).toBe(itemIdOf('a', one(aParsedItem())));
    expect(new Set([itemIdOf('a', candidate), itemIdOf('b', candidate), itemIdOf('a', edited)]).size).toBe(3);
    expect(itemIdOf('a', candidate)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('of a revision depend on the first id and the words', () => {
    const edited = one(aParsedItem({ title: 'Other words' }));
    expect(revisionIdOf('1', edited.fingerprint)).toBe(
      revisionIdOf('1', one(aParsedItem({ title: 'Other words', guid: 'x' })).fingerprint),
    );
    expect(revisionIdOf('1', edited.fingerprint)).not.toBe(revisionIdOf('2', edited.fingerprint));
  });
});
