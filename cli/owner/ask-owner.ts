import { type IncomingMessage, request } from 'node:http';
import type { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { saidSchema, type TakeInRequest, type TakenIn, takenInSchema, WORK_PATHS } from '../../adapters/api/owner-work.ts';
import { findStoreOwner } from '../../adapters/local/store-lock.ts';
import type { Io } from '../command.ts';

/** The instance that has the store and can be asked to work. */
export type Owner = { readonly pid: number; readonly apiUrl: string; readonly token: string };

/** Null when nothing runs, or what runs serves no API: then the store is free, or its lock says who has it. */
export function findOwner(path: string): Owner | null {
  const owner = findStoreOwner(path);
  if (owner === null || owner.apiUrl === null || owner.correctionToken === null) return null;
  return { pid: owner.pid, apiUrl: owner.apiUrl, token: owner.correctionToken };
}

/** Has the instance do it, says what it says, and answers with its exit code. */
export async function askWork(
  owner: Owner,
  what: 'recodings' | 'polls',
  { body, io }: { readonly body: unknown; readonly io: Io },
): Promise<number> {
  for await (const line of linesOf(await askInstance(owner, WORK_PATHS[what], body))) {
    const said = saidSchema.parse(JSON.parse(line));
    if ('out' in said) await write(io.stdout, said.out);
    else if ('err' in said) await write(io.stderr, said.err);
    else if ('exit' in said) return said.exit;
    else throw new Error(said.error);
  }
  throw new Error(cutOff(owner));
}

/** The lines of a backup; throws when the last one did not come. */
export async function* askBackup(owner: Owner): AsyncGenerator<string> {
  let last = '';
  for await (const line of linesOf(await askInstance(owner, WORK_PATHS.backup))) {
    last = line;
    yield `${line}\n`;
  }
  if (!last.startsWith('{"kind":"end"')) throw new Error(cutOff(owner));
}

export const askTakeIn = async (owner: Owner, lines: TakeInRequest): Promise<TakenIn> =>
  takenInSchema.parse(JSON.parse(await text(await askInstance(owner, WORK_PATHS.intake, lines))));

/** Node's own client: it knows no limit of time, and a poll of many feeds, or a turn that is waited for, says nothing for minutes. A new connection each time: a kept one may just be closing. */
export async function askInstance(owner: Owner, path: string, body?: unknown): Promise<IncomingMessage> {
  const sent = body === undefined ? '' : JSON.stringify(body);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${owner.token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(sent),
    };
    const asked = request(new URL(path, owner.apiUrl), { agent: false, method: body === undefined ? 'GET' : 'POST', headers }, resolve);
    asked.once('error', (error) =>
      reject(new Error(`the running instance (${owner.apiUrl}) does not answer: ${error.message}`, { cause: error })),
    );
    asked.end(sent);
  });
  if (response.statusCode === 200) return response;
  throw new Error(`the running instance (${owner.apiUrl}) refused: ${await reasonOf(response)}`);
}

const problemSchema = z.object({ title: z.string(), detail: z.string().optional() });
/** An instance of an older version has no such door. */
const UNKNOWN_DOOR = new Set([404, 405]);

async function reasonOf(response: IncomingMessage): Promise<string> {
  const body = await text(response);
  if (UNKNOWN_DOOR.has(response.statusCode ?? 0)) return 'it is of an older version; start it again, or stop it first';
  const problem = problemSchema.safeParse(JSON.parse(body));
  return problem.success ? (problem.data.detail ?? problem.data.title) : `status ${response.statusCode}`;
}

/** Whole lines. An answer that is cut ends here without its last line: whoever reads them looks for that. */
async function* linesOf(response: IncomingMessage): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of response) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch {
    // the connection broke
  }
}

const cutOff = ({ apiUrl, pid }: Owner): string =>
  `the running instance (process ${pid}, ${apiUrl}) ended before it was done; what it did is kept, and the same command again does the rest`;

/** Waits for a slow reader, so that much output needs little memory. */
export function write(out: Writable, words: string): Promise<void> {
  return new Promise((resolve, reject) => out.write(words, (error) => (error ? reject(error) : resolve())));
}
