import { type CodedItem, type Contact, STATUSES } from '../../core/coding/codebook/coded-item.ts';

const DAY = 86_400_000;

/** A stream's contacts lend their places and parties, so that what is misread looks like what could be read. */
export type Misreading = { readonly seed: number; readonly contacts: readonly Contact[] };

/** Spoils readings at random, the same way for the same seed: each contact is lost with twice the rate, and each of its fields misread with it. */
export function openMisreader(rate: number, { seed, contacts }: Misreading): (coded: CodedItem) => CodedItem {
  const random = mulberry(seed);
  const places = [...new Set(contacts.flatMap(({ place }) => (place === null ? [] : [place])))];
  const parties = [...new Set(contacts.flatMap((contact) => contact.parties))].filter((code) => code !== 'XX');
  const pick = <T>(rows: readonly T[]): T | undefined => rows[Math.floor(random() * rows.length)];
  const misread = (contact: Contact): Contact => ({
    ...contact,
    ...(random() < rate ? { status: pick(STATUSES) ?? contact.status } : {}),
    ...(random() < rate ? { date: otherDate(contact.date, random) } : {}),
    ...(random() < rate ? { place: random() < 0.3 ? null : (pick(places) ?? null) } : {}),
    ...(random() < rate ? { parties: withThird(contact.parties, pick(parties)) } : {}),
    ...(random() < rate ? { background: !contact.background } : {}),
  });
  return (coded) => ({ ...coded, contacts: coded.contacts.filter(() => random() >= 2 * rate).map(misread) });
}

const withThird = (parties: readonly string[], third: string | undefined): readonly string[] =>
  third === undefined ? parties : [...new Set([...parties, third])].sort();

/** Lost, a week off, or a few days off. */
function otherDate(date: string | null, random: () => number): string | null {
  const day = date?.split('/')[0] ?? null;
  if (day === null || random() < 0.3) return null;
  const days = random() < 0.5 ? 7 : 1 + Math.floor(random() * 4);
  const sign = random() < 0.5 ? -1 : 1;
  const time = Date.parse(day.slice(0, 10)) + sign * days * DAY;
  return Number.isNaN(time) ? date : new Date(time).toISOString().slice(0, 10);
}

/** Mulberry32: a small, even generator, so that a run can be repeated. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
