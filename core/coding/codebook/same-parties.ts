type Parties = { readonly parties: readonly string[] };

/** Contacts of the same parties: they are sorted. */
export function areOfSame({ parties: a }: Parties, { parties: b }: Parties): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
