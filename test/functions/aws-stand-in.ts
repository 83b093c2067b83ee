import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { VARIABLES } from '../../adapters/aws/environment.ts';
import { tableDefinition } from '../../adapters/aws/table-definition.ts';
import { answerSns, type SnsState, snsState } from './sns-stand-in.ts';

/** One call as IAM sees it. `resources`: ARNs, a call on several tables or messages has several. */
export type Call = {
  readonly action: string;
  readonly resources: readonly string[];
  /** Of the table: partition keys of the rows that it touches. */
  readonly leadingKeys?: readonly string[];
};
/** What the stand-in answers instead, once: an AWS error code with its status. */
export type Fault = { readonly action: string; readonly code: string; readonly status: number };

export type StandIn = {
  readonly url: string;
  readonly calls: Call[];
  readonly faults: Fault[];
  readonly sns: SnsState;
  readonly polls: { readonly queueUrl: string; readonly body: string }[];
  readonly secrets: Map<string, string>;
  /** Other answers by `x-amz-target`, by query action, or by `METHOD /path`: JSON, or XML text for a query action. */
  readonly answers: Map<string, object | string>;
  /** Outputs of the deployed stacks, by stack; none at first. */
  readonly outputs: Record<string, Readonly<Record<string, string>>>;
  readonly client: DynamoDBDocumentClient;
  /** The variables of a function that runs against this stand-in. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
};

export const ACCOUNT = '111122223333';
export const REGION = 'eu-central-1';
export const TABLE = 'summitwire';
const arn = (service: string, name: string): string => `arn:aws:${service}:${REGION}:${ACCOUNT}:${name}`;
export const ALERT_TOPIC_PREFIX = arn('sns', 'summitwire-alerts-');
export const ALERT_TOPICS = [1, 2, 3].map((number) => `${ALERT_TOPIC_PREFIX}${number}`);
export const FIREHOSE_TOPIC = arn('sns', 'firehose');
/** What infra/ outputs, for commands that look for the deployed stacks. */
export const DEPLOYED = {
  'summitwire-data': {
    TableName: TABLE,
    AlertTopicPrefix: ALERT_TOPIC_PREFIX,
    FirehoseTopicArn: FIREHOSE_TOPIC,
    UndeliveredQueueArn: arn('sqs', 'undelivered'),
  },
  'summitwire-pipeline': { OperationsTopicArn: arn('sns', 'operations') },
};
const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/** DynamoDB (dynalite), SNS, SQS and SSM on one loopback address; every call is written down. */
export async function startStandIn(): Promise<StandIn> {
  const database = dynalite({ createTableMs: 0 });
  const state = {
    calls: [] as Call[],
    faults: [] as Fault[],
    polls: [] as StandIn['polls'],
    secrets: new Map<string, string>(),
    answers: new Map<string, object | string>(),
    outputs: {} as StandIn['outputs'],
    sns: snsState([...ALERT_TOPICS, FIREHOSE_TOPIC, DEPLOYED['summitwire-pipeline'].OperationsTopicArn]),
  };
  const server = createServer((request, response) => {
    // The SDK corrects its clock by this header; the tests' clock is their own.
    response.sendDate = false;
    void route(request, response, { ...state, database });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const raw = new DynamoDBClient({ endpoint: url, region: REGION, credentials: CREDENTIALS });
  await raw.send(new CreateTableCommand(tableDefinition(TABLE)));
  state.calls.length = 0;
  return {
    ...state,
    url,
    client: DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } }),
    environment: {
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      [VARIABLES.endpoint]: url,
      [VARIABLES.table]: TABLE,
      [VARIABLES.pollQueue]: `${url}/${ACCOUNT}/polls`,
      [VARIABLES.alertTopics]: ALERT_TOPIC_PREFIX,
      [VARIABLES.firehoseTopic]: FIREHOSE_TOPIC,
      [VARIABLES.secrets]: '/summitwire/',
    },
    close: async () => {
      raw.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

type Context = Pick<StandIn, 'calls' | 'faults' | 'polls' | 'secrets' | 'sns' | 'outputs' | 'answers'> & { readonly database: Server };

async function route(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  const target = String(request.headers['x-amz-target'] ?? '');
  if (target.startsWith('DynamoDB_')) return passToDynalite(request, response, { target, context });
  const body = await readBody(request);
  const prepared =
    context.answers.get(target) ?? context.answers.get(`${request.method} ${request.url?.split('?')[0]?.replace(/\/$/, '')}`);
  if (typeof prepared === 'object') return sendJson(response, prepared, 200);
  if (target.startsWith('AmazonSQS.')) return answerSqs(response, { target, body, context });
  if (target.startsWith('AmazonSSM.')) return answerSsm(response, { target, body, context });
  const form = Object.fromEntries(new URLSearchParams(body));
  if (form['Action'] === 'DescribeStacks') return answerStacks(response, String(form['StackName']), context);
  const action = String(form['Action']);
  const xml = context.answers.get(action);
  if (typeof xml === 'string') return answerQuery(response, action, xml);
  note(context, { action: `sns:${form['Action']}`, resources: [form['TopicArn'] ?? form['SubscriptionArn'] ?? '*'] });
  const fault = takeFault(context, `sns:${form['Action']}`);
  answerSns(response, form, { state: context.sns, fault });
}

const note = (context: Context, call: Call): void => void context.calls.push(call);

function takeFault(context: Context, action: string): Fault | null {
  const at = context.faults.findIndex((fault) => fault.action === action);
  return at < 0 ? null : (context.faults.splice(at, 1)[0] ?? null);
}

function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  return new Promise((done) => {
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => done(Buffer.concat(chunks).toString('utf8')));
  });
}

type Asked = { readonly target: string; readonly context: Context };

/** dynalite is an HTTP server of its own: it answers the same request, while we listen. */
function passToDynalite(request: IncomingMessage, response: ServerResponse, { target, context }: Asked): void {
  const action = `dynamodb:${target.split('.')[1]}`;
  const fault = takeFault(context, action);
  void readBody(request).then((body) => {
    const input: DynamoInput = JSON.parse(body || '{}');
    note(context, { action, resources: tablesIn(input), leadingKeys: leadingKeysIn(input) });
  });
  if (fault === null) context.database.emit('request', request, response);
  else sendJson(response, { __type: `com.amazonaws.dynamodb.v20120810#${fault.code}`, message: 'as the test wants it' }, fault.status);
}

type Keyed = Record<string, { S?: string }>;
type Batched = { Keys?: Keyed[] } & { PutRequest?: { Item: Keyed } }[];
type DynamoInput = {
  TableName?: string;
  IndexName?: string;
  Key?: Keyed;
  Item?: Keyed;
  ExpressionAttributeValues?: Keyed;
  RequestItems?: Record<string, Batched>;
};

function leadingKeysIn({ Key, Item, ExpressionAttributeValues, RequestItems = {} }: DynamoInput): string[] {
  const batched = Object.values(RequestItems).flatMap((all) =>
    Array.isArray(all) ? all.map((one) => one.PutRequest?.Item) : ((all as Batched).Keys ?? []),
  );
  const rows = [Key, Item, ...batched].flatMap((row) => row?.['pk']?.S ?? []);
  return [...rows, ...(Key === undefined && Item === undefined ? [ExpressionAttributeValues?.[':partition']?.S ?? []].flat() : [])];
}

function tablesIn(input: DynamoInput): string[] {
  const names = input.TableName === undefined ? Object.keys(input.RequestItems ?? {}) : [input.TableName];
  return names.map((name) => `${arn('dynamodb', `table/${name}`)}${input.IndexName === undefined ? '' : `/index/${input.IndexName}`}`);
}

function answerSqs(response: ServerResponse, { target, body, context }: Asked & { readonly body: string }): void {
  const name = target.split('.')[1];
  const input = JSON.parse(body) as { QueueUrl: string; MessageBody?: string; Entries?: { Id: string; MessageBody: string }[] };
  note(context, { action: 'sqs:SendMessage', resources: [arn('sqs', input.QueueUrl.split('/').at(-1) ?? '')] });
  const fault = takeFault(context, `sqs:${name}`);
  if (fault !== null) {
    sendJson(response, { __type: `com.amazonaws.sqs#${fault.code}`, message: 'as the test wants it' }, fault.status);
    return;
  }
  const bodies = input.Entries ?? [{ Id: '0', MessageBody: input.MessageBody ?? '' }];
  context.polls.push(...bodies.map((entry) => ({ queueUrl: input.QueueUrl, body: entry.MessageBody })));
  const one = (entry: { Id: string; MessageBody: string }) => ({
    Id: entry.Id,
    MessageId: randomUUID(),
    MD5OfMessageBody: md5(entry.MessageBody),
  });
  sendJson(
    response,
    input.Entries === undefined
      ? { MessageId: randomUUID(), MD5OfMessageBody: md5(input.MessageBody ?? '') }
      : { Successful: bodies.map(one), Failed: [] },
    200,
  );
}

function answerQuery(response: ServerResponse, action: string, result: string): void {
  response
    .writeHead(200, { 'content-type': 'text/xml' })
    .end(`<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`);
}

/** The outputs of infra/, as CloudFormation tells them. */
function answerStacks(response: ServerResponse, name: string, { outputs }: Context): void {
  const stack = outputs[name];
  if (stack === undefined) {
    const error = `<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack with id ${name} does not exist</Message></Error><RequestId>r</RequestId></ErrorResponse>`;
    response.writeHead(400, { 'content-type': 'text/xml' }).end(error);
    return;
  }
  const members = Object.entries(stack).map(
    ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  response
    .writeHead(200, { 'content-type': 'text/xml' })
    .end(
      `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member><StackName>${name}</StackName><CreationTime>2026-03-01T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${members.join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
    );
}

function answerSsm(response: ServerResponse, { target, body, context }: Asked & { readonly body: string }): void {
  const input = JSON.parse(body) as { Name: string };
  note(context, { action: `ssm:${target.split('.')[1]}`, resources: [arn('ssm', `parameter${input.Name}`)] });
  const value = context.secrets.get(input.Name);
  if (value === undefined) sendJson(response, { __type: 'ParameterNotFound', message: input.Name }, 400);
  else sendJson(response, { Parameter: { Name: input.Name, Value: value, Type: 'SecureString' } }, 200);
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

function sendJson(response: ServerResponse, body: object, status: number): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
}
