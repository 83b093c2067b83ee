import { seededRandom } from '../../adapters/local/random.ts';

type Event = { readonly at: number; readonly order: number; readonly run: () => void };

/** Virtual time and chance, both from one seed: whatever waits, waits here, so a run is the same each time. */
export type VirtualTime = {
  /** Milliseconds since the epoch. */
  now(): number;
  /** 0 <= x < 1, the same sequence for the same seed. */
  chance(): number;
  between(low: number, high: number): number;
  /** Resolves after so many virtual milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  at(time: number, run: () => void): void;
  /** Lets virtual time pass until there is nothing more to do before `until`. */
  runUntil(until: number): Promise<void>;
};

export function virtualTime(seed: number, start: number): VirtualTime {
  const random = seededRandom(seed);
  const events: Event[] = [];
  let now = start;
  let order = 0;
  const at = (time: number, run: () => void): void => {
    order += 1;
    push(events, { at: Math.max(time, now), order, run });
  };
  return {
    now: () => now,
    chance: random.next,
    between: (low, high) => low + random.next() * (high - low),
    sleep: (milliseconds) => new Promise((done) => at(now + milliseconds, done)),
    at,
    runUntil: async (until) => {
      for (let next = events[0]; next !== undefined && next.at <= until; next = events[0]) {
        pop(events);
        now = next.at;
        next.run();
        await untilIdle();
      }
      now = until;
    },
  };
}

/** Everything that can go on without virtual time has gone on: all chains of promises have run out. */
const untilIdle = (): Promise<void> => new Promise((done) => setImmediate(done));

const isBefore = (a: Event | undefined, b: Event | undefined): boolean =>
  a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order));

/** A binary heap: the earliest event first, in order of their making where times are equal. */
function push(heap: Event[], event: Event): void {
  heap.push(event);
  for (let i = heap.length - 1; i > 0; ) {
    const parent = (i - 1) >> 1;
    if (!isBefore(heap[i], heap[parent])) return;
    swap(heap, i, parent);
    i = parent;
  }
}

function pop(heap: Event[]): void {
  swap(heap, 0, heap.length - 1);
  heap.pop();
  for (let i = 0; ; ) {
    const [left, right] = [2 * i + 1, 2 * i + 2];
    const first = isBefore(heap[left], heap[i]) ? left : i;
    const least = isBefore(heap[right], heap[first]) ? right : first;
    if (least === i) return;
    swap(heap, i, least);
    i = least;
  }
}

function swap(heap: Event[], i: number, j: number): void {
  const [one, other] = [heap[i], heap[j]];
  if (one === undefined || other === undefined) return;
  heap[i] = other;
  heap[j] = one;
}
