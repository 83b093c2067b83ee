import type { Story } from './dossier.ts';

/** The same rows, one by one: what did not change was not made anew. */
export function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1) if (one[i] !== other[i]) return false;
  return true;
}

/** Each row of the second list stands in the first. */
export function includesAll(known: readonly string[], more: readonly string[]): boolean {
  if (known === more) return true;
  for (const name of more) if (!known.includes(name)) return false;
  return true;
}

/** Two copies of a story that say the same. Facts are never copied unless they change. */
export function isSameStory(one: Story, other: Story): boolean {
  if (!isSameList(one.facts, other.facts)) return false;
  return Object.keys(other).every((name) => name === 'facts' || isSameValue(Reflect.get(one, name), Reflect.get(other, name)));
}

const isSameValue = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other));
