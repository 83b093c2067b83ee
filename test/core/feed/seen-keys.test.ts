import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, identify, itemIdOf } from '../../../core/feed/identity.ts';
import { readItemText } from '../../../core/feed/item-text.ts';
import { packSeenKeys, unpackSeenKeys } from '../../../core/feed/pack-seen-keys.ts';
import type { ParsedItem } from '../../../core/feed/parsed-feed.ts';
import { recognise, remember, SEEN_LIMITS, type SeenKeys, type SeenMemory } from '../../../core/feed/seen-keys.ts';
import { parsedItemNo } from '../../feed-builders.ts';

const identities = (items: readonly ParsedItem[]): readonly Candidate[] =>
  identify(
    items.map((parsed) => ({ parsed, text: readItemText(parsed) })),
    'press',
  );

const NOTHING: SeenMemory = { recent: [], older: [] };
const stored = (seen: SeenKeys): SeenKeys => unpackSeenKeys(packSeenKeys(seen));
const keysOf = ({ recent, older }: SeenMemory): number => [...recent, ...older].reduce((sum, item) => sum + item.keys.length, 0);

/** One poll: what is new and changed in the document, and what is remembered after it. */
function poll(seen: SeenMemory, items: readonly ParsedItem[]) {
  const candidates = identities(items);
  const found = recognise(candidates, seen);
  const newIds = new Map(found.fresh.map((candidate) => [candidate.keys[0] ?? '', itemIdOf('feed', candidate)]));
  const after = remember(seen, candidates, { newIds, unsettled: new Set() });
  const fresh = found.fresh.map(({ parsed }) => parsed);
  return {
    found,
    fresh,
    ids: [...newIds.values()],
    seen: { recent: stored(after.recent), older: stored(after.older) },
    isOlderWritten: after.older !== seen.older,
  };
}
/** Documents of `size` items, one after the other, each with none of the one before. */
function pollAll(count: number, size: number, seen: SeenMemory = NOTHING): SeenMemory {
  let after = seen;
  for (let n = 0; n < count; n += size)
    after = poll(
      after,
      Array.from({ length: size }, (_, i) => parsedItemNo(n + i)),
    ).seen;
  return after;
}

describe('seen keys', () => {
  it('lead every later form of an item to its first id', () => {
    const first = poll(NOTHING, [parsedItemNo(1)]);
    const forms = [
      parsedItemNo(1, { guid: 'new guid', title: 'Rewritten once' }),
      parsedItemNo(1, { guid: 'new guid', link: 'https://wire.example/moved', title: 'Rewritten twice' }),
      parsedItemNo(1, { guid: null, link: 'https://wire.example/moved', title: 'Rewritten thrice' }),
    ];
    let { seen } = first;
    for (const form of forms) {
      const next = poll(seen, [form]);
      expect(next.found.revised.map(({ firstId }) => firstId)).toEqual(first.ids);
      seen = next.seen;
    }
  });

  it('keep an item that stays in the feed, however many others come and go', () => {
    const pinned = parsedItemNo(0);
    let { seen } = poll(NOTHING, [pinned]);
    for (let n = 1; n < 3_000; n += 20) seen = poll(seen, [pinned, ...Array.from({ length: 20 }, (_, i) => parsedItemNo(n + i))]).seen;
    expect(poll(seen, [pinned]).fresh).toEqual([]);
  });

  it(`remember an item that left the feed for ${SEEN_LIMITS.items} newer ones, then forget the oldest first`, () => {
    const seen = pollAll(700, 10);
    expect(poll(seen, [parsedItemNo(700 - SEEN_LIMITS.items)]).fresh).toEqual([]);
    expect(poll(seen, [parsedItemNo(50)]).fresh).toHaveLength(1);
  });

  it('of a quiet feed are written in one small row; what left the feed is written once for many', () => {
    const document = (newest: number) => Array.from({ length: 30 }, (_, i) => parsedItemNo(newest - i));
    let { seen } = poll(pollAll(600, 30), document(1_000));
    const sizes: number[] = [];
    let olderWrites = 0;
    for (let newest = 1_001; newest <= 1_100; newest += 1) {
      const next = poll(seen, document(newest));
      expect(next.fresh).toHaveLength(1);
      sizes.push(packSeenKeys(next.seen.recent).length);
      if (next.isOlderWritten) olderWrites += 1;
      seen = next.seen;
    }
    expect(Math.max(...sizes)).toBeLessThan(2_100);
    expect(olderWrites).toBe(4);
    expect(packSeenKeys(seen.older).length).toBeLessThan(20_000);
  });

  it('of a large document are remembered for longer', () => {
    const many = (from: number) => Array.from({ length: 200 }, (_, i) => parsedItemNo(from + i));
    let { seen } = poll(NOTHING, many(0));
    for (const from of [200, 400, 600, 800]) seen = poll(seen, many(from)).seen;
    expect(poll(seen, many(0)).fresh).toEqual([]);
  });

  it('never grow beyond 4,000 keys and 100 kB, and hold a document of a thousand items whole', () => {
    const document = (from: number) => Array.from({ length: 1_000 }, (_, i) => parsedItemNo(from + i));
    const { seen } = poll(poll(NOTHING, document(0)).seen, document(1_000));
    expect(keysOf(seen)).toBeLessThanOrEqual(4_000);
    expect(packSeenKeys(seen.recent).length + packSeenKeys(seen.older).length).toBeLessThan(100_000);
    expect(poll(seen, document(1_000)).fresh).toEqual([]);
  });

  it('do not count as seen what was not taken in', () => {
    const candidates = identities([parsedItemNo(1), parsedItemNo(2)]);
    const newIds = new Map([[candidates[0]!.keys[0]!, 'aaaaaaaaaaaaaaaa']]);
    const seen = remember(NOTHING, candidates, { newIds, unsettled: new Set([candidates[1]!.keys[0]!]) });
    expect(recognise(candidates, seen).fresh.map(({ parsed }) => parsed.guid)).toEqual(['wire-2']);
  });

  it('bring a revision again that was not taken in', () => {
    const { seen } = poll(NOTHING, [parsedItemNo(1)]);
    const edited = identities([parsedItemNo(1, { title: 'Edited' })]);
    const after = remember(seen, edited, { newIds: new Map(), unsettled: new Set([edited[0]!.keys[0]!]) });
    expect(recognise(edited, after).revised).toHaveLength(1);
  });

  it('that are cut short or of another format are an error, not an empty memory', () => {
    const bytes = packSeenKeys(poll(NOTHING, [parsedItemNo(1)]).seen.recent);
    expect(() => unpackSeenKeys(bytes.subarray(0, -1))).toThrow(/cut short/);
    expect(() => unpackSeenKeys(Uint8Array.of(9))).toThrow(/format 9/);
    expect(() => unpackSeenKeys(new Uint8Array())).toThrow(/format none/);
  });
});

describe('whatever a feed does', () => {
  const anItem = fc.record({
    n: fc.nat({ max: 12 }),
    guid: fc.constantFrom('own', 'none', 'same', 'flipped'),
    link: fc.constantFrom('own', 'none', 'page', 'tracked'),
    edition: fc.nat({ max: 2 }),
  });
  const parsedOf = ({ n, guid, link, edition }: { n: number; guid: string; link: string; edition: number }): ParsedItem =>
    parsedItemNo(n, {
      guid: { own: `https://wire.example/?p=${n}`, none: null, same: '0', flipped: `http://www.wire.example/?p=${n}` }[guid] ?? null,
      link:
        {
          own: `https://wire.example/a/${n}`,
          none: null,
          page: 'https://wire.example/live',
          tracked: `http://wire.example/a/${n}?utm_source=rss`,
        }[link] ?? null,
      title: `Presidents meet for the ${n}th time, edition ${edition}`,
    });
  const aDocument = fc.array(anItem, { maxLength: 15 }).map((items) => items.map(parsedOf));

  it('a document that comes again, in any order and with any repeats, brings nothing new', () => {
    fc.assert(
      fc.property(fc.array(aDocument, { maxLength: 4 }), aDocument, fc.infiniteStream(fc.nat()), (before, items, order) => {
        const seen = before.reduce<SeenMemory>((known, earlier) => poll(known, earlier).seen, NOTHING);
        const after = poll(seen, items).seen;
        const shuffled = items
          .map((item) => ({ item, place: order.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ item }) => item);
        const { found } = poll(after, [...shuffled, ...shuffled]);
        expect(found.fresh).toEqual([]);
        expect(found.revised).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('no words that were never seen before are taken for known and unchanged', () => {
    fc.assert(
      fc.property(fc.array(aDocument, { minLength: 1, maxLength: 5 }), (documents) => {
        let seen = NOTHING;
        const taken = new Set<string>();
        for (const items of documents) {
          const { found, seen: after } = poll(seen, items);
          for (const { parsed } of [...found.fresh, ...found.revised.map(({ candidate }) => candidate)]) taken.add(parsed.title ?? '');
          for (const { title } of items) expect(taken.has(title ?? '')).toBe(true);
          seen = after;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('packing changes nothing', () => {
    const hex = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
    const seen = fc.array(fc.record({ id: hex(16), fingerprint: hex(8), keys: fc.array(hex(16), { maxLength: 5 }) }));
    fc.assert(
      fc.property(seen, (items) => {
        expect(unpackSeenKeys(packSeenKeys(items))).toEqual(items);
      }),
    );
  });
});
