import { areOfSame } from '../codebook/same-parties.ts';
import type { Draft } from './fold-purpose.ts';

/** "flies to Juba, holds talks with Kiir": who has met his host has come. */
export function cameAndMet(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.length < 2) return drafts;
  return drafts.map((draft) => {
    const { frame, contact } = draft;
    if (frame.nucleus.row.isTravel !== true || contact.status !== 'scheduled' || frame.nucleus.form !== 's' || frame.chain.length > 0)
      return draft;
    const hasMet = drafts.some((other) => other.contact.status === 'held' && isBehind(other, draft) && areOfSame(other.contact, contact));
    return hasMet ? { ...draft, contact: { ...contact, status: 'held' } } : draft;
  });
}

const isBehind = ({ frame: a }: Draft, { frame: b }: Draft): boolean => a.scan === b.scan && a.nucleus.from > b.nucleus.to;
