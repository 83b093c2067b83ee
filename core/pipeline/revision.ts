import type { CodedItem, Contact, Denial } from '../coding/codebook/coded-item.ts';
import type { ItemStore } from '../ports.ts';
import type { CodedEntry } from '../story/reports.ts';

/** For an item that revises another: the ids under which its text before may be stored, the most likely first. */
export type EarlierIds = ReadonlyMap<string, readonly string[]>;

/**
 * Entries as the stories should hear them: a revision develops only where its assertions differ from those of its text before. What it said already
 * becomes background; else a mended comma would say "agreed" again, later than another outlet's "cancelled". Rows keep the whole reading.
 */
export async function hearRevisions(
  entries: readonly CodedEntry[],
  earlier: EarlierIds,
  items: Pick<ItemStore, 'get'>,
): Promise<readonly CodedEntry[]> {
  const heard: CodedEntry[] = [];
  for (const entry of entries) {
    const before = await findEarlier(earlier.get(entry.item.id) ?? [], items);
    heard.push(before === null ? entry : { ...entry, coded: withoutRepeats(entry.coded, before) });
  }
  return heard;
}

/** What stands in both texts is background in the later one. */
export function withoutRepeats(coded: CodedItem, before: CodedItem): CodedItem {
  const contacts = new Set(before.contacts.map(assertionOf));
  const denials = new Set(before.denials.map(denialOf));
  return {
    ...coded,
    contacts: coded.contacts.map((contact) => (contacts.has(assertionOf(contact)) ? { ...contact, background: true } : contact)),
    denials: coded.denials.map((denial) => (denials.has(denialOf(denial)) ? { ...denial, background: true } : denial)),
  };
}

async function findEarlier(ids: readonly string[], items: Pick<ItemStore, 'get'>): Promise<CodedItem | null> {
  for (const id of ids) {
    const record = await items.get(id);
    if (record !== null) return record.coded;
  }
  return null;
}

const assertionOf = ({ parties, level, form, status, side, date, place, conditional }: Contact): string =>
  JSON.stringify([parties, level, form, status, side, date, place, conditional]);
const denialOf = ({ by, strength, claim, about_contact }: Denial): string =>
  JSON.stringify([by, strength, claim.toLowerCase(), about_contact]);
