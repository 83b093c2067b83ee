/** First and last day of something, the same for one day. */
type Span = { readonly start: string; readonly end: string };

/** An ISO day, or "start/end". */
export const asText = ({ start, end }: Span): string => (start === end ? start : `${start}/${end}`);

function spanOf(date: string): Span {
  const [start = date, end = start] = date.split('/');
  return { start, end };
}

const daysOf = ({ start, end }: Span): number => Date.parse(end) - Date.parse(start);

/** Of two dates of one contact the first, unless the second falls into it and is shorter: "next month", and then "on 13 April". */
export function nearerDate(first: string | null, second: string | null): string | null {
  if (first === null || second === null) return first ?? second;
  const [a, b] = [spanOf(first), spanOf(second)];
  return b.start >= a.start && b.start <= a.end && daysOf(b) < daysOf(a) ? second : first;
}
