import type { Development } from '../story/development.ts';

/** Which entry of the watch list ("RU-US", "KP") a development meets; '' when the list is empty (everything is watched), null for none. */
export function watchEntryOf(watch: readonly string[], development: Development): string | null {
  if (watch.length === 0) return '';
  const concerned = new Set([...development.parties, development.denial?.by, development.denial?.claimBy]);
  return watch.find((entry) => entry.split('-').every((code) => concerned.has(code))) ?? null;
}
