import { alertTopicArn, listAlertTopics } from '../../adapters/aws/alert-topics.ts';
import { snsClient, tableClient } from '../../adapters/aws/clients.ts';
import { openDynamoStore } from '../../adapters/aws/dynamo-store.ts';
import { standingsOf } from '../../adapters/aws/sns-subscriptions.ts';
import { outputOf, ownerSettings, readStackOutputs } from '../../adapters/aws/stack-outputs.ts';
import { subscribeToTopic, unsubscribeFromTopic } from '../../adapters/aws/topic-subscriptions.ts';
import { systemClock } from '../../adapters/local/clock.ts';
import { findStoreOwner } from '../../adapters/local/store-lock.ts';
import { type InboxRequest, leaveRequest } from '../../adapters/local/subscription-inbox.ts';
import type { Config } from '../../config/config-schema.ts';
import type { Subscription } from '../../core/alert/subscription.ts';
import type { Standing } from '../../core/alert/subscription-health.ts';
import type { Io } from '../command.ts';

/** Where subscriptions live: this machine's store, or the deployed table with its SNS topics. */
export type SubscriptionHome = {
  readonly runsOn: 'aws' | 'machine';
  list(): Promise<readonly Subscription[]>;
  /** Stores it (and subscribes the address at SNS); answers with the line that the person reads. */
  add(subscription: Subscription): Promise<{ readonly subscription: Subscription; readonly note: string }>;
  remove(subscription: Subscription): Promise<string>;
  /** How each stands at SNS; empty on one machine. */
  standings(subscriptions: readonly Subscription[]): Promise<ReadonlyMap<string, Standing>>;
  confirm(id: string): Promise<void>;
};

/** What the other side still has to allow: SNS asks nobody there. */
const MACHINE_NOTES: Partial<Record<Subscription['channel'], string>> = {
  sqs: "it is active once the queue's policy lets sns.amazonaws.com send (aws:SourceArn: the alert topic)",
  lambda: 'it is active once the function lets sns.amazonaws.com invoke it: aws lambda add-permission --principal sns.amazonaws.com',
};

export const openHome = (config: Config, io: Pick<Io, 'env'>, isAws: boolean): Promise<SubscriptionHome> =>
  isAws ? openAwsHome(config, io) : Promise.resolve(openLocalHome(config));

async function openAwsHome(config: Config, { env }: Pick<Io, 'env'>): Promise<SubscriptionHome> {
  const outputs = await readStackOutputs(config.aws.stackPrefix, env);
  const settings = ownerSettings(env);
  const table = tableClient({ ...env, ...('region' in settings ? { AWS_REGION: settings.region } : {}) });
  const { subscriptions } = openDynamoStore({
    client: table,
    tableName: outputOf(outputs, 'TableName'),
    clock: systemClock,
    retentionDays: config.storage.retentionDays,
  });
  const sns = snsClient(env);
  const topicPrefix = outputOf(outputs, 'AlertTopicPrefix');
  const undeliveredQueueArn = outputOf(outputs, 'UndeliveredQueueArn');
  return {
    runsOn: 'aws',
    list: () => subscriptions.list(),
    async add(subscription) {
      const { topic, state } = await subscribeToTopic(sns, { subscription, topicPrefix, undeliveredQueueArn });
      const stored = { ...subscription, topic, state };
      await subscriptions.put(stored);
      return {
        subscription: stored,
        note:
          state === 'confirmed'
            ? (MACHINE_NOTES[subscription.channel] ?? 'it is active')
            : 'SNS has sent a mail or request to confirm: do not click its link, paste it here: summitwire confirm "<link>" (a click works too, within 15 minutes, but then mail scanners can unsubscribe you)',
      };
    },
    async remove(subscription) {
      const end = await unsubscribeFromTopic(sns, alertTopicArn(topicPrefix, subscription.topic ?? 0), subscription);
      await subscriptions.remove(subscription.id);
      return {
        ended: 'ended',
        lapses: 'ended; SNS forgets the unconfirmed request within two days',
        unknown: 'ended; SNS did not know it any more',
      }[end];
    },
    async standings(all) {
      return standingsOf(all, await listAlertTopics(sns, topicPrefix, all));
    },
    async confirm(id) {
      const found = (await subscriptions.list()).find((one) => one.id === id);
      if (found !== undefined) await subscriptions.put({ ...found, state: 'confirmed' });
    },
  };
}

/** The store on disk, or, while another process owns it, that process's inbox. */
function openLocalHome(config: Config): SubscriptionHome {
  const { path, retentionDays } = config.storage;
  const withStore = async <T>(run: (store: import('../../core/ports.ts').SubscriptionStore) => Promise<T>): Promise<T> => {
    const { openLocalStore } = await import('../../adapters/local/local-store.ts');
    const local = await openLocalStore({ path, clock: systemClock, retentionDays });
    try {
      return await run(local.store.subscriptions);
    } finally {
      await local.close();
    }
  };
  const ask = async (request: InboxRequest): Promise<string> => {
    if (findStoreOwner(path) !== null) {
      leaveRequest(path, `${systemClock.now().replaceAll(':', '')}-${process.pid}`, request);
      return 'left for the running instance, which takes it up within a minute';
    }
    await withStore((store) => (request.kind === 'put' ? store.put(request.subscription) : store.remove(request.id).then(() => undefined)));
    return 'stored; `npm start` uses it';
  };
  return {
    runsOn: 'machine',
    list: () => withStore((store) => store.list()),
    add: async (subscription) => ({ subscription, note: await ask({ kind: 'put', subscription }) }),
    remove: (subscription) => ask({ kind: 'remove', id: subscription.id }),
    standings: async () => new Map(),
    confirm: async () => {},
  };
}
