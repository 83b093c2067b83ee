import { applyEffect, type State, settle } from './algebra.ts';
import { type Arguments, clauseOf, readArguments } from './arguments.ts';
import { isReport } from './attribution.ts';
import type { FiredOperator, Form, Status } from './coded-item.ts';
import { isConditional } from './conditions.ts';
import type { Chain } from './governing.ts';
import type { Nucleus } from './nuclei.ts';
import type { Operator } from './operators.ts';
import type { Scan } from './scan.ts';
import { baseState, restingStatus, retold } from './tense.ts';
import { BE, HAVE, PHONE_WORDS, VIDEO_WORDS } from './word-sets.ts';

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
  const frames = scan.nuclei.flatMap((_, n) => {
    const own = scan.chains[n] ?? [];
    const echoes = scan.echoes
      .filter((echo) => echo.n === n && (!echo.isInTimeClause || own.length === 0))
      .map((echo) => readFrame(scan, n, echo.chain));
    const main = own.length === 0 && echoes.length > 0 ? null : readFrame(scan, n, own);
    return [main, ...echoes]
      .filter((frame, k, all) => frame !== null && all.findIndex((other) => other?.status === frame.status) === k)
      .filter((frame) => frame !== null);
  });
  return frames.length > 1 ? frames.filter((frame) => !isSupposed(frame)) : frames;
}

const supposed = (status: Status): Status => (/^(?:held|scheduled|willing|agreed|underway|declined)$/.test(status) ? 'possible' : status);

/** What stands in an if-clause is not said to be so. */
const isSupposed = ({ scan, nucleus }: Frame): boolean => clauseOf(scan, nucleus.from).kind === 'if';

function readFrame(scan: Scan, n: number, chain: Chain): Frame | null {
  const nucleus = scan.nuclei[n];
  if (nucleus === undefined) return null;
  const state = composeState(scan, nucleus, chain);
  if (state === 'unheld' && hasNeverMet(scan, chain)) return null;
  const wasSince = state === 'unheld' && scan.sentence.tokens.some((token, at) => at > nucleus.from && token.norm === 'since');
  const told = wasSince ? 'held' : retold(scan, nucleus, settle(state, restingStatus(scan, nucleus, state)));
  if (told === null) return null;
  const args = readArguments(scan, n);
  const settled = told === 'held' && isBrokenOff(scan, nucleus, chain, args) ? 'cancelled' : told;
  const status = clauseOf(scan, nucleus.from).kind === 'if' ? supposed(settled) : settled;
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

/** "Macron ends talks with Mali": one side ends what it has with a state; leaders who end their talks have held them. */
const isBrokenOff = (scan: Scan, nucleus: Nucleus, chain: Chain, args: Arguments): boolean =>
  args.isOneSided &&
  args.hasRight &&
  args.core.every(({ kind }) => kind === 'country') &&
  new Set(args.subject.map(({ country }) => country)).size === 1 &&
  chain.some(({ from }) => from < nucleus.from && /^(?:end|ends|ended)$/.test(normAt(scan, from)));

/** "I have never met him": nothing is said to have taken place or to be planned, and no report stands behind it. */
const hasNeverMet = (scan: Scan, chain: Chain): boolean =>
  chain.some(({ row, from }) => row.effect === 'negate' && normAt(scan, from) === 'never' && HAVE.has(normAt(scan, from - 1)));

const wordsOf = (scan: Scan, from: number, to: number): string =>
  scan.sentence.text.slice(scan.sentence.tokens[from]?.start ?? 0, scan.sentence.tokens[to - 1]?.end ?? 0);
const normAt = (scan: Scan, at: number): string => scan.sentence.tokens[at]?.norm ?? '';

/** From the nucleus outwards. */
export function composeState(scan: Scan, nucleus: Nucleus, chain: Chain): State {
  let state: State = baseState(scan, nucleus);
  for (const operator of chain) {
    if (operator.row.effect === 'purpose' && state === 'bare' && isOnTheSpot(scan, operator)) {
      state = 'underway';
      continue;
    }
    const isRunning = operator.row.effect === 'hold' && /ing$/.test(normAt(scan, operator.from)) && BE.has(normAt(scan, operator.from - 1));
    state = isRunning ? applyEffect('begin', state) : applyEffect(operator.row.effect, state);
  }
  return state;
}

/** "Lee at White House for talks": a headline without a verb tells of an arrival. */
function isOnTheSpot(scan: Scan, operator: Operator): boolean {
  const host = scan.groups.find(
    (group) => group.to === operator.from && group.preposition !== null && /^(?:in|at)$/.test(group.preposition),
  );
  if (host === undefined || scan.sentence.zone !== 'title') return false;
  return scan.groups.some((group) => group.to === host.from - 1 && group.preposition === null);
}

function readForm(scan: Scan, n: number): Form {
  const nucleus = scan.nuclei[n];
  const form = nucleus?.row.form ?? 'talks';
  if (nucleus === undefined || form === 'visit' || form === 'letter') return form;
  const clause = clauseOf(scan, nucleus.from);
  for (let at = Math.max(clause.from, nucleus.from - 6); at < Math.min(clause.to, nucleus.to + 9); at += 1) {
    if (VIDEO_WORDS.has(normAt(scan, at))) return 'video';
    if (nucleus.row.kind === 'verb' && PHONE_WORDS.has(normAt(scan, at)) && /^(?:by|on|over|via|the|a|in)$/.test(normAt(scan, at - 1)))
      return 'phone';
  }
  return form;
}

/** "had met", "had held talks": told as the past of the past. */
function isPastPerfect(scan: Scan, nucleus: Nucleus, chain: Chain): boolean {
  const isMainVerb = (at: number): boolean => chain.some(({ row, from }) => row.effect === 'hold' && from === at);
  if (scan.sentence.tokens.some((token, at) => at < nucleus.from && isReport(token.norm))) return false;
  for (let at = nucleus.from - 1; at >= Math.max(0, nucleus.from - 4); at -= 1)
    if (normAt(scan, at) === 'had' && !isMainVerb(at)) return true;
  return false;
}

/** The status that the frame would have without its outermost operator; null when it has none or nothing would change. */
export function statusWithoutOutermost({ scan, nucleus, chain, status }: Frame): Status | null {
  if (chain.length === 0) return null;
  const state = composeState(scan, nucleus, chain.slice(0, -1));
  const other = retold(scan, nucleus, settle(state, restingStatus(scan, nucleus, state)));
  return other === status ? null : other;
}
