import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Which addresses a connection may reach: the public internet, or this machine alone (feeds on loopback, where the config allows them). */
export type Reach = 'public' | 'loopback';

/** ipaddr.js calls an address 'unicast' only when no special range (private, CGNAT, link-local, mapped, NAT64, 6to4, Teredo, ...) has it. */
const ALLOWED_RANGE: Record<Reach, string> = { public: 'unicast', loopback: 'loopback' };

export class BlockedAddressError extends Error {
  override readonly name = 'BlockedAddressError';
}

export const mayReach = (address: string, reach: Reach): boolean =>
  ipaddr.isValid(address) && ipaddr.parse(address).range() === ALLOWED_RANGE[reach];

/** Refuses a host that is itself an address out of reach. URLs bring all spellings of an address ("0x7f.1", "2130706433") to one before this. */
export function checkLiteral(hostname: string, reach: Reach): void {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0 && !mayReach(bare, reach)) throw blocked(bare);
}

/** Name resolution that answers with reachable addresses alone. */
export function guardedLookup(reach: Reach, resolve: typeof systemLookup = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 0);
      const reachable = addresses.filter(({ address }) => mayReach(address, reach));
      const first = reachable[0];
      if (first === undefined) return callback(blocked(`${hostname} (${addresses.map(({ address }) => address).join(', ')})`), '', 0);
      if (options.all === true) return callback(null, reachable);
      callback(null, first.address, first.family);
    });
  };
}

export const blocked = (what: string): BlockedAddressError =>
  new BlockedAddressError(
    `${what} is no public address; feeds on this machine need "allowLoopback" in settings.json, others inside a network are never asked`,
  );
