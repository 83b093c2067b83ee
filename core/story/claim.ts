const STOP_WORDS = new Set(
  'a an the of to in on at for with by that this it is are was were be been has have had its his her their and or not no as from over about will would'.split(
    ' ',
  ),
);

/** The words that make up a claim: lower case, without those that every sentence has. */
export const claimWords = (claim: string): ReadonlySet<string> =>
  new Set(
    claim
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 1 && !STOP_WORDS.has(word)),
  );

/** Two wordings are one claim when the shorter shares half of its words with the other. */
export function isSameClaim(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared >= 0.5 * Math.max(1, Math.min(one.size, other.size));
}
