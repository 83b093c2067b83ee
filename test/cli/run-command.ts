import { PassThrough, Readable } from 'node:stream';
import { main } from '../../cli/main.ts';

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };
type Terminal = { readonly columns?: number; readonly env?: Readonly<Record<string, string>>; readonly stdin?: string };

/** A command as a shell would run it: arguments in, streams and exit code out. `columns` makes it a terminal of that width. */
export async function runCommand(args: readonly string[], { columns, env = {}, stdin = '' }: Terminal = {}): Promise<Ran> {
  const stdout = Object.assign(new PassThrough(), columns === undefined ? {} : { isTTY: true, columns });
  const stderr = new PassThrough();
  const text = { out: '', err: '' };
  stdout.on('data', (chunk: Buffer) => {
    text.out += chunk.toString();
  });
  stderr.on('data', (chunk: Buffer) => {
    text.err += chunk.toString();
  });
  const code = await main(args, { stdin: Readable.from([stdin]), stdout, stderr, env });
  await new Promise((resolve) => setImmediate(resolve));
  return { code, stdout: text.out, stderr: text.err };
}
