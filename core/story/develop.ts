import { planCorrections } from './correction-plan.ts';
import { decideKnown, decideReports } from './decide.ts';
import { recordDenials } from './denial-record.ts';
import type { DevelopResult, Dossier, DossierKey, Report, Story } from './dossier.ts';
import { readKey } from './dossier-key.ts';
import { DAY, elapsed, shifted } from './duration.ts';
import { foldFacts } from './fold.ts';
import { linkStory } from './preparation.ts';
import { type Recording, recordReports } from './record.ts';
import { isSameList, isSameStory } from './same.ts';
import { settleStories, vanishedStories } from './settle.ts';
import { type Telling, tellMoves } from './tell.ts';

/** Grows when a change of the rules makes old dossiers read differently: such a dossier is rebuilt silently before it develops again. */
export const RULES_VERSION = 3;

export type DevelopContext = {
  /** The clock, ISO. Decides what is due; never the order of events. */
  readonly now: string;
  /** True where nothing may be told: corrections and rebuilds. What would have been told counts as told. */
  readonly isSilent?: boolean;
  /** Stories of the leaders' dossier that this one's contacts may prepare; absent where nobody looked: links stay as they are. */
  readonly above?: readonly Story[];
};

/** Open stories of one dossier, the last moved first; the others leave. */
const MAX_STORIES = 8;
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
  const known = toldOf(before.stories);
  const recorded = recordReports(before, batch, known);
  if (dossier !== null && recorded.isEcho && context.isSilent !== true && !isDue(dossier, context.now))
    return { dossier: withEchoes(dossier, recorded), developments: [], decisions: decideKnown(batch.reports, dossier, recorded.factOf) };
  const asked = new Set<string>();
  for (const { factId } of recorded.factOf.values()) asked.add(factId);
  const folded = foldFacts(recorded.facts, { level: before.level, plan: planCorrections(before.corrections), asked });
  const telling: Telling = {
    dossier: before,
    reports: batch.reports,
    now: context.now,
    known,
    isSilent: context.isSilent ?? false,
    above: context.above ?? [],
  };
  const told = settleStories(before, folded, context.now).map(({ episode, moves, story }) =>
    tellMoves({ episode, moves, story: linkStory(story, { above: context.above, reports: batch.reports, now: context.now }) }, telling),
  );
  const denied = recordDenials(told, telling);
  const stories = [...denied.stories, ...vanishedStories(before, denied.stories, context.now)];
  const { factOf } = recorded;
  const { verdicts } = folded;
  return {
    dossier: writeDossier(dossier, { before, stories, denials: denied.records, now: context.now }),
    developments: denied.developments,
    decisions: decideReports({ key: before.key, reports: batch.reports, factOf, verdicts, stories, developments: denied.developments }),
  };
}

/** The dossier with more outlets for what it knows; itself when there is none. */
function withEchoes(dossier: Dossier, { facts, isKnown }: Recording): Dossier {
  if (isKnown) return dossier;
  const grown = new Map(facts.map((fact) => [fact.id, fact]));
  const stories = dossier.stories.map((story) => {
    const mine = story.facts.map((fact) => grown.get(fact.id) ?? fact);
    return isSameList(mine, story.facts) ? story : { ...story, facts: mine };
  });
  return nextVersion(dossier, { stories, episodes: dossier.episodes, denials: dossier.denials, lookAgainAt: dossier.lookAgainAt });
}

const isDue = (dossier: Dossier, now: string): boolean => dossier.lookAgainAt !== null && dossier.lookAgainAt <= now;

/** Keys of all that the stories told or settled. */
function toldOf(stories: readonly Story[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { told } of stories) for (const key of told) keys.add(key);
  return keys;
}

type Writing = { readonly before: Dossier; readonly stories: readonly Story[]; readonly denials: Dossier['denials']; readonly now: string };

/** The dossier as it is to be stored: rows that did not change keep their identity, and so does the whole. */
function writeDossier(stored: Dossier | null, { before, stories, denials, now }: Writing): Dossier {
  const kept = [...stories]
    .filter((story) => story.closedAt === null || elapsed(story.closedAt, now) < REMEMBER)
    .sort((one, other) => (one.lastMovedAt < other.lastMovedAt ? 1 : -1))
    .slice(0, MAX_STORIES)
    .map((story) => before.stories.find((old) => old.id === story.id && isSameStory(old, story)) ?? story);
  const due = kept.map((story) => (story.closedAt === null ? story.lookAgainAt : shifted(story.closedAt, REMEMBER)));
  const lookAgainAt = due.filter((at) => at !== null).sort()[0] ?? null;
  const isSame =
    stored !== null && lookAgainAt === stored.lookAgainAt && isSameList(stored.stories, kept) && isSameList(stored.denials, denials);
  if (isSame) return stored;
  const episodes = before.episodes + stories.length - kept.length;
  return nextVersion(before, { stories: kept, episodes, denials, lookAgainAt });
}

type Changed = Pick<Dossier, 'stories' | 'episodes' | 'denials' | 'lookAgainAt'>;

/** The dossier as it is written next. Every field is named: copies of copies that were spread are read slower with each write. */
function nextVersion(before: Dossier, { stories, episodes, denials, lookAgainAt }: Changed): Dossier {
  const { key, version, rulesVersion, parties, level, corrections, mergedInto } = before;
  return {
    key,
    version: version + 1,
    rulesVersion,
    parties,
    level,
    stories,
    episodes,
    denials,
    corrections,
    lookAgainAt,
    mergedInto,
  };
}
