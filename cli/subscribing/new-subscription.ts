import { randomBytes } from 'node:crypto';
import { addressForms, CHANNEL_SPEC, channelOf } from '../../core/alert/channel.ts';
import { readFilter } from '../../core/alert/match.ts';
import type { Channel, QuietHours, Rhythm, Subscription } from '../../core/alert/subscription.ts';
import { UsageError } from '../command.ts';

export type Wanted = {
  readonly address: string;
  readonly filter: string;
  readonly digest: string | undefined;
  readonly quiet: string | undefined;
  readonly zone: string;
  readonly channel: string | undefined;
  readonly isAtLeastOnce: boolean;
};

/** What was typed -> a subscription, or a usage error that says what is wanted. */
export function newSubscription(wanted: Wanted, runsOn: 'aws' | 'machine', now: string): Subscription {
  const channel = readChannel(wanted, runsOn);
  const problem = readFilter(wanted.filter, now);
  if (typeof problem === 'string') throw new UsageError(`the filter: ${problem}`);
  checkZone(wanted.zone);
  return {
    id: `sub-${randomBytes(5).toString('hex')}`,
    channel,
    to: channel === 'terminal' ? '' : wanted.address,
    filter: wanted.filter.trim(),
    rhythm: readRhythm(wanted.digest, wanted.zone),
    quietHours: readQuiet(wanted.quiet, wanted.zone),
    isAtMostOnce: CHANNEL_SPEC[channel].isAtMostOnce && !wanted.isAtLeastOnce,
    createdAt: now,
    state: CHANNEL_SPEC[channel].needsConfirmation ? 'pending' : 'confirmed',
  };
}

function readChannel({ address, channel }: Wanted, runsOn: 'aws' | 'machine'): Channel {
  if (address === 'terminal' && runsOn === 'machine') return 'terminal';
  const found = channelOf(address, runsOn);
  if (found === null)
    throw new UsageError(
      `"${address}" is no address for ${runsOn === 'aws' ? 'AWS' : 'this machine (with --aws there are more)'}; wanted: ${addressForms(runsOn)}`,
    );
  if (channel === undefined || channel === found) return found;
  const named = Object.entries(CHANNEL_SPEC).find(
    ([name, row]) => name === channel && row.runsOn === runsOn && row.reads?.(address) === true,
  );
  const spec = found === 'webhook' && channel === 'slack' && runsOn === 'machine' ? 'slack' : named?.[0];
  if (spec !== 'slack' && spec !== 'webhook') throw new UsageError(`--channel ${channel} does not go to "${address}"`);
  return spec;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function readRhythm(digest: string | undefined, zone: string): Rhythm {
  if (digest === undefined) return { kind: 'immediate' };
  if (digest === 'hourly') return { kind: 'hourly' };
  if (TIME.test(digest)) return { kind: 'daily', at: digest, zone };
  throw new UsageError(`--digest ${digest}: wanted "hourly", or a local time such as 07:30`);
}

function readQuiet(quiet: string | undefined, zone: string): QuietHours | null {
  if (quiet === undefined) return null;
  const [from = '', to = '', ...rest] = quiet.split('-');
  if (!TIME.test(from) || !TIME.test(to) || rest.length > 0)
    throw new UsageError(`--quiet ${quiet}: wanted two local times such as 22:00-07:00`);
  return { from, to, zone };
}

function checkZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new UsageError(`--zone ${zone}: wanted an IANA time zone such as Europe/Vienna`);
  }
}
