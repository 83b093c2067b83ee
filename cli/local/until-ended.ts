/** Settles at Ctrl-C or when the process is told to end; a second signal ends it at once, as ever. */
export function untilEnded(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });
}
