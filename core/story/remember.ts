/**
 * A pure function of a string that keeps its answers: one fold asks the same dates, places and outlets many times over. Emptied when
 * it has grown, so that it stays small for ever.
 */
export function remember<T>(read: (text: string) => T, most = 4000): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= most) answers.clear();
    const answer = read(text);
    answers.set(text, answer);
    return answer;
  };
}
