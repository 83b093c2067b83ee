import { createWriteStream, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Io } from '../command.ts';
import { write } from '../owner/ask-owner.ts';

/** `isPrivate`: a file that only the owner's account may read. */
export type Out = { readonly output: string | undefined; readonly isPrivate?: boolean; readonly io: Pick<Io, 'stdout'> };

/** Lines to standard output, or to a file: it appears whole or not at all, and what stood there before stays until then. */
export async function writeOut(lines: AsyncIterable<string>, { output, isPrivate = false, io }: Out): Promise<void> {
  if (output === undefined) for await (const line of lines) await write(io.stdout, line);
  else await writeFile(lines, output, isPrivate ? 0o600 : 0o666);
}

async function writeFile(lines: AsyncIterable<string>, output: string, mode: number): Promise<void> {
  const before = statSync(output, { throwIfNoEntry: false });
  // a pipe or a device is written to as it is
  if (before !== undefined && !before.isFile()) return pipeline(lines, createWriteStream(output));
  const target = before === undefined ? output : realpathSync(output);
  const draft = `${target}.part`;
  try {
    // a folder that is not there is named as it was given, not by the draft in it
    statSync(dirname(target));
    rmSync(draft, { force: true });
    await pipeline(lines, createWriteStream(draft, { mode }));
    renameSync(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
}
