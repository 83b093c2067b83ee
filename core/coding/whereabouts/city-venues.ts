import { OFF } from '../codebook/status-kinds.ts';
import { placeOf } from '../entities/locatives.ts';
import { clauseOf } from '../frames/arguments.ts';
import type { Frame } from '../frames/frames.ts';
import { cityAt, isGaza, type Locative, type Place } from '../lexicon/cities.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import { normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { WITH_OR_BETWEEN } from '../words/word-sets.ts';
import { HOUSE_SIGNS, SIGNS } from './city-signs.ts';
import { sceneVenue } from './scene-venues.ts';

const REACH = 28;

/**
 * Where a contact is, when nothing else of its sentence says so: a city or house that is named without "in", but in the place of a venue ("Bali
 * dinner", "Minsk it is", "off to Lima", "tipped to stage").
 */
export function cityVenue(frame: Frame): Place | null {
  const { tokens } = frame.scan.sentence;
  const end = Math.min(tokens.length, frame.nucleus.to + REACH);
  for (let at = Math.max(0, frame.nucleus.from - REACH); at < end; at += 1) {
    if (tokens[at]?.isCapital !== true) continue;
    const city = nameAt(frame, at);
    if (city === null) continue;
    if (isOfOther(frame, city) || isAtOtherTime(frame, city)) continue;
    if ((city.isHouse ? HOUSE_SIGNS : SIGNS).some((isVenue) => isVenue(frame, city))) return city.place;
    at = city.to - 1;
  }
  return sceneVenue(frame);
}

/** "two months after his Hanoi summit with Trump": the town of another contact, unless that is only when and where they meet. */
function isOfOther({ scan, nucleus }: Frame, { from, to }: Locative): boolean {
  const other = scan.nuclei.find((one) => one !== nucleus && one.row.kind === 'noun' && one.from >= to && one.from - to <= 1);
  if (other === undefined) return false;
  const link = normOf(scan.sentence.tokens, phraseStart(scan.sentence, other) - 1);
  return (
    nucleus.row.kind === 'noun' || WITH_OR_BETWEEN.has(normOf(scan.sentence.tokens, other.to)) || (from > nucleus.to && TIME.has(link))
  );
}
const TIME = wordSet('after before following since of');

/** "as Cairo talks resume", "after trip to Chengdu": what goes on, or went on, while they meet elsewhere. */
function isAtOtherTime({ scan, nucleus, status }: Frame, { from }: Locative): boolean {
  const clause = clauseOf(scan, from);
  const own = OFF.has(status) ? clauseOf(scan, nucleus.from) : clause;
  if (own !== clause && own.kind === 'time' && TIME.has(normOf(scan.sentence.tokens, own.from))) return true;
  return clause.kind === 'time' && (nucleus.from < clause.from || nucleus.from >= clause.to);
}

const HOUSE = wordSet('house palace office street elysee kremlin chancellery vatican quirinale rideau zarzuela planalto cankaya');
type Named = Locative & { readonly isHouse: boolean };
/** A city, or the seat of a leader. */
function nameAt({ scan: { sentence } }: Frame, at: number): Named | null {
  const metonym = sentence.entities.find((one) => one.from === at && one.kind === 'metonym');
  if (metonym !== undefined && HOUSE.has(sentence.tokens[metonym.to - 1]?.norm ?? ''))
    return { from: at, to: metonym.to, place: placeOf(sentence, metonym), isHouse: true };
  const named = sentence.entities.find((one) => one.from <= at && at < one.to && one.kind !== 'country');
  const isInTitle = named !== undefined && TITLE_KINDS.has(named.kind);
  const city = named === undefined || (isInTitle && INTO.has(normOf(sentence.tokens, at - 1))) ? cityAt(sentence, at) : null;
  return city === null || isGaza(normOf(sentence.tokens, at)) ? null : { from: city.from, to: city.to, place: city.place, isHouse: false };
}
const TITLE_KINDS = wordSet('office domestic spokesperson');
const INTO = wordSet('to into in');
