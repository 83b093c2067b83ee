import { cleanText } from '../../core/alert/sanitise.ts';

/** RFC 4180 with LF. A cell that a spreadsheet would take for a formula begins with an apostrophe instead: feed text is hostile. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = cleanText(value);
  const safe = /^[=+\-@\t\r|%]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row as flat cells: lists joined by a space, objects as JSON. */
export function flatCell(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(' ');
  return JSON.stringify(value);
}
