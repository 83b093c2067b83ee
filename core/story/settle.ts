import type { Dossier, Story } from './dossier.ts';
import { type Episode, endOf } from './episode.ts';
import type { Folded } from './fold.ts';
import { hashId } from './identity.ts';
import type { Move } from './move.ts';

/** An episode with the story it is, and all moves its facts make. */
export type Settled = { readonly episode: Episode; readonly story: Story; readonly moves: readonly Move[] };

/** Gives each episode its story: the one that a person named, the one that held its earliest fact before, or a new one. */
export function settleStories(dossier: Dossier, folded: Folded, now: string): readonly Settled[] {
  const byFact = new Map<string, Story>();
  for (const story of dossier.stories) for (const { id } of story.facts) byFact.set(id, story);
  const byId = new Map(dossier.stories.map((story) => [story.id, story]));
  const taken = new Set(folded.episodes.flatMap(({ pin }) => (pin === null ? [] : [pin])));
  const ids = folded.episodes.map((episode) => {
    const heir = heirOf(episode, byFact, taken);
    if (heir !== undefined) taken.add(heir.id);
    return episode.pin ?? heir?.id ?? null;
  });
  return folded.episodes.map((episode, i) => {
    const id = ids[i] ?? newStoryId(dossier, episode, (known) => taken.has(known) || byId.has(known));
    taken.add(id);
    return { episode, moves: folded.moves.get(episode) ?? [], story: storyOf(episode, { dossier, id, old: byId.get(id), now }) };
  });
}

/** The story that held the earliest of its facts and is no other episode's already. */
function heirOf({ facts }: Episode, byFact: ReadonlyMap<string, Story>, taken: ReadonlySet<string>): Story | undefined {
  for (const { id } of facts) {
    const story = byFact.get(id);
    if (story !== undefined && !taken.has(story.id)) return story;
  }
  return undefined;
}

/** Named after its first fact; after that and a number where a story of that name lives on with other facts. */
function newStoryId(dossier: Dossier, episode: Episode, isTaken: (id: string) => boolean): string {
  for (let n = 0; ; n += 1) {
    const id = hashId(dossier.key, dossier.episodes, 'story', episode.facts[0]?.id ?? null, n);
    if (!isTaken(id)) return id;
  }
}

/**
 * Stories whose facts went to another one (a late report joined what looked like two, a person merged them): what is left of them
 * points there, and keeps what was told.
 */
export function vanishedStories(dossier: Dossier, living: readonly Story[], now: string): readonly Story[] {
  const ids = new Set(living.map(({ id }) => id));
  return dossier.stories
    .filter((story) => !ids.has(story.id) && story.told.length > 0)
    .map((story) => {
      const heir = living.find(({ facts }) => facts.some(({ id }) => story.facts.some((fact) => fact.id === id)));
      return {
        ...story,
        facts: [],
        closedAt: story.closedAt ?? now,
        closedBecause: story.closedBecause ?? (heir === undefined ? 'no facts left' : 'merged'),
        lookAgainAt: null,
        mergedInto: heir?.id ?? story.mergedInto,
      };
    });
}

/** Positions of the sides, in order of their codes. */
const sidesOf = ({ sides }: Episode): Story['sides'] =>
  Object.fromEntries(sides.size < 2 ? sides : [...sides].sort(([one], [other]) => (one < other ? -1 : 1)));

type StoryFrom = { readonly dossier: Dossier; readonly id: string; readonly old: Story | undefined; readonly now: string };

function storyOf(episode: Episode, { dossier, id, old, now }: StoryFrom): Story {
  const { time, because } = endOf(episode);
  const endAt = Number.isFinite(time) ? new Date(time).toISOString() : null;
  const isOver = endAt !== null && endAt <= now;
  return {
    id,
    parties: episode.parties.length === 0 ? dossier.parties : episode.parties,
    leaders: episode.leaders,
    level: dossier.level,
    summit: episode.summit,
    status: episode.status,
    statusAt: episode.status === null ? null : episode.statusAt,
    sides: sidesOf(episode),
    isContested: episode.isContested,
    form: episode.form,
    date: episode.date,
    place: episode.place,
    openedAt: episode.openedAt,
    lastMovedAt: episode.lastMovedAt,
    closedAt: isOver ? endAt : null,
    closedBecause: isOver ? because : null,
    facts: episode.facts,
    sequence: old?.sequence ?? 0,
    told: old?.told ?? [],
    lookAgainAt: isOver ? null : endAt,
    isMuted: old?.isMuted ?? false,
    mergedInto: null,
    ...(old?.prepares === undefined ? {} : { prepares: old.prepares }),
  };
}
