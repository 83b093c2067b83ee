import { type Entity, normOf, type Sentence } from './text.ts';

export const normAt = (sentence: Sentence, at: number): string => normOf(sentence.tokens, at);
/** The same for what has its sentence with it, and for what has its scan. */
export const normInScan = ({ sentence }: { readonly sentence: Sentence }, at: number): string => normOf(sentence.tokens, at);
export const normInFrame = ({ scan }: { readonly scan: { readonly sentence: Sentence } }, at: number): string =>
  normOf(scan.sentence.tokens, at);
export const entityAt = (sentence: Sentence, at: number): Entity | undefined =>
  sentence.entities.find((entity) => entity.from <= at && at < entity.to);

/** Small words and marks before a name. */
const BEFORE_NAME =
  /^(?:\d+|occupied|annexed|disputed|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|several|some|of|the|a|an|no|any|his|her|their|with|former|visiting|both|new|fellow|outgoing|incoming|old|longtime|close|key|friend|ally|rival|foe|embattled|ousted|top|senior|high-ranking|state|guest|visitor|opposite|number|neighbour|neighbor|["']|[a-z]+-[a-z]+)$/;

/** The entity that begins at `at`, or one or two small words later. */
export function entityFrom(sentence: Sentence, at: number, words: number): Entity | undefined {
  for (let k = at; k <= at + words; k += 1) {
    const entity = entityAt(sentence, k);
    if (entity !== undefined) return entity;
    if (!BEFORE_NAME.test(normAt(sentence, k))) return undefined;
  }
  return undefined;
}
