import { describe, expect, it } from 'vitest';
import { isFlood } from '../../../core/feed/flood.ts';
import { T0 } from '../../builders.ts';

const OLD = '2026-02-01T08:00:00.000Z';
const NEW = '2026-03-01T09:00:00.000Z';
const dates = (old: number, recent: number, undated = 0): (string | null)[] => [
  ...Array<string>(old).fill(OLD),
  ...Array<string>(recent).fill(NEW),
  ...Array<null>(undated).fill(null),
];

describe('a flood', () => {
  it.each([
    ['an archive that is sent again', dates(30, 0), 30, true],
    ['an archive with some news in it', dates(25, 20), 50, true],
    ['undated items that all look new', dates(0, 0, 40), 40, true],
    ['a burst of true news', dates(0, 60), 60, false],
    ['more news than old items', dates(20, 25), 50, false],
    ['29 items', dates(29, 0), 29, false],
    ['30 old items among many known ones', dates(30, 0), 60, false],
    ['80 % of the feed and no more', dates(40, 0), 50, false],
  ])('%s (%#)', (_what, found, itemsInFeed, expected) => {
    expect(isFlood({ dates: found, itemsInFeed, lastSuccessAt: T0 })).toBe(expected);
  });

  it('needs a good poll before it', () => {
    expect(isFlood({ dates: dates(50, 0), itemsInFeed: 50, lastSuccessAt: null })).toBe(false);
  });
});
