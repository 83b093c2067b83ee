import type { AlertChannel } from '../../core/ports.ts';
import { snsClient } from './clients.ts';
import { readVariables } from './environment.ts';
import { withFirehose } from './firehose-subscription.ts';
import type { FunctionParts } from './open-function.ts';
import { createPace } from './pace.ts';
import { capCostly } from './sms-cap.ts';
import { createSnsChannels } from './sns-channels.ts';

export type SmsSettings = {
  readonly isEnabled: boolean;
  readonly dailyCap: number;
  readonly maxPriceUsd: number;
  readonly originationNumber: string | null;
};
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the two senders (stream and sweep) share: the store with the firehose among its subscriptions, and the ways out.
 * `share`: of the rate to one address. SNS suspends a mail address at ten a second; one sweep at 4 and four shards of the stream at 1 make 8.
 */
export function sendingParts(
  { store, clock, ids, log }: FunctionParts,
  { sms, watch }: { readonly sms: SmsSettings; readonly watch: readonly string[] },
  { environment, share }: { readonly environment: Environment; readonly share: number },
) {
  const { alertTopics, firehoseTopic } = readVariables(environment, ['alertTopics', 'firehoseTopic']);
  const wait = createPace(Date.now, (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)));
  const pace = (address: string, perSecond: number): Promise<void> => wait(address, perSecond * share);
  const channels: readonly AlertChannel[] = createSnsChannels({
    client: snsClient(environment),
    alertTopicPrefix: alertTopics,
    firehoseTopicArn: firehoseTopic,
    sms,
    pace,
  })
    .filter(({ channel }) => channel !== 'sms' || sms.isEnabled)
    .map((channel) => capCostly(channel, sms.dailyCap, { archive: store.archive, subscriptions: store.subscriptions, clock }));
  return { channels, store: { ...store, subscriptions: withFirehose(store.subscriptions) }, clock, ids, log, watch };
}
