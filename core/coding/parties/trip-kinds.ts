import { isPerson, isState, isTraveller } from '../entities/actors.ts';
import type { Group } from '../entities/groups.ts';
import { codesOf } from '../entities/party-codes.ts';
import type { Arguments } from '../frames/arguments.ts';
import { partnersInDialog } from '../frames/dialog.ts';
import type { Frame } from '../frames/frames.ts';
import { type Entity, normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { isPreposition, PRIVATE_OCCASIONS } from '../words/word-sets.ts';

/** "denies an adviser's visit to Oslo": whoever it was. */
export const isDeniedTrip = ({ status, nucleus }: Frame): boolean =>
  status === 'denied' && (nucleus.row.kind === 'noun' || nucleus.row.id === 'visit-verb' || nucleus.row.id === 'depart');

/** "A visit to Oslo is not planned, the Kremlin says": the house tells of its own master. */
export const isToldByHouse = ({ status, nucleus, chain }: Frame, named: readonly Entity[]): boolean =>
  nucleus.row.kind === 'noun' && chain.length > 0 && NOT_SET.has(status) && named.some(({ kind }) => kind === 'metonym');
const NOT_SET = wordSet('possible premature declined');

/** "China calls off US visit": states send somebody, whoever it was to be. */
export const isCalledOff = ({ status, nucleus, chain, args: { subject } }: Frame, named: readonly Entity[]): boolean =>
  (status === 'cancelled' || status === 'postponed') &&
  nucleus.row.kind === 'noun' &&
  chain.some(({ from }) => from < nucleus.from) &&
  subject.length === 1 &&
  isState(subject[0]) &&
  named.every(isState) &&
  codesOf(named).length === 2;

/** "is to meet Ito on his Asia tour", "during a regional trip": it leads to no state, whoever is met on it. */
export const isTourOfRegion = ({ nucleus, chain, args, scan: { sentence } }: Frame): boolean =>
  nucleus.row.isTravel === true &&
  nucleus.row.kind === 'noun' &&
  args.destination === null &&
  REGIONAL.has(normOf(sentence.tokens, nucleus.from - 1)) &&
  chain.some(({ row }) => row.effect === 'presuppose-now');
const REGIONAL = wordSet(
  'asia asian europe european africa african mideast gulf regional asia-pacific pacific east latin balkan caucasus nordic baltic',
);

/** "Iran, Oman to exchange visits": states send somebody. */
export const isExchanged = ({ scan, nucleus }: Frame): boolean =>
  [1, 2].some((k) => MUTUAL.has(normOf(scan.sentence.tokens, nucleus.from - k)));
const MUTUAL = wordSet('exchange exchanges exchanged exchanging mutual reciprocal');

/** "Biden's trip to the U.S. state of Georgia", "Putin tours Mariupol". */
export const isHomeTrip = ({ args, nucleus, scan }: Frame): boolean =>
  nucleus.row.isTravel === true &&
  args.destination !== null &&
  (isAtHome(args) || isWithOwnTroops(args, scan.sentence.text)) &&
  partnersInDialog(scan, nucleus).length === 0;

/** Ground that the army of a state holds in another, where its leaders visit nobody but their own: as [whose, in what state]. */
const HELD_GROUND = wordSet('RU-UA IL-PS IL-SY IL-LB UA-RU');
const isGroundOf = (country: string | null, land: string | null): boolean => country === land || HELD_GROUND.has(`${country}-${land}`);
const travellersOf = ({ subject, doers }: Arguments): readonly Entity[] => (subject.some(isPerson) ? subject : doers);
const isWithOwnTroops = (args: Arguments, text: string): boolean => {
  const { destination } = args;
  const who = travellersOf(args);
  if (destination === null || !who.some(isPerson)) return false;
  if (!who.every(({ country }) => isGroundOf(country, destination.country))) return false;
  return (
    (destination.via !== 'name' && destination.via !== 'metonym') ||
    AT_THE_FRONT.test(text) ||
    (destination.country === 'PS' && !text.includes('Ramallah') && !text.includes('Palestinian'))
  );
};
const AT_THE_FRONT = /\b(?:troops|soldiers|buffer zone|corridor|occupied|annexed|front[- ]?line|outpost|settlements?|Hermon)\b/i;

function isAtHome({ doers, destination }: Arguments): boolean {
  const travellers = doers.filter((entity) => entity !== destination && entity.kind === 'person');
  return travellers.length > 0 && travellers.every((entity) => entity.country === destination?.country || isSeatOf(entity, destination));
}

/** "Xi's visit to the disputed islands", "Putin's trip to annexed Crimea": to land that he holds; "Macron visits Kherson" is a visit. */
export function isOwnLand({ nucleus, args, scan: { sentence } }: Frame): boolean {
  if (nucleus.row.isTravel !== true) return false;
  for (let at = nucleus.from - 2; at < nucleus.to + 4; at += 1) {
    const holders = HELD_LAND.get(normOf(sentence.tokens, at));
    if (holders !== undefined && isHeldBy(args, holders)) return true;
  }
  return false;
}
/** Land that a state holds, by its holders; '' when the word says nothing of them. */
const HELD_LAND: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '': 'disputed annexed occupied',
    'RU UA': 'crimea donbas mariupol kherson donetsk luhansk kursk',
    'RU JP': 'kuril kurils',
    'IL SY': 'golan',
  }).flatMap(([holders, lands]) => lands.split(' ').map((land) => [land, holders] as const)),
);
const isHeldBy = (args: Arguments, holders: string): boolean =>
  travellersOf(args).every(
    ({ country }) =>
      country === null ||
      (holders === '' ? args.destination === null || isGroundOf(country, args.destination.country) : holders.includes(country)),
  );

/** "The Pope returns to Rome": he is at home there. */
const isSeatOf = (traveller: Entity, destination: Entity | null): boolean =>
  traveller.country === 'VA' && destination?.country === 'IT' && destination.via === 'metonym';

/** "visit a laboratory" by two leaders, a trip to a son's graduation. */
export function isPrivateTrip(frame: Frame): boolean {
  const { nucleus, args, scan } = frame;
  if (nucleus.row.isTravel !== true) return false;
  const next = scan.sentence.tokens[nucleus.to];
  const isThing = next?.kind === 'word' && !next.isCapital && !isPreposition(next.norm) && next.norm !== 'and';
  if (args.destination === null && isThing && codesOf(args.doers).length > 1 && !isLinked(frame)) return true;
  return scan.sentence.tokens.some((token, at) => at > nucleus.from && PRIVATE_OCCASIONS.has(token.norm));
}

/** "Trudeau-Modi visit postponed", "Trudeau's Delhi trip bumped": the visit of one to the other, and words that are no verbs. */
const isLinked = ({ args, scan: { sentence }, nucleus }: Frame): boolean =>
  nucleus.row.kind === 'noun' &&
  (normOf(sentence.tokens, args.doers[0]?.to ?? 0) === '-' || !VISITS.has(normOf(sentence.tokens, nucleus.to - 1)));
const VISITS = wordSet('visit visits tour tours');

/** "hours after Trump's visit to the region", "Blinken's regional tour": not to the one who acts meanwhile. */
export const isRegionalTrip = ({ nucleus: { row, from, to }, args, scan: { sentence } }: Frame): boolean =>
  row.isTravel === true &&
  row.kind === 'noun' &&
  args.destination === null &&
  args.core.length > 0 &&
  args.core.every(isTraveller) &&
  (normOf(sentence.tokens, from - 1) === 'regional' ||
    (normOf(sentence.tokens, to + 1) === 'the' && normOf(sentence.tokens, to + 2) === 'region'));

/** "clashes over Deby visit to the south: U.N.": a body tells of a trip, nobody travels to it. */
export const isTripToldBy = ({ nucleus }: Frame, { members }: Group): boolean =>
  nucleus.row.isTravel === true && members.every(({ kind }) => kind === 'body');

/** "India expects Putin to visit in June": where to is not said again. */
export const isBareVisit = ({ nucleus, args, scan: { sentence } }: Frame): boolean =>
  nucleus.row.id === 'visit-verb' &&
  nucleus.to - nucleus.from === 1 &&
  args.destination === null &&
  normOf(sentence.tokens, nucleus.from - 1) === 'to' &&
  !(sentence.tokens[nucleus.to]?.kind === 'word' && sentence.tokens[nucleus.to]?.isCapital === true);

/** "as Macron visits the country": the one that the sentence tells of. */
export const isToTheCountry = ({ scan, nucleus }: Frame): boolean =>
  nucleus.row.isTravel === true &&
  scan.sentence.tokens[nucleus.to]?.norm === 'the' &&
  COUNTRY.has(normOf(scan.sentence.tokens, nucleus.to + 1));
const COUNTRY = wordSet('country capital city kingdom republic island');

/** "ahead of White House visit": where to, but not whose. */
export const isTripOfNobody = ({ nucleus, args, scan }: Frame, found: readonly Entity[]): boolean =>
  nucleus.row.isTravel === true &&
  nucleus.row.kind === 'noun' &&
  scan.sentence.zone === 'title' &&
  args.destination !== null &&
  !args.hasDomesticObject &&
  !found.some(isTraveller) &&
  !args.subject.some(isTraveller) &&
  !args.linked.some(isTraveller);
