import { createHash } from 'node:crypto';

/** An alert's id comes from what it tells and to whom, so the same alert made twice is the same alert. It stands in the text. */
export function alertIdOf(subscriptionId: string, subjects: readonly string[]): string {
  return `al_${createHash('sha256')
    .update([subscriptionId, ...subjects].join('\n'))
    .digest('hex')
    .slice(0, 16)}`;
}

/** Where the alert about a development may be found: with those of the same item, or alone. */
export const alertIdsOf = (
  subscriptionId: string,
  { id, itemId }: { readonly id: string; readonly itemId: string },
): readonly [ofItem: string, alone: string] => [alertIdOf(subscriptionId, ['item', itemId]), alertIdOf(subscriptionId, [id])];
