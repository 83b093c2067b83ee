import { expect, it } from 'vitest';
import { explainItem, tellExplanation } from '../../../core/coding/explain.ts';
import { buildLexicon } from '../../../core/coding/lexicon/lexicon.ts';

const explanation = explainItem(
  {
    id: 'x',
    title: 'Kremlin does not rule out Putin-Macron call if a truce holds',
    text: null,
    date: '2025-10-15',
    outlet: null,
    lang: 'en',
  },
  buildLexicon(),
);

it('shows tokens, names, scopes, operators from the inside out, the decision and the runner-up', () => {
  const [sentence] = explanation.sentences;
  expect(sentence?.tokens).toContain('kremlin');
  expect(sentence?.entities.map((entity) => entity.party)).toEqual(['RU', 'RU', 'FR']);
  expect(sentence?.scopes.map((scope) => scope.kind)).toEqual(['main', 'if']);
  expect(sentence?.nuclei[0]).toMatchObject({
    words: 'call',
    operators: [{ id: 'rule-out' }, { id: 'not' }],
    decision: { parties: ['FR', 'RU'], status: 'possible', conditional: true },
    runnerUp: 'declined',
  });
});

it('tells the same in lines for a person', () => {
  const text = tellExplanation(explanation).join('\n');
  for (const part of ['operator "rule out"', 'operator "not"', 'reads as FR-RU possible', 'without the last operator: declined'])
    expect(text).toContain(part);
});
