import type { Corrections } from '../../adapters/api/corrections.ts';
import type { OwnerWork } from '../../adapters/api/owner-work.ts';
import { type RunningServer, startApiServer } from '../../adapters/local/api-server.ts';
import type { CodedItem, CodingInput } from '../../core/coding/codebook/coded-item.ts';
import type { Feed } from '../../core/feed/feed.ts';
import { codingInputOf } from '../../core/pipeline/coding-input.ts';
import type { Clock, Log, Store } from '../../core/ports.ts';
import { builtPage } from './built-page.ts';

export type PageParts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly feeds: readonly Feed[];
  readonly code: (input: CodingInput) => CodedItem;
  readonly log: Log;
  /** 0 = any free port. */
  readonly port: number;
  readonly corrections?: Corrections;
  readonly work?: OwnerWork;
};

/** The query API and the page of a running store. */
export async function servePage({ store, clock, feeds, code, log, port, corrections, work }: PageParts): Promise<RunningServer> {
  const ports = { ...store, clock, knownFeeds: feeds, codeNow: (item: Parameters<typeof codingInputOf>[0]) => code(codingInputOf(item)) };
  const doors = { ...(corrections === undefined ? {} : { corrections }), ...(work === undefined ? {} : { work }) };
  return startApiServer({ ports, port, webRoot: await builtPage(), log, ...doors });
}
