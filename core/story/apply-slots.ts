import type { Level } from '../coding/codebook/coded-item.ts';
import { arePartiesBacked, areSlotsBacked, areSlotsSure } from './backing.ts';
import type { Severity } from './development.ts';
import type { Fact } from './dossier.ts';
import { isState } from './dossier-key.ts';
import { elapsed, HOUR } from './duration.ts';
import { type Episode, isNewPlace, takeSlots } from './episode.ts';
import { mergeNames } from './fact.ts';
import { type Applied, unmoved } from './move.ts';
import { includesAll } from './same.ts';
import { seatOf } from './seat.ts';
import { compareDates, comparePlaces, isFixedBy, isNarrower, isVagueDate, type SlotChange } from './slot.ts';
import { STATUS_SPEC } from './status.ts';
import { type Weight, weightAtLevel } from './transition.ts';

/** A venue is not told twice a day: agencies name one place in many ways. */
const PLACE_REST = 12 * HOUR;
/** The place that is named so soon after the news belongs to it. */
const NEWS_REST = 3 * HOUR;
/** A party that is named so soon after the news belongs to it; later it has joined. */
const JOIN_REST = 24 * HOUR;

type SlotNews = { readonly date: SlotChange; readonly place: SlotChange; readonly joined: readonly string[] };

/** A fact of a known status may still bring a date, a place, or another party. */
export function applySlots(episode: Episode, fact: Fact, level: Level): Applied {
  if (bringsNothing(episode, fact)) return NOTHING_NEW;
  const hasDetails = takeDetails(episode, fact);
  const news = slotNews(episode, fact);
  if (news.date === 'none' && news.place === 'none' && news.joined.length === 0)
    return hasDetails ? takenQuietly(episode, fact) : NOTHING_NEW;
  const reasons = wordSlots(news, fact);
  if (!isPlan(episode)) return unmoved('known', `too late for ${reasons.join(', ')}`);
  if (!areSlotsSure(episode, fact)) return unmoved('doubtful', `${reasons.join(', ')} waits for a second source`);
  const [from, before] = [episode.status, episode.mover];
  const severity: Severity = weightAtLevel(slotWeight(episode, news), level) === 'major' ? 'major' : 'minor';
  takeSlots(episode, fact);
  episode.lastMovedAt = fact.firstAt;
  if (news.place !== 'none') episode.placeAt = fact.firstAt;
  const move = { key: fact.id, kind: 'slot', fact, from, to: fact.status, severity, reasons, before, dueAt: fact.firstAt } as const;
  return { move, weight: 'known', reason: reasons.join(', ') };
}

/** What other outlets add in the first hours belongs to the news: who comes, and the day of the week that was named. True if they did. */
function takeDetails(episode: Episode, fact: Fact): boolean {
  const since = elapsed(episode.statusAt, fact.firstAt);
  if (since >= JOIN_REST || isLower(episode, fact) || !areSlotsSure(episode, fact)) return false;
  const { circle, date } = episode;
  episode.circle = mergeNames(circle, fact.parties);
  if (since < NEWS_REST && date !== null && compareDates(date, fact.date) === 'none' && isNarrower(date, fact.date))
    episode.date = fact.date;
  episode.end = null;
  return episode.circle !== circle || episode.date !== date;
}

/** A detail is remembered like a move, but nobody is told. */
function takenQuietly({ status: from, mover: before }: Episode, fact: Fact): Applied {
  const reasons = ['a detail of the news'];
  const move = {
    key: fact.id,
    kind: 'slot',
    fact,
    from,
    to: fact.status,
    severity: 'minor',
    reasons,
    before,
    dueAt: fact.firstAt,
  } as const;
  return { move: { ...move, isQuiet: true }, weight: 'known', reason: 'a detail of the news' };
}

const NOTHING_NEW = unmoved('known', 'says nothing new');

/** No day and no place, or those that stand, and nobody who is not known to come. */
const bringsNothing = (episode: Episode, fact: Fact): boolean =>
  (fact.date === null || fact.date === episode.date) &&
  (fact.place === null || fact.place === episode.place) &&
  includesAll(episode.circle, fact.parties);

/** Slots matter while a contact is ahead; of a call nobody asks where. */
const isPlan = (episode: Episode): boolean =>
  episode.form !== 'phone' && ['open', 'committed'].includes(STATUS_SPEC[episode.status ?? 'possible'].family);

function slotNews(episode: Episode, fact: Fact): SlotNews {
  return {
    date: isWeaker(episode, fact) ? 'none' : dateNews(episode, fact),
    place: placeNews(episode, fact),
    joined: joinedBy(episode, fact),
  };
}

/**
 * Parties that come beside those who are known to. Who takes part is easily misread: two sources must name them, or one, whose news it is,
 * a body that comes to what is planned.
 */
function joinedBy(episode: Episode, fact: Fact): readonly string[] {
  if (isWeaker(episode, fact)) return [];
  const joined = fact.parties.filter((code) => code !== 'XX' && !episode.circle.includes(code));
  if (joined.length === 0) return [];
  const isBodys = episode.status === 'scheduled' && !joined.some(isState) && areSlotsSure(episode, fact);
  return isBodys || arePartiesBacked(episode, fact, joined) ? joined : [];
}

/** A mere possibility fixes no day of what was offered. */
const isLower = (episode: Episode, fact: Fact): boolean => STATUS_SPEC[fact.status].rank < STATUS_SPEC[episode.status ?? fact.status].rank;

/** A day that is fixed counts as set. A day that moves wants two sources: it is easily misread. */
function dateNews(episode: Episode, fact: Fact): SlotChange {
  if (isVagueDate(fact.date)) return 'none';
  if (isFixedBy(episode.date, fact.date)) return isLower(episode, fact) ? 'none' : 'set';
  const change = compareDates(episode.date, fact.date);
  const isFirm = episode.status === 'scheduled' || episode.status === 'agreed';
  return change === 'changed' && isFirm && !areSlotsBacked(episode, fact) ? 'none' : change;
}

/** A place that is new, some time after the last one. A country in place of what was fixed wants two sources. */
function placeNews(episode: Episode, fact: Fact): SlotChange {
  if (fact.place === null || !isNewPlace(episode, fact) || !isPlaceRested(episode, fact) || isExpectedPlace(episode, fact)) return 'none';
  const change = comparePlaces(episode.place, fact.place);
  if (change !== 'changed' || episode.status !== 'scheduled') return change;
  if (isWeaker(episode, fact)) return 'none';
  return !areSlotsBacked(episode, fact) ? 'none' : change;
}

/** That a scheduled meeting is in the capital of one of the two is what everybody expects. */
const isExpectedPlace = (episode: Episode, fact: Fact): boolean =>
  episode.status === 'scheduled' && episode.place === null && fact.parties.includes(seatOf(fact.place ?? '') ?? '');

function isPlaceRested(episode: Episode, fact: Fact): boolean {
  if (areSeats(episode.place, fact.place)) return true;
  if (elapsed(episode.statusAt, fact.firstAt) < NEWS_REST) return false;
  return episode.placeAt === null || elapsed(episode.placeAt, fact.firstAt) >= PLACE_REST;
}

/** Two capitals are two places, however soon after each other they are named. */
const areSeats = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && seatOf(one) !== null && seatOf(other) !== null;

/** A mere possibility does not change the slots of what is fixed. */
const isWeaker = (episode: Episode, fact: Fact): boolean => episode.status === 'scheduled' && fact.status !== 'scheduled';

const wordSlots = (news: SlotNews, fact: Fact): readonly string[] => [
  ...(news.date === 'none' ? [] : [`date ${news.date}: ${fact.date}`]),
  ...(news.place === 'none' ? [] : [`place ${news.place}: ${fact.place}`]),
  ...(news.joined.length === 0 ? [] : [`joined by ${news.joined.join(', ')}`]),
];

/** The first day of an agreed contact and a side that joins wake people; the rest can wait. */
const slotWeight = (episode: Episode, news: SlotNews): Weight =>
  STATUS_SPEC[episode.status ?? 'possible'].family === 'committed' && (news.date === 'set' || news.joined.length > 0) ? 'major' : 'minor';
