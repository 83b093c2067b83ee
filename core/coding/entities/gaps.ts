import { type Sentence, wordsBetween } from '../words/text.ts';

/** Leaders and ministers whom the text names with a title and the gazetteer does not know, as written: what an owner may add in config. */
export function findGaps(sentences: readonly Sentence[]): readonly string[] {
  const gaps = new Set<string>();
  for (const sentence of sentences)
    for (const entity of sentence.entities) {
      if (entity.kind !== 'person' || entity.personId !== null || entity.level === 'envoy' || entity.isFormer) continue;
      gaps.add(wordsBetween(sentence, entity.from, entity.to));
    }
  return [...gaps];
}
