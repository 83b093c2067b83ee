import { parseArgs } from 'node:util';
import { findStoreOwner } from '../adapters/local/store-lock.ts';
import type { Subscription } from '../core/alert/subscription.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { CONFIG_FOLDER, loadConfig } from './local/load-config.ts';
import { openHome, type SubscriptionHome } from './subscribing/subscription-home.ts';

const help = `usage: summitwire unsubscribe <id or address> [--aws] [--config FOLDER]

Ends a subscription; an address ends all that go to it. The id stands in every alert.

example: summitwire unsubscribe sub-3f9a1c2b7d --aws
`;

export const command: Command = { help, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { aws: { type: 'boolean', default: false }, config: { type: 'string', default: CONFIG_FOLDER } },
    allowPositionals: true,
  });
  const [name] = positionals;
  if (name === undefined) throw new UsageError('wanted: the id of a subscription, or its address');
  if (name.startsWith('config-')) throw new UsageError(`${name} stands in config/settings.json under "alerts": take it out there`);
  const config = loadConfig(values.config, io);
  const home = await openHome(config, io, values.aws);
  const found = await find(name, home, !values.aws && findStoreOwner(config.storage.path) !== null);
  if (found.length === 0) throw new Error(`there is no subscription "${name}"; \`summitwire subscriptions\` lists them`);
  for (const subscription of found) io.stdout.write(`${subscription.id}: ${await home.remove(subscription)}\n`);
  return EXIT.ok;
}

/** Beside a running instance the store cannot be read: the id is passed on as it was typed. */
async function find(name: string, home: SubscriptionHome, isOwnedByOther: boolean): Promise<readonly Subscription[]> {
  if (isOwnedByOther)
    return name.startsWith('sub-')
      ? [{ ...NAMED, id: name }]
      : Promise.reject(new UsageError('beside a running instance, name the subscription by its id'));
  return (await home.list()).filter(({ id, to }) => id === name || (to !== '' && to.toLowerCase() === name.toLowerCase()));
}

const NAMED: Subscription = {
  id: '',
  channel: 'terminal',
  to: '',
  filter: '',
  rhythm: { kind: 'immediate' },
  quietHours: null,
  isAtMostOnce: false,
  createdAt: '',
  state: 'confirmed',
};
