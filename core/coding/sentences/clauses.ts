import { MONTHS, WEEKDAYS } from '../words/calendar.ts';
import { isBetweenSpaces, normOf, type Sentence } from '../words/text.ts';
import { verbFormOf } from '../words/verb-forms.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES, BOUNDARIES, isPreposition, OPENING_MARKS, PRONOUNS, QUOTES } from '../words/word-sets.ts';
import { isOnlySpanBefore } from './opening.ts';
import { isOfClass, WORD_CLASS } from './word-classes.ts';

/** `resumed`: what goes on behind a relative clause ("a summit, which was due on Friday, | has been put off"). */
export type ClauseKind = 'resumed' | 'main' | 'if' | 'unless' | 'time' | 'contrast' | 'reason' | 'relative' | 'mark' | 'dash';
/** A stretch of tokens in which operators reach their nuclei. `from` is the word that opens it. */
export type Clause = { readonly kind: ClauseKind; readonly from: number; readonly to: number };

const KINDS: Readonly<Record<string, ClauseKind>> = {
  if: 'if',
  unless: 'unless',
  time: 'time',
  contrast: 'contrast',
  reason: 'reason',
  relative: 'relative',
  mark: 'mark',
  dash: 'dash',
};

/** "Tusk, who met Merz, is ...", "..., told reporters": a verb behind the comma goes on with the main clause. */
const resumes = ({ tokens }: Sentence, from: number, at: number): boolean => {
  const next = normOf(tokens, at + 1);
  if (RESUMES.has(next)) return true;
  if (tokens[from]?.norm !== 'who' || normOf(tokens, from - 1) !== ',' || tokens[at + 1]?.isCapital === true) return false;
  return verbFormOf(next) === 'past' || (/^[a-z]{3,}[^s]s$/.test(next) && !IN_LIST.has(tokens[at + 2]?.norm ?? ','));
};
const RESUMES = wordSet("has have had is are was were will would could may might must can cannot did does won't isn't wasn't hasn't");
const IN_LIST = wordSet(', and or of');

/** "a visit which had been set for May | was cancelled": one relative clause has one finite auxiliary; nobody named stands before the second. */
const isSecondVerb = ({ tokens, entities }: Sentence, from: number, at: number): boolean =>
  FINITE.has(normOf(tokens, at)) &&
  tokens[from]?.norm === 'which' &&
  normOf(tokens, from - 1) !== ',' &&
  at - from > 3 &&
  !GOES_ON.has(normOf(tokens, at - 1)) &&
  !PRONOUNS.has(normOf(tokens, at - 1)) &&
  tokens.slice(from, at - 1).some(({ norm }) => FINITE.has(norm)) &&
  !tokens.slice(from, at).some(({ norm }) => norm === 'said' || norm === 'says' || norm === 'that') &&
  (WEEKDAYS.has(normOf(tokens, at - 1)) ||
    MONTHS.has(normOf(tokens, at - 1)) ||
    !entities.some(({ to, kind }) => to === at && kind === 'person'));
const GOES_ON = wordSet('and or but that , " not');
const FINITE = wordSet('was were has had will is are would');

/** Cuts a sentence at strong boundaries only (; : - but while if after when who ...), never at "and" or inside a name. */
export function splitClauses(sentence: Sentence): readonly Clause[] {
  const inside = insideEntities(sentence);
  const clauses: Clause[] = [];
  let from = 0;
  let kind: ClauseKind = 'main';
  sentence.tokens.forEach((token, at) => {
    if (token.norm === ',' && kind !== 'main' && isOnlySpanBefore(sentence, from) && endsOpening(sentence, at)) {
      clauses.push({ kind, from, to: at });
      from = at + 1;
      kind = 'main';
      return;
    }
    if (token.norm === ',' && kind === 'relative' && resumes(sentence, from, at)) {
      clauses.push({ kind, from, to: at });
      from = at + 1;
      kind = 'resumed';
      return;
    }
    if (kind === 'relative' && isSecondVerb(sentence, from, at)) {
      clauses.push({ kind, from, to: at });
      from = at;
      kind = 'resumed';
      return;
    }
    // a mark may be another one than it was written as: a colon for the question mark of "A call? Lima expects none"
    const mayOpen = token.kind === 'mark' || isOfClass(token, WORD_CLASS.boundary);
    const boundary = mayOpen ? BOUNDARIES.get(token.norm) : undefined;
    if (boundary === undefined) return;
    const next = KINDS[boundary];
    if (next === undefined || inside.has(at) || !opensClause(sentence, at, next)) return;
    if (at > from) clauses.push({ kind, from, to: at });
    from = at;
    kind = next;
  });
  clauses.push({ kind, from, to: sentence.tokens.length });
  return clauses;
}

/** "If invited, Putin will come": the comma after an opening clause, when somebody follows who does something. */
function endsOpening({ tokens, entities }: Sentence, at: number): boolean {
  const next = normOf(tokens, at + 1);
  const skip = ARTICLES.has(next) ? 2 : 1;
  const actor = entities.find((entity) => entity.from === at + skip);
  if (actor === undefined) return PRONOUNS.has(next) || I_OR_WE.test(next);
  const joint = tokens[actor.to]?.norm ?? ',';
  return !JOINS.has(joint) || ((joint === 'and' || joint === '&') && isSecondActor({ tokens, entities }, actor.to + 1));
}
const I_OR_WE = /^(?:i|we)(?:'d|'ll)?$/;
/** "A week after Lima, | Putin and Macron speak": both act; not "after talks with Merz, Putin and Macron, | Modi said". */
const isSecondActor = ({ tokens, entities }: Pick<Sentence, 'tokens' | 'entities'>, at: number): boolean => {
  const second = entities.find((entity) => entity.from === at);
  const next = second && tokens[second.to];
  if (next === undefined || next.isCapital || next.kind !== 'word') return false;
  return FINITE.has(next.norm) || !(JOINS.has(next.norm) || isPreposition(next.norm) || BOUNDARIES.has(next.norm));
};
const JOINS = wordSet(', and or &');

function insideEntities(sentence: Sentence): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const entity of sentence.entities) for (let at = entity.from; at < entity.to; at += 1) inside.add(at);
  return inside;
}

/** "-" divides only with spaces around it; "ahead" only before "of"; "as" not in "as early as", "as saying", "such as". */
function opensClause(sentence: Sentence, at: number, kind: ClauseKind): boolean {
  const { tokens } = sentence;
  const token = tokens[at];
  const behind = normOf(tokens, at + 1);
  const next = QUOTES.has(behind) ? normOf(tokens, at + 2) : behind;
  const last = normOf(tokens, at - 1);
  if (token === undefined) return false;
  if (INVERTED.has(token.norm)) return isInverted(sentence, at);
  if (kind === 'dash') return isBetweenSpaces(sentence, at);
  if (token.norm === 'ahead') return next === 'of';
  if (token.norm === 'so') return last === ',';
  if (token.norm === 'once') return !BEFORE_ONCE.has(last) && next !== 'more' && next !== 'again';
  if (token.norm === 'if' && last === 'asked') return false;
  if (token.norm === 'yet') return at === 0 || last === ',';
  if ((token.norm === 'when' || token.norm === 'where') && IS_ASKED.has(last)) return false;
  if (token.norm === 'before' || token.norm === 'after' || token.norm === 'since')
    return !isBeforeDay(tokens, ARTICLES.has(next) ? at + 2 : at + 1);
  if (token.norm === 'as')
    return !AFTER_AS.has(next) && last !== 'such' && last !== 'well' && tokens[at - 2]?.norm !== 'same' && last !== 'as';
  return true;
}
const BEFORE_ONCE = wordSet('than at for just');
const AFTER_AS = wordSet('as of well far soon early long part a an saying many much venue host site mediator planned scheduled');

const INVERTED = wordSet('should were had');
/** "Should Putin agree, ...", "..., should there be a truce": a condition without "if", and no question. */
function isInverted({ tokens, entities, text }: Sentence, at: number): boolean {
  const before = tokens[at - 1]?.norm ?? ':';
  if (text.endsWith('?')) return false;
  if (!CLAUSE_STARTS.has(before)) return isBehindModal(tokens, entities, at);
  const next = normOf(tokens, at + 1);
  if (PRONOUNS.has(next) || next === 'there') return true;
  const isFirst = OPENING_MARKS.has(before);
  if (tokens[at]?.norm !== 'should' && !isFirst) return false;
  return ARTICLES.has(next) || SUBJECT.has(next) || entities.some(({ from }) => from === at + 1);
}
const CLAUSE_STARTS = wordSet(', : ; " \' - and but');
/** "could visit Ankara should Assad agree": a second modal, and whoever it stands before does something. */
function isBehindModal(tokens: Sentence['tokens'], entities: Sentence['entities'], at: number): boolean {
  if (tokens[at]?.norm !== 'should' || !tokens.some(({ norm }, k) => k < at && MODALS.has(norm))) return false;
  const actor = entities.find(({ from }) => from === at + 1);
  const next = normOf(tokens, actor?.to ?? at + 2);
  return (actor !== undefined || PRONOUNS.has(normOf(tokens, at + 1))) && verbFormOf(next) === 'base' && /^[a-z]/.test(next);
}
const MODALS = wordSet('would could will may might');
const SUBJECT = wordSet('these those this that his her its their both all no talks peace');

/** "work out where they meet", "settle when and where": a question within the sentence. */
const IS_ASKED = wordSet('out over about on settle settled fix discuss decide deciding of when');

/** "before Christmas", "after Monday": a day by itself is no clause; "before Friday's vote" may be one. */
function isBeforeDay(tokens: Sentence['tokens'], at: number): boolean {
  const norm = normOf(tokens, at);
  const next = tokens[at + 1];
  if (!WEEKDAYS.has(norm) && !MONTHS.has(norm) && !FEASTS.has(norm)) return false;
  return next === undefined || next.kind === 'mark' ? next?.norm !== "'s" : isPreposition(next.norm) || JUDGES.test(next.norm);
}
const FEASTS = wordSet('christmas easter ramadan eid passover thanksgiving midsummer carnival diwali noon midnight');
/** What a headline says of the contact without a verb. */
const JUDGES =
  /^(?:[a-z]+[ai]ble|possible|likely|unlikely|not|is|are|was|were|has|had|may|might|could|will|would|ruled|[a-z]+ed|off|on|out)$/;
