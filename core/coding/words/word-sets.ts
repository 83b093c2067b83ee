import { WORDS } from '../facts/data.ts';

/** Small closed classes of words by norm, from data/words.json. */
const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words);

export const BOUNDARIES: ReadonlyMap<string, string> = new Map(Object.entries(WORDS.boundaries));
export const WITH = setOf(WORDS.with);
export const OF = setOf(WORDS.of);
export const TO = setOf(WORDS.to);
export const ABOUT = setOf(WORDS.about);
export const LOCATIVE = setOf(WORDS.locative);
export const BE = setOf(WORDS.be);
export const HAVE = setOf(WORDS.have);
export const ARTICLES = setOf(WORDS.articles);
export const MODIFIERS = setOf(WORDS.modifiers);
export const PRONOUNS = setOf(WORDS.pronouns);
export const ADVERBS = setOf(WORDS.adverbs);
export const PHONE_WORDS = setOf(WORDS.phoneModifiers);
export const VIDEO_WORDS = setOf(WORDS.videoModifiers);
export const PEACE = setOf(WORDS.peace);
export const MEET_IDIOMS = setOf(WORDS.idioms.meet);
export const PREPOSITIONS: ReadonlySet<string> = new Set([...WITH, ...OF, ...TO, ...ABOUT, ...LOCATIVE]);
export const isPreposition = (norm: string): boolean => PREPOSITIONS.has(norm);
/** A part of the world that a trip can go to without a state being named. */
export const REGION = new RegExp(`\\b(?:${WORDS.regions.join('|')})\\b`);
export const DOMESTIC_WORDS = setOf(WORDS.domesticWords);
export const AUXILIARY = setOf(WORDS.auxiliary);
/** Words of sport: states that meet in such a text play against each other. */
export const SPORT = setOf(WORDS.sport);
/** What is to be seen while a visit or summit is on. */
export const SCENE = setOf(WORDS.scene);
/** What happens in the streets while leaders meet. */
export const INCIDENTS = setOf(WORDS.incidents);
/** What moves by itself while leaders meet: prices and polls. */
export const MARKETS = setOf(WORDS.markets);
/** What a trip is for when it is nobody's business. */
export const PRIVATE_OCCASIONS = setOf(WORDS.privateOccasions);
/** Verbs whose subject is a person: a meeting is cancelled, it cancels nothing. */
export const TRANSITIVES: ReadonlySet<string> = setOf(WORDS.transitives);
/** Words around a bare noun that tell that it has taken place ("reactions", "takeaways"). */
export const HELD_CUES = setOf(WORDS.heldCues);
/** Capitals that states of elsewhere meet in, and that seldom stand for their own. */
export const VENUE_CAPITALS = setOf(WORDS.venueCapitals);
/** What opens or closes words of somebody. */
export const QUOTES = setOf(['"', "'"]);
/** What joins the members of a list. */
export const LIST_JOINTS = setOf([',', 'and', '&']);
/** What stands before the first word of somebody's words. */
export const OPENING_MARKS = setOf([':', '"', "'"]);
export const FOR_OR_TO = setOf(['for', 'to']);
export const HE = setOf(['he', 'she']);
export const HIS = setOf(['his', 'her']);
/** What leads to what happens meanwhile. */
export const AS_OR_WHILE = setOf(['as', 'while']);
export const AS_OR_WITH = setOf(['as', 'while', 'with']);
/** Two of whom the text has told. */
export const THEY = setOf(['they', 'both']);
/** What leads to the other side of a contact, or to both. */
export const WITH_OR_BETWEEN = setOf(['with', 'between']);
export const IS = setOf(['is', 'are']);
/** What leads to a topic. */
export const ON_TOPIC = setOf(['on', 'about', 'over']);
/** By which somebody goes in place of who sends him. */
export const SENDS = setOf(['send', 'sends', 'sent', 'sending', 'dispatch', 'dispatches', 'dispatched', 'dispatching']);
