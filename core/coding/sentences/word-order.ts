import { type Entity, normOf, type Sentence } from '../words/text.ts';
import { is, type OrderWords, orderWords, type Part } from '../words/word-order-words.ts';

/**
 * Languages with cases put their words in another order than English: "held in Cairo talks", "received in Rome the president", "to Rome
 * arrived the president". Such an object is fetched to its verb, and such a subject before it, so that what follows reads one order only.
 * Tokens keep the places where they stand in the text.
 */
export type Ordered = Pick<Sentence, 'tokens' | 'starts' | 'ends' | 'classes' | 'entities'>;
/** The words from `from` up to `to` belong before `at`. */
type Move = { readonly from: number; readonly to: number; readonly at: number };

/** What stands where it stands in English is given back as it is. */
export function inOrder(ordered: Ordered): Ordered {
  const tables = orderWords();
  let now = ordered;
  for (let at = 0; at < now.tokens.length; at += 1) {
    const verb = tables.verbs.get(normOf(now.tokens, at));
    if (verb === 'absence' || verb === 'channel')
      now = moved(now, verb === 'absence' ? absenceBehind(now, at, tables) : channelBehind(now, at, tables));
    else if (verb !== undefined) now = aroundVerb(now, at, verb, tables);
  }
  return now;
}

/** The subject comes first, then the verb with its object, then all adverbials. */
function aroundVerb(line: Ordered, at: number, verb: Part, words: OrderWords): Ordered {
  const subject = verb === 'arrival' ? subjectBehind(line, at, words) : null;
  const led = moved(line, subject);
  const place = subject === null ? at : at + subject.to - subject.from;
  const object = verb === 'verb' || verb === 'taker' ? objectBehind(led, place, { words, isOfPersons: verb === 'taker' }) : null;
  if (object === null && (verb === 'verb' || verb === 'taker')) return led;
  const joined = moved(led, object);
  const behind = verb === 'arrival' ? endOfAim : endOfPartner;
  const to = object === null ? behind(joined, place + 1, words) : object.at + object.to - object.from;
  const early = adverbialsBefore(joined, { verb: place, to }, words);
  const isApart = verb === 'pair' && early !== null && endOfPartner(joined, early.at, words) === early.at;
  return isApart ? joined : moved(joined, early);
}

const PEOPLE: ReadonlySet<Entity['kind']> = new Set(['person', 'office', 'aide', 'group', 'spokesperson']);
const DOERS: ReadonlySet<Entity['kind']> = new Set([...PEOPLE, 'country', 'metonym', 'body']);
const nameAt = ({ entities }: Ordered, at: number): Entity | undefined => entities.find(({ from }) => from === at);
/** Tokens between a verb and what is looked for, at most. */
const REACH = 12;
/** Words that an adverbial may have behind its preposition or number beside names ("in the course of a visit"). */
const MAX_WORDS = 3;

type Sought = { readonly words: OrderWords; readonly isEnd: (at: number) => boolean };

/** Over adverbials ("in Rome", "on 5 June", "today") from `from` on to where `isEnd` holds; -1 when something else comes first. */
function overAdverbials(line: Ordered, from: number, { words, isEnd }: Sought): number {
  const { to, isFound } = walk(line, from, { words, isEnd });
  return isFound ? to : -1;
}

/** The same, and where something else came. */
function walk(line: Ordered, from: number, { words, isEnd }: Sought): { readonly to: number; readonly isFound: boolean } {
  let open = 0;
  let at = from;
  while (at <= Math.min(line.tokens.length, from + REACH)) {
    const token = line.tokens[at];
    const isGoverned = at > from && is(words, line.tokens[at - 1], 'opener');
    if (!isGoverned && isEnd(at)) return { to: at, isFound: true };
    const name = nameAt(line, at);
    if (token === undefined || (name !== undefined && open === 0)) break;
    if (is(words, token, 'opener') || token.kind === 'number') open = MAX_WORDS;
    else if (name === undefined && !is(words, token, 'adverb')) {
      if (open === 0 || (token.kind === 'mark' && token.norm !== '-')) break;
      open -= 1;
    }
    at = name?.to ?? at + 1;
  }
  return { to: at, isFound: false };
}

type Taking = { readonly words: OrderWords; readonly isOfPersons: boolean };

/** "held [in Cairo] talks", "received [in Rome] the president": the object comes to its verb. */
function objectBehind(line: Ordered, verb: number, { words, isOfPersons }: Taking): Move | null {
  const endOf = (at: number): number => (isOfPersons ? endOfPeople(line, at, words) : endOfObject(line, at, words));
  const from = overAdverbials(line, verb + 1, { words, isEnd: (at) => endOf(at) > at });
  return from < 0 ? null : { from, to: endOf(from), at: verb + 1 };
}

/** "[To Rome] arrived [today] the president": the subject comes before its verb and all that opens the clause. */
function subjectBehind(line: Ordered, verb: number, words: OrderWords): Move | null {
  const from = overAdverbials(line, verb + 1, { words, isEnd: (at) => endOfPeople(line, at, words) > at });
  if (from < 0) return null;
  let start = verb;
  while (start > 0 && !is(words, line.tokens[start - 1], 'opening')) start -= 1;
  if (start < verb && overAdverbials(line, start, { words, isEnd: (at) => at === verb }) < 0) return null;
  return { from, to: endOfPeople(line, from, words), at: start };
}

/** "X [in Rome with Y] held talks": the verb, with its object up to `to`, comes to its subject. */
function adverbialsBefore(line: Ordered, found: { readonly verb: number; readonly to: number }, words: OrderWords): Move | null {
  const from = is(words, line.tokens[found.verb - 1], 'negation') ? found.verb - 1 : found.verb;
  for (const { to, kind } of line.entities) {
    if (to >= from || !DOERS.has(kind)) continue;
    if (overAdverbials(line, to, { words, isEnd: (at) => at === from }) === from) return { from, to: found.to, at: to };
  }
  return null;
}

/** "Plans of a visit [there are none]": what there is not stands behind its word. */
function absenceBehind(line: Ordered, at: number, words: OrderWords): Move | null {
  const norm = (k: number): string => normOf(line.tokens, k);
  let from = is(words, line.tokens[at - 1], 'negation') ? at - 1 : at;
  if (from === at && !is(words, line.tokens[at], 'negation')) return null;
  while (is(words, line.tokens[from - 1], 'adverb')) from -= 1;
  let start = from;
  while (start > 0 && !is(words, line.tokens[start - 1], 'opening')) start -= 1;
  let noun = start;
  while (noun < start + MAX_WORDS && words.isModifier(norm(noun)) && !words.isAbsent(norm(noun))) noun += 1;
  return words.isAbsent(norm(noun)) ? { from, to: at + 1, at: start } : null;
}

/** "A talk of X and Y [by phone]": the channel belongs to its noun. */
function channelBehind(line: Ordered, at: number, words: OrderWords): Move | null {
  if (!is(words, line.tokens[at - 1], 'opener')) return null;
  let start = at - 1;
  for (;;) {
    const name = line.entities.find(({ to }) => to === start);
    if (name !== undefined) start = name.from;
    else if (is(words, line.tokens[start - 1], 'joiner') || is(words, line.tokens[start - 1], 'opener')) start -= 1;
    else break;
  }
  return words.isSpoken(normOf(line.tokens, start - 1)) ? { from: at - 1, to: at + 1, at: start } : null;
}

/** Where the people end who are named from `at` on ("X, Y and Z"); `at` when nobody is. */
function endOfPeople(line: Ordered, at: number, words: OrderWords): number {
  const first = nameAt(line, at);
  if (first === undefined || !PEOPLE.has(first.kind)) return at;
  let to = first.to;
  for (;;) {
    const next = is(words, line.tokens[to], 'joiner') ? nameAt(line, to + 1) : undefined;
    if (next === undefined) return to;
    to = next.to;
  }
}

/** Where "with X and Y" ends that begins at `at`; `at` when it does not. */
const endOfPartner = (line: Ordered, at: number, words: OrderWords): number =>
  is(words, line.tokens[at], 'partner') ? Math.max(at, endOfPeople(line, at + 1, words)) : at;

/** Where "with a visit to Rome" ends that begins at `at`. */
const endOfAim = (line: Ordered, at: number, words: OrderWords): number => walk(line, at, { words, isEnd: () => false }).to;

/** Where "new direct talks of X and Y" ends that begins at `at`; `at` when it does not. */
function endOfObject(line: Ordered, at: number, words: OrderWords): number {
  let to = at;
  while (to < at + MAX_WORDS && words.isModifier(normOf(line.tokens, to))) to += 1;
  return is(words, line.tokens[to], 'object') ? endOfPeople(line, to + 1, words) : at;
}

function moved(line: Ordered, move: Move | null): Ordered {
  if (move === null || move.from === move.at) return line;
  const { tokens, starts, ends, classes, entities } = line;
  const { from, to, at } = move;
  const inPlace = <T>(list: readonly T[]): T[] => [
    ...list.slice(0, at),
    ...list.slice(from, to),
    ...list.slice(at, from),
    ...list.slice(to),
  ];
  const by = (entity: Entity): number => (entity.from >= to || entity.from < at ? 0 : entity.from >= from ? at - from : to - from);
  return {
    tokens: inPlace(tokens),
    starts: inPlace(starts),
    ends: inPlace(ends),
    classes,
    entities: entities
      .map((entity) => ({ ...entity, from: entity.from + by(entity), to: entity.to + by(entity) }))
      .sort((a, b) => a.from - b.from),
  };
}
