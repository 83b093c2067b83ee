import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import type { buildConnector } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardedLookup, mayReach } from '../../../adapters/http/address-guard.ts';
import { guardedConnector } from '../../../adapters/http/guarded-connector.ts';
import { createHttpClient, reachOf } from '../../../adapters/http/http-client.ts';

/** A listener that must never see a connection from a public fetch. */
const trap = createServer((socket) => {
  hits += 1;
  socket.on('error', () => undefined);
  socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nsecret');
});
let hits = 0;
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  port = (trap.address() as AddressInfo).port;
});
afterAll(() => void trap.close());

type Answer = readonly string[];
/** Name resolution that gives the next answer each time it is asked; the last one again and again. */
function resolver(...answers: Answer[]) {
  let asked = 0;
  const resolve = (_name: string, _options: object, callback: (error: null, addresses: { address: string; family: number }[]) => void) => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    callback(
      null,
      answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return resolve as never;
}

const get = async (url: string, options: { resolve?: never; allowLoopback?: boolean } = {}): Promise<unknown> => {
  const client = createHttpClient({ userAgent: 'test', allowLoopback: false, limits: { wholeMs: 1_000, connectMs: 500 }, ...options });
  try {
    return await client.get({ url, accept: '*/*', validators: null, credential: null });
  } finally {
    await client.close();
  }
};

describe('addresses', () => {
  it.each([
    ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.0.0.1', '172.16.0.1', '192.168.1.1', '100.64.0.1', '169.254.169.254', '224.0.0.1'],
    ...['255.255.255.255', '198.18.0.1', '192.0.2.1', '240.0.0.1', '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', 'fc00::1', 'fe80::1'],
    ...['ff02::1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:7f00:1::', 'fec0::1', '2001:db8::1', 'no address', ''],
  ])('"%s" is not reached as public', (address) => {
    expect(mayReach(address, 'public')).toBe(false);
  });

  it.each(['8.8.8.8', '93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])('%s is', (address) => {
    expect(mayReach(address, 'public')).toBe(true);
    expect(mayReach(address, 'loopback')).toBe(false);
  });
});

describe('a public fetch never reaches this machine', () => {
  it.each(['127.0.0.1', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '0177.0.0.1', '127.1', '0x7f000001', '[::1]', '0'])(
    'by the literal http://%s',
    async (host) => {
      await expect(get(`http://${host}/`)).rejects.toThrow(/no public address/);
      await expect(get(`http://${host}/`, { resolve: resolver(['93.184.216.34']) })).rejects.toThrow(/no public address/);
      expect(hits).toBe(0);
    },
  );

  it('by a name that resolves to it', async () => {
    await expect(get('http://inside.example/', { resolve: resolver(['127.0.0.1', '::1']) })).rejects.toThrow(
      /inside\.example \(127\.0\.0\.1, ::1\)/,
    );
  });

  it('by another port', async () => {
    await expect(get('http://news.example:8080/', { resolve: resolver(['93.184.216.34']) })).rejects.toThrow(/only ports 80 and 443/);
  });

  it('with loopback allowed, by a public name: loopback is for feeds that name it', async () => {
    await expect(get('http://inside.example/', { resolve: resolver(['127.0.0.1']), allowLoopback: true })).rejects.toThrow(
      /no public address/,
    );
    await expect(get('http://10.0.0.1/', { allowLoopback: true })).rejects.toThrow(/no public address/);
    expect(await get(`http://127.0.0.1:${port}/`, { allowLoopback: true })).toMatchObject({ status: 200 });
    hits = 0;
  });
});

describe('loopback', () => {
  const reach = (url: string, asked: string, isAllowed = true) => reachOf(new URL(url), asked, isAllowed);

  it('is for feeds whose own address is one, where the config allows it: no public server can send us there', () => {
    expect(reach('http://127.0.0.1:80/', 'http://localhost:8080/feed')).toBe('loopback');
    expect(reach('http://[::1]/', 'http://127.0.0.1/feed')).toBe('loopback');
    expect(reach('http://127.0.0.1/', 'https://news.example/feed')).toBe('public');
    expect(reach('https://news.example/feed', 'http://127.0.0.1/')).toBe('public');
    expect(reach('http://127.0.0.1/', 'http://127.0.0.1/', false)).toBe('public');
  });
});

describe('a name whose answer changes', () => {
  it('is asked once for a connection, and the private answers among the public ones are left out', async () => {
    const answers = await new Promise((done) =>
      guardedLookup('public', resolver(['10.0.0.1', '93.184.216.34', '::1'], ['127.0.0.1']))(
        'news.example',
        { all: true },
        (_error, found) => done(found),
      ),
    );
    expect(answers).toEqual([{ address: '93.184.216.34', family: 4 }]);
  });

  it('is refused at the next connection when it has become private', async () => {
    const resolve = resolver(['93.184.216.34'], ['127.0.0.1']);
    const ask = () =>
      new Promise((done) => guardedLookup('public', resolve)('news.example', {}, (error, address) => done(error?.message ?? address)));
    expect(await ask()).toBe('93.184.216.34');
    expect(await ask()).toContain('no public address');
  });

  it('is refused when the socket that opened has a private address at its other end, whatever the lookup said', async () => {
    const toTrap: buildConnector.connector = (_target, callback) => {
      const socket = connect(port, '127.0.0.1', () => callback(null, socket));
    };
    const guarded = guardedConnector({ reach: 'public', connectTimeoutMs: 500, open: toTrap });
    const target = { hostname: 'news.example', host: 'news.example', protocol: 'http:', port: '80' };
    const outcome = await new Promise<Error | null>((done) => guarded(target, (...[error]) => done(error)));
    expect(outcome?.message).toContain('news.example, which answered as 127.0.0.1, is no public address');
  });
});
