import { setTimeout as wait } from 'node:timers/promises';
import { cleanLine } from '../../core/alert/sanitise.ts';
import type { Feed } from '../../core/feed/feed.ts';
import { checkFeed, type FeedCheck } from '../../core/pipeline/check-feed.ts';
import { byHost } from '../../core/pipeline/dispatch-polls.ts';
import { EXIT, UsageError } from '../command.ts';
import { feedsOf } from '../local/load-config.ts';
import { type FeedsTurn, type FeedTools, openFeedTools } from './feed-tools.ts';

/** Hosts asked at the same time; each host still has one request at a time. */
const CONCURRENCY = 8;

/** Fetches each feed and says in one line what a poll would get. Exit 1 when one of them cannot be read. */
export async function checkFeeds(turn: FeedsTurn): Promise<number> {
  const feeds = chosenFeeds(turn);
  const tools = openFeedTools(turn);
  const width = Math.max(...feeds.map(({ id }) => id.length), 4);
  let bad = 0;
  try {
    for (const checked of startChecks(feeds, tools, turn.config.polling.hostSpacingMs)) {
      const check = await checked;
      if (!check.isGood) bad += 1;
      turn.io.stdout.write(turn.options.json === true ? `${JSON.stringify(check)}\n` : `${lineOf(check, width)}\n`);
    }
  } finally {
    await tools.close();
  }
  if (turn.options.json !== true) turn.io.stderr.write(summary(feeds.length, bad));
  return bad > 0 ? EXIT.failed : EXIT.ok;
}

/** `bbc-world  rss, 34 items, newest 2026-03-01 07:45, ETag + Last-Modified` and what the owner should know. */
export function lineOf(check: FeedCheck, width: number): string {
  const { feedId, isGood, format, items, newestAt, validators, problems } = check;
  const newest = newestAt === null ? 'no dates' : `newest ${newestAt.slice(0, 16).replace('T', ' ')}`;
  const got = `${format}, ${items} item${items === 1 ? '' : 's'}, ${newest}, ${validators.length > 0 ? validators.join(' + ') : 'no validators'}`;
  const notes = problems.filter((problem) => !problem.startsWith('no validators')).join('; ');
  return `${cleanLine(feedId).padEnd(width)}  ${cleanLine(`${isGood ? got : 'FAILED'}${notes === '' ? '' : `: ${notes}`}`)}`;
}

function summary(count: number, bad: number): string {
  if (bad === 0) return `all ${count} feeds can be read\n`;
  if (bad < count || count === 1) return `${bad} of ${count} feeds cannot be read\n`;
  return `none of ${count} feeds can be read: is this machine connected to a network? \`npm run demo\` shows the program without one\n`;
}

/** One promise a feed, in the order of `feeds`; hosts side by side, the feeds of one host after each other with space between. */
function startChecks(feeds: readonly Feed[], tools: FeedTools, spacingMs: number): readonly Promise<FeedCheck>[] {
  const waiting = new Map(feeds.map((feed) => [feed, deferred()]));
  const queue = [...byHost(feeds).values()];
  const worker = async (): Promise<void> => {
    for (let mine = queue.shift(); mine !== undefined; mine = queue.shift())
      for (const [index, feed] of mine.entries()) {
        if (index > 0) await wait(spacingMs);
        waiting.get(feed)?.settle(checkFeed(feed, tools).then(({ check }) => check));
        await waiting.get(feed)?.promise.catch(() => undefined);
      }
  };
  for (let n = 0; n < CONCURRENCY; n += 1) void worker();
  return feeds.map((feed) => waiting.get(feed)?.promise ?? Promise.reject(new Error(`feed "${feed.id}" was not checked`)));
}

type Deferred = { readonly promise: Promise<FeedCheck>; settle(outcome: Promise<FeedCheck>): void };
function deferred(): Deferred {
  let settle: Deferred['settle'] = () => undefined;
  const promise = new Promise<FeedCheck>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}

/** Ids of the config, addresses that are in no config, or all feeds that are switched on. */
function chosenFeeds({ config, arguments: names }: FeedsTurn): readonly Feed[] {
  const known = feedsOf(config);
  if (names.length === 0) return known.filter(({ isEnabled }) => isEnabled);
  return names.map((name) => known.find(({ id }) => id === name) ?? adHocFeed(name));
}

function adHocFeed(address: string): Feed {
  if (!/^https?:\/\//i.test(address))
    throw new UsageError(`there is no feed "${address}" in the config; \`summitwire feeds list\` names them`);
  return {
    ...{ id: address, url: address, outlet: address, sourceKind: 'press', lang: null },
    ...{ intervalMinutes: 10, credentialRef: null, isEnabled: true },
  };
}
