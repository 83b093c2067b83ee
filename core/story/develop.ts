import type { Contact } from '../coding/coded-item.ts';
import { recordDenials } from './denial-record.ts';
import type { Development } from './development.ts';
import type { Decision, DevelopResult, Dossier, DossierKey, Fact, Report, Story } from './dossier.ts';
import { readKey } from './dossier-key.ts';
import { earlier, elapsed, shifted } from './duration.ts';
import { type Episode, endOf } from './episode.ts';
import { FORM_FAMILY, recordContact } from './fact.ts';
import { type Folded, foldFacts, type Move } from './fold.ts';
import { hashId } from './identity.ts';
import { describeMove } from './words.ts';

/** Grows when a change of the rules makes old dossiers read differently: such a dossier is rebuilt silently before it develops again. */
export const RULES_VERSION = 1;

export type DevelopContext = {
  /** The clock, ISO. Decides what is due; never the order of events. */
  readonly now: string;
};

/** Bounds of a dossier: with them it stays under 100 kB however many items report it. */
export const STORY_LIMITS = { stories: 8, facts: 48, told: 160, denials: 24 } as const;

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
    lookAgainAt: null,
    mergedInto: null,
  };
}

/**
 * Folds the reports of one poll into a dossier and tells what moved. Pure: the same arguments give the same answer.
 * No reports: the tick, which settles what became due (`dossier.lookAgainAt`). The dossier's version grows by one when anything
 * changed; `result.dossier` is the argument itself when nothing did (then there is nothing to write).
 */
export function develop(
  dossier: Dossier | null,
  batch: { readonly key: DossierKey; readonly reports: readonly Report[] },
  context: DevelopContext,
): DevelopResult {
  const before = dossier ?? emptyDossier(batch.key);
  const recorded = recordReports(before, batch.reports);
  const folded = foldFacts(recorded.facts, before.level);
  const stories = settleStories(before, folded, context);
  const told = stories.map((settled) => tellMoves(settled, { dossier: before, context, reports: batch.reports }));
  const denials = recordDenials(before, batch.reports, { now: context.now, stories: told.map(({ story }) => story) });
  const developments = [...told.flatMap(({ developments: mine }) => mine), ...denials.developments];
  const after = writeDossier(before, { stories: told.map(({ story }) => story), denials: denials.records, now: context.now });
  const decisions = decide({ batch, recorded, folded, stories: told.map(({ story }) => story), developments });
  return { dossier: dossier !== null && isSame(dossier, after) ? dossier : after, developments, decisions };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

type Recording = {
  readonly facts: readonly Fact[];
  readonly byItem: ReadonlyMap<string, { readonly factId: string | null; readonly isNew: boolean }>;
};

/** All facts of the dossier with those of the reports. Recalled contacts are no facts: they never move anything. */
function recordReports(dossier: Dossier, reports: readonly Report[]): Recording {
  let facts: readonly Fact[] = dossier.stories.flatMap((story) => story.facts);
  const byItem = new Map<string, { factId: string | null; isNew: boolean }>();
  for (const report of reports) {
    byItem.set(report.itemId, { factId: null, isNew: false });
    for (const contact of centralContacts(report.contacts)) {
      const recorded = recordContact(facts, contact, { report, dossier });
      facts = recorded.facts;
      if (byItem.get(report.itemId)?.factId === null || recorded.isNew) byItem.set(report.itemId, recorded);
    }
  }
  return { facts: boundFacts(facts), byItem };
}

/**
 * What an item asserts of a dossier, once for each way of meeting: the most central contact, from the title if the title has one.
 * Contacts that are only recalled are no facts.
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

/** The newest facts, up to the limit. */
function boundFacts(facts: readonly Fact[]): readonly Fact[] {
  if (facts.length <= STORY_LIMITS.facts) return facts;
  return [...facts].sort((one, other) => (one.lastAt < other.lastAt ? 1 : -1)).slice(0, STORY_LIMITS.facts);
}

type Settled = { readonly story: Story; readonly moves: readonly Move[]; readonly episode: Episode };

/** Gives each episode its story: the one that held its earliest fact before, else a new one. */
function settleStories(dossier: Dossier, folded: Folded, context: DevelopContext): readonly Settled[] {
  const owner = new Map(dossier.stories.flatMap((story) => story.facts.map((fact) => [fact.id, story] as const)));
  const taken = new Set<string>();
  return folded.episodes.map((episode) => {
    const old = episode.facts.map((fact) => owner.get(fact.id)).find((story) => story !== undefined && !taken.has(story.id));
    const id = old?.id ?? hashId(dossier.key, dossier.episodes, 'story', episode.facts[0]?.id ?? '');
    taken.add(id);
    return { episode, moves: folded.moves.get(episode) ?? [], story: storyOf(episode, { dossier, id, old, now: context.now }) };
  });
}

function storyOf(
  episode: Episode,
  from: { readonly dossier: Dossier; readonly id: string; readonly old: Story | undefined; readonly now: string },
): Story {
  const { dossier, id, old } = from;
  const end = endOf(episode);
  const isOver = end.at <= from.now;
  return {
    id,
    parties: episode.parties.length === 0 ? dossier.parties : episode.parties,
    leaders: episode.leaders,
    level: dossier.level,
    summit: episode.summit,
    status: episode.status,
    statusAt: episode.status === null ? null : episode.statusAt,
    sides: Object.fromEntries([...episode.sides].sort(([one], [other]) => (one < other ? -1 : 1))),
    isContested: episode.isContested,
    form: episode.form,
    date: episode.date,
    place: episode.place,
    openedAt: episode.openedAt,
    lastMovedAt: episode.lastMovedAt,
    closedAt: isOver ? end.at : null,
    closedBecause: isOver ? end.because : null,
    facts: episode.facts,
    sequence: old?.sequence ?? 0,
    told: old?.told ?? [],
    lookAgainAt: isOver ? null : end.at,
    isMuted: old?.isMuted ?? false,
    mergedInto: old?.mergedInto ?? null,
  };
}

type Telling = { readonly dossier: Dossier; readonly context: DevelopContext; readonly reports: readonly Report[] };

/** Makes developments of the moves that are due and were never told; what a told move has overtaken is settled in silence. */
function tellMoves(settled: Settled, telling: Telling): { readonly story: Story; readonly developments: readonly Development[] } {
  const { now } = telling.context;
  const known = new Set(telling.dossier.stories.flatMap((story) => story.told));
  const lastTold = settled.moves.findLastIndex((move) => known.has(move.key));
  const told = [...settled.story.told];
  const developments: Development[] = [];
  let lookAgainAt = settled.story.lookAgainAt;
  settled.moves.forEach((move, i) => {
    if (known.has(move.key)) return;
    if (move.dueAt > now && lookAgainAt !== null) lookAgainAt = earlier(move.dueAt, lookAgainAt);
    if (move.dueAt > now) return;
    told.push(move.key);
    if (i < lastTold || move.fact.isUntold || move.fact.isShadow || settled.story.isMuted) return;
    developments.push(developmentOf(move, { settled, telling, sequence: settled.story.sequence + developments.length + 1 }));
  });
  const story = {
    ...settled.story,
    told: told.slice(-STORY_LIMITS.told),
    lookAgainAt,
    sequence: settled.story.sequence + developments.length,
  };
  return { story, developments };
}

function developmentOf(move: Move, from: { readonly settled: Settled; readonly telling: Telling; readonly sequence: number }): Development {
  const { story } = from.settled;
  const { dossier, context, reports } = from.telling;
  const cause = reports.find((report) => move.fact.itemIds.includes(report.itemId))?.itemId ?? move.fact.firstItemId;
  const alike = story.facts.filter((fact) => fact.status === move.fact.status && fact.id !== move.fact.id);
  return {
    id: hashId(dossier.key, 'development', move.key),
    storyId: story.id,
    dossierKey: dossier.key,
    sequence: from.sequence,
    kind: move.kind,
    severity: move.severity,
    parties: move.fact.parties,
    leaders: move.fact.leaders,
    level: dossier.level,
    form: move.fact.form,
    from: move.from,
    to: move.to,
    side: move.fact.side,
    date: move.fact.date ?? story.date,
    place: move.fact.place ?? story.place,
    summit: story.summit,
    denial: null,
    what: describeMove(move, story),
    quote: move.fact.quote,
    before: move.before?.quote ?? null,
    itemId: cause,
    support: [...new Set([cause, ...move.fact.itemIds, ...alike.flatMap((fact) => fact.itemIds)])].slice(0, 20),
    confidence: move.fact.confidence,
    reasons: move.reasons,
    at: context.now,
    effectiveAt: move.fact.firstAt,
  };
}

/** How long what is left of a closed story is kept, so that an echo of it opens nothing. */
const REMEMBER = 14 * 24 * 3_600_000;

function writeDossier(
  before: Dossier,
  parts: { readonly stories: readonly Story[]; readonly denials: Dossier['denials']; readonly now: string },
): Dossier {
  const kept = parts.stories.filter((story) => story.closedAt === null || elapsed(story.closedAt, parts.now) < REMEMBER);
  const newest = [...kept]
    .sort((one, other) => (one.lastMovedAt < other.lastMovedAt ? 1 : -1))
    .slice(0, STORY_LIMITS.stories)
    .map((story) => before.stories.find((old) => isSame(old, story)) ?? story);
  const due = newest.flatMap((story) => (story.lookAgainAt === null ? [] : [story.lookAgainAt]));
  const forget = newest.flatMap((story) => (story.closedAt === null ? [] : [shifted(story.closedAt, REMEMBER)]));
  const after = {
    ...before,
    stories: newest,
    episodes: before.episodes + parts.stories.length - newest.length,
    denials: parts.denials,
    lookAgainAt: [...due, ...forget].sort()[0] ?? null,
  };
  return before.version > 0 && isSame(before, after) ? after : { ...after, version: before.version + 1 };
}

type Deciding = {
  readonly batch: { readonly key: DossierKey; readonly reports: readonly Report[] };
  readonly recorded: Recording;
  readonly folded: Folded;
  readonly stories: readonly Story[];
  readonly developments: readonly Development[];
};

/** Why each report was told, or was not. */
function decide(from: Deciding): readonly Decision[] {
  return from.batch.reports.map((report) => {
    const fact = from.recorded.byItem.get(report.itemId);
    const verdict = fact?.factId == null ? undefined : from.folded.verdicts.get(fact.factId);
    const story = verdict === undefined ? undefined : from.stories[verdict.episode];
    const mine = from.developments.filter((development) => development.itemId === report.itemId);
    return {
      itemId: report.itemId,
      dossierKey: from.batch.key,
      storyId: story?.id ?? null,
      runnerUp: verdict?.runnerUp == null ? null : (from.stories[verdict.runnerUp]?.id ?? null),
      outcome: outcomeOf({ report, verdict, isTold: mine.length > 0, isNew: fact?.isNew ?? false }),
      developmentIds: mine.map(({ id }) => id),
      reason: verdict?.reason ?? (report.contacts.length > 0 ? 'only recalls what is past' : 'denies no contact'),
    };
  });
}

function outcomeOf(from: {
  readonly report: Report;
  readonly verdict: { readonly weight: string } | undefined;
  readonly isTold: boolean;
  readonly isNew: boolean;
}): Decision['outcome'] {
  if (from.isTold) return 'development';
  if (from.verdict === undefined) return from.report.contacts.length > 0 ? 'background' : 'no_story';
  if (from.report.isBaseline) return 'untold';
  if (from.verdict.weight === 'doubtful') return 'implausible';
  return from.verdict.weight === 'moved' && from.isNew ? 'waiting' : 'repeat';
}
