import { alertIdOf } from '../alert/alert-id.ts';
import { pendingAlert } from '../alert/decide.ts';
import { renderNotice, stateOfPlay } from '../alert/notice.ts';
import type { Subscription } from '../alert/subscription.ts';
import type { Clock, Store, StoryRow } from '../ports.ts';
import type { Story } from '../story/dossier.ts';

export type StateOfPlayPorts = { readonly store: Pick<Store, 'alerts' | 'subscriptions' | 'archive'>; readonly clock: Clock };

/** Stories that one message can hold; the page and the listings have the rest. */
const MOST_STORIES = 200;

/**
 * After the first baseline each subscription is told once what is scheduled, offered and contested now, so that later changes have
 * a ground. Call it when a round of polls has ended: an alert that was made before is not made again. Answers with new alerts' ids.
 */
export async function tellStateOfPlay(ports: StateOfPlayPorts): Promise<readonly string[]> {
  const waiting: Subscription[] = [];
  for (const subscription of await ports.store.subscriptions.list()) {
    const isNew = subscription.state === 'confirmed' && (await ports.store.alerts.get(idFor(subscription))) === null;
    if (isNew) waiting.push(subscription);
  }
  if (waiting.length === 0) return [];
  const stories = await openStories(ports);
  const ids: string[] = [];
  for (const subscription of waiting) if (await put(subscription, stories, ports)) ids.push(idFor(subscription));
  return ids;
}

const idFor = (subscription: Subscription): string => alertIdOf(subscription.id, ['state_of_play']);

async function put(subscription: Subscription, stories: readonly Story[], ports: StateOfPlayPorts): Promise<boolean> {
  const now = ports.clock.now();
  const facts = { id: idFor(subscription), kind: 'state_of_play' as const, developmentIds: [], createdAt: now, dueAt: now };
  const message = renderNotice({
    alertId: facts.id,
    kind: facts.kind,
    subscriptionId: subscription.id,
    channel: subscription.channel,
    title: `State of play: ${stories.length === 1 ? '1 running story' : `${stories.length} running stories`}`,
    paragraphs: stateOfPlay(stories),
    why: 'told once, when your feeds were read for the first time; from now on you hear of changes only',
  });
  return ports.store.alerts.add(pendingAlert(subscription, { ...facts, storyIds: stories.map(({ id }) => id), message }));
}

async function openStories(ports: StateOfPlayPorts): Promise<readonly Story[]> {
  const keep = ({ story }: StoryRow): boolean => story.closedAt === null && story.mergedInto === null && story.status !== null;
  const stories: Story[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Store['archive']['listStories']>> = await ports.store.archive.listStories({
      ...{ limit: MOST_STORIES - stories.length, cursor, from: null, to: null, parties: null, feedId: null, keep },
    });
    stories.push(...page.rows.map(({ story }) => story));
    cursor = page.cursor;
  } while (cursor !== null && stories.length < MOST_STORIES);
  return stories;
}
