import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../../core/coding/codebook/coded-item.ts';
import type { Feed } from '../../../core/feed/feed.ts';
import { pollFeed } from '../../../core/pipeline/poll-feed.ts';
import { withoutRepeats } from '../../../core/pipeline/revision.ts';
import { aCodedItem, aContact, aDenialOf } from '../../builders.ts';
import { aFeed, parsedItemNo } from '../../feed-builders.ts';
import { aPollWorld, type PollWorld } from './poll-world.ts';

const [one, two] = [aFeed({ id: 'one', outlet: 'One' }), aFeed({ id: 'two', outlet: 'Two', url: 'https://two.example/rss' })];

/** A world that reads "RU-US scheduled" out of a title. */
function readingWorld(): PollWorld {
  const world = aPollWorld();
  const code: PollWorld['ports']['code'] = ({ id, title }) => {
    const status = STATUSES.find((each) => title?.includes(each));
    const contact = { parties: ['RU', 'US'], side: null, date: null, place: null, conditional: false, background: false };
    return aCodedItem({ id, contacts: status === undefined ? [] : [aContact({ ...contact, status })] });
  };
  return { ...world, ports: { ...world.ports, code } };
}

const LISTING = { limit: 50, cursor: null, from: null, to: null, parties: null, feedId: null, keep: () => true };

async function say(world: PollWorld, feed: Feed, title: string): Promise<void> {
  world.publish(feed.id, [
    parsedItemNo(1, { title, guid: `${feed.id}-1`, link: `https://${feed.id}.example/1`, summary: null, published: world.clock.now() }),
  ]);
  await pollFeed(feed, world.ports);
  world.pass(240);
}
const statusOf = async (world: PollWorld): Promise<unknown> =>
  (await world.store.dossiers.get('leader:RU-US'))?.stories.map(({ status }) => status);
const toldOf = async (world: PollWorld): Promise<unknown[]> =>
  (await world.store.archive.listDevelopments(LISTING)).rows.map(({ to }) => to);

async function baseline(world: PollWorld): Promise<void> {
  for (const feed of [one, two]) {
    world.publish(feed.id, []);
    await pollFeed(feed, world.ports);
  }
}

describe('what a first fetch brings', () => {
  it('is folded in and told to nobody; what comes after it is told', async () => {
    const world = readingWorld();
    await say(world, one, 'Presidents: summit scheduled');
    expect([await statusOf(world), await toldOf(world)]).toEqual([['scheduled'], []]);
    await say(world, one, 'Presidents: summit cancelled');
    expect([await statusOf(world), await toldOf(world)]).toEqual([['cancelled'], ['cancelled']]);
  });
});

describe('a revision', () => {
  it('that says the same in other words moves nothing, though it comes after another outlet’s news', async () => {
    const world = readingWorld();
    await baseline(world);
    await say(world, one, 'Presidents: summit scheduled');
    await say(world, two, 'Summit is cancelled, both sides say');
    expect(await statusOf(world)).toEqual(['cancelled']);
    const told = (await toldOf(world)).length;
    await say(world, one, 'Presidents: summit scheduled (with a mended typo)');
    expect(await statusOf(world)).toEqual(['cancelled']);
    expect(await toldOf(world)).toHaveLength(told);
    const { rows } = await world.store.archive.listItems(LISTING);
    const outcomes = rows.map(({ item, decisions }) => [item.revisionOf === null, decisions[0]?.outcome]);
    expect(outcomes).toHaveLength(3);
    expect(outcomes).toContainEqual([false, 'background']);
  });

  it('that says something else moves the story: a live page that turns to "cancelled" is not lost', async () => {
    const world = readingWorld();
    await baseline(world);
    await say(world, one, 'Presidents: summit scheduled');
    await say(world, one, 'Presidents: summit cancelled');
    expect(await statusOf(world)).toEqual(['cancelled']);
    expect(await toldOf(world)).toContain('cancelled');
  });

  it('is compared with the words before it, not with the first: what is agreed again after a refusal is news', async () => {
    const world = readingWorld();
    await baseline(world);
    await say(world, one, 'Presidents: summit scheduled');
    await say(world, one, 'Presidents: summit cancelled');
    await say(world, one, 'Presidents: summit scheduled after all');
    const { rows } = await world.store.archive.listItems(LISTING);
    const outcomes = rows.map(({ item, decisions }) => [item.title, decisions[0]?.outcome]);
    expect(outcomes).not.toContainEqual([expect.anything(), 'background']);
    expect(outcomes).toHaveLength(3);
  });
});

describe('what a revision repeats', () => {
  it('becomes background, what it adds stays', () => {
    const [old, slot] = [aContact(), aContact({ place: 'Elsewhere' })];
    const read = withoutRepeats(
      aCodedItem({ contacts: [old, slot] }),
      aCodedItem({ contacts: [aContact({ evidence: { ...old.evidence, sentence: 'Other words' } })] }),
    );
    expect(read.contacts.map(({ background }) => background)).toEqual([true, false]);
  });

  it('is told apart for denials by who denies what, and how strongly', () => {
    const before = aCodedItem({ denials: [aDenialOf({ claim: 'A Call took place' })] });
    const background = (part: object) =>
      withoutRepeats(aCodedItem({ denials: [aDenialOf({ claim: 'a call took place', ...part })] }), before).denials[0]?.background;
    expect([background({}), background({ by: 'ZZ' }), background({ strength: 'fake' })]).toEqual([true, false, false]);
  });
});
