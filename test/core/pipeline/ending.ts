import type { ItemRecord } from '../../../core/ports.ts';
import type { World } from './small-world.ts';

const EVERYTHING = { limit: 1000, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true };

/** What a played saga left behind: to be the same however often the process died. */
export async function endingOf(world: World) {
  const { archive } = world.store;
  const stories = (await archive.listStories(EVERYTHING)).rows.map(({ story }) => story);
  return {
    items: (await archive.listItems(EVERYTHING)).rows.map(itemLine).sort(),
    developments: (await archive.listDevelopments(EVERYTHING)).rows.map(({ id }) => id).sort(),
    told: [...new Set(world.deliveries.flatMap(({ developmentIds }) => developmentIds))].sort(),
    stories: stories.map(({ id, status, sequence, facts }) => `${id} ${status} ${sequence} ${facts.length}`).sort(),
    work: await world.store.work.listDue('9999', 100),
  };
}

/** The item and what became of it. Whether a fact still waits is a matter of the moment: a step done again may call it a repeat. */
const itemLine = ({ item, decisions }: ItemRecord): string =>
  [
    item.id,
    ...decisions.map(
      ({ dossierKey, outcome, developmentIds }) => `${dossierKey} ${outcome.replace('waiting', 'repeat')} ${developmentIds.join('+')}`,
    ),
  ].join(', ');

/** How often the most told development was told. */
export function timesTold(world: World): number {
  const counts = new Map<string, number>();
  for (const id of world.deliveries.flatMap(({ developmentIds }) => developmentIds)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return Math.max(...counts.values());
}

/** Messages that went out more than once under one alert id. */
export const repeats = (world: World): number => world.deliveries.length - new Set(world.deliveries.map(({ alertId }) => alertId)).size;
