import { isPersonOfState } from '../entities/actors.ts';
import { clauseOf } from '../frames/arguments.ts';
import type { Frame } from '../frames/frames.ts';
import { asState } from '../frames/other-side.ts';
import { type Entity, normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';

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
export const inTheirTalks = ({ scan, nucleus, chain }: Frame, list: readonly Entity[]): readonly Entity[] =>
  nucleus.row.form === 'talks' && chain.length === 1 && AMID.has(normOf(scan.sentence.tokens, chain[0]?.from ?? 0))
    ? list.map((one) => (isPersonOfState(one) ? asState(one) : one))
    : list;
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
    : named.map((one) => (one.to <= envoy.from && isPersonOfState(one) ? { ...envoy, country: one.country } : one));
}

/** "Trump says the deal is near as officials gather for a summit", "as diplomats meet": not those who act or speak in the clause before. */
export function withoutTheirPersons(frame: Frame, named: readonly Entity[]): readonly Entity[] {
  const { scan, nucleus } = frame;
  const theirs = ofTheirEnvoy(frame, named);
  if (theirs !== null) return theirs;
  const { kind, from } = clauseOf(scan, nucleus.from);
  if (kind !== 'time' || from === 0 || !hasOfficialsAt(scan, from + 1) || named.every(({ to }) => to > from)) return named;
  return named.map((one) => (one.to <= from && isPersonOfState(one) ? { ...asState(one), kind: 'aide' } : one));
}
const hasOfficialsAt = ({ sentence: { tokens } }: Frame['scan'], at: number): boolean => {
  const noun = OFFICIALS.has(normOf(tokens, at)) ? at : at + 1;
  return OFFICIALS.has(normOf(tokens, noun)) && tokens[noun + 1]?.kind === 'word' && !OF.has(normOf(tokens, noun + 1));
};
const OF = wordSet('of from and');
const OFFICIALS = wordSet('officials diplomats negotiators delegates delegations teams envoys aides mediators representatives advisers');
