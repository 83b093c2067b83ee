import type { Contact } from '../coding/codebook/coded-item.ts';
import { BACKING_WINDOW } from './backing.ts';
import type { Dossier, DossierKey, Fact, Report } from './dossier.ts';
import { DAY, timeOf } from './duration.ts';
import { FORM_FAMILY, isSameGround, recordContact } from './fact.ts';

/** With this bound a dossier stays under 100 kB however many items report it. */
const MAX_FACTS = 48;
/** Longer than any rule looks back: a refusal said again after two days is the longest. */
const ECHO_LIFE = 3 * DAY;

/** All facts of a dossier with those of the reports, and which fact each report gave (the first one that is new). */
export type Recording = {
  readonly facts: readonly Fact[];
  /** The reports changed no fact and deny nothing. */
  readonly isKnown: boolean;
  /** They only added outlets to facts that were told: nothing has to be derived anew. */
  readonly isEcho: boolean;
  readonly factOf: ReadonlyMap<string, { readonly factId: string; readonly isNew: boolean }>;
};

type Batch = { readonly key: DossierKey; readonly reports: readonly Report[] };

/** Folds the reports of one poll into the facts. `told`: keys of all that the dossier has told or settled. */
export function recordReports(dossier: Dossier, batch: Batch, told: ReadonlySet<string>): Recording {
  const before: Fact[] = [];
  for (const story of dossier.stories) before.push(...story.facts);
  let facts: readonly Fact[] = before;
  const factOf = new Map<string, { factId: string; isNew: boolean }>();
  for (const report of batch.reports) {
    for (const contact of centralContacts(report.contacts)) {
      const recorded = recordContact(facts, contact, { report, dossier, key: batch.key });
      facts = recorded.facts;
      if (recorded.isNew || !factOf.has(report.itemId)) factOf.set(report.itemId, recorded);
    }
  }
  const isSilent = batch.reports.every(({ denials, admission }) => denials.length === 0 && admission === undefined);
  const isKnown = facts === before && isSilent;
  const isEcho = isKnown || (isSilent && areEchoes(before, facts, told));
  return { facts: isKnown ? facts : boundFacts(facts, told), factOf, isKnown, isEcho };
}

/** The same facts, and those that grew were told before and say it with the same time and ground. */
function areEchoes(before: readonly Fact[], after: readonly Fact[], told: ReadonlySet<string>): boolean {
  if (before.length !== after.length) return false;
  return after.every((fact, i) => {
    const old = before[i];
    if (old === fact) return true;
    return old?.id === fact.id && old.firstAt === fact.firstAt && isSameGround(old, fact) && told.has(fact.id);
  });
}

/**
 * What an item asserts of a dossier, once for each way of meeting: the most central contact, from the title if the title has one.
 * Contacts that are only recalled are no facts: they never move anything.
 */
function centralContacts(contacts: readonly Contact[]): readonly Contact[] {
  const fresh = contacts.filter(({ background }) => !background);
  if (fresh.length < 2) return fresh;
  const ordered = [
    ...fresh.filter(({ evidence }) => evidence.zone === 'title'),
    ...fresh.filter(({ evidence }) => evidence.zone !== 'title'),
  ];
  return ordered.filter((contact, i) => ordered.findIndex((other) => isRemote(other) === isRemote(contact)) === i);
}

const isRemote = (contact: Contact): boolean => FORM_FAMILY[contact.form] === 'remote';

/**
 * Without the echoes that are too old to back anything; then those that moved something, and those that were believed with them, before
 * the others, the newer before the older, up to the limit.
 */
function boundFacts(facts: readonly Fact[], told: ReadonlySet<string>): readonly Fact[] {
  let newest = '';
  for (const { lastAt } of facts) if (lastAt > newest) newest = lastAt;
  const since = timeOf(newest) - ECHO_LIFE;
  if (facts.length <= MAX_FACTS && facts.every(({ id, lastAt }) => timeOf(lastAt) >= since || told.has(id))) return facts;
  const movers = facts.filter(({ id }) => told.has(id));
  const isNeeded = (fact: Fact): boolean => told.has(fact.id) || movers.some((mover) => backs(fact, mover));
  const kept = facts.filter((fact) => timeOf(fact.lastAt) >= since || isNeeded(fact));
  if (kept.length <= MAX_FACTS) return kept.length === facts.length ? facts : kept;
  const worth = (fact: Fact): number => (isNeeded(fact) ? 1 : 0);
  return [...kept].sort((one, other) => worth(other) - worth(one) || (one.lastAt < other.lastAt ? 1 : -1)).slice(0, MAX_FACTS);
}

/** Said before the one that moved the story, or at the same time, so that both together were believed. */
function backs(fact: Fact, mover: Fact): boolean {
  if (fact.status !== mover.status) return false;
  const before = timeOf(mover.firstAt) - timeOf(fact.firstAt);
  return before >= 0 && before <= BACKING_WINDOW;
}
