import type { Random } from '../../core/ports.ts';

export type QueueMessage = { readonly id: string; readonly body: string; readonly sentAt: string; receives: number; visibleAt: string };

/** A standard SQS queue as it behaves on a bad day: messages come twice, late, in no order; what fails comes back and in the end is put aside. */
export type StandInQueue = {
  send(body: string, at: string): void;
  /** Those that a worker gets now; they stay out of sight until they are deleted or their time is over. */
  receive(now: string, most: number): readonly QueueMessage[];
  delete(id: string): void;
  /** Puts what was put aside back, as an owner does with "redrive"; those for which `keep` says so stay. */
  redrive(now: string, keep: (body: string) => boolean): number;
  size(): number;
  readonly putAside: QueueMessage[];
  readonly counts: { delivered: number; twice: number; late: number };
};
export type QueueOptions = {
  readonly random: Random;
  readonly visibilityMs: number;
  readonly maxReceives: number;
  readonly isCalm: () => boolean;
};

const SHARE_TWICE = 0.15;
const SHARE_LATE = 0.15;
const LATE_MS = 4 * 60_000;

export function standInQueue({ random, visibilityMs, maxReceives, isCalm }: QueueOptions): StandInQueue {
  let messages: QueueMessage[] = [];
  let made = 0;
  const putAside: QueueMessage[] = [];
  const counts = { delivered: 0, twice: 0, late: 0 };
  const later = (at: string, milliseconds: number): string => new Date(Date.parse(at) + milliseconds).toISOString();
  const happens = (share: number): boolean => !isCalm() && random.next() < share;
  const send = (body: string, at: string): void => {
    made += 1;
    const isLate = happens(SHARE_LATE);
    if (isLate) counts.late += 1;
    messages.push({ id: `m${made}`, body, sentAt: at, receives: 0, visibleAt: isLate ? later(at, LATE_MS) : at });
  };
  return {
    send,
    receive(now, most) {
      const visible = messages.filter(({ visibleAt }) => visibleAt <= now).sort(() => random.next() - 0.5);
      const worn = visible.filter(({ receives }) => receives >= maxReceives);
      putAside.push(...worn);
      messages = messages.filter((message) => !worn.includes(message));
      const taken = visible.filter((message) => !worn.includes(message)).slice(0, most);
      for (const message of taken) {
        message.receives += 1;
        message.visibleAt = later(now, visibilityMs);
        counts.delivered += 1;
      }
      return taken;
    },
    delete(id) {
      if (happens(SHARE_TWICE)) {
        // At least once: the deletion did not reach every copy.
        counts.twice += 1;
        for (const message of messages) if (message.id === id) message.visibleAt = message.sentAt;
      } else messages = messages.filter((message) => message.id !== id);
    },
    redrive(now, keep) {
      const back = putAside.filter(({ body }) => !keep(body));
      for (const message of back) {
        putAside.splice(putAside.indexOf(message), 1);
        send(message.body, now);
      }
      return back.length;
    },
    size: () => messages.length,
    putAside,
    counts,
  };
}
