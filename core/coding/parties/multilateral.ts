import type { Level } from '../codebook/coded-item.ts';
import { codesOf } from '../entities/party-codes.ts';
import { ENTITY_ROWS } from '../facts/lexicon-data.ts';
import type { Frame } from '../frames/frames.ts';
import { readPlace } from '../whereabouts/places.ts';
import { flatten } from '../words/sequences.ts';
import { type Entity, normOf, wordsBetween } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';

/** Bodies that are parties of their own; every other one stands for states that are not named. */
/** Bodies that are a side themselves. */
export const PARTY_BODIES: ReadonlySet<string> = new Set(['EU', 'UN', 'NATO']);
const OTHER_BODIES: ReadonlySet<string> = new Set(ENTITY_ROWS.bodies.map(({ party }) => party).filter((party) => !PARTY_BODIES.has(party)));

/** The parties that entities stand for, each once: the African Union, the G7 are many states without a name; Brussels beside the EU is the EU. */
export function partyCodes(named: readonly Entity[]): readonly string[] {
  const codes = new Set(codesOf(named).map((code) => (OTHER_BODIES.has(code) ? 'XX' : code)));
  const isSeat = ({ country, via }: Entity): boolean => country !== 'BE' || via === 'metonym';
  if (codes.has('EU') && codes.has('BE') && named.every(isSeat)) codes.delete('BE');
  return [...codes];
}

const GATHERS = wordSet('meet summit meeting conference');

/** "NATO leaders meet", "an EU summit": a body, or a collective, that meets within itself; the host counts when his state is named. */
export function amongMembers(
  frame: Frame,
  named: readonly Entity[],
  codes: readonly string[],
): { readonly parties: readonly string[]; readonly level: Level; readonly leaders?: readonly string[] } | null {
  const { nucleus, args } = frame;
  const [only] = codes;
  if (only === undefined) return unnamedHeads(frame, named) ?? ofLeaders(frame, named);
  if (codes.length > 1 || !(PARTY_BODIES.has(only) || only === 'XX')) return null;
  const known = named.filter(({ country }) => country !== null);
  const isOfHeadsOf = nucleus.row.id === 'talks' && known.some(({ kind }) => kind === 'office');
  if (!(GATHERS.has(nucleus.row.id) || isOfHeadsOf) || args.hasDomesticObject || !known.every((entity) => isOfMany(frame, entity)))
    return null;
  const heads = known.find(({ kind }) => kind !== 'body')?.level ?? null;
  const isOfLeaders =
    nucleus.row.id === 'summit' || known.every((one) => isOfHeads(frame, one)) || (nucleus.row.kind === 'verb' && known.every(isClub));
  const stated = named.find(({ country, kind, from }) => country === null && kind === 'office' && isOf(frame, from))?.level ?? null;
  const level = stated ?? (isOfLeaders && heads !== 'minister' ? 'leader' : (heads ?? 'envoy'));
  if (level === 'envoy' && only !== 'EU' && !known.every((entity) => areMembers(frame, entity))) return null;
  const host = hostOf(frame);
  const guests = host === null && only === 'XX' && nucleus.row.kind === 'noun' ? guestsOf(frame) : [];
  const others = host !== null ? [host] : partyCodes(guests);
  const isOneThere = frame.scan.groups.some(
    ({ members, preposition, isPossessive }) => members[0] === guests[0] && preposition === null && !isPossessive,
  );
  return { parties: [only, ...others].sort(), level, leaders: isOneThere ? surnamesIn(guests) : [] };
}

/** "the summit of their foreign ministers". */
const isOf = ({ nucleus, scan }: Frame, from: number): boolean =>
  normOf(scan.sentence.tokens, nucleus.to) === 'of' && from > nucleus.to && from - nucleus.to <= 3;

/** "Leaders of 12 African countries meet", "the Arab summit": of many states, none of which is named. */
function unnamedHeads(frame: Frame, named: readonly Entity[]): { readonly parties: readonly string[]; readonly level: Level } | null {
  const { nucleus, status, args } = frame;
  if (!GATHERS.has(nucleus.row.id) || args.hasDomesticObject || UNTOLD.has(status)) return null;
  const isOfRegion = nucleus.row.id === 'summit' && named.length === 0 && REGIONS.has(normOf(frame.scan.sentence.tokens, nucleus.from - 1));
  const level = isOfRegion ? 'leader' : (named.find((one) => areHeadsOfMany(frame, one))?.level ?? null);
  if (level === null) return null;
  const host = hostOf(frame);
  return { parties: host === null || host === 'XX' ? ['XX'] : [host, 'XX'].sort(), level };
}
/** Of nobody in particular such a thing is not told. */
const UNTOLD: ReadonlySet<string> = new Set(['declined', 'denied', 'willing', 'premature', 'possible']);

/** "Nordic prime ministers", "leaders from more than 50 countries": of states that are not named. */
export function areHeadsOfMany({ scan }: Frame, { kind, country, level, from, to }: Entity): boolean {
  if (kind !== 'office' || country !== null || level === 'envoy') return false;
  const { tokens } = scan.sentence;
  const before = normOf(tokens, from - 1);
  if (!LEADERS.has(normOf(tokens, to - 1)) && normOf(tokens, from) !== 'heads') return false;
  if (REGIONS.has(before)) return true;
  if (!OF.has(normOf(tokens, to)) || (tokens[from - 1]?.kind === 'word' && OF_NO_STATE.has(before))) return false;
  const end = [2, 3, 4, 5, 6].find((k) => MANY.has(normOf(tokens, to + k)));
  return end !== undefined && !tokens.slice(to, to + end).some(({ norm }) => OWN_AFFAIRS.has(norm));
}
const OF = wordSet('of from');
const MANY = wordSet('countries nations states');
/** "church leaders from 20 countries". */
const OF_NO_STATE = wordSet(
  'chief church business union faith religious military party opposition industry student community tribal rebel tech world youth',
);
const OWN_AFFAIRS = wordSet('party parties groups unions churches both two these companies');
const REGIONS = wordSet('nordic baltic arab gulf african balkan caribbean asian caspian islamic ibero-american sahel eurozone pacific');

/** "Leaders gather in Nairobi, Kenya, for a climate summit": of states that are not named, in one that is. */
function ofLeaders(frame: Frame, named: readonly Entity[]): { readonly parties: readonly string[]; readonly level: Level } | null {
  const { nucleus, scan } = frame;
  if (!COMES.has(nucleus.row.id) || named.length !== 1 || named[0]?.from !== 0 || normOf(scan.sentence.tokens, 0) !== 'leaders')
    return null;
  if (!scan.nuclei.some(({ row, from }) => from > nucleus.from && (row.id === 'summit' || row.id === 'conference'))) return null;
  const host = hostOf(frame);
  return host === null ? null : { parties: [host, 'XX'].sort(), level: 'leader' };
}
const COMES = wordSet('meet arrive');

/** "The G20 meets": what has no seat and no staff is its leaders. */
const isClub = ({ kind, country }: Entity): boolean => kind === 'body' && country === 'XX';

/** "The European Council meets": the heads of its members. */
const isOfHeads = ({ scan: { sentence } }: Frame, { kind, from, to }: Entity): boolean =>
  kind === 'body' && to - from === 2 && normOf(sentence.tokens, from) === 'european' && normOf(sentence.tokens, from + 1) === 'council';

/** "NATO members meet", "the allies of NATO", "the G20 industrial nations". */
const areMembers = ({ scan }: Frame, { kind, to }: Entity): boolean =>
  kind === 'body' && (MEMBERS.has(normOf(scan.sentence.tokens, to)) || MEMBERS.has(normOf(scan.sentence.tokens, to + 1)));
const MEMBERS = wordSet('member members allies nations countries states');

const surnamesIn = (people: readonly Entity[]): readonly string[] => [
  ...new Set(flatten(people, ({ surname }) => (surname === null ? [] : [surname]))),
];

/** A body, a collective, "EU leaders", "foreign ministers of NATO". */
const isOfMany = ({ scan }: Frame, { kind, from, to }: Entity): boolean =>
  kind === 'body' || kind === 'group' || (kind === 'office' && scan.sentence.tokens.slice(from, to).some(({ norm }) => LEADERS.has(norm)));
const LEADERS = wordSet('leaders heads presidents ministers chiefs premiers');

/** "G7 summit is a test for Canada's PM": the one leader whom the sentence names beside it. */
function guestsOf({ scan }: Frame): readonly Entity[] {
  const leaders = flatten(scan.groups, ({ members }) => members.filter(({ kind, level }) => kind === 'person' && level === 'leader'));
  return partyCodes(leaders).length === 1 ? leaders : [];
}

/** "at the G7 summit in Canada": the state that hosts many is a party when the text names it. */
export function withHost(frame: Frame, codes: readonly string[]): readonly string[] {
  const { id } = frame.nucleus.row;
  const isOfLeaders = id === 'meet' && frame.args.subject.some(({ kind }) => kind === 'group');
  const isOfMembers = id === 'meeting' && frame.args.core.some(({ kind, country }) => kind === 'body' && !PARTY_BODIES.has(country ?? ''));
  if (!codes.includes('XX') || (id !== 'summit' && id !== 'conference' && !isOfMembers && !isOfLeaders)) return codes;
  const host = hostOf(frame);
  return host === null || codes.includes(host) ? codes : [...codes.filter((code) => code !== 'XX'), host];
}

/** The state in which many meet, when the text names it, not only a city of it. */
export function hostOf(frame: Frame): string | null {
  const place = readPlace(frame);
  if (place === null || place.country === null) return null;
  const { sentence } = frame.scan;
  const { entities, tokens } = sentence;
  const isNamed = entities.some(
    ({ kind, via, country, from, to }) =>
      kind === 'country' &&
      via === 'name' &&
      country === place.country &&
      (place.text.includes(wordsBetween(sentence, from, to)) ||
        BEFORE_HOST.has(normOf(tokens, normOf(tokens, from - 1) === 'the' ? from - 2 : from - 1)) ||
        (normOf(tokens, from - 1) === 'of' && normOf(tokens, from - 2) === 'capital')),
  );
  return isNamed ? place.country : null;
}
const BEFORE_HOST = wordSet('in ,');
