/**
 * What a list has for it in the language, but as plain loops: V8 runs `findLast`, `findLastIndex` and `flatMap` as generic built-ins that
 * cost five to fifteen times as much (bench/coder.ts), and the innermost rules ask them some fifty times for each sentence.
 */
type Test<T> = (item: T, at: number) => boolean;

/** The index of the last item that passes; -1 when none does. */
export function lastIndexWhere<T>(list: readonly T[], test: Test<T>): number {
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const item = list[at];
    if (item !== undefined && test(item, at)) return at;
  }
  return -1;
}

/** The last item that passes. */
export function lastWhere<T>(list: readonly T[], test: Test<T>): T | undefined {
  return list[lastIndexWhere(list, test)];
}

/** The lists that are made of the items, as one. */
export function flatten<T, U>(list: readonly T[], of: (item: T, at: number) => readonly U[]): U[] {
  const all: U[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const item = list[at];
    if (item !== undefined) for (const one of of(item, at)) all.push(one);
  }
  return all;
}
