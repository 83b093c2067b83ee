// biome-ignore-all assist/source/organizeImports: lists of like words stand together, so that they pack 1.5 kB smaller
/** The rows about states that other rooms need as well: apart from the lexicon's, so that a function that reads no text carries no names of leaders. */
import bodies from '../../../data/bodies.json' with { type: 'json' };
import metonyms from '../../../data/metonyms.json' with { type: 'json' };
import countries from '../../../data/countries.json' with { type: 'json' };
import leaders from '../../../data/leaders.json' with { type: 'json' };

export const BODY_ROWS = bodies;
export const COUNTRY_ROWS = countries;
export const LEADER_ROWS = leaders;
export const METONYM_ROWS = metonyms;
