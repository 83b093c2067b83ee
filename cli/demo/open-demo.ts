import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFeedFetcher } from '../../adapters/http/feed-fetcher.ts';
import { virtualClock } from '../../adapters/local/clock.ts';
import { systemIds } from '../../adapters/local/ids.ts';
import { openLocalStore } from '../../adapters/local/local-store.ts';
import { seededRandom } from '../../adapters/local/random.ts';
import { createTerminalChannel, type TerminalStyle } from '../../adapters/local/terminal.ts';
import type { Alert } from '../../core/alert/alert.ts';
import { codeItem } from '../../core/coding/code-item.ts';
import type { CodedItem, CodingInput } from '../../core/coding/codebook/coded-item.ts';
import { buildLexicon } from '../../core/coding/lexicon/lexicon.ts';
import type { Feed } from '../../core/feed/feed.ts';
import { parseFeed } from '../../core/feed/parse.ts';
import type { AlertChannel, Clock, Store } from '../../core/ports.ts';
import type { Io } from '../command.ts';
import { createLocalPipeline, type PollTurn } from '../local/local-pipeline.ts';
import { settleOwnerSubscriptions } from '../local/owner-subscriptions.ts';
import { terminalLog } from '../local/terminal-log.ts';
import { type FeedServer, startFeedServer } from './feed-server.ts';
import { SAMPLE_OUTLETS, SAMPLE_ROUNDS, type SampleRound } from './sample.ts';

/** The real pipeline on the sample feeds: loopback server, fetcher, parser, coder, stories, alerts; only the clock is not real. */
export type Demo = {
  readonly store: Store;
  readonly clock: Clock;
  readonly feeds: readonly Feed[];
  readonly code: (input: CodingInput) => CodedItem;
  /** Alerts sent so far, in order. */
  readonly sent: readonly Alert[];
  /** Publishes a round's items, polls all feeds, and lets time pass until the alerts are out. `tell` speaks between the two. */
  play(round: SampleRound, tell: (turn: PollTurn) => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

/** After each poll the clock goes on this far, so that alerts that wait for others of the same item are sent. */
const SETTLE_MS = 30_000;
const POLLING = { intervalMinutes: 10, minMinutes: 5, maxMinutes: 10, hostSpacingMs: 0, allowLoopback: true };
const OWNER = [
  { id: 'terminal', channel: 'terminal', to: '', filter: 'severity:major,minor', rhythm: { kind: 'immediate' }, quietHours: null },
] as const;

export async function openDemo({ io, style }: { io: Io; style: TerminalStyle }): Promise<Demo> {
  const server = await startFeedServer();
  const clock = virtualClock(SAMPLE_ROUNDS[0]?.at ?? '2021-03-17T00:00:00Z');
  const folder = mkdtempSync(join(tmpdir(), 'summitwire-demo-'));
  const local = await openLocalStore({ path: folder, clock, retentionDays: 3650 });
  const { store } = local;
  const fetcher = createFeedFetcher({
    clock,
    allowLoopback: true,
    secrets: { read: async () => null },
    contactUrl: 'https://example.org/summitwire',
  });
  const lexicon = buildLexicon();
  const code = (input: CodingInput): CodedItem => codeItem(input, lexicon);
  const sent: Alert[] = [];
  const feeds = SAMPLE_OUTLETS.map((outlet) => feedOf(outlet, server));
  const pipeline = createLocalPipeline({
    ...{ store, clock, feeds, fetcher, ids: systemIds, random: seededRandom(1), log: terminalLog((text) => void io.stderr.write(text)) },
    parser: {
      parse: (bytes, hints) =>
        parseFeed(bytes, { url: hints.url, ...(hints.contentType === null ? {} : { contentType: hints.contentType }) }),
    },
    code,
    channels: [remembering(createTerminalChannel({ ...style, write: (text) => void io.stdout.write(text) }), sent)],
    config: { watch: [], polling: POLLING },
    pause: async () => {},
  });
  await settleOwnerSubscriptions([...OWNER], store.subscriptions, clock);
  const play: Demo['play'] = async (round, tell) => {
    clock.set(round.at);
    server.publish(round.items);
    await tell(await pipeline.poll());
    clock.set(new Date(Date.parse(round.at) + SETTLE_MS).toISOString());
    await pipeline.settle();
  };
  const close = async (): Promise<void> => {
    await Promise.all([fetcher.close(), server.close(), local.close()]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, clock, feeds, code, sent, play, close };
}

const feedOf = ({ id, outlet, sourceKind }: (typeof SAMPLE_OUTLETS)[number], server: FeedServer): Feed => ({
  ...{
    id,
    outlet,
    sourceKind,
    url: `${server.url}/${id}`,
    lang: 'en',
    intervalMinutes: POLLING.intervalMinutes,
    credentialRef: null,
    isEnabled: true,
  },
});

const remembering = (channel: AlertChannel, sent: Alert[]): AlertChannel => ({
  channel: channel.channel,
  async send(subscription, alert, message) {
    const result = await channel.send(subscription, alert, message);
    if (result.kind === 'sent') sent.push(alert);
    return result;
  },
});
