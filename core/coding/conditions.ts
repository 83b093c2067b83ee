import { clauseOf } from './arguments.ts';
import { MONTHS, WEEKDAYS } from './calendar.ts';
import type { Clause } from './clauses.ts';
import type { Status } from './coded-item.ts';
import type { Scan } from './scan.ts';

/** What is done or under way is tied to nothing any more. */
const CONDITIONABLE: ReadonlySet<Status> = new Set([
  'willing',
  'possible',
  'declined',
  'agreed',
  'proposed',
  'scheduled',
  'postponed',
  'premature',
]);
const COURTESY = /^(?:necessary|needed|appropriate|required|possible|desired|wish|wishes|convenient)$/;
const ASKING = /^(?:ask|asks|asked|asking|see|know|unclear|sure|wonder|wonders|question|even|as)$/;
const TIME_WORD =
  /^(?:next|later|after|late|early|mid|further|recently|spring|summer|autumn|fall|winter|then|now|night|midnight|noon|tomorrow|today|christmas|easter|least|19\d\d|20\d\d|\d.*)$/;

/** Tied to a condition: an if or unless clause beside it, "only if", "as long as", "names its terms"; not "if necessary", not "until autumn". */
export function isConditional(scan: Scan, n: number, status: Status): boolean {
  if (scan.chains[n]?.some((operator) => operator.row.isConditional === true)) return true;
  if (!CONDITIONABLE.has(status)) return false;
  const own = clauseOf(scan, scan.nuclei[n]?.from ?? 0);
  return scan.clauses.some((clause) => setsCondition(scan, clause, { own, status })) || hasConditionWord(scan, own);
}

const normAt = (scan: Scan, at: number): string => scan.sentence.tokens[at]?.norm ?? '';

function setsCondition(scan: Scan, clause: Clause, { own, status }: { readonly own: Clause; readonly status: Status }): boolean {
  const opener = normAt(scan, clause.from);
  if (clause.kind === 'if')
    return (
      !isCourtesy(scan, clause) &&
      !ASKING.test(normAt(scan, clause.from - 1)) &&
      !/^(?:not|ever|any|and)$/.test(normAt(scan, clause.from + 1))
    );
  if (clause.kind === 'unless') return (clause !== own || opener === 'unless') && !isTime(scan, clause.from + 1);
  if (opener === 'before')
    return clause !== own && !isTime(scan, clause.from + 1) && (status === 'declined' || normAt(scan, clause.from - 1) === 'not');
  if (opener === 'once') return clause !== own && status !== 'scheduled';
  return opener === 'while' && clause !== own && status === 'declined';
}

/** "if necessary", "if the heads of state consider it appropriate" set no condition. */
const isCourtesy = (scan: Scan, clause: Clause): boolean =>
  scan.sentence.tokens.slice(clause.from, clause.to).some((token) => COURTESY.test(token.norm));

/** "until autumn", "before the end of May" name a time. */
function isTime(scan: Scan, from: number): boolean {
  const at = /^(?:the|this|that|at)$/.test(normAt(scan, from)) ? from + 1 : from;
  const norm = normAt(scan, at);
  return norm === '' || MONTHS.has(norm) || WEEKDAYS.has(norm) || TIME_WORD.test(norm) || (norm === 'end' && normAt(scan, at + 1) === 'of');
}

type WordCheck = (before: string, after: string) => boolean;
/** Words that set a condition inside the contact's own clause, and what must stand beside them. */
const WORD_CHECKS: Readonly<Record<string, WordCheck>> = {
  only: (_, after) => /^(?:if|after|when|to|once|with|on)$/.test(after),
  long: (before, after) => before === 'as' && after === 'as',
  condition: (before) => before === 'on',
  conditions: (before) => before === 'on',
  provided: (_, after) => after !== 'by',
  providing: () => true,
  depends: () => true,
  depend: () => true,
};
const CHECK_OF: ReadonlyMap<string, WordCheck> = new Map(Object.entries(WORD_CHECKS));

function hasConditionWord(scan: Scan, own: Clause): boolean {
  for (let at = own.from; at < own.to; at += 1) {
    const check = CHECK_OF.get(normAt(scan, at));
    if (check?.(normAt(scan, at - 1), normAt(scan, at + 1)) === true) return true;
  }
  return false;
}
