import { isReport } from './attribution.ts';
import type { Clause } from './clauses.ts';
import type { Group } from './groups.ts';
import type { Nucleus } from './nuclei.ts';
import type { Operator } from './operators.ts';
import { countryOfPlace, placeEntityAt } from './place-names.ts';
import type { Scan } from './scan.ts';
import type { Entity, Sentence } from './text.ts';
import { ABOUT, ADVERBS, ARTICLES, AUXILIARY, isPreposition, LOCATIVE, MODIFIERS, PRONOUNS } from './word-sets.ts';

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

const RIGHT_REACH = 9;

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
  const right = rightGroups(scan, n, clause);
  const named = nucleus.row.kind === 'noun' ? compoundGroups(scan, n) : [];
  const compound = right.length > 0 ? named.filter((group) => !isVenue(scan, group)) : named;
  const left = compound.at(-1) ?? null;
  const destination = nucleus.row.isTravel === true ? destinationOf(scan, n, clause, left) : null;
  const core = [...compound, ...right].flatMap((group) => group.members);
  const subjectGroup = findSubject(scan, n, clause, named, right);
  return {
    core: destination === null || core.includes(destination) ? core : [...core, destination],
    subject: subjectGroup?.members ?? [],
    subjectGroup,
    hasDomesticObject: hasDomesticObject(scan, n),
    destination,
    doers: compound.length > 0 ? compound.flatMap((group) => group.members) : (subjectGroup?.members ?? []),
    linked: linkedGroups(scan, n).flatMap((group) => group.members),
    hasRight: right.length > 0,
    isOneSided: compound.length === 0 && right.every((group) => group.preposition === 'with'),
  };
}

export const clauseOf = (scan: Scan, at: number): Clause =>
  scan.clauses.find((clause) => clause.from <= at && at < clause.to) ?? { kind: 'main', from: 0, to: scan.sentence.tokens.length };

const normAt = (sentence: Sentence, at: number): string => sentence.tokens[at]?.norm ?? '';

const OFFERS: ReadonlySet<string> = new Set(['propose', 'await', 'premature', 'refuse', 'agree', 'accept', 'cancel', 'postpone']);

/** Who offers and who is asked, by the operators of nucleus `n`. */
function linkedGroups(scan: Scan, n: number): readonly Group[] {
  const chain = scan.chains[n] ?? [];
  const offers = chain.filter((operator) => OFFERS.has(operator.row.effect) && operator.row.isThirdParty !== true);
  return scan.groups.filter(
    (group) => offers.some((operator) => isLinked(scan, group, operator)) || chain.some((operator) => isPartner(group, operator)),
  );
}

/** "joins Scholz for talks", "thanks Trump for talks". */
const isPartner = (group: Group, { row, from, to }: Operator): boolean =>
  row.takesPartner === true && group.from > from && group.from - to <= 1 && group.preposition === null;

function isLinked(scan: Scan, group: Group, operator: Operator): boolean {
  if (group.isPossessive && group.to + 1 >= operator.from && group.to < operator.to) return true;
  if (group.from >= operator.from && group.to <= operator.to) return true;
  if (group.preposition === 'from' && group.from - operator.to <= 2 && group.from >= operator.from) return true;
  if (group.preposition === null && group.from - operator.to <= 1 && group.from >= operator.to) return true;
  const isGiver =
    operator.row.effect === 'propose' && /^(?:offer|invit|propos|challeng|suggest|ask)/.test(normAt(scan.sentence, operator.from));
  return isGiver && group.to <= operator.from && operator.from - group.to <= 2 && canBeSubject(scan, group);
}

/** "with X", "between X and Y", "of X", or a direct object, before another nucleus takes over. */
function rightGroups(scan: Scan, n: number, clause: Clause): readonly Group[] {
  const nucleus = scan.nuclei[n];
  const nextNucleus = scan.nuclei[n + 1];
  if (nucleus === undefined) return [];
  const found: Group[] = [];
  let edge = nucleus.to;
  for (const group of scan.groups) {
    if (group.from < nucleus.to || group.from >= clause.to) continue;
    if (nextNucleus !== undefined && group.from >= nextNucleus.from) break;
    const joins = joinsNucleus(scan, n, group, edge);
    if (joins === 'stop') break;
    if (joins === 'yes') {
      if (isCompoundOf(scan.sentence, group, nextNucleus?.from ?? -1) && found.length > 0) break;
      found.push(group);
      edge = group.to;
    }
  }
  return found;
}

function joinsNucleus(scan: Scan, n: number, group: Group, edge: number): 'yes' | 'no' | 'stop' {
  const { sentence } = scan;
  const nucleus = scan.nuclei[n];
  if (nucleus === undefined || group.from - edge > RIGHT_REACH) return 'stop';
  if (isReport(normAt(sentence, group.to)) && normAt(sentence, group.from - 1) === ',') return 'stop';
  const preposition = takesObject(scan, n, group) ? null : group.preposition;
  if (isOfAnotherNoun(sentence, group, nucleus)) return 'no';
  if (preposition === null) return nucleus.row.needsPair !== true && isObject(scan, n, group) ? 'yes' : 'no';
  if (/^(?:with|between|among|alongside|с|со|между)$/.test(preposition)) return 'yes';
  if (preposition === 'of')
    return /^(?:meeting|summit|visit|talks|meet|conversation|call|contact|trip|dialogue|consultation|negotiation|discussion|session|conference)/.test(
      normAt(sentence, nucleus.to - 1),
    ) && group.from - nucleus.to <= 5
      ? 'yes'
      : 'no';
  if (preposition === 'by') return nucleus.row.kind === 'noun' && !isDoneBy(scan, group) ? 'yes' : 'no';
  if (preposition === 'from' && nucleus.row.kind === 'noun')
    return /^(?:call|letter|visit|message)/.test(normAt(sentence, nucleus.to - 1)) ? 'yes' : 'no';
  if (preposition === 'to')
    return nucleus.row.isTravel === true ||
      isOffered(scan, n, group) ||
      /^(?:phone|call|letter|speak|write|invitation)$/.test(nucleus.row.id)
      ? 'yes'
      : 'no';
  return 'no';
}

/** "plays host to X", "runs into X", "received by X": the preposition is part of the verb. */
function takesObject({ sentence, nuclei }: Scan, n: number, group: Group): boolean {
  const nucleus = nuclei[n];
  if (nucleus === undefined || nucleus.row.kind !== 'verb' || nucleus.row.isTravel === true) return false;
  return (
    group.from - nucleus.to <= 1 &&
    (nucleus.row.isHosting === true ? /^(?:to|by|for)$/ : /^(?:to|into|by|on)$/).test(normAt(sentence, nucleus.to - 1))
  );
}

/** "offers talks to Eritrea", "floats a summit to Biden and Putin": who is asked. */
const isOffered = ({ chains, nuclei }: Scan, n: number, { from }: Group): boolean => {
  const nucleus = nuclei[n];
  if (nucleus === undefined || nucleus.row.kind !== 'noun' || from - nucleus.to > 2) return false;
  return (chains[n] ?? []).some(({ row, to }) => row.effect === 'propose' && to <= nucleus.from);
};

/** "to mend relations with India", "to attend to Putin's needs": what a name behind belongs to is something else; "talks on a deal with Oman" are with Oman. */
const isOfAnotherNoun = (sentence: Sentence, { from, isPossessive, preposition }: Group, { row }: Nucleus): boolean =>
  (isPossessive && preposition !== null && preposition !== 'between') ||
  RELATION.test(normAt(sentence, from - 2)) ||
  (row.form !== 'talks' && DEAL.test(normAt(sentence, from - 2)));
const RELATION =
  /^(?:relations|relationship|ties|border|borders|war|conflict|alliance|friendship|rift|row|feud|dispute|tensions|rivalry|competition|problems?|patience)$/;
const DEAL = /^(?:trade|deals?|agreement|pact|treaty|cooperation|peace|truce|ceasefire|partnership)$/;

/** "Budapest summit with Putin": a capital that would be a third side is where they meet, when somebody of another state acts. */
function isVenue(scan: Scan, group: Group): boolean {
  const [only] = group.members;
  if (only === undefined || group.members.length > 1 || only.kind !== 'country' || only.via !== 'metonym' || group.isPossessive)
    return false;
  return scan.groups.some(
    (other) => other.to <= group.from && other.members.some((entity) => entity.kind === 'person' && entity.country !== only.country),
  );
}

/** "a summit proposed by Macron", "talks hosted by Qatar": who brings others together. */
const isDoneBy = ({ sentence }: Scan, group: Group): boolean => /[a-z]ed$/.test(normAt(sentence, group.from - 2));

/** Directly behind a verb or "meeting", with nothing but an article or a title word between. */
function isObject(scan: Scan, n: number, group: Group): boolean {
  const nucleus = scan.nuclei[n];
  if (nucleus === undefined) return false;
  if (nucleus.row.kind === 'noun' && !/^(?:meeting|visiting)$/.test(normAt(scan.sentence, nucleus.to - 1))) return false;
  for (let at = nucleus.to; at < group.from; at += 1) {
    const norm = normAt(scan.sentence, at);
    if (!ARTICLES.has(norm) && !MODIFIERS.has(norm) && !DESCRIBES.test(norm)) return false;
  }
  return true;
}

/** "meets 'old friend' X", "hosts scandal-hit Malaysian leader": what may stand between a verb and whom it names. */
const DESCRIBES =
  /^(?:former|visiting|fellow|old|longtime|friend|close|ally|embattled|ousted|outgoing|incoming|rival|foe|"|'|[a-z]+ly|[a-z]+-[a-z]+)$/;

function isCompoundOf(sentence: Sentence, group: Group, at: number): boolean {
  return at >= 0 && group.to <= at && onlyModifiers(sentence, group.to, at);
}

/** The groups that stand before a noun as part of its phrase: "Putin-Biden summit", "Xi's state visit", "Trump's China visit". */
function compoundGroups(scan: Scan, n: number): readonly Group[] {
  const nucleus = scan.nuclei[n];
  if (nucleus === undefined) return [];
  const near = scan.groups.findLast((one) => one.to <= nucleus.from);
  if (near === undefined || !(onlyModifiers(scan.sentence, near.to, nucleus.from) || owns(scan.sentence, near, nucleus.from))) return [];
  const isPair = near.members.filter(({ kind }) => kind === 'person').length > 1;
  if (near.preposition !== null && LOCATIVE.has(near.preposition) && near.to < nucleus.from && !near.isPossessive && !isPair) return [];
  const owner = scan.groups.findLast((one) => one.to <= near.from);
  return owner !== undefined && (owns(scan.sentence, owner, near.from) || isTripled(owner, near)) ? [owner, near] : [near];
}

/** "Tillerson Moscow talks": who, where, what. */
const isTripled = (who: Group, where: Group): boolean =>
  who.to === where.from && who.members.at(-1)?.kind === 'person' && where.members.every(({ kind }) => kind === 'country');

/** "Pence's 'partnership' visit": whatever stands between an owner and the noun describes it. */
function owns(sentence: Sentence, owner: Group, at: number): boolean {
  if (!owner.isPossessive || at - owner.to > 7) return false;
  return sentence.tokens
    .slice(owner.to + 1, at)
    .every(
      (token) =>
        !isPreposition(token.norm) && !AUXILIARY.has(token.norm) && !isReport(token.norm) && !/^(?:[,;:.]|than|or)$/.test(token.norm),
    );
}

function onlyModifiers(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const norm = normAt(sentence, at);
    const entity = sentence.entities.find((one) => one.from <= at && at < one.to);
    if (entity !== undefined) {
      if (!/^(?:country|demonym|metonym|body)$/.test(entity.kind)) return false;
    } else if (
      norm !== "'s" &&
      norm !== "'" &&
      norm !== '-' &&
      !MODIFIERS.has(norm) &&
      !(sentence.tokens[at]?.isCapital === true && countryOfPlace(norm) !== null) &&
      !/^(?:[a-z]+(?:-[a-z]+)+|\d+(?:th|st|nd|rd))$/.test(norm)
    )
      return false;
  }
  return true;
}

/** Where a trip goes: "to X", "in X", the object of "visits", or the state before "visit" ("his China trip"). */
function destinationOf(scan: Scan, n: number, clause: Clause, left: Group | null): Entity | null {
  const nucleus = scan.nuclei[n];
  if (nucleus === undefined) return null;
  const isPlace = (entity: Entity): boolean => /^(?:country|metonym|body|demonym)$/.test(entity.kind);
  const places = scan.groups.filter(
    (group) =>
      group.from >= nucleus.to &&
      group.from < Math.min(clause.to, nucleus.to + 8) &&
      group.members.some(isPlace) &&
      (group.preposition === null || /^(?:to|in|at|for|of)$/.test(group.preposition)) &&
      !(group.preposition === 'for' && scan.nuclei.some((other) => other.from === group.to)),
  );
  const behind = places.find((group) => group.members.some((entity) => isPlace(entity) && entity.kind !== 'demonym')) ?? places[0];
  const own = left?.members.find((entity) => isPlace(entity) && left.to === nucleus.from);
  return behind?.members.find(isPlace) ?? own ?? placeEntityAt(scan.sentence, placeStart(scan, nucleus.to));
}

/** "arrives | in Tianjin", "visit | to Sochi". */
const placeStart = (scan: Scan, at: number): number => (/^(?:to|in|at)$/.test(normAt(scan.sentence, at)) ? at + 1 : at);

/** The nearest group before the nucleus and its operators that is nobody's object; else the subject of the neighbouring clause. */
function findSubject(scan: Scan, n: number, clause: Clause, compound: readonly Group[], right: readonly Group[]): Group | null {
  const nucleus = scan.nuclei[n];
  if (nucleus === undefined) return null;
  const usable = (group: Group): boolean =>
    !compound.includes(group) && !right.includes(group) && canBeSubject(scan, group) && !isBeside(group);
  const isBeside = (group: Group): boolean => (scan.chains[n] ?? []).some((operator) => isPartner(group, operator));
  const edge = compound[0]?.from ?? nucleus.from;
  const mine = scan.groups.filter((group) => group.to <= edge && group.from >= clause.from && usable(group));
  const inClause = mine.findLast((group) => acts(scan, group)) ?? mine.at(-1);
  const hasPronoun = scan.sentence.tokens.slice(clause.from, nucleus.from).some((token) => PRONOUNS.has(token.norm));
  if (/^(?:his|her)$/.test(normAt(scan.sentence, edge - 1))) {
    const owner = scan.groups.findLast(
      (group) => group.to <= edge && group.isPossessive && group.members.some(({ kind }) => kind === 'person'),
    );
    if (owner !== undefined && !compound.includes(owner) && (inClause === undefined || owner.from > inClause.from || !acts(scan, inClause)))
      return owner;
  }
  if (inClause !== undefined && !hasPronoun) return inClause;
  const before = scan.groups.find((group) => group.to <= clause.from && usable(group));
  if (inClause !== undefined) return scan.groups.find((group) => group.to <= edge && usable(group)) ?? inClause;
  return before ?? scan.groups.find((group) => group.from >= clause.to && usable(group)) ?? behindComma(scan, nucleus.to, usable);
}

/** A state before a noun belongs to that noun ("Ukraine ceasefire deal"); one before a verb acts. */
function acts(scan: Scan, group: Group): boolean {
  if (group.members.some((entity) => entity.kind !== 'country' && entity.kind !== 'demonym')) return true;
  const norm = normAt(scan.sentence, group.to);
  return (
    scan.operators.some((operator) => operator.from === group.to && operator.row.isPreposition !== true) ||
    scan.nuclei.some((nucleus) => nucleus.from === group.to) ||
    AUXILIARY.has(norm) ||
    (ADVERBS.has(norm) && !isPreposition(norm)) ||
    isReport(norm) ||
    norm === '' ||
    norm === ','
  );
}

/** "After talks with Xi, Macron said": the subject behind the comma of an opening clause. */
function behindComma(scan: Scan, from: number, usable: (group: Group) => boolean): Group | null {
  const comma = scan.sentence.tokens.findIndex((token, at) => at >= from && token.norm === ',');
  return comma < 0 ? null : (scan.groups.find((group) => group.from > comma && group.from - comma <= 3 && usable(group)) ?? null);
}

function canBeSubject(scan: Scan, group: Group): boolean {
  if (group.isPossessive) return false;
  if (/^(?:for|to)$/.test(group.preposition ?? '') && normAt(scan.sentence, group.to) === 'to') return true;
  if (
    /^(?:from|of)$/.test(group.preposition ?? '') &&
    /^(?:officials?|leaders?|ministers?|presidents?|delegations?|negotiators?|envoys?|diplomats?|representatives|chiefs?|teams?|countries|nations|members|states)$/.test(
      normAt(scan.sentence, group.from - 2),
    )
  )
    return true;
  if (group.preposition !== null && normAt(scan.sentence, group.from - 1) !== '')
    return !ABOUT.has(group.preposition) && !/^(?:with|between|of|by|in|at|from|near|outside|to|among)$/.test(group.preposition);
  return group.members.some((entity) => entity.kind !== 'demonym');
}

/** "Trump meets lawmakers", "talks with the cabinet". */
function hasDomesticObject(scan: Scan, n: number): boolean {
  const nucleus = scan.nuclei[n];
  if (nucleus === undefined) return false;
  for (let at = nucleus.to; at <= nucleus.to + 4; at += 1) {
    const entity = scan.sentence.entities.find((one) => one.from === at);
    if (entity !== undefined) return /^(?:domestic|private)$/.test(entity.kind);
    const norm = normAt(scan.sentence, at);
    if (
      /^(?:cabinet|council|parliament|lawmakers|ministers|businessmen|donors|investors|governors|generals|reporters|journalists)$/.test(
        norm,
      ) ||
      (norm === 'security' && normAt(scan.sentence, at + 1) === 'council')
    )
      return true;
    if (!/^(?:with|of|to|between)$/.test(norm) && !ARTICLES.has(norm) && !MODIFIERS.has(norm)) return false;
  }
  return false;
}
