import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { renderCalendar } from '../adapters/api/out-calendar.ts';
import { createLogger } from '../adapters/aws/logger.ts';
import { csvLine } from '../cli/listing/csv.ts';
import { runUntil } from '../cli/local/run-until.ts';
import { terminalLog } from '../cli/local/terminal-log.ts';
import type { PlannedContact } from '../core/pipeline/query-calendar.ts';
import { T0 } from './builders.ts';
import { hostileText } from './core/alert/hostile-text.ts';
import { testNamesIn, testsNamedIn } from './named-tests.ts';

const DOCUMENT = readFileSync(new URL('../docs/security.md', import.meta.url), 'utf8');
const THREATS = DOCUMENT.split('\n').filter((line) => line.startsWith('| ') && line.includes('test/'));

describe('the threat model', () => {
  it.each(THREATS.map((line) => [line.split(' | ')[0]?.slice(2) ?? '', line] as const))('%s: its tests are there', (_threat, line) => {
    const named = testsNamedIn(line);
    expect(named.length).toBeGreaterThan(0);
    for (const { file, name } of named) {
      const path = new URL(`../${file}`, import.meta.url);
      expect(existsSync(path), file).toBe(true);
      expect(testNamesIn(readFileSync(path, 'utf8')), `${file} "${name}"`).toContain(name);
    }
  });
});

const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/;

describe('whatever a feed says', () => {
  it('a line on the terminal stays one line without control characters', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const written: string[] = [];
        terminalLog((line) => written.push(line)).error('polling a feed failed', { error: text, feedId: 'x' });
        expect(written).toHaveLength(1);
        expect(written[0]?.slice(0, -1)).not.toMatch(/\n/);
        expect(written[0]).not.toMatch(CONTROLS);
      }),
    );
  });

  it('the reason why a feed cannot be read is one line of the terminal', async () => {
    const reason = 'it begins with "\u001b[2J\r\nerror: forged\u009b31m"';
    const report = {
      feedId: 'wire',
      outcome: 'failed' as const,
      isHostHeld: false,
      newItems: 0,
      revisions: 0,
      parked: 0,
      dropped: [],
      itemIds: [],
    };
    const lines: string[] = [];
    let end = (): void => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const pipeline = {
      poll: async () => {
        queueMicrotask(end);
        return { reports: [{ ...report, reason }], records: [], developments: [] };
      },
      settle: async () => ({ sent: 0, suppressed: 0, parked: 0, failed: 0, outboxes: 0, fannedOut: 0 }),
    };
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    await runUntil(ended, { pipeline, log, write: (text) => void lines.push(text), cleanUp: async () => 0 });
    const said = lines.join('');
    expect(said.split('\n').filter((line) => line.includes('forged'))).toEqual(['  wire: it begins with " [2J error: forged 31m"']);
    expect(said).not.toMatch(CONTROLS);
  });

  it('a line of the log is one JSON object, and its fields are the text', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const lines: string[] = [];
        const { log, powertools } = createLogger();
        Reflect.set(powertools, 'console', { info: (line: string) => lines.push(line), warn: (line: string) => lines.push(line) });
        log.warn('polling a feed failed', { error: text });
        expect(lines).toHaveLength(1);
        expect(lines[0]).not.toMatch(/[\n\r]/);
        expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'WARN', message: 'polling a feed failed' });
      }),
    );
  });

  it('a cell of a CSV is no formula, and a row is one row', () => {
    fc.assert(
      fc.property(fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t=', '\r=', '|', '%', ' =', ''), hostileText()), ([first, text]) => {
        const line = csvLine([`${first}${text}`, 'last']);
        expect(line).not.toMatch(/^"?[=+\-@|%\t\r]/);
        const unquoted = line.replace(/"(?:[^"]|"")*"/g, 'q');
        expect(unquoted.split('\n')).toHaveLength(2);
        expect(unquoted).toMatch(/,last\n$/);
      }),
    );
  });

  it('a calendar holds the events that it should hold and no property of the text’s own', () => {
    const attack = 'Budapest\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:https://evil.example/x\r\nSUMMARY:forged';
    fc.assert(
      fc.property(fc.oneof(fc.constant(attack), hostileText()), (text) => {
        const contact: PlannedContact = {
          ...{ storyId: 'story-1', sequence: 1, changedAt: T0, start: T0, end: T0, isAllDay: false, title: text, place: text },
          ...{ status: 'scheduled', standing: 'confirmed', parties: ['RU', 'US'], level: 'leader', quote: text, link: null },
        };
        const calendar = new ICAL.Component(ICAL.parse(renderCalendar([contact], 'http://127.0.0.1/')));
        const events = calendar.getAllSubcomponents('vevent');
        expect(events).toHaveLength(1);
        expect(events[0]?.getAllProperties('attach')).toEqual([]);
        expect(events[0]?.getAllProperties('summary')).toHaveLength(1);
      }),
    );
  });
});
