import type { Corrector } from './correct.ts';
import { develop } from './develop.ts';
import type { Dossier, Story } from './dossier.ts';

export type MergedDossiers = { readonly target: Dossier; readonly source: Dossier };

/**
 * Puts all that one dossier holds into another (two names of the same parties): reports for the first go to the second from now on.
 * The target is written first: between the two writes the source still stands, and doing it again changes nothing more.
 */
export function mergeDossiers(target: Dossier, source: Dossier, who: Corrector): MergedDossiers {
  const facts = new Set(target.stories.flatMap((story) => story.facts.map(({ id }) => id)));
  const moved = source.stories.map((story) => ({ ...story, facts: story.facts.filter(({ id }) => !facts.has(id)) }));
  const denials = source.denials.filter((denial) => target.denials.every(({ id }) => id !== denial.id));
  const joined: Dossier = {
    ...target,
    stories: [...target.stories, ...moved.filter((story) => target.stories.every(({ id }) => id !== story.id))],
    denials: [...target.denials, ...denials.map((denial) => ({ ...denial, dossierKey: target.key }))],
    corrections: [...target.corrections, ...source.corrections.filter(({ id }) => target.corrections.every((one) => one.id !== id))],
  };
  const after = {
    ...develop(joined, { key: target.key, reports: [] }, { now: who.at, isSilent: true }).dossier,
    version: target.version + 1,
  };
  const stories = source.stories.filter(({ id }) => after.stories.every((story) => story.id !== id)).map((story) => pointTo(story, after));
  return {
    target: after,
    source: { ...source, stories, denials: [], mergedInto: target.key, lookAgainAt: null, version: source.version + 1 },
  };
}

/** What is left of a story whose facts went to another name. */
function pointTo(story: Story, target: Dossier): Story {
  const heir = target.stories.find((one) => one.facts.some(({ id }) => story.facts.some((fact) => fact.id === id)));
  return { ...story, facts: [], lookAgainAt: null, mergedInto: heir?.id ?? null };
}
