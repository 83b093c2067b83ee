import type { Status } from '../codebook/coded-item.ts';
import { DONE_OR_SET, OFF } from '../codebook/status-kinds.ts';
import { isPerson } from '../entities/actors.ts';
import type { Frame } from '../frames/frames.ts';
import { governingPreposition, phraseStart } from '../nuclei/phrase.ts';
import type { Chain } from '../operators/governing.ts';
import type { Operator } from '../operators/operators.ts';
import { PARTY_BODIES } from '../parties/multilateral.ts';
import { type Entity, normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { DOMESTIC_WORDS } from '../words/word-sets.ts';
import type { Settled } from './settled.ts';
import { FOLLOWED } from './time-before.ts';

/**
 * "US eases sanctions, citing progress in talks", "Canada offers the US concessions in trade negotiations": talks of which nothing says
 * whose they are, in an item whose headline and first sentence name two states and no third. The envoys of both hold them.
 */
export function standingTalks(frame: Frame, sentences: readonly Sentence[]): Settled | null {
  const { nucleus, args, scan } = frame;
  const { sentence } = scan;
  if (nucleus.row.id !== 'talks' || !TALKS.has(normOf(sentence.tokens, nucleus.to - 1)) || args.hasDomesticObject) return null;
  if (isWithOthers(frame) || isOfOwnAffairs(frame) || isOfCompany(frame) || isSpeaking(frame)) return null;
  const status = statusOf(frame);
  if (status === null) return null;
  const two = onlyTwo(frame, sentences);
  if (two.length !== 2) return null;
  const parties = two.map(({ country }) => country ?? 'XX').sort();
  if (args.core.some(({ country }) => country !== null && !parties.includes(country))) return null;
  const sides = { parties, leaders: [], level: 'envoy' as const, named: two };
  return {
    frame: { ...frame, status, isConditional: frame.isConditional && !DONE_OR_SET.has(status) },
    sides,
    topic: null,
    summit: null,
    isBeside: false,
    isStanding: true,
  };
}
const TALKS = wordSet('talks negotiations');

/** Of a pair of which more is told elsewhere they say nothing new. */
export const withoutTold = (settled: readonly Settled[], told: readonly Settled[]): readonly Settled[] =>
  settled.filter(
    (one) => one.isStanding !== true || !told.some(({ sides }) => one.sides.parties.every((party) => sides.parties.includes(party))),
  );

/** "talks with the unions"; "with the bloc" stands for a side that is named. */
const isWithOthers = ({ nucleus: { to }, args, scan: { sentence } }: Frame): boolean =>
  NAMES_OTHERS.has(normOf(sentence.tokens, to)) &&
  (!args.hasRight || args.core.some(({ kind }) => kind === 'movement')) &&
  !STANDS_FOR.has(normOf(sentence.tokens, to + 2));
const NAMES_OTHERS = wordSet('with between among');
const STANDS_FOR = wordSet('bloc country nation regime');

/** "Guyana, Exxon in talks": who is in them is named, and no state. */
function isOfCompany({ nucleus: { from }, scan: { sentence } }: Frame): boolean {
  if (normOf(sentence.tokens, from - 1) !== 'in') return false;
  const who = sentence.tokens[from - 2];
  return who?.isCapital === true && !sentence.entities.some(({ to }) => to === from - 1);
}

/** "Trump talks North Korea": a verb. */
const isSpeaking = ({ nucleus: { from, to }, scan: { sentence } }: Frame): boolean =>
  sentence.entities.some((one) => one.to === from && isPerson(one)) && sentence.entities.some((one) => one.from === to);

/** "coalition talks", "Brexit negotiations" within a text: their own matter is named. */
function isOfOwnAffairs({ nucleus, scan: { sentence } }: Frame): boolean {
  const { tokens, zone, entities } = sentence;
  for (let at = phraseStart(sentence, nucleus); at < nucleus.to + MAX_PARTNER; at += 1) {
    const norm = normOf(tokens, at);
    const isFree = !entities.some(({ from, to }) => from <= at && at < to);
    if (isFree && (OWN.has(norm) || DOMESTIC_WORDS.has(norm))) return true;
    const isName = at > 0 && at < nucleus.from && zone === 'text' && tokens[at]?.isCapital === true && normOf(tokens, at + 1) !== '-';
    if (isFree && isName) return true;
  }
  return entities.some(({ to, via, kind }) => to === nucleus.from && kind === 'country' && via === 'metonym');
}
const MAX_PARTNER = 5;
const OWN = wordSet(
  'brexit coalition merger takeover wage pay contract contracts budget salary debt transfer salvage rescue bailout sale licensing internal intra cabinet party past former climate',
);

/** What is said right beside the talks; what is said of the rest of the sentence is not said of them. Null: they are only wished for, or another's. */
function statusOf({ scan: { sentence }, nucleus, chain, status }: Frame): Status | null {
  const { tokens } = sentence;
  const start = phraseStart(sentence, nucleus);
  const lead = governingPreposition(sentence, nucleus);
  const led = normOf(tokens, (lead?.at ?? 0) - 1);
  if (ORDERS.has(normOf(tokens, start - 1)) || ORDERS.has(normOf(tokens, nucleus.from - 1))) return 'proposed';
  if (lead?.norm === 'to' && OPEN.has(led)) return 'willing';
  if (lead?.norm === 'for' && !MOMENT.has(led)) return null;
  if (lead?.norm === 'during' && normOf(tokens, nucleus.from - 1) === 'the') return null;
  if (isOver(tokens, nucleus.to) || isPast(sentence, start, nucleus.from)) return 'held';
  const near = linkedOf(tokens, { start, to: nucleus.to, chain });
  const isAfterSpan = lead?.norm === 'of' && SPANS.has(led);
  if (near.some(({ from }) => from < nucleus.from && HOLDS.test(normOf(tokens, from)))) return null;
  if (isAfterSpan && chain.some(isAfter)) return 'held';
  if (near.length > 0 && near.length === chain.length && !DONE_OR_SET.has(status))
    return OFF.has(status) && chain.some(({ row }) => THREATENS.has(row.effect)) ? 'underway' : status;
  if (near.some(isAfter)) return 'held';
  if (near.some(({ row }) => row.effect === 'presuppose-future')) return 'scheduled';
  const isSet = near.some(
    ({ row, from }) => SETS.has(row.effect) && (from >= nucleus.to || near.some((one) => BEGINS.has(one.row.effect))),
  );
  return status === 'scheduled' && isSet ? status : 'underway';
}

const isAfter = ({ row }: Operator): boolean => row.effect === 'presuppose-past';
const HOLDS = /^(?:hold|held|host)/;

/** The words before the talks that lead up to them without a gap, and those right behind them. */
function linkedOf(
  tokens: Sentence['tokens'],
  { start, to, chain }: { readonly start: number; readonly to: number; readonly chain: Chain },
): Chain {
  let next = start + 1;
  const behind = MEDIATES.has(normOf(tokens, to)) ? to + 3 : to;
  return chain.filter((operator) => {
    if (operator.from >= to) return operator.from <= behind + 2;
    if (operator.to < next - 2 || normOf(tokens, operator.to) === '-') return false;
    next = Math.min(next, operator.from);
    return true;
  });
}
const ORDERS = wordSet('order orders ordered');
const OPEN = wordSet('door open openness doors');
const THREATENS: ReadonlySet<string> = new Set(['future', 'infinitive', 'possible']);
const BEGINS: ReadonlySet<string> = new Set(['begin', 'hold', 'occur']);
const SPANS = wordSet('days weeks months years hours rounds');
const MOMENT = wordSet('time moment point week day');
const SETS: ReadonlySet<string> = new Set(['schedule', 'future', 'infinitive', 'plan', 'announce']);
/** "the pact follows negotiations in Oslo", "as she returned from trade talks". */
function isPast({ tokens }: Sentence, start: number, end: number): boolean {
  if (normOf(tokens, start - 1) === 'from' && BACK.has(normOf(tokens, start - 2))) return true;
  for (let at = start - 1; at < end; at += 1) if (FOLLOWED.has(normOf(tokens, at))) return true;
  return false;
}
const BACK = wordSet('return returns returned returning back home came emerged fresh');
/** "talks failed", "negotiations, which ended without a deal", "talks resulted in". */
const isOver = (tokens: Sentence['tokens'], to: number): boolean =>
  OVER.has(normOf(tokens, normOf(tokens, to) === ',' && normOf(tokens, to + 1) === 'which' ? to + 2 : to));
const OVER = wordSet('ended failed resulted produced yielded collapsed concluded led brought');

/** The states of the headline, of the first sentence and of the one that speaks of the talks. */
function onlyTwo({ scan, nucleus }: Frame, [title, first]: readonly Sentence[]): readonly Entity[] {
  const found: Entity[] = [];
  for (const sentence of [scan.sentence, title, first]) {
    if (sentence === undefined) continue;
    const venue = sentence === scan.sentence && normOf(sentence.tokens, nucleus.to) === 'in' ? nucleus.to + 1 : -1;
    for (const entity of sentence.entities)
      if (entity.from !== venue && isState(sentence, entity) && !found.some(({ country }) => country === entity.country))
        found.push(entity);
  }
  return found;
}

/** A town where something is, a mediator and somebody who has left office are no sides. */
function isState({ tokens }: Sentence, { kind, country, via, from, to, isFormer }: Entity): boolean {
  if (country === null || country === 'XX' || isFormer || !SIDES.has(kind) || (country.length > 2 && !PARTY_BODIES.has(country)))
    return false;
  const lead = normOf(tokens, from - 1);
  if (NAMES_PLACE_OR_PAPER.has(normOf(tokens, to))) return false;
  if (kind === 'country' && via === 'metonym' && VENUE.has(lead)) return false;
  if (lead === 'from' && BACK.has(normOf(tokens, from - 2))) return false;
  if (lead === ',' && tokens[from - 2]?.isCapital === true && VENUE.has(normOf(tokens, from - 3))) return false;
  if (normOf(tokens, to) === '-' && MEDIATES.has(normOf(tokens, to + 1))) return false;
  return !(lead === 'by' && MEDIATES.has(normOf(tokens, from - 2)));
}
const SIDES = wordSet('person office country metonym body demonym movement');
const NAMES_PLACE_OR_PAPER = wordSet('capital media press newspaper newspapers daily television');
const VENUE = wordSet('in at near from');
const MEDIATES = wordSet('brokered mediated hosted led sponsored facilitated');
