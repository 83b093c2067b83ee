import type { Contact } from '../codebook/coded-item.ts';
import { areOfSame } from '../codebook/same-parties.ts';
import { nearerDate } from '../dates/date-choice.ts';
import { clauseOf } from '../frames/arguments.ts';
import { nearerPlace } from '../lexicon/cities.ts';
import { isBefore } from './background.ts';
import type { Draft } from './fold-purpose.ts';
import { asOneEvent } from './one-event.ts';

/** One contact per pair and status; the first keeps its place and gains what the later ones add. */
export function mergeDrafts(found: readonly Draft[], published: string | null): readonly Draft[] {
  const merged: Draft[] = [];
  for (const draft of found) {
    const at = merged.findIndex((known) => isSame(known, draft) && !isOfBefore(known, draft, published));
    const known = merged[at];
    if (known !== undefined) merged[at] = joined(known, draft);
    else if (!takeUp(merged, draft, published)) merged.push(draft);
  }
  return [...merged].sort((a, b) => place(a, merged) - place(b, merged));
}

/** Of a known event more is told: its entry takes that up, in place. False: it is none of them. */
function takeUp(merged: Draft[], draft: Draft, published: string | null): boolean {
  for (const [at, known] of merged.entries()) {
    const one = asOneEvent(known, draft, published);
    if (one !== null) {
      merged[at] = one;
      return true;
    }
  }
  return false;
}

/** News first, recalled contacts last; a letter that proposes a meeting is only the way in which it came; an appointment says more than a hope. */
function place({ contact, frame }: Draft, all: readonly Draft[]): number {
  if (contact.background) return 3;
  if (frame.nucleus.row.kind === 'noun' && all.some((other) => isSettledBy(contact, other.contact))) return 2;
  if (isInPassing(frame) && all.some((other) => !other.contact.background && other.frame.scan === frame.scan && !isInPassing(other.frame)))
    return 1;
  const isWay = contact.form === 'letter' && all.some((other) => isWhatItSays(contact, other.contact));
  return isWay ? 1 : 0;
}
/** "Tokayev, who is due to go to Rome, met Merz": told in passing, before the verb of the sentence. */
const isInPassing = ({ scan, nucleus }: Draft['frame']): boolean =>
  scan.clauses.length > 2 && clauseOf(scan, nucleus.from).kind === 'relative';
/** "hopes the visit will help" in a headline, and the day of the visit in the text. */
const isSettledBy = (hope: Contact, other: Contact): boolean =>
  (hope.status === 'possible' || hope.status === 'willing') &&
  hope.evidence.zone === 'title' &&
  other.evidence.zone === 'text' &&
  other.status === 'scheduled' &&
  other.date !== null &&
  other.level === hope.level &&
  !other.background &&
  areOfSame(other, hope);
const isWhatItSays = (letter: Contact, other: Contact): boolean => other.form !== 'letter' && !other.background && areOfSame(other, letter);

/** A noun with no operator around it only mentions the contact: its status is a guess. */
const isMention = ({ frame }: Draft): boolean => frame.nucleus.row.kind === 'noun' && frame.chain.length === 0;

function isSame(a: Draft, b: Draft): boolean {
  const [one, two] = [a.contact, b.contact];
  if (!areOfSame(one, two)) return false;
  if (two.background !== one.background)
    return (
      !(a.frame.scan === b.frame.scan && one.level !== two.level && (two.background ? two : one).level === 'leader') &&
      one.status === two.status &&
      one.form === two.form &&
      (two.background ? !isOfThen(b) && !isOfOthers(one, two) : isTold(one, two) && isOnlyPlaced(b))
    );
  if (one.status === 'possible' && two.status === 'scheduled' && a.frame.nucleus.row.isLastResort === true) return false;
  if (isMention(b) || (isMention(a) && !one.background)) return one.background === two.background;
  if (one.status === 'underway' && two.status === 'scheduled' && isOnlyPlaced(b) && one.form === two.form) return true;
  if (isTakenBack(a, b)) return true;
  if (two.status === 'premature' && (one.status === 'cancelled' || one.status === 'postponed')) return true;
  return one.status === two.status || (one.status === 'held' && two.status === 'underway');
}

/** "No talks with Oslo", and in the text that reports of them are denied: one denial. */
const isTakenBack = ({ contact: a, frame }: Draft, { contact: b }: Draft): boolean =>
  a.status === 'premature' && b.status === 'denied' && frame.fired.some(({ effect, words }) => effect === 'negate' && /^no$/i.test(words));

/** "their first meeting since May, when they met in Oslo". */
const isOfThen = ({ frame }: Draft): boolean => opener(frame) === 'when' || opener(frame) === 'since';
const opener = ({ scan, nucleus }: Draft['frame']): string | undefined => scan.sentence.tokens[clauseOf(scan, nucleus.from).from]?.norm;

/** "Their ministers spoke on Monday, two days after a call between Macron and Merz": others met, or on another day. */
function isOfOthers({ leaders, date }: Contact, other: Contact): boolean {
  if (leaders.length > 0 && other.leaders.length > 0 && !other.leaders.some((leader) => leaders.includes(leader))) return true;
  return date !== null && other.date !== null && other.date < date && nearerDate(date, other.date) === date && !date.includes('/');
}

/** "meets Rama", and in the text "met him in Budapest two months ago": the day of another time. "Will meet after talks next week": the talks are a contact of their own. */
const isOfBefore = ({ contact: one, frame }: Draft, { contact: two, frame: other }: Draft, published: string | null): boolean =>
  (two.background && !one.background && one.date !== two.date && isBefore(two.status, two.date, published)) ||
  (frame.scan === other.scan && two.status === 'scheduled' && opener(other) === 'after' && opener(frame) !== 'after');

/** Recalled by the headline, and placed in time once more by the text, on the same day or none. */
const isTold = (one: Contact, two: Contact): boolean =>
  one.evidence.zone === 'title' && two.evidence.zone === 'text' && (one.date === null || two.date === null || one.date === two.date);

/** "ahead of the talks": the text still speaks of them as to come when the headline says that they have begun. */
const isOnlyPlaced = ({ frame }: Draft): boolean =>
  frame.nucleus.row.kind === 'noun' && frame.chain.every(({ row }) => row.effect === 'presuppose-future' || row.effect === 'schedule');

const FORM_RANK = { talks: 0, letter: 0, in_person: 1, phone: 2, video: 2, visit: 2 } as const;
const LEVEL_RANK = { envoy: 0, minister: 1, leader: 2 } as const;

function joined(first: Draft, second: Draft): Draft {
  const [a, b] = [first.contact, second.contact];
  const isClearer = isMention(first) && !isMention(second);
  const form = FORM_RANK[b.form] > FORM_RANK[a.form] && a.form === 'talks' ? b.form : a.form;
  const site = form === 'phone' || form === 'video' ? null : nearerPlace(first.site, second.site);
  const told = isClearer ? b : a;
  const contact: Contact = {
    parties: a.parties,
    leaders: [...new Set([...a.leaders, ...b.leaders])],
    level: LEVEL_RANK[b.level] > LEVEL_RANK[a.level] ? b.level : a.level,
    form,
    status: isStillRunning(first, second) || isTakenBack(first, second) ? b.status : told.status,
    conditional: a.conditional || b.conditional,
    background: a.background,
    date: isClearer ? (b.date ?? a.date) : nearerDate(a.date, b.date),
    alternatives: a.alternatives.length > 0 ? a.alternatives : b.alternatives,
    place: form === 'phone' || form === 'video' ? null : (site?.text ?? a.place ?? b.place),
    summit: a.summit ?? b.summit,
    note: a.note,
    side: a.side ?? b.side,
    speaker: a.speaker ?? b.speaker,
    behalf: a.behalf ?? b.behalf,
    via: a.via ?? b.via,
    cameo: told.cameo,
    plover: told.plover,
    confidence: told.confidence,
    evidence: told.evidence,
  };
  return {
    frame: isClearer ? second.frame : first.frame,
    contact,
    signs: isClearer ? second.signs : first.signs,
    named: first.named,
    site,
  };
}

/** A headline in the present tense, and a text that says "is meeting" or "opened talks". */
function isStillRunning({ contact: a }: Draft, { contact: b, frame }: Draft): boolean {
  const isLater = a.evidence.zone === 'title' && b.evidence.zone === 'text';
  return (
    isLater &&
    a.status === 'held' &&
    b.status === 'underway' &&
    (frame.nucleus.form === 'ing' ||
      frame.fired.some(
        ({ effect, words }) => (effect === 'begin' && !/^\w+ing\b/.test(words)) || (effect === 'hold' && /^\w+ing\b/.test(words)),
      ))
  );
}
