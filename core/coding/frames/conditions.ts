import type { Status } from '../codebook/coded-item.ts';
import { isWithoutTerms } from '../operators/outcomes.ts';
import { opensSecond } from '../operators/reach.ts';
import type { Scan } from '../operators/scan.ts';
import type { Clause } from '../sentences/clauses.ts';
import { hasWordOf, WORD_CLASS } from '../sentences/word-classes.ts';
import { MONTHS, WEEKDAYS } from '../words/calendar.ts';
import { normOf, type Sentence } from '../words/text.ts';
import { normInScan as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ADVERBS, BE, OPENING_MARKS } from '../words/word-sets.ts';
import { clauseOf } from './arguments.ts';
import { conditionMark } from './condition-marks.ts';
import { hasConditionWord } from './condition-words.ts';

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
const COURTESY = wordSet('necessary needed appropriate required possible desired wish wishes convenient');
const ASKING = wordSet('ask asks asked asking see know unclear sure wonder wonders question even as');
const TIME_WORD =
  /^(?:next|last|later|after|late|early|mid|(?:mid|early|late)-.*|further|recently|spring|summer|autumn|fall|winter|then|now|night|midnight|noon|tomorrow|today|christmas|easter|least|19\d\d|20\d\d|\d.*)$/;

/** Tied to a condition: an if or unless clause beside it, "only if", "as long as", "names its terms"; not "if necessary", not "until autumn". */
export function isConditional(scan: Scan, n: number, status: Status): boolean {
  if (scan.chains[n]?.some((operator) => operator.row.isConditional === true && !isWithoutTerms(scan.sentence, operator))) return true;
  if (!CONDITIONABLE.has(status)) return false;
  const own = clauseOf(scan, scan.nuclei[n]?.from ?? 0);
  return (
    scan.clauses.some((clause) => setsCondition(scan, clause, { own, status }) && !isParted(scan, clause, own)) ||
    isTied(scan, own, { n, status }) ||
    isNotUntil(scan, n) ||
    isBeforeDuty(scan, own)
  );
}

/** By a word of its clause; "would depend on Kyiv and that they will meet": what is said anew is tied to nothing before. */
function isTied(scan: Scan, own: Clause, { n, status }: { readonly n: number; readonly status: Status }): boolean {
  if (!hasConditionWord(scan, own, status) && conditionMark(scan, own, status) === null) return false;
  const at = scan.nuclei[n]?.from ?? 0;
  if (!opensSecond(scan.sentence.tokens, own.from, at)) return true;
  const anew = { ...own, from: at };
  return hasConditionWord(scan, anew, status) || conditionMark(scan, anew, status) !== null;
}

/** "Ring if you want peace, says X; Y to visit Oslo": what stands beyond a semicolon is tied to nothing before it. */
function isParted({ sentence: { tokens } }: Scan, a: Clause, b: Clause): boolean {
  for (let at = Math.min(a.from, b.from) + 1; at <= Math.max(a.from, b.from); at += 1) if (tokens[at]?.norm === ';') return true;
  return false;
}

/** "Not until the crew is home will Macron call": a refusal up to something, told in front. */
export const isNotUntil = (scan: Scan, n: number): boolean =>
  hasWordOf(scan.sentence, WORD_CLASS.negation) &&
  scan.sentence.tokens.some(
    ({ norm }, at) =>
      norm === 'not' &&
      at < (scan.nuclei[n]?.from ?? 0) &&
      (at === 0 || OPENING_MARKS.has(normAt(scan, at - 1))) &&
      (UNTIL.has(normAt(scan, at + 1)) || (SO_OR_AS.has(normAt(scan, at + 1)) && normAt(scan, at + 2) === 'long')) &&
      !isTime(scan, at + 2),
  );
const UNTIL = wordSet('until till while unless before without under');
const SO_OR_AS = wordSet('so as');

/** "The crew must be freed before a summit": what has to come first. */
export const isBeforeDuty = (scan: Scan, { from }: Clause): boolean =>
  normAt(scan, from) === 'before' && scan.sentence.tokens.slice(Math.max(0, from - MAX_DUTY), from).some(({ norm }) => DUTY.has(norm));
const DUTY = wordSet('must needs need needed ought required requires require');
const MAX_DUTY = 9;

function setsCondition(scan: Scan, clause: Clause, { own, status }: { readonly own: Clause; readonly status: Status }): boolean {
  const opener = normAt(scan, clause.from);
  if (clause.kind === 'if')
    return (
      clause !== own &&
      !isOfWarning(scan, own, clause) &&
      !isCourtesy(scan, clause) &&
      !isAsking(scan, clause.from - 1) &&
      (!AFTER_IF.has(normAt(scan, clause.from + 1)) || IF_AND.has(normAt(scan, clause.from + 2)))
    );
  if (TIMES.has(opener) && normAt(scan, clause.from - 1) === 'only') return !isTime(scan, clause.from + 1);
  if (opener === 'when')
    return clause !== own && (OPEN.has(status) ? isFulfilled(scan, clause) : status === 'scheduled' && isOpportune(scan, clause));
  if (clause.kind === 'unless') {
    if (normAt(scan, clause.from + 1) === 'then') return status === 'declined';
    return (clause !== own || opener === 'unless' || (clause.from <= 1 && isRefusal(status))) && !isTime(scan, clause.from + 1);
  }
  if (opener === 'before')
    return (
      clause !== own && !isTime(scan, clause.from + 1) && (isNotBefore(scan, clause, status) || normAt(scan, clause.from - 1) === 'not')
    );
  if (opener === 'once') return clause !== own && !isArrival(scan, clause);
  return opener === 'while' && clause !== own && isRefusal(status) && !isParticiple(scan, clause.from + 1);
}
const IF_AND = wordSet('when only');
const AFTER_IF = wordSet('not ever any and');

const TIMES = wordSet('after when once');
const OPEN = wordSet('willing possible declined premature proposed agreed');
/** "when the troops are gone", "when the ground has been prepared": when something has come about, and not a time. */
const isFulfilled = ({ sentence }: Scan, { from, to }: Clause): boolean =>
  sentence.tokens
    .slice(from + 1, Math.min(to, from + MAX_WHEN))
    .some(({ norm }, k) => COMES_ABOUT.has(norm) || (IS_SO.has(norm) && BE.has(normOf(sentence.tokens, from + k))));
/** "will call when the time is right", "to meet when conditions allow": no appointment either. */
const isOpportune = ({ sentence }: Scan, { from, to }: Clause): boolean =>
  sentence.tokens.slice(from + 1, Math.min(to, from + MAX_WHEN)).some(({ norm }, k) => isGoodTime(sentence, norm, from + 1 + k));
/** "is right", "the right moment", "makes more sense", "weather permits"; not "the far right", "common sense", "permits a march". */
function isGoodTime({ tokens }: Sentence, norm: string, at: number): boolean {
  const [before, first, next] = [normOf(tokens, at - 1), normOf(tokens, at - 2), normOf(tokens, at + 1)];
  if (OPPORTUNE.has(norm)) return OCCASION.has(next) || IS_OR_SEEMS.has(before) || (IS_OR_SEEMS.has(first) && ADVERBS.has(before));
  if (norm === 'sense') return MAKES.has(before) || MAKES.has(first);
  return ALLOWS.has(norm) && before !== 'when' && AFTER_ALLOWS.has(next);
}
const OPPORTUNE = wordSet('right ripe suitable appropriate opportune conducive');
const OCCASION = wordSet('time moment conditions circumstances opportunity occasion hour');
const IS_OR_SEEMS: ReadonlySet<string> = new Set([...BE, ...wordSet('seem seems look looks feel feels become becomes more most')]);
const MAKES = wordSet('make makes made');
const ALLOWS = wordSet('allow allows permit permits');
const AFTER_ALLOWS = new Set(['', ...wordSet('. , ; : ! ? " \' - it that this him her them for')]);
const IS_SO = wordSet('ready ripe right free gone done over out silent safe clear complete back in home quiet calm there');
const COMES_ABOUT = wordSet(
  'freed settled solved resolved lifted silenced prepared signed released fulfilled completed dropped disarmed reopened reopene reopens restored withdrawn guaranteed does stops stop stopped withdraws withdraw quits quit disarms disarm apologises apologise apologizes apologize calms calm improves improve allows allow permits permit',
);
const MAX_WHEN = 12;

const isRefusal = (status: Status): boolean => status === 'declined' || status === 'premature';
const isParticiple = (scan: Scan, at: number): boolean => /^[a-z]{2,}ing$/.test(normAt(scan, normAt(scan, at) === 'not' ? at + 1 : at));

/** "no visit before the case is closed", not "there is nothing before the board", "before Fiji goes to the polls". */
function isNotBefore(scan: Scan, { from, to }: Clause, status: Status): boolean {
  if (status === 'declined') return true;
  if (status !== 'premature' || BE.has(normAt(scan, from - 1)) || isParticiple(scan, from + 1)) return false;
  return !scan.sentence.tokens.slice(from, to).some(({ norm }) => APPOINTED.has(norm));
}
const APPOINTED = wordSet('polls elections election vote summit year month week horse');

/** "ask if", "to see whether"; the See in Rome asks nothing. */
const isAsking = (scan: Scan, at: number): boolean =>
  ASKING.has(normAt(scan, at)) && !scan.sentence.entities.some(({ from, to }) => from <= at && at < to);

/** "asks for talks, warning that it will act if ...": the condition is of what is threatened. */
const isOfWarning = (scan: Scan, own: Clause, clause: Clause): boolean =>
  clause.from > own.from &&
  scan.sentence.tokens.slice(own.from, clause.from).some(({ norm }) => norm === 'warning' || norm === 'threatening' || norm === 'adding');

/** "once he arrives": only when. */
const isArrival = (scan: Scan, { from, to }: Clause): boolean => scan.sentence.tokens.slice(from, to).some(({ norm }) => ARRIVES.has(norm));
const ARRIVES = wordSet('arrive arrives return returns land lands back');

/** "if necessary", "if the two presidents think fit" set no condition. */
const isCourtesy = (scan: Scan, clause: Clause): boolean =>
  scan.sentence.tokens.slice(clause.from, clause.to).some((token) => COURTESY.has(token.norm));

/** "until autumn", "before the end of May" name a time. */
function isTime(scan: Scan, from: number): boolean {
  const at = TIME_LEADS.has(normAt(scan, from)) ? from + 1 : from;
  const norm = normAt(scan, at);
  return (
    norm === '' || MONTHS.has(norm) || WEEKDAYS.has(norm) || TIME_WORD.test(norm) || (norm === 'end' && AFTER_END.has(normAt(scan, at + 1)))
  );
}
const AFTER_END = wordSet('of -');
const TIME_LEADS = wordSet('the this that at');
