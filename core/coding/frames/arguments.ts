import type { Group } from '../entities/groups.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import type { Scan } from '../operators/scan.ts';
import type { Clause } from '../sentences/clauses.ts';
import { flatten } from '../words/sequences.ts';
import type { Entity } from '../words/text.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES, MODIFIERS } from '../words/word-sets.ts';
import { compoundGroups, destinationOf, isVenue } from './before-nucleus.ts';
import { rightGroups } from './behind-nucleus.ts';
import { linkedGroups } from './linked.ts';
import { findSubject } from './subject.ts';

/** Who takes part, by the place in the phrase that says so. */
export type Arguments = {
  /** Named by the nucleus's own phrase: "Putin-Biden summit", "talks between X and Y", the object of "meets". */
  readonly core: readonly Entity[];
  /** Who does it: "Putin" in "Putin hopes to meet Macron". */
  readonly subject: readonly Entity[];
  readonly subjectGroup: Group | null;
  /** A body of one state or a private person stands where the other side would stand. */
  readonly hasDomesticObject: boolean;
  readonly destination: Entity | null;
  /** Only "with X" names a side: the other one is whoever does it. */
  readonly isOneSided: boolean;
  /** Somebody stands behind the nucleus as its other side. */
  readonly hasRight: boolean;
  /** Named by an operator's own phrase: "Putin's offer of", "a request from Berlin for", "offered Biden a". */
  readonly linked: readonly Entity[];
  /** Who owns the noun ("Xi's visit") or does the verb. */
  readonly doers: readonly Entity[];
};

/** Reads the sides of nucleus `n`. */
export function readArguments(scan: Scan, n: number): Arguments {
  const nucleus = scan.nuclei[n];
  const clause = clauseOf(scan, nucleus?.from ?? 0);
  if (nucleus === undefined)
    return {
      core: [],
      subject: [],
      subjectGroup: null,
      hasDomesticObject: false,
      destination: null,
      isOneSided: false,
      hasRight: false,
      linked: [],
      doers: [],
    };
  const whom = nucleus.row.kind === 'verb' ? whomOf(scan, clause) : undefined;
  const right = whom === undefined ? rightGroups(scan, n, clause) : [whom];
  const named = nucleus.row.kind === 'noun' ? compoundGroups(scan, n) : [];
  const compound =
    right.length > 0
      ? named.filter(
          (group) => !isVenue(scan, group) && !isTownOf(group, right) && (nucleus.row.isTravel === true || !isTheatre(scan, group, right)),
        )
      : named;
  const left = compound.at(-1) ?? null;
  const destination = nucleus.row.isTravel === true ? destinationOf(scan, n, clause, left) : null;
  const subjectGroup = findSubject(scan, n, clause, named, right);
  const house = right.length > 0 ? null : foreignHouse(scan, nucleus, subjectGroup);
  const members = flatten([...compound, ...right], (group) => group.members);
  const core = house === null ? members : [...members, house];
  return {
    core: destination === null || core.includes(destination) ? core : [...core, destination],
    subject: subjectGroup?.members ?? [],
    subjectGroup,
    hasDomesticObject: house === null && hasDomesticObject(scan, n),
    destination,
    doers: doersOf(compound, right, subjectGroup),
    linked: flatten(linkedGroups(scan, n), (group) => group.members),
    hasRight: right.length > 0 || house !== null,
    isOneSided:
      (compound.length === 0 || (right.length > 0 && compound.every(isOfNoState))) && right.every((group) => group.preposition === 'with'),
  };
}

const PARLIAMENTS = wordSet(
  'congress senate representatives commons lords parliament assembly knesset bundestag duma rada sejm diet majlis sabha hill',
);
/** "hosts a delegation from the US Congress", "in a call with the Bundestag": who acts is of another state. */
function foreignHouse({ sentence }: Scan, { row, to }: Nucleus, subject: Group | null): Entity | null {
  if (subject === null || row.isTravel === true) return null;
  const house = sentence.entities.find(({ kind, from }) => kind === 'domestic' && from >= to && from - to <= MAX_DELEGATES);
  if (house === undefined || house.country === null || !PARLIAMENTS.has(normAt(sentence, house.to - 1))) return null;
  if (!subject.members.every(({ country }) => country !== null && country !== house.country)) return null;
  for (let at = to; at < house.from; at += 1) {
    const norm = normAt(sentence, at);
    if (!LINKS.has(norm) && !ARTICLES.has(norm) && !DELEGATES.has(norm)) return null;
  }
  return { ...house, kind: 'aide', level: 'envoy' };
}
const MAX_DELEGATES = 6;
const DELEGATES = wordSet('from delegation delegations members member leaders lawmakers committee group visiting bipartisan');

/** "Doha talks between Rwanda and Congo": of two other states that are named behind, a capital is where they meet. */
function isTownOf({ members: [only, second] }: Group, right: readonly Group[]): boolean {
  if (only?.kind !== 'country' || only.via !== 'metonym' || second !== undefined) return false;
  const sides = right.find(({ preposition, members }) => members.length > 1 && /^(?:between|of|among)$/.test(preposition ?? ''));
  return sides !== undefined && !sides.members.some(({ country }) => country === only.country);
}

/** "a ministers' meeting with Oman": who they are, but not of which state. */
const isOfNoState = ({ members }: Group): boolean => members.every(({ country }) => country === null);

/** "Turkey to host Gaza meeting with Arab ministers": what it is about, unless it is a journey there, when who acts and who else is there are named. */
const isTheatre = ({ groups }: Scan, { members, from }: Group, right: readonly Group[]): boolean =>
  members.length === 1 &&
  members[0]?.kind === 'country' &&
  THEATRES.has(members[0].country ?? '') &&
  right.some(({ preposition }) => preposition === 'with' || preposition === 'between') &&
  !right.some((group) => group.members.every(({ kind, country }) => kind === 'movement' || country === members[0]?.country)) &&
  groups.some(
    (group) => group.to < from && group.preposition === null && group.members.every(({ country }) => country !== members[0]?.country),
  );
const THEATRES = wordSet('PS SY LY YE SD');

/** "Kim, whom he met twice", "Xi, with whom he spoke in May": the one before the comma. */
function whomOf({ sentence, groups }: Scan, { kind, from }: Clause): Group | undefined {
  if (kind !== 'relative' || normAt(sentence, from) !== 'whom') return undefined;
  let at = from;
  while (OBJECT_LINKS.has(normAt(sentence, at - 1))) at -= 1;
  return groups.find(({ to, members }) => to === at && members.some(({ kind }) => kind === 'person'));
}
const OBJECT_LINKS = wordSet(', with to');

/** "Xi's visit", "the visit of the president of India": whose it is, else who acts. */
function doersOf(compound: readonly Group[], right: readonly Group[], subject: Group | null): readonly Entity[] {
  if (compound.length > 0) return flatten(compound, (group) => group.members);
  return right.find((group) => group.preposition === 'of')?.members ?? subject?.members ?? [];
}

export const clauseOf = (scan: Scan, at: number): Clause =>
  scan.clauses.find((clause) => clause.from <= at && at < clause.to) ?? { kind: 'main', from: 0, to: scan.sentence.tokens.length };

/** "met a Russian lawyer". */
const PRIVATE = wordSet(
  'lawyers lawyer businessman businessmen businesswoman businesswomen bankers banker tycoons tycoon oligarchs oligarch investors investor executives executive actors actor actress singers singer students student activists activist dissidents dissident journalists journalist models model athletes athlete scientists scientist priests priest bishops bishop cardinals cardinal clergy pilgrims ceos ceo companies firms automakers carmakers troops soldiers fans pupils immigrants immigrant migrants migrant refugees refugee tourists tourist',
);

/** "meets French bishops", "... US tech executives", "... Dutch business leaders". */
const isPrivate = ({ sentence }: Scan, at: number): boolean =>
  PRIVATE.has(normAt(sentence, at)) || (PRIVATE_KINDS.has(normAt(sentence, at)) && PRIVATE_HEADS.has(normAt(sentence, at + 1)));
const PRIVATE_KINDS = wordSet('business tech technology corporate company industry church religious student community faith bank oil');
const PRIVATE_HEADS = wordSet('leaders leader executives executive bosses boss chiefs chief ceos ceo groups titans giants moguls magnates');

/** "Trump meets lawmakers", "talks with the cabinet". */
function hasDomesticObject(scan: Scan, n: number): boolean {
  const nucleus = scan.nuclei[n];
  if (nucleus === undefined) return false;
  for (let at = nucleus.to; at <= nucleus.to + 4; at += 1) {
    const entity = scan.sentence.entities.find((one) => one.from === at);
    if ((entity?.kind === 'demonym' || entity?.kind === 'country') && isPrivate(scan, entity.to)) return true;
    if (entity?.kind === 'aide' && PRIVATE.has(normAt(scan.sentence, entity.to - 1))) return true;
    if (entity !== undefined)
      return entity.kind === 'domestic' || (entity.kind === 'private' && (nucleus.row.id !== 'discuss' || at > nucleus.to));
    const norm = normAt(scan.sentence, at);
    if (DOMESTIC_PARTIES.has(norm) || (norm === 'security' && normAt(scan.sentence, at + 1) === 'council')) return true;
    if (!LINKS.has(norm) && !ARTICLES.has(norm) && !MODIFIERS.has(norm)) return false;
  }
  return false;
}
/** Nobody of another state, or nobody at all ("talks with the devil"). */
const DOMESTIC_PARTIES = wordSet(
  'devil evil terrorists terrorist murderers killers criminals tyrants gangsters bandits cabinet council parliament lawmakers advisers advisors aides staffers supporters ministers businessmen donors investors governors generals reporters journalists',
);
const LINKS = wordSet('with of to between');
