import { isPersonOfState } from '../entities/actors.ts';
import { clauseOf } from '../frames/arguments.ts';
import type { Frame } from '../frames/frames.ts';
import { asState } from '../frames/other-side.ts';
import { type Entity, normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { AS_OR_WHILE, SENDS } from '../words/word-sets.ts';

/** Who takes part where the clause of the contact has its own subject: not who acts or speaks in the clause before. */

/** "Trump blasts Zelensky as US and Ukrainian officials hold talks". */
export function hasOwnActor({ scan, nucleus, args: { subjectGroup } }: Frame): boolean {
  if (subjectGroup === null || subjectGroup.to > nucleus.from) return false;
  const { kind, from } = clauseOf(scan, nucleus.from);
  if (subjectGroup.members.some((one) => one.country === null && one.kind !== 'group' && one.level === 'leader')) return false;
  return (
    (kind === 'time' || kind === 'contrast') &&
    subjectGroup.from > from &&
    (subjectGroup.preposition === null || subjectGroup.preposition === 'of')
  );
}

/** "Trump praises Putin as Witkoff holds talks in Moscow": who is named before only lends his state. */
export function lentTo({ scan, nucleus }: Frame, list: readonly Entity[]): readonly Entity[] {
  const { from } = clauseOf(scan, nucleus.from);
  return list.map((one) => (one.to <= from ? asState(one) : one));
}

/** "Putin's threats came after European leaders agreed at a meeting": not with him. */
export const ofOwnClause = (frame: Frame, list: readonly Entity[]): readonly Entity[] =>
  list.length === 0 || frame.nucleus.row.isTravel === true || !hasOwnActor(frame)
    ? list
    : list.filter(({ from }) => from >= clauseOf(frame.scan, frame.nucleus.from).from);

/** "Trump slams Zelensky amid talks in Geneva": their negotiators', of which the sentence only says that they go on. */
export const inTheirTalks = (frame: Frame, list: readonly Entity[]): readonly Entity[] =>
  frame.nucleus.row.form === 'talks' && (isAmid(frame) || isMeanwhile(frame, list))
    ? list.map((one) => (isPersonOfState(one) ? asState(one) : one))
    : list;
const isAmid = ({ scan, chain }: Frame): boolean => chain.length === 1 && AMID.has(normOf(scan.sentence.tokens, chain[0]?.from ?? 0));
/** "Trump praises Xi as trade talks begin in Oslo": the one speaks of the other, and somebody holds talks. */
function isMeanwhile({ scan, nucleus }: Frame, list: readonly Entity[]): boolean {
  const { kind, from } = clauseOf(scan, nucleus.from);
  if (kind !== 'time' || from === 0 || scan.nuclei.length > 1 || !AS_OR_WHILE.has(normOf(scan.sentence.tokens, from))) return false;
  return !scan.groups.some(({ members }) => members.length > 1 && list.every((one) => members.includes(one)));
}
const AMID = wordSet('amid amidst');

/** "Macron upbeat after envoy's Moscow trip": the one whose state it is has not travelled himself. */
function ofTheirEnvoy({ nucleus, args, scan }: Frame, named: readonly Entity[]): readonly Entity[] | null {
  if (nucleus.row.kind !== 'noun') return null;
  const envoy = args.core.find(
    ({ kind, country, level, to }) =>
      kind === 'office' && country === null && level !== 'leader' && to < nucleus.from && normOf(scan.sentence.tokens, to) === "'s",
  );
  return envoy === undefined
    ? null
    : named.map((one) => (!args.core.includes(one) && isPersonOfState(one) ? { ...envoy, country: one.country } : one));
}

/** "sends an envoy to Oslo", "is sending his aides to meet Putin": who sends somebody is not there himself. */
function withoutSenders({ scan, nucleus }: Frame, named: readonly Entity[]): readonly Entity[] {
  const verb = nucleus.row.id === 'send' ? nucleus.from : sendingBefore(scan, nucleus.from);
  if (verb < 0) return named;
  const isMinister = [2, 3, 4].some((k) => normOf(scan.sentence.tokens, verb + k) === 'minister');
  const sent = isMinister ? ({ kind: 'office', level: 'minister' } as const) : ({ kind: 'aide', level: null } as const);
  return named.map((one) => (one.to <= verb && isPersonOfState(one) ? { ...asState(one), ...sent } : one));
}
/** Where the verb stands by which somebody unnamed is sent to what is told here; -1 if there is none. */
function sendingBefore({ sentence: { tokens, entities } }: Frame['scan'], at: number): number {
  let isSent = false;
  for (let k = at - 1; k > 0 && at - k <= MAX_SENT; k -= 1) {
    const norm = normOf(tokens, k);
    if (SENDS.has(norm)) return isSent ? k : -1;
    if (norm === ',' || entities.some(({ kind, to }) => kind === 'person' && to === k + 1)) return -1;
    // "sends a message to negotiators"
    isSent = OFFICIALS.has(norm) || SENT.has(norm) || (isSent && !TO_WHOM.has(norm));
  }
  return -1;
}
const MAX_SENT = 9;
const SENT = wordSet('minister general');
const TO_WHOM = wordSet('to of by');

/** "Trump says the deal is near as officials gather for a summit", "... will meet after talks next week": not those who act or speak in the clause before. */
export function withoutTheirPersons(frame: Frame, named: readonly Entity[]): readonly Entity[] {
  const { scan, n, nucleus, status } = frame;
  const theirs = ofTheirEnvoy(frame, named);
  if (theirs !== null) return theirs;
  const { kind, from } = clauseOf(scan, nucleus.from);
  if (kind !== 'time' || from === 0) return withoutSenders(frame, named);
  const isBefore = status === 'scheduled' && n > 0 && nucleus.row.isTravel !== true && normOf(scan.sentence.tokens, from) === 'after';
  if (!(isBefore && !named.some((one) => one.from > from && isPersonOfState(one))) && !hasOfficialsAt(scan, from + 1)) return named;
  return named.map((one) => (one.to <= from && isPersonOfState(one) ? { ...asState(one), kind: 'aide' } : one));
}
const hasOfficialsAt = ({ sentence: { tokens } }: Frame['scan'], at: number): boolean => {
  const noun = OFFICIALS.has(normOf(tokens, at)) ? at : at + 1;
  return OFFICIALS.has(normOf(tokens, noun)) && tokens[noun + 1]?.kind === 'word' && !OF.has(normOf(tokens, noun + 1));
};
const OF = wordSet('of from and');
const OFFICIALS = wordSet(
  'officials diplomat diplomats negotiator negotiators delegates delegation delegations team teams envoy envoys aide aides mediators representative representatives adviser advisers',
);
