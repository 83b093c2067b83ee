import type { Contact } from '../codebook/coded-item.ts';
import { isReport } from '../entities/attribution.ts';
import { locatives } from '../entities/locatives.ts';
import { cityAt, type Locative, type Place } from '../lexicon/cities.ts';
import { isOfSeveral } from '../nuclei/other-object.ts';
import type { Sentence } from '../words/text.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';

/** Words from its beginning in which a sentence says what it is about. */
const HEAD = 5;
/** Words from what they do to the town. */
const MAX_REACH = 8;
const VENUE = wordSet('venue site host location setting');
const CHOSEN = wordSet('chosen picked selected named agreed proposed suggested offered mooted preferred host stage hosting staging');
/** What those who meet do where they meet. */
const PRESENT = wordSet(
  'are were seated sat sit stood stand shook shake walked walk posed pose embraced hugged dined dine toured spent spend spoke spoken strolled gathered gather greeted greet greets talked meet met meeting see receive host welcome received welcomed convene convened congregate assemble appeared',
);

/** "Geneva has been chosen", "The venue will be Geneva", "He would like to see him in Geneva": a later sentence, of those who meet and nobody else. */
export function venueLater(sentence: Sentence, contact: Contact, isOfThem: (verb: number) => boolean): Place | null {
  const named = venueNamed(sentence);
  if (named !== null) return named;
  const found = locatives(sentence).find(({ place }) => !place.isState && place.country !== null);
  if (found === undefined || isSaid(sentence, found)) return null;
  const { tokens } = sentence;
  const at = tokens.findIndex(({ norm }, k) => k < found.from && found.from - k <= MAX_REACH && PRESENT.has(norm));
  if (at >= 0 && isOfThem(at) && isTogether(sentence, { at, found, contact })) return found.place;
  return isOccasionThere(sentence, found) && contact.form !== 'visit' ? found.place : null;
}

type Present = { readonly at: number; readonly found: Locative; readonly contact: Contact };
/** One alone may stand or speak anywhere; on a visit he does so where he is. */
function isTogether(sentence: Sentence, { at, found, contact }: Present): boolean {
  const { tokens } = sentence;
  if (tokens.slice(at, found.from).some(({ norm }) => ELSEWHERE.has(norm))) return false;
  if (!ALONE.has(normAt(sentence, at)) || isOfSeveral(sentence, at)) return true;
  return (
    (contact.form === 'visit' && found.place.country !== null && contact.parties.includes(found.place.country)) ||
    tokens.some(({ norm }, k) => k > at && BESIDE.has(norm))
  );
}
const ALONE = wordSet('sat sit stood stand walked walk posed pose toured spoke spoken speak talked appeared spent spend');
const BESIDE = wordSet('with beside alongside together opposite him her them');
const ELSEWHERE = wordSet('court prison jail hospital custody');

/** "Geneva will host the summit", "The venue is a hotel in Geneva", "He suggested Geneva as the venue". */
function venueNamed(sentence: Sentence): Place | null {
  const { tokens } = sentence;
  const first = cityAt(sentence, 0);
  if (first !== null) {
    const isChosen = tokens.slice(first.to, first.to + HEAD).some(({ norm }) => CHOSEN.has(norm));
    return isChosen && !isReport(normAt(sentence, first.to)) && tokens.some(({ norm }) => OF_IT.has(norm)) ? first.place : null;
  }
  const venue = tokens.findIndex(({ norm }) => VENUE.has(norm));
  if (venue < 0) return null;
  if (normAt(sentence, venue - 1) === 'as' || normAt(sentence, venue - 2) === 'as') return cityBefore(sentence, venue);
  if (venue >= HEAD || !isVenueOfIt(sentence, venue)) return null;
  const city = tokens.findIndex((_, at) => at > venue && cityAt(sentence, at) !== null);
  return city < 0 || city - venue > HEAD + 3 ? null : (cityAt(sentence, city)?.place ?? null);
}
/** "The venue is", "The host city for the talks will be", "They have picked a site": never the site of a blast, the host of the games. */
function isVenueOfIt(sentence: Sentence, venue: number): boolean {
  if (sentence.tokens.slice(0, venue).some(({ norm }) => CHOSEN.has(norm))) return true;
  const behind = TOWN.has(normAt(sentence, venue + 1)) ? venue + 2 : venue + 1;
  if (IS.has(normAt(sentence, behind))) return true;
  return OF_OR_FOR.has(normAt(sentence, behind)) && [1, 2].some((k) => OCCASION.has(normAt(sentence, behind + k)));
}
const IS = wordSet('is was will would has had could may might :');
const TOWN = wordSet('city town country');
const OF_OR_FOR = wordSet('of for');
/** What a town is chosen for, or why. */
const OF_IT = wordSet('summit meeting talks it them because venue site host two leaders encounter session round');

function cityBefore(sentence: Sentence, venue: number): Place | null {
  for (let at = venue - 1; at >= Math.max(0, venue - HEAD); at -= 1) {
    const city = cityAt(sentence, at);
    if (city !== null) return city.place;
  }
  return null;
}

/** "told reporters in Geneva", "officials in Geneva said". */
const isSaid = ({ tokens }: Sentence, { from, to }: Locative): boolean =>
  isReport(tokens[to]?.norm ?? '') || tokens.some(({ norm }, at) => at < from && from - at <= 4 && isReport(norm));

/** "The hour in Geneva", "a date in Dublin", "before the cameras in Geneva". */
const isOccasionThere = (sentence: Sentence, { from }: Locative): boolean => OCCASION.has(normAt(sentence, from - 2));
const OCCASION = wordSet(
  'hour hours date meeting talks session dinner lunch encounter summit conversation handshake cameras round day days evening night',
);
