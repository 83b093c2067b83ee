import { createHash } from 'node:crypto';

/** An alert's id comes from what it tells and to whom, so the same alert made twice is the same alert. It stands in the text. */
export function alertIdOf(subscriptionId: string, subjects: readonly string[]): string {
  return `al_${createHash('sha256')
    .update([subscriptionId, ...subjects].join('\n'))
    .digest('hex')
    .slice(0, 16)}`;
}
