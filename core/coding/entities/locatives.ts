import { CAPITALS, cityAt, type Locative, type Place, STATES, textOf } from '../lexicon/cities.ts';
import { countryOfPlace, placeEntityAt } from '../lexicon/place-names.ts';
import { hasWordOf, isOfClass, WORD_CLASS } from '../sentences/word-classes.ts';
import { MONTHS, WEEKDAYS } from '../words/calendar.ts';
import { type Entity, isTied, normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { ADVERBS, AUXILIARY, BOUNDARIES, isPreposition } from '../words/word-sets.ts';

const MAX_PLACE_WORDS = 4;
const TOPIC_WORDS = wordSet(
  'war conflict uprising revolt rebellion insurgency unrest turmoil coup massacre bloodshed killings killing famine drought genocide outbreak epidemic developments development reforms transition atrocities bloodbath impasse crackdown turnout earthquake floods flood crisis peace process truce reconciliation reconstruction ceasefire invasion fighting elections election interest stake end deal troops hostages situation violence influence security stability interests democracy rights ambassador relations operation power prices',
);
/** "the government in Kabul": where it sits, when it is of that state. */
const SEATED = wordSet('government military army troops forces regime junta leadership authorities officials');
/** Groups of states, their treaties and what they left them by, and parts of the world are no venue. */
const NO_PLACE =
  /^(?:g-?\d+|asia|europe|africa|america|americas|nafta|usmca|brexit|brics|apec|asean|opec|north|south|east|west|middle|mideast)$/;
/** "French-brokered talks": who brought it about. */
const BROUGHT_ABOUT = /-(?:led|backed|brokered|hosted|sponsored|mediated|style|era|allied|held|controlled)$/;
const DETERMINER = wordSet('the a an his her its their');
/** Words between a preposition and the name: "in southern Turkey", "in the war-torn valley of". */
const PLACE_ADJECTIVE =
  /^(?:northern|southern|eastern|western|central|north|south|east|west|downtown|nearby|neighbou?ring|coastal|old|ancient|historic|swiss|[a-z]+-[a-z]+)$/;
const PLACE_NOUN = wordSet('city town resort capital village port island region province suburb state district estate');

const LOCATIVES: ReadonlySet<string> = new Set(['in', 'at', 'near', 'outside']);

/** "in Geneva", "at the White House", "in the Swiss city of Geneva": names behind a locative preposition. */
export function locatives(sentence: Sentence): readonly Locative[] {
  const found: Locative[] = [];
  if (!hasWordOf(sentence, WORD_CLASS.locative)) return found;
  sentence.tokens.forEach((token, at) => {
    if (!isOfClass(token, WORD_CLASS.locative)) return;
    if (!(LOCATIVES.has(token.norm) || isOnIsland(sentence, at)) || TOPIC_WORDS.has(normOf(sentence.tokens, at - 1))) return;
    const place = placeAt(sentence, at + 1);
    if (place !== null && !isSeat(sentence, at, place.place) && !isOfPair(sentence, place.to)) found.push(withTown(sentence, place));
  });
  return found;
}

const HOUSES = wordSet(
  'house palace hotel castle hall embassy residence residency club resort base villa mansion ministry headquarters guesthouse consulate mission office airport airbase kremlin diwan',
);
/** "the Omani embassy in Rome", "State House, Nairobi": a house goes with its town. */
function withTown(sentence: Sentence, found: Locative): Locative {
  const { tokens } = sentence;
  const { from, to, place } = found;
  const joint = normOf(tokens, to);
  if (!(joint === 'in' || joint === ',') || !HOUSES.has(normOf(tokens, to - 1))) return found;
  const town = cityAt(sentence, to + 1);
  if (town === null || (joint === ',' && tokens[town.to]?.kind === 'word' && !isPreposition(normOf(tokens, town.to)))) return found;
  return { from, to: town.to, place: { text: `${place.text}, ${town.place.text}`, country: town.place.country, isState: false } };
}

/** "on Russky Island", "on the Korean border". */
const isOnIsland = ({ tokens }: Sentence, at: number): boolean =>
  tokens[at]?.norm === 'on' && [2, 3].some((k) => ISLAND.has(normOf(tokens, at + k)));
const ISLAND = wordSet('island islands peninsula');

/** "at US-Russia talks": one of two who are named together. */
const isOfPair = (sentence: Sentence, at: number): boolean =>
  sentence.tokens[at]?.norm === '-'
    ? isTied(sentence, at) && sentence.entities.some(({ from }) => from === at + 1)
    : isState(sentence.entities.find(({ from }) => from === at)) && isState(sentence.entities.find(({ to }) => to === at));
const isState = (entity: Entity | undefined): boolean => entity?.kind === 'country' && entity.via === 'name';

const isSeat = (sentence: Sentence, at: number, { country }: Place): boolean =>
  SEATED.has(normOf(sentence.tokens, at - 1)) &&
  sentence.entities.some((entity) => entity.to >= at - 1 && entity.to <= at && entity.country === country && country !== null);

/** The place that a noun phrase from `start` on names, over its article and what describes it. */
export function placeAt(sentence: Sentence, start: number): Locative | null {
  const norm = (at: number): string => normOf(sentence.tokens, at);
  const owner = sentence.entities.find((one) => one.from === start && norm(one.to) === "'s");
  const from = owner !== undefined ? owner.to + 1 : DETERMINER.has(norm(start)) ? start + 1 : start;
  const described = behindPlaceNoun(sentence, from);
  if (described !== null) return described;
  const direct = namedAt(sentence, from);
  if (direct !== null) return direct;
  let at = from;
  while (at < from + 2 && PLACE_ADJECTIVE.test(norm(at)) && sentence.tokens[at]?.isCapital !== true) at += 1;
  return at === from ? null : namedAt(sentence, at);
}

/** "the Turkish capital Ankara", "the Red Sea resort of X", "the port city of X": the name behind the word for what it is. */
function behindPlaceNoun(sentence: Sentence, from: number): Locative | null {
  for (let at = from; at < from + 4 && normOf(sentence.tokens, at) !== ','; at += 1) {
    if (!PLACE_NOUN.has(normOf(sentence.tokens, at)) || isOfName(sentence, at, from)) continue;
    if (PLACE_NOUN.has(normOf(sentence.tokens, at + 1))) continue;
    const name = sentence.tokens[at + 1]?.norm === 'of' || isCapitalNamed(sentence, at) ? at + 2 : at + 1;
    return sentence.tokens[name]?.isCapital === true ? namedAt(sentence, name) : null;
  }
  return null;
}

/** "in Ukraine's capital, Kyiv". */
const isCapitalNamed = ({ tokens }: Sentence, at: number): boolean => normOf(tokens, at) === 'capital' && normOf(tokens, at + 1) === ',';

/** "at State House", "the Diaoyutai State Guesthouse": a part of the name. */
const isOfName = (sentence: Sentence, at: number, from: number): boolean =>
  sentence.tokens[at]?.isCapital === true && (at === from || (sentence.tokens[at - 1]?.isCapital === true && isMixedCase(sentence)));

function namedAt(sentence: Sentence, from: number): Locative | null {
  const entity = sentence.entities.find((one) => one.from === from);
  const known = placeEntityAt(sentence, from);
  if (entity !== undefined && (known === null || known.to <= entity.to)) return entityPlace(sentence, entity) ?? cityIn(sentence, from);
  if (known !== null) {
    const to = withState(sentence, isMixedCase(sentence) ? nameEnd(sentence, known.to) : known.to, known.country);
    return { from, to, place: { text: textOf(sentence, from, to), country: known.country, isState: false } };
  }
  return cityIn(sentence, from) ?? unknownName(sentence, from);
}

/** "in Havana, US and Cuban officials say", "at Beijing military parade", "an envoy of Qatar in Cairo": behind "in" a city is a city, whatever else its name begins. */
function cityIn(sentence: Sentence, from: number): Locative | null {
  if (!LOCATIVES.has(normOf(sentence.tokens, from - 1))) return null;
  const city = cityAt(sentence, from);
  return city === null || sentence.tokens[city.to]?.norm === "'s" ? null : city;
}

function entityPlace(sentence: Sentence, entity: Entity): Locative | null {
  const isPlace =
    entity.kind === 'country' || entity.kind === 'metonym' || entity.country === 'UN' || sentence.tokens[entity.to]?.norm === 'capital';
  if (!isPlace || sentence.tokens[entity.to]?.norm === "'s") return null;
  const to = withState(sentence, entity.to, entity.country);
  const place = placeOf(sentence, entity);
  const isCapital = sentence.tokens[entity.to]?.norm === 'capital';
  return { from: entity.from, to, place: isCapital ? place : { ...place, text: textOf(sentence, entity.from, to) } };
}

/** Behind the capitalised words from `at` on: "Porto Alegre" begins like another place. */
function nameEnd(sentence: Sentence, at: number): number {
  let to = at;
  while (to < at + MAX_PLACE_WORDS - 1 && isPlaceWord(sentence, to)) to += 1;
  return to;
}

/** Capitalised words that nobody knows, where nothing else can follow a place ("in Bariloche on Monday"). */
function unknownName(sentence: Sentence, from: number): Locative | null {
  let to = from;
  while (to < from + MAX_PLACE_WORDS && isPlaceWord(sentence, to)) to += 1;
  const first = normOf(sentence.tokens, from);
  if (to === from || MONTHS.has(first) || (NO_PLACE.test(first) && to - from === 1)) return null;
  const state = sentence.entities.find((one) => one.kind === 'country' && one.from === to + 1 && sentence.tokens[to]?.norm === ',');
  const country = countryOfPlace(first) ?? state?.country ?? null;
  if (country === null && (!endsPhrase(sentence, to) || (sentence.zone === 'title' && !isMixedCase(sentence)))) return null;
  const end = state === undefined ? to : state.to;
  return { from, to: end, place: { text: textOf(sentence, from, end), country, isState: false } };
}

/** No noun follows that the name could belong to ("in Easter message"), or one for a building or grounds. */
function endsPhrase(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || token.kind !== 'word') return true;
  const { norm } = token;
  return (
    isPreposition(norm) ||
    BOUNDARIES.has(norm) ||
    AUXILIARY.has(norm) ||
    ADVERBS.has(norm) ||
    WEEKDAYS.has(norm) ||
    /^(?:and|or|to|this|last|next|where|which|that|amid|over|until)$|(?:ed|s)$/.test(norm) ||
    SITES.has(norm)
  );
}
const SITES = wordSet(
  'golf resort estate club palace castle residence ranch retreat airport base border post crossing hotel university campus centre center opera monastery memorial complex house villa park hall forum cosmodrome spaceport guesthouse checkpoint barracks dacha lodge headquarters embassy pavilion stadium church cathedral basilica mosque library fortress fort abbey harbour harbor station garden gardens square province district region',
);

/** "Geneva, Switzerland" ends behind the state; "in Havana, US officials say" does not. */
function withState(sentence: Sentence, to: number, country: string | null): number {
  if (sentence.tokens[to]?.norm !== ',') return to;
  const state = sentence.entities.find((one) => one.kind === 'country' && one.from === to + 1);
  const isItsState = state !== undefined && (state.country === country || country === null);
  return isItsState && sentence.tokens[state.to]?.norm !== "'s" ? state.to : to;
}

function isPlaceWord(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  return (
    token?.isCapital === true &&
    !MONTHS.has(token.norm) &&
    !WEEKDAYS.has(token.norm) &&
    !BROUGHT_ABOUT.test(token.norm) &&
    !sentence.entities.some((entity) => entity.from <= at && at < entity.to)
  );
}

/** A headline in title case tells names from words no more than one in capitals does. */
function isMixedCase(sentence: Sentence): boolean {
  const words = sentence.tokens.filter((token) => token.kind === 'word' && token.text.length > 3);
  return sentence.text.endsWith('.') || words.filter((token) => token.isCapital).length < words.length * 0.7;
}

/** An entity as a place; a city that stands before its state ("Bariloche, Argentina") goes with it. */
export function placeOf(sentence: Sentence, entity: Entity): Place {
  const seat = capitalOf(sentence, entity);
  if (seat !== null) return seat;
  const land = entity.kind === 'demonym' ? landOf(sentence, entity) : null;
  if (land !== null) return { text: land, country: entity.country, isState: true };
  const isState = entity.kind === 'country' && entity.via === 'name';
  const city = isState && normOf(sentence.tokens, entity.from - 1) === ',' ? cityBefore(sentence, entity.from - 1) : entity.from;
  return { text: textOf(sentence, city, entity.to), country: entity.country, isState: isState && city === entity.from };
}

const LANDS: Readonly<Record<string, string>> = { scottish: 'Scotland', welsh: 'Wales', english: 'England' };
/** "his Turkish trip" goes to Turkey. */
const landOf = ({ tokens }: Sentence, { from, country }: Entity): string | null =>
  LANDS[normOf(tokens, from)] ?? STATES.get(country ?? '') ?? null;

/** "the Syrian capital (Damascus)": the city, whether it is named or not. */
function capitalOf(sentence: Sentence, { to, country }: Entity): Place | null {
  if (sentence.tokens[to]?.norm !== 'capital' || country === null) return null;
  const named = sentence.tokens[to + 1]?.isCapital === true ? namedAt(sentence, to + 1) : null;
  const city = CAPITALS.get(country);
  return named?.place ?? (city === undefined ? null : { text: city, country, isState: false });
}
/** Where the capitalised words begin that end at `to` behind "in", "at" or "to"; `to` + 1 when there are none. */
function cityBefore(sentence: Sentence, to: number): number {
  let from = to;
  while (from > 0 && to - from < MAX_PLACE_WORDS && isPlaceWord(sentence, from - 1)) from -= 1;
  return from < to && BEFORE_CITY.has(normOf(sentence.tokens, from - 1)) ? from : to + 1;
}
const BEFORE_CITY = wordSet('in at to of visit visits visited near');
