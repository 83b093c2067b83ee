import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMS, STATUSES } from '../../../core/coding/codebook/coded-item.ts';
import { planCorrections } from '../../../core/story/correction-plan.ts';
import { develop } from '../../../core/story/develop.ts';
import type { Development } from '../../../core/story/development.ts';
import type { Dossier, Report } from '../../../core/story/dossier.ts';
import { foldFacts } from '../../../core/story/fold.ts';
import { aDenialOf } from '../../builders.ts';
import { hour, said } from './newsroom.ts';

/** `npm test` runs hundreds of cases; SUMMITWIRE_LONG=1 runs thousands. */
const RUNS = process.env['SUMMITWIRE_LONG'] === undefined ? 200 : 5000;
const ITEMS = process.env['SUMMITWIRE_LONG'] === undefined ? 1500 : 10_000;
const KEY = 'leader:RU-US';
const OUTLETS = ['Aurora Post', 'Borealis Daily', 'Cirrus Wire', 'Dune Gazette'];

/** News of one hour, in minutes after the first. */
const aReport = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    form: fc.constantFrom(...FORMS),
    minute: fc.integer({ min: 0, max: 59 }),
    date: fc.constantFrom(null, '2026-03-01', '2026-03-06', '2026-03-09/2026-03-13'),
    place: fc.constantFrom(null, 'Vienna', 'Geneva', 'Anchorage'),
    side: fc.constantFrom(null, 'RU', 'US'),
    outlet: fc.constantFrom(...OUTLETS),
    kind: fc.constantFrom('official', 'press', 'agency'),
    isInText: fc.boolean(),
    background: fc.boolean(),
    isTrio: fc.boolean(),
    isDenied: fc.boolean(),
    confidence: fc.constantFrom(0.3, 0.6, 0.9),
  })
  .map(({ minute, isTrio, isDenied, ...what }) =>
    said({
      ...what,
      at: minute / 60,
      ...(isTrio ? { parties: ['RU', 'UA', 'US'] } : {}),
      ...(isDenied ? { denials: [aDenialOf({ by: 'RU', about_contact: true })] } : {}),
    }),
  );

/** The reports in another order, some of them twice. */
const shuffled = (reports: readonly Report[]): fc.Arbitrary<readonly Report[]> =>
  fc
    .tuple(fc.shuffledSubarray([...reports], { minLength: reports.length }), fc.shuffledSubarray([...reports]))
    .map(([all, again]) => [...all, ...again]);
const inTwoOrders = fc.array(aReport, { minLength: 1, maxLength: 10 }).chain((reports) => fc.tuple(shuffled(reports), shuffled(reports)));

type Run = { readonly dossier: Dossier | null; readonly told: readonly Development[] };

/** Each report at its own poll, a minute apart, whatever it says of its time; then the tick that ends all waiting. */
function run(reports: readonly Report[], start: Dossier | null = null): Run {
  let dossier = start;
  const told: Development[] = [];
  const step = (batch: readonly Report[], now: string): void => {
    const result = develop(dossier, { key: KEY, reports: batch }, { now });
    expect(result.dossier.version).toBeGreaterThanOrEqual(dossier?.version ?? 0);
    dossier = result.dossier;
    told.push(...result.developments);
  };
  for (const [i, report] of reports.entries()) step([report], hour(1 + i / 60));
  step([], hour(8));
  return { dossier, told };
}

/** What the stories say, without what depends on who came first (ids, quotes, which eight outlets). */
const meaning = (dossier: Dossier | null): unknown =>
  dossier?.stories
    .filter(({ facts }) => facts.length > 0)
    .map((story) => ({
      status: story.status,
      statusAt: story.statusAt,
      date: story.date,
      place: story.place,
      form: story.form,
      sides: story.sides,
      parties: story.parties,
      isContested: story.isContested,
      facts: story.facts.map(({ id }) => id).sort(),
    }))
    .sort((one, other) => ((one.facts[0] ?? '') < (other.facts[0] ?? '') ? -1 : 1));

/** The moves that the facts make, and of those what is settled: told, or overtaken before it could be told. */
function settledMoves(dossier: Dossier | null): { readonly moves: readonly string[]; readonly settled: readonly string[] } {
  const facts = dossier?.stories.flatMap((story) => story.facts) ?? [];
  const folded = foldFacts(facts, { level: 'leader', plan: planCorrections([]), asked: new Set() });
  const moves = [...folded.moves.values()]
    .flat()
    .map(({ key }) => key)
    .sort();
  const told = new Set(dossier?.stories.flatMap((story) => story.told));
  return { moves, settled: moves.filter((key) => told.has(key)) };
}

describe('order of arrival', () => {
  it('does not change status, slots, sides and episodes', () => {
    fc.assert(
      fc.property(inTwoOrders, ([one, other]) => {
        expect(meaning(run(one).dossier)).toEqual(meaning(run(other).dossier));
      }),
      { numRuns: RUNS },
    );
  });

  it('does not change what is settled: every move of the facts, in any order', () => {
    fc.assert(
      fc.property(inTwoOrders, ([one, other]) => {
        const first = settledMoves(run(one).dossier);
        expect(first.settled).toEqual(first.moves);
        expect(settledMoves(run(other).dossier)).toEqual(first);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('telling', () => {
  it('tells no development twice, neither from duplicates nor when everything comes again', () => {
    fc.assert(
      fc.property(inTwoOrders, ([one, other]) => {
        const first = run(one);
        const again = run(other, first.dossier);
        const ids = [...first.told, ...again.told].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(again.told).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('tells the same whether the reports of a poll come in one batch or are folded in again after a crash', () => {
    fc.assert(
      fc.property(fc.array(aReport, { minLength: 1, maxLength: 6 }), (reports) => {
        const once = develop(null, { key: KEY, reports }, { now: hour(2) });
        const lostAnswer = develop(once.dossier, { key: KEY, reports }, { now: hour(2) });
        expect(lostAnswer.dossier).toBe(once.dossier);
        expect(lostAnswer.developments).toEqual([]);
        const lostWrite = develop(null, { key: KEY, reports }, { now: hour(2) });
        expect(lostWrite).toEqual(once);
      }),
      { numRuns: RUNS },
    );
  });

  it('tells nothing of a baseline', () => {
    fc.assert(
      fc.property(fc.array(aReport, { minLength: 1, maxLength: 8 }), (reports) => {
        expect(run(reports.map((report) => ({ ...report, isBaseline: true }))).told).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('numbers the developments of a story from one, without a gap', () => {
    fc.assert(
      fc.property(inTwoOrders, ([reports]) => {
        const { told } = run(reports);
        for (const storyId of new Set(told.map((one) => one.storyId))) {
          const numbers = told.filter((one) => one.storyId === storyId).map(({ sequence }) => sequence);
          expect(numbers).toEqual(numbers.map((_, i) => i + 1));
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('develop', () => {
  it('depends only on its arguments and leaves them as they were', () => {
    fc.assert(
      fc.property(fc.array(aReport, { minLength: 1, maxLength: 6 }), fc.array(aReport, { minLength: 1, maxLength: 6 }), (known, news) => {
        const dossier = deepFreeze(develop(null, { key: KEY, reports: known }, { now: hour(1) }).dossier);
        const batch = deepFreeze({ key: KEY, reports: news });
        expect(develop(dossier, batch, { now: hour(2) })).toEqual(develop(dossier, batch, { now: hour(2) }));
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps a dossier under 100 kB however many items report it', () => {
    let dossier: Dossier | null = null;
    for (let i = 0; i < ITEMS; i += 1) {
      const report = said({
        status: STATUSES[i % STATUSES.length] ?? 'held',
        form: FORMS[i % FORMS.length] ?? 'talks',
        place: `Town ${i % 97}`,
        date: `2026-03-${String(1 + (i % 28)).padStart(2, '0')}`,
        at: i / 20,
        outlet: `Outlet ${i % 211} of a long and winding name`,
        title: `${'A long headline that goes on and on '.repeat(8)} ${i}`,
        leaders: [`leader ${i % 13}`, `leader ${i % 7}`],
        denials: [aDenialOf({ claim: `claim ${i} about matter ${i % 31}`, about_contact: i % 2 === 0 })],
      });
      dossier = develop(dossier, { key: KEY, reports: [report] }, { now: hour(i / 20) }).dossier;
    }
    expect(JSON.stringify(dossier).length).toBeLessThan(100_000);
  }, 120_000);
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}
