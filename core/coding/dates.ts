import type { Frame } from './frames.ts';

/** Placeholder kept small until the calendar rules stand: see resolveDates. */
export type Dated = { readonly date: string | null; readonly alternatives: readonly string[] };
export function readDates(_frame: Frame, _published: string | null): Dated {
  return { date: null, alternatives: [] };
}
