import type { Contact, Form } from '../coding/codebook/coded-item.ts';
import { SOURCE_KINDS } from '../feed/item.ts';
import type { Quote } from './development.ts';
import type { Dossier, DossierKey, Fact, Report } from './dossier.ts';
import { homeKey } from './dossier-key.ts';
import { DAY, HOUR, later, startOfDay, timeOf } from './duration.ts';
import { hashId } from './identity.ts';
import { includesAll, isSameList } from './same.ts';
import { lastDay } from './slot.ts';
import { wordingOf } from './sources.ts';
import { STATUS_SPEC } from './status.ts';

export type FormFamily = 'together' | 'remote' | 'any' | 'letter';
/** Forms that can be the same contact in two reports: a summit is a visit, a call is a video call, talks are anything. */
export const FORM_FAMILY: Readonly<Record<Form, FormFamily>> = {
  in_person: 'together',
  visit: 'together',
  phone: 'remote',
  video: 'remote',
  talks: 'any',
  letter: 'letter',
};

const MAX_OUTLETS = 8;
const MAX_ITEMS = 8;
const QUOTE_LENGTH = 300;
/**
 * Reports of one thing within one half of a day (UTC) are one run; later ones are weighed anew. The halves are fixed, so that the
 * order of arrival does not matter.
 */
const RUN = 12 * HOUR;

type Asserted = Pick<Fact, 'side' | 'status' | 'form' | 'date' | 'place' | 'parties' | 'summit'>;
/** What a contact asserts, word for word: two reports with one signature say the same. */
const signature = (said: Asserted): string =>
  JSON.stringify([said.side, said.status, said.form, said.date, said.place?.toLowerCase() ?? null, said.parties, said.summit]);

/** Two that have one signature, compared without making it. */
const isSaidBy = (fact: Asserted, said: Asserted): boolean =>
  fact.status === said.status &&
  fact.date === said.date &&
  fact.side === said.side &&
  fact.form === said.form &&
  fact.summit === said.summit &&
  fact.place?.toLowerCase() === said.place?.toLowerCase() &&
  isSameList(fact.parties, said.parties);

const runOf = (at: string): number => Math.floor(timeOf(at) / RUN);

/** `key`: the dossier that the report was meant for; another than the dossier's own when that one was merged into it. */
export type RecordedFrom = { readonly report: Report; readonly dossier: Dossier; readonly key: DossierKey };
export type Recorded = { readonly facts: readonly Fact[]; readonly factId: string; readonly isNew: boolean };

/** Folds one contact of a report into the facts; `facts` itself comes back when nothing changed. */
export function recordContact(facts: readonly Fact[], contact: Contact, from: RecordedFrom): Recorded {
  const { report, dossier } = from;
  const { side, status, form, place, parties, summit } = contact;
  const said: Asserted = { side, status, form, date: credibleDate(contact, report.effectiveAt), place, parties, summit };
  const half = runOf(report.effectiveAt);
  const known = facts.find((fact) => fact.status === status && isSaidBy(fact, said) && runOf(fact.firstAt) === half);
  if (known === undefined) {
    const id = hashId(dossier.key, half, signature(said));
    return { facts: [...facts, newFact(contact, { ...from, id, date: said.date })], factId: id, isNew: true };
  }
  const grown = growFact(known, contact, report);
  return { facts: grown === known ? facts : facts.map((fact) => (fact === known ? grown : fact)), factId: known.id, isNew: false };
}

/** Plans lie ahead and not in another decade; what took place lies behind. Another date was misread: then none is known. */
function credibleDate({ date, status }: Contact, at: string): string | null {
  const day = lastDay(date);
  if (day === null) return null;
  const ahead = startOfDay(day) + DAY / 2 - timeOf(at);
  const isDone = STATUS_SPEC[status].family === 'done';
  return (isDone ? ahead <= 2 * DAY && ahead >= -400 * DAY : ahead >= -1.5 * DAY && ahead <= 400 * DAY) ? date : null;
}

function newFact(contact: Contact, from: RecordedFrom & { readonly id: string; readonly date: string | null }): Fact {
  const { report, key, id, date } = from;
  return {
    id,
    parties: contact.parties,
    leaders: contact.leaders,
    summit: contact.summit,
    isShadow: homeKey(contact) !== key,
    isProminent: isProminent(contact, report),
    itemIds: [report.itemId],
    side: contact.side,
    status: contact.status,
    form: contact.form,
    date,
    place: contact.place,
    conditional: contact.conditional,
    isUntold: report.isBaseline,
    firstItemId: report.itemId,
    lastItemId: report.itemId,
    firstAt: report.effectiveAt,
    lastAt: report.effectiveAt,
    outlets: [report.outlet],
    wordings: [wordingOf(report.title)],
    agencies: contact.via === null ? [] : [contact.via],
    bestSource: report.sourceKind,
    confidence: contact.confidence,
    quote: quoteOf(contact, report),
  };
}

/** What the item is about: its central contact, said in its title. */
const isProminent = (contact: Contact, report: Report): boolean => contact.evidence.zone === 'title' && contact === report.central;

/**
 * One report more. A report that adds no outlet, no earlier time and no better ground changes nothing. Every field is named, in the
 * order of a new fact: facts of one shape are read several times as fast as copies that were spread.
 */
function growFact(fact: Fact, contact: Contact, report: Report): Fact {
  if (fact.itemIds.includes(report.itemId)) return fact;
  const isEarlier = report.effectiveAt < fact.firstAt;
  const isNewOutlet = fact.outlets.length < MAX_OUTLETS && !fact.outlets.includes(report.outlet);
  const ground = {
    isProminent: fact.isProminent || isProminent(contact, report),
    isUntold: fact.isUntold && report.isBaseline,
    bestSource: betterSource(fact.bestSource, report.sourceKind),
    confidence: Math.max(fact.confidence, contact.confidence),
  };
  if (!isEarlier && !isNewOutlet && isSameGround(fact, ground)) return fact;
  return {
    id: fact.id,
    parties: fact.parties,
    leaders: mergeNames(fact.leaders, contact.leaders),
    summit: fact.summit,
    isShadow: fact.isShadow,
    isProminent: ground.isProminent,
    itemIds: (isEarlier ? [report.itemId, ...fact.itemIds] : [...fact.itemIds, report.itemId]).slice(0, MAX_ITEMS),
    side: fact.side,
    status: fact.status,
    form: fact.form,
    date: fact.date,
    place: fact.place,
    conditional: fact.conditional,
    isUntold: ground.isUntold,
    firstItemId: isEarlier ? report.itemId : fact.firstItemId,
    lastItemId: report.effectiveAt >= fact.lastAt ? report.itemId : fact.lastItemId,
    firstAt: isEarlier ? report.effectiveAt : fact.firstAt,
    lastAt: later(fact.lastAt, report.effectiveAt),
    outlets: isNewOutlet ? [...fact.outlets, report.outlet] : fact.outlets,
    wordings: isNewOutlet ? mergeNames(fact.wordings, [wordingOf(report.title)]) : fact.wordings,
    agencies: contact.via === null ? fact.agencies : mergeNames(fact.agencies, [contact.via]),
    bestSource: ground.bestSource,
    confidence: ground.confidence,
    quote: isEarlier ? quoteOf(contact, report) : fact.quote,
  };
}

type Ground = Pick<Fact, 'isProminent' | 'isUntold' | 'bestSource' | 'confidence'>;
/** As good a reason to believe it as before. */
export const isSameGround = (one: Ground, other: Ground): boolean =>
  one.isProminent === other.isProminent &&
  one.isUntold === other.isUntold &&
  one.bestSource === other.bestSource &&
  one.confidence === other.confidence;

/** Names seen so far, sorted, at most 8. */
export const mergeNames = (known: readonly string[], more: readonly string[]): readonly string[] =>
  includesAll(known, more) ? known : [...new Set([...known, ...more])].sort().slice(0, 8);

const betterSource = (one: Fact['bestSource'], other: Fact['bestSource']): Fact['bestSource'] =>
  SOURCE_KINDS.indexOf(one) <= SOURCE_KINDS.indexOf(other) ? one : other;

/** The sentence behind a contact or a denial, cut to a length that a record can bear. */
export function quoteOf(said: { readonly evidence: { readonly sentence: string } }, report: Report, speaker: string | null = null): Quote {
  const text = said.evidence.sentence;
  return {
    text: text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH - 1)}…` : text,
    speaker,
    outlet: report.outlet,
    link: report.link,
    at: report.effectiveAt,
  };
}
