import { isUnnamedGroup } from '../entities/actors.ts';
import type { Group } from '../entities/groups.ts';
import { clauseOf } from '../frames/arguments.ts';
import type { Frame } from '../frames/frames.ts';
import type { Scan } from '../operators/scan.ts';
import type { Sides } from '../parties/sides.ts';
import { type Entity, normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { AS_OR_WITH } from '../words/word-sets.ts';

/** Whether a party of the contact does something that has nothing to do with the other one: the contact only says when. */
export function isOtherNews(frame: Frame, sides: Sides, actor: Group | undefined): boolean {
  if (isOfHealth(frame) || isOfDeed(frame) || isOfHome(frame, sides, actor)) return true;
  if (actor === undefined || isWatched(frame)) return isWatched(frame);
  return isOfOthers(frame, sides, actor);
}

/** "tests positive after meeting Putin", "gets a jab ahead of the trip": of a person's health, not of politics. */
const isOfHealth = ({ scan, nucleus }: Frame): boolean => {
  const { kind, from, to } = clauseOf(scan, nucleus.from);
  if (kind !== 'time') return false;
  const norm = (at: number): string => normOf(scan.sentence.tokens, at);
  const isIll = (at: number): boolean =>
    AILS.has(norm(at)) ||
    (norm(at) === 'positive' && TESTS.has(norm(at - 1))) ||
    (norm(at) === 'quarantine' && (at === from - 1 || INTO.has(norm(at - 1))));
  return scan.sentence.tokens.some((_, at) => (at < from || at >= to) && isIll(at));
};
const TESTS = wordSet('tests tested testing');
const INTO = wordSet('in into enter enters entered');
const AILS = wordSet(
  'quarantines quarantined self-isolates self-isolate self-isolated self-isolating isolates vaccinated jab dose hospitalised hospitalized infected',
);

/** "faces a party revolt after talks with Putin": of politics at home, which the party itself must be busy with. */
const isOfHome = (frame: Frame, sides: Sides, actor: Group | undefined): boolean => {
  if (actor === undefined) return false;
  const { kind, from } = clauseOf(frame.scan, frame.nucleus.from);
  if (kind !== 'time' || actor.to > from || !isBusyAtHome(frame.scan, actor.to)) return false;
  return !hasPartner(besides(frame), sides, actor);
};

/** "Merz | reshuffles", "Merz | faces a party revolt": what the party itself does, right behind its name. */
function isBusyAtHome({ sentence: { tokens } }: Scan, at: number): boolean {
  if (HOME.has(normOf(tokens, at)) || HOME.has(normOf(tokens, at + 1))) return true;
  return UNDERGOES.has(normOf(tokens, at)) && tokens.slice(at + 1, at + MAX_TROUBLE).some(({ norm }) => TROUBLE.has(norm));
}
const MAX_TROUBLE = 6;
const HOME = wordSet('resigns resigned resign quits reshuffles reshuffled impeached ousted toppled');
const UNDERGOES = wordSet(
  'faces faced facing survives survived calls called wins won loses lost seeks tenders tendered offers announces fights suffers',
);
const TROUBLE = wordSet('resignation reshuffle impeachment no-confidence snap re-election revolt mutiny');

/** "apologises for inviting a veteran during the visit of": a deed of then, for which somebody answers now. */
const isOfDeed = ({ scan, nucleus, chain }: Frame): boolean => {
  if (chain.at(-1)?.row.effect !== 'presuppose-now') return false;
  const { kind, from } = clauseOf(scan, nucleus.from);
  const norm = (at: number): string => normOf(scan.sentence.tokens, at);
  const answers = kind === 'time' ? scan.sentence.tokens.findIndex((token, at) => at < from && ANSWERS.has(token.norm)) : -1;
  return answers >= 0 && scan.sentence.tokens.some((_, at) => at > answers && at < from && isDeed(norm(at), norm(at + 1)));
};
const isDeed = (preposition: string, verb: string): boolean =>
  (preposition === 'for' || preposition === 'of' || preposition === 'over') && /^[a-z]{3,}ing$/.test(verb);
const ANSWERS = wordSet(
  'apologise apologises apologised apologising apologize apologizes apologized apologizing accuse accuses accused accusing blame blames blamed blaming charges charged charging convicts convicted sentences sentenced fines fined jails jailed sues sued suspects suspected suspicion guilty condemns condemned rebukes rebuked mocks mocked censures censured criticism criticises criticised criticizes criticized acquits acquitted',
);

/** "as the world watches his summit with Xi", "while investors await the talks": in view of it, others do something else. */
const isWatched = ({ scan, nucleus }: Frame): boolean => {
  const { kind, from } = clauseOf(scan, nucleus.from);
  return (
    kind === 'time' &&
    nucleus.row.kind === 'noun' &&
    AS_OR_WITH.has(normOf(scan.sentence.tokens, from)) &&
    scan.sentence.tokens.some(({ norm }, at) => at > from && at < nucleus.from && WATCHES.has(norm))
  );
};
const WATCHES = wordSet('watch watches watched await awaits awaited awaiting brace braces braced eyes');

/** "Lavrov in Muscat ahead of talks with Rubio": nothing else is told of him. */
const isOnlyThere = ({ sentence: { tokens } }: Scan, { to }: Group, from: number): boolean =>
  (normOf(tokens, to) === 'in' || normOf(tokens, to) === 'at') && from - to <= MAX_PLACE && tokens[from - 1]?.isCapital === true;
const MAX_PLACE = 3;

/** "Peru opens its archives ahead of Macron's visit": an act at home; not "talks tough on Russia ahead of Putin's visit". */
function isOfOthers(frame: Frame, sides: Sides, actor: Group): boolean {
  const { scan, nucleus, chain } = frame;
  if (chain.at(-1)?.row.effect !== 'presuppose-future') return false;
  const clause = clauseOf(scan, nucleus.from);
  if (clause.kind !== 'time') return false;
  const around = besides(frame);
  if (hasPartner(around, sides, actor) || isPreparation(scan, clause) || isOnlyThere(scan, actor, clause.from)) return false;
  const isThird = ({ country, kind }: Entity): boolean => country !== null && kind !== 'group' && !sides.parties.includes(country);
  return !actor.members.some(isHead) || around.some(isThird);
}

/** A leader, or the palace that speaks for him. */
const isHead = ({ surname, kind, office }: Entity): boolean =>
  surname !== null || (kind === 'metonym' && office !== null && office.startsWith('head_of_'));

/** Whom the sentence names outside the contact's own clause. */
const besides = ({ scan, nucleus }: Frame): readonly Entity[] => {
  const { from, to } = clauseOf(scan, nucleus.from);
  return scan.sentence.entities.filter((entity) => entity.to <= from || entity.from >= to);
};

/** Whether both sides are spoken of. */
const hasPartner = (around: readonly Entity[], { parties }: Sides, { members }: Group): boolean =>
  members.length > 1 ||
  around.some(
    (one) =>
      isUnnamedGroup(one) ||
      (one.country !== null && parties.includes(one.country) && !members.some(({ country }) => country === one.country)),
  );

/** "Macron meets Merz ahead of talks with Xi": one contact, and when it is. */
export const isWithOthers = (frame: Frame, sides: Sides, actor: Group | undefined): boolean =>
  actor !== undefined && frame.nucleus.row.isTravel !== true && !hasPartner(besides(frame), sides, actor);

/** "tightens security ahead of", "sets low expectations ahead of": made ready for the contact itself. */
const isPreparation = ({ sentence }: Scan, clause: { readonly from: number; readonly to: number }): boolean =>
  sentence.tokens.some(({ norm }, at) => (at < clause.from || at >= clause.to) && PREPARES.has(norm));
const PREPARES = wordSet(
  'prepare prepares prepared preparing preparations preparation expectations expectation hopes hope security agenda optimism optimistic pessimism pessimistic cautious caution upbeat sceptical skeptical talks terms demands stance position tone details red lines line stage scene ready readies carpet gears gear concessions concession compromise olive bar frenzy downplays downplay tempers temper nerves',
);

/** "plan to sue Merz while he visited Lima": to whom something is done does not act. */
export const isObject = ({ sentence: { tokens } }: Scan, { from }: Group): boolean =>
  /[a-z]{3}(?:ed|ing)$/.test(normOf(tokens, from - 1)) || normOf(tokens, from - 2) === 'to';
