import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { virtualClock } from '../../../adapters/local/clock.ts';
import { countingIds } from '../../../adapters/local/ids.ts';
import { openMemoryStore } from '../../../adapters/local/memory-store.ts';
import { renderAlert } from '../../../core/alert/render.ts';
import type { Contact } from '../../../core/coding/codebook/coded-item.ts';
import { absorbItems } from '../../../core/pipeline/absorb.ts';
import { correctStory } from '../../../core/pipeline/corrections.ts';
import { readStory, type StoryDetail } from '../../../core/pipeline/query-story.ts';
import { listDossierKeys, recodeDossier } from '../../../core/pipeline/recode.ts';
import { tickStories } from '../../../core/pipeline/tick-stories.ts';
import type { Store } from '../../../core/ports.ts';
import type { Development } from '../../../core/story/development.ts';
import { aCodedItem, aContact, anItem, T0 } from '../../builders.ts';

const RUNS = process.env['SUMMITWIRE_LONG'] === undefined ? 60 : 2000;
const SUMMIT = {
  parties: ['BR', 'CN', 'IN', 'RU', 'ZA'],
  leaders: [],
  summit: 'BRICS summit',
  date: '2026-03-20/2026-03-21',
  place: 'Kazan',
};
const WIDER = ['BR', 'CN', 'IN', 'RU', 'SA', 'ZA'];
const BY_NAME = { parties: ['CN', 'IN'], leaders: ['xi', 'modi'], summit: 'BRICS summit', date: null, place: null };
const BY_PLACE = { parties: ['RU', 'ZA'], leaders: [], summit: null, date: '2026-03-21', place: 'Kazan' };
const MINISTERS = { ...BY_PLACE, level: 'minister', parties: ['BR', 'IN'], leaders: [] } as const;
const ELSEWHERE = { parties: ['CN', 'RU'], leaders: [], summit: null, date: '2026-03-28', place: 'Sochi' };
const CALL = { parties: ['BR', 'CN'], leaders: [], summit: null, form: 'phone', status: 'held', date: null, place: null } as const;
type Said = Partial<Contact>;
const ALL: readonly Said[] = [SUMMIT, BY_NAME, BY_PLACE, MINISTERS, ELSEWHERE, CALL];

/** A newsroom on a store of its own: each call is one poll, a minute after the last. */
function aNewsroom(store: Store = openMemoryStore()) {
  const clock = virtualClock(T0);
  const told: Development[] = [];
  const coded = new Map<string, Said>();
  const ports = {
    ...{
      store,
      clock,
      ids: countingIds('writer'),
      log: { info: () => {}, warn: () => {}, error: (_message: string, _fields?: unknown) => {} },
    },
    code: ({ id }: { readonly id: string }) => aCodedItem({ id, contacts: [aContact({ ...coded.get(id) })] }),
  };
  return {
    ...{ store, ports, told, clock },
    async poll(...says: readonly (readonly [id: string, said: Said])[]): Promise<readonly Development[]> {
      for (const [id, said] of says) coded.set(id, said);
      const inputs = says.map(([id]) => ({
        item: anItem({ id, title: `Headline ${id}`, outlet: `Outlet ${id}`, effectiveAt: clock.now() }),
        isBaseline: false,
      }));
      const { developments } = await absorbItems(inputs, ports);
      told.push(...developments);
      clock.set(new Date(Date.parse(clock.now()) + 60_000).toISOString());
      return developments;
    },
    async read(id: string): Promise<StoryDetail> {
      const query = { ...store, clock, knownFeeds: [], codeNow: null };
      const detail = await readStory(id, { limit: 10, cursor: null }, query);
      if (detail === null) throw new Error(`no story ${id}`);
      return detail;
    },
  };
}
type Newsroom = ReturnType<typeof aNewsroom>;

const storiesOf = async ({ store }: Newsroom) =>
  (await store.archive.listStories({ limit: 100, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true })).rows;
const idOf = async (room: Newsroom, parties: readonly string[], level = 'leader'): Promise<string> =>
  (await storiesOf(room)).find(({ story }) => story.parties.join() === parties.join() && story.level === level && story.mergedInto === null)
    ?.story.id ?? 'none';

/** "CN-IN in BR-CN-IN-RU-ZA: the same summit by name", told by either side. */
async function linksOf(room: Newsroom): Promise<{ readonly up: readonly string[]; readonly down: readonly string[] }> {
  const up: string[] = [];
  const down: string[] = [];
  for (const { story } of await storiesOf(room)) {
    const { inside, pairs } = await room.read(story.id);
    const name = (one: { readonly parties: readonly string[]; readonly level: string }) => `${one.level} ${one.parties.join('-')}`;
    if (inside !== null) up.push(`${name(story)} in ${name(inside)}: ${inside.because}`);
    for (const pair of pairs) down.push(`${name(pair)} in ${name(story)}: ${pair.because}`);
  }
  return { up: up.sort(), down: down.sort() };
}
const LINKS = [
  'leader CN-IN in leader BR-CN-IN-RU-ZA: the same summit by name',
  'leader RU-ZA in leader BR-CN-IN-RU-ZA: the same place and days',
  'minister BR-IN in leader BR-CN-IN-RU-ZA: the same place and days',
];

describe('a summit and the meetings inside it', () => {
  it('know each other, with the reason, and nothing else that its guests do', async () => {
    const room = aNewsroom();
    await room.poll(...ALL.map((said, i) => [`item-${i}`, said] as const));
    expect(await linksOf(room)).toEqual({ up: LINKS, down: LINKS });
  });

  it('whoever comes first, however often, in one poll or in many', async () => {
    const polls = fc
      .array(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1 }), { maxLength: 5 })
      .chain((more) => fc.shuffledSubarray([[0], [1], [2], [3], [4], [5]], { minLength: 6 }).map((each) => [...more, ...each]));
    await fc.assert(
      fc.asyncProperty(polls, async (order) => {
        const room = aNewsroom();
        for (const poll of order) await room.poll(...poll.map((i) => [`item-${i}`, ALL[i] ?? {}] as const));
        expect(await linksOf(room)).toEqual({ up: LINKS, down: LINKS });
        expect(room.told).toHaveLength(ALL.length);
      }),
      { numRuns: RUNS },
    );
  });

  it('are found from each story of the same gathering: its host’s by name, and that of those who are there', async () => {
    const [host, there] = [
      { ...SUMMIT, parties: ['RU', 'XX'] },
      { ...SUMMIT, summit: null },
    ];
    for (const order of [
      [host, there, BY_NAME, BY_PLACE],
      [BY_PLACE, BY_NAME, there, host],
    ]) {
      const room = aNewsroom();
      for (const [i, said] of order.entries()) await room.poll([`item-${i}`, said]);
      const [named, unnamed] = [await room.read(await idOf(room, ['RU', 'XX'])), await room.read(await idOf(room, SUMMIT.parties))];
      const meetings = ({ pairs }: StoryDetail) => pairs.map(({ parties }) => parties.join('-')).sort();
      expect([meetings(named), meetings(unnamed)]).toEqual([
        ['CN-IN', 'RU-ZA'],
        ['CN-IN', 'RU-ZA'],
      ]);
      const [byName, byPlace] = [await room.read(await idOf(room, BY_NAME.parties)), await room.read(await idOf(room, BY_PLACE.parties))];
      expect([byName.inside?.id, byPlace.inside?.id]).toEqual([named.story.id, unnamed.story.id]);
    }
  });

  it('tell no news by being linked: what comes late changes no other dossier and tells only of itself', async () => {
    const room = aNewsroom();
    await room.poll(['pair', BY_NAME]);
    const before = await room.store.dossiers.get('leader:CN-IN');
    expect(await room.poll(['summit', SUMMIT])).toMatchObject([{ parties: SUMMIT.parties }]);
    expect(await room.store.dossiers.get('leader:CN-IN')).toEqual(before);
    room.clock.set('2026-03-01T20:00:00.000Z');
    expect(await tickStories(room.ports)).toEqual([]);
    expect(await linksOf(room)).toMatchObject({ up: [LINKS[0]] });
  });

  it('are shown up to the twenty-four opened last, and it is said that there may be more', async () => {
    const room = aNewsroom();
    const guests = ['AR', 'AU', 'BR', 'CA', 'CN', 'DE', 'FR', 'GB'];
    const pairs = guests.flatMap((a, i) => guests.slice(i + 1).map((b) => ({ ...BY_NAME, parties: [a, b], leaders: [] })));
    await room.poll(['summit', { ...SUMMIT, parties: guests }]);
    for (const [n, pair] of pairs.slice(0, 20).entries()) await room.poll([`pair-${n}`, pair]);
    expect(await room.read(await idOf(room, guests))).toMatchObject({ pairs: { length: 20 }, mayHaveMorePairs: false });
    for (const [n, pair] of pairs.slice(20).entries()) await room.poll([`more-${n}`, pair]);
    const summit = await room.read(await idOf(room, guests));
    expect(summit).toMatchObject({ pairs: { length: 24 }, mayHaveMorePairs: true });
    expect(summit.pairs.at(-1)?.parties).toEqual(['FR', 'GB']);
  });

  it('part when the meeting moves elsewhere, and a later meeting of the two is not inside', async () => {
    const room = aNewsroom();
    await room.poll(['summit', SUMMIT], ['pair', BY_PLACE]);
    expect((await linksOf(room)).up).toEqual([LINKS[1]]);
    const moved = { ...BY_PLACE, date: '2026-04-10', place: 'Pretoria' };
    await room.poll(['moved-1', moved], ['moved-2', moved]);
    const pair = await room.read(await idOf(room, BY_PLACE.parties));
    expect(pair.story).toMatchObject({ date: '2026-04-10', place: 'Pretoria' });
    expect(await linksOf(room)).toEqual({ up: [], down: [] });
  });

  it('stay linked through a rebuild of all dossiers', async () => {
    const room = aNewsroom();
    await room.poll(...ALL.map((said, i) => [`item-${i}`, said] as const));
    for (const key of await listDossierKeys(room.store)) await recodeDossier(key, room.ports, { isDryRun: false });
    expect(await linksOf(room)).toEqual({ up: LINKS, down: LINKS });
  });

  it('follow a person’s word: a meeting set to the summit’s day and place, a summit merged into another', async () => {
    const room = aNewsroom();
    await room.poll(['summit', SUMMIT], ['pair', ELSEWHERE], ['other', { ...SUMMIT, parties: WIDER }]);
    const asker = { by: 'an editor', note: null };
    const story = await idOf(room, ELSEWHERE.parties);
    await correctStory({ kind: 'status', story, status: 'scheduled', date: '2026-03-20', place: 'Kazan' }, asker, room.ports);
    expect((await linksOf(room)).up).toEqual(['leader CN-RU in leader BR-CN-IN-RU-ZA: the same place and days']);
    const [source, target] = [await idOf(room, SUMMIT.parties), await idOf(room, WIDER)];
    await correctStory({ kind: 'merge', source, target }, asker, room.ports);
    const { inside } = await room.read(story);
    expect(inside).toMatchObject({ id: target, because: 'the same place and days' });
    expect((await room.read(source)).pairs.map(({ id }) => id)).toEqual([story]);
  });
});

describe('an alert of a meeting inside a summit', () => {
  it('says on whose sidelines, as the summit stood then, also where both come in one poll', async () => {
    const room = aNewsroom();
    const developments = await room.poll(['pair', BY_PLACE], ['summit', SUMMIT]);
    const [pair, summit] = [
      developments.find(({ parties }) => parties.length === 2),
      developments.find(({ parties }) => parties.length > 2),
    ];
    expect(pair?.inside).toMatchObject({ storyId: summit?.storyId, because: 'same_place', summit: 'BRICS summit', status: 'scheduled' });
    expect(summit?.inside).toBeUndefined();
    const input = { alertId: 'al-1', kind: 'development', subscriptionId: 'me', why: 'a test' } as const;
    const { text } = renderAlert({ ...input, developments: pair === undefined ? [] : [pair] });
    expect(text).toContain('ON THE SIDELINES OF\n  BRICS summit: scheduled, Kazan, 20 Mar 2026 - 21 Mar 2026 (the same\n  place and days)');
  });

  it('names the summit of all, not one guest’s, however many guests have a story of their own', async () => {
    const room = aNewsroom();
    await room.poll(['summit', SUMMIT]);
    const guests = ['AE', 'AR', 'CU', 'EG', 'ET', 'ID', 'IR', 'KZ', 'MY', 'NG', 'SA', 'TH', 'TR', 'UG', 'VN'];
    for (const guest of guests) await room.poll([`guest-${guest}`, { ...SUMMIT, parties: [guest, 'XX'] }]);
    const [pair] = await room.poll(['pair', BY_NAME]);
    expect(pair?.inside?.parties).toEqual(SUMMIT.parties);
    expect((await room.read(await idOf(room, BY_NAME.parties))).inside?.parties).toEqual(SUMMIT.parties);
  });

  it('names the summit even where it has no story of its own', async () => {
    const room = aNewsroom();
    const [pair] = await room.poll(['pair', BY_NAME]);
    expect(pair?.inside).toBeUndefined();
    const input = { alertId: 'al-1', kind: 'development', subscriptionId: 'me', why: 'a test' } as const;
    expect(renderAlert({ ...input, developments: pair === undefined ? [] : [pair] }).subject).toBe(
      'Xi-Modi, at the BRICS summit: scheduled',
    );
  });

  it('goes out without the summit when that cannot be read, and the log says so', async () => {
    const store = openMemoryStore();
    const listByOccasion = async () => Promise.reject(new Error('the row is torn'));
    const room = aNewsroom({ ...store, archive: { ...store.archive, listByOccasion } });
    const said: string[] = [];
    room.ports.log.error = (message: string, fields?: unknown) => void said.push(`${message} ${JSON.stringify(fields)}`);
    const [pair] = await room.poll(['pair', BY_PLACE]);
    expect([pair?.parties, pair?.inside]).toEqual([BY_PLACE.parties, undefined]);
    expect(said).toEqual([expect.stringMatching(/could not be read.*the row is torn/)]);
  });
});
