import { isHouse, isInOffice, isPerson, isPersonOfState, isState } from '../entities/actors.ts';
import { placeEntityAt } from '../lexicon/place-names.ts';
import { lastWhere } from '../words/sequences.ts';
import { type Entity, normsBetween, type Sentence } from '../words/text.ts';
import { entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { BE } from '../words/word-sets.ts';
import type { Guard } from './guard.ts';
import { endsName, isPair } from './two-around.ts';

/**
 * Words that name a contact only in a sentence with no better word for one ("forty minutes", "the terrace", "via Zoom"),
 * and only where two leaders or ministers of different states are named as those who were there together.
 */

const principals = (s: Sentence): readonly Entity[] => s.entities.filter(isInOffice);

const hasTwo =
  (isFit: (one: Entity) => boolean) =>
  ({ entities }: Sentence): boolean => {
    if (entities.length < 2) return false;
    const first = entities.find(isFit);
    return first !== undefined && entities.some((one) => isFit(one) && one.country !== first.country);
  };
/** Leaders or ministers of two states are named. */
export const hasTwoPrincipals = hasTwo(isInOffice);
/** Somebody of two states is named: else nothing of last resort is looked for. */
export const hasTwoOfStates = hasTwo(isPersonOfState);

const WITH = wordSet('with beside alongside opposite and &');
const JOINED = wordSet(', and & - the');

/** "X and Y", "X, Y", "X ... with Y": two of different states, named as together; null when one only speaks of the other. */
function pairIn(s: Sentence): readonly [Entity, Entity] | null {
  const named = principals(s);
  for (const [k, first] of named.entries()) {
    const second = named[k + 1];
    if (second === undefined || second.country === first.country || normAt(s, second.to) === "'s") continue;
    const isJoined = s.tokens.slice(first.to, second.from).every(({ norm }) => JOINED.has(norm));
    const isWith = WITH.has(normAt(s, second.from - 1)) && normAt(s, first.to) !== "'s";
    if ((isJoined || isWith) && !AT_ODDS.test(wordBefore(s, second))) return [first, second];
  }
  return null;
}
const wordBefore = (s: Sentence, { from }: Entity): string => normAt(s, WITH.has(normAt(s, from - 1)) ? from - 2 : from - 1);
/** "clashes with", "agrees with": no meeting. */
const AT_ODDS =
  /^(?:clash\w*|agree[sd]?|disagree[sd]?|feuds?|feuding|odds|sides?|sided|siding|breaks?|broke|breaking|row|rows|spat|war|furious|angry|fed|patience|ties|relations?|friendship|bond|bromance|alliance|pact|deal|deals|accord|rift|split|compar\w+|ranks?|along|up|trade|solidarity|common|step|line|contrast|credit\w*|obsess\w+|frustrat\w+|align\w*|closely|closer|allied|sympath\w+|identif\w+|cosy|cozy|compet\w+|rival\w*|disput\w+|quarrel\w*|disappointed|upset|impatien\w+)$/;

const SAYS = wordSet(
  'says say said tells tell told warns warn warned claims claim claimed asks ask asked writes write wrote urges urge urged',
);
const isTold = (s: Sentence, { to }: Entity): boolean => normAt(s, to) === ':' || SAYS.has(normAt(s, to));

const areTogether: Guard = (s) => {
  const pair = pairIn(s);
  return pair !== null && !pair.some((one) => isTold(s, one) || normAt(s, one.from - 2) === 'says');
};

/** "agree by phone", "Macron to Putin by video": who spoke to whom over it. */
const isOverWire: Guard = (s, m) => {
  if (areTogether(s, m)) return true;
  const [first, second] = principals(s);
  if (first === undefined || second === undefined || first.country === second.country) return false;
  return second.to <= m.from && normAt(s, second.from - 1) === 'to' && first.to === second.from - 1;
};

/** "gives him two hours", "grants Macron forty minutes". */
const isGiven = (s: Sentence, from: number): boolean => {
  const verb = [1, 2, 3, 4, 5].find((k) => GIVES.has(normAt(s, from - k)));
  if (verb === undefined) return false;
  const named = principals(s).filter(({ to }) => to <= from);
  return named.some((one) => named.some((other) => one.country !== other.country));
};
const GIVES = wordSet('gives give gave grants grant granted spares spare spared got gets allots allot allotted had has');

/** "for forty minutes"; not "in the last hours of the war". */
const isTimeTogether: Guard = (s, m) =>
  (areTogether(s, m) || isGiven(s, m.from)) &&
  !AFTER_TIME.has(normAt(s, m.to)) &&
  (normAt(s, m.to) !== 'of' || SPENT_ON.has(normAt(s, m.to + 1))) &&
  !KIND_OF_HOUR.has(normAt(s, m.from - 1));
const AFTER_TIME = wordSet('before after later ago apart early late behind from away');
const KIND_OF_HOUR = wordSet('last final next rush happy eleventh every darkest finest');

const SPENT_ON = wordSet(
  'business work talk talking conversation chat haggling bargaining small frank tough plain tea coffee golf laughter silence diplomacy argument',
);

/** What stands or happens where two are together: only in a headline, and not as what is spoken of. */
const isSceneOfTwo: Guard = (s, m) =>
  s.zone === 'title' &&
  areTogether(s, m) &&
  !TOPIC_LEADS.has(normAt(s, m.from - 1)) &&
  !principals(s).some(({ to }) => to === m.from - 1 && normAt(s, to) === "'s");
const TOPIC_LEADS = wordSet("over on about of against for 's");

/** "X, Y into third hour": they sit there. */
const isGoingOn: Guard = (s, m) => s.zone === 'title' && areTogether(s, m) && !BE.has(normAt(s, m.to));

/** "Macron buttonholes Putin": the one before, the other right behind. */
const isOnePersonToAnother: Guard = (s, m) => {
  const [subject, object] = [lastWhere(principals(s), ({ to }) => to <= m.from), principals(s).find(({ from }) => from >= m.to)];
  if (subject === undefined || object === undefined || subject.country === object.country) return false;
  const isNear = m.from - subject.to <= 2 && object.from - m.to <= 2 && normAt(s, subject.to) !== "'s";
  return isNear && (normAt(s, object.to) !== "'s" || TOUCHED.has(normAt(s, object.to + 1)));
};
const TOUCHED = wordSet('ear hand arm table sleeve lapel lapels');

/** "Macron's plane", "the president's motorcade": he is in it. */
export const isAboard = (word: string): boolean => VEHICLES.has(word);
const VEHICLES = wordSet(
  'plane jet aircraft airliner train motorcade convoy cavalcade cortege helicopter limousine ship yacht ilyushin airbus boeing flight',
);

/** "inspects guard with Putin": somebody of another state does something, and nobody is at odds. */
const isWithWhom = (s: Sentence, at: number): boolean => {
  const other = principals(s).find(({ from }) => from === at + 1);
  if (other === undefined || normAt(s, other.to) === "'s" || [1, 2, 3].some((k) => AT_ODDS.test(normAt(s, at - k)))) return false;
  const actor = lastWhere(principals(s), ({ to }) => to < at);
  return actor !== undefined && actor.country !== other.country && !isTold(s, actor) && normAt(s, actor.to) !== "'s";
};

const AT = wordSet('at under on in to aboard beneath round around by into inside onto off from behind across');
/** "under Putin's roof", "on Putin's red carpet": the host owns it, and somebody of another state is named. */
const isAtHost: Guard = (s, m) => {
  const host = principals(s).find(({ to }) => to < m.from && m.from - to <= 3 && normAt(s, to) === "'s");
  if (s.zone !== 'title' || host === undefined || !AT.has(normAt(s, host.from - 1))) return false;
  return principals(s).some((one) => one.country !== host.country && normAt(s, one.to) !== "'s" && !isTold(s, one));
};

/** "Macron is in Moscow: red carpet, Putin on the steps": where he is, and one of there beside him. */
const isThereWith: Guard = (s, m) => {
  const guest = principals(s).find(({ to }) => to === m.from || (to === m.from - 1 && BE.has(normAt(s, to)) && normAt(s, to) !== "'s"));
  const place = s.entities.find(({ from }) => from === m.to);
  if (s.zone !== 'title' || guest === undefined || !isState(place)) return false;
  if (guest.from > 1 || normAt(s, place.to) === "'s" || place.country === guest.country) return false;
  return principals(s).some((one) => one.from >= place.to && one.country === place.country && !isTold(s, one));
};

const wordsBehindObject = (s: Sentence, at: number): string => {
  const object = principals(s).find(({ from }) => from >= at);
  const behind = object?.to ?? at;
  return normsBetween(s.tokens, behind, behind + 3);
};
/** "took Macron fishing", "heard him out", "showed her round". */
const ALONG =
  /^(?:fishing|hunting|skating|skiing|sailing|riding|swimming|shopping|golfing|aside|apart|round|around|out(?: for| to)?$|out for|to (?:lunch|dinner|tea|church|the)|on a (?:tour|walk|ride|drive)|for a (?:walk|ride|spin|drive|stroll|swim)|through the|home\b|an? (?:tour|lift|ride|audience|hearing|hug))/;

/** "X, Y agree on gas in Algiers": in the capital of one of the two. */
const isAtOneOfThem = (s: Sentence, at: number): boolean =>
  s.entities.some(
    ({ from, to, via, country }) =>
      from > at &&
      via === 'metonym' &&
      normAt(s, from - 1) === 'in' &&
      endsName(s, to) &&
      principals(s).some((one) => one.country === country),
  );

/** "in Rome", "at the Kremlin" behind the verb: a city or a house, not a state that is spoken of. */
const hasPlaceBehind = (s: Sentence, from: number): boolean =>
  s.tokens.some(({ norm }, at) => {
    if (at < from || (norm !== 'in' && norm !== 'at')) return false;
    const named = entityFrom(s, at + 1, 1);
    const place = named ?? placeEntityAt(s, at + 1);
    return place !== null && (named === undefined || place.via === 'metonym' || isHouse(place)) && endsName(s, place.to);
  });

/** "X and Y renew pledge in Rome", "Peruvian, Chilean teams agree swap in Lima": two of different states right before the verb, and where. */
const isPairActingThere: Guard = (s, m) => {
  const k = s.entities.findIndex(({ to }) => to === m.from);
  const [first, last] = [s.entities[k - 1], s.entities[k]];
  return isPerson(first) && isPerson(last) && !last.isFormer && isPair(s, first, last) && hasPlaceBehind(s, m.to);
};

/** What two do only side by side, wherever it is told. */
const TOGETHER = wordSet('co-chair co-chaired review reviewed oversaw witnessed inaugurated');

/** What the rows of last resort must have around them, by id. */
export const LAST_RESORT_GUARDS: Readonly<Record<string, Guard>> = {
  'over-wire': isOverWire,
  'on-screen': isOverWire,
  'time-together': isTimeTogether,
  scene: isSceneOfTwo,
  'into-hours': isGoingOn,
  accost: isOnePersonToAnother,
  'with-whom': (s, m) => s.zone === 'title' && isWithWhom(s, m.from),
  'pair-acts': (s, m) =>
    (s.zone === 'title' || TOGETHER.has(normAt(s, m.from)) || hasPlaceBehind(s, m.to)) &&
    areTogether(s, m) &&
    principals(s).some(({ to }) => to === m.from) &&
    (!PARTICLES.has(normAt(s, m.to)) || isAtOneOfThem(s, m.to)),
  'pair-says': isPairActingThere,
  'acts-on': (s, m) => isOnePersonToAnother(s, m) && hasPlaceBehind(s, m.to),
  earful: (s, m) => s.zone === 'title' && isWithWhom(s, m.to - 1),
  'take-along': (s, m) => isOnePersonToAnother(s, m) && ALONG.test(wordsBehindObject(s, m.to)),
  'host-scene': isAtHost,
  'there-with': isThereWith,
  ear: (s, m) =>
    isOnePersonToAnother(s, m) && principals(s).some((one) => one.from >= m.to && one.from <= m.to + 2 && normAt(s, one.to) === "'s"),
};
const PARTICLES = wordSet('on up off for to');
