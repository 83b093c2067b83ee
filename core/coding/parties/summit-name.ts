import type { Frame } from '../frames/frames.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import { normOf, type Token, wordsBetween } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';

const ACRONYM =
  /\b(?:G-?\d{1,2}|Group of (?:Seven|Eight|Twenty)|NATO|EU|European Union|APEC|ASEAN|SCO|BRICS|CSTO|OPEC\+?|CIS|GCC|OAS|SAARC|ECOWAS|Arab League|African Union|AU|COP ?\d{0,2}|CHOGM|Commonwealth|Quad|D-8|Caspian|Asia-Europe|ASEM|Shanghai Cooperation)\b/i;
const ORDINAL = /^\d{1,3}(?:st|nd|rd|th)$/i;

/** The name of a multilateral summit ("19th SAARC summit", "G7 summit"), or null for a meeting of two. */
export function summitName({ scan, nucleus }: Frame): string | null {
  if (nucleus.row.id !== 'summit' && nucleus.row.id !== 'conference' && nucleus.row.id !== 'meeting') return null;
  const { sentence } = scan;
  const start = phraseStart(sentence, nucleus);
  const from = DETERMINERS.has(normOf(sentence.tokens, start)) ? start + 1 : start;
  const text = wordsBetween(sentence, from, nucleus.to);
  const named = ACRONYM.exec(text);
  if (named === null) return null;
  const ordinal = sentence.tokens.slice(from, nucleus.from).find((token) => ORDINAL.test(token.text));
  const first = sentence.tokens.findIndex((token, at) => at >= from && named[0].startsWith(token.text));
  if (sentence.tokens.slice(first + 1, nucleus.from).some(isVerb)) return null;
  const words = text.slice(named.index);
  return ordinal === undefined || words.includes(ordinal.text) ? words : `${ordinal.text} ${words}`;
}
const DETERMINERS = wordSet('the a an this its his her their');

/** "NATO shortens summit", "EU ministers hold meetings": the name does not reach over a verb. */
const isVerb = ({ norm, isCapital, kind }: Token): boolean =>
  kind === 'word' && !isCapital && (norm === 'hold' || (/^[a-z]{3,}s$/.test(norm) && !PLURALS.has(norm)));
const PLURALS: ReadonlySet<string> = new Set(
  'leaders ministers presidents heads states affairs chiefs members partners nations countries finances'.split(' '),
);
