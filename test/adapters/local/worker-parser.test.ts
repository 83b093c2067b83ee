import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { plainParser } from '../../../adapters/local/plain-parser.ts';
import { createWorkerParser } from '../../../adapters/local/worker-parser.ts';
import { FeedParseError } from '../../../core/feed/feed-parse-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'parser-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HINTS = { contentType: null, url: 'https://w.example/feed' };
const feed = (title: string): Buffer =>
  Buffer.from(`<rss version="2.0"><channel><item><title>${title}</title><link>/1</link></item></channel></rss>`);

/** A thread that does what its feed says: loop for ever, eat memory, die, or answer. */
const MISBEHAVING = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ bytes }) => {
  const text = Buffer.from(bytes).toString();
  if (text === 'loop') for (;;);
  if (text === 'eat') { const all = []; for (;;) all.push(new Array(1e6).fill(all.length)); }
  if (text === 'die') process.exit(3);
  parentPort.postMessage({ kind: 'parsed', feed: { title: text, items: [] } });
});
parentPort.postMessage({ kind: 'ready' });
`;

describe('the parse thread', () => {
  test('gives what the plain parser gives', async () => {
    const parser = createWorkerParser();

    expect(await parser.parse(feed('One'), HINTS)).toEqual(await plainParser.parse(feed('One'), HINTS));
    await parser.close();
  });

  test('gives the same error, and goes on', async () => {
    const parser = createWorkerParser();
    const answers = await Promise.allSettled([
      parser.parse(Buffer.from('<html></html>'), HINTS),
      parser.parse(feed('Two'), HINTS),
      parser.parse(Buffer.from(''), HINTS),
    ]);

    expect(answers[0]).toMatchObject({ status: 'rejected', reason: { name: 'FeedParseError', code: 'html_page' } });
    expect(answers[1]).toMatchObject({ value: { items: [{ title: 'Two' }] } });
    expect(answers[2]).toMatchObject({ reason: { code: 'empty' } });
    await parser.close();
  });

  test.each([
    ['that never ends', 'loop', { code: 'too_slow', message: expect.stringContaining('300 ms') }],
    ['that eats all memory', 'eat', { code: 'too_large' }],
    ['that kills its thread', 'die', { message: 'the parse thread ended with code 3' }],
  ])('is begun anew after a feed %s', { timeout: 30_000 }, async (_, body, error) => {
    const entry = join(folder, `${body}.mjs`);
    writeFileSync(entry, MISBEHAVING);
    const parser = createWorkerParser({ entry, limitMs: body === 'loop' ? 300 : 20_000 });

    const [bad, good] = await Promise.allSettled([parser.parse(Buffer.from(body), HINTS), parser.parse(Buffer.from('next'), HINTS)]);

    expect(bad).toMatchObject({ status: 'rejected', reason: error });
    expect(good).toMatchObject({ status: 'fulfilled', value: { title: 'next' } });
    await parser.close();
  });

  test('says which file is missing', async () => {
    const parser = createWorkerParser({ entry: join(folder, 'nowhere.mjs') });

    await expect(parser.parse(feed('One'), HINTS)).rejects.toThrow(/nowhere\.mjs/);
    await parser.close();
  });

  test('works from a bundle, with its file beside it, and leaves the process free to end', { timeout: 60_000 }, async () => {
    const main = `import { createWorkerParser } from '${new URL('../../../adapters/local/worker-parser.ts', import.meta.url).pathname}';
      const found = await createWorkerParser().parse(Buffer.from('<rss><channel><item><title>One</title></item></channel></rss>'), { contentType: null, url: '' });
      console.log(found.items[0].title);`;
    writeFileSync(join(folder, 'main.ts'), main);
    await build({
      entryPoints: {
        index: join(folder, 'main.ts'),
        'parse-worker': new URL('../../../adapters/local/parse-worker.ts', import.meta.url).pathname,
      },
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" },
    });
    const { execFileSync } = await import('node:child_process');

    expect(execFileSync(process.execPath, [pathToFileURL(join(folder, 'index.mjs')).pathname], { encoding: 'utf8', timeout: 20_000 })).toBe(
      'One\n',
    );
  });
});

test('the plain parser throws the parser error', async () => {
  await expect(plainParser.parse(Buffer.from('x'), { contentType: 'text/plain', url: 'https://w.example/' })).rejects.toBeInstanceOf(
    FeedParseError,
  );
});
