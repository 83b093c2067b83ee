import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEVELOPMENT_SORT_KEY } from '../../adapters/aws/environment.ts';
import type { Random } from '../../core/ports.ts';

/** What happens to a call: nothing; refused; done, but its answer is lost; its caller dies before or after it was done. */
export type Trouble = 'refused' | 'lost' | 'died_before' | 'died_after';
export type CloudCall = {
  readonly container: string;
  readonly action: string;
  readonly trouble: Trouble | null;
  /** Of an accepted publish: the alert in it. */
  readonly alertId: string | null;
};
export type Rates = Readonly<Record<Trouble, number>>;
export type FlakyCloud = {
  readonly url: string;
  readonly calls: readonly CloudCall[];
  /** Keys of development rows that were put, as the stream would bring them. */
  readonly inserted: { readonly pk: string; readonly sk: string }[];
  areFaultsOn: boolean;
  close(): Promise<void>;
};
export type CloudOptions = {
  readonly behind: string;
  readonly random: Random;
  readonly rates: Rates;
  readonly kill: (container: string) => void;
};

/** A throttled service refuses several calls in a row: so many at most. */
const BURST = 6;

/**
 * Stands between the handlers and the stand-in for AWS, as the network and the services' bad days do. Containers are told apart by their access key.
 * The troubles come after one seed, in the order in which the calls arrive.
 */
export async function startFlakyCloud(options: CloudOptions): Promise<FlakyCloud> {
  const calls: CloudCall[] = [];
  const inserted: { pk: string; sk: string }[] = [];
  const bursts = new Map<string, number>();
  const cloud = { areFaultsOn: true };
  const server = createServer((incoming, response) => {
    response.sendDate = false;
    void readBody(incoming).then(async (body) => {
      const container = /Credential=([\w-]+)\//.exec(String(incoming.headers.authorization))?.[1] ?? 'unknown';
      const action = actionOf(incoming, body);
      const trouble = cloud.areFaultsOn ? troubleOf(container, options, bursts) : null;
      const note = (alertId: string | null): void => void calls.push({ container, action, trouble, alertId });
      if (trouble === 'refused' || trouble === 'died_before') {
        note(null);
        if (trouble === 'died_before') options.kill(container);
        return trouble === 'refused' ? refuse(response, action) : void incoming.socket.destroy();
      }
      const answer = await pass(incoming, body, options.behind);
      const isDone = answer.status === 200;
      note(isDone && action === 'sns:Publish' ? alertIn(body) : null);
      if (isDone && action === 'dynamodb:PutItem') inserted.push(...developmentIn(body));
      if (trouble === 'died_after') options.kill(container);
      if (trouble !== null) return void incoming.socket.destroy();
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return Object.assign(cloud, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    inserted,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  });
}

function troubleOf(container: string, { random, rates }: CloudOptions, bursts: Map<string, number>): Trouble | null {
  const left = bursts.get(container) ?? 0;
  if (left > 0) {
    bursts.set(container, left - 1);
    return 'refused';
  }
  let dice = random.next();
  for (const trouble of ['refused', 'lost', 'died_before', 'died_after'] as const) {
    if (dice < rates[trouble]) {
      if (trouble === 'refused') bursts.set(container, Math.floor(random.next() * BURST));
      return trouble;
    }
    dice -= rates[trouble];
  }
  return null;
}

function actionOf(incoming: IncomingMessage, body: Buffer): string {
  const target = String(incoming.headers['x-amz-target'] ?? '');
  if (target.startsWith('DynamoDB_')) return `dynamodb:${target.split('.')[1]}`;
  if (target !== '') return `${target.startsWith('AmazonSQS') ? 'sqs' : 'ssm'}:${target.split('.')[1]}`;
  return `sns:${new URLSearchParams(body.toString('utf8')).get('Action')}`;
}

/** As each service says it: a throttled call in its own words. */
function refuse(response: ServerResponse, action: string): void {
  if (action.startsWith('sns:')) {
    const error =
      '<ErrorResponse><Error><Type>Sender</Type><Code>Throttled</Code><Message>as the test wants it</Message></Error></ErrorResponse>';
    response.writeHead(429, { 'content-type': 'text/xml' }).end(error);
    return;
  }
  const type = action.startsWith('dynamodb:')
    ? 'com.amazonaws.dynamodb.v20120810#ThrottlingException'
    : 'com.amazonaws.sqs#RequestThrottled';
  response
    .writeHead(400, { 'content-type': 'application/x-amz-json-1.0' })
    .end(JSON.stringify({ __type: type, message: 'as the test wants it' }));
}

type Answer = { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer };

function pass(incoming: IncomingMessage, body: Buffer, behind: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { ...incoming.headers, host: new URL(behind).host };
    const onward = ask(behind + (incoming.url ?? '/'), { method: incoming.method ?? 'POST', headers }, (answer) => {
      void readBody(answer).then((bytes) => {
        const type = String(answer.headers['content-type'] ?? 'application/x-amz-json-1.0');
        const checksum = answer.headers['x-amz-crc32'];
        const kept = { 'content-type': type, ...(checksum === undefined ? {} : { 'x-amz-crc32': String(checksum) }) };
        resolve({ status: answer.statusCode ?? 500, headers: kept, body: bytes });
      });
    });
    onward.once('error', reject);
    onward.end(body);
  });
}

function readBody(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((done) => {
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => done(Buffer.concat(chunks)));
  });
}

function alertIn(body: Buffer): string {
  const forms = JSON.parse(new URLSearchParams(body.toString('utf8')).get('Message') ?? '{}') as Record<string, string>;
  return String((JSON.parse(forms['sqs'] ?? '{}') as { id?: string }).id);
}

type Put = { readonly Item?: { readonly pk?: { readonly S?: string }; readonly sk?: { readonly S?: string } } };

function developmentIn(body: Buffer): { pk: string; sk: string }[] {
  const { Item } = JSON.parse(body.toString('utf8')) as Put;
  const [pk, sk] = [Item?.pk?.S, Item?.sk?.S];
  return pk !== undefined && sk === DEVELOPMENT_SORT_KEY ? [{ pk, sk }] : [];
}
