import type { Contact } from '../codebook/coded-item.ts';
import { areOfSame } from '../codebook/same-parties.ts';
import { AHEAD, REMOTE } from '../codebook/status-kinds.ts';
import { asText, nearerDate } from '../dates/date-choice.ts';
import { countAt, daysOf } from '../dates/date-reading.ts';
import { directionOf, findDates } from '../dates/dates.ts';
import { isReport } from '../entities/attribution.ts';
import { locatives } from '../entities/locatives.ts';
import { nearerPlace, type Place } from '../lexicon/cities.ts';
import { namedByDay } from '../nuclei/named-by-day.ts';
import { isOfOtherObject } from '../nuclei/other-object.ts';
import { arrivalAt, deliveryAt, planAt } from '../nuclei/plan-verbs.ts';
import { venueLater } from '../whereabouts/later-venues.ts';
import { addDays } from '../words/calendar.ts';
import { type Entity, normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES } from '../words/word-sets.ts';
import type { Draft } from './fold-purpose.ts';
import { dayLater } from './later-days.ts';

/** Sentences of a text that may still say when and where the contact of its headline is. */
const MAX_INDEX = 3;
/** Words from that verb to the day or place. */
const REACH = 14;

/**
 * "He had been due in Beijing next week", "Both will be at the forum in Bali on Friday": a sentence that names no contact itself may say when and
 * where the one told before was to be. Fills in what is missing there; null when it says nothing of the kind.
 */
export function withDetails(found: readonly Draft[], sentence: Sentence, published: string | null): readonly Draft[] {
  if (published === null || sentence.zone !== 'text' || sentence.index > MAX_INDEX) return found;
  const fresh = found.filter(({ contact }) => !contact.background);
  const first = fresh[0];
  if (first === undefined) return found;
  const scene = sceneOf(sentence, first);
  if (scene !== null) return found.map((draft) => (draft === first ? detailed(draft, null, scene) : draft));
  if (fresh.some(({ contact }) => !areOfSame(contact, first.contact))) return found;
  const named = asNamed(sentence, first, published);
  if (named !== null) return found.map((draft) => (draft === first ? named : draft));
  const venue = lacksCity(first) ? venueLater(sentence, first.contact, (at) => speaksOf(sentence, at, first.contact)) : null;
  const placed = venue === null ? first : detailed(first, null, venue);
  const verb = planAt(sentence, first.contact) ?? deliveryAt(sentence, first.contact) ?? arrivalAt(sentence, first.contact);
  const day = published.slice(0, 10);
  const isPlan = verb !== null && speaksOf(sentence, verb, first.contact);
  const date =
    (isPlan ? dateBehind(sentence, verb, { contact: first.contact, day }) : null) ??
    dayLater(sentence, { contact: first.contact, day, isOfThem: (at) => speaksOf(sentence, at, first.contact) });
  if (!isPlan)
    return venue === null && date === null ? found : found.map((draft) => (draft === first ? detailed(placed, date, null) : draft));
  const site = REMOTE.has(first.contact.form)
    ? null
    : (locatives(sentence).find(
        ({ from, to }) => isInReach(verb, from) && !isAtHome(sentence, from, to) && !isBehindComma(sentence, verb, from),
      )?.place ?? null);
  return date === null && site === null && venue === null
    ? found
    : found.map((draft) => (draft === first ? detailed(placed, date, site) : draft));
}

const lacksCity = ({ contact, site }: Pick<Draft, 'contact' | 'site'>): boolean =>
  !REMOTE.has(contact.form) && (contact.place === null || site?.isState === true);

/** "Next week's summit was cut short after Macron left talks with Merz": what was told first, in a sentence that tells of others as well. */
export function withNamedDay(
  found: readonly Draft[],
  told: readonly Draft[],
  { sentence, published }: { readonly sentence: Sentence; readonly published: string | null },
): readonly Draft[] {
  const fresh = found.filter(({ contact }) => !contact.background);
  const [first] = fresh;
  if (published === null || first === undefined || first.contact.date !== null || sentence.zone !== 'text') return found;
  const isOne = ({ contact }: Draft): boolean => areOfSame(contact, first.contact);
  if (sentence.index > MAX_INDEX || told.some(isOne) || !fresh.every(isOne)) return found;
  const named = asNamed(sentence, first, published);
  return named === null ? found : found.map((draft) => (draft === first ? named : draft));
}

function asNamed(sentence: Sentence, draft: Draft, published: string): Draft | null {
  const named = namedByDay(sentence, draft.contact, published.slice(0, 10));
  if (named === null) return null;
  const isRemote = REMOTE.has(draft.contact.form);
  const behind = isRemote ? undefined : locatives(sentence).find(({ from }) => from > named.to && from <= named.to + 2);
  return detailed(draft, named.date, behind?.place ?? null);
}

/** "were to have met on Monday, the fruit of a pact in Oslo". */
const isBehindComma = ({ tokens }: Sentence, verb: number, at: number): boolean =>
  tokens.slice(verb, at).some(({ norm }, k) => norm === ',' && ARTICLES.has(normOf(tokens, verb + k + 1)));

/** "in the US state of Georgia": a part of one's own land. */
const isAtHome = ({ entities }: Sentence, from: number, to: number): boolean =>
  entities.some((entity) => entity.kind === 'private' && entity.from < to && entity.to > from);

const isInReach = (verb: number, at: number): boolean => at > verb && at - verb <= REACH;

function detailed(draft: Draft, date: string | null, place: Place | null): Draft {
  const site = nearerPlace(draft.site, draft.contact.place === null || draft.site !== null ? place : null);
  return {
    ...draft,
    site,
    contact: { ...draft.contact, date: nearerDate(draft.contact.date, date), place: site?.text ?? draft.contact.place },
  };
}

/** "In Moscow, Witkoff is to present a plan", "told reporters in Bratislava", "the plane touched down in Havana": a city of one of those who meet. */
function sceneOf(sentence: Sentence, { contact, site }: Draft): Place | null {
  if (!lacksCity({ contact, site })) return null;
  const norm = (at: number): string => normOf(sentence.tokens, at);
  const found = locatives(sentence).find(({ from, to }) => {
    const opens = from === 1 && norm(to) === ',' && contact.place === null;
    const isSpoken = PRESS.has(norm(from - 2)) && contact.place !== null;
    return opens || isSpoken || (contact.form === 'visit' && LANDED.has(norm(from - 2)));
  })?.place;
  if (found === undefined || found.isState || found.country === null || !contact.parties.includes(found.country)) return null;
  const isOwn = sentence.entities.some(({ country, kind }) => kind !== 'country' && country !== null && contact.parties.includes(country));
  return isOwn ? found : null;
}
const LANDED = wordSet('down landed arrived lands arrives');
const PRESS = wordSet('reporters journalists');

/** Nobody else stands before the verb, and somebody or something that may be meant does: "he", "the two", "the French president", "it". */
function speaksOf(sentence: Sentence, verb: number, contact: Contact): boolean {
  if (isOfOtherObject(sentence, verb, contact)) return false;
  const { tokens, entities } = sentence;
  const { parties, leaders } = contact;
  const isOther = ({ country, kind, from }: Entity): boolean =>
    from < verb && kind !== 'spokesperson' && country !== null && country !== 'XX' && !parties.includes(country);
  if (entities.some(isOther)) return false;
  return (
    SUBJECT.has(normOf(tokens, normOf(tokens, 0) === '"' ? 1 : 0)) ||
    SPEAKS_OF.has(normOf(tokens, 1)) ||
    (tokens[0]?.norm === 'the' && tokens.slice(1, 4).some(({ norm }) => HEAD.has(norm)) && !isOfAnother(entities, verb, leaders)) ||
    entities.some(({ from, country }) => from <= 1 && country !== null && parties.includes(country))
  );
}
const SPEAKS_OF = wordSet('two three visit trip meeting summit talks');
/** "The foreign minister, X, will go": a name that is not among those who meet. */
const isOfAnother = (entities: readonly Entity[], verb: number, leaders: readonly string[]): boolean =>
  entities.some(({ kind, surname, from }) => kind === 'person' && from < verb && !leaders.includes(surname ?? ''));
/** "The new president was to have been his guest". */
const HEAD = wordSet('president premier chancellor minister king queen emir sultan pope pontiff leader secretary envoy');
const SUBJECT = wordSet('he she they it both');

/** "for two days from Thursday". */
function daysIn(norms: readonly string[]): number {
  const at = norms.indexOf('for');
  const count = at < 0 ? null : countAt(norms, at + 1);
  return count !== null && norms[at + 1 + count.length] === 'days' ? count.count : 1;
}

type Asked = { readonly contact: Contact; readonly day: string };
function dateBehind({ tokens }: Sentence, verb: number, { contact, day }: Asked): string | null {
  const direction = contact.status === 'underway' ? 'past' : directionOf(contact.status, false);
  const mention = findDates(tokens, day, direction).find(({ from }) => isInReach(verb, from));
  if (mention === undefined && contact.status === 'underway') return lastingBehind(tokens, verb, day);
  if (mention === undefined || tokens.slice(verb, mention.from).some(({ norm }) => isReport(norm))) return null;
  if (AHEAD.has(contact.status) ? mention.end < addDays(day, -1) : contact.status === 'held' && mention.start > addDays(day, 1))
    return null;
  const length = mention.start === mention.end ? daysIn(tokens.slice(verb, mention.from).map(({ norm }) => norm)) : 1;
  return asText({ start: mention.start, end: length > 1 ? addDays(mention.start, length - 1) : mention.end });
}

/** "He is to stay for three days", "It will last a week": of what goes on, from today on. */
function lastingBehind(tokens: Sentence['tokens'], verb: number, day: string): string | null {
  if (!LASTS.has(normOf(tokens, verb))) return null;
  const norms = tokens.slice(verb + 1, verb + 8).map(({ norm }) => norm);
  const at = norms.findIndex((_, k) => countAt(norms, k) !== null);
  const count = at < 0 ? null : countAt(norms, at);
  const days = count === null ? undefined : daysOf(count.count, norms[at + count.length]);
  return days === undefined || days < 2 || days > MAX_DAYS ? null : `${day}/${addDays(day, days - 1)}`;
}
const MAX_DAYS = 14;
const LASTS = wordSet('stay stays last lasts spend spends remain remains run runs be');
