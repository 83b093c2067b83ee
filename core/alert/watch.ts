import type { Development } from '../story/development.ts';

/** Which entry of the watch list ("RU-US", "KP") a development meets; '' when the list is empty (everything is watched), null for none. A denial that is not domestic meets it by its denier alone. */
export function watchEntryOf(watch: readonly string[], development: Development): string | null {
  if (watch.length === 0) return '';
  const concerned = new Set([...development.parties, development.denial?.by, development.denial?.claimBy]);
  const { denial } = development;
  const entry = watch.find((one) => one.split('-').every((code) => concerned.has(code)));
  if (entry !== undefined) return entry;
  return denial === null || development.reasons.includes('domestic')
    ? null
    : (watch.find((one) => one.split('-').includes(denial.by ?? '')) ?? null);
}
