import type { lookup } from 'node:dns';
import { Agent, buildConnector } from 'undici';
import { blocked, checkLiteral, guardedLookup, mayReach, type Reach } from './address-guard.ts';

export type ConnectOptions = {
  readonly reach: Reach;
  readonly connectTimeoutMs: number;
  readonly resolve?: typeof lookup /** How a socket is opened, for tests. */;
  readonly open?: buildConnector.connector;
};

/**
 * Connects only to addresses within reach, checked three times: the host when it is an address itself (name resolution is not asked then),
 * the addresses it resolves to, and the address at the other end of the open socket (a name may resolve differently the next time).
 */
export function guardedConnector(options: ConnectOptions): buildConnector.connector {
  const lookup = options.resolve === undefined ? guardedLookup(options.reach) : guardedLookup(options.reach, options.resolve);
  const connect = options.open ?? buildConnector({ timeout: options.connectTimeoutMs, lookup });
  return (target, callback) => {
    try {
      checkLiteral(target.hostname, options.reach);
    } catch (error) {
      return callback(error instanceof Error ? error : new Error(String(error)), null);
    }
    connect(target, (error, socket) => {
      if (error !== null) return callback(error, null);
      const address = socket.remoteAddress ?? 'an unknown address';
      if (mayReach(address, options.reach)) return callback(null, socket);
      socket.destroy();
      callback(blocked(`${target.hostname}, which answered as ${address},`), null);
    });
  };
}

/** One connection a host, kept open for a little while for the host's next feed. */
export const guardedAgent = (options: ConnectOptions): Agent =>
  new Agent({
    connect: guardedConnector(options),
    connections: 1,
    pipelining: 1,
    maxHeaderSize: 65_536,
    keepAliveTimeout: 5_000,
    keepAliveMaxTimeout: 10_000,
  });
