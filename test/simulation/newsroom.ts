import type { VirtualTime } from './virtual-time.ts';

/** One item as a feed shows it now; its words are read by `codeLine`. */
export type Entry = { guid: string; readonly published: string; title: string };
export type Newsroom = {
  readonly feedIds: readonly string[];
  entriesOf(feedId: string): readonly Entry[];
};

const PAIRS = ['RU-US', 'CN-US', 'JP-KR', 'FR-TR', 'IN-PK'];
const LADDER = ['possible', 'proposed', 'agreed', 'scheduled Vienna 2026-04-20', 'postponed', 'scheduled Geneva 2026-05-02', 'cancelled'];
const NOISE = ['the weather stays fine', 'a cup final ends level', 'prices rise a little', 'a museum opens its doors'];
const HOUR = 3_600_000;

/**
 * Makes the news of a run: matters that move, each told by some feeds at different times; noise; items with two matters; edits.
 * No two items say the same in the same words (the same words on one day are one item to the pipeline). A feed keeps all it ever said, so that a poll that failed can be made up for.
 */
export function openNewsroom(
  time: VirtualTime,
  options: { readonly feeds: number; readonly hours: number; readonly edit: number },
): Newsroom {
  const feedIds = Array.from({ length: options.feeds }, (_, n) => `feed-${n}`);
  const entries = new Map(feedIds.map((id): [string, Entry[]] => [id, []]));
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(time.chance() * from.length)];
  let count = 0;
  const publish = (feedId: string, title: string): void => {
    count += 1;
    const entry: Entry = { guid: `g${count}`, published: new Date(time.now()).toISOString(), title: `${title} | report ${count}` };
    entries.get(feedId)?.push(entry);
    const edit = (): void => {
      entry.title = `${entry.title} | with more words`;
    };
    if (time.chance() < options.edit) time.at(time.now() + time.between(0, HOUR), edit);
  };
  const tell = (title: string): void => {
    for (const feedId of feedIds) if (time.chance() < 0.4) time.at(time.now() + time.between(0, HOUR / 3), () => publish(feedId, title));
  };
  const start = time.now();
  for (const pair of PAIRS) {
    let step = 0;
    for (let at = start - time.between(0, HOUR); at < start + options.hours * HOUR; at += time.between(HOUR / 3, 2 * HOUR)) {
      const words = LADDER[step % LADDER.length];
      step += 1;
      time.at(at, () => tell(time.chance() < 0.2 ? `${pair} ${words} | ${pick(PAIRS)} proposed` : `${pair} ${words}`));
    }
  }
  for (let at = start; at < start + options.hours * HOUR; at += time.between(0, HOUR / 4))
    time.at(at, () => publish(pick(feedIds) ?? '', pick(NOISE) ?? ''));
  return { feedIds, entriesOf: (feedId) => entries.get(feedId) ?? [] };
}
