import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkConfig } from '../../config/check-config.ts';
import { silentAfterMinutes } from '../../config/known-feeds.ts';
import { FUNCTIONS } from '../../infra/functions.ts';
import { viewerGateCode } from '../../infra/viewer-gate.ts';
import { ALERT_TOPIC_PREFIX } from '../functions/aws-stand-in.ts';
import { statementsOf } from './rights.ts';
import { ofType, type Resource, synthesise } from './synth.ts';

const FULL = { aws: { operationsEmail: 'ops@example.org', budgetUsd: 5, sms: { isEnabled: true } }, zone: 'Europe/Vienna' };
const all = synthesise(FULL, [
  { id: 'wire', url: 'https://wire.example/rss', outlet: 'Wire', sourceKind: 'agency', credentialRef: 'wire-login' },
]);
const { data, pipeline } = all;
const properties = (id: string, template = pipeline): Record<string, unknown> => {
  const found = Object.entries(template.Resources).find(([name]) => name === id || new RegExp(`^${id}[0-9A-F]{0,8}$`).test(name));
  if (found === undefined) throw new Error(`the template has no ${id}`);
  return found[1].Properties;
};
afterAll(() => rmSync(all.folder, { recursive: true, force: true }));

describe('the table', () => {
  const [[, table]] = ofType(data, 'AWS::DynamoDB::GlobalTable') as [[string, Resource]];
  const [replica] = table.Properties['Replicas'] as Record<string, unknown>[];

  it('survives the stack, refuses deletion and can be wound back', () => {
    expect(table.DeletionPolicy).toBe('Retain');
    expect(replica).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it('has a stream, a time to live, and a fuse on itself and on each index', () => {
    expect(table.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      WriteOnDemandThroughputSettings: { MaxWriteRequestUnits: 500 },
    });
    const indexes = table.Properties['GlobalSecondaryIndexes'] as Record<string, unknown>[];
    expect(indexes.map(({ IndexName }) => IndexName)).toEqual(['gsi1', 'gsi2', 'gsi3']);
    for (const index of indexes) expect(index).toMatchObject({ WriteOnDemandThroughputSettings: { MaxWriteRequestUnits: 500 } });
  });
});

describe('the functions', () => {
  it.each(FUNCTIONS.map((row) => row.name))('%s runs on arm64 and nodejs24.x, logs JSON to a group of its own that forgets', (name) => {
    const id = pascal(name);
    expect(properties(`${id}Function`)).toMatchObject({
      Architectures: ['arm64'],
      Runtime: 'nodejs24.x',
      LoggingConfig: { LogFormat: 'JSON' },
    });
    expect(properties(`${id}Log`)).toMatchObject({ RetentionInDays: 14 });
    expect(properties(`${id}Function`)).not.toHaveProperty('ReservedConcurrentExecutions');
  });

  it.each(FUNCTIONS.map((row) => row.name))(
    '%s has a role of its own, without scans, managed policies or wildcards but for the number of an alert topic',
    (name) => {
      const statements = statementsOf(pascal(name), all);
      expect(properties(`${pascal(name)}Role`)).not.toHaveProperty('ManagedPolicyArns');
      expect(statements.length).toBeGreaterThan(0);
      for (const { actions, resources, effect } of statements) {
        expect(effect).toBe('Allow');
        expect([...actions, ...resources].filter((text) => text.includes('*') && text !== `${ALERT_TOPIC_PREFIX}*`)).toEqual([]);
        expect(actions).not.toContain('dynamodb:Scan');
      }
    },
  );

  it('lets the function that fetches publish nothing', () => {
    const actions = statementsOf('PollFeeds', all).flatMap((statement) => statement.actions);
    expect(actions.filter((action) => action.startsWith('sns:'))).toEqual([]);
    expect(Object.keys((properties('PollFeedsFunction')['Environment'] as { Variables: object }).Variables)).not.toContain(
      'SUMMITWIRE_ALERT_TOPIC_ARNS',
    );
  });

  it('binds the function that fetches to the partitions of feeds, items and stories, and refuses calls that name none', () => {
    const policies = ofType(pipeline, 'AWS::IAM::Policy').filter(([id]) => id.startsWith('PollFeeds'));
    const statements = policies.flatMap(
      ([, { Properties }]) =>
        (Properties['PolicyDocument'] as { Statement: { Action: unknown; Condition?: Record<string, unknown> }[] }).Statement,
    );
    const onTable = statements.filter(({ Action }) => String(Action).startsWith('dynamodb:'));
    expect(onTable.length).toBeGreaterThan(0);
    for (const { Condition } of onTable)
      expect(Condition).toEqual({
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': expect.not.arrayContaining(['ALERT#*', 'SUBSCRIPTIONS*', '*']) },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      });
  });

  it('lets a function read only the secrets that the config names', () => {
    const secrets = statementsOf('PollFeeds', all)
      .filter(({ actions }) => actions.includes('ssm:GetParameter'))
      .flatMap(({ resources }) => resources);
    expect(secrets).toEqual(['arn:aws:ssm:eu-central-1:111122223333:parameter/summitwire/wire-login']);
  });

  it('waits for its role to be whole before it is made', () => {
    for (const [id, { DependsOn }] of ofType(pipeline, 'AWS::Lambda::Function'))
      expect(
        DependsOn?.some((other) => other.includes('DefaultPolicy')),
        id,
      ).toBe(true);
  });
});

describe('what starts them', () => {
  it('gives the poll queue six times the time of its worker, five tries, and a dead-letter queue', () => {
    expect(properties('Polls')).toMatchObject({ VisibilityTimeout: 720, RedrivePolicy: { maxReceiveCount: 5 } });
    expect(
      properties('Polls')['MessageRetentionPeriod'],
      'a message that dies each time must not be forgotten before its last try',
    ).toBeGreaterThan(720 * 6);
    expect(properties('PollFeedsQueue')).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 5 },
      BatchSize: 1,
    });
  });

  it('passes only inserts of development rows from the stream, and puts aside what fails', () => {
    const mapping = properties('SendAlertsStream');
    expect(mapping).toMatchObject({
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 3,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: {} },
    });
    const { Filters } = mapping['FilterCriteria'] as { Filters: { Pattern: string }[] };
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: ['DEV'] } } } },
    ]);
  });

  it('gives every schedule a dead-letter queue, bounded tries and the minute that it stands for', () => {
    const schedules = ofType(pipeline, 'AWS::Scheduler::Schedule');
    expect(schedules).toHaveLength(5);
    for (const [, { Properties }] of schedules)
      expect(Properties['Target']).toMatchObject({
        DeadLetterConfig: {},
        RetryPolicy: { MaximumRetryAttempts: 2 },
        Input: '{"scheduledAt":"<aws.scheduler.scheduled-time>"}',
      });
  });

  it('runs digests in the zone of the config', () => {
    expect(properties('SendDigestsSchedule')).toMatchObject({ ScheduleExpressionTimezone: 'Europe/Vienna' });
  });

  it('gives every asynchronous function a place for its failures', () => {
    const configs = ofType(pipeline, 'AWS::Lambda::EventInvokeConfig');
    expect(configs).toHaveLength(FUNCTIONS.filter(({ trigger }) => !['queue', 'stream', 'url'].includes(trigger.kind)).length);
    for (const [, { Properties }] of configs) expect(Properties).toHaveProperty('DestinationConfig.OnFailure.Destination');
  });

  it('opens the API to signed requests only, and nothing else to anybody', () => {
    expect(properties('QueryUrl')).toMatchObject({ AuthType: 'AWS_IAM' });
    for (const template of [data, pipeline]) {
      expect(ofType(template, 'AWS::Lambda::Permission')).toEqual([]);
      expect(ofType(template, 'AWS::S3::Bucket')).toEqual([]);
    }
  });
});

describe('the alarms', () => {
  const alarms = ofType(pipeline, 'AWS::CloudWatch::Alarm');
  const [[topicId]] = ofType(pipeline, 'AWS::SNS::Topic') as [[string, Resource]];

  it('all reach the operations topic, whose policy lets CloudWatch publish, without a key that it could not use', () => {
    expect(alarms.length).toBe(11);
    for (const [id, { Properties }] of alarms) expect(Properties['AlarmActions'], id).toEqual([{ Ref: topicId }]);
    const policies = ofType(pipeline, 'AWS::SNS::TopicPolicy').map(([, { Properties }]) => JSON.stringify(Properties));
    const allows = policies.filter(
      (policy) => policy.includes(topicId) && policy.includes('cloudwatch.amazonaws.com') && policy.includes('"Effect":"Allow"'),
    );
    expect(allows).toHaveLength(1);
    expect(properties(topicId)).not.toHaveProperty('KmsMasterKeyId');
  });

  it('take silence for a failure where nothing is checked', () => {
    expect(properties('NoFeedCheckedAlarm')).toMatchObject({
      TreatMissingData: 'breaching',
      EvaluationPeriods: 3,
      Period: 300,
      ComparisonOperator: 'LessThanThreshold',
    });
  });

  it.each([
    [5, 15],
    [10, 15],
    [60, 90],
    [1440, 1440],
  ])('wait for feeds that are asked each %i minutes for %i minutes, and no longer than an alarm can', (intervalMinutes, silent) => {
    const feed = { id: 'a', url: 'https://a.example/rss', outlet: 'A', sourceKind: 'press' };
    const off = { ...feed, id: 'off', isEnabled: false, intervalMinutes: 5 };
    const { config } = checkConfig({ settings: { polling: { intervalMinutes } }, feeds: [feed, off], overlay: [] });
    expect(silentAfterMinutes(config)).toBe(silent);
  });

  it('watch every dead-letter queue, the functions, the stream, what waits, subscriptions and text messages', () => {
    const names = alarms.map(([id]) => id.replace(/Alarm[0-9A-F]{8}$/, ''));
    expect(names).toEqual(
      expect.arrayContaining([
        'Failures',
        'PollFailures',
        'Undelivered',
        'IteratorAge',
        'Throttles',
        'OldestPending',
        'AlertsParked',
        'FunctionErrors',
        'SubscriptionsMissing',
        'SmsSpend',
      ]),
    );
  });

  it('ring when an alert is late by age, not by number, and stay on until an hour is clean', () => {
    expect(properties('OldestPendingAlarm')).toMatchObject({
      MetricName: 'OldestPendingSeconds',
      Statistic: 'Maximum',
      Threshold: 900,
      DatapointsToAlarm: 1,
      EvaluationPeriods: 13,
    });
  });

  it('hear of every function that fails, also of one that dies, by one metric from their logs', () => {
    const filters = ofType(pipeline, 'AWS::Logs::MetricFilter').map(([, { Properties }]) => Properties);
    const logs = ofType(pipeline, 'AWS::Logs::LogGroup').map(([id]) => id);
    expect(filters.map(({ LogGroupName }) => (LogGroupName as { Ref: string }).Ref).sort()).toEqual(logs.sort());
    for (const filter of filters)
      expect(filter).toMatchObject({
        FilterPattern: '{ $.type = "platform.report" && $.record.status != "success" }',
        MetricTransformations: [{ MetricNamespace: 'Summitwire', MetricName: 'FunctionErrors', MetricValue: '1' }],
      });
    expect(properties('FunctionErrorsAlarm')).toMatchObject({ Namespace: 'Summitwire', MetricName: 'FunctionErrors' });
    expect(properties('FunctionErrorsAlarm')).not.toHaveProperty('Dimensions');
    for (const [, { Properties }] of ofType(pipeline, 'AWS::Lambda::Function'))
      expect(Properties['LoggingConfig'], 'failed invocations are logged at this level').toMatchObject({ SystemLogLevel: 'WARN' });
  });

  it('measure nothing feed by feed', () => {
    for (const [, { Properties }] of alarms) expect(JSON.stringify(Properties['Dimensions'] ?? []).toLowerCase()).not.toContain('feed_id');
  });
});

describe('every queue and topic', () => {
  it('refuses what is not encrypted on its way, and no queue lets everybody write', () => {
    for (const template of [data, pipeline]) {
      const policies = [...ofType(template, 'AWS::SQS::QueuePolicy'), ...ofType(template, 'AWS::SNS::TopicPolicy')];
      for (const [id, { Properties }] of policies) {
        const { Statement } = Properties['PolicyDocument'] as { Statement: { Effect: string; Principal: unknown; Condition?: unknown }[] };
        expect(JSON.stringify(Statement.filter(({ Effect }) => Effect === 'Deny')), id).toContain('aws:SecureTransport');
        for (const allowed of Statement.filter(({ Effect }) => Effect === 'Allow')) expect(allowed.Condition, id).toBeDefined();
      }
    }
  });

  it('lets SNS put aside what it cannot deliver, from our own topics only', () => {
    const [[, policy]] = ofType(data, 'AWS::SQS::QueuePolicy') as [[string, Resource]];
    const { Statement } = policy.Properties['PolicyDocument'] as { Statement: { Effect: string; Condition: Record<string, unknown> }[] };
    const sources = Statement.filter(({ Effect }) => Effect === 'Allow').map(({ Condition }) => JSON.stringify(Condition));
    expect(sources).toEqual([expect.stringMatching(/ArnLike.*aws:SourceArn.*:summitwire-alerts-\*/)]);
  });

  it('keeps the topic that machines subscribed to', () => {
    for (const [, { DeletionPolicy }] of ofType(data, 'AWS::SNS::Topic')) expect(DeletionPolicy).toBe('Retain');
  });
});

describe('cfn-lint', () => {
  const hasLinter = spawnSync('cfn-lint', ['--version']).status === 0;
  it(hasLinter ? 'finds nothing in the templates' : 'is not installed here: its check did not run', () => {
    if (!hasLinter) return;
    const files = ['summitwire-data', 'summitwire-pipeline'].map((name) => join(all.folder, `${name}.template.json`));
    // W3005: CDK writes dependencies that the template implies anyway.
    expect(execFileSync('cfn-lint', ['-i', 'W3005', '--', ...files], { encoding: 'utf8' })).toBe('');
  }, 120_000);
});

const pascal = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

describe('the page, where the config wants one', () => {
  const withPage = synthesise({ page: true });
  afterAll(() => rmSync(withPage.folder, { recursive: true, force: true }));

  it('stands behind CloudFront, which alone may call the function, for reading only', () => {
    const [[, distribution]] = ofType(withPage.pipeline, 'AWS::CloudFront::Distribution') as [[string, Resource]];
    const { DefaultCacheBehavior, Origins } = distribution.Properties['DistributionConfig'] as Record<string, unknown>;
    expect(DefaultCacheBehavior).toMatchObject({ AllowedMethods: ['GET', 'HEAD'], ViewerProtocolPolicy: 'redirect-to-https' });
    expect(Origins).toMatchObject([{ OriginAccessControlId: {} }]);
    const permissions = ofType(withPage.pipeline, 'AWS::Lambda::Permission').map(([, { Properties }]) => Properties);
    expect(permissions.map(({ Action }) => Action).sort()).toEqual(['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl']);
    for (const permission of permissions) expect(permission).toMatchObject({ Principal: 'cloudfront.amazonaws.com', SourceArn: {} });
    const urls = ofType(withPage.pipeline, 'AWS::Lambda::Url').map(([, { Properties }]) => Properties['AuthType']);
    expect(urls).toEqual(['AWS_IAM']);
  });

  const [[, edge]] = ofType(withPage.pipeline, 'AWS::CloudFront::Function') as [[string, Resource]];
  type Answer = {
    statusCode?: number;
    headers: Record<string, { value: string }>;
    cookies: Record<string, { value: string; attributes?: string }>;
  };
  /** The program of the edge, as the template has it. */
  const ask = (query: object, cookies: Answer['cookies'] = {}): Answer => {
    const run = new Function('require', 'event', `${String(edge.Properties['FunctionCode'])}; return handler(event);`);
    return run((name: string) => (name === 'crypto' ? { createHash } : null), {
      request: { method: 'GET', uri: '/', querystring: query, headers: {}, cookies },
    });
  };
  const token = (value: string) => ({ value });

  it('refuses at the edge who has no token, so that strangers start no function', () => {
    const [[, distribution]] = ofType(withPage.pipeline, 'AWS::CloudFront::Distribution') as [[string, Resource]];
    const { DefaultCacheBehavior } = distribution.Properties['DistributionConfig'] as { DefaultCacheBehavior: Record<string, unknown> };
    expect(DefaultCacheBehavior['FunctionAssociations']).toMatchObject([{ EventType: 'viewer-request' }]);
    expect(edge.Properties).toMatchObject({ FunctionConfig: { Runtime: 'cloudfront-js-2.0' } });
    for (const answer of [
      ask({}),
      ask({ token: token('wrong') }),
      ask({ token: token('') }),
      ask({}, { 'summitwire-viewer': token('wrong') }),
    ])
      expect(answer).toMatchObject({ statusCode: 403, headers: { 'cache-control': { value: 'no-store' } } });
  });

  it('changes the token for a cookie, keeps it out of addresses and from the function, and holds its hash only', () => {
    const entered = ask({ token: token('the-token') });
    expect(entered).toMatchObject({ statusCode: 303, headers: { location: { value: '/' } } });
    const cookie = entered.cookies['summitwire-viewer'];
    expect(cookie).toMatchObject({ value: 'the-token', attributes: expect.stringContaining('HttpOnly; Secure; SameSite=Lax') });
    const passed = ask({}, { 'summitwire-viewer': token('the-token'), other: token('kept') });
    expect(passed).toMatchObject({ method: 'GET', cookies: { other: { value: 'kept' } } });
    expect(passed.cookies).not.toHaveProperty('summitwire-viewer');
    expect(JSON.stringify(withPage.pipeline)).not.toContain('the-token');
    expect(viewerGateCode(null)).toContain('var WANTED = "";');
  });
});
