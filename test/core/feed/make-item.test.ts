import { describe, expect, it } from 'vitest';
import { identify } from '../../../core/feed/identity.ts';
import { readItemText } from '../../../core/feed/item-text.ts';
import { effectiveTime, makeItem } from '../../../core/feed/make-item.ts';
import type { ParsedItem } from '../../../core/feed/parsed-feed.ts';
import { T0 } from '../../builders.ts';
import { aFeed, aParsedItem } from '../../feed-builders.ts';

const made = (parsed: ParsedItem, revisionOf: string | null = null, feed = aFeed()) => {
  const [candidate] = identify([{ parsed, text: readItemText(parsed) }], feed.sourceKind);
  if (candidate === undefined) throw new Error('no candidate');
  return makeItem(candidate, { id: 'id-1', revisionOf }, { feed, at: T0 });
};

describe('the time that counts', () => {
  it.each([
    ['2026-03-01T07:00:00.000Z', '2026-03-01T07:00:00.000Z', 'published'],
    ['2003-05-01T07:00:00.000Z', '2003-05-01T07:00:00.000Z', 'published'],
    ['2026-03-01T08:10:00.000Z', T0, 'published'],
    ['2026-03-01T08:15:00.000Z', T0, 'published'],
    ['2026-03-01T08:15:00.001Z', T0, 'future'],
    ['2099-01-01T00:00:00.000Z', T0, 'future'],
    ['1970-01-01T00:00:00.000Z', T0, 'ancient'],
    ['0001-01-01T00:00:00.000Z', T0, 'ancient'],
    [null, T0, 'undated'],
  ])('of an item dated %s is %s (%s)', (published, effectiveAt, effectiveReason) => {
    expect(effectiveTime(published, T0)).toEqual({ effectiveAt, effectiveReason });
    expect(made(aParsedItem({ published }))).toMatchObject({ publishedAt: published, effectiveAt, effectiveReason });
  });

  it('of a revision is when it was edited, else our first sight of it: its words were not there when the article came out', () => {
    const published = '2026-02-27T08:00:00.000Z';
    const updated = '2026-02-28T08:00:00.000Z';
    expect(made(aParsedItem({ published, updated }), 'first')).toMatchObject({
      effectiveAt: updated,
      publishedAt: published,
      revisionOf: 'first',
    });
    expect(made(aParsedItem({ published, updated: null }), 'first')).toMatchObject({ effectiveAt: T0, effectiveReason: 'revised' });
    expect(made(aParsedItem({ published, updated: published }), 'first')).toMatchObject({ effectiveAt: T0, effectiveReason: 'revised' });
    expect(made(aParsedItem({ published, updated }))).toMatchObject({ effectiveAt: published });
  });
});

describe('an item', () => {
  it('is plain text: markup is resolved, a content that repeats the summary is left out', () => {
    const item = made(
      aParsedItem({ summary: '<p>They <b>will</b> meet &amp; talk.</p>', content: '<div>They will meet &amp; talk.</div>' }),
    );
    expect(item).toMatchObject({ summary: 'They will meet & talk.', content: null });
  });

  it('has the language that it names itself, else that of its feed', () => {
    expect(made(aParsedItem({ language: 'en-GB' })).lang).toBe('en');
    expect(made(aParsedItem({ language: 'RU' })).lang).toBe('ru');
    expect(made(aParsedItem(), null, aFeed({ lang: 'de' })).lang).toBe('de');
    expect(made(aParsedItem(), null, aFeed({ lang: null })).lang).toBeNull();
  });

  it('of any length stays under 200 kB, and is never cut within a character', () => {
    const item = made(
      aParsedItem({ title: '\u{1f54a}'.repeat(100_000), summary: 'м'.repeat(100_000), content: '\u{1f54a}x'.repeat(100_000) }),
    );
    expect(Buffer.byteLength(JSON.stringify(item))).toBeLessThan(200_000);
    expect(JSON.stringify(item)).not.toMatch(/\\ud83d"/);
  });
});
