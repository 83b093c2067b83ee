import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Story } from '../../../core/story/dossier.ts';
import { daysOf, nameKeyOf, occasionsOf, rolesOf, summitRank } from '../../../core/story/occasion.ts';
import { areOneGathering, chooseSummit, whyInside } from '../../../core/story/sidelines.ts';
import { aFact, aStory } from '../../builders.ts';

const FIVE = ['BR', 'CN', 'IN', 'RU', 'ZA'];
const DAYS = '2026-10-22/2026-10-23';
/** A summit of five states by the river, and two of them who meet. */
const aSummit = (part: Partial<Story> = {}): Story =>
  aStory({ id: 'summit', parties: FIVE, leaders: [], summit: 'BRICS summit', date: DAYS, place: 'Kazan', facts: [], ...part });
const aPair = (part: Partial<Story> = {}): Story =>
  aStory({
    id: 'pair',
    parties: ['CN', 'IN'],
    leaders: ['xi', 'modi'],
    summit: null,
    date: '2026-10-23',
    place: 'Kazan',
    facts: [],
    ...part,
  });
const unnamed = { summit: null } as const;

describe('a meeting is inside a summit', () => {
  it('when it is told by the summit’s name, with or without a day', () => {
    expect(whyInside(aPair({ summit: 'the 18th BRICS summit', place: null, date: null }), aSummit())).toBe('same_name');
    expect(whyInside(aPair({ summit: 'BRICS summit', place: 'Kremlin hall', date: '2026-10-22' }), aSummit())).toBe('same_name');
  });

  it('when it is in the same place on the same days, also of a summit that nobody names', () => {
    expect(whyInside(aPair(), aSummit(unnamed))).toBe('same_place');
    expect(whyInside(aPair({ place: 'Kazan, Tatarstan', date: '2026-10-21' }), aSummit(unnamed))).toBe('same_place');
    expect(whyInside(aPair({ date: null, status: 'held', statusAt: '2026-10-23T18:00:00.000Z' }), aSummit(unnamed))).toBe('same_place');
  });

  it('and not on another day, in another place, or where only one of the two is known', () => {
    const others: Partial<Story>[] = [{ date: '2026-10-26' }, { place: 'Sochi' }, { place: null }, { date: null }, { date: '2026-10' }];
    expect(others.map((part) => whyInside(aPair(part), aSummit()))).toEqual(others.map(() => null));
  });

  it('and not around the summit’s days in a seat of government, where others meet on any day', () => {
    const summit = aSummit({ ...unnamed, parties: ['DE', 'FR', 'GB', 'PL', 'UA'], place: 'Paris', date: '2026-10-22' });
    const pair = (date: string) => whyInside(aPair({ parties: ['FR', 'UA'], place: 'Élysée', date }), summit);
    expect([pair('2026-10-22'), pair('2026-10-23')]).toEqual(['same_place', null]);
  });

  it('no more once it is to be elsewhere: another day, another place', () => {
    const named = { summit: 'BRICS summit', facts: [aFact({ summit: 'BRICS summit', place: null, date: null })] };
    expect(whyInside(aPair({ ...named, date: null, place: null }), aSummit())).toBe('same_name');
    expect(whyInside(aPair({ ...named, date: '2026-11-20', place: 'Delhi' }), aSummit())).toBeNull();
    expect(whyInside(aPair({ ...named, date: null, place: 'Delhi' }), aSummit())).toBeNull();
    const there = { ...named, facts: [aFact({ summit: 'BRICS summit', place: 'Expo centre' })], date: null, place: 'Expo centre' };
    expect(whyInside(aPair(there), aSummit())).toBe('same_name');
  });

  it('of its own year, not of last year’s of that name', () => {
    const plan = aPair({ summit: 'BRICS summit', date: null, place: null, openedAt: '2026-10-10T08:00:00.000Z', closedAt: null });
    const last = aSummit({ openedAt: '2025-06-01T08:00:00.000Z', closedAt: '2025-07-10T08:00:00.000Z', date: '2025-07-06/2025-07-07' });
    expect(whyInside(plan, last)).toBeNull();
    expect(whyInside({ ...plan, date: '2026-10-22' }, { ...last, closedAt: null })).toBeNull();
  });

  it('face to face: not a call, not a letter, not beside a summit by video', () => {
    expect(whyInside(aPair({ form: 'phone' }), aSummit())).toBeNull();
    expect(whyInside(aPair({ form: 'letter' }), aSummit())).toBeNull();
    expect(whyInside(aPair(), aSummit({ form: 'video' }))).toBeNull();
  });

  it('of its rank or above: ministers at the leaders’ summit, never leaders at the ministers’', () => {
    expect(whyInside(aPair({ level: 'minister' }), aSummit())).toBe('same_place');
    expect(whyInside(aPair(), aSummit({ level: 'minister' }))).toBeNull();
    expect(whyInside(aPair({ level: 'envoy' }), aSummit())).toBeNull();
  });

  it('that brings one of the two together with others, or whose members nobody counts', () => {
    const strangers = aPair({ parties: ['JP', 'KR'] });
    expect(whyInside(strangers, aSummit())).toBeNull();
    expect(whyInside(strangers, aSummit({ parties: ['XX'] }))).toBe('same_place');
    expect(whyInside(aPair({ parties: ['JP', 'KR'], summit: 'BRICS meeting' }), aSummit())).toBe('same_name');
  });

  it('and neither of stories that were merged or never believed', () => {
    expect(whyInside(aPair({ mergedInto: 'other' }), aSummit())).toBeNull();
    expect(whyInside(aPair(), aSummit({ mergedInto: 'other' }))).toBeNull();
    expect(whyInside(aPair({ status: null }), aSummit())).toBeNull();
    expect(whyInside(aPair({ status: 'cancelled' }), aSummit(unnamed))).toBeNull();
  });
});

describe('what is a summit, and who may meet inside one', () => {
  const of = (parties: readonly string[], summit: string | null = null, part: Partial<Story> = {}) =>
    aStory({ parties, summit, facts: [aFact()], ...part });
  it.each([
    ['five states', of(FIVE), 4, ['summit']],
    ['a body among itself', of(['NATO'], 'NATO summit'), 3, ['summit']],
    ['leaders who are not named', of(['XX'], 'G20 summit'), 3, ['summit']],
    ['the host of a named summit', of(['CN', 'XX'], 'SCO summit'), 2, ['summit']],
    ['a guest at a body’s own summit', of(['NATO', 'US'], 'NATO summit'), 2, ['summit']],
    ['a guest who stays away', of(['RU', 'XX'], 'BRICS summit', { status: 'declined' }), 0, []],
    ['a few of those who come', of(['CN', 'IN', 'RU'], 'BRICS summit'), 1, ['summit', 'pair']],
    [
      'the same few, known in the dossier of another pair',
      of(['CN', 'IN', 'RU'], 'BRICS summit', { facts: [aFact({ isShadow: true })] }),
      0,
      [],
    ],
    ['two at a named summit', of(['CN', 'IN'], 'BRICS summit'), 0, ['pair']],
    ['a body and a state at the summit of others', of(['EU', 'US'], 'G7 summit'), 0, ['pair']],
    ['two beside a body', of(['NATO', 'TR', 'US'], 'NATO summit'), 0, ['pair']],
    ['somebody who is not named', of(['RU', 'XX']), 0, []],
  ] as const)('%s', (_what, story, rank, roles) => {
    expect([summitRank(story), rolesOf(story)]).toEqual([rank, roles]);
  });

  it('knows a summit by its letters, in words, with a number, or by what is left of its name', () => {
    const names = [
      '19th SAARC summit',
      'Group of Twenty summit',
      'G-20',
      'APEC Japan 2026 summit',
      'Summit of the Shanghai Cooperation Organisation',
    ];
    expect(names.map(nameKeyOf)).toEqual(['saarc', 'g20', 'g20', 'apec', 'sco']);
    expect([nameKeyOf('Alpine Peace Conference'), nameKeyOf('alpine peace summit'), nameKeyOf('the summit')]).toEqual([
      'alpine peace',
      'alpine peace',
      '',
    ]);
  });

  it('takes days from what is done where no date was given, and none from a vague date', () => {
    const held = aFact({ status: 'held', firstAt: '2026-10-22T09:00:00.000Z' });
    expect(daysOf(aStory({ date: null, status: 'held', statusAt: '2026-10-23T09:00:00.000Z', facts: [held] }))).toEqual([
      '2026-10-22',
      '2026-10-23',
    ]);
    expect(daysOf(aStory({ date: '2026-10-01/2026-10-31' }))).toBeNull();
    expect(daysOf(aStory({ date: null }))).toBeNull();
  });
});

describe('of several summits', () => {
  it('the one that is called alike comes first, then the widest, whatever their order', () => {
    const rows = [
      { story: aSummit({ id: 'five', ...unnamed }) },
      { story: aSummit({ id: 'host', parties: ['RU', 'XX'], summit: 'BRICS summit' }) },
      { story: aSummit({ id: 'all' }) },
    ];
    const chosen = (pair: Story) => [rows, [...rows].reverse()].map((all) => chooseSummit(pair, all)?.row.story.id);
    expect(chosen(aPair({ summit: 'BRICS summit' }))).toEqual(['all', 'all']);
    expect(chooseSummit(aPair({ date: '2026-12-01' }), rows)).toBeNull();
  });
});

describe('two stories of one gathering', () => {
  const hosts = aSummit({ id: 'hosts', parties: ['RU', 'XX'], summit: 'BRICS summit' });
  const all = aSummit(unnamed);
  it('are those of one name and time, or of one place and days, told of either side', () => {
    const same = [
      [hosts, aSummit({ date: null, place: null })],
      [hosts, all],
      [aSummit({ parties: ['XX'] }), aSummit({ id: 'other', ...unnamed, date: '2026-10-23' })],
    ] as const;
    expect(same.flatMap(([one, other]) => [areOneGathering(one, other), areOneGathering(other, one)])).toEqual(
      same.flatMap(() => [true, true]),
    );
  });

  it('are not two summits of two names, of two years, of two ranks, or a pair', () => {
    const other = [
      aSummit({ summit: 'G20 summit' }),
      aSummit({ ...unnamed, place: 'Sochi' }),
      aSummit({ date: '2025-10-22' }),
      aSummit({ level: 'minister' }),
      aSummit({ mergedInto: 'hosts' }),
      aPair({ summit: 'BRICS summit' }),
    ];
    expect(other.map((one) => areOneGathering(hosts, one))).toEqual(other.map(() => false));
  });
});

describe('where the two are looked up', () => {
  const some = fc.record({
    summit: fc.constantFrom(null, 'BRICS summit', 'G20 summit'),
    date: fc.constantFrom(null, '2026-10-22', DAYS, '2026-10-25', '2026-10'),
    place: fc.constantFrom(null, 'Kazan', 'Kazan, Russia', 'the Grand Hotel in Kazan', 'Paris', 'the Élysée', 'Rio de Janeiro', 'Rio'),
    status: fc.constantFrom('scheduled', 'held', 'declined', 'proposed'),
    level: fc.constantFrom('leader', 'minister', 'envoy'),
    form: fc.constantFrom('in_person', 'phone', 'visit', 'talks', null),
    statusAt: fc.constantFrom('2026-10-20T08:00:00.000Z', '2026-10-23T08:00:00.000Z'),
  });
  it('is one place for any two that belong together, and a bounded number of them', () => {
    const sizes = [0];
    fc.assert(
      fc.property(some, some, fc.constantFrom(FIVE, ['XX'], ['RU', 'XX'], ['CN', 'IN', 'RU']), (one, other, parties) => {
        const [pair, summit] = [aPair({ ...one, facts: [aFact(one)] }), aSummit({ ...other, parties, facts: [aFact(other)] })];
        const [mine, its] = [occasionsOf(pair, 'pair'), occasionsOf(summit, 'summit')];
        sizes.push(mine.length, its.length);
        if (whyInside(pair, summit) !== null) expect(mine.filter((occasion) => its.includes(occasion))).not.toEqual([]);
      }),
      { numRuns: 3000 },
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1 + 6 * 3 * 2);
  });
});
