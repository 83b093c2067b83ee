import type { Frame } from './frames.ts';
import { phraseStart } from './phrase.ts';
import { wordsBetween } from './text.ts';

const ACRONYM =
  /\b(?:G-?\d{1,2}|Group of (?:Seven|Eight|Twenty)|NATO|EU|European Union|APEC|ASEAN|SCO|BRICS|CSTO|OPEC\+?|CIS|GCC|OAS|SAARC|ECOWAS|Arab League|African Union|AU|COP ?\d{0,2}|CHOGM|Commonwealth|Quad|D-8|Caspian|Asia-Europe|ASEM|Shanghai Cooperation)\b/i;
const ORDINAL = /^\d{1,3}(?:st|nd|rd|th)$/i;

/** The name of a multilateral summit ("19th SAARC summit", "G7 summit"), or null for a meeting of two. */
export function summitName({ scan, nucleus }: Frame): string | null {
  if (!/^(?:summit|conference|meeting)$/.test(nucleus.row.id)) return null;
  const { sentence } = scan;
  const start = phraseStart(sentence, nucleus);
  const from = /^(?:the|a|an|this|its|his|her|their)$/.test(sentence.tokens[start]?.norm ?? '') ? start + 1 : start;
  const text = wordsBetween(sentence, from, nucleus.to);
  const named = ACRONYM.exec(text);
  if (named === null) return null;
  const ordinal = sentence.tokens.slice(from, nucleus.from).find((token) => ORDINAL.test(token.text));
  const words = text.slice(named.index);
  return ordinal === undefined || words.includes(ordinal.text) ? words : `${ordinal.text} ${words}`;
}
