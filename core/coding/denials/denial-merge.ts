import type { Denial, Strength } from '../codebook/coded-item.ts';

/** A denial with what merging needs: its zone (0 title, 1 text), the number of its sentence, and whether it only points at its claim ("this is fiction"). */
export type Found = Denial & {
  readonly zoneRank: number;
  readonly order: number;
  readonly isPointer: boolean;
  /** Whether the text says which state speaks, and it is not a guess from what stands around. */
  readonly isSure: boolean;
};

const ORDER: readonly Strength[] = ['no_confirm', 'rejected', 'denied', 'fake', 'refuted'];

/** One denial per denier and claim: two sentences about one claim are one denial, with the stronger word. */
export function mergeDenials(found: readonly Found[]): readonly Denial[] {
  const merged: Found[] = [];
  for (const denial of found) {
    const at = merged.findIndex((other) => isSame(other, denial));
    const known = merged[at];
    if (known === undefined) merged.push(denial);
    else merged[at] = fuse(known, denial);
  }
  return merged
    .toSorted(
      (a, b) => Number(a.background) - Number(b.background) || Number(a.strength === 'no_confirm') - Number(b.strength === 'no_confirm'),
    )
    .map(({ zoneRank, order, isPointer, isSure, ...denial }) => denial);
}

function fuse(known: Found, again: Found): Found {
  const isStronger = ORDER.indexOf(again.strength) > ORDER.indexOf(known.strength);
  const isLonger = !again.isPointer && (known.isPointer || known.claim.split(' ').length < 4) && again.claim.length > known.claim.length;
  return {
    ...known,
    by: known.isSure ? known.by : again.by,
    isSure: known.isSure || again.isSure,
    strength: isStronger ? again.strength : known.strength,
    claim: isLonger ? again.claim : known.claim,
    claim_by: known.claim_by ?? again.claim_by,
    by_name: known.by_name ?? again.by_name,
    about_contact: known.about_contact || again.about_contact,
    background: known.background && again.background,
    confidence: Math.max(known.confidence, again.confidence),
  };
}

function isSame(a: Found, b: Found): boolean {
  const isTold = !a.isSure && b.isSure && a.zoneRank < b.zoneRank && a.strength !== 'no_confirm' && b.strength !== 'no_confirm';
  if ((a.by !== b.by && !isTold) || a.domestic !== b.domestic) return false;
  if (b.isPointer && b.order - a.order <= 1) return true;
  if (a.evidence.sentence === b.evidence.sentence && a.zoneRank === b.zoneRank) return a.isPointer || overlap(a.claim, b.claim) > 0.3;
  return a.zoneRank !== b.zoneRank || overlap(a.claim, b.claim) > 0.15 || a.claim.split(' ').length < 5 || b.claim.split(' ').length < 5;
}

function overlap(a: string, b: string): number {
  const one = contentWords(a);
  const other = contentWords(b);
  let both = 0;
  for (const word of one) if (other.has(word)) both += 1;
  return both / Math.max(1, Math.min(one.size, other.size));
}
const contentWords = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
