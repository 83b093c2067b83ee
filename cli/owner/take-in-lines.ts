import type { TakeInRequest, TakenIn } from '../../adapters/api/owner-work.ts';
import type { Item } from '../../core/feed/item.ts';
import { type AbsorbPorts, absorbItems } from '../../core/pipeline/absorb.ts';
import { readReplayLine } from '../../core/pipeline/replay-line.ts';

const IMPORT_FEED = 'import';

/** Takes in some lines of items in silence, as the first reading of a feed is; an item that is stored already is left as it is. */
export async function takeInLines({ lines, lastAt }: TakeInRequest, ports: AbsorbPorts): Promise<TakenIn> {
  const items: Item[] = [];
  const bad: { index: number; reason: string }[] = [];
  let newestAt = lastAt;
  for (const [index, line] of lines.entries()) {
    const read = readReplayLine(line, newestAt);
    if (read.kind === 'bad') {
      bad.push({ index, reason: read.reason });
      continue;
    }
    newestAt = read.item.firstSeenAt;
    items.push({ ...read.item, feedId: IMPORT_FEED });
  }
  const stored = await absorbNew(items, ports);
  return { stored, known: items.length - stored, bad, lastAt: newestAt };
}

async function absorbNew(items: readonly Item[], ports: AbsorbPorts): Promise<number> {
  const known = await Promise.all(items.map(async ({ id }) => (await ports.store.items.get(id)) !== null));
  const fresh = items.filter((item, i) => known[i] === false && items.findIndex(({ id }) => id === item.id) === i);
  if (fresh.length > 0)
    await absorbItems(
      fresh.map((item) => ({ item, isBaseline: true })),
      ports,
    );
  return fresh.length;
}
