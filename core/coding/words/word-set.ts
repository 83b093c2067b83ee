/** Words with a space between each; asked some thousands of times for each sentence, a set answers ten times as fast as a pattern. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
