import { applyEffect, type State } from '../codebook/algebra.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import type { Chain } from '../operators/governing.ts';
import type { Operator } from '../operators/operators.ts';
import type { Scan } from '../operators/scan.ts';
import { normInScan as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';

/** One step on the way from a nucleus outwards: the state so far, and the operator that changes it. */
export type Step = { readonly chain: Chain; readonly operator: Operator; readonly state: State };

/** What a "not" or "no" makes of the state: a choice, a fact, a plan that is lacking, or nothing new. */
export function afterNegation(scan: Scan, nucleus: Nucleus, { chain, operator, state }: Step): State {
  // "neither Paris nor Oslo has asked for a call"
  if (normAt(scan, operator.from) === 'nor' && chain.some(({ from }) => normAt(scan, from) === 'neither')) return state;
  // "no talks denied", "no deal, no talks": a second "no" takes nothing back
  if ((state === 'denied' || state === 'absent') && normAt(scan, operator.from) === 'no') return state;
  if (isOfNoun(scan, nucleus, operator)) {
    if (state === 'agreed') return 'premature';
    if (state === 'underway') return 'absent';
    if (state === 'bare' && normAt(scan, operator.from - 1) === 'been') return OPEN_YET.test(scan.sentence.text) ? 'absent' : 'unheld';
    if ((state === 'bare' && IS_HELD.has(normAt(scan, nucleus.to))) || (state === 'occurs' && isTakingPlace(scan, chain))) return 'unheld';
  }
  if (hasHappened(scan, chain)) return NOT_HAPPENED[state] ?? applyEffect('negate', state);
  return isChoice(scan, nucleus, { chain, operator, state }) ? 'declined' : applyEffect('negate', state);
}

/** "no call took place", "did not happen as planned": told as past, it is not a plan that is lacking. */
const NOT_HAPPENED: Partial<Record<State, State>> = { occurs: 'unheld', scheduled: 'dropped' };
const hasHappened = (scan: Scan, chain: Chain): boolean =>
  chain.some(
    ({ row, from, to }) =>
      row.effect === 'occur' &&
      (TOOK_PLACE.has(normAt(scan, from)) ||
        [1, 2, 3].some((k) => DID_OR_WAS.has(normAt(scan, from - k))) ||
        WAS.has(normAt(scan, to - 2))),
  );
const TOOK_PLACE = wordSet('took happened materialised materialized went came proceeded');
const DID_OR_WAS = wordSet("did didn't had hadn't was were wasn't weren't");
const WAS = wordSet('was were');

/** "does not meet him", "not going to Moscow": told in the present it is a choice, in the past a fact. */
function isChoice(scan: Scan, { row, form, from }: Nucleus, { chain, operator, state }: Step): boolean {
  if (row.kind !== 'verb' && !isAttended(chain, operator, from)) return false;
  if (state === 'scheduled' && NOBODY.has(normAt(scan, operator.from)) && normAt(scan, from - 1) !== 'to') return true;
  if (form === 'ing') return (row.isTravel === true || row.isDeparture === true) && chain[0] === operator;
  return state === 'held' && DOES.has(negatedBy(scan, operator));
}
/** "no summit has been agreed", "no return to talks": there is none; who "has not agreed" may yet do so. */
const isOfNoun = (scan: Scan, { row, from }: Nucleus, operator: Operator): boolean =>
  row.kind === 'noun' && operator.from < from && normAt(scan, operator.from) === 'no';
/** "no minister would attend the summit". */
const isAttended = (chain: Chain, { to }: Operator, at: number): boolean =>
  chain.some(({ row, from }) => row.effect === 'hold' && from >= to && from < at) && chain.some(({ row }) => row.effect === 'future');
/** "there have been no talks so far". */
const OPEN_YET = /\b(?:yet|so far|as yet|recent(?:ly)?|lately|for now)\b/i;
/** "no talks held with Oslo", "no talks are taking place": told of what is or has been, unless "yet" or "now" follows. */
const IS_HELD = wordSet('held conducted');
const isTakingPlace = (scan: Scan, chain: Chain): boolean =>
  chain.some(
    ({ row, from, to }) =>
      row.effect === 'occur' &&
      [1, 2].some((k) => HAS.has(normAt(scan, from - k))) &&
      !STILL.has(normAt(scan, to)) &&
      normAt(scan, from - 1) !== 'currently',
  );
const HAS = wordSet('is are has have');
const STILL = wordSet('yet so now currently at right this for');
/** "no minister will visit": who says so refuses. */
const NOBODY = wordSet('no none nobody neither');
const DOES = wordSet("does doesn't do don't");
const negatedBy = (scan: Scan, { from }: Operator): string => (normAt(scan, from) === 'not' ? normAt(scan, from - 1) : normAt(scan, from));
