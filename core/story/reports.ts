import type { CodedItem, Contact, Denial } from '../coding/codebook/coded-item.ts';
import type { Item } from '../feed/item.ts';
import { readAdmission } from './admission.ts';
import { readsAsAnalysis } from './analysis.ts';
import { denyContacts } from './denied-contacts.ts';
import type { DossierKey, Report } from './dossier.ts';
import { contactKeys, denierKey, preparedKey } from './dossier-key.ts';
import { STATUS_SPEC } from './status.ts';

/** An item with what was read from it. `isBaseline`: from a first fetch or a flood; folded in as untold facts. */
export type CodedEntry = { readonly item: Item; readonly coded: CodedItem; readonly isBaseline: boolean };

/** Keys of all dossiers that an item touches, each once, in the order in which the item names them. */
export function dossierKeysOf(coded: CodedItem): readonly DossierKey[] {
  return [...new Set([...coded.contacts.flatMap(contactKeys), ...coded.denials.map((denial) => keyOfDenial(denial, coded.contacts))])];
}

/** What the items say, dossier by dossier: one report for each item and dossier. Items that say nothing are in none. */
export function reportsByDossier(entries: readonly CodedEntry[]): ReadonlyMap<DossierKey, readonly Report[]> {
  const reports = new Map<DossierKey, Report[]>();
  for (const entry of entries) {
    for (const [key, report] of reportsOf(entry)) {
      const mine = reports.get(key);
      if (mine === undefined) reports.set(key, [report]);
      else mine.push(report);
    }
  }
  return reports;
}

type Said = { readonly contacts: Contact[]; readonly denials: Denial[] };
const NOTHING: ReadonlyMap<DossierKey, Report> = new Map();

/** One item's reports. What analysis says of contacts is taken for recalled. */
function reportsOf({ item, coded, isBaseline }: CodedEntry): ReadonlyMap<DossierKey, Report> {
  const admission = coded.readAs === null ? null : readAdmission(item.title, item.effectiveAt);
  if (coded.contacts.length === 0 && coded.denials.length === 0 && admission === null) return NOTHING;
  const said = new Map<DossierKey, Said>();
  const isAnalysis = coded.contacts.length > 0 && readsAsAnalysis(item.title);
  const read = denyContacts(coded.contacts, coded.denials);
  const contacts = isAnalysis ? read.map((contact) => ({ ...contact, background: true })) : read;
  for (const contact of contacts) for (const key of contactKeys(contact)) saidTo(key, said).contacts.push(contact);
  for (const denial of coded.denials) saidTo(keyOfDenial(denial, read), said).denials.push(denial);
  const admitted = admission === null ? null : denierKey({ by: admission.by, by_name: null });
  if (admitted !== null) saidTo(admitted, said);
  const central = contacts.find(({ background }) => !background) ?? null;
  const ahead = keysOfLeadersAhead(coded.contacts);
  return new Map(
    [...said].map(([key, mine]) => {
      const above = ahead.length === 0 ? null : preparedKey(key);
      const named = above !== null && ahead.includes(above) ? { namesLeaders: true } : {};
      const admits = admission !== null && key === admitted ? { admission } : {};
      return [key, { ...headOf(item), isBaseline, central, ...mine, ...named, ...admits }];
    }),
  );
}

/** Dossiers of the leaders' contacts that are still to come, also those that the item only mentions. */
const keysOfLeadersAhead = (contacts: readonly Contact[]): readonly DossierKey[] =>
  contacts
    .filter(({ level, status }) => level === 'leader' && ['open', 'committed'].includes(STATUS_SPEC[status].family))
    .flatMap(contactKeys);

function saidTo(key: DossierKey, said: Map<DossierKey, Said>): Said {
  const mine = said.get(key) ?? { contacts: [], denials: [] };
  said.set(key, mine);
  return mine;
}

const headOf = (item: Item): Omit<Report, 'isBaseline' | 'central' | 'contacts' | 'denials'> => ({
  itemId: item.id,
  title: item.title,
  link: item.link,
  outlet: item.outlet,
  sourceKind: item.sourceKind,
  effectiveAt: item.effectiveAt,
  effectiveReason: item.effectiveReason,
  firstSeenAt: item.firstSeenAt,
});

/** A denial of a contact stands with the contact it denies: the first that is off or not planned, else the first that is news. */
function keyOfDenial(denial: Denial, contacts: readonly Contact[]): DossierKey {
  if (!denial.about_contact) return denierKey(denial);
  const named = contacts.filter((contact) => denial.by === null || contact.parties.includes(denial.by));
  const denied =
    named.find((contact) => contact.status === 'denied' || contact.status === 'premature') ?? named.find((contact) => !contact.background);
  return denied === undefined ? denierKey(denial) : (contactKeys(denied)[0] ?? denierKey(denial));
}
