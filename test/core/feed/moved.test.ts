import { describe, expect, it } from 'vitest';
import { addressOf, type Move, sightRedirect } from '../../../core/feed/moved.ts';
import { aFeed, aFeedState } from '../../feed-builders.ts';

const NEW = 'https://wire.example/new';
const still: Move = { redirect: null, movedTo: null };
const sightings = (...times: string[]): Move => times.reduce((move, at) => sightRedirect(move, NEW, at), still);

describe('a permanent redirect', () => {
  it('is believed at the third sighting, when that is on another day', () => {
    expect(sightings('2026-03-01T08:00:00.000Z', '2026-03-01T20:00:00.000Z')).toMatchObject({ movedTo: null });
    expect(sightings('2026-03-01T08:00:00.000Z', '2026-03-01T20:00:00.000Z', '2026-03-02T08:00:00.000Z')).toEqual({
      redirect: null,
      movedTo: NEW,
    });
  });

  it('is not believed on one day, however often it is seen, and then writes nothing', () => {
    const times = Array.from({ length: 20 }, (_, hour) => `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`);
    expect(sightings(...times)).toEqual(sightings(...times.slice(0, 2)));
  });

  it('starts anew when it leads elsewhere, and is forgotten when it is gone', () => {
    const twice = sightings('2026-03-01T08:00:00.000Z', '2026-03-01T20:00:00.000Z');
    expect(sightRedirect(twice, 'https://other.example/', '2026-03-02T08:00:00.000Z')).toMatchObject({
      movedTo: null,
      redirect: { seenAt: ['2026-03-02T08:00:00.000Z'] },
    });
    expect(sightRedirect(twice, null, '2026-03-02T08:00:00.000Z')).toEqual(still);
  });
});

describe('the address that is asked', () => {
  it('is the new one once it is believed', () => {
    expect(addressOf(aFeed(), aFeedState({ movedTo: NEW }))).toBe(NEW);
    expect(addressOf(aFeed(), aFeedState())).toBe(aFeed().url);
    expect(addressOf(aFeed(), null)).toBe(aFeed().url);
  });

  it('is the owner’s when the config gives another one since', () => {
    expect(addressOf(aFeed({ url: 'https://chosen.example/' }), aFeedState({ movedTo: NEW }))).toBe('https://chosen.example/');
  });
});
