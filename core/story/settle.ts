import type { Dossier, Fact, Story } from './dossier.ts';
import { type Episode, endOf } from './episode.ts';
import type { Folded } from './fold.ts';
import { hashId } from './identity.ts';
import type { Move } from './move.ts';

/** An episode with the story it is, and all moves its facts make. */
export type Settled = { readonly episode: Episode; readonly story: Story; readonly moves: readonly Move[] };

/** Gives each episode its story: the one that a person named, the one that held its earliest fact before, or a new one. */
export function settleStories(dossier: Dossier, folded: Folded, now: string): readonly Settled[] {
  const byFact = new Map(dossier.stories.flatMap((story) => story.facts.map((fact) => [fact.id, story] as const)));
  const byId = new Map(dossier.stories.map((story) => [story.id, story]));
  const taken = new Set(folded.episodes.flatMap(({ pin }) => (pin === null ? [] : [pin])));
  return folded.episodes.map((episode) => {
    const heir = episode.facts.map(({ id }) => byFact.get(id)).find((story) => story !== undefined && !taken.has(story.id));
    const id = episode.pin ?? heir?.id ?? storyId(dossier, episode.facts[0]);
    taken.add(id);
    return { episode, moves: folded.moves.get(episode) ?? [], story: storyOf(episode, { dossier, id, old: byId.get(id), now }) };
  });
}

const storyId = (dossier: Dossier, first: Fact | undefined): string => hashId(dossier.key, dossier.episodes, 'story', first?.id ?? null);

type StoryFrom = { readonly dossier: Dossier; readonly id: string; readonly old: Story | undefined; readonly now: string };

function storyOf(episode: Episode, { dossier, id, old, now }: StoryFrom): Story {
  const end = endOf(episode);
  const isOver = end.at <= now;
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
