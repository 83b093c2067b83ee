const encoder = new TextEncoder();
/** A reader that takes nothing for this long loses its answer (milliseconds): what is done meanwhile must not wait for it for ever. */
const STALL_MS = 60_000;

export type Write = (text: string) => Promise<void>;
export type StreamOptions = { readonly contentType: string; readonly stallMs?: number };

/** An answer that grows as it is made: `write` waits for a slow reader, and rejects when the reader is gone. An error cuts the answer off. */
export function streamed(produce: (write: Write) => Promise<void>, { contentType, stallMs = STALL_MS }: StreamOptions): Response {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const write: Write = (text) => orStalled(writer.write(encoder.encode(text)).catch(readerGone), stallMs);
  void produce(write)
    .then(() => writer.close())
    .catch((error: unknown) => writer.abort(error))
    .catch(() => {}); // the reader is gone: nobody is left to be told
  return new Response(readable, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
}

/** A stream that its reader cancels rejects with the reader's own reason, which is mostly none. */
function readerGone(reason: unknown): never {
  throw reason instanceof Error ? reason : new Error('the reader is gone');
}

async function orStalled(written: Promise<void>, stallMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the reader takes nothing')), stallMs);
    timer.unref();
  });
  try {
    await Promise.race([written, stalled]);
  } finally {
    clearTimeout(timer);
  }
}
