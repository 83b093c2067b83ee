import { isPersonOrState, isUnnamedGroup } from '../entities/actors.ts';
import { groupParties } from '../entities/groups.ts';
import { oneOfEach } from '../entities/party-codes.ts';
import type { Frame } from '../frames/frames.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import { type Entity, normOf, type Sentence } from '../words/text.ts';
import type { Topic } from './topic.ts';

/**
 * "Macron and Putin have both said they want it. [...] The two presidents shall meet": whom "the two" means when no contact has been told
 * before: the two of different states who were last named side by side.
 */
export function pairNamedBefore(frame: Frame, sentences: readonly Sentence[], from: Sentence): Topic | null {
  if (![...frame.args.subject, ...frame.args.core].some(isUnnamedGroup) && !isTheirs(frame)) return null;
  const earlier = sentences.slice(0, Math.max(0, sentences.indexOf(from)));
  for (const sentence of earlier.toReversed()) {
    const pair = groupParties(sentence).find(({ members }) => isPair(members));
    if (pair !== undefined) return { entities: pair.members, isDomestic: false };
  }
  const two = from.zone === 'text' ? onlyTwoOf(sentences[0]) : [];
  return two.length === 2 ? { entities: two, isDomestic: false } : null;
}

/** "Trump scolds Merz", and in the text "Their last call ended in anger". */
const isTheirs = ({ nucleus, args, scan: { sentence } }: Frame): boolean =>
  nucleus.row.kind === 'noun' &&
  sentence.zone === 'text' &&
  args.core.length === 0 &&
  nucleus.row.form !== 'visit' &&
  normOf(sentence.tokens, phraseStart(sentence, nucleus)) === 'their';

/** "Putin praises North Koreans", and in the text "A call of the two leaders": the only two states of the headline. */
function onlyTwoOf(first: Sentence | undefined): readonly Entity[] {
  if (first === undefined || first.zone !== 'title') return [];
  const named = first.entities.filter(({ kind, country }) => STATES.has(kind) && country !== null);
  return oneOfEach(named);
}
const STATES: ReadonlySet<Entity['kind']> = new Set(['person', 'office', 'country', 'metonym', 'demonym']);

const isPair = (members: readonly Entity[]): boolean =>
  members.length === 2 &&
  members.every(isPersonOrState) &&
  members[0]?.country !== members[1]?.country &&
  members.every(({ country }) => country !== null);
