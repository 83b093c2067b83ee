import type { Lexicon } from '../lexicon/lexicon.ts';
import { glossed } from '../sentences/glosses.ts';
import { type Stretch, splitSentences } from '../sentences/sentences.ts';
import { readTokens, type TokenLine } from '../sentences/tokens.ts';
import type { Sentence } from '../words/text.ts';
import { type Home, settleBareOffices } from './bare-offices.ts';
import { findEntities } from './entities.ts';
import { EntityContext } from './entity-context.ts';
import { findHits, type Hit } from './entity-hits.ts';
import { cleanTitle, normaliseText, stripDateline } from './normalise.ts';

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
  const marked = [
    ...splitSentences(title).map((stretch, index) => mark(stretch, lexicon, { zone: 'title', index })),
    ...splitSentences(text).map((stretch, index) => mark(stretch, lexicon, { zone: 'text', index })),
  ];
  const context = new EntityContext(marked, input.date, lexicon.givenNames);
  const sentences = marked.map((one) => toSentence(one, lexicon, context));
  return settleBareOffices(sentences, homeOf(input.outlet, lexicon));
}

function toSentence({ stretch, place, line, hits }: Marked, lexicon: Lexicon, context: EntityContext): Sentence {
  const found = findEntities(line.tokens, hits, lexicon, context);
  const { tokens, starts, ends, classes, entities } = glossed(line, found, () => lexicon.foreign().baseForms);
  const isHeading = place.zone === 'text' && stretch.isHeading;
  const { text, startsInQuote } = stretch;
  return { zone: place.zone, index: place.index, text, tokens, starts, ends, classes, entities, isHeading, startsInQuote };
}

/** States that newspapers call their own king or queen's without a name. */
const MONARCHIES: ReadonlySet<string> = new Set(['GB', 'ES', 'SE', 'NO', 'DK', 'NL', 'BE', 'TH', 'JO', 'MA']);
const MINISTERS = ['foreign_minister', 'defence_minister', 'vice_president'];

function homeOf(outlet: string | null, lexicon: Lexicon): Home {
  const country = outlet === null ? null : lexicon.countryOfOutlet(outlet);
  if (country === null || country === 'XX') return { country: null, offices: [] };
  const own = lexicon.leaderOffice.get(country) ?? [];
  return { country, offices: [...own, ...MINISTERS, ...(MONARCHIES.has(country) ? ['monarch'] : [])] };
}

type Marked = {
  readonly stretch: Stretch;
  readonly place: Pick<Sentence, 'zone' | 'index'>;
  readonly tokens: Sentence['tokens'];
  readonly line: TokenLine;
  readonly hits: readonly Hit[];
};

function mark(stretch: Stretch, lexicon: Lexicon, place: Marked['place']): Marked {
  const line = readTokens(stretch.text);
  return { stretch, place, line, tokens: line.tokens, hits: findHits(line.tokens, lexicon) };
}
