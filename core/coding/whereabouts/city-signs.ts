import { DONE } from '../codebook/status-kinds.ts';
import { isReport } from '../entities/attribution.ts';
import type { Frame } from '../frames/frames.ts';
import type { Locative, Place } from '../lexicon/cities.ts';
import { type Entity, normOf } from '../words/text.ts';
import { normInFrame as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { QUOTES } from '../words/word-sets.ts';
import { isChosen, isOffered } from './city-offers.ts';

/** What takes place somewhere, or is a part of the place. */
const OCCASION = wordSet(
  'summit forum conference congress dinner lunch breakfast banquet supper tea steak lawn garden hotel villa date rendezvous stop stopover encounter sit-down session gathering retreat airport tarmac handshake huddle rally parade get-together getaway audience tete-a-tete face-to-face jaunt leg appointment fixture engagement venue',
);
/** What a capital may also have with somebody, as a government. */
const TALKS = wordSet('talks meeting meetings round rounds dialogue negotiations consultations trip journey itinerary');

/** "Geneva dinner", "Istanbul round of the talks": not "Moscow talks" of those who have their seat there. */
function isBeforeOccasion(frame: Frame, { from, to, place }: Locative): boolean {
  const noun = normAt(frame, QUOTES.has(normAt(frame, to)) ? to + 1 : to);
  if (OCCASION.has(noun)) return !isReport(normAt(frame, to + 1));
  if (!TALKS.has(noun)) return false;
  const isParty = frame.args.core.some(({ from: at }) => at === from);
  return !isParty || OF_TWO.has(normAt(frame, to + 1)) || !isSideAlone(frame, place);
}
const OF_TWO = wordSet('of between among');

/** No other of its state takes part: the capital stands for it. */
const isSideAlone = ({ args }: Frame, { country }: Place): boolean =>
  args.core.filter((entity: Entity) => entity.country === country).length <= 1;

const GOING = wordSet(
  'hop hops hopped roll rolls rolled rolling pull pulls steams rides rode drive drives drove train plane jet flight way rush rushes rushed dash dashes dashed come comes came coming go goes went going fly flies flew flying flown head heads headed heading travel travels travelled traveled journey journeys summon summons summoned called calls lure lures ticket bags trip trips stop drop drops dropped sail sails sailed sets set jets jetted bound course pop pops packed step steps stepped crosses crossed bids bid asks asked brings brought bring having has invited invites sends sent',
);
const AWAY = wordSet('off over on down up');
const CONVERGE = wordSet('converge converges converged converging descend descends descended descending');
/** "off to Lima", "rolls into Hanoi", "drops in on Tehran", "over to the Elysee": the way of who is to meet. */
function isOnTheWay(frame: Frame, { from }: Locative): boolean {
  const start = normAt(frame, from - 1) === 'the' ? from - 1 : from;
  const link = normAt(frame, start - 1);
  if (link === 'on')
    return normAt(frame, start - 2) === 'in' ? GOING.has(normAt(frame, start - 3)) : CONVERGE.has(normAt(frame, start - 2));
  if (!WAY_LINKS.has(link)) return false;
  if (AWAY.has(normAt(frame, start - 2))) return link !== 'for';
  for (let back = 2; back <= 4; back += 1) if (GOING.has(normAt(frame, start - back))) return link !== 'for' || back === 2;
  return false;
}
const WAY_LINKS = wordSet('to into for toward towards');

/** "pitches a meeting on Bali": an island is no topic. */
const isOnIsland = (frame: Frame, { from }: Locative): boolean => normAt(frame, from - 1) === 'on' && ISLANDS.has(normAt(frame, from));
const ISLANDS = wordSet(
  'bali crete sicily jeju lombok rhodes sardinia corfu capri malta hainan okinawa zanzibar hawaii guam corsica madeira phuket langkawi bornholm',
);

/** "strolls through Kyiv with", of what goes on or is over; "on his way through Tokyo". */
const isThrough = (frame: Frame, { from }: Locative): boolean =>
  THROUGH.has(normAt(frame, from - 1)) && (DONE.has(frame.status) || PASSING.has(normAt(frame, from - 2)));
const THROUGH = wordSet('through across around');
const PASSING = wordSet('way passes pass passing travels transit');

/** "Carbis Bay: Macron and Putin meet": a town that nobody speaks for. */
const isHeading = (frame: Frame, { from, to, place }: Locative): boolean =>
  from === 0 &&
  normAt(frame, to) === ':' &&
  !place.isState &&
  !frame.scan.sentence.entities.some((entity) => entity.from === 0 && entity.to === to) &&
  frame.nucleus.from > to;

/** What two may share in a town, beside an occasion or talks. */
const SHARED = wordSet(
  'hour hours minutes chat chats fondue meal meals coffee coffees drinks beer beers wine vodka whisky barbecue brunch picnic pizza noodles soup oysters sushi caviar steaks burgers walk stroll golf sauna swim terrace balcony suite ballroom table spring summer autumn winter restaurant cafe bar club reception welcome tete showdown reunion date day days night nights evening morning afternoon',
);
const INSIDE_PHRASE = wordSet(
  "'s his her their its the a an this that first second next last over at after before during secret planned surprise weekend rare late early no today tomorrow monday tuesday wednesday thursday friday saturday sunday",
);
/** "his Geneva hour with", "over Geneva fondue", "secret Lima chat": a town of none of those who meet, inside a noun phrase. */
function isInPhrase(frame: Frame, { from, to, place }: Locative): boolean {
  if (place.isState || !SHARED.has(normAt(frame, to)) || !INSIDE_PHRASE.has(normAt(frame, from - 1))) return false;
  if (!isOfNone(frame, { from, to, place }) || hasCommaBetween(frame, { from, to })) return false;
  const isCapital = frame.scan.sentence.entities.some((entity) => entity.from === from);
  return !(isCapital && BEFORE_CAPITAL.has(normAt(frame, from - 1)));
}
const BEFORE_CAPITAL = wordSet('after before during no');

/** Between the word for the contact and the town. */
function hasCommaBetween({ scan, nucleus }: Frame, { from, to }: Pick<Locative, 'from' | 'to'>): boolean {
  const [start, end] = from > nucleus.from ? [nucleus.to, from] : [to, nucleus.from];
  return scan.sentence.tokens.slice(start, end).some(({ norm }) => norm === ',' || norm === ';');
}

/** Nobody speaks for the town: it is no seat of those who meet. */
const isOfNone = ({ args, scan }: Frame, { from, place }: Locative): boolean =>
  !args.core.some((entity) => entity.country === place.country) || !scan.sentence.entities.some((entity) => entity.from === from);

const GETS = wordSet(
  'gets get lands land wins win sees see awaits await beckons beckon lays rolls plays welcomes receives hosts stages provides next booked calling readied sweeps hoists decked ringed locked',
);
/** "Lima gets the summit", "Geneva to see handshake", "Geneva or Vienna for the summit", "Geneva-bound Macron". */
function isStage(frame: Frame, city: Locative): boolean {
  const { to } = city;
  if (normAt(frame, to) === '-' && normAt(frame, to + 1) === 'bound') return true;
  if (!isOfNone(frame, city)) return false;
  if (OR.has(normAt(frame, to)) && frame.scan.sentence.tokens[to + 1]?.isCapital === true)
    return FOR_OR_AS.has(normAt(frame, to + 2)) && frame.nucleus.from > to;
  const verb = WILL.has(normAt(frame, to)) ? to + 1 : to;
  if (verb === to && SEES.has(normAt(frame, to))) return normAt(frame, to) === 'plays' && normAt(frame, to + 1) === 'host';
  return GETS.has(normAt(frame, verb)) && Math.abs(frame.nucleus.from - to) <= MAX_STAGE;
}
const MAX_STAGE = 9;
const OR = wordSet('or over not');
const FOR_OR_AS = wordSet('for as');
const WILL = wordSet('to will may could');
const SEES = wordSet('see sees next plays');

/** "skips Geneva", "leaves Lima after talks", "back from Geneva", "pulls out of Geneva", "No Geneva for". */
function isLeft(frame: Frame, city: Locative): boolean {
  const { from } = city;
  const before = normAt(frame, from - 1);
  if (before === 'no' && normAt(frame, city.to) === 'for') return true;
  if (isByWire(frame)) return false;
  if (before === 'from' && !DONE.has(frame.status)) return false;
  if (before === 'from' && [3, 4, 5].some((back) => isReport(normAt(frame, from - back)))) return false;
  if (before === 'from') return BACK.has(normAt(frame, from - 2));
  if (before === 'of') return normAt(frame, from - 2) === 'out' && PULLS_OUT.has(normAt(frame, from - 3));
  if (before === 'to')
    return MOVED.test(wordBefore(frame, from - 1)) || MOVED.test(normAt(frame, from - 3)) || MOVED.test(normAt(frame, from - 4));
  if (LEAVES.has(before) && !AFTER_LEFT.has(normAt(frame, city.to))) return false;
  return LEAVES_OR_REACHES.has(before) || (SKIPS.has(before) && isOfNone(frame, city));
}
const BACK = wordSet('back home return returns returned returning fresh straight away');
const PULLS_OUT = wordSet('pull pulls pulled walk walks walked storm storms stormed back backs drop drops');
const MOVED = /^(?:mov|shift|relocat|switch|transferr?)(?:e|es|ed|s|ing)?$/;
const LEAVES = wordSet('leave leaves left leaving depart departs departed');
const AFTER_LEFT = new Set(['', ...wordSet('after following as having without with')]);
const LEAVES_OR_REACHES: ReadonlySet<string> = new Set([...LEAVES, 'reaches', 'reached']);
const SKIPS = wordSet(
  'skips skip skipped skipping shuns shun shunned ditches ditched misses missed avoids avoid avoided quits quit exits exit picks pick picked books booked gives give visits visit visited visiting nears near',
);

/** "leaves Lima after talks with Putin by phone": they spoke from two places. */
const isByWire = ({ scan: { sentence }, nucleus }: Frame): boolean =>
  sentence.tokens.some(({ norm }, at) => at >= nucleus.to && WIRE.has(norm) && BY_WIRE.has(normOf(sentence.tokens, at - 1)));
const WIRE = wordSet('phone telephone video videolink zoom hotline');
const BY_WIRE = wordSet('by via over on the');

/** "moved from Vienna to Geneva": the verb, over the place that is left. */
const wordBefore = (frame: Frame, at: number): string => {
  for (let k = at - 1; k >= Math.max(0, at - 4); k -= 1) if (normAt(frame, k) === 'from') return normAt(frame, k - 1);
  return normAt(frame, at - 1);
};

/** What tells that a city or a house is where they meet. */
export const SIGNS: readonly ((frame: Frame, city: Locative) => boolean)[] = [
  isBeforeOccasion,
  isOnTheWay,
  isOnIsland,
  isThrough,
  isChosen,
  isOffered,
  isHeading,
  isInPhrase,
  isStage,
  isLeft,
];
/** Those who sit in a house speak under its name: only what can be said of nothing but a place. */
export const HOUSE_SIGNS: typeof SIGNS = [isBeforeOccasion, isOnTheWay, isOffered];
