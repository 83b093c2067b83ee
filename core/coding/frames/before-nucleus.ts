import { isOfState } from '../entities/actors.ts';
import { isReport } from '../entities/attribution.ts';
import type { Group } from '../entities/groups.ts';
import { countryOfPlace, placeEntityAt } from '../lexicon/place-names.ts';
import type { Scan } from '../operators/scan.ts';
import type { Clause } from '../sentences/clauses.ts';
import { lastWhere } from '../words/sequences.ts';
import type { Entity, Sentence } from '../words/text.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { AUXILIARY, isPreposition, LOCATIVE, MODIFIERS } from '../words/word-sets.ts';

/** The groups that stand before a noun as part of its phrase: "Putin-Biden summit", "Xi's state visit", "Trump's China visit". */
export function compoundGroups(scan: Scan, n: number): readonly Group[] {
  const nucleus = scan.nuclei[n];
  if (nucleus === undefined) return [];
  const near = lastWhere(scan.groups, (one) => one.to <= nucleus.from);
  if (near === undefined) return [];
  if (
    !onlyModifiers(scan.sentence, near.to, nucleus.from) &&
    !owns(scan.sentence, near, nucleus.from) &&
    !isLinkedPair(scan.sentence, near, nucleus.from)
  )
    return [];
  const isPair =
    near.members.filter(({ kind }) => kind === 'person').length > 1 ||
    (near.members.length > 1 && normAt(scan.sentence, near.members[0]?.to ?? 0) === '-');
  if (near.preposition !== null && LOCATIVE.has(near.preposition) && near.to < nucleus.from && !near.isPossessive && !isPair) return [];
  const owner = lastWhere(scan.groups, (one) => one.to <= near.from);
  const isTrip = nucleus.row.isTravel === true;
  if (owner === undefined) return [near];
  const isOfThree = isTripled(owner, near, isTrip);
  if (isOfThree && !isTrip && isPairOfPersons(owner)) return [owner];
  return isOfThree || owns(scan.sentence, owner, near.from) ? [owner, near] : [near];
}

/** "Macron-Putin reconciliation lunch": two with a hyphen between them, and one or two words that describe the noun. */
const isLinkedPair = (sentence: Sentence, { members, to }: Group, at: number): boolean =>
  members.length === 2 &&
  normAt(sentence, members[0]?.to ?? 0) === '-' &&
  at - to <= 2 &&
  sentence.tokens
    .slice(to, at)
    .every(({ norm, kind }) => kind === 'word' && !isPreposition(norm) && !AUXILIARY.has(norm) && !isReport(norm) && norm !== 'and');

/** "Tillerson Moscow talks", "Macron White House visit": who, where, what. */
const isTripled = (who: Group, where: Group, isTrip: boolean): boolean =>
  who.to === where.from &&
  who.members.at(-1)?.kind === 'person' &&
  where.members.every(({ kind }) => kind === 'country' || (isTrip && kind === 'metonym'));

/** "Trump-Putin Ukraine call": the two who meet, and what of. */
const isPairOfPersons = ({ members: [one, other] }: Group): boolean =>
  one?.kind === 'person' && other?.kind === 'person' && one.country !== other.country;

/** "Pence's 'partnership' visit": whatever stands between an owner and the noun describes it. */
function owns(sentence: Sentence, owner: Group, at: number): boolean {
  if (!owner.isPossessive || at - owner.to > 7) return false;
  return sentence.tokens
    .slice(owner.to + 1, at)
    .every((token) => !isPreposition(token.norm) && !AUXILIARY.has(token.norm) && !isReport(token.norm) && !BREAKS.has(token.norm));
}
const BREAKS = wordSet(', ; : . than or amid as while after before during following ahead');

export function onlyModifiers(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const norm = normAt(sentence, at);
    const entity = sentence.entities.find((one) => one.from <= at && at < one.to);
    if (entity !== undefined) {
      if (!isOfState(entity)) return false;
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

/** "Budapest summit with Putin": a capital that would be a third side is where they meet, when somebody of another state acts. */
export function isVenue(scan: Scan, group: Group): boolean {
  const [only] = group.members;
  if (only === undefined || group.members.length > 1 || only.kind !== 'country' || only.via !== 'metonym' || group.isPossessive)
    return false;
  return scan.groups.some(
    (other) =>
      other.to <= group.from &&
      other.members.some(
        ({ kind, country, via }) => (kind === 'person' || (kind === 'country' && via !== 'metonym')) && country !== only.country,
      ),
  );
}

/** Where a trip goes: "to X", "in X", the object of "visits", or the state before "visit" ("his China trip"). */
export function destinationOf(scan: Scan, n: number, clause: Clause, left: Group | null): Entity | null {
  const nucleus = scan.nuclei[n];
  if (nucleus === undefined) return null;
  const places = scan.groups.filter(
    (group) =>
      group.from >= nucleus.to &&
      group.from < Math.min(clause.to, nucleus.to + 8) &&
      group.members.some(isOfState) &&
      !speaksBehind(scan, group) &&
      !(nucleus.row.kind === 'noun' && group.preposition === null && isBehindComma(scan, nucleus.to, group.from)) &&
      !(group.preposition === null && TO_SEE.has(normAt(scan.sentence, nucleus.to - 1))) &&
      (group.preposition === null || TOWARDS.has(group.preposition) || group.preposition === normAt(scan.sentence, nucleus.to - 1)) &&
      !(group.preposition === 'for' && scan.nuclei.some((other) => other.from === group.to)),
  );
  const behind = places.find((group) => group.members.some((entity) => isOfState(entity) && entity.kind !== 'demonym')) ?? places[0];
  const own = left?.members.find((entity) => isOfState(entity) && left.to === nucleus.from);
  const inside = scan.sentence.entities.find((one) => one.from > nucleus.from && one.to < nucleus.to && isOfState(one));
  return behind?.members.find(isOfState) ?? own ?? inside ?? placeEntityAt(scan.sentence, placeStart(scan, nucleus.to));
}
/** "trip to see Putin angers Paris". */
const TO_SEE = wordSet('see meet');
const TOWARDS = wordSet('to in at for of');

/** "no visit, Lima says, contradicting Quito": another phrase. */
const isBehindComma = ({ sentence }: Scan, from: number, to: number): boolean =>
  sentence.tokens.slice(from, to).some(({ norm }) => norm === ',');

/** "Macron's Moscow trip 'not now', Elysee says": who speaks is not where it goes. */
const speaksBehind = ({ sentence, speech }: Scan, group: Group): boolean =>
  group === speech.group && group.preposition === null && SPEAKS_BEHIND.has(normAt(sentence, group.from - 1));
const SPEAKS_BEHIND = wordSet(', " \' : - say says said');

/** "arrives | in Tianjin", "visit | to Sochi". */
const placeStart = (scan: Scan, at: number): number => (PLACE_LEADS.has(normAt(scan.sentence, at)) ? at + 1 : at);
const PLACE_LEADS = wordSet('to in at');
