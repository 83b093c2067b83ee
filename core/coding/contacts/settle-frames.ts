import { areOfSame } from '../codebook/same-parties.ts';
import type { Frame } from '../frames/frames.ts';
import { pairNamedBefore } from '../parties/named-pair.ts';
import { settleSides } from '../parties/sides.ts';
import { summitName } from '../parties/summit-name.ts';
import type { Topic } from '../parties/topic.ts';
import { hasWordOf, WORD_CLASS } from '../sentences/word-classes.ts';
import type { Entity, Sentence } from '../words/text.ts';
import { besideSummit } from './beside-summit.ts';
import type { Settled } from './settled.ts';
import { withoutAims } from './signing-aims.ts';
import { standingTalks, withoutTold } from './standing-talks.ts';

/**
 * Who takes part in each frame, sentence by sentence: what was last spoken of is what "the two leaders" and "the talks" of the next one mean.
 * Frames without two sides fall out, and so do those that are only the aim or the setting of another.
 */
export function settleFrames(scanned: readonly (readonly Frame[])[], sentences: readonly Sentence[]): readonly (readonly Settled[])[] {
  const lead = leadOf(sentences[0]);
  const opener = openerOf(sentences[1]);
  let isSport: boolean | null = null;
  let last: Topic | null = null;
  const standing: Settled[] = [];
  const all = scanned.map((frames) => {
    const settled: Settled[] = [];
    for (const frame of frames) {
      const topic = last ?? pairNamedBefore(frame, sentences, frame.scan.sentence);
      const sides = settleSides(frame, topic, frame.scan.sentence.zone === 'title' ? opener : lead);
      if (sides !== null) isSport ??= isAboutSport(sentences);
      if (sides !== null && !(isSport === true && sides.leaders.length === 0)) {
        settled.push({ frame, sides, topic, summit: summitName(frame), isBeside: false });
        last = { entities: sides.named, isDomestic: false };
      } else if (frame.args.hasDomesticObject) last = { entities: frame.args.subject, isDomestic: true };
      else {
        const talks = topic === null && sides === null ? standingTalks(frame, sentences) : null;
        if (talks !== null && !standing.some(({ sides: { parties } }) => areOfSame({ parties }, talks.sides))) {
          settled.push(talks);
          standing.push(talks);
        }
      }
    }
    const kept = besideSummit(withoutAims(settled));
    if (kept.length < settled.length) last = { entities: kept.at(-1)?.sides.named ?? [], isDomestic: false };
    return kept;
  });
  if (standing.length === 0 || last === null) return all;
  const told = all.flat().filter((one) => one.isStanding !== true);
  return all.map((group) => withoutTold(group, told));
}

const isAboutSport = (sentences: readonly Sentence[]): boolean => sentences.some((sentence) => hasWordOf(sentence, WORD_CLASS.sport));

/** The leader or minister of whom an item tells first. */
const leadOf = (first: Sentence | undefined): Entity | null =>
  first?.entities.find(({ kind, level }) => kind === 'person' && (level === 'leader' || level === 'minister')) ?? null;

/** Who opens the text under a title that names the other side only: "Talks with the premier of Laos", "Putin received ...". */
function openerOf(sentence: Sentence | undefined): Entity | null {
  const first = sentence?.zone === 'text' ? leadOf(sentence) : null;
  return first !== null && first.from <= 1 ? first : null;
}
