/**
 * At most so many messages a second to one address. Ten mails a second make SNS suspend a subscription;
 * two senders may run at a time, so each keeps below half of that.
 */
export function createPace(
  now: () => number,
  wait: (milliseconds: number) => Promise<void>,
): (address: string, perSecond: number) => Promise<void> {
  const nextAt = new Map<string, number>();
  return async (address, perSecond) => {
    const at = Math.max(now(), nextAt.get(address) ?? 0);
    nextAt.set(address, at + Math.ceil(1000 / perSecond));
    if (nextAt.size > 10_000) forgetPast(nextAt, now());
    const delay = at - now();
    if (delay > 0) await wait(delay);
  };
}

function forgetPast(nextAt: Map<string, number>, now: number): void {
  for (const [address, at] of nextAt) if (at <= now) nextAt.delete(address);
}
