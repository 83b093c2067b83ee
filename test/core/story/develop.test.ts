import { describe, expect, it } from 'vitest';
import { develop } from '../../../core/story/develop.ts';
import { homeKey } from '../../../core/story/dossier-key.ts';
import { aContact, aDenialOf } from '../../builders.ts';
import { denied, hour, moves, play, said } from './newsroom.ts';

describe('what is told', () => {
  it('tells the first report of a contact between leaders as major', () => {
    const { told } = play([said({ status: 'willing' })]);
    expect(told).toMatchObject([
      { kind: 'status', from: null, to: 'willing', severity: 'major', reasons: ['first report', 'single-source'] },
    ]);
  });

  it('tells each change of status once, however many outlets repeat it', () => {
    const { told } = play([
      said({ status: 'willing' }),
      said({ status: 'willing', outlet: 'Other', at: 1 }),
      said({ status: 'agreed', at: 2 }),
      said({ status: 'agreed', outlet: 'Third', at: 3 }),
      said({ status: 'scheduled', place: 'Vienna', at: 20 }),
      said({ status: 'held', at: 40 }),
      said({ status: 'held', outlet: 'Other', at: 41 }),
    ]);
    expect(moves(told)).toEqual(['status: none>willing', 'status: willing>agreed', 'status: agreed>scheduled', 'status: scheduled>held']);
  });

  it('writes nothing when an outlet repeats what it said', () => {
    const { dossier } = play([said({ status: 'willing' })]);
    const again = develop(dossier, { key: 'leader:RU-US', reports: [said({ status: 'willing', at: 1 })] }, { now: hour(1) });
    expect(again.dossier).toBe(dossier);
    expect(again.decisions).toMatchObject([{ outcome: 'repeat', reason: expect.stringContaining('') }]);
  });

  it('keeps the identity of stories that did not change, so that only changed rows are written', () => {
    const { dossier } = play([said({ status: 'scheduled', form: 'phone' }), said({ status: 'willing', at: 1 })]);
    const after = develop(
      dossier,
      { key: 'leader:RU-US', reports: [said({ status: 'held', form: 'phone', at: 2 })] },
      { now: hour(2) },
    ).dossier;
    const unchanged = after.stories.filter((story) => dossier?.stories.includes(story));
    expect(unchanged.map(({ status }) => status)).toEqual(['willing']);
  });

  it('does not move on what is only recalled, and says so', () => {
    const { told, decisions } = play([said({ status: 'scheduled', background: true })]);
    expect(told).toEqual([]);
    expect(decisions).toMatchObject([{ outcome: 'background', reason: 'only recalls what is past' }]);
  });

  it('takes a report with a weaker status for a repeat', () => {
    const { told } = play([said({ status: 'scheduled' }), said({ status: 'possible', outlet: 'Other', at: 3 })]);
    expect(moves(told)).toEqual(['status: none>scheduled']);
  });

  it('makes contacts of ministers minor, and those of envoys too', () => {
    const minister = play([said({ status: 'scheduled', level: 'minister' })], { key: 'minister:RU-US' });
    const envoy = play([said({ status: 'scheduled', level: 'envoy' })], { key: 'envoy:RU-US' });
    expect([...minister.told, ...envoy.told].map(({ severity }) => severity)).toEqual(['minor', 'minor']);
  });

  it('makes a planned call minor and a call that took place major', () => {
    const { told } = play([said({ status: 'scheduled', form: 'phone' }), said({ status: 'held', form: 'phone', at: 5 })]);
    expect(told.map(({ severity }) => severity)).toEqual(['minor', 'major']);
  });

  it('gives the causing item, the supporting items and the quote that stood before', () => {
    const { told } = play([
      said({ id: 'a', status: 'willing' }),
      said({ id: 'b', status: 'willing', outlet: 'Other', at: 1 }),
      said({ id: 'c', status: 'agreed', at: 2 }),
    ]);
    expect(told[1]).toMatchObject({ itemId: 'c', support: ['c'], before: { at: hour(0) }, sequence: 2 });
    expect(told[0]?.storyId).toBe(told[1]?.storyId);
  });
});

describe('slots', () => {
  it('tells a date that is set for an agreed contact as major and a place that changes as minor', () => {
    const { told } = play([
      said({ status: 'scheduled' }),
      said({ status: 'scheduled', date: '2026-03-06', at: 2 }),
      said({ status: 'scheduled', date: '2026-03-06', place: 'Vienna', at: 6 }),
      said({ status: 'scheduled', date: '2026-03-06', place: 'Aboard ship', at: 30 }),
      said({ status: 'scheduled', date: '2026-03-06', place: 'Aboard ship', at: 30.5, outlet: 'Other' }),
      said({ status: 'scheduled', date: '2026-03-07', place: 'Aboard ship', at: 31 }),
      said({ status: 'scheduled', date: '2026-03-07', place: 'Aboard ship', at: 32, outlet: 'Other' }),
    ]);
    expect(told.slice(1).map(({ kind, severity, what }) => `${kind} ${severity} ${what}`)).toEqual([
      'slot major scheduled: date set: 2026-03-06; 2026-03-06',
      'slot minor scheduled: place set: Vienna; 2026-03-06, Vienna',
      'slot minor scheduled: place changed: Aboard ship; 2026-03-06, Aboard ship',
      'slot minor scheduled: date changed: 2026-03-07; 2026-03-07, Aboard ship',
    ]);
  });

  it('tells the day that is fixed within a range, once', () => {
    const { told } = play([
      said({ status: 'scheduled', date: '2026-03-09/2026-03-15' }),
      said({ status: 'scheduled', date: '2026-03-12', at: 6 }),
      said({ status: 'scheduled', date: '2026-03-09/2026-03-15', at: 20, outlet: 'Other' }),
    ]);
    expect(told.slice(1)).toMatchObject([{ kind: 'slot', severity: 'major', date: '2026-03-12' }]);
  });

  it('knows the names of one seat of government for one place', () => {
    const { told } = play([
      said({ status: 'scheduled', date: '2026-03-06', place: 'Washington' }),
      said({ status: 'scheduled', date: '2026-03-06', place: 'the White House', outlet: 'Other', at: 20 }),
    ]);
    expect(told).toHaveLength(1);
  });

  it('does not go back to a place that was named before', () => {
    const { told } = play([
      said({ status: 'scheduled', date: '2026-03-20', place: 'Alaska' }),
      said({ status: 'scheduled', date: '2026-03-20', place: 'Anchorage', at: 30 }),
      said({ status: 'scheduled', date: '2026-03-20', place: 'Anchorage', at: 31, outlet: 'Other' }),
      said({ status: 'scheduled', date: '2026-03-20', place: 'Alaska', at: 60 }),
    ]);
    expect(told).toHaveLength(2);
  });

  it('tells a body that joins what is scheduled, once', () => {
    const { told } = play([
      said({ status: 'scheduled', date: '2026-03-06' }),
      said({ status: 'scheduled', date: '2026-03-06', parties: ['EU', 'RU', 'US'], at: 30 }),
      said({ status: 'scheduled', date: '2026-03-06', parties: ['EU', 'RU', 'US'], at: 31, outlet: 'Other' }),
    ]);
    expect(told).toHaveLength(2);
    expect(told[1]).toMatchObject({ kind: 'slot', severity: 'major', reasons: ['joined by EU', 'single-source'], at: hour(30) });
  });

  it('wants two sources for a body that joins what is only agreed', () => {
    const { told } = play([
      said({ status: 'agreed' }),
      said({ status: 'agreed', parties: ['EU', 'RU', 'US'], at: 30 }),
      said({ status: 'agreed', parties: ['EU', 'RU', 'US'], at: 31, outlet: 'Other' }),
    ]);
    expect(told[1]).toMatchObject({ kind: 'slot', reasons: ['joined by EU', '2 outlets'], at: hour(31) });
  });

  it('takes who was asked for coming only when the plan is firm', () => {
    const { told } = play([
      said({ status: 'proposed', parties: ['EU', 'RU', 'US'] }),
      said({ status: 'scheduled', date: '2026-03-20', at: 48 }),
      said({ status: 'scheduled', date: '2026-03-20', parties: ['EU', 'RU', 'US'], at: 80 }),
    ]);
    expect(told.map(({ reasons }) => reasons[0])).toEqual(['first report', 'new status', 'joined by EU']);
  });

  it('counts who is named on the first day as known, also days later', () => {
    const { told } = play([
      said({ status: 'scheduled', date: '2026-03-20' }),
      said({ status: 'scheduled', date: '2026-03-20', parties: ['EU', 'RU', 'US'], at: 5 }),
      said({ status: 'scheduled', date: '2026-03-20', at: 100, outlet: 'Other' }),
      said({ status: 'scheduled', date: '2026-03-20', parties: ['EU', 'RU', 'US'], at: 120, outlet: 'Third' }),
    ]);
    expect(told).toHaveLength(1);
  });

  it('takes the exact day of the first hours for a detail, and keeps it', () => {
    const { told, dossier } = play([
      said({ status: 'scheduled', date: '2026-03-16/2026-03-22' }),
      said({ status: 'scheduled', date: '2026-03-18', at: 1, outlet: 'Other' }),
      said({ status: 'scheduled', at: 100, outlet: 'Third' }),
    ]);
    expect(told).toHaveLength(1);
    expect(dossier?.stories[0]).toMatchObject({ status: 'scheduled', date: '2026-03-18' });
  });

  it('keeps what made a return believed', () => {
    const { dossier } = play([
      said({ status: 'scheduled', date: '2026-03-28', place: 'Vienna' }),
      said({ status: 'cancelled', side: 'US', at: 48 }),
      said({ status: 'scheduled', at: 120 }),
      said({ status: 'scheduled', date: '2026-03-28', at: 121, outlet: 'Other' }),
      said({ status: 'willing', at: 300, outlet: 'Third' }),
    ]);
    expect(dossier?.stories[0]).toMatchObject({ status: 'scheduled', date: '2026-03-28' });
  });

  it('tells that a plan is put off after one side had none, and not at once that it is off', () => {
    const { told } = play([
      said({ status: 'scheduled', date: '2026-03-20' }),
      said({ status: 'premature', side: 'RU', at: 3 }),
      said({ status: 'postponed', side: 'US', at: 50 }),
      said({ status: 'cancelled', at: 51, outlet: 'Other' }),
    ]);
    expect(told.map(({ to }) => to)).toEqual(['scheduled', 'premature', 'postponed']);
  });

  it('tells an agreement and its announcement in other words once', () => {
    const { told } = play([
      said({ status: 'agreed', place: 'Vienna' }),
      said({ status: 'scheduled', place: 'Vienna', at: 1, outlet: 'Other' }),
      said({ status: 'scheduled', date: '2026-03-20', at: 30, outlet: 'Third' }),
    ]);
    expect(moves(told)).toEqual(['status: none>agreed', 'status: agreed>scheduled']);
  });

  it('waits for a second source where "could meet next week" becomes "to meet next week"', () => {
    const reports = [
      said({ status: 'possible', date: '2026-03-09/2026-03-15' }),
      said({ status: 'scheduled', date: '2026-03-09/2026-03-15', at: 3, outlet: 'Other' }),
    ];
    expect(play(reports).told).toHaveLength(1);
    const backed = play([...reports, said({ status: 'scheduled', date: '2026-03-09/2026-03-14', at: 8, outlet: 'Third' })]);
    expect(moves(backed.told)).toEqual(['status: none>possible', 'status: possible>scheduled']);
  });

  it('takes who invites for part of the invitation, and readiness for nothing new once it is scheduled', () => {
    const { told } = play([
      said({ status: 'proposed' }),
      said({ status: 'proposed', side: 'US', at: 1, outlet: 'Other' }),
      said({ status: 'scheduled', date: '2026-03-20', at: 30 }),
      said({ status: 'willing', side: 'RU', at: 32, outlet: 'Third' }),
    ]);
    expect(moves(told)).toEqual(['status: none>proposed', 'status: proposed>scheduled']);
  });

  it('wants two sources for a mere possibility after a no', () => {
    const { told } = play([
      said({ status: 'premature', side: 'RU' }),
      said({ status: 'possible', at: 40, outlet: 'Other' }),
      said({ status: 'possible', form: 'talks', at: 42, outlet: 'Third' }),
    ]);
    expect(told.map(({ at, to }) => [to, at])).toEqual([
      ['premature', hour(0)],
      ['possible', hour(42)],
    ]);
  });

  it('takes "later this year" for no day', () => {
    const { told } = play([said({ status: 'agreed' }), said({ status: 'scheduled', date: '2026-03-01/2026-12-31', at: 30 })]);
    expect(told).toHaveLength(1);
  });
});

describe('order of events', () => {
  it('places a late report by what it says: an older state moves nothing', () => {
    const { told, dossier } = play([said({ status: 'agreed', at: 10 }), { ...said({ status: 'willing', at: 2 }), firstSeenAt: hour(12) }]);
    expect(moves(told)).toEqual(['status: none>agreed']);
    expect(dossier?.stories[0]).toMatchObject({ status: 'agreed', openedAt: hour(2) });
  });

  it('takes an older state, reported soon after the move away from it, for an echo', () => {
    const { told } = play([
      said({ status: 'agreed' }),
      said({ status: 'denied', at: 8, side: 'US' }),
      said({ status: 'agreed', outlet: 'Late Paper', at: 10 }),
      said({ status: 'agreed', outlet: 'Later Paper', at: 15 }),
    ]);
    expect(moves(told)).toEqual(['status: none>agreed', 'status: agreed>denied']);
  });

  it('revives a story that was called off when it is on again', () => {
    const { told } = play([
      said({ status: 'scheduled', date: '2026-03-20' }),
      said({ status: 'cancelled', at: 24 }),
      said({ status: 'scheduled', date: '2026-03-20', at: 60, outlet: 'Other' }),
      said({ status: 'scheduled', date: '2026-03-20', at: 61, outlet: 'Third' }),
    ]);
    expect(moves(told)).toEqual(['status: none>scheduled', 'status: scheduled>cancelled', 'status: cancelled>scheduled']);
    expect(new Set(told.map(({ storyId }) => storyId)).size).toBe(1);
  });

  it('waits for three sources that name the day before it believes in a meeting before its day', () => {
    const early = (outlet: string, at: number) => said({ status: 'held', date: '2026-03-01', outlet, at });
    const { told } = play([said({ status: 'scheduled', date: '2026-03-06' }), early('One', 5), early('Two', 6), early('Three', 7)]);
    expect(told.map(({ to, at }) => [to, at])).toEqual([
      ['scheduled', hour(0)],
      ['held', hour(7)],
    ]);
  });
});

describe('episodes', () => {
  it('keeps a call and a meeting of the same leaders apart', () => {
    const { told } = play([said({ status: 'scheduled', date: '2026-03-20' }), said({ status: 'held', form: 'phone', at: 5 })]);
    expect(new Set(told.map(({ storyId }) => storyId)).size).toBe(2);
  });

  it('opens a new story for the next meeting, offered in another place while they sit together', () => {
    const { told } = play([
      said({ status: 'underway', place: 'Vienna' }),
      said({ status: 'proposed', place: 'Geneva', at: 4 }),
      said({ status: 'held', place: 'Vienna', at: 5 }),
      said({ status: 'held', place: 'Vienna', at: 6, outlet: 'Other' }),
    ]);
    expect(moves(told)).toEqual(['status: none>underway', 'status: none>proposed', 'status: underway>held']);
    expect(told[0]?.storyId).toBe(told[2]?.storyId);
    expect(told[1]?.storyId).not.toBe(told[0]?.storyId);
  });

  it('takes "they met", days after the meeting, for an echo until a second source says it', () => {
    const { told } = play([
      said({ status: 'held' }),
      said({ status: 'held', at: 5 * 24, outlet: 'Sunday Paper' }),
      said({ status: 'held', at: 5 * 24 + 1, outlet: 'Monday Paper' }),
    ]);
    expect(told.map(({ at }) => at)).toEqual([hour(0), hour(5 * 24 + 1)]);
  });

  it('takes a visit for a planned meeting for its beginning, and tells its end later', () => {
    const { told } = play([
      said({ status: 'scheduled', date: '2026-03-02' }),
      said({ status: 'held', form: 'visit', at: 24 }),
      said({ status: 'held', at: 25 }),
      said({ status: 'held', at: 29, outlet: 'Other' }),
      said({ status: 'held', at: 29.5, outlet: 'Third' }),
    ]);
    expect(told.map(({ to, at }) => [to, at])).toEqual([
      ['scheduled', hour(0)],
      ['underway', hour(24)],
      ['held', hour(29.5)],
    ]);
  });

  it('believes in a meeting of ministers that nobody announced when two sources say it', () => {
    const met = (outlet: string, at: number) => said({ status: 'held', level: 'minister', outlet, at });
    const { told } = play([met('One', 0), met('Two', 1)], { key: 'minister:RU-US' });
    expect(told).toMatchObject([{ to: 'held', at: hour(1) }]);
  });

  it('does not tell one piece of news by two facts when an earlier one is better founded later', () => {
    const { told } = play([
      said({ status: 'scheduled', date: '2026-03-01' }),
      said({ status: 'held', at: 3, confidence: 0.3 }),
      said({ status: 'held', place: 'Vienna', at: 4, outlet: 'Other' }),
      said({ status: 'held', at: 4.5, confidence: 0.3, outlet: 'Third' }),
    ]);
    expect(told.map(({ to, at }) => [to, at])).toEqual([
      ['scheduled', hour(0)],
      ['held', hour(4)],
    ]);
  });

  it('opens a new story after 45 days of silence', () => {
    const { told, dossier } = play([said({ status: 'willing' }), said({ status: 'willing', at: 46 * 24 })]);
    expect(moves(told)).toEqual(['status: none>willing', 'status: none>willing']);
    expect(dossier?.stories.map(({ closedBecause }) => closedBecause)).toContain('silence');
  });

  it('forgets a closed story two weeks after its end', () => {
    const { dossier } = play([said({ status: 'held' })], { until: 18 * 24 });
    expect(dossier?.stories).toEqual([]);
  });
});

describe('two sides', () => {
  it('tells the first move at once and lets a reversal within two hours wait, to tell both sides', () => {
    const agreed = said({ id: 'yes', status: 'agreed', side: 'RU' });
    const refused = said({ id: 'no', status: 'denied', side: 'US', at: 1 });
    const early = play([agreed, refused]);
    expect(moves(early.told)).toEqual(['status: none>agreed']);
    expect(early.decisions[1]).toMatchObject({ outcome: 'waiting' });
    expect(early.dossier?.lookAgainAt).toBe(hour(2));
    const { told, dossier } = play([agreed, refused], { until: 2 });
    expect(told[1]).toMatchObject({ kind: 'contested', from: 'agreed', to: 'denied', severity: 'major', itemId: 'no', at: hour(2) });
    expect(told[1]?.before?.at).toBe(hour(0));
    expect(dossier?.stories[0]).toMatchObject({ isContested: true, sides: { RU: { status: 'agreed' }, US: { status: 'denied' } } });
  });

  it('tells at once that a side knows of no plan for what the other has scheduled', () => {
    const { told } = play([
      said({ status: 'scheduled', date: '2026-03-06', side: 'US' }),
      said({ status: 'premature', side: 'RU', at: 8 }),
    ]);
    expect(told[1]).toMatchObject({ from: 'scheduled', to: 'premature', severity: 'major', side: 'RU' });
  });

  it('tells a later reversal at once', () => {
    const { told } = play([said({ status: 'agreed', side: 'RU' }), said({ status: 'denied', side: 'US', at: 8 })]);
    expect(told[1]).toMatchObject({ kind: 'status', to: 'denied', at: hour(8) });
  });

  it('tells a refusal again when it is said anew after two days of silence', () => {
    const { told } = play([
      said({ status: 'premature', side: 'RU' }),
      said({ status: 'premature', side: 'RU', at: 1, outlet: 'Other' }),
      said({ status: 'premature', side: 'RU', at: 60 }),
    ]);
    expect(moves(told)).toEqual(['status: none>premature', 'side: premature>premature']);
  });
});

describe('sources', () => {
  it('does not move on one press source that says it only in the text', () => {
    const { told, decisions } = play([said({ status: 'cancelled', isInText: true })]);
    expect(told).toEqual([]);
    expect(decisions).toMatchObject([
      { outcome: 'implausible', reason: 'no open story: cancelled after nothing waits for a second source' },
    ]);
  });

  it('moves when a second, independent source is about it', () => {
    const { told } = play([
      said({ status: 'cancelled', confidence: 0.3 }),
      said({ status: 'cancelled', confidence: 0.3, outlet: 'Other', at: 1 }),
    ]);
    expect(told).toMatchObject([{ to: 'cancelled', at: hour(1) }]);
  });

  it('wants four sources when all of them say it beside the point', () => {
    const outlets = ['One', 'Two', 'Three', 'Four'];
    const { told } = play(outlets.map((outlet, at) => said({ status: 'cancelled', isInText: true, outlet, at })));
    expect(told).toMatchObject([{ to: 'cancelled', at: hour(3) }]);
  });

  it('wants to know who refuses, or a second source', () => {
    const [first, second] = [said({ status: 'declined' }), said({ status: 'declined', outlet: 'Other', at: 1 })];
    expect(play([first]).told).toEqual([]);
    expect(play([first, second]).told).toMatchObject([{ to: 'declined', at: hour(1) }]);
    expect(play([said({ status: 'declined', side: 'RU' })]).told).toMatchObject([{ to: 'declined', side: 'RU' }]);
  });

  it('takes a date that cannot be for none', () => {
    const { told } = play([said({ status: 'scheduled', date: '2031-03-06' }), said({ status: 'held', date: '2026-05-06', at: 30 })]);
    expect(told.map(({ date }) => date)).toEqual([null, null]);
  });

  it('counts copies of one text, and one outlet under two names, as one source', () => {
    const copy = { status: 'cancelled', isInText: true, title: 'Summit is off' } as const;
    const sameText = play([said(copy), said({ ...copy, outlet: 'Other', at: 1 })]);
    const sameOutlet = play([said({ ...copy, outlet: 'ABC News' }), said({ ...copy, title: 'No summit', outlet: 'abc.example', at: 1 })]);
    expect([...sameText.told, ...sameOutlet.told]).toEqual([]);
  });

  it('believes an official source alone', () => {
    const { told } = play([said({ status: 'cancelled', isInText: true, kind: 'official' })]);
    expect(told).toMatchObject([{ to: 'cancelled', reasons: ['first report', 'official-source'] }]);
  });
});

describe('baseline', () => {
  it('tells nothing of a baseline', () => {
    const { told, decisions } = play([
      said({ status: 'scheduled', isBaseline: true }),
      said({ status: 'scheduled', at: 30, outlet: 'Other' }),
    ]);
    expect(told).toEqual([]);
    expect(decisions[0]).toMatchObject({ outcome: 'untold' });
  });

  it('tells an untold fact when a live item repeats it within a day', () => {
    const { told } = play([
      said({ status: 'scheduled', isBaseline: true }),
      said({ id: 'live', status: 'scheduled', at: 5, outlet: 'Other' }),
    ]);
    expect(told).toMatchObject([{ to: 'scheduled', itemId: 'live' }]);
  });
});

describe('time', () => {
  it('says once that a day passed without news of the outcome', () => {
    const { dossier, told } = play([said({ status: 'scheduled', date: '2026-03-06' })], { until: 24 * 6.7 });
    expect(told[1]).toMatchObject({ kind: 'outcome_unknown', severity: 'minor', to: 'scheduled' });
    const again = develop(dossier, { key: 'leader:RU-US', reports: [] }, { now: hour(24 * 6.8) });
    expect(again.developments).toEqual([]);
  });

  it('says nothing of the kind when the contact took place', () => {
    const { told } = play([said({ status: 'scheduled', date: '2026-03-06' }), said({ status: 'held', at: 24 * 5 + 4 })], {
      until: 24 * 6.7,
    });
    expect(told.map(({ kind }) => kind)).toEqual(['status', 'status']);
  });
});

describe('three parties', () => {
  const trio = { parties: ['RU', 'UA', 'US'], status: 'willing' } as const;

  it('tells a contact of three once, in the dossier of its first pair', () => {
    expect(homeKey(aContact(trio))).toBe('leader:RU-UA');
    const home = play([said(trio)], { key: 'leader:RU-UA' });
    const shadow = play([said(trio)], { key: 'leader:RU-US' });
    expect(home.told).toMatchObject([{ parties: ['RU', 'UA', 'US'] }]);
    expect(shadow.told).toEqual([]);
    expect(shadow.dossier?.stories).toMatchObject([{ status: 'willing' }]);
  });

  it('takes the same news about a pair of them for known', () => {
    const { told } = play([said(trio), said({ status: 'willing', at: 1 })], { key: 'leader:RU-US' });
    expect(told).toEqual([]);
  });

  it('does not let the plan of three swallow the plan of two', () => {
    const { told } = play([said({ ...trio, place: 'Vienna' }), said({ status: 'scheduled', date: '2026-03-06', place: 'Geneva', at: 1 })], {
      key: 'leader:RU-US',
    });
    expect(told).toMatchObject([{ from: null, to: 'scheduled', place: 'Geneva' }]);
  });
});

describe('denials', () => {
  const denial = aDenialOf({ by: 'RU', about_contact: true, claim: 'that the presidents agreed to meet in Vienna' });

  it('tells one denial once, across outlets and wordings', () => {
    const reworded = aDenialOf({ ...denial, claim: 'the presidents agreed on a Vienna meeting' });
    const { told, dossier } = play([denied(denial), denied(reworded, { outlet: 'Other', at: 3 })], { key: 'denier:RU' });
    expect(told).toMatchObject([{ kind: 'denial', severity: 'major', denial: { by: 'RU', claim: denial.claim } }]);
    expect(dossier?.denials).toMatchObject([{ outlets: ['Example Press', 'Other'] }]);
  });

  it('takes what one side denies in one item for one matter, however many sentences say it', () => {
    const claims = ['its drones crossed a border', 'no such flight took place'].map((claim) =>
      aDenialOf({ ...denial, about_contact: false, claim }),
    );
    const [known = denial, reworded = denial] = claims;
    const both = { ...denied(known, { at: 2, outlet: 'Other' }), denials: [reworded, known] };
    expect(play([denied(known), both], { key: 'denier:RU' }).told).toHaveLength(1);
    expect(play([both], { key: 'denier:RU' }).told).toHaveLength(1);
  });

  it('keeps two claims of one denier apart', () => {
    const other = aDenialOf({ ...denial, about_contact: false, claim: 'its drones crossed a border' });
    const { told } = play([denied({ ...denial, about_contact: false }), denied(other, { at: 1 })], { key: 'denier:RU' });
    expect(told).toHaveLength(2);
  });

  it('tells neither a refusal to comment nor a recalled denial', () => {
    const reports = [denied({ ...denial, strength: 'no_confirm' }), denied({ ...denial, background: true })];
    expect(play(reports, { key: 'denier:RU' }).told).toEqual([]);
  });

  it('says so when what was denied takes place after all', () => {
    const { told, dossier } = play([
      said({ status: 'agreed', side: 'US' }),
      said({ status: 'denied', side: 'RU', at: 10, denials: [denial] }),
      said({ status: 'scheduled', date: '2026-03-06', at: 60, outlet: 'Other' }),
    ]);
    expect(told.at(-1)).toMatchObject({ to: 'scheduled', reasons: ['reverses-denial', 'reversal', 'single-source'] });
    expect(dossier?.denials[0]?.reversedBy).toBe(told.at(-1)?.id);
  });

  it('numbers a denial with the developments of its story', () => {
    const { told } = play([said({ status: 'agreed' }), said({ status: 'denied', side: 'RU', at: 10, denials: [denial] })]);
    expect(told.map(({ kind, sequence }) => [kind, sequence])).toEqual([
      ['status', 1],
      ['status', 2],
      ['denial', 3],
    ]);
  });
});
