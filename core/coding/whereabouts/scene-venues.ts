import { isReport } from '../entities/attribution.ts';
import { locatives } from '../entities/locatives.ts';
import { clauseOf } from '../frames/arguments.ts';
import type { Frame } from '../frames/frames.ts';
import type { Place } from '../lexicon/cities.ts';
import type { Clause } from '../sentences/clauses.ts';
import type { Entity } from '../words/text.ts';
import { normInFrame as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { INCIDENTS, MARKETS } from '../words/word-sets.ts';

const SCENE = wordSet(
  'tarmac runway table plane planes jet train motorcade flags carpet handshake dinner lunch hotel hall land lands landed touches touched arrives arrived arrival waits waiting stands seated he she they both where attend attends',
);
/** "while in Geneva", "once in Lima". */
const MAX_ELLIPSIS = 5;

/**
 * "Modi's plane on the tarmac in Lima; Macron's jet taxis in for the summit", "while in Geneva, he will also meet Putin", "who is in Geneva for
 * a forum": another part of the sentence tells where those who meet are.
 */
export function sceneVenue(frame: Frame): Place | null {
  const { scan, nucleus } = frame;
  const own = clauseOf(scan, nucleus.from);
  for (const { from, to, place } of locatives(scan.sentence)) {
    const clause = clauseOf(scan, from);
    if (clause.kind === 'relative' && normAt(frame, clause.from) === 'whom') continue;
    if ((place.isState && !isBehindPerson(frame, from)) || (from >= own.from && from < own.to && own.kind !== 'time')) continue;
    if (scan.nuclei.some((other) => other !== nucleus && other.from >= clause.from && other.from < clause.to)) continue;
    if (!isBehindPerson(frame, from) && (isToldThere(frame, { from, to }, clause) || isOfOthers(frame, clause))) continue;
    if ((clause.kind === 'time' && clause.to - clause.from <= MAX_ELLIPSIS) || isOfThem(frame, clause, from)) return place;
  }
  return null;
}

type Stretch = { readonly from: number; readonly to: number };
/** Where somebody speaks, or where something befalls others. */
function isToldThere({ scan }: Frame, { from, to }: Stretch, clause: Clause): boolean {
  const { tokens } = scan.sentence;
  if (isReport(tokens[to]?.norm ?? '')) return true;
  return tokens
    .slice(clause.from, clause.to)
    .some(({ norm }, k) => INCIDENTS.has(norm) || MARKETS.has(norm) || (clause.from + k < from && isReport(norm)));
}

/** "while Kim is in Vladivostok": of somebody who is none of those who meet. */
const isOfOthers = ({ scan, args: { core } }: Frame, { from, to }: Clause): boolean =>
  scan.sentence.entities.some(
    (one) => one.kind === 'person' && one.from >= from && one.to <= to && !core.some((party) => isOfParty(one, party)),
  );

/** The same person, or one of the state or office that meets. */
const isOfParty = (one: Entity, party: Entity): boolean =>
  party.kind === 'person' ? one.surname === party.surname : one.country === party.country;

/** Those who meet are in that part of the sentence, or it sets a scene. */
function isOfThem(frame: Frame, clause: Clause, at: number): boolean {
  const { scan } = frame;
  if (scan.sentence.tokens.slice(clause.from, clause.to).some(({ norm }) => SCENE.has(norm))) return true;
  if (normAt(frame, clause.from) === 'who' && WHO_IS.has(normAt(frame, clause.from + 1))) return true;
  return isBehindPerson(frame, at) || WHILE.has(normAt(frame, clause.from));
}
/** "who is in Geneva for a forum", not "who praised his work in Asia". */
const WHO_IS = wordSet('is are was were has had will came flew travelled traveled flies stayed');
const WHILE = wordSet('while once when during');

/** "Macron in Japan stresses unity; talks trade". */
const isBehindPerson = ({ scan: { sentence } }: Frame, at: number): boolean =>
  sentence.zone === 'title' && sentence.entities.some((entity) => entity.kind === 'person' && entity.to === at - 1);
