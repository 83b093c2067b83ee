import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningServer, startApiServer } from '../../adapters/local/api-server.ts';
import { main } from '../../cli/main.ts';
import { LATE_DEVELOPMENT, SAMPLE_NOW, sampleStore } from '../web/sample-store.ts';
import { runCommand } from './run-command.ts';

describe('listings of a deployed stack', () => {
  let server: Server;
  afterEach(() => server.close());

  /** Plays the function URL: says what it was asked with, and answers as told. */
  const play = (answers: Readonly<Record<string, unknown>>, status = 200): Promise<{ url: string; asked: IncomingMessage[] }> =>
    new Promise((resolve) => {
      const asked: IncomingMessage[] = [];
      server = createServer((request, response) => {
        asked.push(request);
        const path = (request.url ?? '').split('?')[0] ?? '';
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answers[path] ?? {}));
      }).listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        resolve({ url: `http://127.0.0.1:${port}`, asked });
      });
    });
  const env = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example', AWS_REGION: 'eu-central-1', NO_COLOR: '1' };
  const empty = { rows: [], cursor: null, examined: 0, filter: '' };

  it('are asked for with a signature of SigV4, for this region, and never with the secret', async () => {
    const { url, asked } = await play({ '/stories': empty, '/health': { now: SAMPLE_NOW } });
    const { code } = await runCommand(['stories', 'parties:RU,US', '--aws', '--url', url], { env });
    expect(code).toBe(0);
    expect(asked[0]?.url).toContain('filter=parties%3ARU%2CUS');
    expect(asked[0]?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/lambda\/aws4_request, SignedHeaders=.*Signature=[0-9a-f]{64}$/,
    );
    expect(JSON.stringify(asked.map((request) => [request.url, request.headers]))).not.toContain('"example"');
  });

  it('say in plain words that the door is shut', async () => {
    const { url } = await play({ '/stories': { Message: 'Forbidden' } }, 403);
    expect(await runCommand(['stories', '--aws', '--url', url], { env })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('answered 403'),
    });
  });
});

describe('a watched listing', () => {
  it('prints each new row once, the oldest first, while it runs in a pipe', async () => {
    const store = await sampleStore();
    const ports = { ...store, clock: { now: () => SAMPLE_NOW }, knownFeeds: [], codeNow: null };
    const server: RunningServer = await startApiServer({ ports, port: 0, webRoot: null, log: { error: () => {} } });
    const stdout = new PassThrough();
    const lines: string[] = [];
    const late = new Promise<void>((resolve) =>
      stdout.on('data', (chunk: Buffer) => {
        lines.push(...chunk.toString().trim().split('\n'));
        if (lines.length === 11) void store.developments.add(LATE_DEVELOPMENT, SAMPLE_NOW);
        if (lines.length > 11) resolve();
      }),
    );
    const ended = main(['developments', '--watch', '--json', '--url', server.url], {
      stdin: Readable.from([]),
      stdout,
      stderr: new PassThrough(),
      env: {},
    });
    await late;
    stdout.destroy();
    expect(await ended).toBe(0);
    const ids = lines.map((line) => JSON.parse(line).id);
    expect([ids[0], ids.at(-1), ids.length, new Set(ids).size]).toEqual(['budapest-dev-0', 'late', 12, 12]);
    await server.close();
  });
});
