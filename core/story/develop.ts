import type { Contact } from '../coding/coded-item.ts';
import { planCorrections } from './correction-plan.ts';
import { decideReports, type Outcome } from './decide.ts';
import { recordDenials } from './denial-record.ts';
import type { DevelopResult, Dossier, DossierKey, Fact, Report, Story } from './dossier.ts';
import { readKey } from './dossier-key.ts';
import { DAY, elapsed, shifted } from './duration.ts';
import { FORM_FAMILY, recordContact } from './fact.ts';
import { foldFacts } from './fold.ts';
import { settleStories } from './settle.ts';
import { tellMoves } from './tell.ts';

/** Grows when a change of the rules makes old dossiers read differently: such a dossier is rebuilt silently before it develops again. */
export const RULES_VERSION = 1;

export type DevelopContext = {
  /** The clock, ISO. Decides what is due; never the order of events. */
  readonly now: string;
  /** True where nothing may be told: corrections and rebuilds. What would have been told counts as told. */
  readonly isSilent?: boolean;
};

/** Bounds of a dossier: with them it stays under 100 kB however many items report it. */
const MAX_STORIES = 8;
const MAX_FACTS = 48;
/** How long what is left of a closed story is kept, so that an echo of it opens nothing. */
const REMEMBER = 14 * DAY;

/** A dossier of which nothing is stored yet. */
export function emptyDossier(key: DossierKey): Dossier {
  const { level, parties } = readKey(key);
  return {
    key,
    version: 0,
    rulesVersion: RULES_VERSION,
    parties,
    level: level ?? 'leader',
    stories: [],
    episodes: 0,
    denials: [],
    corrections: [],
    lookAgainAt: null,
    mergedInto: null,
  };
}

/**
 * Folds the reports of one poll into a dossier and tells what moved. Pure: the same arguments give the same answer.
 * No reports: the tick, which settles what became due (`dossier.lookAgainAt`). The version grows by one when anything changed;
 * `result.dossier` is the argument itself when nothing did (then there is nothing to write).
 */
export function develop(
  dossier: Dossier | null,
  batch: { readonly key: DossierKey; readonly reports: readonly Report[] },
  context: DevelopContext,
): DevelopResult {
  const before = dossier ?? emptyDossier(batch.key);
  const recorded = recordReports(before, batch);
  const folded = foldFacts(recorded.facts, before.level, planCorrections(before.corrections));
  const telling = { dossier: before, reports: batch.reports, now: context.now, isSilent: context.isSilent ?? false };
  const told = settleStories(before, folded, context.now).map((settled) => tellMoves(settled, telling));
  const denied = recordDenials(told, telling);
  const { stories } = denied;
  const outcomes = new Map(
    [...recorded.factOf].map(([itemId, { factId, isNew }]): [string, Outcome] => [
      itemId,
      { isNew, verdict: folded.verdicts.get(factId) ?? null },
    ]),
  );
  const decisions = decideReports({ key: before.key, reports: batch.reports, outcomes, stories, developments: denied.developments });
  return {
    dossier: writeDossier(dossier, { before, stories, denials: denied.records, now: context.now }),
    developments: denied.developments,
    decisions,
  };
}

type Recording = {
  readonly facts: readonly Fact[];
  readonly factOf: ReadonlyMap<string, { readonly factId: string; readonly isNew: boolean }>;
};

/** All facts of the dossier with those of the reports, and which fact each report gave (the first one that is new). */
function recordReports(dossier: Dossier, batch: { readonly key: DossierKey; readonly reports: readonly Report[] }): Recording {
  let facts: readonly Fact[] = dossier.stories.flatMap((story) => story.facts);
  const factOf = new Map<string, { factId: string; isNew: boolean }>();
  for (const report of batch.reports) {
    for (const contact of centralContacts(report.contacts)) {
      const recorded = recordContact(facts, contact, { report, dossier, key: batch.key });
      facts = recorded.facts;
      if (recorded.isNew || !factOf.has(report.itemId)) factOf.set(report.itemId, recorded);
    }
  }
  return { facts: boundFacts(facts, new Set(dossier.stories.flatMap(({ told }) => told))), factOf };
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

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

type Writing = { readonly before: Dossier; readonly stories: readonly Story[]; readonly denials: Dossier['denials']; readonly now: string };

/** The dossier as it is to be stored: rows that did not change keep their identity, and so does the whole. */
function writeDossier(stored: Dossier | null, { before, stories, denials, now }: Writing): Dossier {
  const kept = [...stories]
    .filter((story) => story.closedAt === null || elapsed(story.closedAt, now) < REMEMBER)
    .sort((one, other) => (one.lastMovedAt < other.lastMovedAt ? 1 : -1))
    .slice(0, MAX_STORIES)
    .map((story) => before.stories.find((old) => old.id === story.id && isSame(old, story)) ?? story);
  const due = kept.map((story) => (story.closedAt === null ? story.lookAgainAt : shifted(story.closedAt, REMEMBER)));
  const after: Dossier = {
    ...before,
    stories: kept,
    episodes: before.episodes + stories.length - kept.length,
    denials,
    lookAgainAt: due.filter((at) => at !== null).sort()[0] ?? null,
  };
  return stored !== null && isSame(stored, after) ? stored : { ...after, version: before.version + 1 };
}
