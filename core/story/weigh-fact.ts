import type { Level } from '../coding/codebook/coded-item.ts';
import { isBacked, isBackedJustNow, isSure } from './backing.ts';
import type { Fact } from './dossier.ts';
import { DAY, elapsed, HOUR, startOfDay, timeOf } from './duration.ts';
import { type Episode, isNewPlace } from './episode.ts';
import { FORM_FAMILY } from './fact.ts';
import { compareDates, firstDay, isDay, isFixedBy, isVagueDate, lastDay } from './slot.ts';
import { STATUS_SPEC } from './status.ts';
import { transitionWeight, type Weight } from './transition.ts';

/** A report of an older state, this soon after a move away from it, is an echo of old news; later two sources must say it. */
const ECHO_WINDOW = 24 * HOUR;

/** `mayBeEcho`: it would open a story, but says what another one ended with a little while ago. */
export type FactContext = { readonly level: Level; readonly mayBeEcho: boolean };

/** What a fact's status means to its episode, by the table and by how well it is founded. */
export function weighFact(episode: Episode, fact: Fact, { level, mayBeEcho }: FactContext): Weight {
  const weight = isContradiction(episode, fact) || isPlanPutOff(episode, fact) ? 'major' : transitionWeight(episode.status, fact.status);
  if (weight === 'doubtful') return isBacked(episode, fact) || takesBackItsOwn(episode, fact) ? 'major' : 'doubtful';
  if (weight === 'known' || weight === 'next') return weight;
  const hasStood = episode.stood.has(fact.status) && !bringsSlots(episode, fact);
  if (hasStood && (elapsed(episode.statusAt, fact.firstAt) < ECHO_WINDOW || !isBacked(episode, fact))) return 'known';
  if (mayBeEcho && !isBacked(episode, fact)) return 'doubtful';
  const end = endWeight(episode, fact);
  if (end !== null || isVague(episode, fact) || isSupposed(episode, fact)) return end ?? 'known';
  if (level !== 'leader' && isUnannounced(episode, fact) && !isBacked(episode, fact)) return 'doubtful';
  if (isBeforeItsDay(episode, fact) && (fact.date === null || !isBacked(episode, fact, SOURCES_BEFORE_ITS_DAY))) return 'doubtful';
  if (isDubious(episode, fact) && !isBacked(episode, fact)) return 'doubtful';
  return isSure(episode, fact) ? weight : 'doubtful';
}

/** What is more often misread than true when one press source says it alone. */
const isDubious = (episode: Episode, fact: Fact): boolean =>
  lacksAuthor(fact) ||
  isTooSoon(episode, fact) ||
  isBare(fact) ||
  isRecalled(fact) ||
  isSaidOtherwise(episode, fact) ||
  isBolder(episode, fact) ||
  isFaint(episode, fact);

/** "On hold" is soon "shelved" in another outlet's words: so shortly after it was put off, that it is off for good wants two sources. */
const isSaidOtherwise = (episode: Episode, fact: Fact): boolean =>
  episode.status === 'postponed' &&
  (fact.status === 'cancelled' || fact.status === 'declined') &&
  elapsed(episode.statusAt, fact.firstAt) < ECHO_WINDOW;

/** "They plan to meet next week", soon after "they could meet next week": the same news in bolder words, until a day or a place is named. */
const BOLDER_WITHIN = 12 * HOUR;
const isBolder = (episode: Episode, fact: Fact): boolean =>
  fact.status === 'scheduled' &&
  episode.status !== null &&
  STATUS_SPEC[episode.status].family === 'open' &&
  fact.place === null &&
  !isDay(fact.date) &&
  elapsed(episode.statusAt, fact.firstAt) < BOLDER_WITHIN;

/** A mere possibility, after a side said no: "if he will not meet" reads like one. */
const isFaint = (episode: Episode, fact: Fact): boolean =>
  fact.status === 'possible' && episode.status !== null && STATUS_SPEC[episode.status].isRefusal === true;

/** Who refuses is named in the news of it, and is one of the parties; who puts off or calls off too, unless it was read with confidence. */
const lacksAuthor = (fact: Fact): boolean => {
  if (isByParty(fact)) return false;
  const { isRefusal, family } = STATUS_SPEC[fact.status];
  return isRefusal === true || (family === 'off' && fact.confidence < FIRM);
};
/** So sure a reading of a status that takes back another is right as a rule (measured: docs/measurements.md). */
const FIRM = 0.817;
/** One of the parties itself says so. */
export const isByParty = ({ side, parties }: Fact): boolean => side !== null && parties.includes(side);

/** A plan for "talks" or "a visit" without a day and a place, and talks that go on somehow: mostly the matter, not a meeting. */
const BARE: Readonly<Partial<Record<Fact['status'], readonly Fact['form'][]>>> = { scheduled: ['talks', 'visit'], underway: ['talks'] };
const isBare = ({ status, form, date, place }: Fact): boolean =>
  isVagueDate(date) && place === null && BARE[status]?.includes(form) === true;

/** "They met" on a day so long ago is recalled, whatever the tense. */
const RECALLED_AFTER = 10 * DAY;
function isRecalled({ status, date, firstAt }: Fact): boolean {
  const day = lastDay(date);
  return STATUS_SPEC[status].family === 'done' && day !== null && timeOf(firstAt) - startOfDay(day) > RECALLED_AFTER;
}

/** Leaders do not meet within hours of the first word of it: "until he meets him" is not "they met". */
const SOONEST = 6 * HOUR;
const isTooSoon = (episode: Episode, fact: Fact): boolean =>
  fact.status === 'held' &&
  episode.status !== null &&
  STATUS_SPEC[episode.status].family === 'committed' &&
  episode.date === null &&
  FORM_FAMILY[fact.form ?? 'talks'] !== 'remote' &&
  FORM_FAMILY[episode.form ?? 'talks'] !== 'remote' &&
  elapsed(episode.openedAt, fact.firstAt) < SOONEST;

/** A side that had agreed itself can call it off, wherever the other side stands. */
function takesBackItsOwn(episode: Episode, fact: Fact): boolean {
  const own = fact.side === null ? undefined : episode.sides.get(fact.side);
  return own !== undefined && STATUS_SPEC[own.status].family === 'committed' && STATUS_SPEC[fact.status].family === 'off';
}

/** "No plans" from a side that had not agreed itself contradicts what is scheduled, and so it does what has no day yet. */
function isContradiction(episode: Episode, fact: Fact): boolean {
  if (episode.status !== 'scheduled' || fact.status !== 'premature') return false;
  const own = fact.side === null ? undefined : episode.sides.get(fact.side);
  return episode.date === null || (fact.side !== null && (own === undefined || STATUS_SPEC[own.status].family !== 'committed'));
}

/** "No plans yet" from one side leaves the other's plan standing; that it is put off is news. */
const isPlanPutOff = (episode: Episode, fact: Fact): boolean =>
  episode.status === 'premature' && fact.status === 'postponed' && (episode.stood.has('scheduled') || episode.stood.has('agreed'));

/** "They will meet", after it was agreed, without a day or a place that is new: no more than said in other words. */
const isVague = (episode: Episode, fact: Fact): boolean =>
  episode.status === 'agreed' && fact.status === 'scheduled' && !namesMore(episode, fact);

/** A day that is exact for the first time or another, or a place that is new. */
const namesMore = (episode: Episode, fact: Fact): boolean =>
  (!isVagueDate(fact.date) && (compareDates(episode.date, fact.date) !== 'none' || isFixedBy(episode.date, fact.date))) ||
  isNewPlace(episode, fact);

/** "If they meet": a supposition revives nothing. */
const isSupposed = (episode: Episode, fact: Fact): boolean => fact.conditional && fact.status === 'possible' && episode.status !== null;

/** Ministers who met without a word before: often only one who speaks of his leader's meeting. */
const isUnannounced = (episode: Episode, fact: Fact): boolean => episode.status === null && STATUS_SPEC[fact.status].family === 'done';

/** A date or a place that the story has not heard of: what names it is no echo. */
const bringsSlots = (episode: Episode, fact: Fact): boolean =>
  compareDates(episode.date, fact.date) !== 'none' || isNewPlace(episode, fact);

/** Headlines say "they meet" while they sit together. A meeting that began so lately is not over. */
const SHORTEST_MEETING = 2.5 * HOUR;
/** So long after its beginning a meeting is over when one source says so; before, two must say it at the same time. */
const LONGEST_MEETING = 36 * HOUR;

function endWeight(episode: Episode, fact: Fact): Weight | null {
  if (episode.status !== 'underway' || fact.status !== 'held' || FORM_FAMILY[episode.form ?? 'talks'] === 'remote') return null;
  const lasted = elapsed(episode.statusAt, fact.lastAt);
  if (lasted < SHORTEST_MEETING) return 'known';
  return lasted < LONGEST_MEETING && !isBackedJustNow(episode, fact, 'underway') ? 'doubtful' : null;
}

/** "They met", before the day they agreed on: more often a misread plan than a surprise. So many sources must say it, and name the day. */
const SOURCES_BEFORE_ITS_DAY = 3;
function isBeforeItsDay(episode: Episode, fact: Fact): boolean {
  const day = firstDay(episode.date);
  if (day === null || STATUS_SPEC[fact.status].family !== 'done' || STATUS_SPEC[episode.status ?? 'held'].family === 'done') return false;
  return startOfDay(day) - timeOf(fact.firstAt) > TIME_ZONES;
}
/** It may be tomorrow already where they meet. */
const TIME_ZONES = 3 * HOUR;
