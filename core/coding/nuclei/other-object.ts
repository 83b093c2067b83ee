import type { Contact } from '../codebook/coded-item.ts';
import type { Sentence } from '../words/text.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';

/** Words behind the verb in which its object stands. */
const REACH = 4;
const TAKES_PERSON = wordSet(
  'meet meets met see sees seen saw face faces host hosts hosted receive receives received greet greets greeted welcome welcomed',
);
const ATTENDS = wordSet('attend attends attended');
const GATHERING = wordSet('forum summit meeting conference session talks assembly gathering ceremony parade dinner banquet games congress');
/** The words with which a phrase begins that is no object, and those that mean the other one. */
const NO_OBJECT = wordSet(
  'on in at for from with to by before after during when while if again then there here next this tomorrow today tonight early late later earlier privately alone together face one-on-one separately briefly soon and as or only just him her them each one us it both',
);
const COUNTERPART = wordSet(
  'president premier prime leader chancellor minister king queen emir sultan pope pontiff counterpart guest host colleague ally',
);
const SEVERAL = wordSet('both they two three pair leaders presidents ministers');
const WEEKDAY = /day$/;

/** "met farmers on Monday", "will see his doctor", "will attend a wedding", "gets an award": the deed has nothing to do with the other party. */
export function isOfOtherObject(sentence: Sentence, verb: number, contact: Contact): boolean {
  const norm = normAt(sentence, verb);
  if (norm === 'gets' || norm === 'got') return !AWAY.has(normAt(sentence, verb + 1));
  const isIn = (words: ReadonlySet<string>): boolean =>
    Array.from({ length: REACH }, (_, k) => k + 1).some((k) => words.has(normAt(sentence, verb + k)));
  if (ATTENDS.has(norm)) return !isOfSeveral(sentence, verb) && !isIn(GATHERING);
  if (!TAKES_PERSON.has(norm)) return false;
  const next = sentence.tokens[verb + 1];
  if (next === undefined || next.kind !== 'word' || NO_OBJECT.has(next.norm) || WEEKDAY.test(next.norm)) return false;
  const isPartner = sentence.entities.some(
    ({ from, country }) => from > verb && from <= verb + REACH && country !== null && contact.parties.includes(country),
  );
  return !isPartner && !isIn(COUNTERPART);
}
const AWAY = wordSet('together there here in to into off out back home on');

/** "The two men", "both", "Macron and Modi": more than one of them does it. */
export const isOfSeveral = ({ tokens }: Sentence, verb: number): boolean =>
  tokens.some(({ norm }, at) => at < verb && (SEVERAL.has(norm) || norm === 'and'));
