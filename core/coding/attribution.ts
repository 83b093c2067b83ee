import { ATTRIBUTION } from './data.ts';
import type { Group } from './groups.ts';
import type { Entity, Sentence } from './text.ts';
import { formsOf } from './verb-forms.ts';

/** Who says what the sentence says. */
export type Speech = {
  /** The group whose words these are, or null. */
  readonly group: Group | null;
  readonly speaker: string | null;
  readonly behalf: string | null;
  readonly via: string | null;
};

const REPORTS = new Set([...ATTRIBUTION.reports.flatMap((verb) => formsOf(verb)), ...ATTRIBUTION.reportWords]);
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
  sentence.text.slice(sentence.tokens[from]?.start ?? 0, sentence.tokens[to - 1]?.end ?? 0).toLowerCase();

const isCited = (sentence: Sentence, group: Group): boolean =>
  /^(?:cited|citing|cites|quoted|quotes|quoting)$/.test(sentence.tokens[group.from - 1]?.norm ?? '');

function speaks(sentence: Sentence, group: Group): boolean {
  const norm = (at: number): string => sentence.tokens[at]?.norm ?? '';
  const last = sentence.tokens.length;
  if (isCited(sentence, group)) return true;
  if (
    followsSpeaker(norm(group.to)) ||
    (followsSpeaker(norm(group.to + 1)) && /^(?:also|has|have|had|,|later|again|earlier)$/.test(norm(group.to)))
  )
    return true;
  if (isReport(norm(group.from - 1)) && !/^(?:tell|tells|told)$/.test(norm(group.from - 1)))
    return /^[,"']$/.test(norm(group.from - 2)) || group.to >= last - 3;
  if ([2, 3, 4, 5, 6].some((k) => norm(group.from - k) === 'according' && norm(group.from - k + 1) === 'to')) return true;
  if (group.from === 0 && norm(group.to) === ':') return true;
  return /^[:-]$/.test(norm(group.from - 1)) && group.to >= last - 1 && sentence.text[sentence.tokens[group.from - 1]?.end ?? 0] === ' ';
}
