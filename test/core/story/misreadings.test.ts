import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contact, type Denial, STATUSES } from '../../../core/coding/codebook/coded-item.ts';
import type { Report } from '../../../core/story/dossier.ts';
import { isStandingThere } from '../../../core/story/inhibition.ts';
import { reportsByDossier } from '../../../core/story/reports.ts';
import { aCodedItem, aContact, aDenialOf, aDevelopment, anEvidence, anItem, aStory } from '../../builders.ts';
import { moves, play, type Said, said } from './newsroom.ts';

/** What one press source alone is not believed, because it is more often misread than true; two are. */
const told = (before: readonly Said[], news: Said): readonly string[] =>
  moves(play([...before, news].map(said)).told).slice(play(before.map(said)).told.length);
const confirmed = (before: readonly Said[], news: Said): readonly string[] =>
  told([...before, news], { ...news, outlet: 'Second', at: (news.at ?? 0) + 0.5 });
const SCHEDULED: readonly Said[] = [{ status: 'scheduled', date: '2026-03-20', place: 'Vienna' }];

describe('one press source alone', () => {
  it.each<[string, readonly Said[], Said, string]>([
    [
      'calls off without an author and without confidence',
      SCHEDULED,
      { status: 'cancelled', at: 9, confidence: 0.7 },
      'status: scheduled>cancelled',
    ],
    ['lets a third state refuse for the two', SCHEDULED, { status: 'declined', side: 'DE', at: 9 }, 'status: scheduled>declined'],
    ['has leaders meet within hours of the first word', [{ status: 'scheduled' }], { status: 'held', at: 3 }, 'status: scheduled>held'],
    ['plans a visit without day and place', [], { status: 'scheduled', form: 'visit' }, 'status: none>scheduled'],
    ['has talks go on somewhere', [], { status: 'underway', form: 'talks' }, 'status: none>underway'],
    ['recalls a meeting of last month as news', [], { status: 'held', date: '2026-02-01' }, 'status: none>held'],
    ['moves a meeting to another place', SCHEDULED, { ...SCHEDULED[0], place: 'Lisbon', at: 30 }, 'slot: scheduled>scheduled'],
  ])('is not believed when it %s; two are', (_, before, news, move) => {
    expect(told(before, news)).toEqual([]);
    expect(confirmed(before, news)).toEqual([move]);
  });

  it('is believed when a party itself calls off, or when it was read with confidence', () => {
    expect(told(SCHEDULED, { status: 'cancelled', side: 'US', at: 9, confidence: 0.7 })).toEqual(['status: scheduled>cancelled']);
    expect(told(SCHEDULED, { status: 'cancelled', at: 9, confidence: 0.85 })).toEqual(['status: scheduled>cancelled']);
  });
});

describe('a refusal that is said again', () => {
  it('is news after two days, then after a week, then no more', () => {
    const again = (hours: number): Said => ({ status: 'premature', side: 'RU', at: hours });
    const { told: all } = play([again(0), again(60), again(120), again(300), again(600), again(900)].map(said));
    expect(all.map(({ effectiveAt }) => (Date.parse(effectiveAt) - Date.parse(all[0]?.effectiveAt ?? '')) / 3_600_000)).toEqual([
      0, 60, 300,
    ]);
  });
});

describe('they met', () => {
  it('is told after arrivals that only another dossier told', () => {
    const trio = { parties: ['KP', 'SG', 'US'], status: 'underway', form: 'visit', place: 'Singapore' } as const;
    const { told: news } = play([said({ ...trio }), said({ parties: ['KP', 'US'], status: 'held', place: 'Singapore', at: 48 })], {
      key: 'leader:KP-US',
    });
    expect(moves(news)).toEqual(['status: none>held']);
  });
});

describe('a third party beside a pair whose story stands just there', () => {
  const trio = aDevelopment({ parties: ['AZ', 'RU', 'US'], to: 'scheduled', date: null, place: null });
  it('is taken for misread when nothing differs', () => {
    expect(isStandingThere(aStory(), trio)).toBe(true);
    expect(isStandingThere(aStory(), { ...trio, place: 'Lisbon' })).toBe(false);
    expect(isStandingThere(aStory(), { ...trio, to: 'cancelled' })).toBe(false);
    expect(isStandingThere(aStory(), { ...trio, level: 'minister' })).toBe(false);
  });
  it('cannot have met before the day of the pair', () => {
    const before = { ...trio, to: 'held', effectiveAt: '2026-03-02T00:00:00.000Z' } as const;
    expect(isStandingThere(aStory({ date: '2026-03-06' }), before)).toBe(true);
    expect(isStandingThere(aStory({ date: '2026-03-01' }), before)).toBe(false);
  });
});

/** Twelve outlets tell one saga, each step within hours. */
const SAGA: readonly Said[] = [
  { status: 'proposed', side: 'RU' },
  { status: 'agreed' },
  { status: 'scheduled', date: '2026-03-16' },
  { status: 'scheduled', date: '2026-03-16', place: 'Vienna' },
  { status: 'underway', date: '2026-03-16', place: 'Vienna' },
  { status: 'held', date: '2026-03-16', place: 'Vienna' },
];
const OUTLETS = Array.from({ length: 12 }, (_, i) => `Outlet ${i}`);
/** Hours of the steps; they meet on the sixteenth. */
const HOURS: readonly number[] = [0, 91, 182, 273, 364, 404];
const saga: readonly Said[] = SAGA.flatMap((step, i) => OUTLETS.map((outlet, n) => ({ ...step, outlet, at: (HOURS[i] ?? 0) + n })));

/** A report with one field misread. */
const misread = (report: Said): fc.Arbitrary<Said> =>
  fc.oneof(
    fc.constantFrom(...STATUSES).map((status) => ({ ...report, status })),
    fc.constantFrom(null, '2026-03-13', '2026-03-27', '2026-04-02').map((date) => ({ ...report, date })),
    fc.constantFrom(null, 'Lisbon', 'Oslo', 'Quito').map((place) => ({ ...report, place })),
    fc.constant({ ...report, background: true }),
  );
/** One report in ten is lost, one in ten misread. */
const spoilt: fc.Arbitrary<readonly Report[]> = fc
  .tuple(
    ...saga.map((report) =>
      fc.tuple(fc.integer({ min: 0, max: 9 }), misread(report)).map(([dice, wrong]) => (dice === 0 ? null : dice === 1 ? wrong : report)),
    ),
  )
  .map((reports) => reports.filter((report) => report !== null).map(said));

describe('a saga of which one report in ten is lost and one in ten misread', () => {
  const clean = play(saga.map(said), { until: 900 }).told;

  it('is told in full when nothing is misread', () => {
    expect(moves(clean)).toEqual([
      'status: none>proposed',
      'status: proposed>agreed',
      'status: agreed>scheduled',
      'slot: scheduled>scheduled',
      'status: scheduled>underway',
      'status: underway>held',
    ]);
  });

  it('still comes to its end, and costs few alerts more than there are misreadings that can move it', () => {
    const counts: number[] = [];
    fc.assert(
      fc.property(spoilt, (reports) => {
        const { told: news } = play(reports, { until: 900 });
        counts.push(news.length);
        expect(news.some(({ to }) => to === 'held')).toBe(true);
        expect(news.length).toBeLessThanOrEqual(3 * clean.length);
      }),
      { numRuns: 60, seed: 5 },
    );
    expect(counts.reduce((sum, one) => sum + one, 0) / counts.length).toBeLessThan(1.6 * clean.length);
  });
});

describe('a contact that a party denies in the same breath', () => {
  const SENTENCE = 'Oslo pushes back on claims that the two agreed to meet';
  const statusOf = (contact: Partial<Contact>, denial: Partial<Denial> = {}) => {
    const evidence = anEvidence({ sentence: SENTENCE });
    const coded = aCodedItem({
      contacts: [aContact({ parties: ['NO', 'SE'], status: 'agreed', side: 'SE', evidence, ...contact })],
      denials: [aDenialOf({ by: 'NO', about_contact: true, claim: 'that the two agreed to meet', evidence, ...denial })],
    });
    const report = reportsByDossier([{ item: anItem(), coded, isBaseline: false }]).get('leader:NO-SE')?.[0];
    return [report?.contacts[0]?.status, report?.contacts[0]?.side];
  };
  it('is denied, whatever the claim says', () => {
    expect(statusOf({})).toEqual(['denied', 'NO']);
  });
  it('stays what it is when another denies, when the denial is of its end, or of another sentence', () => {
    expect(statusOf({}, { by: 'DK' })).toEqual(['agreed', 'SE']);
    expect(statusOf({}, { claim: 'that the summit was cancelled' })).toEqual(['agreed', 'SE']);
    expect(statusOf({}, { evidence: anEvidence({ sentence: 'Another' }) })).toEqual(['agreed', 'SE']);
    expect(statusOf({ status: 'declined' })).toEqual(['declined', 'SE']);
    expect(statusOf({}, { strength: 'no_confirm' })).toEqual(['agreed', 'SE']);
  });
});
