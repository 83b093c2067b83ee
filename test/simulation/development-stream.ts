import type { Random } from '../../core/ports.ts';

type Key = { readonly pk: string; readonly sk: string };
export type StreamRecord = {
  readonly eventID: string;
  readonly eventName: 'INSERT';
  readonly eventSource: 'aws:dynamodb';
  readonly dynamodb: {
    readonly Keys?: { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } };
    readonly SequenceNumber: string;
  };
};
export type StreamBatch = { readonly records: readonly StreamRecord[]; readonly tries: number };

/** The table's stream on a bad day: records that never come, come twice, cannot be read; batches that are tried again from the first that failed. */
export type StandInStream = {
  insert(keys: readonly Key[]): void;
  take(): StreamBatch | null;
  /** `failed`: sequence numbers; null = the whole batch (its function died). */
  settle(batch: StreamBatch, failed: readonly string[] | null): void;
  /** Records that were given up after three tries more. */
  readonly putAside: StreamRecord[];
  readonly counts: { inserted: number; never: number; twice: number; unreadable: number };
};

const SHARES = { never: 0.15, twice: 0.2, unreadable: 0.1 };
const BATCH = 5;
const MOST_TRIES = 4;

export function standInStream({ random, isCalm }: { readonly random: Random; readonly isCalm: () => boolean }): StandInStream {
  const waiting: StreamBatch[] = [];
  const putAside: StreamRecord[] = [];
  const counts = { inserted: 0, never: 0, twice: 0, unreadable: 0 };
  let made = 0;
  const happens = (what: keyof typeof SHARES): boolean => {
    const does = !isCalm() && random.next() < SHARES[what];
    if (does) counts[what] += 1;
    return does;
  };
  const recordOf = (key: Key | null): StreamRecord => {
    made += 1;
    const keys = key === null ? {} : { Keys: { pk: { S: key.pk }, sk: { S: key.sk } } };
    return { eventID: `e${made}`, eventName: 'INSERT', eventSource: 'aws:dynamodb', dynamodb: { ...keys, SequenceNumber: `${made}` } };
  };
  return {
    insert(keys) {
      counts.inserted += keys.length;
      const records = keys.flatMap((key) => {
        if (happens('never')) return [];
        const unreadable = happens('unreadable') ? [recordOf(null)] : [];
        const again = happens('twice') ? [recordOf(key)] : [];
        return [...unreadable, recordOf(key), ...again];
      });
      for (let from = 0; from < records.length; from += BATCH) waiting.push({ records: records.slice(from, from + BATCH), tries: 1 });
    },
    take: () => waiting.shift() ?? null,
    settle({ records, tries }, failed) {
      const first = failed === null ? 0 : records.findIndex(({ dynamodb }) => failed.includes(dynamodb.SequenceNumber));
      if (first < 0) return;
      const left = records.slice(first);
      if (tries < MOST_TRIES) waiting.push({ records: left, tries: tries + 1 });
      else if (left.length > 1) {
        const middle = Math.ceil(left.length / 2);
        for (const half of [left.slice(0, middle), left.slice(middle)]) waiting.push({ records: half, tries: 1 });
      } else putAside.push(...left);
    },
    putAside,
    counts,
  };
}
