import { isPersonOfState } from '../entities/actors.ts';
import { findSpeech, type Speech } from '../entities/attribution.ts';
import { type Group, groupParties } from '../entities/groups.ts';
import { findNuclei, type Nucleus } from '../nuclei/nuclei.ts';
import { type Clause, splitClauses } from '../sentences/clauses.ts';
import { classesOfAll, hasWordOf, MARGINS, SUGGESTS, WORD_CLASS } from '../sentences/word-classes.ts';
import { flatten } from '../words/sequences.ts';
import { type Entity, normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES, VENUE_CAPITALS } from '../words/word-sets.ts';
import { isBystander } from './bystanders.ts';
import { type Echo, findEchoes } from './echoes.ts';
import { attachOperators, type Chain } from './governing.ts';
import { findOperators, type Operator } from './operators.ts';

/** Everything that was marked in one sentence, before it is read as contacts. */
export type Scan = {
  readonly sentence: Sentence;
  readonly clauses: readonly Clause[];
  readonly nuclei: readonly Nucleus[];
  readonly operators: readonly Operator[];
  /** Operators of each nucleus, innermost first. */
  readonly chains: readonly Chain[];
  /** Clauses without a nucleus that say more about one. */
  readonly echoes: readonly Echo[];
  readonly groups: readonly Group[];
  readonly speech: Speech;
  /** Whether any word can belong to a date. */
  readonly hasDate: boolean;
};

/** Longer ones are no sentences: what is never closed would cost the square of its length. */
const MAX_TOKENS = 250;

/** Sentences as they are, but for those that are too long. */
export const divideSentences = (sentences: readonly Sentence[]): readonly Sentence[] =>
  sentences.some((sentence) => sentence.tokens.length > MAX_TOKENS) ? flatten(sentences, divideSentence) : sentences;

/** A sentence in pieces that can be read at bounded cost; offsets stay those of the whole. */
function divideSentence(sentence: Sentence): readonly Sentence[] {
  if (sentence.tokens.length <= MAX_TOKENS) return [sentence];
  const pieces: Sentence[] = [];
  let next = 0;
  for (let from = 0; from < sentence.tokens.length; from += MAX_TOKENS) {
    const to = from + MAX_TOKENS;
    const entities: Entity[] = [];
    for (; next < sentence.entities.length; next += 1) {
      const entity = sentence.entities[next];
      if (entity === undefined || entity.from >= to) break;
      if (entity.to <= to) entities.push({ ...entity, from: entity.from - from, to: entity.to - from });
    }
    const [tokens, starts, ends] = [sentence.tokens.slice(from, to), sentence.starts.slice(from, to), sentence.ends.slice(from, to)];
    pieces.push({ ...sentence, tokens, starts, ends, classes: classesOfAll(tokens), entities });
  }
  return pieces;
}

/** "postpone the Budapest summit": a capital that others meet in and that seldom stands for its state is no side. */
function isVenue(
  { tokens, entities }: Sentence,
  nuclei: readonly Nucleus[],
  { members, from, to, isPossessive, preposition }: Group,
): boolean {
  if (members.length > 1 && preposition !== null && isBorder(tokens, to)) return true;
  if (members.length !== 1 || isPossessive) return false;
  if (members[0]?.kind === 'country' && isSummitThere(tokens, entities, { at: to, country: members[0].country })) return true;
  const of = ARTICLES.has(normOf(tokens, from - 1)) ? from - 2 : from - 1;
  const isMeanwhile = MARGINS.has(normOf(tokens, of - 1)) && normOf(tokens, of) === 'of';
  if (isMeanwhile && (members[0]?.kind === 'body' || members[0]?.via === 'metonym')) return true;
  if (members[0]?.via !== 'metonym') return false;
  const isSuggested = SUGGESTS.test(normOf(tokens, from - 1)) && FOR_OR_AS.has(normOf(tokens, to));
  const isOffered = tokens[to]?.norm === 'as' && tokens.slice(to + 1, to + 5).some(({ norm }) => VENUE.has(norm));
  const isHost = tokens.slice(to, to + 4).some(({ norm }) => norm === 'host') && nuclei.some((nucleus) => nucleus.from > to);
  if (isSuggested || isOffered || (isHost && nuclei.every(({ row }) => row.isHosting !== true))) return true;
  if (
    normOf(tokens, from - 1) === 'the' &&
    normOf(tokens, to + 1) !== 'with' &&
    nuclei.some(({ row, from: at }) => at === to && row.id === 'talks')
  )
    return true;
  if (!VENUE_CAPITALS.has(normOf(tokens, to - 1))) return false;
  return nuclei.some(({ row, from: at }) => at === to && (row.id === 'summit' || (row.id === 'talks' && areTwoBefore(entities, from))));
}
const FOR_OR_AS = wordSet('for as');
/** "Trump scraps Singapore summit with Kim", "Trump, Kim sign paper at Singapore summit": a third state, where those of others meet. */
function isSummitThere(
  tokens: Sentence['tokens'],
  entities: readonly Entity[],
  here: { readonly at: number; readonly country: string | null },
): boolean {
  const noun = normOf(tokens, here.at);
  if (noun !== 'summit' && !(VENUE_CAPITALS.has(normOf(tokens, here.at - 1)) && SITTINGS.has(noun))) return false;
  const isOther = (one: Entity): boolean => isPersonOfState(one) && one.country !== here.country;
  const isGuest = ({ from, to }: Entity): boolean => to < here.at || (from <= here.at + 4 && normOf(tokens, here.at + 1) === 'with');
  const others = entities.filter((one) => isOther(one) && isGuest(one));
  return others.some(({ country }) => country !== others[0]?.country);
}
/** "Russia and Ukraine swap prisoners after Abu Dhabi talks": who meets there is named first. */
const areTwoBefore = (entities: readonly Entity[], at: number): boolean => {
  const first = entities.find(({ kind }) => kind === 'country');
  return (
    first !== undefined &&
    entities.some(({ kind, to, from, country }) => kind === 'country' && to < at && country !== first.country && from - first.to === 1)
  );
};
const SITTINGS = wordSet('meeting round session');
/** "a town on the U.S.-Mexican border"; "border talks" are of both. */
const isBorder = (tokens: Sentence['tokens'], at: number): boolean =>
  BORDER.has(normOf(tokens, at)) && !BORDER_TALKS.has(normOf(tokens, at + 1));
const VENUE = wordSet('venue site location place host setting ground stage');
const BORDER = wordSet('border frontier boundary');
const BORDER_TALKS = wordSet('talks negotiations meeting summit dispute');

/**
 * What is marked in the sentences that name a contact, in their order; one without a contact costs next to nothing. Step by step for all of
 * them: an article is read faster when each step stays at hand until it is through.
 */
export function scanSentences(all: readonly Sentence[]): readonly Scan[] {
  const told = all.map((sentence) => ({ sentence, nuclei: findNuclei(sentence) })).filter(({ nuclei }) => nuclei.length > 0);
  const operators = told.map(({ sentence, nuclei }) => findOperators(sentence, nuclei));
  const clauses = told.map(({ sentence }) => splitClauses(sentence));
  const groups = told.map(({ sentence, nuclei }) =>
    groupParties(sentence).filter((group) => !isVenue(sentence, nuclei, group) && !isBystander(sentence, nuclei, group)),
  );
  const chains = told.map(({ sentence, nuclei }, k) => attachOperators(sentence, clauses[k] ?? [], nuclei, operators[k] ?? []));
  const echoes = told.map(({ sentence, nuclei }, k) => findEchoes(sentence, clauses[k] ?? [], nuclei, operators[k] ?? []));
  return told.map(({ sentence, nuclei }, k) => ({
    sentence,
    clauses: clauses[k] ?? [],
    nuclei,
    operators: operators[k] ?? [],
    chains: chains[k] ?? [],
    echoes: echoes[k] ?? [],
    groups: groups[k] ?? [],
    speech: findSpeech(sentence, groups[k] ?? []),
    hasDate: hasWordOf(sentence, WORD_CLASS.date),
  }));
}

/** The same for one sentence; null when it names no contact. */
export const scanSentence = (sentence: Sentence): Scan | null => scanSentences([sentence])[0] ?? null;
