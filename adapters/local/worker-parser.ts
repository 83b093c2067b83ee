import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type FeedParseCode, FeedParseError } from '../../core/feed/feed-parse-error.ts';
import type { ParsedFeed } from '../../core/feed/parsed-feed.ts';
import type { FeedParser } from '../../core/ports.ts';

/** What goes to the thread and what comes back. */
export type ParseJob = { readonly bytes: Uint8Array; readonly contentType: string | null; readonly url: string };
export type ParseReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'parsed'; readonly feed: ParsedFeed }
  | { readonly kind: 'failed'; readonly code: FeedParseCode; readonly message: string };

export type WorkerParserOptions = {
  /** Milliseconds for one feed; the largest honest one takes a tenth of a second. */
  readonly limitMs?: number;
  /** The thread's file, where it is not beside this one. */
  readonly entry?: string;
};
export type WorkerParser = FeedParser & { close(): Promise<void> };

const LIMIT_MS = 5000;
/** A thread that cannot begin in this time never will: its file is broken. */
const START_MS = 20_000;
/** A body of 10 MB needs under 300 MB. */
const HEAP_MB = 512;

/**
 * Parses in a thread of its own that is ended after `limitMs` and begun anew, so that no feed can stall its neighbours:
 * a timer cannot interrupt a busy loop, ending its thread can. One feed at a time; the rest wait in line. An idle thread keeps no process alive.
 */
export function createWorkerParser({ limitMs = LIMIT_MS, entry = findEntry() }: WorkerParserOptions = {}): WorkerParser {
  let thread: Thread | null = null;
  let line: Promise<unknown> = Promise.resolve();

  async function parseNext(job: ParseJob): Promise<ParsedFeed> {
    thread ??= startThread(entry);
    const mine = thread;
    const reply = await ask(mine, job, limitMs);
    if (reply.kind === 'parsed') return reply.feed;
    if (reply.kind === 'failed') throw new FeedParseError(reply.code, reply.message);
    if (reply.kind === 'ready') throw new Error('the parse thread began twice');
    if (thread === mine) thread = null;
    await mine.worker.terminate();
    throw reply.error;
  }

  return {
    parse(bytes, { contentType, url }) {
      const turn = line.then(() => parseNext({ bytes, contentType, url }));
      line = turn.catch(() => null);
      return turn;
    },
    async close() {
      await line;
      await thread?.worker.terminate();
      thread = null;
    },
  };
}

type Thread = { readonly worker: Worker; readonly ready: Promise<Outcome> };
type Lost = { readonly kind: 'lost'; readonly error: Error };
type Outcome = ParseReply | Lost;

function startThread(entry: string): Thread {
  const isSource = entry.endsWith('.ts');
  const worker = new Worker(isSource ? beginWithTsx(entry) : entry, {
    eval: isSource,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  worker.unref();
  return { worker, ready: next(worker, START_MS, () => new Error(`the parse thread ${entry} does not begin`)) };
}

/** From the sources: Node 20 reads a thread's first file without loaders, so the first "file" is a line that asks for tsx. */
function beginWithTsx(entry: string): string {
  const [tsx, file] = [import.meta.resolve('tsx/esm/api'), pathToFileURL(entry).href].map((url) => JSON.stringify(url));
  return `import(${tsx}).then((tsx) => { tsx.register(); return import(${file}); });`;
}

async function ask({ worker, ready }: Thread, job: ParseJob, limitMs: number): Promise<Outcome> {
  worker.ref();
  try {
    const first = await ready;
    if (first.kind === 'lost') return first;
    const answer = next(
      worker,
      limitMs,
      () => new FeedParseError('too_slow', `the feed took more than ${limitMs} ms to read: it was given up`),
    );
    worker.postMessage(job);
    return await answer;
  } finally {
    worker.unref();
  }
}

/** The thread's next word, or why there will be none. */
function next(worker: Worker, limitMs: number, tooLate: () => Error): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    const onError = (error: Error): void => settle({ kind: 'lost', error: lossOf(error) });
    const onExit = (code: number): void => settle({ kind: 'lost', error: new Error(`the parse thread ended with code ${code}`) });
    const timer = setTimeout(() => settle({ kind: 'lost', error: tooLate() }), limitMs);
    worker.on('message', settle).on('error', onError).on('exit', onExit);
  });
}

/** A thread that runs out of memory is the feed's fault; one whose file is missing is ours. */
function lossOf(error: Error): Error {
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (isOutOfMemory)
    return new FeedParseError('too_large', `the feed needs more than ${HEAP_MB} MB to read: it was given up`, { cause: error });
  return error;
}

/** Beside this file: `parse-worker.ts` in the sources, `parse-worker.mjs` in a bundle (infra/bundle.ts builds it). */
function findEntry(): string {
  const names = import.meta.url.endsWith('.ts') ? ['./parse-worker.ts'] : ['./parse-worker.mjs', './parse-worker.js'];
  const paths = names.map((name) => fileURLToPath(new URL(name, import.meta.url)));
  const found = paths.find((path) => existsSync(path));
  if (found === undefined)
    throw new Error(`the parse thread's file is missing: ${paths[0]} (bundle adapters/local/parse-worker.ts beside the function)`);
  return found;
}
