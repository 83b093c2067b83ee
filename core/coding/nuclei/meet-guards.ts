import { isPerson, isPrincipal } from '../entities/actors.ts';
import { BEFORE_SPEAKER } from '../entities/attribution.ts';
import type { NucleusRow } from '../facts/data.ts';
import { isOfClass, WORD_CLASS } from '../sentences/word-classes.ts';
import type { Match } from '../words/pattern.ts';
import type { Entity, Sentence } from '../words/text.ts';
import { entityFrom, normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ADVERBS, BE, BOUNDARIES, HE, isPreposition, MEET_IDIOMS, SPORT } from '../words/word-sets.ts';
import type { Guard } from './guard.ts';

/** "met a mixed response", "meets a deadline": an object that is nobody. */
export const isMeetingThing: Guard = (s, m) =>
  ARTICLE.has(normAt(s, m.to)) &&
  !COUNTED.has(normAt(s, m.to + 1)) &&
  entityFrom(s, m.to, 2) === undefined &&
  ![1, 2, 3, 4].some((k) => COUNTERPARTS.has(normAt(s, m.to + k)));
const ARTICLE = wordSet('a an');
const COUNTED = wordSet('day week month year few couple fortnight second third');
const COUNTERPARTS = wordSet('delegation group envoy official officials team counterpart leader minister ambassador');

/** "meets a tight deadline"; not "meet to discuss the threat". */
export function isMeetingIdiom(s: Sentence, { to }: Match<NucleusRow>): boolean {
  const words = s.tokens.slice(to, to + 5).map(({ norm }) => norm);
  const end = words.findIndex((norm) => isPreposition(norm) || BOUNDARIES.has(norm));
  return words.slice(0, end < 0 ? words.length : end).some((norm) => MEET_IDIOMS.has(norm));
}

/** "met with scepticism", "met by angry silence": how something is received. */
export const isMetWith: Guard = (s, m) =>
  normAt(s, m.to) === 'accordingly' || (MET_BY.has(normAt(s, m.to)) && [1, 2, 3].some((k) => RECEPTION.has(normAt(s, m.to + k))));
const MET_BY = wordSet('with by');
const RECEPTION = wordSet(
  'scepticism skepticism silence approval disapproval anger fury outrage outcry applause cheers cheer praise disbelief derision ridicule jeers boos condemnation disappointment dismay suspicion hostility indifference success failure rejection refusal concern caution relief mistrust distrust scorn contempt enthusiasm backlash protests protest resistance opposition hesitation defiance gunfire force violence denials denial retaliation',
);

/** "Spain and Peru meet in the final", "will meet Peru in the opener". */
export const isPlayed: Guard = (s, m) => {
  if (isWhereTheyMeet(s, m.from)) return true;
  const at = entityFrom(s, m.to, 1)?.to ?? m.to;
  return normAt(s, at) === 'in' && [1, 2, 3].some((k) => isMatch(s, at + k));
};
/** "the town where Iran and Iraq meet": a border. */
const isWhereTheyMeet = (s: Sentence, at: number): boolean =>
  normAt(s, at) === 'meet' && [2, 3, 4, 5, 6].some((k) => normAt(s, at - k) === 'where' && BORDER_PLACES.has(normAt(s, at - k - 1)));
const BORDER_PLACES = wordSet('town city village place island river bridge strait border region point');
const MATCHES = wordSet('final finals opener semis derby match knockouts');
/** "in the final on Sunday", "in the opener"; not "in the final days", "in a final bid". */
const isMatch = (s: Sentence, at: number): boolean => {
  const next = normAt(s, at + 1);
  if (!MATCHES.has(normAt(s, at))) return false;
  return isPreposition(next) || BOUNDARIES.has(next) || MATCHES.has(next) || SPORT.has(next) || BEHIND_MATCH.test(next);
};
const BEHIND_MATCH = /^[^a-z]*$|.day$|^(?:tomorrow|tonight|this|next|again)$/;

/** "strikes rebel chiefs meeting in Doha": whoever they met, it was not he who strikes. */
export const isAttacked: Guard = (s, m) =>
  normAt(s, m.from) === 'meeting' && s.entities.some(({ from, to }) => to === m.from && STRIKES.has(normAt(s, from - 1)));
const STRIKES = wordSet(
  'strikes strike struck striking targets targeted targeting bombs bombed bombing kills killed killing hits hit attacks attacked attacking',
);

/** "Trump talks to Xi" at the head of a clause; "Ukraine talks with Russia" and "after Trump talks with Xi" are nouns. */
export function isTalking(s: Sentence, m: Match<NucleusRow>): boolean {
  if (normAt(s, m.from) === 'talk') return true;
  const subject = s.entities.find((entity) => entity.to === m.from);
  return isPerson(subject) && (subject.from === 0 || CLAUSE_STARTS.has(normAt(s, subject.from - 1)));
}
const CLAUSE_STARTS = wordSet(', ; : - as and while but');

/** "Trump told Zelensky he wants a truce", "tells Putin that": what one leader or minister said to another; "tells him to stop" may be said from afar. */
export const isToldInTalks: Guard = (s, m) => {
  const [speaker, listener] = [speakerBefore(s, m.from), entityFrom(s, m.to, 2)];
  if (!isInPerson(speaker) || listener === undefined || speaker.country === listener.country) return false;
  const isNext = listener.from - m.to <= 1;
  if (isNext && listener.kind === 'demonym' && normAt(s, listener.to) === 'hosts') return true;
  if (!(isNext && (isInPerson(listener) || isManyLeaders(s, listener))) && !isVisitor(s, listener)) return false;
  if (isContentNext(normAt(s, listener.to)) || isThatNear(s, listener.to) || HE.has(normAt(s, m.from - 1))) return true;
  return isQuoted(s, speaker, listener);
};

/** "tells a visiting envoy of X he is ready". */
const isVisitor = (s: Sentence, { from, country, level }: Entity): boolean =>
  country !== null && level !== null && normAt(s, from - 1) === 'visiting';

/** "tells European leaders". */
const isManyLeaders = (s: Sentence, { kind, country, to }: Entity): boolean =>
  kind === 'group' && country !== null && normAt(s, to - 1) === 'leaders';

/** "Time is running out, Macron tells Putin": what was said stands before. */
const isQuoted = (s: Sentence, speaker: Entity, listener: Entity): boolean =>
  (normAt(s, listener.to) === '' || normAt(s, listener.to) === '.') && speaker.from > 2 && BEFORE_SPEAKER.has(normAt(s, speaker.from - 1));

/** "told Merz on Friday that", "told her by phone that". */
const isThatNear = (s: Sentence, at: number): boolean =>
  isPreposition(normAt(s, at)) && (normAt(s, at + 2) === 'that' || normAt(s, at + 3) === 'that' || normAt(s, at + 4) === 'that');

/** What was said begins there: no order ("to stop"), no answer ("no"), no time or clause of something else. */
const isContentNext = (norm: string): boolean =>
  /^(?!(?:to|no|yes|not|and|or)$)[a-z]/.test(norm) && !isPreposition(norm) && (norm === 'there' || !BOUNDARIES.has(norm));
const isInPerson = (one: Entity | undefined): one is Entity => one?.kind === 'person' && isPrincipal(one);

/** "Lula told Trump", "Lula says he told Trump". */
const speakerBefore = (s: Sentence, at: number): Entity | undefined =>
  s.entities.find(({ to }) => to === at || (HE.has(normAt(s, at - 1)) && SAID.has(normAt(s, to)) && at - to <= 3));
const SAID = wordSet('say says said');

/** "Putin and Macron, face to face", "delegations behind closed doors": people right before, and no other noun that they hold. */
export const isSideBySide: Guard = (s, m) =>
  s.entities.some(({ to }) => to === m.from || (to === m.from - 1 && STILL.has(normAt(s, to)))) ||
  [1, 2].some((k) => BE.has(normAt(s, m.from - k))) ||
  PEOPLE.has(normAt(s, m.from - 1)) ||
  (m.from === 0 && s.entities.filter((one) => one.from > m.to && isPerson(one)).length > 1);
const PEOPLE = wordSet('negotiators delegations envoys ministers leaders presidents diplomats teams officials premiers');
const STILL = wordSet(', now still again back');

/** "Putin-Macron talks to resume": what the talks are to do. */
export const isGoingOn: Guard = (s, m) => GOES_ON.has(normAt(s, m.to));
const GOES_ON = wordSet('start begin resume restart open continue go be take end focus cover follow proceed reconvene');

/** "did not discuss tariffs in their talks": they talked, of something else. */
export const isLeftOut: Guard = (s, m) =>
  isOfClass(s.tokens[m.from - 1], WORD_CLASS.negation) &&
  s.tokens.some(({ norm }, at) => at > m.to && IN.has(norm) && [1, 2, 3, 4, 5].some((k) => THE_TALKS.has(normAt(s, at + k))));
const IN = wordSet('in at during');
const THE_TALKS = wordSet('talks talk call summit meeting meetings conversation discussions negotiations visit session dinner lunch');

/** "is meeting", "was also meeting" is a verb, "'s meeting" is not. */
export const isRunning = (s: Sentence, at: number): boolean =>
  [1, 2].some((k) => BE.has(normAt(s, at - k)) && normAt(s, at - k) !== "'s" && (k === 1 || ADVERBS.has(normAt(s, at - 1))));
