import { isReport } from '../entities/attribution.ts';
import { denialWordSet } from '../facts/data.ts';
import { type Entity, normOf, type Sentence, wordsBetween } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { isPreposition } from '../words/word-sets.ts';

const CLAIM_NOUNS = denialWordSet('claimNouns');
const BY = denialWordSet('allegedBy');
const HEADS = denialWordSet('officialHeads');
/** Words of a name that is no entity, at most. */
const MAX_NAME = 7;

/** Who made the claim, by the words around the claim noun: "Trump's accusation", "U.S. claims", "a report by Haaretz". */
export function claimantIn(sentence: Sentence, from: number, to: number): string | null {
  for (let at = from; at < Math.min(to, from + 12); at += 1) {
    const noun = normOf(sentence.tokens, at);
    if (!CLAIM_NOUNS.has(noun) || noun === 'information') continue;
    const before = sentence.entities.find((one) => one.to === at || (one.to === at - 1 && one.to > from));
    if (before !== undefined && before.from >= from) return nameOf(sentence, before);
    const after = sentence.entities.find((one) => one.from > at && one.from <= at + 4);
    if (after !== undefined && BY.has(normOf(sentence.tokens, after.from - 1)) && isTeller(sentence, after)) return nameOf(sentence, after);
    const owner = sentence.entities.find((one) => one.from >= from && one.to <= at && at - one.to <= 3);
    if (owner !== undefined) return nameOf(sentence, owner);
    const press = pressBefore(sentence, from, at);
    if (press !== null) return press;
  }
  return outletIn(sentence, from, to);
}

/** "a report of Reuters", "by Lima"; "a report of a Lima summit" is on Lima. */
const isTeller = ({ tokens }: Sentence, { kind, from }: Entity): boolean =>
  kind !== 'demonym' && (kind !== 'country' || normOf(tokens, from - 1) !== 'of');

const PRESS = wordSet(
  'newspapers newspaper daily dailies papers paper magazines magazine radio television tv broadcasters broadcaster channels channel tabloids tabloid weekly agency agencies media websites website',
);
/** "a London-based newspaper's report": an outlet without a name of its own, with the word before it. */
function pressBefore(sentence: Sentence, from: number, noun: number): string | null {
  const at = sentence.tokens.findIndex(({ norm }, k) => k >= from && k >= noun - 3 && k <= noun + 6 && PRESS.has(norm));
  return at < 0 ? null : phraseOf(sentence, Math.max(from, at - 1), at + 1);
}

/** Who accuses, blames, claims or reports in the sentence before a denial that does not name him. */
export function accuserIn(sentence: Sentence): string | null {
  const isClaim = sentence.tokens.some(({ norm }) => ACCUSES.has(norm) || CLAIMING.has(norm));
  return isClaim ? sourceOf(sentence, sentence.tokens.length) : null;
}
const CLAIMING = wordSet('claim claims claimed reports reported suggest suggests suggested according');

/** Who had said, reported or accused before `before` in a sentence: "rebels claim that ..., which the army denies", "according to X". */
export function sourceOf(sentence: Sentence, before: number): string | null {
  const { tokens } = sentence;
  for (let at = 0; at < before; at += 1) {
    const norm = normOf(tokens, at);
    if (norm === 'according' && tokens[at + 1]?.norm === 'to') return nounPhrase(sentence, at + 2);
    if ((!isReport(norm) && !ACCUSES.has(norm)) || PASSIVE.has(normOf(tokens, at - 1)) || isNoun(sentence, at)) continue;
    if (BEFORE_SOURCE.has(normOf(tokens, at - 1)) && !ACCUSES.has(norm) && isEntityNear(sentence, at + 1))
      return nounPhrase(sentence, at + 1);
    return subjectName(sentence, at);
  }
  return outletIn(sentence, 0, before);
}
const BEFORE_SOURCE = wordSet(', "');
const ACCUSES = wordSet(
  'accuse accuses accused accusing blame blames blamed blaming allege alleges alleged alleging broadcasts broadcast publishes published charges charged',
);

/** "calls reports a fiction": "reports" and "claims" are verbs only right behind a name, its comma or a head of office. */
function isNoun({ tokens, entities }: Sentence, at: number): boolean {
  if (!NOUN_OR_VERB.has(normOf(tokens, at))) return false;
  const before = normOf(tokens, at - 1);
  return before !== ',' && !HEADS.has(before) && !PRESS.has(before) && !entities.some(({ to }) => to === at);
}
const NOUN_OR_VERB = wordSet('reports claims charges states');

/** "are reported killed": nobody is named. */
const PASSIVE = wordSet('is are was were be been as of the a to by reportedly');

const isEntityNear = (sentence: Sentence, at: number): boolean => sentence.entities.some((one) => one.from >= at && one.from <= at + 1);

/** The noun phrase that opens the clause of the verb at `verb`, without what a comma adds to it. */
function subjectName(sentence: Sentence, verb: number): string | null {
  const { tokens } = sentence;
  let from = verb;
  while (from > 0 && !CLAUSE_STARTS.has(normOf(tokens, from - 1))) from -= 1;
  const comma = tokens.findIndex(({ norm }, at) => at > from && at < verb && norm === ',');
  return nameBetween(sentence, from, comma < 0 ? verb : comma);
}
const CLAUSE_STARTS = wordSet('; : . but and as while after that');

/** The noun phrase that begins at `from`. */
function nounPhrase(sentence: Sentence, from: number): string | null {
  const entity = sentence.entities.find((one) => one.from >= from && one.from <= from + 1);
  if (entity !== undefined && entity.kind !== 'demonym') return nameOf(sentence, entity);
  let to = from;
  while (to < sentence.tokens.length && sentence.tokens[to]?.kind === 'word' && to - from < 4) to += 1;
  return nameBetween(sentence, from, to);
}

/** Nobody in particular. */
const VAGUE = wordSet('sources reports rumours rumors people some many others speculation');

/** An official entity gives its state, an outlet its name; other words stand as written. */
function nameBetween(sentence: Sentence, from: number, to: number): string | null {
  const entity = sentence.entities.find((one) => one.from >= from && one.to === to && one.kind !== 'demonym');
  if (entity !== undefined && !isPreposition(normOf(sentence.tokens, entity.from - 1))) return nameOf(sentence, entity);
  const owner = sentence.entities.find((one) => one.from >= from && one.from - from <= 1 && one.country !== null && one.to < to);
  if (owner !== undefined && HEADS.has(normOf(sentence.tokens, to - 1))) return owner.country;
  const end = sentence.tokens.findIndex(({ norm }, at) => at > from && at < to && NAME_LINKS.has(norm));
  const name = end < 0 ? to : end;
  return name - from > MAX_NAME || name <= from || VAGUE.has(normOf(sentence.tokens, name - 1)) ? null : phraseOf(sentence, from, name);
}
const NAME_LINKS = wordSet('in of from at on for near');

function phraseOf(sentence: Sentence, from: number, to: number): string | null {
  const start = DETERMINERS.has(normOf(sentence.tokens, from)) ? from + 1 : from;
  const text = textBetween(sentence, start, to);
  return text === '' || WHO.has(text) ? null : text;
}
const DETERMINERS = wordSet('the a an its his her their');
const WHO = wordSet('he she they it who which');

/** "contrary to what Delhi maintains", "after a Turkish daily's report": whom a marker of contradiction names. */
export function namedBetween(sentence: Sentence, from: number, to: number): string | null {
  const entity = sentence.entities.find((one) => one.from > from && one.to <= to && one.kind !== 'demonym');
  return entity === undefined ? pressBefore(sentence, from, to) : nameOf(sentence, entity);
}

const nameOf = (sentence: Sentence, entity: Entity): string | null =>
  entity.kind === 'outlet' || entity.country === null ? textBetween(sentence, entity.from, entity.to) : entity.country;

const textBetween = (sentence: Sentence, from: number, to: number): string => wordsBetween(sentence, from, to).toLowerCase();

function outletIn(sentence: Sentence, from: number, to: number): string | null {
  const outlet = sentence.entities.find((entity) => entity.kind === 'outlet' && entity.from >= from && entity.to <= to);
  return outlet === undefined ? null : textBetween(sentence, outlet.from, outlet.to);
}
