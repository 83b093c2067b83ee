import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { lexiconOf } from '../../cli/configured-lexicon.ts';
import { codeItem } from '../../core/coding/code-item.ts';

const LEADER = {
  kind: 'leader',
  name: 'Ottokar Brandwein',
  terms: ['NO head_of_government 2030-01-01/'],
};

it("takes the owner's good rows and names the bad one with its place", () => {
  const stderr = new PassThrough();
  lexiconOf([{ kind: 'leader', name: 7 }, LEADER, 'nonsense'], { stderr });
  const lines = String(stderr.read()).trim().split('\n');
  expect(lines.filter((line) => line.startsWith('config: leaders.json: [0]: found {"kind":"leader","name":7}'))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('config: leaders.json: [2]: found "nonsense"'))).toHaveLength(1);
});

it('codes with a leader that only the owner knows', () => {
  const input = { id: '1', title: 'Brandwein and Modi to meet in Oslo', text: null, date: '2031-05-01', outlet: null, lang: 'en' };
  const own = codeItem(input, lexiconOf([LEADER], { stderr: new PassThrough() }));
  expect(own.contacts.map(({ parties, status }) => [parties, status])).toEqual([[['IN', 'NO'], 'scheduled']]);
  expect(codeItem(input, lexiconOf([], { stderr: new PassThrough() })).contacts.map(({ parties }) => parties)).not.toEqual([['IN', 'NO']]);
});
