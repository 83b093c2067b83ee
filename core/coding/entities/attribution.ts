import { ATTRIBUTION } from '../facts/data.ts';
import { type Entity, normOf, type Sentence, wordsBetween } from '../words/text.ts';
import { formsOf } from '../words/verb-forms.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import type { Group } from './groups.ts';

/** Who says what the sentence says. */
export type Speech = {
  /** The group whose words these are, or null. */
  readonly group: Group | null;
  readonly speaker: string | null;
  readonly behalf: string | null;
  readonly via: string | null;
};

/** Verbs of saying in all forms, and words that stand for one. */
export const REPORTS: ReadonlySet<string> = new Set([...ATTRIBUTION.reports.flatMap((verb) => formsOf(verb)), ...ATTRIBUTION.reportWords]);
/** "according" reports what stands before it, but its speaker stands behind. */
const followsSpeaker = (norm: string): boolean => isReport(norm) && norm !== 'according' && norm !== 'citing';
const NOBODY: Speech = { group: null, speaker: null, behalf: null, via: null };
/** The report verb that follows a group directly, or after an adverb or a comma. */
export const isReport = (norm: string): boolean => REPORTS.has(norm);

/** The subject of a verb of saying, "X: ..." at the start, "... - X" at the end, "according to X". */
export function findSpeech(sentence: Sentence, groups: readonly Group[]): Speech {
  const speaking = groups.filter((one) => speaks(sentence, one));
  const group =
    speaking.find((one) => isCited(sentence, one)) ??
    speaking.find((one) => one.members[0]?.kind === 'spokesperson') ??
    speaking[0] ??
    null;
  const outlet = sentence.entities.find((entity) => entity.kind === 'outlet');
  const via = outlet === undefined ? null : wordsOf(sentence, outlet);
  if (group === null) return via === null ? NOBODY : { ...NOBODY, via };
  const first = group.members[0];
  if (first === undefined) return { ...NOBODY, via };
  return { group, speaker: first.surname ?? wordsOf(sentence, first), behalf: first.behalf ?? first.country, via };
}

export const wordsOf = (sentence: Sentence, { from, to }: Pick<Entity, 'from' | 'to'>): string =>
  wordsBetween(sentence, from, to).toLowerCase();

const isCited = (sentence: Sentence, group: Group): boolean => CITING.has(normAt(sentence, group.from - 1));

function speaks(sentence: Sentence, group: Group): boolean {
  const last = sentence.tokens.length;
  const before = normAt(sentence, group.from - 1);
  const after = normAt(sentence, group.to);
  if (CITING.has(before)) return true;
  if (followsSpeaker(after) || (followsSpeaker(normAt(sentence, group.to + 1)) && BETWEEN.has(after))) return true;
  if (isReport(before) && before !== 'tell' && before !== 'tells' && before !== 'told')
    return BEFORE_SPEAKER.has(normAt(sentence, group.from - 2)) || group.to >= last - 3;
  if (isAccordingTo(sentence, group.from)) return true;
  if (group.from === 0 && (after === ':' || isTopicOfColon(sentence, group.to))) return true;
  return (before === ':' || before === '-') && group.to >= last - 1 && sentence.text[sentence.ends[group.from - 1] ?? 0] === ' ';
}
export const BEFORE_SPEAKER = wordSet(', " \'');

const CITING = wordSet('cited citing cites quoted quotes quoting');
/** What may stand between a speaker and the verb. */
const BETWEEN = wordSet('also has have had , later again earlier');

/** "Kremlin on Macron call: not yet": who speaks, of what, and what is said. */
const MAX_TOPIC = 7;
const isTopicOfColon = ({ tokens, zone }: Sentence, at: number): boolean =>
  zone === 'title' && TOPIC_LEADS.has(normOf(tokens, at)) && tokens.slice(at + 1, at + MAX_TOPIC).some(({ norm }) => norm === ':');
const TOPIC_LEADS = wordSet('on about');

/** "according to the Kremlin", with up to four words between. */
function isAccordingTo({ tokens }: Sentence, from: number): boolean {
  for (let at = from - 2; at >= Math.max(0, from - 6); at -= 1)
    if (tokens[at]?.norm === 'according' && tokens[at + 1]?.norm === 'to') return true;
  return false;
}
