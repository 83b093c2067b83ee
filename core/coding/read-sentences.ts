import { contextOf, findEntities, findHits } from './entities.ts';
import type { Lexicon } from './lexicon.ts';
import { cleanTitle, normaliseText, stripDateline } from './normalise.ts';
import { type Stretch, splitSentences } from './sentences.ts';
import type { Sentence } from './text.ts';
import { tokenise } from './tokens.ts';

/** What sentences are read from; null = absent. `date` settles who held an office. */
export type ReadingInput = {
  readonly title: string | null;
  readonly text: string | null;
  readonly outlet: string | null;
  readonly date: string | null;
};

/** Title and text as sentences with tokens and entities, in reading order. Offsets are in the normalised sentence text. */
export function readSentences(input: ReadingInput, lexicon: Lexicon): Sentence[] {
  const title = input.title === null ? '' : cleanTitle(input.title, input.outlet, lexicon.isOutlet);
  const text = input.text === null ? '' : stripDateline(normaliseText(input.text).trim());
  const stretches = [
    ...splitSentences(title).map((stretch, index) => place(stretch, 'title', index)),
    ...splitSentences(text).map((stretch, index) => place(stretch, 'text', index)),
  ];
  const hits = stretches.map((stretch) => findHits(stretch.tokens, lexicon));
  const context = contextOf(hits, input.date);
  return stretches.map((stretch, at) => ({ ...stretch, entities: findEntities(stretch.tokens, hits[at] ?? [], lexicon, context) }));
}

function place(stretch: Stretch, zone: Sentence['zone'], index: number): Omit<Sentence, 'entities'> {
  return { ...stretch, zone, index, isHeading: zone === 'text' && stretch.isHeading, tokens: tokenise(stretch.text) };
}
