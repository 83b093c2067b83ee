import type { State } from '../codebook/algebra.ts';
import type { Operator } from '../operators/operators.ts';
import type { Scan } from '../operators/scan.ts';
import { lastWhere } from '../words/sequences.ts';
import { normOf } from '../words/text.ts';
import { normInScan as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { IS } from '../words/word-sets.ts';

/** "is on a visit to Oslo". */
export const isOnVisit = (scan: Scan, { from, row }: Operator): boolean =>
  (row.id === 'on' || normAt(scan, from) === 'in') && ([1, 2].some((k) => IS_NOW.has(normAt(scan, from - k))) || isThere(scan, from));
const IS_NOW = wordSet('is are remain remains currently now');
/** "is in Oslo on a visit". */
const isThere = ({ sentence }: Scan, at: number): boolean => {
  const place = sentence.entities.find(({ to }) => to === at);
  return (
    place !== undefined &&
    PLACE_LEADS.has(normOf(sentence.tokens, place.from - 1)) &&
    IS_CURRENTLY.has(normOf(sentence.tokens, place.from - 2))
  );
};
const PLACE_LEADS = wordSet('in at');
const IS_CURRENTLY = wordSet('is are currently now');

/** "Merz, in Paris for talks, says": somebody named before the comma. */
const isApposed = (scan: Scan, comma: number): boolean =>
  scan.groups.some(({ to, preposition, members }) => to === comma && preposition === null && members.some(({ kind }) => kind === 'person'));

/** "is in Oslo this week for talks". */
const isRightBefore = (scan: Scan, to: number, at: number): boolean =>
  to === at ||
  (to === at - 1 && normAt(scan, to) === 'today') ||
  (to === at - 2 && normAt(scan, to) === 'this' && normAt(scan, to + 1) === 'week');

/** "Lee at White House for talks": a headline without a verb tells of an arrival, and so does "Lee is in Oslo for talks". */
export function isOnTheSpot(scan: Scan, operator: Operator): boolean {
  const host = scan.groups.find(
    (group) => isRightBefore(scan, group.to, operator.from) && (group.preposition === 'in' || group.preposition === 'at'),
  );
  if (host === undefined) return isOfCapital(scan, operator.from) || isInTown(scan, operator.from);
  if (normAt(scan, host.from - 2) === ',' && isApposed(scan, host.from - 2)) return true;
  const verb = normAt(scan, host.from - 2);
  if (IS.has(verb)) return true;
  const isThere = BY_NOW.has(verb);
  if (scan.sentence.zone !== 'title' && !isThere) return false;
  const at = isThere ? host.from - 2 : host.from - 1;
  return scan.groups.some((group) => group.to === at && group.preposition === null);
}
/** "was in Oslo on Tuesday for talks", "... to meet him" has held them, "has been in Oslo since Monday for talks" holds them. */
export function wasOnTheSpot(scan: Scan, to: number): State | null {
  const host = lastWhere(scan.groups, (group) => group.to <= to && to - group.to <= 3);
  if (host === undefined || !(host.preposition === 'in' || host.preposition === 'at')) return null;
  const verb = normAt(scan, host.from - 2);
  if (verb === 'was' || verb === 'were') return 'held';
  return verb === 'been' && normAt(scan, host.from - 3) !== 'had' ? 'underway' : null;
}
const BY_NOW = wordSet('now currently back already');

/** "Lavrov in Wonsan to meet Kim": a headline, and a town that stands for no state. */
function isInTown(scan: Scan, at: number): boolean {
  const { tokens, zone } = scan.sentence;
  if (zone !== 'title' || tokens[at - 1]?.isCapital !== true) return false;
  const place = tokens[at - 2]?.isCapital === true && normAt(scan, at - 2) !== 'in' ? at - 3 : at - 2;
  return normAt(scan, place) === 'in' && scan.groups.some(({ to, preposition }) => to === place && preposition === null);
}

/** "Lee is in Norway's capital, Oslo, for talks". */
const isOfCapital = (scan: Scan, at: number): boolean =>
  normAt(scan, at - 1) === ',' &&
  scan.groups.some(
    ({ to, preposition }) =>
      preposition === null && to < at && at - to <= MAX_PLACE && IS.has(normAt(scan, to)) && PLACE_LEADS.has(normAt(scan, to + 1)),
  );
const MAX_PLACE = 9;
