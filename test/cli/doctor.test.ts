import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDynamoStore } from '../../adapters/aws/dynamo-store.ts';
import { systemClock } from '../../adapters/local/clock.ts';
import { sendTestAlerts } from '../../cli/doctor/send-test.ts';
import { main } from '../../cli/main.ts';
import { aSubscription } from '../builders.ts';
import { DEPLOYED, type StandIn, startStandIn } from '../functions/aws-stand-in.ts';

let folder: string;
let aws: StandIn;
const settle = (settings: object): void =>
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ storage: { path: join(folder, 'data') }, ...settings }));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'summitwire-doctor-'));
  settle({});
  writeFileSync(join(folder, 'feeds.json'), '[]');
  aws = await startStandIn();
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  aws.answers.set('GetCallerIdentity', '<Account>111122223333</Account><Arn>arn:aws:iam::111122223333:user/me</Arn><UserId>u</UserId>');
  aws.answers.set('GET /2016-08-19/account-settings', { AccountLimit: { ConcurrentExecutions: 1000 } });
  aws.secrets.set('/cdk-bootstrap/hnb659fds/version', '28');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await main([...args, '--config', folder], { stdin: new PassThrough(), stdout, stderr, env: { ...aws.environment } });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}

describe('doctor before a deployment', () => {
  it('says account and region and finds nothing wrong where nothing is', async () => {
    const { code, out } = await run('doctor', '--before-deploy');
    expect(code).toBe(0);
    expect(out).toContain('account 111122223333, region eu-central-1, as arn:aws:iam::111122223333:user/me');
    expect(out).not.toContain('BAD');
  });

  it.each([
    ['an account that was never bootstrapped', () => void aws.secrets.clear(), 'npx cdk bootstrap'],
    ['an old bootstrap', () => void aws.secrets.set('/cdk-bootstrap/hnb659fds/version', '4'), 'version 4 is too old'],
    [
      'a new account with more workers than it may run',
      () => void aws.answers.set('GET /2016-08-19/account-settings', { AccountLimit: { ConcurrentExecutions: 8 } }),
      'set aws.maxWorkers to 2',
    ],
    ['a mistake in the config', () => settle({ zone: 'Vienna' }), 'wanted: an IANA time zone'],
  ])('stops at %s and says what to do', async (_name, spoil, wanted) => {
    spoil();
    const { code, out } = await run('doctor', '--before-deploy');
    expect(code).toBe(1);
    expect(out).toContain(wanted);
  });

  it('explains what text messages need once they are on', async () => {
    settle({ aws: { sms: { isEnabled: true } } });
    aws.answers.set('GetSMSSandboxAccountStatus', '<IsInSandbox>true</IsInSandbox>');
    aws.answers.set('GetSMSAttributes', '<attributes><entry><key>MonthlySpendLimit</key><value>1</value></entry></attributes>');
    const { code, out } = await run('doctor', '--before-deploy');
    expect(code).toBe(0);
    expect(out).toContain('only verified numbers get messages');
    expect(out).toContain('AWS stops at 1 USD a month');
  });

  it('lets deploy go no further when something is bad, and ask where nobody can answer', async () => {
    expect(await run('deploy')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Deploy summitwire-data and summitwire-pipeline to account 111122223333'),
    });
    aws.secrets.clear();
    expect(await run('deploy', '--yes')).toMatchObject({ code: 1, err: 'nothing was deployed: mend what is marked BAD first\n' });
    expect(aws.calls.filter(({ action }) => action === 'ssm:PutParameter')).toEqual([]);
  });
});

describe('doctor after a deployment', () => {
  const queue = (name: string): string => `${aws.url}/111122223333/${name}`;

  beforeEach(() => {
    const functions = { PollFeedsFunctionName: 'poll-feeds', SendAlertsFunctionName: 'send-alerts' };
    const queues = { FailuresQueueUrl: queue('failures'), PollFailuresQueueUrl: queue('poll-failures') };
    Object.assign(aws.outputs, {
      'summitwire-data': { ...DEPLOYED['summitwire-data'], UndeliveredQueueUrl: queue('undelivered') },
      'summitwire-pipeline': { ...DEPLOYED['summitwire-pipeline'], ...functions, ...queues },
    });
    for (const name of Object.values(functions))
      aws.answers.set(`GET /2015-03-31/functions/${name}/configuration`, { State: 'Active', LastUpdateStatus: 'Successful' });
    aws.answers.set('GET /2015-03-31/event-source-mappings', { EventSourceMappings: [{ State: 'Enabled' }] });
    aws.answers.set('AmazonSQS.GetQueueAttributes', { Attributes: { ApproximateNumberOfMessages: '0' } });
    aws.answers.set('GraniteServiceVersion20100801.DescribeAlarms', { MetricAlarms: [{ AlarmName: 'a', StateValue: 'OK' }] });
    aws.secrets.set('/summitwire/cursor-key', 'x');
    aws.sns.subscriptions.push({
      arn: 'arn:aws:sns:x:1:operations:1',
      topicArn: DEPLOYED['summitwire-pipeline'].OperationsTopicArn,
      protocol: 'email',
      endpoint: 'ops@example.org',
      token: 't',
      isConfirmed: true,
      attributes: {},
    });
  });

  const storeOf = () => openDynamoStore({ client: aws.client, tableName: 'summitwire', clock: systemClock, retentionDays: 400 });
  const live = (minutesAgo: number) =>
    storeOf().feeds.recordLiveness('sqs-1', new Date(Date.now() - minutesAgo * 60_000).toISOString(), {
      checked: 40,
      changed: 3,
      failed: 1,
    });

  it('walks the chain, a line for each part', async () => {
    await live(2);
    const { out } = await run('doctor', '--aws');
    for (const line of [
      'secrets: 1 there',
      'functions: 2 ready',
      'triggers: queue and stream wake',
      'feeds: last check 2 min ago: 40 feeds',
      'left-over work: nothing waits',
      'dead-letter queues: empty',
      'alarms: 1, none rings',
      'who hears of alarms: 1 subscribed',
    ])
      expect(out).toContain(`ok    ${line}`);
    expect(out).toContain('note  subscriptions: nobody gets alerts yet');
  });

  it.each([
    ['silence', () => live(40), 'feeds: last check 40 min ago'],
    [
      'dead letters',
      async () => void aws.answers.set('AmazonSQS.GetQueueAttributes', { Attributes: { ApproximateNumberOfMessages: '7' } }),
      '7 messages lie in Failures',
    ],
    [
      'a ringing alarm',
      async () =>
        void aws.answers.set('GraniteServiceVersion20100801.DescribeAlarms', {
          MetricAlarms: [{ AlarmName: 'NoFeed', StateValue: 'ALARM', AlarmDescription: 'look there' }],
        }),
      'NoFeed rings',
    ],
    [
      'a trigger that is off',
      async () => void aws.answers.set('GET /2015-03-31/event-source-mappings', { EventSourceMappings: [{ State: 'Disabled' }] }),
      'is not woken (Disabled)',
    ],
    ['alarms that nobody hears', async () => void aws.sns.subscriptions.splice(0), 'who hears of alarms: nobody'],
    [
      'a lost secret',
      async () => void aws.secrets.delete('/summitwire/cursor-key'),
      '/summitwire/cursor-key is not in the parameter store',
    ],
    [
      'a subscription that vanished',
      () => storeOf().subscriptions.put(aSubscription({ id: 'sub-9', channel: 'email', to: 'reader@example.org' })),
      'sub-9: SNS does not know it',
    ],
  ])('finds %s', async (_name, spoil, wanted) => {
    await spoil();
    const { code, out } = await run('doctor', '--aws');
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`BAD {3}.*${wanted.replace(/[()/]/g, '\\$&')}`));
  });

  it('puts a test alert where the sender finds it, and says honestly when nobody took it', async () => {
    await storeOf().subscriptions.put(aSubscription({ id: 'sub-1', channel: 'email', to: 'reader@example.org' }));
    const [finding] = await sendTestAlerts({ store: storeOf(), clock: systemClock, waitMs: 0 });
    expect(finding).toMatchObject({ state: 'bad', what: expect.stringContaining('sub-1 is pending') });
    expect(await storeOf().work.listDue(new Date(Date.now() + 1000).toISOString(), 10)).toMatchObject([{ kind: 'alert' }]);
  });
});

describe('cost and destroy', () => {
  it('counts the table’s units and names each part of the month', async () => {
    const { code, out } = await run('cost', '--feeds', '1000', '--interval', '5', '--json');
    const { lines, list, afterFree, assumptions } = JSON.parse(out) as {
      lines: { part: string; list: number }[];
      list: number;
      afterFree: number;
      assumptions: { feeds: number };
    };
    expect(code).toBe(0);
    expect(assumptions.feeds).toBe(1000);
    expect(list).toBeCloseTo(
      lines.reduce((sum, line) => sum + line.list, 0),
      6,
    );
    expect(list).toBeGreaterThan(5);
    expect(list).toBeLessThan(30);
    expect(afterFree).toBeLessThan(list);
    expect(lines.map(({ part }) => part)).toEqual(
      expect.arrayContaining(['reading feeds: Lambda time', 'new items: table, writes', 'alerts: email']),
    );
  });

  it('writes nothing for an unchanged feed: the rule that the bill stands on', async () => {
    const { countUnits } = await import('../../cli/cost/count-units.ts');
    const units = await countUnits();
    expect(units.pollUnchanged).toMatchObject({ read: expect.any(Number), write: 0 });
    expect(units.pollUnchanged.read).toBeLessThanOrEqual(1);
    expect(units.idleMinute.write).toBe(0);
    expect(units.development.write).toBeGreaterThan(units.relevantRepeat.write);
  });

  it('says before it asks what destroy keeps', async () => {
    const { code, out } = await run('destroy');
    expect(code).toBe(1);
    expect(out).toContain('Stays, and costs a few cents a month: the stack summitwire-data with the table');
  });
});
