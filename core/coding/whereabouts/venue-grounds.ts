import { clauseOf } from '../frames/arguments.ts';
import type { Frame } from '../frames/frames.ts';
import type { Place } from '../lexicon/cities.ts';
import { normOf, wordsBetween } from '../words/text.ts';
import { normInFrame as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { FOR_OR_TO } from '../words/word-sets.ts';

const GROUNDS = wordSet(
  'base palace residence villa airport hotel ranch castle club estate monastery resort headquarters chancellery ship yacht warship mansion lodge airbase dacha retreat compound zone checkpoint cosmodrome spaceport guesthouse embassy consulate ministry bunker cathedral basilica church mosque stadium tent barracks',
);
const FOR_NAMES = wordSet('at in aboard outside');
/** "at a military base", "aboard a warship": grounds without a name. */
export function groundsVenue(frame: Frame): Place | null {
  const { scan, nucleus } = frame;
  if (nucleus.row.isTravel === true) return null;
  const clause = clauseOf(scan, nucleus.from);
  for (let at = nucleus.to; at < Math.min(clause.to, nucleus.to + 14); at += 1) {
    if (!FOR_NAMES.has(normAt(frame, at))) continue;
    for (let to = at + 2; to <= at + 5 && to <= clause.to; to += 1) {
      const place = groundsEnding(frame, to, at + 1);
      if (place !== null && !GROUNDS.has(normAt(frame, to))) return place;
    }
  }
  return null;
}

/** Small words up to `to` whose last one is a house or grounds, without their article. */
export function groundsEnding({ scan }: Frame, to: number, least = Math.max(0, to - 4)): Place | null {
  const { tokens } = scan.sentence;
  if (!GROUNDS.has(normOf(tokens, to - 1)) || tokens[to - 1]?.isCapital === true) return null;
  let from = to - 1;
  while (from > least && tokens[from - 1]?.kind === 'word' && !DETERMINERS.has(normOf(tokens, from - 1))) from -= 1;
  return { text: wordsBetween(scan.sentence, from, to), country: null, isState: true };
}
const DETERMINERS = wordSet('a an the his her its their');

/** Parts of the world that a trip can go to. */
const REGIONS: Readonly<Record<string, string>> = {
  asia: 'Asia',
  asian: 'Asia',
  africa: 'Africa',
  african: 'Africa',
  europe: 'Europe',
  european: 'Europe',
  mideast: 'Middle East',
  'middle east': 'Middle East',
  'latin america': 'Latin America',
  'latin american': 'Latin America',
  'central asia': 'Central Asia',
  'south america': 'South America',
  'south asia': 'South Asia',
  'southeast asia': 'Southeast Asia',
  'west africa': 'West Africa',
  balkans: 'Balkans',
  balkan: 'Balkans',
  caucasus: 'Caucasus',
  gulf: 'Gulf',
  caribbean: 'Caribbean',
};

/** "his final trip to Asia", "a Mideast tour". */
export function regionVenue(frame: Frame): Place | null {
  const { nucleus, args } = frame;
  if (nucleus.row.isTravel !== true || args.destination !== null) return null;
  const behind = FOR_OR_TO.has(normAt(frame, nucleus.to - 1)) ? nucleus.to - 1 : nucleus.to;
  const start =
    behind < nucleus.to || REGION_LEADS.has(normAt(frame, behind)) ? behind + (normAt(frame, behind + 1) === 'the' ? 2 : 1) : null;
  const at = start ?? nucleus.from - 1;
  const two = start === null ? `${normAt(frame, at - 1)} ${normAt(frame, at)}` : `${normAt(frame, at)} ${normAt(frame, at + 1)}`;
  const text = REGIONS[two] ?? REGIONS[normAt(frame, at)];
  return text === undefined ? null : { text, country: null, isState: true };
}
const REGION_LEADS = wordSet('to of in');
