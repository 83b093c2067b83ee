import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

const CONTACT_FIELDS = [
  'parties',
  'leaders',
  'level',
  'form',
  'status',
  'conditional',
  'background',
  'date',
  'place',
  'summit',
  'note',
  'cameo',
  'plover',
  'confidence',
  'evidence',
];
const DENIAL_FIELDS = [
  'by',
  'by_name',
  'strength',
  'claim',
  'claim_by',
  'about_contact',
  'domestic',
  'background',
  'cameo',
  'confidence',
  'evidence',
];
const line = (item: unknown): string => JSON.stringify(item);
const code = (lines: readonly string[]) => runCommand(['code'], { stdin: `${lines.join('\n')}\n` });

describe('summitwire code', () => {
  it('answers each line in order with every field of the contract', async () => {
    const { code: exit, stdout } = await code([
      line({ id: 'b', title: 'Putin to meet Macron in Oslo', date: '2025-03-04' }),
      line({ id: 'a', title: 'The Kremlin denies that Putin spoke to Trump', text: null, outlet: null, lang: 'en', year: '2025' }),
    ]);
    const coded = stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(exit).toBe(0);
    expect(coded.map((item) => item.id)).toEqual(['b', 'a']);
    expect(Object.keys(coded[0].contacts[0])).toEqual(expect.arrayContaining(CONTACT_FIELDS));
    expect(Object.keys(coded[1].denials[0])).toEqual(expect.arrayContaining(DENIAL_FIELDS));
    expect(coded[0]).toMatchObject({
      relevance: expect.any(Number),
      contacts: [{ parties: ['FR', 'RU'], status: 'scheduled', cameo: '036', plover: 'AGREE' }],
    });
  });
  it('names a bad line by its number, goes on, and exits with 1', async () => {
    const good = line({ id: '1', title: 'Putin met Macron' });
    const {
      code: exit,
      stdout,
      stderr,
    } = await code([good, 'no json', line({ id: '2' }), line({ title: 'x' }), line({ id: '3', title: 'x', date: 'soon' }), good]);
    expect(exit).toBe(1);
    expect(stdout.trim().split('\n')).toHaveLength(2);
    for (const number of [2, 3, 4, 5]) expect(stderr).toContain(`line ${number}:`);
    expect(stderr).toContain('title or text must be there');
  });
  it('takes a date in another spelling, and none that the calendar does not have, without losing its neighbours', async () => {
    const dates = ['5 March 2025', '2025-3-5', '2025-02-31', 'Wed, 05 Mar 2025 09:00:00 GMT', '+275760-01-01', '2025-13-40', '1'];
    const { stdout, stderr } = await code(
      dates.map((date, n) => line({ id: `${n}`, title: 'Trump to meet Putin in Budapest on Friday', date })),
    );
    const coded = stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(coded.map(({ id }) => id)).toEqual(['0', '1', '2', '3', '6']);
    expect(coded.slice(0, 4).map(({ contacts }) => contacts[0].date)).toEqual(['2025-03-07', '2025-03-07', '2025-03-07', '2025-03-07']);
    expect(stderr.match(/line \d/g)).toEqual(['line 5', 'line 6']);
  });
  it('takes no arguments', async () => {
    const { code: exit, stderr } = await runCommand(['code', 'file.jsonl']);
    expect(exit).toBe(2);
    expect(stderr).toContain('standard input');
  });
  it('reads a text in a language without rules as nothing, and says so', async () => {
    const { stdout } = await code([
      line({ id: '1', title: 'Macron recibe a Putin en el palacio de la presidencia para hablar de la guerra' }),
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ readAs: null, contacts: [], denials: [], relevance: 0 });
  });
});
