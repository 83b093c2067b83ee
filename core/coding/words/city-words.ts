import { PLACES } from '../facts/data.ts';
import { ENTITY_ROWS } from '../facts/lexicon-data.ts';
import { fold } from './fold.ts';

/** First words of all cities and places that are known by name, as tokens may write them: with what a hyphen ties to them, and without. */
const FIRST: ReadonlySet<string> = new Set(
  [...ENTITY_ROWS.countries.flatMap(({ capitals }) => capitals.map(fold)), ...Object.values(PLACES).flat()].flatMap((name) => {
    const [word = ''] = name.split(' ', 1);
    return [word, word.split('-', 1)[0] ?? ''];
  }),
);

/** Whether the name of a known city or place may begin with this word. */
export const opensCityName = (norm: string): boolean => FIRST.has(norm);
