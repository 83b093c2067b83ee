import { parseArgs } from 'node:util';
import { snsClient } from '../adapters/aws/clients.ts';
import { confirmTopicSubscription, readConfirmationLink } from '../adapters/aws/topic-subscriptions.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { CONFIG_FOLDER, loadConfig } from './local/load-config.ts';
import { openHome } from './subscribing/subscription-home.ts';

const help = `usage: summitwire confirm "<link>" [--config FOLDER]

Confirms a subscription of the deployed stack with the link of SNS's mail, as a signed request. Better than a click: after it only you
can unsubscribe the address, not a mail scanner that opens every link. A subscription that was clicked already can be confirmed again.

example: summitwire confirm "https://sns.eu-central-1.amazonaws.com/confirmation.html?TopicArn=...&Token=..."
`;

export const command: Command = { help, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { config: { type: 'string', default: CONFIG_FOLDER } },
    allowPositionals: true,
  });
  const [link] = positionals;
  if (link === undefined) throw new UsageError('wanted: the link of the mail, in quotes');
  const confirmation = readConfirmationLink(link);
  const region = confirmation.topicArn.split(':')[3];
  const env = { ...io.env, ...(region === undefined ? {} : { AWS_REGION: region }) };
  const { subscriptionId, isProtected } = await confirmTopicSubscription(snsClient(env), confirmation);
  if (subscriptionId !== null) await (await openHome(loadConfig(values.config, io), { env }, true)).confirm(subscriptionId);
  io.stdout.write(
    `confirmed${subscriptionId === null ? ' (a subscription that was not made by `summitwire subscribe`)' : `: ${subscriptionId}`}\n`,
  );
  if (!isProtected) io.stdout.write('but anybody with its link can still unsubscribe it: SNS did not take the request as signed\n');
  return EXIT.ok;
}
