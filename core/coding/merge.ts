import type { Contact } from './coded-item.ts';

/** One entry per pair and status; the first keeps its place and gains what the later ones add. */
export function mergeContacts(found: readonly Contact[]): readonly Contact[] {
  const merged: Contact[] = [];
  for (const contact of found) {
    const at = merged.findIndex((known) => isSame(known, contact));
    const known = merged[at];
    if (known === undefined) merged.push(contact);
    else merged[at] = joined(known, contact);
  }
  return [...merged.filter((contact) => !contact.background), ...merged.filter((contact) => contact.background)];
}

function isSame(a: Contact, b: Contact): boolean {
  if (a.parties.join() !== b.parties.join()) return false;
  return a.status === b.status || b.evidence.operators.length === 0 || (a.status === 'held' && b.status === 'underway');
}

/** A headline in the present tense, and a text that says "is meeting". */
const isStillRunning = (a: Contact, b: Contact): boolean =>
  a.status === 'held' &&
  b.status === 'underway' &&
  a.evidence.zone === 'title' &&
  b.evidence.zone === 'text' &&
  /ing$/.test(b.evidence.sentence.slice(b.evidence.start, b.evidence.end));

const FORM_RANK = { talks: 0, letter: 0, in_person: 1, phone: 2, video: 2, visit: 2 } as const;
const LEVEL_RANK = { envoy: 0, minister: 1, leader: 2 } as const;

function joined(a: Contact, b: Contact): Contact {
  return {
    ...a,
    status: isStillRunning(a, b) ? b.status : a.status,
    leaders: [...new Set([...a.leaders, ...b.leaders])],
    level: LEVEL_RANK[b.level] > LEVEL_RANK[a.level] ? b.level : a.level,
    form: FORM_RANK[b.form] > FORM_RANK[a.form] && a.form === 'talks' ? b.form : a.form,
    conditional: a.conditional || b.conditional,
    background: a.background && b.background,
    date: a.date ?? b.date,
    alternatives: a.alternatives.length > 0 ? a.alternatives : b.alternatives,
    place: a.place ?? b.place,
    summit: a.summit ?? b.summit,
    side: a.side ?? b.side,
    speaker: a.speaker ?? b.speaker,
    behalf: a.behalf ?? b.behalf,
    via: a.via ?? b.via,
  };
}
