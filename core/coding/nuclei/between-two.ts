import { isHouse, isPersonOrState, isPrincipal, isState } from '../entities/actors.ts';
import { placeEntityAt } from '../lexicon/place-names.ts';
import { lastIndexWhere, lastWhere } from '../words/sequences.ts';
import { type Entity, normsBetween, type Sentence } from '../words/text.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES, BE, LIST_JOINTS, MODIFIERS } from '../words/word-sets.ts';
import type { Guard } from './guard.ts';

/** Somebody of another state than this one, named before it. */
const hasForeigner = (s: Sentence, { country, from }: Entity): boolean =>
  s.entities.some((one) => one.to <= from && one.country !== null && one.country !== country && isPersonOrState(one));

const MAX_ADJECTIVES = 3;

/** Where the phrase of a noun begins: over its adjectives and article. */
function opening(s: Sentence, from: number): number {
  let at = from;
  for (let k = 0; k < MAX_ADJECTIVES && at > 0; k += 1) {
    const token = s.tokens[at - 1];
    if (token === undefined || token.kind !== 'word' || s.entities.some((one) => one.to === at)) break;
    if (ARTICLES.has(token.norm) || token.norm === 'one') return at - 1;
    if (ASKED.has(token.norm)) break;
    if (
      !MODIFIERS.has(token.norm) &&
      !/^(?:quiet|short|quick|brief|little|frank|heartfelt|private|second|third|another|[a-z]+-[a-z]+)$/.test(token.norm)
    )
      break;
    at -= 1;
  }
  return at;
}
const ASKED = wordSet('for to into towards toward about on over');

/** "begs Putin for a quiet word", "approaches him about a chat": a word of many senses, asked by one leader of another. */
export const isAskedOf: Guard = (s, { from, to }) => {
  if (normAt(s, to) === 'of' && !POSSESSIVES.has(normAt(s, to + 1))) return false;
  if (isAtHouse(s, to)) return true;
  const at = opening(s, from);
  if (!ASKED.has(normAt(s, at - 1))) return false;
  const asked = s.entities.find((entity) => entity.to === at - 1 || (entity.to === at - 3 && normAt(s, entity.to) === "'s"));
  return (
    isPrincipal(asked) &&
    !LIST_JOINTS.has(normAt(s, asked.from - 1)) &&
    hasForeigner(s, asked) &&
    !MET.has(normAt(s, asked.from - 1)) &&
    !MET.has(normAt(s, asked.from - 2))
  );
};
const POSSESSIVES = wordSet('his her their');
const MET = wordSet(
  'met meets meet meeting saw sees seeing spoke speaks with hosts host hosted received receives receive joins join joined visits visit visited calls called',
);

/** "an audience at the White House": whose house it is, and somebody of elsewhere who is named before. */
const isAtHouse = (s: Sentence, to: number): boolean => {
  const house = AT.has(normAt(s, to)) ? s.entities.find(({ from }) => from === to + 1 || from === to + 2) : undefined;
  return isHouse(house) && hasForeigner(s, house) && s.entities.some((one) => isPrincipal(one) && one.to <= to);
};
const AT = wordSet('at in');

/** Where two who are brought together are put. */
const TOGETHER =
  /^(?:back |closer |face )?(?:together\b|(?:in|into|under|at|to|around|round|behind) (?:the same|one|a single|his|her|its|a) (?:[a-z]+ )?(?:room|roof|table|tent|hall)\b|(?:back )?(?:to|around|round|at|towards) (?:the|a) (?:[a-z]+ )?table\b|down\b|to face\b|face to face|face-to-face)/;

/** "throws Putin and Macron together", "herds Moscow and Kyiv back to the table": two of different states right behind the verb. */
export const isBringingTogether: Guard = (s, m) => {
  const isBefore = normAt(s, m.to) === 'together';
  const start = isBefore ? m.to + 1 : m.to;
  const first = s.entities.find((entity) => entity.from === start || (entity.from === start + 1 && ARTICLES.has(normAt(s, start))));
  if (first === undefined || first.country === null) return false;
  const skip = ARTICLES.has(normAt(s, first.to + 1)) ? 2 : 1;
  const second = s.entities.find((entity) => entity.from === first.to + skip);
  if (second === undefined || !LIST_JOINTS.has(normAt(s, first.to))) return false;
  if (second.country === null || second.country === first.country) return false;
  return (isBefore || TOGETHER.test(normsBetween(s.tokens, second.to, second.to + 6))) && !BE.has(normAt(s, m.from - 1));
};

/** A name behind which a page for appointments is named: "no slot for Macron in Putin's diary". */
const PAGE =
  /\b(?:diary|calendar|schedule|agenda|programme|program|timetable|itinerary|planner|books|planned|pencilled|penciled|scheduled|fixed|arranged|set|agreed|booked|foreseen|lined|organi[sz]ed)\b/;
export const isInDiary: Guard = (s, { from, to }) => {
  const guest = s.entities.find((entity) => entity.from === to);
  if (!isPrincipal(guest) || normAt(s, guest.to) === "'s") return false;
  const isPageBefore = PAGE.test(normsBetween(s.tokens, from, to));
  const behind = normsBetween(s.tokens, guest.to, guest.to + 7);
  return isPageBefore
    ? /^(?:$|[,.:;"'!?-]|says?\b|said\b|at\b|for now|yet|so far|as yet|this|next|before|in\b|and\b)/.test(behind)
    : PAGE.test(behind);
};

/** Nothing follows that the name could belong to. */
const ENDS = new Set([
  '',
  ...wordSet(
    '. , ; : ! ? " \' and in at on for next this monday tuesday wednesday thursday friday saturday sunday again any anytime when whenever should if as but after before now today say says said',
  ),
]);

/** "his door is open to Putin", "by the phone whenever Putin calls", "may have Putin's ear": somebody of another state than one named before or after. */
export const isOpenTo: Guard = (s, { from, to }) => {
  const inside = s.entities.find((entity) => entity.from > from && entity.to < to);
  const guest = inside ?? s.entities.find((entity) => entity.from === to || entity.from === to + 1);
  if (!isPrincipal(guest)) return BEFORE_CALLER.has(normAt(s, to - 1)) && s.entities.length > 0;
  if (inside === undefined && !ENDS.has(normAt(s, guest.to)) && !WHENEVER.has(normAt(s, to - 1))) return false;
  return s.entities.some((one) => one !== guest && one.country !== null && one.country !== guest.country && SIDES.has(one.kind));
};
const SIDES = wordSet('person office metonym country spokesperson');
const BEFORE_CALLER = wordSet('phone telephone line end whenever when if any anytime should');
const WHENEVER = wordSet('whenever when if should');

/** "Putin need only ring": who may do so stands right before, and somebody of another state says so. */
export const isFreeToAsk: Guard = (s, { from }) => {
  const caller = s.entities.find((entity) => entity.to === from);
  return isPrincipal(caller) && s.entities.some((one) => one.country !== null && one.country !== caller.country && SIDES.has(one.kind));
};

/** "squeezes in Putin", "finds time for Macron": somebody of another state than the one who does. */
export const isGuestOfForeigner: Guard = (s, { to }) => {
  const guest = s.entities.find((entity) => entity.from === to || (entity.from === to + 1 && ARTICLES.has(normAt(s, to))));
  return isPrincipal(guest) && ENDS.has(normAt(s, guest.to)) && hasForeigner(s, guest);
};

/** "Putin and Macron have a separate word": two of different states who stand together before the verb of having it. */
export const isHadByTwo: Guard = (s, { from }) => {
  const k = lastIndexWhere(s.entities, (entity) => entity.to <= from);
  const [first, last] = [s.entities[k - 1], s.entities[k]];
  if (!isPrincipal(first) || !isPrincipal(last) || first.country === last.country || !JOINED.has(normAt(s, first.to))) return false;
  const verb = opening(s, from) - 1;
  return verb >= last.to && HAS.has(normAt(s, verb));
};
const JOINED = wordSet(', and & -');
const HAS = wordSet(
  'have has had having shares shared share sharing hold holds held holding get gets got getting grab grabs grabbed snatch exchanges exchanged exchange exchanging swap swaps swapped enjoy for fix plan plans do conduct',
);

/** "may catch Putin in Oslo", "hopes to buttonhole him": a modal or "to" before, one of another state behind, and nothing more of him. */
export const isCaught: Guard = (s, m) => TO_OR_MODAL.has(normAt(s, m.from - 1)) && isGuestOfForeigner(s, m);
const TO_OR_MODAL = wordSet("to will would may might could can 'll 'd");

/** "dares Putin to pick up the phone": two of different states stand before it. */
export const isLiftedFor: Guard = (s, { from }) =>
  s.entities.some((one) => isPrincipal(one) && one.to <= from && from - one.to <= MAX_ADJECTIVES && hasForeigner(s, one));

/** "received in Moscow": a place of another state than his who is received. */
export const isReceivedAt: Guard = (s, { from, to }) => {
  const place = s.entities.find((entity) => entity.from === to || (entity.from === to + 1 && ARTICLES.has(normAt(s, to))));
  return isState(place) && s.entities.every((one) => one.to > from || one.country !== place.country || one.kind !== 'person');
};

/** "a slot in Trump's diary": whose page it is, and somebody of another state around it. */
export const isInPage: Guard = (s, { to }) => {
  const owner = IN.has(normAt(s, to)) ? s.entities.find(({ from }) => from === to + 1) : undefined;
  if (!isPrincipal(owner) || normAt(s, owner.to) !== "'s" || !PAGE.test(normAt(s, owner.to + 1))) return false;
  return s.entities.some((one) => one !== owner && isPrincipal(one) && one.country !== owner.country);
};
const IN = wordSet('in on');

/** "invited by Putin": by whom, and who before. */
export const isInvitedBy: Guard = (s, { from, to }) => {
  if (normAt(s, from - 1) === 'being') return false;
  const host = s.entities.find((entity) => entity.from === to || (entity.from === to + 1 && ARTICLES.has(normAt(s, to))));
  return isPrincipal(host) && hasForeigner(s, host);
};

/** "invited to Moscow": a place of another state than that of the one before. */
export const isInvitedTo: Guard = (s, { from, to }) => {
  const place =
    s.entities.find((entity) => entity.from === to || (entity.from === to + 1 && ARTICLES.has(normAt(s, to)))) ?? placeEntityAt(s, to);
  if (!isState(place) || normAt(s, place.to) === "'s") return false;
  const guest = lastWhere(s.entities, (one) => one.to <= from);
  return isPrincipal(guest) && guest.country !== place.country && from - guest.to <= MAX_ADJECTIVES + 1;
};

/** "Macron to Putin: name the day": said to somebody. */
export const isSaidTo: Guard = (s, { from }) => BIDS.has(normAt(s, from - 1)) && s.zone === 'title';
const BIDS = wordSet(': " \' do please just ,');
