import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, openDemo } from '../../cli/demo/open-demo.ts';
import { SAMPLE_OUTLETS, SAMPLE_ROUNDS } from '../../cli/demo/sample.ts';
import { emptyTally, tellRound } from '../../cli/demo/tell-round.ts';
import { alertJsonSchema } from '../../core/alert/alert-json.ts';

/** What an editor would tell of the sample news, round by round: parties, level, from -> to (the side that answered). Nothing twice. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  '2021-03-18T15:00:00Z': ['RU-US leader null -> proposed'],
  '2021-03-18T20:30:00Z': ['CN-US minister scheduled -> underway', 'RU-US leader proposed -> proposed (US)'],
  '2021-03-19T11:00:00Z': ['RU-US leader proposed -> declined'],
  '2021-03-22T14:00:00Z': [],
  '2021-04-13T18:00:00Z': ['RU-US leader null -> held', 'RU-US leader null -> proposed'],
  '2021-05-25T15:00:00Z': ['RU-US leader proposed -> scheduled'],
  '2021-06-16T18:00:00Z': ['RU-US leader scheduled -> held'],
  '2022-02-20T23:55:00Z': ['FR-RU leader null -> held', 'RU-US leader null -> agreed'],
  '2022-02-21T11:00:00Z': [
    'RU-US leader agreed -> premature',
    'RU-US leader premature -> agreed (US)',
    'denial by RU',
    'RU-US minister null -> scheduled',
  ],
  '2022-02-21T16:00:00Z': [],
  '2022-02-22T23:00:00Z': ['RU-US minister scheduled -> cancelled', 'RU-US leader premature -> cancelled'],
};

describe('the demo', () => {
  let demo: Demo;
  const told = new Map<string, string[]>();
  const stdout = new PassThrough();
  let text = '';
  stdout.on('data', (chunk) => {
    text += chunk;
  });
  const tally = emptyTally();

  beforeAll(async () => {
    demo = await openDemo({
      io: { stdin: new PassThrough(), stdout, stderr: stdout, env: {} },
      style: { hasColour: false, hasSigns: false, columns: 88 },
    });
    for (const round of SAMPLE_ROUNDS) {
      const before = demo.sent.length;
      await demo.play(
        round,
        async (turn) => void stdout.write(tellRound(round, turn, { tally, style: { hasColour: false, hasSigns: false, columns: 88 } })),
      );
      told.set(round.at, demo.sent.slice(before).flatMap(developmentLines));
    }
  });
  afterAll(() => demo.close());

  it('tells the state of play once, after the baseline, and nothing else of it', () => {
    expect(demo.sent.filter(({ kind }) => kind === 'state_of_play')).toHaveLength(1);
    expect(told.get(SAMPLE_ROUNDS[0]?.at ?? '')).toEqual([]);
  });

  for (const [at, expected] of Object.entries(EXPECTED))
    it(`tells at ${at}: ${expected.join('; ') || 'nothing'}`, () => {
      expect(told.get(at)?.toSorted()).toEqual(expected.toSorted());
    });

  it('reads every outlet in its own format, and what can be read of the broken one', async () => {
    const page = await demo.store.archive.listFeedStates({ limit: 100, cursor: null });
    expect(page.rows.map(({ feedId }) => feedId).sort()).toEqual(SAMPLE_OUTLETS.map(({ id }) => id).sort());
    expect(page.rows.filter(({ failures }) => failures > 0)).toEqual([]);
    expect([...tally.mended]).toContain('broken-bugle');
  });

  it('prints what the README shows', () => {
    const shown = readFileSync('README.md', 'utf8').split('```')[3] ?? '';
    const printed = new Set(text.split('\n'));
    const wrong = shown.split('\n').filter((line) => line !== '' && line !== '...' && !printed.has(line));
    expect(shown).toContain('repeats kept silent');
    expect(wrong).toEqual([]);
  });

  it('takes in every item once', () => {
    expect(tally.items).toBe(SAMPLE_ROUNDS.reduce((n, { items }) => n + items.length, 0));
  });
});

/** "RU-US leader proposed -> declined", one for each development of an alert. */
function developmentLines({ message }: Demo['sent'][number]): string[] {
  const json = alertJsonSchema.parse(message.json);
  return json.developments.map(({ kind, side, parties, level, from, to }) =>
    kind === 'denial' ? `denial by ${side}` : `${parties.join('-')} ${level} ${from} -> ${to}${kind === 'side' ? ` (${side})` : ''}`,
  );
}
