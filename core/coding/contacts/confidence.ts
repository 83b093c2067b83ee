import type { Status } from '../codebook/coded-item.ts';
import { CALIBRATION } from '../facts/data.ts';
import type { Frame } from '../frames/frames.ts';
import type { Sides } from '../parties/sides.ts';
import type { Topic } from '../parties/topic.ts';

/** What speaks for or against a reading, by name; each 0 or 1 but where said. The names are the keys of data/calibration.json. */
export type ConfidenceSigns = Readonly<Record<string, number>>;

const COMPOSED: ReadonlySet<string> = new Set(['negate', 'wont', 'unable']);
const UNSURE: ReadonlySet<Status> = new Set(['underway', 'postponed', 'possible', 'premature', 'agreed']);

/** Signs that a reader of the reasons can follow. */
export function signsOf(frame: Frame, sides: Sides, topic: Topic | null): ConfidenceSigns {
  const { chain, nucleus, args, status, scan, state } = frame;
  const core = new Set(args.core.map((entity) => entity.country));
  return {
    inTitle: Number(scan.sentence.zone === 'title'),
    bareNoun: Number(nucleus.row.kind === 'noun' && chain.length === 0),
    verb: Number(nucleus.row.kind === 'verb'),
    during: Number(state === 'during'),
    oneOperator: Number(chain.length === 1),
    manyOperators: Number(chain.length > 2),
    negated: Number(chain.some((operator) => COMPOSED.has(operator.row.effect))),
    sidesInPhrase: Number(core.size >= 2),
    sideFromTopic: Number(topic !== null && core.size === 0),
    unnamedSide: Number(sides.parties.includes('XX')),
    manyParties: Number(sides.parties.length > 2),
    twoLeaders: Number(sides.leaders.length >= 2),
    noLeader: Number(sides.leaders.length === 0),
    leaderLevel: Number(sides.level === 'leader'),
    envoyLevel: Number(sides.level === 'envoy'),
    travel: Number(nucleus.row.isTravel === true),
    talks: Number(nucleus.row.form === 'talks'),
    summit: Number(nucleus.row.id === 'summit'),
    unsureStatus: Number(UNSURE.has(status)),
    held: Number(status === 'held'),
    scheduled: Number(status === 'scheduled'),
    longSentence: Number(scan.sentence.tokens.length > 30),
    manyNuclei: Number(scan.nuclei.length > 2),
    doubtfulName: Number([...args.core, ...args.subject].some((entity) => entity.confidence < 0.8)),
  };
}

/** 0..1: how likely parties and status are both right, by the weights of data/calibration.json. */
export function confidenceOf(signs: ConfidenceSigns): number {
  let score = CALIBRATION.bias;
  for (const name in signs) score += (CALIBRATION.weights[name] ?? 0) * (signs[name] ?? 0);
  const chance = 1 / (1 + Math.exp(-score));
  return Math.round(Math.min(0.98, Math.max(0.05, chance)) * 1000) / 1000;
}
