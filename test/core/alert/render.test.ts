import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { alertJsonSchema } from '../../../core/alert/alert-json.ts';
import { renderDigest } from '../../../core/alert/digest.ts';
import { renderNotice } from '../../../core/alert/notice.ts';
import { renderAlert, SMS_PREFIX, SUBJECT_UNITS } from '../../../core/alert/render.ts';
import type { Channel } from '../../../core/alert/subscription.ts';
import type { Development } from '../../../core/story/development.ts';
import { aDevelopment, aQuote, T0 } from '../../builders.ts';
import { hostileText } from './hostile-text.ts';

const render = (...developments: Development[]) =>
  renderAlert({
    alertId: 'al_1',
    kind: 'development',
    subscriptionId: 'sub-1',
    developments,
    why: 'major development, on your watch list (RU-US)',
  });

const postponed = aDevelopment({
  from: 'scheduled',
  to: 'postponed',
  date: null,
  place: 'Budapest',
  what: 'scheduled -> postponed',
  quote: aQuote({
    text: 'There is no plan for a meeting soon.',
    speaker: 'a White House official',
    outlet: 'Example Wire',
    link: 'https://news.example/2',
    at: '2026-03-04T10:00:00.000Z',
  }),
  before: aQuote({
    text: 'They will meet within two weeks.',
    speaker: 'a Kremlin aide',
    outlet: 'Other Wire',
    link: 'https://other.example/1',
    at: '2026-03-01T08:00:00.000Z',
  }),
  support: ['item-1', 'item-2', 'item-3'],
  confidence: 0.83,
  reasons: ['official-source', 'reversal'],
});

describe('the message of a development', () => {
  it('begins with who and the change', () => {
    expect(render(postponed).subject).toBe('Putin-Trump: scheduled -> postponed, Budapest');
  });

  it('tells in order what changed, what stood before, sources, how sure, why, how to mute, and its id', () => {
    const { text } = render(postponed);
    const marks = [
      'Putin-Trump',
      'scheduled -> postponed',
      '"There is no plan for a meeting soon."',
      '-- a White House official, via Example Wire, 4 Mar 2026',
      'WHAT STOOD BEFORE: scheduled',
      '"They will meet within two weeks."',
      'SOURCES',
      'Example Wire: https://news.example/2',
      'and 2 more reports',
      '83 %, an official source, it reverses what was known',
      'on your watch list (RU-US)',
      'summitwire mute story-1',
      'summitwire unsubscribe sub-1',
      'Alert al_1',
    ];
    const places = marks.map((mark) => text.indexOf(mark));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('puts the link last in a text message', () => {
    expect(render(postponed).sms).toBe(
      'Putin-Trump: scheduled -> postponed, Budapest. Example Wire: There is no plan for a meeting soon. https://news.example/2',
    );
  });

  it('leaves the link out rather than cutting it', () => {
    const link = `https://news.example/${'a'.repeat(140)}`;
    const { sms } = render(aDevelopment({ quote: aQuote({ link }) }));
    expect(sms).not.toContain('https');
    expect(sms).toContain('Putin-Trump');
  });

  it('tells two stories of one item in one message, the first in the subject', () => {
    const { subject, text } = render(postponed, aDevelopment({ id: 'development-2', parties: ['CN', 'US'], leaders: ['xi', 'trump'] }));
    expect(subject).toBe('Putin-Trump: scheduled -> postponed, Budapest (+1 more)');
    expect(text).toContain('Xi-Trump');
  });

  it('says who denies what', () => {
    const denial = { by: 'RU', byName: 'peskov', strength: 'fake', claim: 'that a list of targets exists', claimBy: null } as const;
    expect(render(aDevelopment({ kind: 'denial', denial })).subject).toBe('Peskov (Russia) calls it fake: that a list of targets exists');
  });

  it.each([
    ['slot', { kind: 'slot', date: '2026-03-09', place: 'Geneva' }, 'Putin-Trump: scheduled, Geneva, 9 Mar 2026'],
    ['side', { kind: 'side', side: 'US', from: null, to: 'declined', date: null, place: null }, 'Putin-Trump: US declined'],
    ['outcome_unknown', { kind: 'outcome_unknown', date: '2026-03-06' }, 'Putin-Trump: outcome unknown, was due 6 Mar 2026'],
    [
      'contested',
      { kind: 'contested', what: 'the Kremlin says agreed, the White House says no plans' },
      'Putin-Trump: contested: the Kremlin says agreed, the White House says no plans',
    ],
    ['countries', { leaders: [], date: null, place: null }, 'Russia-US: agreed -> scheduled'],
  ] as const)('tells a development of kind %s', (_name, part, subject) => {
    expect(render(aDevelopment(part as Partial<Development>)).subject).toBe(subject);
  });

  it('gives machines a body that its own schema reads', () => {
    expect(alertJsonSchema.safeParse(JSON.parse(JSON.stringify(render(postponed).json))).success).toBe(true);
  });
});

const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029]|\p{Bidi_Control}|\p{Cs}/u;

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

describe('hostile words', () => {
  const hostile = fc.record({
    text: hostileText(),
    speaker: hostileText(),
    outlet: hostileText(),
    link: fc.oneof(hostileText(), fc.webUrl({ withQueryParameters: true, withFragments: true })),
  });

  it('never break a subject, a mail, a text message or the JSON', () => {
    fc.assert(
      fc.property(hostile, hostile, hostileText(), (quote, before, words) => {
        const development = aDevelopment({
          quote: aQuote(quote),
          before: aQuote(before),
          what: words,
          place: words,
          summit: words,
          leaders: [words.slice(0, 40), 'trump'],
          kind: 'contested',
        });
        const message = render(development);
        expect(message.subject.length).toBeGreaterThan(0);
        expect(message.subject.length).toBeLessThanOrEqual(SUBJECT_UNITS);
        expect(message.subject).not.toMatch(CONTROL);
        expect(message.subject).not.toContain('\n');
        expect(message.text).not.toMatch(CONTROL);
        expect(message.text.trimEnd().endsWith('Alert al_1')).toBe(true);
        for (const words of stringsIn(message.json)) expect(words).not.toMatch(CONTROL);
        expect(alertJsonSchema.safeParse(message.json).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never make a text message two parts, as a library of others counts', () => {
    fc.assert(
      fc.property(hostile, hostileText(), (quote, words) => {
        const { sms } = render(aDevelopment({ quote: aQuote(quote), what: words, place: words, kind: 'contested' }));
        const counted = new SegmentedMessage(`${SMS_PREFIX}${sms}`);
        expect([counted.encodingName, counted.segmentsCount]).toEqual(['GSM-7', 1]);
        expect(sms.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a reader finds in a message', () => {
  const render = (part: Parameters<typeof aDevelopment>[0], channel?: Channel): string =>
    renderAlert({
      ...{ alertId: 'al_1', kind: 'development', subscriptionId: 'sub-1', developments: [aDevelopment(part)], why: 'test' },
      ...(channel === undefined ? {} : { channel }),
    }).text;

  it('says nothing twice: a line that only repeats the words of the change is left out', () => {
    const said = render({ from: 'scheduled', to: 'postponed', place: 'Budapest', date: null, what: 'scheduled -> postponed (Budapest)' });
    expect(said.match(/postponed/g)).toHaveLength(1);
    const more = render({ from: 'scheduled', to: 'postponed', what: 'scheduled -> postponed: White House has no plans' });
    expect(more).toContain('White House has no plans');
  });

  it('writes names as people write them', () => {
    const speaker = (name: string) => render({ quote: { text: 'No.', speaker: name, outlet: null, link: null, at: T0 } });
    expect(speaker('von der leyen')).toContain('-- von der Leyen, 1 Mar 2026');
    expect(speaker('Kremlin spokesman')).toContain('-- Kremlin spokesman, 1 Mar 2026');
  });

  it('names commands that work where the subscription lives', () => {
    expect(render({}, 'email')).toContain('summitwire unsubscribe sub-1 --aws\n');
    expect(render({}, 'email')).toMatch(/summitwire mute \S+ --aws\n/);
    expect(render({}, 'smtp')).toContain('summitwire unsubscribe sub-1\n');
    const notice = { alertId: 'al_1', kind: 'test' as const, subscriptionId: 'sub-1', title: 't', paragraphs: ['p'], why: 'w' };
    expect(renderNotice({ ...notice, channel: 'sms' }).text).toContain('summitwire unsubscribe sub-1 --aws\n');
    const digest = { alertId: 'al_1', subscriptionId: 'sub-1', slot: { start: T0, end: T0 }, developments: [], why: 'w' };
    expect(renderDigest({ ...digest, rhythm: { kind: 'hourly' }, channel: 'email' }).text).toContain(
      'summitwire unsubscribe sub-1 --aws\n',
    );
  });

  it('tells a daily digest’s times where its reader lives', () => {
    const digest = { alertId: 'al_1', subscriptionId: 'sub-1', developments: [aDevelopment()], why: 'w' };
    const slot = { start: '2026-02-28T21:30:00.000Z', end: '2026-03-01T21:30:00.000Z' };
    const { subject, text } = renderDigest({ ...digest, slot, rhythm: { kind: 'daily', at: '06:30', zone: 'Asia/Tokyo' } });
    expect(subject).toContain('1 Mar 2026 06:30 - 2 Mar 2026 06:30 Asia/Tokyo');
    expect(text).toContain('   1 Mar 17:00  ');
  });
});
