import type { Contact } from '../codebook/coded-item.ts';
import { AHEAD } from '../codebook/status-kinds.ts';
import { normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { ADVERBS } from '../words/word-sets.ts';

/** Words before the verb that tells of the plan. */
const MAX_SUBJECT = 12;
const PLANNED = wordSet('due scheduled expected set planned slated supposed pencilled penciled billed meant booked arranged');
const WAS = wordSet('was were is are been be');
/** What is done at the place and time of a contact. */
const ATTENDS: ReadonlySet<string> = new Set(
  'spend spent share shared dine dined confer conferred arrive arrived fly flown travel travelled traveled leave left go gone come begin begun start started open opened take taken meet met see seen sit sat speak spoken talk talked host hosted receive received attend attended land landed depart departed visit visited join joined run last resume convene convened gather gathered stay stayed be been held miss skip'.split(
    ' ',
  ),
);
const SITS = wordSet('in at for on there here this next later early today tomorrow');

/** "He flies out on Friday", "It takes place on Friday". */
const COMES = wordSet('takes leaves departs flies travels arrives starts begins opens comes goes lands meets sets convenes runs stays');
const BEHIND = wordSet(
  'on in at for from out off there here next tomorrow today this to monday tuesday wednesday thursday friday saturday sunday',
);
const HAPPENS = wordSet('happen take come be start begin open');

/** Behind "was due", "were to have met", "had been planned", "will both be": where the plan is told. */
export function planAt({ tokens }: Sentence, contact: Contact): number | null {
  const norm = (at: number): string => normOf(tokens, at);
  const skip = (at: number): number => (ADVERBS.has(norm(at)) || SKIPPED.has(norm(at)) ? skip(at + 1) : at);
  for (let at = 0; at < Math.min(tokens.length, MAX_SUBJECT); at += 1) {
    if (norm(at) === 'will' || norm(at) === 'would') return ATTENDS.has(norm(skip(at + 1))) ? skip(at + 1) : null;
    if (!AHEAD.has(contact.status) || at === 0) {
      // Only of what is still to come is the present tense a plan.
    } else if (COMES.has(norm(at)) && (norm(at + 1) === 'place' || BEHIND.has(norm(at + 1)))) return at;
    else if (MAY.has(norm(at)) && HAPPENS.has(norm(skip(at + 1)))) return skip(at + 1);
    if (!WAS.has(norm(at))) continue;
    const next = skip(at + 1);
    if (norm(next) === 'been') continue;
    const to = PLANNED.has(norm(next)) ? next + 1 : next;
    if (to > next && SITS.has(norm(to))) return next;
    if (norm(to) !== 'to') return null;
    const verb = norm(to + 1) === 'have' ? to + 2 : to + 1;
    return ATTENDS.has(norm(verb)) ? verb : null;
  }
  return null;
}
const SKIPPED = wordSet('both all also then originally');
const MAY = wordSet('could may might');

/** "handed it over on Monday": told of a letter. */
export function deliveryAt({ tokens }: Sentence, { form, status }: Contact): number | null {
  if (form !== 'letter' || status !== 'held') return null;
  const at = tokens.findIndex(({ norm }, k) => k < MAX_SUBJECT && DELIVERED.has(norm));
  return at < 0 ? null : at;
}
const DELIVERED = wordSet('handed delivered presented received reached arrived');

/** "The president landed on Monday evening": told of a visit that goes on. */
export function arrivalAt({ tokens }: Sentence, { form, status }: Contact): number | null {
  if (form !== 'visit' || status !== 'underway') return null;
  const at = tokens.findIndex(({ norm }, k) => k < MAX_SUBJECT && ARRIVED.has(norm));
  return at < 1 || ARTICLE.has(normOf(tokens, at + 1)) ? null : at;
}
const ARRIVED = wordSet('landed arrived touched stepped got flew came reached');
const ARTICLE = wordSet('a an');
