import { flatten } from '../words/sequences.ts';
import type { Entity } from '../words/text.ts';

/** The states of entities, each once. */
export const codesOf = (entities: readonly Entity[]): readonly string[] => [
  ...new Set(flatten(entities, (entity) => (entity.country === null ? [] : [entity.country]))),
];
/** Of entities the first of each state. */
export const oneOfEach = (entities: readonly Entity[]): readonly Entity[] =>
  entities.filter(({ country }, at) => entities.findIndex((one) => one.country === country) === at);
