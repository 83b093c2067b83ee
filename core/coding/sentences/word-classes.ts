import { tellsDate } from '../dates/date-words.ts';
import { denialWordSet } from '../facts/data.ts';
import { TITLE_WORDS } from '../facts/lexicon-data.ts';
import { opensCityName } from '../words/city-words.ts';
import type { Sentence, Token } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { BOUNDARIES, PHONE_WORDS, SPORT, VIDEO_WORDS } from '../words/word-sets.ts';

/**
 * Classes of words that rules look for in whole sentences, one bit each. A word carries its bits, and a sentence those of all its words
 * together: a rule that needs a word of a class asks the sentence first (`hasWordOf`), and costs nothing where there is none.
 * To add a class: its name here, and its row in CLASSES.
 */
export const WORD_CLASS = {
  /** No wording of a contact, of a denial, of a condition can do without such a word (vocabulary.ts); of another language: may begin one. */
  contact: 1,
  denial: 2,
  gloss: 4,
  /** May belong to a date. */
  date: 8,
  sport: 16,
  /** "former", "top", "acting": before a title. */
  titleModifier: 32,
  /** "in", "at", "near", "outside", and "on" of islands. */
  locative: 64,
  /** "on the fringes of the Lima forum": where others meet. */
  margin: 128,
  /** Verbs of choosing a place. */
  suggestion: 256,
  /** "Geneva favoured as the site". */
  chosen: 512,
  negation: 1024,
  condition: 2048,
  /** As `contact`, for wordings that count only where somebody is named. */
  contactAmongNamed: 4096,
  /** As `contact`, for words of last resort. */
  lastResort: 8192,
  /** May begin the name of a city or place. */
  city: 16384,
  /** May be all that somebody says to a claim: "nonsense", "not true", "no". */
  verdict: 32768,
  /** May open a clause. */
  boundary: 65536,
  /** "on the phone", "by video link". */
  remote: 131072,
  /** "reveals", "secret": that it took place may be the news. */
  revelation: 262144,
} as const;
export type WordClass = (typeof WORD_CLASS)[keyof typeof WORD_CLASS];

export const MARGINS = wordSet('sidelines sideline margins margin fringes fringe corridors');
export const SUGGESTS =
  /^(?:eye|pick|choos|chose|consider|suggest|propos|offer|nam|select|favou?r|float|weigh|mull|nominat|volunteer|tout|pitch|lend)(?:e|es|s|ed|d|ing|en|n)?$/;
const CHOSEN = wordSet(
  'favoured favored preferred chosen picked named proposed suggested mooted floated offered agreed selected considered discussed mentioned cited forward',
);
export const NEGATION = /^(?:not|never|no|none|nobody|neither|nothing)$|n't$/;
const LOCATIVES: ReadonlySet<string> = new Set(['in', 'at', 'near', 'outside', 'on']);

export const SECRET = wordSet('secret covert clandestine undisclosed unannounced');
export const SECRETLY = wordSet('secretly covertly');
export const REVEALS = wordSet('confirms confirmed emerges emerged revealed reveals discloses disclosed declassified');

/** Kinds of verdicts in one word, lists of data/denial-words.json. */
export const VERDICT_KINDS = ['fake', 'false', 'baseless'] as const;
/** What is a verdict behind "not". */
export const TRUE = wordSet('true so correct accurate');
const isVerdict = (norm: string): boolean => norm === 'no' || TRUE.has(norm) || VERDICT_KINDS.some((kind) => denialWordSet(kind).has(norm));

const CLASSES: readonly (readonly [WordClass, (norm: string) => boolean])[] = [
  [WORD_CLASS.date, tellsDate],
  [WORD_CLASS.sport, (norm) => SPORT.has(norm)],
  [WORD_CLASS.titleModifier, (norm) => TITLE_WORDS.modifiers.has(norm)],
  [WORD_CLASS.locative, (norm) => LOCATIVES.has(norm)],
  [WORD_CLASS.margin, (norm) => MARGINS.has(norm)],
  [WORD_CLASS.suggestion, (norm) => SUGGESTS.test(norm)],
  [WORD_CLASS.chosen, (norm) => CHOSEN.has(norm)],
  [WORD_CLASS.city, opensCityName],
  [WORD_CLASS.negation, (norm) => NEGATION.test(norm)],
  [WORD_CLASS.verdict, isVerdict],
  [WORD_CLASS.boundary, (norm) => BOUNDARIES.has(norm)],
  [WORD_CLASS.remote, (norm) => PHONE_WORDS.has(norm) || VIDEO_WORDS.has(norm)],
  [WORD_CLASS.revelation, (norm) => REVEALS.has(norm) || SECRET.has(norm) || SECRETLY.has(norm)],
];

/** The bits of a word; asked once for each form that is met (forms.ts). */
export const classesOf = (norm: string): number => CLASSES.reduce((bits, [bit, has]) => (has(norm) ? bits | bit : bits), 0);
/** The bits of several words together. */
export const classesOfAll = (tokens: readonly Token[]): number => tokens.reduce((bits, { word }) => bits | word.classes, 0);

/** Whether a word of the class stands in the sentence. */
export const hasWordOf = ({ classes }: Pick<Sentence, 'classes'>, wordClass: WordClass): boolean => (classes & wordClass) !== 0;
/** Whether a token is of the class. */
export const isOfClass = (token: Token | undefined, wordClass: WordClass): boolean =>
  token !== undefined && (token.word.classes & wordClass) !== 0;
