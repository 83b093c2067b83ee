import type { Contact } from '../coding/coded-item.ts';
import type { Dossier, DossierKey, Fact, Report } from './dossier.ts';
import { FORM_FAMILY, recordContact } from './fact.ts';

/** With this bound a dossier stays under 100 kB however many items report it. */
const MAX_FACTS = 48;

/** All facts of a dossier with those of the reports, and which fact each report gave (the first one that is new). */
export type Recording = {
  readonly facts: readonly Fact[];
  /** The reports changed no fact and deny nothing. */
  readonly isKnown: boolean;
  readonly factOf: ReadonlyMap<string, { readonly factId: string; readonly isNew: boolean }>;
};

/** Folds the reports of one poll into the facts. */
export function recordReports(dossier: Dossier, batch: { readonly key: DossierKey; readonly reports: readonly Report[] }): Recording {
  const before = dossier.stories.flatMap((story) => story.facts);
  let facts: readonly Fact[] = before;
  const factOf = new Map<string, { factId: string; isNew: boolean }>();
  for (const report of batch.reports) {
    for (const contact of centralContacts(report.contacts)) {
      const recorded = recordContact(facts, contact, { report, dossier, key: batch.key });
      facts = recorded.facts;
      if (recorded.isNew || !factOf.has(report.itemId)) factOf.set(report.itemId, recorded);
    }
  }
  const isKnown = facts === before && batch.reports.every(({ denials }) => denials.length === 0);
  return { facts: boundFacts(facts, new Set(dossier.stories.flatMap(({ told }) => told))), factOf, isKnown };
}

/**
 * What an item asserts of a dossier, once for each way of meeting: the most central contact, from the title if the title has one.
 * Contacts that are only recalled are no facts: they never move anything.
 */
function centralContacts(contacts: readonly Contact[]): readonly Contact[] {
  const fresh = contacts.filter(({ background }) => !background);
  const ordered = [
    ...fresh.filter(({ evidence }) => evidence.zone === 'title'),
    ...fresh.filter(({ evidence }) => evidence.zone !== 'title'),
  ];
  const isRemote = (contact: Contact): boolean => FORM_FAMILY[contact.form] === 'remote';
  return ordered.filter((contact, i) => ordered.findIndex((other) => isRemote(other) === isRemote(contact)) === i);
}

/** Those that moved something before the others, the newer before the older, up to the limit. */
function boundFacts(facts: readonly Fact[], told: ReadonlySet<string>): readonly Fact[] {
  if (facts.length <= MAX_FACTS) return facts;
  const worth = (fact: Fact): number => (told.has(fact.id) ? 1 : 0);
  return [...facts].sort((one, other) => worth(other) - worth(one) || (one.lastAt < other.lastAt ? 1 : -1)).slice(0, MAX_FACTS);
}
