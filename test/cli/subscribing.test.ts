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
import { renderAlert, SMS_PREFIX } from '../../core/alert/render.ts';
import { aDevelopment, anAlert, T0 } from '../builders.ts';
import { ALERT_TOPICS, DEPLOYED, type StandIn, startStandIn } from '../functions/aws-stand-in.ts';
import type { FakeSubscription } from '../functions/sns-stand-in.ts';

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

const sendingTo = () => ({
  client: snsClient(aws.environment),
  alertTopicPrefix: DEPLOYED['summitwire-data'].AlertTopicPrefix,
  firehoseTopicArn: DEPLOYED['summitwire-data'].FirehoseTopicArn,
  sms: { maxPriceUsd: 0.05, originationNumber: null },
  pace: async () => {},
});

const anSnsSubscription = (endpoint: string): FakeSubscription => ({
  ...{ arn: `${ALERT_TOPICS[0]}:${endpoint}`, topicArn: ALERT_TOPICS[0]!, protocol: 'email', endpoint, token: endpoint, isConfirmed: true },
  attributes: { FilterPolicy: JSON.stringify({ to: [endpoint] }) },
});

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
    const ways = createSnsChannels(sendingTo());
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

  it('makes the first topic when nobody is subscribed yet, named as text messages need it and closed to what is not encrypted', async () => {
    aws.sns.topics.clear();
    expect(await run('subscribe', 'reader@example.org', '--aws')).toMatchObject({ code: 0, err: '' });
    expect([...aws.sns.topics.keys()]).toEqual([ALERT_TOPICS[0]]);
    expect(aws.sns.topics.get(ALERT_TOPICS[0]!)).toMatchObject({ DisplayName: 'Summitwire' });
    expect(JSON.parse(aws.sns.topics.get(ALERT_TOPICS[0]!)?.['Policy'] ?? '')).toMatchObject({
      Statement: [{ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
    });
    expect(`${aws.sns.topics.get(ALERT_TOPICS[0]!)?.['DisplayName']}> `).toBe(SMS_PREFIX);
  });

  it('gives a second filter of the same address the next topic, and makes it', async () => {
    aws.sns.topics.clear();
    for (const filter of ['party:RU', 'party:CN', 'party:KP']) await run('subscribe', 'reader@example.org', filter, '--aws');
    expect((await storeOf().subscriptions.list()).map(({ topic }) => topic).sort()).toEqual([0, 1, 2]);
    expect([...aws.sns.topics.keys()]).toEqual(ALERT_TOPICS);
  });

  it('makes the next topic for the 201st person, who is told there and listed with the others', async () => {
    aws.sns.topics.clear();
    aws.sns.topics.set(ALERT_TOPICS[0]!, {});
    aws.sns.subscriptions = Array.from({ length: 200 }, (_, n) => anSnsSubscription(`reader${n}@example.org`));
    expect(await run('subscribe', '+4366012345678', '--aws')).toMatchObject({ code: 0, err: '' });
    const [stored] = await storeOf().subscriptions.list();
    expect(stored).toMatchObject({ topic: 1, state: 'confirmed' });
    expect([...aws.sns.topics.keys()]).toEqual(ALERT_TOPICS.slice(0, 2));
    const ways = createSnsChannels(sendingTo());
    const message = renderAlert({ alertId: 'al_1', kind: 'test', subscriptionId: stored!.id, developments: [aDevelopment()], why: 'test' });
    expect(await ways.find(({ channel }) => channel === 'sms')!.send(stored!, anAlert(), message)).toMatchObject({ kind: 'sent' });
    expect(aws.sns.delivered.map(({ endpoint }) => endpoint)).toEqual(['+4366012345678']);
    expect(await run('subscriptions', '--aws')).toMatchObject({ code: 0, out: expect.stringContaining('confirmed') });
    expect(await run('unsubscribe', '+4366012345678', '--aws')).toMatchObject({ code: 0 });
    expect(aws.sns.subscriptions).toHaveLength(200);
  });

  it('goes on to the next topic when somebody else took the last place meanwhile', async () => {
    aws.faults.push({ action: 'sns:Subscribe', code: 'FilterPolicyLimitExceeded', status: 403 });
    await run('subscribe', 'reader@example.org', '--aws');
    expect(await storeOf().subscriptions.list()).toMatchObject([{ topic: 1 }]);
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

  it('shows a digest’s subscriber the digests, day by day, with the days of nothing new', async () => {
    const local = await openStore();
    const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
    const tenDaysAgo = daysAgo(10);
    const moves = [
      aDevelopment({ id: 'a', itemId: 'a', severity: 'minor', at: tenDaysAgo }),
      aDevelopment({ id: 'b', itemId: 'b', sequence: 2, at: tenDaysAgo }),
      aDevelopment({ id: 'c', itemId: 'c', sequence: 3, at: daysAgo(20) }),
    ];
    for (const move of moves) await local.store.developments.add(move, T0);
    await local.close();
    const { code, out } = await run('subscribe', 'https://hooks.example/x', '--digest', '07:30', '--zone', 'Europe/Vienna', '--dry-run');
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines.filter((line) => /\d {2}1 development in 1 story, .* 07:30 - .* 07:30 Europe\/Vienna$/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /\d {2}2 developments in 1 story/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /^ {20}Putin-Trump: agreed -> scheduled/.test(line))).toHaveLength(3);
    expect(lines.filter((line) => /\d {2}Nothing new, /.test(line)).length).toBeGreaterThan(25);
    const shown = lines.filter((line) => /^\d{4}-\d{2}-\d{2} \d{2}:\d{2} {2}\S/.test(line)).length;
    expect(out).toContain(`\n${shown} digests in the last 30 days`);
    // whole days only: by the hour of the run and a change of clocks, the first and the last may be outside
    expect([28, 29, 30]).toContain(shown);
    const hourly = await run('subscribe', 'https://hooks.example/x', '--digest', 'hourly', '--dry-run');
    expect(hourly.out).not.toContain('Nothing new');
    expect(hourly.out).toMatch(/[23] digests in the last 30 days/);
  });

  it('refuses mail without a mail server, and a text message without AWS', async () => {
    expect(await run('subscribe', 'reader@example.org')).toMatchObject({ code: 1, err: expect.stringContaining('set "smtp"') });
    expect(await run('subscribe', '+4366012345678')).toMatchObject({ code: 2 });
  });
});
