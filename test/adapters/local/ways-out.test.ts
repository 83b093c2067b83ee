import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../adapters/local/clock.ts';
import { createSlackChannel, slackBody } from '../../../adapters/local/slack.ts';
import { createSmtpChannel } from '../../../adapters/local/smtp.ts';
import { createTerminalChannel, formatAlert, terminalStyle } from '../../../adapters/local/terminal.ts';
import { createWebhookChannel, verifyWebhook, WEBHOOK_HEADERS } from '../../../adapters/local/webhook.ts';
import { renderDigest } from '../../../core/alert/digest.ts';
import { renderNotice } from '../../../core/alert/notice.ts';
import { renderAlert } from '../../../core/alert/render.ts';
import { aDevelopment, anAlert, aQuote, aSubscription, T0 } from '../../builders.ts';

const alert = anAlert({ id: 'al_1' });
const message = renderAlert({
  alertId: 'al_1',
  kind: 'development',
  subscriptionId: 'sub-1',
  developments: [aDevelopment()],
  why: 'your filter: pair:RU-US',
});
const secrets = { read: async (ref: string) => ({ webhook: 'secret', mail: 'user:pass:word' })[ref] ?? null };

let server: Server;
let url: string;
let status: number;
const received: { headers: IncomingMessage['headers']; body: string }[] = [];

beforeEach(async () => {
  received.length = 0;
  status = 200;
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(status, { location: `${url}/elsewhere` }).end('ok');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

describe('the webhook', () => {
  const channel = createWebhookChannel({ secrets, clock: virtualClock(T0) });
  const send = () => channel.send(aSubscription({ channel: 'webhook', to: url }), alert, message);

  it('posts the alert with a signature over time, delivery id and body', async () => {
    expect(await send()).toEqual({ kind: 'sent', receipt: '200' });
    const [{ headers, body }] = received as [(typeof received)[0]];
    const signed = {
      secret: 'secret',
      timestamp: String(headers[WEBHOOK_HEADERS.timestamp]),
      id: String(headers[WEBHOOK_HEADERS.id]),
      body,
    };
    const signature = String(headers[WEBHOOK_HEADERS.signature]);
    expect(signed.id).toBe('al_1');
    expect(verifyWebhook(signature, signed, T0)).toBe(true);
    expect(verifyWebhook(signature, { ...signed, body: body.replace('RU', 'UA') }, T0)).toBe(false);
    expect(verifyWebhook(signature, signed, '2026-03-01T08:06:00.000Z')).toBe(false);
    expect(JSON.parse(body)).toMatchObject({
      v: 1,
      id: 'al_1',
      subject: message.subject,
      developments: [{ from: 'agreed', to: 'scheduled' }],
    });
  });

  it.each([
    [503, true],
    [429, true],
    [400, false],
    [410, false],
    [302, false],
  ])('takes %i for a failure that a later try %s mend, and follows no redirect', async (code, isRetryable) => {
    status = code;
    expect(await send()).toMatchObject({ kind: 'failed', isRetryable });
    expect(received).toHaveLength(1);
  });

  it('tries again later when nobody answers', async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    expect(await send()).toMatchObject({ kind: 'failed', isRetryable: true });
    server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
});

describe('the Slack-compatible webhook', () => {
  it('posts a text for the notification and blocks for the channel', async () => {
    const channel = createSlackChannel();
    expect(await channel.send(aSubscription({ channel: 'slack', to: url }), alert, message)).toMatchObject({ kind: 'sent' });
    expect(JSON.parse(received[0]!.body)).toMatchObject({
      text: message.subject.replace('>', '&gt;'),
      blocks: [{ type: 'section' }, { type: 'context' }],
    });
  });

  it('lets feed text mention nobody and make no link', () => {
    const hostile = renderAlert({
      alertId: 'al_1',
      kind: 'development',
      subscriptionId: 's',
      developments: [aDevelopment({ quote: aQuote({ text: 'a <!channel> b <https://evil.example|click> & *bold*' }) })],
      why: 'x',
    });
    const text = JSON.stringify(slackBody(hostile));
    expect(text).not.toContain('<!channel>');
    expect(text).not.toContain('<https://evil.example');
  });
});

describe('the terminal', () => {
  const plain = { hasColour: false, hasSigns: false, columns: 80 };
  const told = { alertId: 'al_1', subscriptionId: 'sub-1', channel: 'terminal', why: 'you asked' } as const;

  it('tells from -> to, the quote, the source, what stood before, how sure and why', () => {
    const text = formatAlert(alert, message, plain);
    for (const part of [
      'Putin-Trump',
      'agreed -> scheduled',
      '"The two presidents will meet',
      'Example Wire',
      '90 %',
      'why: your filter: pair:RU-US',
      'alert al_1',
    ])
      expect(text).toContain(part);
    expect(text.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  it.each([
    ['notice', renderNotice({ ...told, kind: 'state_of_play', title: 'State of play', paragraphs: ['Nothing runs.'] })],
    ['digest', renderDigest({ ...told, developments: [], rhythm: { kind: 'hourly' }, slot: { start: T0, end: T0 } })],
  ])('names the alert once, below a %s as below every alert', (_, notice) => {
    const text = formatAlert(alert, notice, plain);
    expect(text.match(/al_1/gi)).toHaveLength(1);
    expect(text).toMatch(/\n {2}alert al_1\n$/);
  });

  it('paints nothing in a pipe or under NO_COLOR, and does on a terminal', () => {
    expect(terminalStyle({}, {})).toMatchObject({ hasColour: false, hasSigns: false });
    expect(terminalStyle({ isTTY: true }, { NO_COLOR: '1' })).toMatchObject({ hasColour: false, hasSigns: true });
    expect(terminalStyle({ isTTY: true, columns: 300 }, {})).toEqual({ hasColour: true, hasSigns: true, columns: 100 });
    expect(formatAlert(alert, message, plain)).not.toContain('\u001b');
    expect(formatAlert(alert, message, { ...plain, hasColour: true })).toContain('\u001b[1;32mscheduled\u001b[0m');
  });

  it('obeys no control sequence that a feed sends', async () => {
    const hostile = renderAlert({
      alertId: 'al_1',
      kind: 'development',
      subscriptionId: 's',
      developments: [aDevelopment({ quote: aQuote({ text: 'x\u001b]0;title\u0007\u001b[2Jy\u009b1m' }) })],
      why: 'x',
    });
    const written: string[] = [];
    await createTerminalChannel({ ...plain, write: (text) => written.push(text) }).send(aSubscription(), alert, hostile);
    expect(written.join('')).not.toMatch(/[\u001b\u0007\u009b]/);
  });
});

describe('mail by SMTP', () => {
  let mail: TcpServer;
  const lines: string[] = [];
  let refusal: string | null = null;

  const talk = (socket: Socket): void => {
    let isData = false;
    socket.write('220 ready\r\n');
    socket.on('data', (chunk) => {
      for (const line of String(chunk)
        .split('\r\n')
        .filter((text) => text !== '')) {
        lines.push(line);
        if (isData) {
          if (line === '.') {
            isData = false;
            socket.write('250 taken\r\n');
          }
        } else if (line === 'DATA') {
          isData = true;
          socket.write('354 go on\r\n');
        } else socket.write(line.startsWith('RCPT') && refusal !== null ? `${refusal}\r\n` : '250 ok\r\n');
      }
    });
  };

  const settings = () => ({
    host: '127.0.0.1',
    port: (mail.address() as AddressInfo).port,
    isSecure: false,
    from: 'summitwire@example.org',
    credentialRef: null,
  });
  const send = (to: string) =>
    createSmtpChannel({ settings: settings(), secrets }).send(aSubscription({ channel: 'smtp', to }), alert, message);

  beforeEach(async () => {
    lines.length = 0;
    refusal = null;
    mail = createTcpServer(talk);
    await new Promise<void>((done) => mail.listen(0, '127.0.0.1', done));
  });
  afterEach(() => new Promise((done) => mail.close(done)));

  it('sends the long form with the change in the subject and the alert’s id as the message’s', async () => {
    expect(await send('reader@example.org')).toMatchObject({ kind: 'sent' });
    expect(lines).toEqual(
      expect.arrayContaining([
        'RCPT TO:<reader@example.org>',
        'Message-ID: <al_1@summitwire.local>',
        'Auto-Submitted: auto-generated',
        `Subject: ${message.subject}`,
      ]),
    );
    expect(lines.join('\n')).toContain('Alert al_1');
  });

  it.each([
    ['451 later', true],
    ['550 no such address', false],
  ])('takes "%s" for a failure that a later try may mend: %s', async (answer, isRetryable) => {
    refusal = answer;
    expect(await send('reader@example.org')).toMatchObject({ kind: 'failed', isRetryable });
  });

  it('takes an address for one address, whatever stands in it', async () => {
    await send('reader@example.org\r\nRCPT TO:<other@example.org>');
    expect(lines.filter((line) => line.startsWith('RCPT') && line.includes('other@example.org') && !line.includes('reader'))).toEqual([]);
  });
});
