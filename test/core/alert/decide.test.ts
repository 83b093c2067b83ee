import { describe, expect, it } from 'vitest';
import { addressForms, CHANNEL_SPEC, channelOf } from '../../../core/alert/channel.ts';
import { alertFor } from '../../../core/alert/decide.ts';
import { renderDigest } from '../../../core/alert/digest.ts';
import { matchDevelopment, readFilter } from '../../../core/alert/match.ts';
import { renderNotice, stateOfPlay } from '../../../core/alert/notice.ts';
import { CHANNELS } from '../../../core/alert/subscription.ts';
import { findProblems } from '../../../core/alert/subscription-health.ts';
import { aDevelopment, aStory, aSubscription, T0 } from '../../builders.ts';

const context = { watch: ['RU-US', 'KP'], now: T0 };

describe('who gets what', () => {
  it('tells the watch list’s major developments to a subscription without a filter', () => {
    expect(matchDevelopment(aSubscription(), aDevelopment(), context)).toEqual({
      kind: 'match',
      why: 'major development, on your watch list (RU-US)',
    });
    expect(matchDevelopment(aSubscription(), aDevelopment({ severity: 'minor' }), context).kind).toBe('no_match');
    expect(matchDevelopment(aSubscription(), aDevelopment({ parties: ['CN', 'US'] }), context).kind).toBe('no_match');
  });

  it('counts who denies and whose claim it is as concerned', () => {
    const denial = { by: 'RU', byName: null, strength: 'denied', claim: 'a call', claimBy: 'US' } as const;
    expect(matchDevelopment(aSubscription(), aDevelopment({ parties: ['RU'], denial }), context).kind).toBe('match');
  });

  it('gives a digest without a filter the minor ones too', () => {
    expect(matchDevelopment(aSubscription({ rhythm: { kind: 'hourly' } }), aDevelopment({ severity: 'minor' }), context).kind).toBe(
      'match',
    );
  });

  it('takes a filter of one’s own beyond the watch list', () => {
    const development = aDevelopment({ parties: ['CN', 'US'], severity: 'minor' });
    expect(matchDevelopment(aSubscription({ filter: 'pair:CN-US' }), development, context)).toMatchObject({
      kind: 'match',
      why: 'minor development, your filter: pair:CN-US',
    });
    expect(matchDevelopment(aSubscription({ filter: 'pair:FR-DE' }), development, context).kind).toBe('no_match');
  });

  it('says what is wrong with a filter, and where', () => {
    expect(readFilter('statsu:held', T0)).toContain('column 1');
    expect(matchDevelopment(aSubscription({ filter: 'statsu:held' }), aDevelopment(), context).kind).toBe('bad_filter');
  });
});

describe('when it goes out', () => {
  const wanted = [{ development: aDevelopment(), why: 'test' }] as const;

  it('waits twenty seconds for a second story of the item', () => {
    expect(alertFor(aSubscription(), wanted, { id: 'al_1', now: T0 }).dueAt).toBe('2026-03-01T08:00:20.000Z');
  });

  it('is held by quiet hours, not lost', () => {
    const quietHours = { from: '07:00', to: '10:00', zone: 'UTC' };
    expect(alertFor(aSubscription({ quietHours }), wanted, { id: 'al_1', now: T0 }).dueAt).toBe('2026-03-01T10:00:00.000Z');
  });
});

describe('the table of channels', () => {
  it.each(CHANNELS.filter((channel) => CHANNEL_SPEC[channel].reads !== null))('%s knows its own example', (channel) => {
    const { example, runsOn } = CHANNEL_SPEC[channel];
    expect(channelOf(example, runsOn)).toBe(channel);
    expect(addressForms(runsOn)).toContain(example);
  });

  it('sends fewer mails a second than half of what makes SNS suspend an address', () => {
    expect(CHANNEL_SPEC.email.perSecond).toBeLessThan(5);
  });

  it.each(['', 'reader', 'a@b', '+43 660 1234567', '0660123456', 'javascript:alert(1)', 'a@example.org\nBcc: b@example.org'])(
    'takes %j for no address',
    (address) => {
      expect(channelOf(address, 'aws')).toBeNull();
      expect(channelOf(address, 'machine')).toBeNull();
    },
  );
});

describe('digests and notices', () => {
  const slot = { start: '2026-03-01T06:30:00.000Z', end: '2026-03-02T06:30:00.000Z' };

  it('groups by story, in order', () => {
    const developments = [
      aDevelopment(),
      aDevelopment({ id: 'd2', storyId: 'story-2', parties: ['CN', 'US'], leaders: ['xi', 'trump'] }),
      aDevelopment({ id: 'd3', from: 'scheduled', to: 'postponed' }),
    ];
    const { subject, text } = renderDigest({
      alertId: 'al_1',
      subscriptionId: 'sub-1',
      slot,
      developments,
      why: 'test',
      rhythm: { kind: 'hourly' },
    });
    expect(subject).toBe('3 developments in 2 stories, 1 Mar 2026 06:30 - 2 Mar 2026 06:30 UTC');
    expect(text.match(/^Putin-Trump$/gm)).toHaveLength(1);
    expect(text.indexOf('agreed -> scheduled')).toBeLessThan(text.indexOf('scheduled -> postponed'));
  });

  it('says honestly that nothing is new', () => {
    const { subject, text } = renderDigest({
      alertId: 'al_1',
      subscriptionId: 'sub-1',
      slot,
      developments: [],
      why: 'test',
      rhythm: { kind: 'hourly' },
    });
    expect(subject).toContain('Nothing new');
    expect(text).toContain('No development in this time.');
  });

  it('lists what stands, the committed first', () => {
    const lines = stateOfPlay([
      aStory({ id: 's1', status: 'proposed', parties: ['CN', 'US'], leaders: [] }),
      aStory(),
      aStory({ id: 's3', closedAt: T0 }),
    ]);
    expect(lines.join('\n')).toBe(
      'Agreed or scheduled:\n- Putin-Trump: scheduled, Budapest, 6 Mar 2026, since 1 Mar 2026\n\nOffered, open:\n- China-US: proposed, Budapest, 6 Mar 2026, since 1 Mar 2026',
    );
  });

  it('keeps a notice’s paragraphs and its id', () => {
    const { text } = renderNotice({
      alertId: 'al_9',
      kind: 'test',
      subscriptionId: 's',
      title: 'Test',
      paragraphs: ['One.', 'Two.'],
      why: 'you asked',
    });
    expect(text).toBe('One.\nTwo.\n\nWHY YOU GET THIS\n  you asked\n  stop these alerts: summitwire unsubscribe s\n\nAlert al_9');
  });
});

describe('the health of subscriptions', () => {
  const now = '2026-03-10T00:00:00.000Z';
  const mail = aSubscription({ id: 'm', channel: 'email', to: 'reader@example.org' });

  it.each([
    ['missing', mail, 'does not know it'],
    ['pending', mail, 'suspended it'],
    ['pending', { ...mail, state: 'pending' as const }, 'not confirmed for two days'],
  ] as const)('finds one that is %s at SNS', (standing, subscription, words) => {
    expect(findProblems([subscription], new Map([['m', standing]]), now)[0]?.problem).toContain(words);
  });

  it('is silent about what stands, what waits since today, and what SNS does not carry', () => {
    const fresh = { ...mail, id: 'f', state: 'pending' as const, createdAt: now };
    const standings = new Map([
      ['m', 'confirmed'],
      ['f', 'pending'],
    ] as const);
    expect(findProblems([mail, fresh, aSubscription()], standings, now)).toEqual([]);
  });
});
