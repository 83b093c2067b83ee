import { remember } from './remember.ts';

/** Spans of time in milliseconds, and arithmetic on ISO times. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** An ISO time in milliseconds since 1970. */
export const timeOf = remember(Date.parse);

/** The start of a day (ISO date, UTC), in milliseconds since 1970. */
export const startOfDay = remember((day) => Date.parse(`${day}T00:00:00.000Z`));

/** Milliseconds from one ISO time to another; negative when the second is earlier. */
export const elapsed = (from: string, to: string): number => timeOf(to) - timeOf(from);
/** An ISO time moved by some milliseconds. */
export const shifted = (at: string, by: number): string => new Date(timeOf(at) + by).toISOString();
/** The earlier, and the later, of two ISO times. */
export const earlier = (one: string, other: string): string => (one <= other ? one : other);
export const later = (one: string, other: string): string => (one >= other ? one : other);
