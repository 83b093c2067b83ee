import { wordSet } from '../words/word-set.ts';
import { LIST_JOINTS } from '../words/word-sets.ts';
import type { Line } from './entity-line.ts';

const MONTH_BEFORE = new Set([
  'in',
  'on',
  'of',
  'until',
  'till',
  'since',
  'by',
  'early',
  'late',
  'mid',
  'last',
  'next',
  'this',
  'from',
  'before',
  'after',
  'that',
  'it',
  'he',
  'she',
  'they',
  'we',
  'you',
]);

/** What follows a person's name at the start of a headline. */
const PERSONAL = wordSet(
  "to will would may might could says say said tells tell told meets meet met visits visit visited arrives arrive arrived heads urges urge urged warns warn warned calls called holds held hosts hosted has is was not hopes hope can should puts seeks sought accepts accepted snubs skips plans agrees agreed ready mulls mulling weighs keen open rejects reject rejected denies denied wants cancels cancel cancelled canceled postpones postpone postponed invites invite invited and , 's in at due off back bound set won't wouldn't can't cannot didn't doesn't flew went came sat spoke",
);
/** A verb of the present or the past. */
const ACTS = /^[a-z]{2,}[^s']s$|^[a-z]{3,}ed$/;

/** "Wong-Wang talks": two names with a hyphen. */
function isInPair(line: Line, at: number, to: number): boolean {
  const other = line.norm(at - 1) === '-' ? line.tokens[at - 2] : line.norm(to) === '-' ? line.tokens[to + 1] : undefined;
  return other?.isCapital === true;
}

/** What only somebody does to somebody: even in a heading in title case. */
const MEETS = wordSet('meet meets met holds visits arrives hosts tells speaks');
/** "Barrot, Fidan Meet", "Rubio And Fidan": beside another name. */
function isListedWithPerson(line: Line, at: number, to: number): boolean {
  const isPerson = (hit: ReturnType<Line['hitAt']['get']>): boolean => hit?.senses.some((sense) => sense.is === 'person') === true;
  const before = line.hitAt.get(at - 2);
  return (
    (LIST_JOINTS.has(line.norm(at - 1)) && before?.to === at - 1 && isPerson(before)) ||
    (LIST_JOINTS.has(line.norm(to)) && isPerson(line.hitAt.get(to + 1)))
  );
}

/** "a meeting with Straw", "Cook, Straw discuss it", "Cook to hold talks": no common word at the start; in a heading in title case only who meets somebody or stands beside a name. */
export function isPlainlyName(line: Line, at: number, to: number): boolean {
  if (line.isTitleCase) return MEETS.has(line.norm(to)) || isListedWithPerson(line, at, to);
  if (line.tokens[at]?.isCapital !== true) return false;
  const isListed = line.norm(at - 1) === ',' && line.tokens[to]?.isCapital !== true;
  const isWithin = isListed || line.tokens[at - 1]?.kind === 'word';
  return isWithin || isInPair(line, at, to) || PERSONAL.has(line.norm(to)) || ACTS.test(line.norm(to));
}

/** The month, the modal verb or the leader: by what stands around it, and by whether the text is about her state. */
export function isMayAName(line: Line, at: number): boolean {
  const next = line.tokens[at + 1];
  if (next === undefined || next.kind === 'number' || line.tokens[at - 1]?.kind === 'number' || MONTH_BEFORE.has(line.norm(at - 1)))
    return false;
  if (line.context.parties.has('GB')) return true;
  const isDated = line.context.date !== null;
  return (
    isDated &&
    /^(?:and|to|will|in|at|on|over|after|,|'s)$|[^s]s$/.test(next.norm) &&
    next.norm !== 'talks' &&
    next.norm !== 'elections' &&
    next.norm !== 'days'
  );
}

/** "Janet Putin": a first name in front that is not the known person's. */
export function hasForeignFirstName(line: Line, at: number): boolean {
  const before = line.tokens[at - 1];
  if (before === undefined || !before.isCapital) return false;
  const isGiven = line.lexicon.givenNames.has(before.norm);
  const known = line.hitAt.get(at - 1);
  if (known !== undefined) return isGiven && known.senses.every((sense) => sense.is === 'person');
  if (isGiven) return !line.isInsideHit(at - 1);
  const opens = line.tokens[at - 2]?.kind !== 'word' && line.tokens[at - 2]?.kind !== 'number';
  return (
    !line.isTitleCase &&
    !opens &&
    !line.isInsideHit(at - 1) &&
    !line.is('noNames', before.norm) &&
    before.text !== before.text.toUpperCase()
  );
}
