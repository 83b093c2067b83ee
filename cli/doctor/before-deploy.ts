import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetSMSAttributesCommand, GetSMSSandboxAccountStatusCommand, SNSClient } from '@aws-sdk/client-sns';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { ownerSettings, regionOf } from '../../adapters/aws/stack-outputs.ts';
import { type ConfigProblem, describeProblem } from '../../config/check-config.ts';
import type { Config } from '../../config/config-schema.ts';
import { bad, type Check, type Finding, fine, note } from './check.ts';

export type DoctorContext = {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  readonly env: Readonly<Record<string, string | undefined>>;
};

export const checkConfigFiles: Check<DoctorContext> = {
  name: 'config',
  run: async ({ config, problems }) =>
    problems.length > 0
      ? problems.map((problem) => bad(describeProblem(problem), 'mend this entry'))
      : fine(`${config.feeds.filter(({ isEnabled }) => isEnabled).length} feeds, watch list: ${config.watch.join(', ') || 'everything'}`),
};

const checkIdentity: Check<DoctorContext> = {
  name: 'account',
  async run({ env }) {
    const region = regionOf(env);
    if (region === undefined) return bad('no region is set', 'set AWS_REGION, such as AWS_REGION=eu-central-1');
    const { Account, Arn } = await new STSClient(ownerSettings(env)).send(new GetCallerIdentityCommand({}));
    return fine(`account ${Account}, region ${region}, as ${Arn}`);
  },
};

/** Version of the bootstrap stack that this CDK asks for. */
const LEAST_BOOTSTRAP = 6;

const checkBootstrap: Check<DoctorContext> = {
  name: 'bootstrap',
  async run({ env }) {
    const remedy = `run once: npx cdk bootstrap (makes a bucket and roles for deployments, once in an account and region)`;
    try {
      const answer = await new SSMClient(ownerSettings(env)).send(new GetParameterCommand({ Name: '/cdk-bootstrap/hnb659fds/version' }));
      const version = Number(answer.Parameter?.Value);
      return version >= LEAST_BOOTSTRAP
        ? fine(`version ${version}`)
        : bad(`version ${version} is too old (wanted: ${LEAST_BOOTSTRAP})`, remedy);
    } catch (error) {
      if (error instanceof Error && error.name === 'ParameterNotFound') return bad('this account and region are not bootstrapped', remedy);
      throw error;
    }
  },
};

/** New accounts run ten functions at a time; ours need about that at a busy minute. */
const ROOMY_CONCURRENCY = 50;

const checkConcurrency: Check<DoctorContext> = {
  name: 'Lambda concurrency',
  async run({ config, env }) {
    const { AccountLimit } = await new LambdaClient(ownerSettings(env)).send(new GetAccountSettingsCommand({}));
    const limit = AccountLimit?.ConcurrentExecutions ?? 0;
    if (limit >= ROOMY_CONCURRENCY) return fine(`${limit} at a time`);
    if (config.aws.maxWorkers + 5 > limit)
      return bad(
        `${limit} at a time in the whole account, and ${config.aws.maxWorkers} workers are wanted`,
        'set aws.maxWorkers to 2, or ask for more in Service Quotas (Lambda, concurrent executions; free)',
      );
    return note(
      `${limit} at a time in the whole account (new accounts begin so)`,
      'enough to begin; ask for 1,000 in Service Quotas (free)',
    );
  },
};

const checkSms: Check<DoctorContext> = {
  name: 'text messages',
  async run({ config, env }) {
    const { sms } = config.aws;
    if (!sms.isEnabled) return fine('off (docs/sms.md)');
    const client = new SNSClient(ownerSettings(env));
    const { IsInSandbox } = await client.send(new GetSMSSandboxAccountStatusCommand({}));
    const { attributes = {} } = await client.send(new GetSMSAttributesCommand({ attributes: ['MonthlySpendLimit'] }));
    const findings: Finding[] = [
      fine(`at most ${sms.dailyCap} a day at ${sms.maxPriceUsd} USD; AWS stops at ${attributes['MonthlySpendLimit'] ?? '1'} USD a month`),
    ];
    if (IsInSandbox === true)
      findings.push(
        note(
          'the account is in the SMS sandbox: only verified numbers get messages',
          'verify your number in the console (End User Messaging), or ask AWS to leave the sandbox (docs/sms.md)',
        ),
      );
    if (sms.originationNumber === null)
      findings.push(
        note(
          'no origination number: the US, Canada and others deliver nothing without one',
          'register one and set aws.sms.originationNumber (docs/sms.md)',
        ),
      );
    return findings;
  },
};

/** In the order in which a first deployment fails. */
export const BEFORE_DEPLOY: readonly Check<DoctorContext>[] = [checkConfigFiles, checkIdentity, checkBootstrap, checkConcurrency, checkSms];
