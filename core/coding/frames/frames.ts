import { type State, settle } from '../codebook/algebra.ts';
import type { FiredOperator, Form, Status } from '../codebook/coded-item.ts';
import { isReport } from '../entities/attribution.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import type { Chain } from '../operators/governing.ts';
import { bearsFruit } from '../operators/outcomes.ts';
import type { Scan } from '../operators/scan.ts';
import { hasWordOf, WORD_CLASS } from '../sentences/word-classes.ts';
import { flatten } from '../words/sequences.ts';
import { wordsBetween } from '../words/text.ts';
import { normInScan as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { HAVE, isPreposition, PHONE_WORDS, VIDEO_WORDS } from '../words/word-sets.ts';
import { type Arguments, clauseOf, readArguments } from './arguments.ts';
import { composeState } from './compose-state.ts';
import { conditionMark } from './condition-marks.ts';
import { isBeforeDuty, isConditional } from './conditions.ts';
import { AGAINST_TALE, lacking, pieceOf } from './lacking-status.ts';
import { retold } from './retold.ts';
import { restingStatus } from './tense.ts';

/** One nucleus with its status and arguments, before sides are settled. */
export type Frame = {
  readonly scan: Scan;
  readonly n: number;
  readonly nucleus: Nucleus;
  readonly chain: Chain;
  readonly args: Arguments;
  readonly status: Status;
  readonly state: State;
  readonly form: Form;
  readonly isConditional: boolean;
  readonly isPast: boolean;
  readonly fired: readonly FiredOperator[];
};

/** One frame per nucleus that asserts something, and one per clause that says more about it. */
export function readFrames(scan: Scan): readonly Frame[] {
  const frames = flatten(scan.nuclei, (_, n) => {
    const own = scan.chains[n] ?? [];
    const label = scan.echoes.find((echo) => echo.n === n && echo.isLabel);
    if (label !== undefined && own.length > 0) return [readFrame(scan, n, [...own, ...label.chain])].filter((frame) => frame !== null);
    const echoes = scan.echoes
      .filter((echo) => echo.n === n && (!echo.isInTimeClause || own.length === 0))
      .map((echo) => readFrame(scan, n, echo.chain));
    const main = own.length === 0 && echoes.length > 0 ? null : readFrame(scan, n, own);
    const isPutOff = echoes.some((frame) => frame?.status === 'postponed');
    // "Kremlin on Trump call claim: not true"
    const isUntrue = main?.chain[0]?.row.id === 'on' && echoes.some((frame) => frame?.status === 'denied');
    const told = [isUntrue ? null : main, ...echoes].filter((frame) => frame !== null);
    return told.filter(
      ({ status, chain }, k) =>
        told.findIndex((other) => other.status === status) === k && !(isPutOff && chain.at(-1)?.row.effect === 'revive'),
    );
  });
  return frames.length > 1 ? frames.filter((frame) => !isSupposed(frame) && !isOccasion(frame)) : frames;
}

/** "if they meet" may come about; "should Trump walk away from the talks" leaves them as they are. */
const supposed = (status: Status): Status => (SUPPOSABLE.has(status) ? 'possible' : status === 'cancelled' ? 'scheduled' : status);
const SUPPOSABLE = wordSet('held scheduled willing agreed underway declined');

/** "The forum could bring Putin and Macron together": what only gives them the occasion. */
const isOccasion = ({ scan, nucleus, chain }: Frame): boolean =>
  nucleus.row.kind === 'noun' &&
  chain.length === 0 &&
  scan.nuclei.some(({ row, from }) => row.bringsOthers === true && from >= nucleus.to && from - nucleus.to <= 2);

/** What stands in an if-clause is not said to be so. */
const isSupposed = ({ scan, nucleus }: Frame): boolean => clauseOf(scan, nucleus.from).kind === 'if' && !bearsFruit(scan.sentence, nucleus);

function readFrame(scan: Scan, n: number, chain: Chain): Frame | null {
  const nucleus = scan.nuclei[n];
  if (nucleus === undefined || (n > 0 && isWhatItIs(scan, nucleus)) || areTermsRefused(chain)) return null;
  const state = composeState(scan, nucleus, chain);
  if ((state === 'unheld' && hasNeverMet(scan, chain)) || isOfUntold(scan, n, chain)) return null;
  const wasSince = state === 'unheld' && scan.sentence.tokens.some((_, at) => at > nucleus.from && isSpanBack(scan, at));
  const told = wasSince && !AGAINST_TALE.test(pieceOf(scan)) ? 'held' : toldStatus(scan, nucleus, state);
  if (told === null) return null;
  const args = readArguments(scan, n);
  const settled = told === 'held' && isBrokenOff(scan, nucleus, chain, args) ? 'cancelled' : lacking(scan, n, state, told);
  const status =
    clauseOf(scan, nucleus.from).kind !== 'if'
      ? tied(scan, n, settled)
      : bearsFruit(scan.sentence, nucleus)
        ? (nucleus.row.rests ?? 'scheduled')
        : supposed(settled);
  return {
    scan,
    n,
    nucleus,
    chain,
    status,
    state,
    args,
    form: readForm(scan, n),
    isConditional: isConditional(scan, n, status),
    isPast: wasSince || isPastPerfect(scan, nucleus, chain),
    fired: chain.map((operator) => ({
      id: operator.row.id,
      words: wordsOf(scan, operator.from, operator.to),
      effect: operator.row.effect,
    })),
  };
}

/** "rejects his terms for talks", "snubs their conditions for dialogue": a refusal of terms is none to meet. */
const areTermsRefused = (chain: Chain): boolean =>
  chain.some(({ row, from, to }, k) => {
    const next = chain[k + 1];
    return row.isTerms === true && next?.row.effect === 'refuse' && next.to <= from && from - next.to <= MAX_OWNER && to - from <= 2;
  });
const MAX_OWNER = 6;

/** "drops a trip, which would have been his first", "a summit, which will be their third meeting": said of the one before. */
const isWhatItIs = (scan: Scan, { row, from }: Nucleus): boolean => {
  if (row.kind !== 'noun') return false;
  const clause = clauseOf(scan, from).from;
  if (!WHICH.has(normAt(scan, clause)) || from - clause > MAX_EQUATION) return false;
  const be = WOULD.has(normAt(scan, clause + 1)) ? (normAt(scan, clause + 2) === 'have' ? clause + 3 : clause + 2) : clause + 1;
  if (!IS.has(normAt(scan, be)) || !ITS.has(normAt(scan, be + 1))) return false;
  for (let at = be + 2; at < from; at += 1) if (isPreposition(normAt(scan, at))) return false;
  return true;
};
const MAX_EQUATION = 9;
const IS = wordSet('is was be been become mark marked');
const ITS = wordSet('the a his her their its only');
const WHICH = wordSet('which that');
const WOULD = wordSet('would could might will');

/** "trip hinges on a swap", "talks once the guns are silent": of a contact that only a condition is told of. */
function tied(scan: Scan, n: number, status: Status): Status {
  const nucleus = scan.nuclei[n];
  if (status === 'scheduled' && nucleus !== undefined && isBeforeDuty(scan, clauseOf(scan, nucleus.from))) return 'willing';
  if (
    nucleus?.row.kind !== 'noun' ||
    (scan.chains[n] ?? []).length > 0 ||
    (status !== 'held' && status !== 'underway' && status !== 'scheduled')
  )
    return status;
  const own = clauseOf(scan, nucleus.from);
  const makes = conditionMark(scan, own, 'possible')?.makes;
  if (makes !== undefined) return makes;
  return scan.clauses.some(
    ({ from }) =>
      from > nucleus.from && (ONCE.has(normAt(scan, from)) || (normAt(scan, from - 1) === 'only' && isNext(scan, nucleus, from))),
  ) && isConditional(scan, n, 'willing')
    ? 'willing'
    : status;
}
const ONCE = wordSet('once provided');

/** No other contact is told of up to there. */
const isNext = ({ nuclei }: Scan, { to }: Nucleus, at: number): boolean => !nuclei.some(({ from }) => from >= to && from < at);

/** "have not met since March", "... in three years": told of the last time. */
const isSpanBack = (scan: Scan, at: number): boolean =>
  normAt(scan, at) === 'since' || (SPAN_LEADS.has(normAt(scan, at)) && [2, 3, 4].some((k) => PERIODS.has(normAt(scan, at + k))));
const SPAN_LEADS = wordSet('for in');
const PERIODS = wordSet('years months decades weeks');

/** What a state says; only those that say nothing themselves ask what the nucleus means by itself. */
const toldStatus = (scan: Scan, nucleus: Nucleus, state: State): Status | null =>
  retold(scan, nucleus, settle(state, state === 'bare' || state === 'during' ? restingStatus(scan, nucleus, state) : 'held'));

/** "Macron ends talks with Mali": one side ends what it has with a state; leaders who end their talks have held them. */
const isBrokenOff = (scan: Scan, nucleus: Nucleus, chain: Chain, args: Arguments): boolean =>
  args.isOneSided &&
  args.hasRight &&
  args.core.every(({ kind }) => kind === 'country') &&
  new Set(args.subject.map(({ country }) => country)).size === 1 &&
  chain.some(({ from }) => from < nucleus.from && ENDS.has(normAt(scan, from)));
const ENDS = wordSet('end ends ended');

/** "would not say whether he would travel there for talks": of the trip nothing is said, nor of what it is for. */
const isOfUntold = ({ chains, nuclei }: Scan, n: number, chain: Chain): boolean => {
  const trip = nuclei[n - 1];
  if (chain[0]?.row.effect !== 'purpose' || trip?.row.isTravel !== true) return false;
  return (chains[n - 1] ?? []).some(({ row }) => row.effect === 'none');
};

/** "I have never met him": nothing is said to have taken place or to be planned, and no report stands behind it. */
const hasNeverMet = (scan: Scan, chain: Chain): boolean =>
  chain.some(({ row, from }) => row.effect === 'negate' && normAt(scan, from) === 'never' && HAVE.has(normAt(scan, from - 1)));

const wordsOf = (scan: Scan, from: number, to: number): string => wordsBetween(scan.sentence, from, to);

function readForm(scan: Scan, n: number): Form {
  const nucleus = scan.nuclei[n];
  const form = nucleus?.row.form ?? 'talks';
  if (nucleus === undefined || form === 'visit' || form === 'letter' || !hasWordOf(scan.sentence, WORD_CLASS.remote)) return form;
  const clause = clauseOf(scan, nucleus.from);
  const last = scan.nuclei[n - 1]?.to ?? 0;
  for (let at = Math.max(clause.from, nucleus.from - 6, last); at < Math.min(clause.to, nucleus.to + 9); at += 1) {
    if (VIDEO_WORDS.has(normAt(scan, at))) return 'video';
    if (nucleus.row.kind === 'verb' && PHONE_WORDS.has(normAt(scan, at)) && BEFORE_PHONE.has(normAt(scan, at - 1)))
      return normAt(scan, at + 1) === 'to' && (scan.chains[n] ?? []).some(({ row }) => row.effect === 'agree') ? form : 'phone';
  }
  return form;
}
const BEFORE_PHONE = wordSet('by on over via the a in');

/** "had met", "had held talks": told as the past of the past. */
function isPastPerfect(scan: Scan, nucleus: Nucleus, chain: Chain): boolean {
  const isMainVerb = (at: number): boolean => chain.some(({ row, from }) => row.effect === 'hold' && from === at);
  for (let at = nucleus.from - 1; at >= Math.max(0, nucleus.from - 4); at -= 1)
    if (isToHave(scan, at) || (normAt(scan, at) === 'had' && !isMainVerb(at) && !isOfOtherVerb(scan, nucleus, chain, at)))
      return !chain.some(({ row }) => row.effect === 'deny') && !isReportedBefore(scan, nucleus.from);
  return false;
}

/** Somebody says it: the past of reported speech is no past of the past. */
const isReportedBefore = (scan: Scan, to: number): boolean =>
  scan.sentence.tokens.some(({ norm }, at) => at < to && ((isReport(norm) && norm !== 'state') || isSaidThat(scan, at)));

/** "had overshadowed the talks to come": the past perfect of a verb that says nothing of the contact. */
const isOfOtherVerb = (scan: Scan, { row, from }: Nucleus, chain: Chain, had: number): boolean =>
  row.kind === 'noun' &&
  had + 1 < from &&
  /^[a-z]{3,}ed$/.test(normAt(scan, had + 1)) &&
  chain.every((operator) => operator.from !== had + 1 || operator.row.effect === 'threaten') &&
  chain.some((operator) => operator.row.effect === 'schedule' && operator.from > had);

/** "was to have met": what had been planned. */
const isToHave = (scan: Scan, at: number): boolean =>
  normAt(scan, at) === 'have' && normAt(scan, at - 1) === 'to' && HAD_TO.has(normAt(scan, at - 2));
const HAD_TO = wordSet('was were due scheduled supposed meant expected set');

/** "allowed that they had met": the past perfect of reported speech. */
const isSaidThat = (scan: Scan, at: number): boolean => normAt(scan, at) === 'that' && SAID.test(normAt(scan, at - 1));
const SAID = /^(?:[a-z]{3,}ed|denies|claims?|alleges|reports?|story|rumou?rs?|allegations?|suggestions?|assertions?)$/;

/** The status that the frame would have without its outermost operator; null when it has none or nothing would change. */
export function statusWithoutOutermost({ scan, nucleus, chain, status }: Frame): Status | null {
  if (chain.length === 0) return null;
  const state = composeState(scan, nucleus, chain.slice(0, -1));
  const other = toldStatus(scan, nucleus, state);
  return other === status ? null : other;
}
