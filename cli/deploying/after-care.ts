import { createHash, randomBytes } from 'node:crypto';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { API_SECRETS, VIEWER_HASH_VARIABLE, VIEWER_SECRET } from '../../adapters/aws/environment.ts';
import { createSsmSecrets } from '../../adapters/aws/secrets.ts';
import { listTopicSubscriptions } from '../../adapters/aws/sns-subscriptions.ts';
import { outputOf, ownerSettings, readStackOutputs } from '../../adapters/aws/stack-outputs.ts';
import type { Config } from '../../config/config-schema.ts';
import type { Io } from '../command.ts';

/** Secrets of the API, made once and never shown in a template; the viewers' token only where the page is on. */
export async function ensureSecrets(config: Config, { env }: Pick<Io, 'env'>): Promise<readonly string[]> {
  const client = new SSMClient(ownerSettings(env));
  const made: string[] = [];
  for (const name of [...API_SECRETS, ...(config.page ? [VIEWER_SECRET] : [])]) {
    const path = `/${config.aws.stackPrefix}/${name}`;
    if (await isThere(client, path)) continue;
    await client.send(new PutParameterCommand({ Name: path, Type: 'SecureString', Value: randomBytes(24).toString('base64url') }));
    made.push(path);
  }
  return made;
}

/** What synth has to know of the viewers' token: its hash, which the edge compares with. Nothing without a page, or before the first deployment. */
export async function viewerVariables(config: Config, { env }: Pick<Io, 'env'>): Promise<Readonly<Record<string, string>>> {
  if (!config.page) return {};
  const secrets = createSsmSecrets({ client: new SSMClient(ownerSettings(env)), path: `/${config.aws.stackPrefix}/`, now: Date.now });
  const token = await secrets.read(VIEWER_SECRET);
  return token === null ? {} : { [VIEWER_HASH_VARIABLE]: createHash('sha256').update(token).digest('hex') };
}

async function isThere(client: SSMClient, name: string): Promise<boolean> {
  try {
    await client.send(new GetParameterCommand({ Name: name }));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ParameterNotFound') return false;
    throw error;
  }
}

/** CloudFormation never makes a lost email subscription again, so deploy looks itself. Answers with what the owner has to do, or null. */
export async function ensureOperationsMail(config: Config, { env }: Pick<Io, 'env'>): Promise<string | null> {
  const email = config.aws.operationsEmail;
  if (email === null) return 'nobody hears of alarms: set aws.operationsEmail in config/settings.json and deploy again';
  const client = new SNSClient(ownerSettings(env));
  const topicArn = outputOf(await readStackOutputs(config.aws.stackPrefix, env), 'OperationsTopicArn');
  const found = (await listTopicSubscriptions(client, topicArn)).find(({ endpoint }) => endpoint.toLowerCase() === email.toLowerCase());
  if (found?.arn) return null;
  if (found === undefined) await client.send(new SubscribeCommand({ TopicArn: topicArn, Protocol: 'email', Endpoint: email }));
  return `confirm the alarms' mail to ${email}: do not click, paste its link: summitwire confirm "<link>"`;
}
