import type { Contact } from '../codebook/coded-item.ts';
import { AHEAD, DONE, REMOTE } from '../codebook/status-kinds.ts';
import { asText } from '../dates/date-choice.ts';
import { isBeforeEncounter } from '../dates/date-reading.ts';
import { type DateMention, directionOf, findDates } from '../dates/dates.ts';
import { hasWordOf, WORD_CLASS } from '../sentences/word-classes.ts';
import type { Entity, Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';

const CALLS = wordSet('call phone telephone conversations conversation video');
const TRAVELS = wordSet('visits visit trip tour stopover');
/** Words of the noun phrase behind its day. */
const MAX_NOUN = 3;

/** Where an encounter named by its day ends, and the day: "Next week's meeting" in The Hague. */
export type NamedByDay = { readonly to: number; readonly date: string };

/**
 * "told reporters after Friday's meeting", "The Monday call lasted an hour", "Next week's talks in Oslo were cut to a day": a later sentence names
 * the contact of the headline by its day. Null when it may as well be another one.
 */
export function namedByDay({ tokens, entities, classes }: Sentence, contact: Contact, day: string): NamedByDay | null {
  if (!hasWordOf({ classes }, WORD_CLASS.date)) return null;
  const norms = tokens.map(({ norm }) => norm);
  for (const mention of findDates(tokens, day, directionOf(contact.status, false))) {
    const noun = nounBehind(norms, mention);
    if (noun === null || !isOfForm(norms.slice(noun, noun + MAX_NOUN), contact) || !isInTime(norms, mention, { contact, day })) continue;
    const isOther = ({ from, country }: Entity): boolean =>
      from >= mention.from - 2 && from < noun + 4 && country !== null && !contact.parties.includes(country) && !isVenue(norms, from);
    if (!entities.some(isOther)) return { to: noun + 1, date: asText(mention) };
  }
  return null;
}

/** "in The Hague". */
const isVenue = (norms: readonly string[], from: number): boolean =>
  VENUE_LEADS.has(norms[norms[from - 1] === 'the' ? from - 2 : from - 1] ?? '');
const VENUE_LEADS = wordSet('in at near');

/** "Friday's meeting", "the Friday meeting". */
function nounBehind(norms: readonly string[], { from, to }: DateMention): number | null {
  const isOwner = norms[to] === "'s" || norms[to] === "'";
  const noun = isOwner ? to + 1 : to;
  if (!isOwner && !DETERMINERS.has(norms[from - 1] ?? '')) return null;
  return isBeforeEncounter(norms, noun) ? noun : null;
}
const DETERMINERS = wordSet('the that their this his her');

/** A call is no visit; "talks" and "meeting" may be of a visit, "conversation" of a call. */
function isOfForm(words: readonly string[], { form }: Contact): boolean {
  const isCall = words.some((norm) => CALLS.has(norm));
  if (REMOTE.has(form)) return isCall || words.includes('talks');
  return form === 'talks' || (!isCall && (form === 'visit' || !words.some((norm) => TRAVELS.has(norm))));
}

type Told = { readonly contact: Contact; readonly day: string };
/** What is to come is not told of as past ("after Friday's meeting"), nor what is over as still to come. */
function isInTime(norms: readonly string[], { from, start, end }: DateMention, { contact, day }: Told): boolean {
  const before = DETERMINERS.has(norms[from - 1] ?? '') ? from - 2 : from - 1;
  const isAfter = AFTER.has(norms[before] ?? '');
  const isBefore = BEFORE.has(norms[before] ?? '');
  if (AHEAD.has(contact.status)) return !isAfter && end >= day;
  return DONE.has(contact.status) ? !isBefore && start <= day : !isAfter || end < day;
}
const AFTER = wordSet('after since following from');
const BEFORE = wordSet('before of for');
