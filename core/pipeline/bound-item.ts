import type { CodedItem, Evidence } from '../coding/codebook/coded-item.ts';
import type { Item } from '../feed/item.ts';

/** UTF-16 units. At three bytes each, and however badly it packs, a row stays under 100 kB; news is far below. */
const MOST = { title: 1_000, summary: 10_000, content: 20_000, link: 2_000, sentence: 1_000 } as const;
/** More assertions than this in one item are a list, not news. */
const MOST_CONTACTS = 20;
const MOST_DENIALS = 10;
const MOST_GAPS = 20;

/** An item as it can be stored: longer texts are cut and say so; a link that is too long to be one is dropped. */
export function boundItem(item: Item): Item {
  return {
    ...item,
    title: cut(item.title, MOST.title),
    summary: cut(item.summary, MOST.summary),
    content: cut(item.content, MOST.content),
    link: item.link !== null && item.link.length > MOST.link ? null : item.link,
  };
}

function cut(text: string | null, most: number): string | null {
  if (text === null || text.length <= most) return text;
  return `${wholeUnits(text, most)} [... cut: the first ${most} of ${text.length} characters]`;
}

/** Never half of a surrogate pair. */
const wholeUnits = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');

/** What was read from it, bounded alike: the most central assertions come first and stay. */
export function boundCoded(coded: CodedItem): CodedItem {
  return {
    ...coded,
    contacts: coded.contacts.slice(0, MOST_CONTACTS).map((contact) => ({ ...contact, evidence: boundEvidence(contact.evidence) })),
    denials: coded.denials.slice(0, MOST_DENIALS).map((denial) => ({ ...denial, evidence: boundEvidence(denial.evidence) })),
    gaps: coded.gaps.slice(0, MOST_GAPS),
  };
}

/** A text without full stops can be one long sentence: what stands around the nucleus is kept, and its offsets stay true. */
function boundEvidence(evidence: Evidence): Evidence {
  if (evidence.sentence.length <= MOST.sentence) return evidence;
  const from = Math.max(0, Math.min(evidence.start - MOST.sentence / 2, evidence.sentence.length - MOST.sentence));
  return {
    ...evidence,
    sentence: evidence.sentence.slice(from, from + MOST.sentence),
    start: Math.max(0, evidence.start - from),
    end: Math.min(MOST.sentence, evidence.end - from),
  };
}
