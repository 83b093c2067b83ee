import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { snsClient } from '../../adapters/aws/clients.ts';
import { openDynamoStore } from '../../adapters/aws/dynamo-store.ts';
import { createSnsChannels } from '../../adapters/aws/sns-channels.ts';
import { systemClock } from '../../adapters/local/clock.ts';
import { openLocalStore } from '../../adapters/local/local-store.ts';
import { withInbox } from '../../adapters/local/subscription-inbox.ts';
import { main } from '../../cli/main.ts';
import { renderAlert } from '../../core/alert/render.ts';
import { aDevelopment, anAlert, T0 } from '../builders.ts';
import { DEPLOYED, type StandIn, startStandIn } from '../functions/aws-stand-in.ts';

let folder: string;
let aws: StandIn;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'summitwire-cli-'));
  const settings = { storage: { path: join(folder, 'data') }, watch: ['RU-US'], aws: { sms: { isEnabled: true } } };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  writeFileSync(join(folder, 'feeds.json'), '[]');
  aws = await startStandIn();
  Object.assign(aws.outputs, DEPLOYED);
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
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

const storeOf = () => openDynamoStore({ client: aws.client, tableName: 'summitwire', clock: systemClock, retentionDays: 400 });
const linkOf = (at: number): string => {
  const one = aws.sns.subscriptions[at];
  return `https://sns.eu-central-1.amazonaws.com/confirmation.html?TopicArn=${one?.topicArn}&Token=${one?.token}&Endpoint=${one?.endpoint}`;
};

describe('subscribe --aws', () => {
  it('subscribes an address that hears only what is addressed to it, once its owner has confirmed by a signed call', async () => {
    const subscribed = await run('subscribe', 'reader@example.org', 'pair:RU-US', '--aws');
    expect(subscribed).toMatchObject({ code: 0, err: '' });
    const [stored] = await storeOf().subscriptions.list();
    expect(stored).toMatchObject({ channel: 'email', to: 'reader@example.org', filter: 'pair:RU-US', state: 'pending', topic: 0 });
    expect(aws.sns.subscriptions[0]?.attributes).toMatchObject({
      FilterPolicy: JSON.stringify({ to: [stored?.id] }),
      RedrivePolicy: expect.stringContaining('undelivered'),
    });

    expect(await run('confirm', linkOf(0))).toMatchObject({ code: 0, out: `confirmed: ${stored?.id}\n` });
    expect(aws.sns.subscriptions[0]?.attributes['ConfirmationWasAuthenticated']).toBe('true');
    expect((await storeOf().subscriptions.list())[0]?.state).toBe('confirmed');
  });

  it('delivers to the one that was meant, in the form of its protocol', async () => {
    await run('subscribe', 'reader@example.org', '--aws');
    await run('subscribe', '+4366012345678', '--aws');
    await run('confirm', linkOf(0));
    const [mail, phone] = ['email', 'sms'].map((channel) => channel);
    const stored = await storeOf().subscriptions.list();
    const ways = createSnsChannels({
      client: snsClient(aws.environment),
      alertTopicArns: DEPLOYED['summitwire-data'].AlertTopicArns.split(','),
      firehoseTopicArn: DEPLOYED['summitwire-data'].FirehoseTopicArn,
      sms: { maxPriceUsd: 0.05, originationNumber: null },
      pace: async () => {},
    });
    for (const channel of [mail, phone]) {
      const subscription = stored.find((one) => one.channel === channel)!;
      const message = renderAlert({
        alertId: `al_${channel}`,
        kind: 'development',
        subscriptionId: subscription.id,
        developments: [aDevelopment()],
        why: 'test',
      });
      await ways.find((way) => way.channel === channel)!.send(subscription, anAlert({ id: `al_${channel}` }), message);
    }
    expect(aws.sns.delivered.map(({ endpoint }) => endpoint)).toEqual(['reader@example.org', '+4366012345678']);
    expect(aws.sns.delivered[0]?.text).toContain('Alert al_email');
    expect(`Summitwire> ${aws.sns.delivered[1]?.text}`.length).toBeLessThanOrEqual(160);
  });

  it('takes the next topic for a second filter of the same address, and says what to do when there is none', async () => {
    await run('subscribe', 'reader@example.org', '--aws');
    await run('subscribe', 'reader@example.org', 'party:CN', '--aws');
    expect((await storeOf().subscriptions.list()).map(({ topic }) => topic).sort()).toEqual([0, 1]);
    const third = await run('subscribe', 'reader@example.org', 'party:KP', '--aws');
    expect(third).toMatchObject({ code: 1, err: expect.stringContaining('set aws.alertTopics to 3') });
    expect(await storeOf().subscriptions.list()).toHaveLength(2);
  });

  it('lists how each stands at SNS and exits with 1 when one is gone', async () => {
    await run('subscribe', '+4366012345678', '--aws');
    expect(await run('subscriptions', '--aws')).toMatchObject({ code: 0, out: expect.stringContaining('confirmed') });
    aws.sns.subscriptions = [];
    expect(await run('subscriptions', '--aws')).toMatchObject({ code: 1, err: expect.stringContaining('SNS does not know it any more') });
  });

  it('ends a subscription by its address, here and at SNS', async () => {
    await run('subscribe', '+4366012345678', '--aws');
    expect(await run('unsubscribe', '+4366012345678', '--aws')).toMatchObject({ code: 0 });
    expect(aws.sns.subscriptions).toEqual([]);
    expect(await storeOf().subscriptions.list()).toEqual([]);
  });

  it('says that nothing is deployed where nothing is', async () => {
    for (const name of Object.keys(aws.outputs)) delete aws.outputs[name];
    expect(await run('subscribe', 'reader@example.org', '--aws')).toMatchObject({
      code: 1,
      err: expect.stringContaining('npm run deploy'),
    });
  });

  it.each([
    [['subscribe', 'not an address', '--aws'], 'wanted: a mail address'],
    [['subscribe', 'reader@example.org', 'statsu:held', '--aws'], 'did you mean'],
    [['subscribe', 'reader@example.org', '--aws', '--digest', 'weekly'], 'wanted "hourly"'],
    [['subscribe', 'reader@example.org', '--aws', '--quiet', '22-7'], 'wanted two local times'],
    [['subscribe', 'reader@example.org', '--aws', '--zone', 'Vienna'], 'wanted an IANA time zone'],
    [['confirm', 'https://example.org/?TopicArn=arn:aws:sns:x&Token=1'], 'no confirmation link of SNS'],
  ])('refuses %j and says what is wanted', async (args, wanted) => {
    const { code, err } = await run(...args);
    expect(code).toBeGreaterThan(0);
    expect(err).toContain(wanted);
    expect(aws.sns.subscriptions).toEqual([]);
  });
});

describe('subscribe on this machine', () => {
  const openStore = () => openLocalStore({ path: join(folder, 'data'), clock: systemClock, retentionDays: 400 });

  it('stores a webhook, with its rhythm and quiet hours in the zone that was given', async () => {
    const { code } = await run(
      'subscribe',
      'https://hooks.example/x',
      'severity:major',
      '--digest',
      '07:30',
      '--quiet',
      '22:00-07:00',
      '--zone',
      'Europe/Vienna',
    );
    expect(code).toBe(0);
    const local = await openStore();
    const [stored] = await local.store.subscriptions.list();
    await local.close();
    expect(stored).toMatchObject({
      channel: 'webhook',
      rhythm: { kind: 'daily', at: '07:30', zone: 'Europe/Vienna' },
      quietHours: { from: '22:00', to: '07:00', zone: 'Europe/Vienna' },
    });
  });

  it('leaves a request for the instance that owns the store, which takes it up once', async () => {
    const local = await openStore();
    try {
      const { out } = await run('subscribe', 'https://hooks.slack.com/services/T/B/x');
      expect(out).toContain('left for the running instance');
      const subscriptions = withInbox(local.store.subscriptions, join(folder, 'data'), { warn: () => {} });
      expect(await subscriptions.list()).toMatchObject([{ channel: 'slack' }]);
      await run('unsubscribe', (await subscriptions.list())[0]!.id);
      expect(await subscriptions.list()).toEqual([]);
    } finally {
      await local.close();
    }
  });

  it('shows what a filter would have sent, and stores nothing', async () => {
    const local = await openStore();
    const at = new Date(Date.now() - 86_400_000).toISOString();
    await local.store.developments.add(aDevelopment({ at, effectiveAt: at }), T0);
    await local.close();
    const { code, out } = await run('subscribe', 'https://hooks.example/x', '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('Putin-Trump: agreed -> scheduled, Budapest, 6 Mar 2026');
    expect(out).toContain('1 message in the last 30 days');
    const again = await openStore();
    expect(await again.store.subscriptions.list()).toEqual([]);
    await again.close();
  });

  it('refuses mail without a mail server, and a text message without AWS', async () => {
    expect(await run('subscribe', 'reader@example.org')).toMatchObject({ code: 1, err: expect.stringContaining('set "smtp"') });
    expect(await run('subscribe', '+4366012345678')).toMatchObject({ code: 2 });
  });
});
