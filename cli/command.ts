import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes: the process's own streams, or a test's. */
export type Io = {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** Exit codes: done, failed, used wrongly. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** One file per command, named after it; its row stands in cli/commands.ts. */
export type Command = {
  /** Printed by `--help`: usage line, options, one example. */
  readonly help: string;
  run(args: readonly string[], io: Io): Promise<number>;
};

/** Thrown by a command for wrong arguments: printed without a stack, exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
