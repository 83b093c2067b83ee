import type { Contact, Form, Status } from '../codebook/coded-item.ts';
import { areOfSame } from '../codebook/same-parties.ts';
import { AHEAD, DONE, REMOTE } from '../codebook/status-kinds.ts';
import { wordSet } from '../words/word-set.ts';
import type { Draft } from './fold-purpose.ts';

/**
 * Headline and text tell the same event in two ways: "prepares to meet him" and "heads for talks with him", "hosts world powers" and "hosts
 * the leaders of X and Y". One entry, with what the more recent or the more exact of both says; null where there are two events.
 */
export function asOneEvent(first: Draft, second: Draft, published: string | null): Draft | null {
  const [a, b] = [first.contact, second.contact];
  if (a.background || b.background || !areKin(a.form, b.form) || hasOtherDay(a, b)) return null;
  if (areOfSame(a, b)) {
    const status = laterOf(first, second, published);
    return status === null ? null : withStatus(first, second, status);
  }
  return withoutUnnamed(first, second);
}

/** "Holds talks" may be any way to meet; a call is none. */
const areKin = (one: Form, other: Form): boolean =>
  one === other || (REMOTE.has(one) === REMOTE.has(other) && (one === 'talks' || other === 'talks'));

const hasOtherDay = (a: Contact, b: Contact): boolean =>
  a.date !== null && b.date !== null && a.date !== b.date && !a.date.includes('/') && !b.date.includes('/');

/** The status of both as one event; null: they are two. */
function laterOf(first: Draft, second: Draft, published: string | null): Status | null {
  const [a, b] = [first.contact, second.contact];
  if (a.level !== b.level) return null;
  if (a.status === 'scheduled' && b.status === 'agreed') return 'scheduled';
  if (a.status === 'agreed' && b.status === 'scheduled' && second.frame.scan.sentence.index === 0)
    return b.date === null ? 'agreed' : 'scheduled';
  if (a.evidence.zone !== 'title' || b.evidence.zone !== 'text') return null;
  if (b.status === 'possible' && (a.status === 'scheduled' || a.status === 'agreed') && isOnlyCalledSo(second)) return a.status;
  if (a.status === 'possible' && b.status === 'scheduled' && first.frame.nucleus.row.isLastResort === true) return 'scheduled';
  if (a.status === 'scheduled' && b.status === 'underway')
    return a.date !== null && published !== null && a.date > published.slice(0, 10) ? 'scheduled' : 'underway';
  if (a.status === 'underway' && b.status === 'held' && (isSameWord(first, second) || isOfTheFirst(second))) return 'underway';
  return a.status === 'held' && b.status === 'scheduled' && a.form === 'visit' && b.form === 'visit' && isFirmPlan(second)
    ? 'scheduled'
    : null;
}
/** "unknowns ahead of potential talks": an adjective says nothing against a headline that knows better. */
const isOnlyCalledSo = ({ frame: { fired } }: Draft): boolean => fired[0] !== undefined && ADJECTIVES.has(fired[0].words);
const ADJECTIVES = wordSet('potential possible likely');
/** "Xi is the first president to visit Laos since 2017". */
const isOfTheFirst = ({ frame: { nucleus, chain } }: Draft): boolean =>
  nucleus.row.isTravel === true && chain.some(({ row }) => row.effect === 'infinitive');
const isSameWord = (first: Draft, second: Draft): boolean => first.frame.nucleus.row.id === second.frame.nucleus.row.id;
/** The text opens with "is set to visit", "will arrive". */
const isFirmPlan = ({ frame: { scan, chain } }: Draft): boolean =>
  scan.sentence.index === 0 && chain.some(({ row }) => row.effect === 'schedule' || row.effect === 'future');

/** The side that one of both leaves unnamed is named by the other. */
function withoutUnnamed(first: Draft, second: Draft): Draft | null {
  const [a, b] = [first.contact, second.contact];
  const isOfOneKind = a.status === b.status || (DONE.has(a.status) && DONE.has(b.status)) || (isSet(a.status) && isSet(b.status));
  if (
    isPart(b, a) &&
    isOfOneKind &&
    (b.parties.length > 1 || isSameWord(first, second)) &&
    b.leaders.every((one) => a.leaders.includes(one))
  )
    return withStatus(first, second, a.status);
  if (!isPart(a, b) || !a.leaders.every((one) => b.leaders.includes(one))) return null;
  if (!isOfOneKind || !(isSameWord(first, second) || a.parties.length === 1)) return null;
  return { ...second, contact: { ...b, status: a.status, date: a.date ?? b.date, place: b.place ?? a.place } };
}
const isSet = (status: Status): boolean => AHEAD.has(status) && status !== 'possible';

/** Of the sides of the one all but an unnamed one are sides of the other. */
const isPart = ({ parties }: Contact, { parties: whole }: Contact): boolean =>
  parties.includes('XX') && !whole.includes('XX') && parties.every((party) => party === 'XX' || whole.includes(party));

function withStatus(first: Draft, second: Draft, status: Status): Draft {
  const [a, b] = [first.contact, second.contact];
  const told = status === b.status && status !== a.status ? second : first;
  const contact = {
    ...told.contact,
    parties: a.parties,
    leaders: [...new Set([...a.leaders, ...b.leaders])],
    level: a.level === 'envoy' ? b.level : a.level,
    form: a.form === 'talks' && areOfSame(a, b) ? b.form : a.form,
    date: told.contact.date ?? a.date ?? b.date,
    place: told.contact.place ?? a.place ?? b.place,
  };
  return { ...told, contact };
}
