import { parentPort } from 'node:worker_threads';
import { FeedParseError } from '../../core/feed/feed-parse-error.ts';
import { parseFeed } from '../../core/feed/parse.ts';
import type { ParseJob, ParseReply } from './worker-parser.ts';

/**
 * The other side of worker-parser.ts: parses what it is sent, one feed after the other. A file of its own, because a thread
 * begins with a file: worker-parser.ts looks for it beside itself, as `parse-worker.ts` in the sources and `parse-worker.mjs` in a bundle.
 */
parentPort?.on('message', (job: ParseJob) => {
  answer(job).then((reply) => parentPort?.postMessage(reply));
});
parentPort?.postMessage({ kind: 'ready' } satisfies ParseReply);

async function answer({ bytes, contentType, url }: ParseJob): Promise<ParseReply> {
  try {
    return { kind: 'parsed', feed: await parseFeed(bytes, { url, ...(contentType === null ? {} : { contentType }) }) };
  } catch (error) {
    const code = error instanceof FeedParseError ? error.code : 'unreadable';
    return { kind: 'failed', code, message: error instanceof Error ? error.message : String(error) };
  }
}
