export type WordCheck = (norm: string) => boolean;

/** Tells words of a list of data: whole ones, beginnings ("встреч*") and endings ("*ую"). */
export function wordCheck(list: readonly string[]): WordCheck {
  const words = new Set(list.filter((one) => !one.includes('*')));
  const ends = list.filter((one) => one.startsWith('*')).map((one) => one.slice(1));
  const starts = list.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1));
  return (norm) => words.has(norm) || ends.some((end) => norm.endsWith(end)) || starts.some((start) => norm.startsWith(start));
}
