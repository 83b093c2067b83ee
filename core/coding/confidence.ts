import type { Status } from './coded-item.ts';
import { CALIBRATION } from './data.ts';
import type { Frame } from './frames.ts';
import type { Topic } from './participants.ts';
import type { Sides } from './sides.ts';

/** What speaks for or against a reading, by name; each 0 or 1 but where said. The names are the keys of data/calibration.json. */
export type ConfidenceSigns = Readonly<Record<string, number>>;

const COMPOSED: ReadonlySet<string> = new Set(['negate', 'wont', 'unable']);
const UNSURE: ReadonlySet<Status> = new Set(['underway', 'postponed', 'possible', 'premature', 'agreed']);

/** Signs that a reader of the reasons can follow. */
export function signsOf(frame: Frame, sides: Sides, topic: Topic | null): ConfidenceSigns {
  const { chain, nucleus, args, status, scan, state } = frame;
  const core = new Set(args.core.map((entity) => entity.country));
  const flag = (is: boolean): number => (is ? 1 : 0);
  return {
    inTitle: flag(scan.sentence.zone === 'title'),
    bareNoun: flag(nucleus.row.kind === 'noun' && chain.length === 0),
    verb: flag(nucleus.row.kind === 'verb'),
    during: flag(state === 'during'),
    oneOperator: flag(chain.length === 1),
    manyOperators: flag(chain.length > 2),
    negated: flag(chain.some((operator) => COMPOSED.has(operator.row.effect))),
    sidesInPhrase: flag(core.size >= 2),
    sideFromTopic: flag(topic !== null && core.size === 0),
    unnamedSide: flag(sides.parties.includes('XX')),
    manyParties: flag(sides.parties.length > 2),
    twoLeaders: flag(sides.leaders.length >= 2),
    noLeader: flag(sides.leaders.length === 0),
    leaderLevel: flag(sides.level === 'leader'),
    envoyLevel: flag(sides.level === 'envoy'),
    travel: flag(nucleus.row.isTravel === true),
    talks: flag(nucleus.row.form === 'talks'),
    summit: flag(nucleus.row.id === 'summit'),
    unsureStatus: flag(UNSURE.has(status)),
    held: flag(status === 'held'),
    scheduled: flag(status === 'scheduled'),
    longSentence: flag(scan.sentence.tokens.length > 30),
    manyNuclei: flag(scan.nuclei.length > 2),
    doubtfulName: flag([...args.core, ...args.subject].some((entity) => entity.confidence < 0.8)),
  };
}

/** 0..1: how likely parties and status are both right, by the weights of data/calibration.json. */
export function confidenceOf(signs: ConfidenceSigns): number {
  let score = CALIBRATION.bias;
  for (const [name, value] of Object.entries(signs)) score += (CALIBRATION.weights[name] ?? 0) * value;
  const chance = 1 / (1 + Math.exp(-score));
  return Math.round(Math.min(0.98, Math.max(0.05, chance)) * 1000) / 1000;
}
