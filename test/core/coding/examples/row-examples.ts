/** What a row of data/ is for, and what only looks like it. */
export type Examples = { readonly reads?: readonly string[] | undefined; readonly ignores?: readonly string[] | undefined };
/** More of them than a row itself carries, by its id: what is deployed stays small. */
export type MoreExamples = Readonly<Record<string, Examples>>;

/** The examples of a row, its own first. */
export const examplesOf = (
  row: Examples & { readonly id: string },
  more: MoreExamples,
): Required<Record<keyof Examples, readonly string[]>> => ({
  reads: [...(row.reads ?? []), ...(more[row.id]?.reads ?? [])],
  ignores: [...(row.ignores ?? []), ...(more[row.id]?.ignores ?? [])],
});
