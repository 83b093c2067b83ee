import { denialWordSet } from '../facts/data.ts';
import { NEGATION } from '../sentences/word-classes.ts';
import { lastIndexWhere } from '../words/sequences.ts';
import { isTied, normOf, type Sentence, type Token } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { OPENING_MARKS } from '../words/word-sets.ts';
import { accuserIn, claimantIn, namedBetween, sourceOf } from './denial-claimant.ts';

/** The thing denied: its words, where they stand, and who claimed it. */
export type Claim = {
  readonly text: string;
  readonly claimBy: string | null;
  /** The sentence that states it, and its token range there. */
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
};

const CLAIM_NOUNS = denialWordSet('claimNouns');
const MAX_WORDS = 15;
const MIN_WORDS = 5;
const MIN_ANSWER = 4;
const CLAUSE_END = new Set([';', '.', '!', '?', ':', 'but', 'while', 'although', 'though', 'after', 'as', 'amid', 'saying', 'who']);
const BEFORE_CLAIM = new Set(['that', 'any', 'the', 'a', 'an', 'its', 'all', 'having', ',']);

/** What a verb at `verb` denies: the words after it; when they only point back, the sentence that they point to. */
export function claimAfter(sentence: Sentence, verbEnd: number, earlier: Sentence | null): Claim {
  let from = verbEnd;
  while (BEFORE_CLAIM.has(normOf(sentence.tokens, from))) from += 1;
  const to = clauseEnd(sentence, from);
  return settle(sentence, from, to, earlier);
}

/** What a predicate at `at` denies: the words before it in its clause. */
export function claimBefore(sentence: Sentence, at: number, earlier: Sentence | null): Claim {
  const mark = markBefore(sentence, at);
  if (mark > 0) return claimBefore(sentence, mark, earlier);
  const stated = statedClaim(sentence, at);
  if (stated !== null) return settle(sentence, stated, clauseEnd(sentence, stated), earlier);
  let from = at;
  while (from > 0 && !CLAUSE_END.has(normOf(sentence.tokens, from - 1)) && at - from < MAX_WORDS) from -= 1;
  const said = lastIndexWhere(sentence.tokens, ({ norm }, k) => k > from && k < at - 1 && SAYS.has(norm));
  const start = said < 0 ? from : overArticle(sentence, said + 1);
  return settle(sentence, start, relativeFrom(sentence, start, at) ?? overVerb(sentence, at), earlier);
}

/** "troops fled | , a claim the army", "he fled | , which the army": what is denied ends there. */
function relativeFrom({ tokens }: Sentence, from: number, to: number): number | null {
  const at = lastIndexWhere(
    tokens,
    ({ norm }, k) =>
      k > from && k < to && (norm === ',' || norm === '-') && (normOf(tokens, k + 1) === 'which' || CLAIM_NOUNS.has(normOf(tokens, k + 2))),
  );
  return at < 0 ? null : at;
}

/** "Lima on a report of a coup | : fiction": a verdict behind a colon is on what stands before it. */
function markBefore({ tokens, zone }: Sentence, at: number): number {
  let mark = at;
  while (OPENING_MARKS.has(normOf(tokens, mark - 1))) mark -= 1;
  return zone === 'title' && mark > OPENING && tokens.slice(mark, at).some(({ norm }) => norm === ':') ? mark : -1;
}
/** Tokens of "Lima:": what stands behind them is the title's own claim. */
const OPENING = 3;

/** What somebody says not to be so, and against whom: "no jet was lost, the army said, contrary to what Delhi maintains". */
export function claimNegated(sentence: Sentence, cue: { readonly from: number; readonly to: number }, next: Sentence | undefined): Claim {
  const { tokens } = sentence;
  const negation = tokens.findIndex(({ norm }) => NEGATION.test(norm));
  const said = lastIndexWhere(tokens, ({ norm }, at) => at < negation && SAYS.has(norm));
  const from = said < 0 ? behindColon(sentence, negation) : overArticle(sentence, said + 1);
  const comma = tokens.findIndex(({ norm }, at) => at > negation && norm === ',');
  const to = comma < 0 ? Math.max(cue.from, negation + 1) : comma;
  const end = negation >= cue.from ? (comma < 0 ? tokens.length : comma) : to;
  const claimBy =
    negation >= cue.from && next !== undefined ? sourceOf(next, next.tokens.length) : namedBetween(sentence, cue.from, cue.to);
  return { text: words(sentence, from, end), claimBy, sentence, from, to: end };
}

/** "Lima: | no jet was lost". */
function behindColon({ tokens, zone }: Sentence, negation: number): number {
  const colon = zone === 'title' ? tokens.findIndex(({ norm }) => norm === ':') : -1;
  return colon < negation ? colon + 1 : 0;
}

/** "it had nothing to do with the raid": what is said not to be so stands in and behind the words of the denial. */
export function claimWithin(sentence: Sentence, cue: { readonly from: number; readonly to: number }, earlier: Sentence | null): Claim {
  const before = claimBefore(sentence, cue.from, null);
  if (wordCount(sentence.tokens, before.from, before.to) >= MIN_WORDS) return before;
  const to = Math.max(cue.to, clauseEnd(sentence, cue.to));
  const claimBy = claimantIn(sentence, cue.to, to) ?? (earlier === null ? null : accuserIn(earlier));
  return { text: words(sentence, cue.from, to), claimBy, sentence, from: cue.from, to };
}

const SAYS = wordSet('says said say insists insisted states stated adds added tells told maintains maintained');
const overArticle = (sentence: Sentence, at: number): number => (BEFORE_CLAIM.has(normOf(sentence.tokens, at)) ? at + 1 : at);
/** "the report is | fiction": not the verb before the verdict. */
const overVerb = (sentence: Sentence, at: number): number => (AUXILIARIES.has(normOf(sentence.tokens, at - 1)) ? at - 1 : at);
const AUXILIARIES = wordSet("is are was were has have does do did 's");

/** "addressed allegations that there was a list, saying ...": the claim is what the claim word introduces. */
function statedClaim(sentence: Sentence, before: number): number | null {
  for (let at = 0; at < before - MIN_WORDS; at += 1)
    if (CLAIM_NOUNS.has(normOf(sentence.tokens, at)) && sentence.tokens[at + 1]?.norm === 'that') return at + 2;
  return null;
}

/** "denied the charge and | condemned the raid": the next verb of who denies. */
const GOES_ON = /^(?:sa(?:ys?|id)|condemn|accus|reject|call(?:s|ed)|blam|urg|vow|denounc|insist|claim(?:s|ed)?$|warn|demand|renew|slam)/;

function clauseEnd(sentence: Sentence, from: number): number {
  const { tokens } = sentence;
  let to = from;
  while (to < tokens.length && to - from < MAX_WORDS + 5) {
    const token = tokens[to];
    if (
      token === undefined ||
      CLAUSE_END.has(token.norm) ||
      (token.norm === 'and' && GOES_ON.test(normOf(tokens, to + 1))) ||
      (token.norm === '-' && !isTied(sentence, to))
    )
      break;
    to += 1;
  }
  return to;
}

function settle(sentence: Sentence, from: number, to: number, earlier: Sentence | null): Claim {
  const claimBy = claimantIn(sentence, from, to) ?? sourceOf(sentence, from) ?? (earlier === null ? null : accuserIn(earlier));
  const own = { text: words(sentence, from, to), claimBy, sentence, from, to };
  // "Will they meet? Lima denies drone strike on Quito"
  const least = earlier?.text.endsWith('?') === true ? MIN_ANSWER : MIN_WORDS;
  if (wordCount(sentence.tokens, from, to) >= least || earlier === null || isClause(sentence, from, to)) return own;
  const start = statedClaim(earlier, earlier.tokens.length) ?? 0;
  const end = clauseEnd(earlier, start);
  return {
    text: words(earlier, start, end),
    claimBy: claimBy ?? claimantIn(earlier, start, end) ?? sourceOf(earlier, earlier.tokens.length),
    sentence: earlier,
    from: start,
    to: end,
  };
}

/** "Iran has shut strait", "arming rebels there", "reports of a coup": says what it is about, however short. */
function isClause({ tokens }: Sentence, from: number, to: number): boolean {
  if (
    to - from > 2 &&
    (normOf(tokens, from).endsWith('ing') || (CLAIM_NOUNS.has(normOf(tokens, from)) && CLAIM_LEADS.has(normOf(tokens, from + 1))))
  )
    return true;
  for (let at = from + 1; at < to - 1; at += 1) if (AUXILIARIES.has(normOf(tokens, at))) return true;
  return false;
}

/** What leads from "report", "talk" to the thing told. */
export const CLAIM_LEADS = wordSet('of that about');

function wordCount(tokens: readonly Token[], from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (tokens[at]?.kind === 'word' && !CLAIM_NOUNS.has(normOf(tokens, at))) count += 1;
  return count;
}

function words(sentence: Sentence, from: number, to: number): string {
  let end = from;
  let count = 0;
  while (end < to && count < MAX_WORDS) {
    if (sentence.tokens[end]?.kind !== 'mark') count += 1;
    end += 1;
  }
  const start = sentence.starts[from] ?? 0;
  return sentence.text
    .slice(start, sentence.ends[end - 1] ?? start)
    .replace(/^["',\s]+|[\s",;:]+$/g, '')
    .trim();
}
