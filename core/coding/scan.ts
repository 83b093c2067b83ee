import { findSpeech, type Speech } from './attribution.ts';
import { type Clause, splitClauses } from './clauses.ts';
import { attachOperators, type Chain, type Echo, findEchoes } from './governing.ts';
import { type Group, groupParties } from './groups.ts';
import { findNuclei, type Nucleus } from './nuclei.ts';
import { findOperators, type Operator } from './operators.ts';
import type { Sentence } from './text.ts';

/** Everything that was marked in one sentence, before it is read as contacts. */
export type Scan = {
  readonly sentence: Sentence;
  readonly clauses: readonly Clause[];
  readonly nuclei: readonly Nucleus[];
  readonly operators: readonly Operator[];
  /** Operators of each nucleus, innermost first. */
  readonly chains: readonly Chain[];
  /** Clauses without a nucleus that say more about one. */
  readonly echoes: readonly Echo[];
  readonly groups: readonly Group[];
  readonly speech: Speech;
};

/** Marks nuclei first: a sentence without one costs next to nothing. */
export function scanSentence(sentence: Sentence): Scan | null {
  const nuclei = findNuclei(sentence);
  if (nuclei.length === 0) return null;
  const operators = findOperators(sentence, nuclei);
  const clauses = splitClauses(sentence);
  const groups = groupParties(sentence);
  return {
    sentence,
    clauses,
    nuclei,
    operators,
    chains: attachOperators(sentence, clauses, nuclei, operators),
    echoes: findEchoes(sentence.tokens, clauses, nuclei, operators, sentence.entities),
    groups,
    speech: findSpeech(sentence, groups),
  };
}
