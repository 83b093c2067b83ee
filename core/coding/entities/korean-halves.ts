import type { Entity } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import type { Line } from './entity-line.ts';

/** The Koreas, by the half of the peninsula. */
const HALVES: ReadonlyMap<string, string> = new Map([
  ['north', 'KP'],
  ['south', 'KR'],
]);
const OF_THE_COMPASS = wordSet('sea atlantic side lawn carolina dakota pole bank asia asian china pacific end coast east west front gate');
/** "The North's offer", in an item that tells of Korea; not "South of Pyongyang", "heads North". */
export function halfAt(line: Line, at: number): Entity | null {
  const { norm, isCapital } = line.tokens[at] ?? { norm: '', isCapital: false };
  const country = isCapital ? HALVES.get(norm) : undefined;
  if (country === undefined || !(line.context.parties.has('KP') || line.context.parties.has('KR'))) return null;
  const next = line.tokens[at + 1];
  if (next?.norm === 'of' || DIRECTED.test(line.norm(at - 1))) return null;
  if (next?.kind === 'word' && next.isCapital && (!line.isTitleCase || OF_THE_COMPASS.has(next.norm))) return null;
  return line.make(at, at + 1, { kind: 'country', country, via: 'name' });
}
const DIRECTED =
  /^(?:head|mov|travel|turn|march|driv|rid|journey|sail|look|fle)(?:e|es|l?ed|s|l?ing)?$|^(?:go|goes|going|gone|went|drove|fled|flew|fly|flies|flying|flown|rode|far|farther|further|due|up)$/;
