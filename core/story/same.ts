import type { Story } from './dossier.ts';

/** The same rows, one by one: what did not change was not made anew. */
export function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one === other) return true;
  return one.length === other.length && one.every((row, i) => row === other[i]);
}

/** Two copies of a story that say the same. Facts are never copied unless they change. */
export function isSameStory(one: Story, other: Story): boolean {
  if (!isSameList(one.facts, other.facts)) return false;
  const known = new Map<string, unknown>(Object.entries(one));
  return Object.entries(other).every(
    ([name, value]) => name === 'facts' || value === known.get(name) || isSameValue(value, known.get(name)),
  );
}

const isSameValue = (one: unknown, other: unknown): boolean =>
  typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other);
