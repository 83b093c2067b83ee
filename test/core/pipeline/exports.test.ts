import { describe, expect, it } from 'vitest';
import { cameoActor } from '../../../core/pipeline/event-country.ts';
import { EVENT_COLUMNS, eventRows } from '../../../core/pipeline/export-events.ts';
import { ladderRows } from '../../../core/pipeline/export-ladders.ts';
import { itemView, storyView } from '../../../core/pipeline/query-view.ts';
import { aCodedItem, aContact, aDenialOf, aFact, anItem, aStory } from '../../builders.ts';

const rowsOf = (coded: Parameters<typeof aCodedItem>[0]) =>
  eventRows(itemView({ item: anItem(), coded: aCodedItem(coded), decisions: [], rulesVersion: 1 }));
const dyads = (coded: Parameters<typeof aCodedItem>[0]) => rowsOf(coded).map((row) => [row.actor1, row.actor2, row.cameo]);

describe('event data', () => {
  it('has a row for each direction of what is mutual', () => {
    expect(dyads({ contacts: [aContact({ cameo: '040' })] })).toEqual([
      ['RU', 'US', '040'],
      ['US', 'RU', '040'],
    ]);
    expect(dyads({ contacts: [aContact({ parties: ['CN', 'RU', 'US'], cameo: '040' })] })).toHaveLength(6);
  });

  it('has one direction for the act of one side', () => {
    expect(dyads({ contacts: [aContact({ side: 'US', status: 'declined', cameo: '125' })] })).toEqual([['US', 'RU', '125']]);
  });

  it('keeps codes as strings, splits PLOVER into type and mode, and names actors as GDELT does', () => {
    const [row] = rowsOf({ contacts: [aContact({ cameo: '041', plover: 'CONSULT/phone', status: 'held', form: 'phone' })] });
    expect(row).toMatchObject({
      cameo: '041',
      root: '04',
      quad_class: '1',
      plover_type: 'CONSULT',
      plover_mode: 'phone',
      actor1_cameo: 'RUS',
      actor2_cameo: 'USA',
      event_date: '2026-03-01',
      sqldate: '20260301',
    });
  });

  it('has a denial as CAMEO 016, aimed at who made the claim where that is a state', () => {
    const rows = rowsOf({ contacts: [], denials: [aDenialOf({ claim_by: 'US' }), aDenialOf({ claim_by: 'Example Wire' })] });
    expect(rows.map((row) => [row.actor1, row.actor2, row.cameo, row.plover_type, row.denial_strength])).toEqual([
      ['RU', 'US', '016', '', 'denied'],
      ['RU', '', '016', '', 'denied'],
    ]);
  });

  it('fills every column of every row, under ids that are each given once', () => {
    const rows = rowsOf({ contacts: [aContact(), aContact({ parties: ['CN', 'RU'] })], denials: [aDenialOf()] });
    expect(rows.every((row) => EVENT_COLUMNS.every((column) => typeof row[column] === 'string'))).toBe(true);
    expect(new Set(rows.map((row) => row.event_id)).size).toBe(rows.length);
  });

  it('knows three letters for each state of ISO 3166-1', () => {
    const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const no = ['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ'];
    const states = letters
      .flatMap((a) => letters.map((b) => a + b))
      .filter((code) => regions.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code && !no.includes(code));
    expect(states.filter((code) => !/^[A-Z]{3}$/.test(cameoActor(code)))).toEqual([]);
    expect(new Set(states.map(cameoActor)).size).toBe(states.length);
  });
});

describe('ladder statistics', () => {
  const at = (day: number) => `2026-03-0${day}T00:00:00.000Z`;
  const story = (steps: readonly (readonly [status: 'proposed' | 'scheduled' | 'held' | 'cancelled', day: number])[], part = {}) =>
    storyView({
      story: aStory({
        status: steps.at(-1)?.[0] ?? null,
        facts: steps.map(([status, day], i) => aFact({ id: `f${i}`, status, firstAt: at(day) })),
        ...part,
      }),
      dossierKey: 'leader:RU-US',
    });

  it('counts what was held and called off, and the hours between rungs by their median', () => {
    const rows = ladderRows([
      story([
        ['proposed', 1],
        ['scheduled', 2],
        ['held', 4],
      ]),
      story([
        ['proposed', 1],
        ['scheduled', 3],
        ['held', 5],
      ]),
      story([
        ['scheduled', 1],
        ['cancelled', 2],
      ]),
      story([['held', 3]], { parties: ['CN', 'US'] }),
    ]);
    expect(rows).toMatchObject([
      {
        parties: 'RU-US',
        stories: 3,
        held: 2,
        cancelled: 1,
        shareHeld: 0.67,
        shareOff: 0.33,
        hoursProposedToScheduled: 36,
        hoursScheduledToHeld: 48,
        hoursProposedToHeld: 84,
      },
      { parties: 'CN-US', stories: 1, held: 1, hoursProposedToHeld: null },
    ]);
  });

  it('measures nothing backwards', () => {
    expect(
      ladderRows([
        story([
          ['held', 1],
          ['proposed', 3],
        ]),
      ])[0]?.hoursProposedToHeld,
    ).toBeNull();
  });
});
