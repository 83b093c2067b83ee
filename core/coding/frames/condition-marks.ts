import type { Status } from '../codebook/coded-item.ts';
import type { ConditionRow } from '../facts/data.ts';
import type { Scan } from '../operators/scan.ts';
import type { Clause } from '../sentences/clauses.ts';
import { hasWordOf, WORD_CLASS } from '../sentences/word-classes.ts';
import { findMatches, type Search } from '../words/pattern.ts';
import { normInScan as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { isOnlyBehind } from './condition-words.ts';

/** The row of data/conditions.json that ties a contact of the clause `own` to something, or null. */
export function conditionMark(scan: Scan, own: Clause, status: Status): ConditionRow | null {
  if (!hasWordOf(scan.sentence, WORD_CLASS.condition)) return null;
  const marks = findMatches(scan.sentence, CONDITIONS);
  return (
    marks.find(({ row, from }) => !isFree(scan, from) && FITS[row.only ?? 'any'](scan, own, status) && isNear(scan, own, { row, from }))
      ?.row ?? null
  );
}

const CONDITIONS: Search<ConditionRow, Scan['sentence']> = { openingOf: ({ word }) => word.condition, accepts: () => true };

type Fits = (scan: Scan, own: Clause, status: Status) => boolean;
const FITS: Readonly<Record<'any' | 'refusal' | 'wish', Fits>> = {
  any: () => true,
  refusal: (_, __, status) => status === 'declined' || status === 'premature',
  wish: ({ sentence }, { from, to }, status) =>
    status === 'willing' ||
    status === 'possible' ||
    sentence.tokens.slice(from, to).some(({ norm }) => norm === 'would' || norm === 'could' || norm === "'d"),
};

/** "no strings attached", "not dependent on". */
const isFree = (scan: Scan, at: number): boolean => NEGATES.has(normAt(scan, at - 1));
const NEGATES = wordSet("no not without any never n't isn't aren't doesn't");

/** In the contact's own clause, where nothing else hangs on it; or in one that tells of no other contact, and points back when it says "that depends on". */
function isNear(scan: Scan, own: Clause, { row, from: at }: { readonly row: ConditionRow; readonly from: number }): boolean {
  const clause = scan.clauses.find(({ from, to }) => from <= at && at < to) ?? own;
  if (row.makes === 'possible' && isOnlyBehind(scan, clause, at)) return false;
  if (clause === own) return true;
  if (row.makes !== undefined && !POINTS.has(normAt(scan, at - 1)) && !POINTS.has(normAt(scan, at - 2))) return false;
  return !scan.nuclei.some(({ from }) => clause.from <= from && from < clause.to);
}
const POINTS = wordSet('it that this much all everything which lot');
