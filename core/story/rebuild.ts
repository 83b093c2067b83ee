import { develop, emptyDossier, RULES_VERSION } from './develop.ts';
import type { Development } from './development.ts';
import type { DenialRecord, Dossier, DossierKey, Report, Story } from './dossier.ts';

/** A dossier derived anew, and what its rules would have told on the way. Nothing of it is sent. */
export type Rebuilt = { readonly dossier: Dossier; readonly wouldTell: readonly Development[] };

/** True when older rules made it: it is rebuilt before it develops again. */
export const isStale = (dossier: Dossier): boolean => dossier.rulesVersion < RULES_VERSION;

/**
 * Derives a dossier anew from all reports of its items, each at the time it was first seen. Corrections, mutes and what was told are
 * kept; stories keep their names where they hold the same items. Everything that moved counts as told.
 */
export function rebuildDossier(before: Dossier, reports: readonly Report[], now: string): Rebuilt {
  const ordered = [...reports].sort((one, other) =>
    one.firstSeenAt < other.firstSeenAt ? -1 : one.firstSeenAt > other.firstSeenAt ? 1 : 0,
  );
  const key: DossierKey = before.key;
  const wouldTell: Development[] = [];
  let dossier: Dossier = { ...emptyDossier(key), corrections: before.corrections, episodes: before.episodes };
  for (const report of ordered) {
    const step = develop(dossier, { key, reports: [report] }, { now: report.firstSeenAt });
    dossier = step.dossier;
    wouldTell.push(...step.developments);
  }
  const last = develop(dossier, { key, reports: [] }, { now });
  dossier = last.dossier;
  wouldTell.push(...last.developments);
  const names = nameStories(before.stories, dossier.stories);
  return {
    dossier: {
      ...dossier,
      version: before.version + 1,
      rulesVersion: RULES_VERSION,
      mergedInto: before.mergedInto,
      stories: dossier.stories.map((story) => inherit(story, names.get(story.id))),
      denials: dossier.denials.map((denial) => inheritDenial(denial, before.denials)),
    },
    wouldTell: wouldTell.map((development) => ({ ...development, storyId: names.get(development.storyId)?.id ?? development.storyId })),
  };
}

/** New story -> the old one that shares most items with it; each old one once. */
function nameStories(old: readonly Story[], fresh: readonly Story[]): ReadonlyMap<string, Story> {
  const names = new Map<string, Story>();
  const taken = new Set<string>();
  for (const story of fresh) {
    const items = itemsOf(story);
    const [best] = old
      .filter(({ id }) => !taken.has(id))
      .map((candidate) => ({ candidate, shared: [...itemsOf(candidate)].filter((id) => items.has(id)).length }))
      .filter(({ shared }) => shared > 0)
      .sort((one, other) => other.shared - one.shared);
    if (best === undefined) continue;
    taken.add(best.candidate.id);
    names.set(story.id, best.candidate);
  }
  return names;
}

const itemsOf = (story: Story): ReadonlySet<string> => new Set(story.facts.flatMap((fact) => fact.itemIds));

/** The old story's name, sequence and mute; what was told of either is told. */
function inherit(story: Story, old: Story | undefined): Story {
  if (old === undefined) return { ...story, sequence: 0 };
  const told = [...new Set([...old.told, ...story.told])];
  const link = old.prepares === undefined ? {} : { prepares: old.prepares };
  return { ...story, ...link, id: old.id, sequence: old.sequence, isMuted: old.isMuted, told };
}

function inheritDenial(denial: DenialRecord, old: readonly DenialRecord[]): DenialRecord {
  const known = old.find((one) => one.by === denial.by && one.firstItemId === denial.firstItemId);
  return known === undefined ? denial : { ...denial, id: known.id, storyId: known.storyId, reversedBy: known.reversedBy };
}
