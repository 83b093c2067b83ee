import { isOnlySpanBefore } from '../sentences/opening.ts';
import { lastIndexWhere } from '../words/sequences.ts';
import { type Entity, isTied, normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { ADVERBS, ARTICLES, BOUNDARIES, isPreposition } from '../words/word-sets.ts';

/** Entities that stand together as one side: "Putin and Biden", "the presidents of Russia and Turkey". */
export type Group = {
  readonly from: number;
  readonly to: number;
  readonly members: readonly Entity[];
  /** The preposition that governs it ("with", "in", "on"), or null for a subject, an object or part of a compound. */
  readonly preposition: string | null;
  /** Followed by "'s": it owns what comes next. */
  readonly isPossessive: boolean;
};

/** "with nearly 30 foreign leaders", "between some dozen countries". */
const COUNTED = /^(?:nearly|almost|some|dozens?|scores|\d{1,3}|three|four|five|six|seven|eight|nine|ten)$/;
const PARTY_KINDS: ReadonlySet<string> = new Set([
  'person',
  'office',
  'country',
  'metonym',
  'body',
  'group',
  'movement',
  'aide',
  'demonym',
  'spokesperson',
]);
/** "with regional rival X", "with old foe Y": what a name is called right before it. */
const APPOSED = wordSet(
  'regional arch bitter sworn old longtime long-time close fellow neighbouring neighboring nuclear-armed arch-rival arch-foe rival foe enemy ally partner neighbour neighbor friend archrival',
);
/** "and exiled leader Y": what a name is called within a list. */
const DESCRIBED = wordSet('exiled outgoing incoming interim acting newly new elected embattled fellow former deposed current then');
const JOINTS = new Set(['and', '&', ',', '-', '/', '+']);

/** The sides that a sentence names, in order. */
export function groupParties(sentence: Sentence): readonly Group[] {
  const parties = sentence.entities.filter((entity) => PARTY_KINDS.has(entity.kind) && !isOfPaper(sentence, entity));
  const groups: Group[] = [];
  for (let k = 0; k < parties.length; ) {
    const run = runFrom(sentence, parties, k);
    groups.push(makeGroup(sentence, run));
    k += run.length;
  }
  return groups;
}

/** "a UN resolution", "an EU report": what a body has written is not the body. */
const isOfPaper = ({ tokens }: Sentence, { kind, from, to }: Entity): boolean =>
  kind === 'body' &&
  (PAPERS.has(normOf(tokens, to)) || (PAPERS_OR_DEEDS.has(normOf(tokens, to)) && BEFORE_PAPER.has(normOf(tokens, from - 1))));
const PAPERS = wordSet('resolution resolutions charter convention arrest warrant warrants ruling verdict verdicts indictment');
/** "The EU sanctions Minsk" is a deed: a paper or a measure stands behind a preposition or "a". */
const PAPERS_OR_DEEDS = wordSet('report reports mandate embargo sanctions');
const BEFORE_PAPER = wordSet('a an of in by over under against with for from on after despite amid to new');

function runFrom(sentence: Sentence, parties: readonly Entity[], first: number): readonly Entity[] {
  const run: Entity[] = [];
  const joints: string[] = [];
  for (let k = first; k < parties.length; k += 1) {
    const entity = parties[k];
    const last = run.at(-1);
    if (entity === undefined) break;
    if (last !== undefined) {
      const joint = jointBetween(sentence, last, entity);
      if (joint === null) break;
      joints.push(joint);
    }
    run.push(entity);
  }
  return run.slice(0, joined(sentence, run, joints));
}

/** A bare comma joins only in a list that ends with "and", or at the start of a headline ("Putin, Biden agree"). */
function joined(sentence: Sentence, run: readonly Entity[], joints: readonly string[]): number {
  const lastAnd = lastIndexWhere(joints, (joint) => joint !== ',');
  const before = normOf(sentence.tokens, (run[0]?.from ?? 1) - 1);
  if (joints.at(-1) === ',' && SAYS.has(normOf(sentence.tokens, run.at(-1)?.to ?? 0)))
    return joined(sentence, run.slice(0, -1), joints.slice(0, -1));
  if (joints.at(-1) === ',' && isSubjectBehindComma(sentence, run)) return run.length - 1;
  if (
    before === 'with' ||
    before === 'between' ||
    before === 'among' ||
    isListOfGuests(sentence, run, before) ||
    isItinerary(sentence, run, before)
  )
    return run.length;
  if (isOpeningPlace(run, before)) return 1;
  const opensTitle =
    sentence.zone === 'title' &&
    !(before === 'for' && run[0]?.kind === 'country') &&
    (run.length === 2 || isOfTwoStates(run) || isOneSort(run)) &&
    ((run[0]?.from ?? 9) <= 1 || CLAUSE_LEADS.has(before));
  if (opensTitle) return run.length;
  if (run.length > 1 && run.every((one) => one.kind === 'office' && one.via === 'title' && one.office === run[0]?.office))
    return run.length;
  const firstComma = joints.indexOf(',');
  if (firstComma < 0) return run.length;
  return lastAnd > firstComma ? lastAnd + 2 : firstComma + 1;
}
/** "In a blow to Ukraine, Trump and Putin agree": what is governed by a preposition, then those who act. */
const isOpeningPlace = (run: readonly Entity[], before: string): boolean =>
  run.length > 2 && isPreposition(before) && run[0]?.kind === 'country' && run.every(({ kind }, k) => k === 0 || kind === 'person');
const CLAUSE_LEADS = wordSet('as while but and says after before when : , ; -');

/** "Afghan Taliban, Pakistan": the first two are one. */
const isOfTwoStates = (run: readonly Entity[]): boolean =>
  run.length === 3 && run[0]?.kind === 'demonym' && run[0].country === run[1]?.country;

/** "France, Germany, Italy set for talks", "Merz, Macron, Meloni meet". */
const isOneSort = (run: readonly Entity[]): boolean =>
  run.every(({ kind }) => kind === run[0]?.kind && (kind === 'country' || kind === 'person'));

/** "During a meeting with Merz, Macron refuses": behind an opening phrase the last name begins the main clause. */
function isSubjectBehindComma(sentence: Sentence, run: readonly Entity[]): boolean {
  const { tokens, zone } = sentence;
  const next = tokens[run.at(-1)?.to ?? 0];
  const at = tokens.findIndex(({ norm }) => BOUNDARIES.get(norm) === 'time');
  const isOpening = isPreposition(normOf(tokens, 0)) || (at >= 0 && isOnlySpanBefore(sentence, at));
  return (
    isOpening && (zone === 'text' || (run[0]?.from ?? 0) > 1) && next?.kind === 'word' && !isPreposition(next.norm) && next.norm !== 'and'
  );
}

/** "talks with Russia, Macron says": the last one speaks. */
const SAYS = wordSet('says say said tells told warns warned adds added confirms announces');

/** "Trump meets Zelensky, European leaders at the White House"; not "Trump meets Putin, Zelensky says". */
const ADDRESSES = wordSet(
  'meets meet met joins join joined hosts host hosted receives receive received calls call phones phone welcomes welcome urges urge urged invites invite invited asks ask asked presses pressed wants brings summons nudges tells offers to from for',
);
function isListOfGuests(sentence: Sentence, run: readonly Entity[], before: string): boolean {
  if (sentence.zone !== 'title' || !ADDRESSES.has(before)) return false;
  if ((before === 'to' || before === 'from' || before === 'for') && run.some(({ kind }) => kind !== 'person')) return false;
  const next = normOf(sentence.tokens, run.at(-1)?.to ?? 0);
  return next === '' || isPreposition(next);
}

/** "visits India, Japan", "a trip to Kenya, Mali because of". */
function isItinerary({ zone, tokens }: Sentence, run: readonly Entity[], before: string): boolean {
  if (zone !== 'title' || !TRAVELS.has(before)) return false;
  const next = normOf(tokens, run.at(-1)?.to ?? 0);
  return run.every(({ kind }) => kind === 'country') && (next === '' || isPreposition(next) || BOUNDARIES.has(next));
}
const TRAVELS = wordSet('to visit visits visited visiting tour tours toured');

function jointBetween(sentence: Sentence, a: Entity, b: Entity): string | null {
  if (a.kind === 'demonym' && a.country === b.country && b.from - a.to <= 3 && isOnePhrase(sentence, a.to, b.from)) return '-';
  let joint: string | null = null;
  for (let at = a.to; at < b.from; at += 1) {
    const norm = normOf(sentence.tokens, at);
    if (JOINTS.has(norm)) joint = norm === ',' && joint !== null ? joint : norm;
    else if ((!ARTICLES.has(norm) || norm === 'any' || norm === 'that') && !(joint !== null && DESCRIBED.has(norm))) return null;
  }
  if (joint === null && b.from === a.to && hasHyphen(sentence, a, b)) return '-';
  if (joint === null && b.from === a.to) return sentence.zone === 'title' && a.kind === 'person' && b.kind === 'person' ? '-' : null;
  return joint;
}

/** "Sino-Indian", "India-Pak": the hyphen is part of one of them. */
const hasHyphen = ({ tokens }: Sentence, a: Entity, b: Entity): boolean =>
  normOf(tokens, a.to - 1) === '-' || normOf(tokens, b.from) === '-';

/** "Russian state TV's", not "American hostages after U.S. envoy". */
const isOnePhrase = ({ tokens }: Sentence, from: number, to: number): boolean =>
  tokens.slice(from, to).every(({ norm }) => !isPreposition(norm) && !BOUNDARIES.has(norm));

function makeGroup(sentence: Sentence, members: readonly Entity[]): Group {
  const from = members[0]?.from ?? 0;
  const to = members.at(-1)?.to ?? from;
  let at = from - 1;
  while (
    at >= 0 &&
    (ARTICLES.has(normOf(sentence.tokens, at)) ||
      APPOSED.has(normOf(sentence.tokens, at)) ||
      COUNTED.test(normOf(sentence.tokens, at)) ||
      (ADVERBS.has(normOf(sentence.tokens, at)) && !isPreposition(normOf(sentence.tokens, at))))
  )
    at -= 1;
  const before = normOf(sentence.tokens, at);
  const isPossessive = sentence.tokens[to]?.norm === "'s" || (sentence.tokens[to]?.norm === "'" && isTied(sentence, to));
  return { from, to, members, preposition: isPreposition(before) ? before : null, isPossessive };
}
