import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastLocal, localTime, nextLocal } from '../../../core/alert/local-time.ts';
import { quietUntil } from '../../../core/alert/quiet-hours.ts';
import { digestSlot } from '../../../core/alert/rhythm.ts';

const NIGHT = { from: '22:00', to: '07:00', zone: 'Europe/Paris' };

describe('quiet hours', () => {
  it.each([
    ['before midnight', '2026-01-10T21:30:00.000Z', '2026-01-11T06:00:00.000Z'],
    ['after midnight', '2026-01-11T03:00:00.000Z', '2026-01-11T06:00:00.000Z'],
    ['in the night in which clocks go forward', '2026-03-28T22:00:00.000Z', '2026-03-29T05:00:00.000Z'],
    ['in the night in which clocks go back', '2026-10-24T21:00:00.000Z', '2026-10-25T06:00:00.000Z'],
  ])('end at seven o’clock of the wall, %s', (_name, at, until) => {
    expect(quietUntil(NIGHT, at)).toBe(until);
  });

  it('are over at their end, and hold nothing by day', () => {
    expect(quietUntil(NIGHT, '2026-01-11T06:00:00.000Z')).toBeNull();
    expect(quietUntil(NIGHT, '2026-01-11T12:00:00.000Z')).toBeNull();
    expect(quietUntil(null, '2026-01-11T03:00:00.000Z')).toBeNull();
    expect(quietUntil({ ...NIGHT, from: '07:00' }, '2026-01-11T03:00:00.000Z')).toBeNull();
  });
});

describe('a digest', () => {
  const daily = (at: string, zone: string) => ({ kind: 'daily', at, zone }) as const;

  it.each([
    ['in the hour that is jumped over', '02:30', '2026-03-29', '2026-03-29T01:00:00.000Z'],
    ['in the hour that comes twice: the first', '02:30', '2026-10-25', '2026-10-25T00:30:00.000Z'],
    ['on a day like others', '02:30', '2026-06-01', '2026-06-01T00:30:00.000Z'],
  ])('comes once %s', (_name, at, day, end) => {
    expect(digestSlot(daily(at, 'Europe/Paris'), `${day}T12:00:00.000Z`)?.end).toBe(end);
  });

  it('has exactly one slot a local day, each beginning where the one before ended, over a whole year and in odd zones', () => {
    for (const zone of ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'America/Sao_Paulo']) {
      for (const at of ['00:00', '02:30', '23:45']) {
        const days = new Set<string>();
        let slot = digestSlot(daily(at, zone), '2027-01-01T12:00:00.000Z');
        for (let day = 0; day < 366 && slot !== null; day += 1) {
          const { year, month, day: date } = localTime(slot.end, zone);
          days.add(`${year}-${month}-${date}`);
          const before = digestSlot(daily(at, zone), slot.start);
          expect(before?.end).toBe(slot.start);
          slot = before;
        }
        expect(days.size).toBe(366);
      }
    }
  });

  it('is the same for everybody who asks within its slot', () => {
    const minutes = fc.integer({ min: 0, max: 600_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const now = new Date(Date.parse('2026-01-01T00:00:00.000Z') + minute * 60_000).toISOString();
        const slot = digestSlot(daily('07:30', 'Europe/Vienna'), now);
        expect(slot!.end <= now && slot!.start < slot!.end).toBe(true);
        expect(nextLocal(now, '07:30', 'Europe/Vienna') > now).toBe(true);
        expect(lastLocal(now, '07:30', 'Europe/Vienna')).toBe(slot!.end);
      }),
    );
  });

  it('of an hour ends at the full hour', () => {
    expect(digestSlot({ kind: 'hourly' }, '2026-01-01T10:20:00.000Z')).toEqual({
      start: '2026-01-01T09:00:00.000Z',
      end: '2026-01-01T10:00:00.000Z',
    });
  });
});
