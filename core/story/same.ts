import type { Story } from './dossier.ts';

/** The same rows, one by one: what did not change was not made anew. */
export const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((row, i) => row === other[i]);

/** Two copies of a story that say the same. Facts are never copied unless they change. */
export function isSameStory(one: Story, other: Story): boolean {
  if (!isSameList(one.facts, other.facts)) return false;
  return JSON.stringify({ ...one, facts: null }) === JSON.stringify({ ...other, facts: null });
}
