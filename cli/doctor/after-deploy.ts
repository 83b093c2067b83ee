import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetFunctionConfigurationCommand, LambdaClient, ListEventSourceMappingsCommand } from '@aws-sdk/client-lambda';
import { SNSClient } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { API_SECRETS } from '../../adapters/aws/environment.ts';
import { listTopicSubscriptions } from '../../adapters/aws/sns-subscriptions.ts';
import { outputOf, ownerSettings, type StackOutputs } from '../../adapters/aws/stack-outputs.ts';
import { findProblems } from '../../core/alert/subscription-health.ts';
import type { Store } from '../../core/ports.ts';
import type { SubscriptionHome } from '../subscribing/subscription-home.ts';
import type { DoctorContext } from './before-deploy.ts';
import { bad, type Check, type Finding, fine, note } from './check.ts';

export type DeployedContext = DoctorContext & {
  readonly outputs: StackOutputs;
  readonly store: Store;
  readonly home: SubscriptionHome;
  readonly now: string;
};

const checkTable: Check<DeployedContext> = {
  name: 'table',
  async run({ env, outputs }) {
    const { Table } = await new DynamoDBClient(ownerSettings(env)).send(
      new DescribeTableCommand({ TableName: outputOf(outputs, 'TableName') }),
    );
    if (Table?.TableStatus !== 'ACTIVE')
      return bad(`its state is ${Table?.TableStatus ?? 'unknown'}`, 'wait, or look at it in the console');
    return Table.DeletionProtectionEnabled === true
      ? fine(`active, ${Table.ItemCount ?? 0} rows`)
      : bad('it is not protected from deletion', 'run `npm run deploy`');
  },
};

const checkSecrets: Check<DeployedContext> = {
  name: 'secrets',
  async run({ env, config }) {
    const client = new SSMClient(ownerSettings(env));
    const names = [...new Set([API_SECRETS[0], ...config.feeds.flatMap(({ credentialRef }) => credentialRef ?? [])])];
    const missing: string[] = [];
    for (const name of names)
      if (!(await hasParameter(client, `/${config.aws.stackPrefix}/${name}`))) missing.push(`/${config.aws.stackPrefix}/${name}`);
    return missing.length === 0
      ? fine(`${names.length} there`)
      : missing.map((name) =>
          bad(
            `${name} is not in the parameter store`,
            `aws ssm put-parameter --type SecureString --name ${name} --value ... (\`npm run deploy\` makes ${API_SECRETS[0]})`,
          ),
        );
  },
};

async function hasParameter(client: SSMClient, name: string): Promise<boolean> {
  try {
    await client.send(new GetParameterCommand({ Name: name }));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ParameterNotFound') return false;
    throw error;
  }
}

/** Outputs that name functions: "DispatchPollsName" and so on. */
const functionNames = (outputs: StackOutputs): readonly string[] =>
  [...outputs].filter(([key]) => /^[A-Z]\w+FunctionName$/.test(key)).map(([, value]) => value);

const checkFunctions: Check<DeployedContext> = {
  name: 'functions',
  async run({ env, outputs }) {
    const client = new LambdaClient(ownerSettings(env));
    const findings: Finding[] = [];
    for (const name of functionNames(outputs)) {
      const { State, LastUpdateStatus } = await client.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
      if (State !== 'Active' && State !== 'Inactive')
        findings.push(bad(`${name}: ${State ?? 'unknown'} (${LastUpdateStatus ?? ''})`, 'run `npm run deploy`; the stack events say why'));
    }
    return findings.length > 0 ? findings : fine(`${functionNames(outputs).length} ready`);
  },
};

const checkTriggers: Check<DeployedContext> = {
  name: 'triggers',
  async run({ env, outputs }) {
    const client = new LambdaClient(ownerSettings(env));
    const findings: Finding[] = [];
    for (const output of ['PollFeedsFunctionName', 'SendAlertsFunctionName']) {
      const { EventSourceMappings = [] } = await client.send(
        new ListEventSourceMappingsCommand({ FunctionName: outputOf(outputs, output) }),
      );
      const off = EventSourceMappings.filter(({ State }) => State !== 'Enabled');
      if (EventSourceMappings.length === 0 || off.length > 0)
        findings.push(
          bad(
            `${output.replace('FunctionName', '')} is not woken (${off[0]?.State ?? 'no trigger'})`,
            'enable its trigger in the console, or run `npm run deploy`',
          ),
        );
    }
    return findings.length > 0 ? findings : fine('queue and stream wake their functions');
  },
};

/** The chain from schedule to feed: the newest sign of life of any worker. */
const checkLiveness: Check<DeployedContext> = {
  name: 'feeds',
  async run({ store, now }) {
    const rows = await store.archive.readLiveness();
    const last = rows.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
    if (last === undefined)
      return note(
        'no feed was checked yet',
        'wait two minutes after the first deployment; then look at the logs of dispatch-polls and poll-feeds',
      );
    const minutes = Math.round((Date.parse(now) - Date.parse(last.at)) / 60_000);
    const what = `last check ${minutes} min ago: ${last.checked} feeds, ${last.changed} changed, ${last.failed} failed`;
    return minutes <= 15 ? fine(what) : bad(what, 'look at the logs of dispatch-polls and poll-feeds');
  },
};

const checkWork: Check<DeployedContext> = {
  name: 'left-over work',
  async run({ store, now }) {
    const quarter = new Date(Date.parse(now) - 15 * 60_000).toISOString();
    const old = await store.work.listDue(quarter, 100);
    return old.length === 0
      ? fine('nothing waits longer than 15 minutes')
      : bad(`${old.length} pieces wait longer than 15 minutes, first: ${old[0]?.kind}`, 'look at the logs of sweep');
  },
};

const checkQueues: Check<DeployedContext> = {
  name: 'dead-letter queues',
  async run({ env, outputs }) {
    const client = new SQSClient(ownerSettings(env));
    const findings: Finding[] = [];
    for (const output of ['FailuresQueueUrl', 'PollFailuresQueueUrl', 'UndeliveredQueueUrl']) {
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl: outputOf(outputs, output), AttributeNames: ['ApproximateNumberOfMessages'] }),
      );
      const count = Number(Attributes?.['ApproximateNumberOfMessages'] ?? 0);
      if (count > 0)
        findings.push(
          bad(
            `${count} messages lie in ${output.replace('QueueUrl', '')}`,
            'read one in the console (SQS, poll for messages), mend the cause, then start a redrive there',
          ),
        );
    }
    return findings.length > 0 ? findings : fine('empty');
  },
};

const checkAlarms: Check<DeployedContext> = {
  name: 'alarms',
  async run({ env, config }) {
    const { MetricAlarms = [] } = await new CloudWatchClient(ownerSettings(env)).send(
      new DescribeAlarmsCommand({ AlarmNamePrefix: `${config.aws.stackPrefix}-pipeline` }),
    );
    const ringing = MetricAlarms.filter(({ StateValue }) => StateValue === 'ALARM');
    if (MetricAlarms.length === 0) return bad('there are none', 'run `npm run deploy`');
    return ringing.length === 0
      ? fine(`${MetricAlarms.length}, none rings`)
      : ringing.map(({ AlarmName, AlarmDescription }) => bad(`${AlarmName} rings`, AlarmDescription ?? 'look at it'));
  },
};

const checkOperations: Check<DeployedContext> = {
  name: 'who hears of alarms',
  async run({ env, outputs }) {
    const found = await listTopicSubscriptions(new SNSClient(ownerSettings(env)), outputOf(outputs, 'OperationsTopicArn'));
    const confirmed = found.filter(({ arn }) => arn !== null).length;
    if (confirmed > 0) return fine(`${confirmed} subscribed`);
    return bad(
      found.length > 0 ? 'the operations mail was not confirmed' : 'nobody',
      found.length > 0
        ? 'confirm it: summitwire confirm "<link of the mail>"'
        : 'set aws.operationsEmail in config/settings.json and run `npm run deploy`',
    );
  },
};

const checkSubscriptions: Check<DeployedContext> = {
  name: 'subscriptions',
  async run({ home, now }) {
    const all = await home.list();
    if (all.length === 0) return note('nobody gets alerts yet', 'summitwire subscribe you@example.org --aws');
    const problems = findProblems(all, await home.standings(all), now);
    return problems.length === 0
      ? fine(`${all.length}, all stand`)
      : problems.map(({ subscriptionId, problem, remedy }) => bad(`${subscriptionId}: ${problem}`, remedy));
  },
};

/** Along the way of the data. */
export const AFTER_DEPLOY: readonly Check<DeployedContext>[] = [
  checkTable,
  checkSecrets,
  checkFunctions,
  checkTriggers,
  checkLiveness,
  checkWork,
  checkQueues,
  checkSubscriptions,
  checkAlarms,
  checkOperations,
];
