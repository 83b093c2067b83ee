import type { Contact, Status } from '../codebook/coded-item.ts';
import { asText } from '../dates/date-choice.ts';
import type { Direction } from '../dates/date-reading.ts';
import { type DateMention, findDates } from '../dates/dates.ts';
import { isReport } from '../entities/attribution.ts';
import { hasWordOf, WORD_CLASS } from '../sentences/word-classes.ts';
import { addDays } from '../words/calendar.ts';
import { normOf, type Sentence } from '../words/text.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ON_TOPIC } from '../words/word-sets.ts';
import { isEarlierOne } from './recalled.ts';

/** Words in which a sentence says what it is about. */
const HEAD = 5;
/** Days back that a later sentence may tell of what has just been held. */
const MAX_BACK = 31;

type Kind = 'off' | 'done' | 'denied' | 'ahead';
const KIND: Readonly<Record<Status, Kind>> = {
  possible: 'ahead',
  premature: 'ahead',
  willing: 'ahead',
  proposed: 'ahead',
  agreed: 'ahead',
  scheduled: 'ahead',
  underway: 'done',
  held: 'done',
  postponed: 'off',
  cancelled: 'off',
  declined: 'off',
  denied: 'denied',
};
const DIRECTION: Readonly<Record<Kind, Direction>> = { off: 'future', done: 'past', denied: 'past', ahead: 'ahead' };

/** What tells of a plan that was, of a deed, of a plan: the words between who or what it is about and the day. */
const TELLS: Readonly<Record<Kind, ReadonlySet<string>>> = {
  off: wordSet(
    'planned intended hoped expected expecting going invited asked agreed booked announced wanted settled fixed begun started been be come travel attend arrive arrived held taken forward due calendar agenda programme diary scheduled represent deputise stead left leave fly flown start open opened depart departed',
  ),
  done: wordSet(
    'sat shook dined together met spoke talked lunched spent walked posed received greeted hugged embraced toured lasted took ran stretched held',
  ),
  denied: wordSet(
    'no not nothing never none newspaper paper website report reports magazine daily broadcaster channel story article claimed alleged wrote',
  ),
  ahead: wordSet(
    'lands gets sit sits meet meets face faces arrive arrives due suggested proposed names named fixed settled likely dine dines',
  ),
};
const DAY_WORDS = wordSet('date dates day slot timetable appointment');
const OCCASIONS = wordSet(
  'dinner lunch breakfast banquet session talk conversation encounter round ceremony audience gathering call meeting summit talks visit trip tour journey plane flight letter invitation it',
);
const IS = wordSet('is was would will has had suits suited could might');
const SUITS = wordSet('day date suit suited named fixed agreed chosen set picked given confirmed convenient best');

/** "The previous round was held on Tuesday". */
const isOfRoundBefore = ({ tokens }: Sentence): boolean => isEarlierOne(tokens, 1);

type Asked = { readonly contact: Contact; readonly day: string; readonly isOfThem: (verb: number) => boolean };
/** "The dinner is on Friday", "Delhi had expected him on Friday", "They shook hands on Monday": the day in a later sentence that names no contact itself. */
export function dayLater(sentence: Sentence, { contact, day, isOfThem }: Asked): string | null {
  if (contact.date !== null || !hasWordOf(sentence, WORD_CLASS.date) || isOfRoundBefore(sentence)) return null;
  const kind = KIND[contact.status];
  const mention = findDates(sentence.tokens, day, DIRECTION[kind]).find((one) => isPossible(one, kind, day));
  if (mention === undefined || isSaid(sentence, mention)) return null;
  const { tokens } = sentence;
  const tells = tokens.findIndex(({ norm }, at) => at > 0 && at < mention.from && TELLS[kind].has(norm));
  const isTold =
    (kind !== 'denied' && kind !== 'done' && (isDaySubject(sentence, mention) || isOfDay(sentence, mention))) ||
    (kind === 'denied' && isOfDenied(sentence) && isOfThemOrNobody(sentence)) ||
    (tells >= 0 && (isOfThem(tells) || isOccasion(sentence, mention))) ||
    (kind === 'ahead' && isOccasion(sentence, mention) && IS.has(normAt(sentence, 2)));
  return isTold ? asText(mention) : null;
}

function isPossible({ start, end, from }: DateMention, kind: Kind, day: string): boolean {
  if (from === 0 && kind === 'done') return false;
  if (kind === 'done' || kind === 'denied') return start <= day && start >= addDays(day, -MAX_BACK);
  return end >= addDays(day, -1);
}

/** "said on Friday", "announced on Monday that". */
function isSaid(sentence: Sentence, { from, to }: DateMention): boolean {
  const before = [1, 2, 3].some((back) => isReport(normAt(sentence, from - back)) && normAt(sentence, from - back) !== 'announced');
  return before || isReport(normAt(sentence, to)) || normAt(sentence, to) === 'that';
}

/** "Friday is the day", "September 12 was named as the new date", "Friday would suit him". */
function isDaySubject(sentence: Sentence, { from, to }: DateMention): boolean {
  if (from > 2 || !IS.has(normAt(sentence, to))) return false;
  return [1, 2, 3].some((k) => SUITS.has(normAt(sentence, to + k))) || SUITS.has(normAt(sentence, to));
}

/** "The new date is September 12", "The dates were 15 and 16 August", "The date of Friday". */
const isOfDay = (sentence: Sentence, { from }: DateMention): boolean =>
  from <= HEAD + 2 &&
  NAMES.has(normAt(sentence, DAY_LEADS.has(normAt(sentence, from - 1)) ? from - 2 : from - 1)) &&
  sentence.tokens.some(({ norm }, at) => at < Math.min(HEAD, from) && DAY_WORDS.has(norm));
const NAMES = wordSet('is are was were be of :');
const DAY_LEADS = wordSet('on for in');

/** "The dinner", "His plane", "It"; "Talks on the budget" are others. */
const isOccasion = ({ tokens }: Sentence, { from }: DateMention): boolean =>
  tokens.some(({ norm }, at) => at < 3 && OCCASIONS.has(norm) && !(ON_TOPIC.has(normOf(tokens, at + 1)) && from > at + 2));

/** "There was nothing of the kind", "They did not speak", "The newspaper had written": what is denied, not any other "no". */
const isOfDenied = ({ tokens }: Sentence): boolean =>
  tokens.some(({ norm }, at) => {
    if (PAPER.has(norm) || (norm === 'of' && KIND_OF.has(normOf(tokens, at + 2)))) return true;
    if (norm === 'no') return NO_CONTACT.has(normOf(tokens, at + 1));
    return NOT.has(norm) && SPOKE.has(normOf(tokens, at + 1));
  });
const PAPER = wordSet('newspaper paper website magazine daily broadcaster channel article claimed alleged');
const NO_CONTACT = wordSet('such call calls talk talks meeting conversation contact contacts');
const SPOKE = wordSet('speak spoken spoke call called talk talked meet met ring rung phone phoned take taken');
const KIND_OF = wordSet('kind sort');
const NOT = wordSet("not n't never");

/** Of a claim or its denial: nobody but those who meet and the papers is named. */
const isOfThemOrNobody = ({ entities }: Sentence): boolean => entities.every(({ kind }) => kind !== 'country' && kind !== 'demonym');
