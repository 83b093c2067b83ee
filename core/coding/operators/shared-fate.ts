import type { Nucleus } from '../nuclei/nuclei.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import type { Clause } from '../sentences/clauses.ts';
import { normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import type { Operator } from './operators.ts';

type Chain = readonly Operator[];
/** Effects of words that call something off. */
export const ENDS_PLANS: ReadonlySet<string> = new Set(['cancel', 'postpone']);
/** Of those that are done to a contact: calling off, putting off, refusing. */
export const BREAKS_OFF: ReadonlySet<string> = new Set([...ENDS_PLANS, 'refuse']);

/** "cancels his visit to Mali and talks with Saied", "cancels a trip to Oslo where he was to meet Merz": one verb calls off both. */
export function withSharedFate(
  sentence: Sentence,
  { nuclei, clauses }: { readonly nuclei: readonly Nucleus[]; readonly clauses: readonly Clause[] },
  chains: readonly Chain[],
): readonly Chain[] {
  if (chains.length < 2) return chains;
  return chains.map((chain, n) => {
    const [before, nucleus] = [nuclei[n - 1], nuclei[n]];
    if (before === undefined || nucleus === undefined || before.row.kind !== 'noun') return chain;
    const fate = chains[n - 1]?.find(({ row, to }) => ENDS_PLANS.has(row.effect) && row.isPreposition !== true && to <= before.from);
    if (fate === undefined || !(isNextOf(sentence, nucleus, chain) || wasToBe(sentence, { nucleus, clauses }, chain))) return chain;
    return [...chain.filter(({ row }) => row.effect !== 'future' && row.effect !== 'schedule'), fate];
  });
}

/** "... and talks with", "... and the conference due to be held": joined by "and", and nothing else said of it. */
const isNextOf = (sentence: Sentence, nucleus: Nucleus, chain: Chain): boolean =>
  nucleus.row.kind === 'noun' &&
  normOf(sentence.tokens, phraseStart(sentence, nucleus) - 1) === 'and' &&
  chain.every(({ row, from }) => from >= nucleus.to && (row.effect === 'future' || row.effect === 'schedule'));

type Place = { readonly nucleus: Nucleus; readonly clauses: readonly Clause[] };
/** "where talks were to be held", "during which he was due to meet": what would have been. */
function wasToBe({ tokens }: Sentence, { nucleus, clauses }: Place, chain: Chain): boolean {
  const clause = clauses.find(({ from, to }) => from <= nucleus.from && nucleus.from < to);
  if (clause === undefined || !THERE.has(normOf(tokens, clause.from))) return false;
  return chain.some((operator) => isPast(tokens, operator));
}
const THERE = wordSet('where when which');
const isPast = (tokens: Sentence['tokens'], { row, from }: Operator): boolean =>
  (row.effect === 'future' || row.effect === 'schedule') && (WAS.has(normOf(tokens, from)) || WAS.has(normOf(tokens, from - 1)));
const WAS = wordSet('was were would');
