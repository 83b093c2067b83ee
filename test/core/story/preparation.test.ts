import { describe, expect, it } from 'vitest';
import { develop } from '../../../core/story/develop.ts';
import type { Story } from '../../../core/story/dossier.ts';
import { BESIDE_LEADERS } from '../../../core/story/preparation.ts';
import { reportsByDossier } from '../../../core/story/reports.ts';
import { aCodedItem, aContact, anItem, aStory, T0 } from '../../builders.ts';
import { hour, type Said, said } from './newsroom.ts';

const KEY = 'minister:RU-US';
/** The leaders' story as it stands while the ministers are reported. */
const leaders = (part: Partial<Story> = {}): Story =>
  aStory({ id: 'leaders', status: 'scheduled', statusAt: T0, lastMovedAt: T0, date: '2026-03-20', place: 'Vienna', facts: [], ...part });
const ministers = (part: Said = {}): Said => ({ level: 'minister', status: 'scheduled', ...part });
const developed = (reports: readonly Said[], above: readonly Story[], key = KEY) =>
  develop(null, { key, reports: reports.map((each) => said(ministers(each))) }, { now: hour(1), above });

describe('a ministers’ story', () => {
  it('prepares the leaders’ meeting when a report names both', () => {
    const report = { ...said(ministers()), namesLeaders: true };
    const { dossier } = develop(
      null,
      { key: KEY, reports: [report] },
      { now: hour(1), above: [leaders({ date: null, place: null, status: 'proposed' })] },
    );
    expect(dossier.stories[0]?.prepares).toEqual({ storyId: 'leaders', because: 'named_together', at: hour(1) });
  });

  it('prepares it when they meet on the same day in the same place', () => {
    const { dossier } = developed([{ date: '2026-03-20', place: 'Vienna' }], [leaders()]);
    expect(dossier.stories[0]?.prepares?.because).toBe('same_occasion');
  });

  it('prepares it in the weeks before its day, and not after or long before', () => {
    const becauseOn = (date: string) => developed([{ date, place: 'Geneva' }], [leaders()]).dossier.stories[0]?.prepares?.because;
    expect([becauseOn('2026-03-10'), becauseOn('2026-03-25'), becauseOn('2026-02-20')]).toEqual(['days_before', undefined, undefined]);
  });

  it('prepares what was agreed without a day, also when only one side stands by it', () => {
    const agreed = leaders({ status: 'agreed', date: null, place: null });
    const halfway = leaders({ status: 'premature', date: null, place: null, sides: { US: { status: 'agreed', at: T0 } } });
    const open = leaders({ status: 'possible', date: null, place: null });
    const reasons = [agreed, halfway, open].map((above) => developed([{}], [above]).dossier.stories[0]?.prepares?.because);
    expect(reasons).toEqual(['while_planned', 'while_planned', undefined]);
  });

  it('does not prepare what is called off or long over', () => {
    const off = leaders({ status: 'cancelled' });
    const over = leaders({ status: 'held', statusAt: '2026-02-10T10:00:00.000Z', date: '2026-02-10' });
    expect([off, over].map((above) => developed([{ place: 'Vienna' }], [above]).dossier.stories[0]?.prepares)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('of envoys, who meet every day, needs more than that the leaders plan to meet', () => {
    const agreed = leaders({ status: 'agreed', date: null, place: null });
    const { dossier } = develop(
      null,
      { key: 'envoy:RU-US', reports: [said({ level: 'envoy', status: 'scheduled' })] },
      { now: hour(1), above: [agreed] },
    );
    expect(dossier.stories[0]?.prepares).toBeUndefined();
  });

  it('keeps its link when the leaders’ story closes, and follows it when it is merged', () => {
    const first = developed([{ place: 'Vienna' }], [leaders()]).dossier;
    const again = (above: readonly Story[]) =>
      develop(
        first,
        { key: KEY, reports: [said(ministers({ status: 'held', at: 30, outlet: 'Other', place: 'Vienna' }))] },
        { now: hour(31), above },
      );
    expect(again([leaders({ status: 'cancelled' })]).dossier.stories[0]?.prepares?.storyId).toBe('leaders');
    expect(
      again([leaders({ mergedInto: 'heir' }), leaders({ id: 'heir', status: 'cancelled' })]).dossier.stories[0]?.prepares?.storyId,
    ).toBe('heir');
  });

  it('keeps its link when nobody looked above', () => {
    const first = developed([{ place: 'Vienna' }], [leaders()]).dossier;
    const after = develop(first, { key: KEY, reports: [said(ministers({ status: 'cancelled', side: 'US', at: 9 }))] }, { now: hour(9) });
    expect(after.dossier.stories[0]?.prepares?.storyId).toBe('leaders');
  });
});

describe('what is told of it', () => {
  it('says where the leaders’ story stands, and why the two belong together', () => {
    const { developments } = developed([{ place: 'Vienna' }], [leaders()]);
    expect(developments).toMatchObject([
      {
        severity: 'minor',
        prepares: { storyId: 'leaders', because: 'same_occasion', status: 'scheduled', date: '2026-03-20', place: 'Vienna' },
      },
    ]);
  });

  it('is marked when ministers sit beside their leaders', () => {
    const meeting = leaders({ status: 'underway', statusAt: hour(0), date: '2026-03-01' });
    const reports = [
      { status: 'held', place: 'Vienna' },
      { status: 'held', place: 'Vienna', outlet: 'Other' },
    ] as const;
    const { developments } = developed(reports, [meeting]);
    expect(developments[0]?.reasons).toContain(BESIDE_LEADERS);
  });
});

describe('an item that names ministers and leaders', () => {
  const namesLeaders = (leader: Parameters<typeof aContact>[0]): boolean | undefined => {
    const coded = aCodedItem({
      contacts: [aContact({ level: 'minister', status: 'scheduled' }), aContact({ level: 'leader', ...leader })],
    });
    return reportsByDossier([{ item: anItem(), coded, isBaseline: false }]).get(KEY)?.[0]?.namesLeaders;
  };
  it('says so when the leaders’ contact is still to come, also when it is only mentioned', () => {
    expect(namesLeaders({ status: 'scheduled', background: true })).toBe(true);
    expect(namesLeaders({ status: 'held', background: true })).toBeUndefined();
    expect(namesLeaders({ status: 'scheduled', parties: ['CN', 'US'] })).toBeUndefined();
  });
});
