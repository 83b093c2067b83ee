import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { renderFeed } from './render-feed.ts';
import { SAMPLE_OUTLETS, type SampleItem, type SampleOutlet } from './sample.ts';

/** Serves the sample feeds on 127.0.0.1: what has been published so far, with an ETag, and 304 for whoever knows it. */
export type FeedServer = {
  readonly url: string;
  publish(items: readonly SampleItem[]): void;
  /** Requests answered so far, and how many of them with 304. */
  counts(): { readonly requests: number; readonly unchanged: number };
  close(): Promise<void>;
};

export async function startFeedServer(): Promise<FeedServer> {
  const published: SampleItem[] = [];
  const counts = { requests: 0, unchanged: 0 };
  const server = createServer((request, response) => answer(request, response, { published, counts }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the feed server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    publish: (items) => void published.push(...items),
    counts: () => ({ ...counts }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Shelf = { readonly published: readonly SampleItem[]; readonly counts: { requests: number; unchanged: number } };

function answer(request: IncomingMessage, response: ServerResponse, shelf: Shelf): void {
  const outlet = SAMPLE_OUTLETS.find((candidate) => request.url === `/${candidate.id}`);
  shelf.counts.requests += 1;
  if (outlet === undefined) return void response.writeHead(404).end();
  const { bytes, contentType } = renderFeed(outlet, itemsOf(outlet, shelf.published));
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
  if (request.headers['if-none-match'] === etag) {
    shelf.counts.unchanged += 1;
    return void response.writeHead(304, { etag }).end();
  }
  response.writeHead(200, { 'content-type': contentType, etag }).end(bytes);
}

/** A feed shows its newest twenty. */
const itemsOf = (outlet: SampleOutlet, published: readonly SampleItem[]): SampleItem[] =>
  published.filter((item) => item.feedId === outlet.id).slice(-20);
