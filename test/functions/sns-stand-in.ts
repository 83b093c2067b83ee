import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

export type Published = {
  readonly topicArn: string;
  readonly subject: string;
  readonly body: Record<string, string>;
  readonly attributes: Record<string, string>;
};
export type Delivered = { readonly protocol: string; readonly endpoint: string; readonly text: string };
export type FakeSubscription = {
  arn: string;
  topicArn: string;
  protocol: string;
  endpoint: string;
  token: string;
  isConfirmed: boolean;
  attributes: Record<string, string>;
};
export type SnsState = {
  readonly published: Published[];
  readonly delivered: Delivered[];
  subscriptions: FakeSubscription[];
  /** Topics that exist, by ARN, with their attributes. */
  readonly topics: Map<string, Record<string, string>>;
};
/** With the topics that the test takes for made. */
export const snsState = (topics: readonly string[]): SnsState => ({
  published: [],
  delivered: [],
  subscriptions: [],
  topics: new Map(topics.map((arn) => [arn, {}])),
});

/** Limits of SNS that the program must live with. */
const FILTERS_PER_TOPIC = 200;
const PAGE = 100;

type Form = Readonly<Record<string, string>>;
type Answering = { readonly state: SnsState; readonly fault: { readonly code: string; readonly status: number } | null };

/** SNS's query protocol as far as this program speaks it; filter policies on `to` are obeyed, as SNS does. */
export function answerSns(response: ServerResponse, form: Form, { state, fault }: Answering): void {
  const action = form['Action'] ?? '';
  const topic = form['TopicArn'];
  const result = fault === null && (topic === undefined || state.topics.has(topic)) ? (ACTIONS[action]?.(form, state) ?? null) : null;
  const refusal = result !== null && typeof result === 'object' ? result : fault;
  if (result === null || typeof result === 'object') fail(response, refusal?.code ?? 'NotFound', refusal?.status ?? 404);
  else
    response
      .writeHead(200, { 'content-type': 'text/xml' })
      .end(
        `<${action}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`,
      );
}

const fail = (response: ServerResponse, code: string, status: number): ServerResponse =>
  response
    .writeHead(status, { 'content-type': 'text/xml' })
    .end(
      `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>as the test wants it</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
    );

const NEEDS_CONFIRMATION = new Set(['email', 'https']);

type Refusal = { readonly code: string; readonly status: number };

const ACTIONS: Readonly<Record<string, (form: Form, state: SnsState) => string | Refusal | null>> = {
  CreateTopic: createTopic,
  Publish: publish,
  Subscribe: subscribe,
  ConfirmSubscription: confirm,
  ListSubscriptionsByTopic: listByTopic,
  Unsubscribe: (form, state) => {
    state.subscriptions = state.subscriptions.filter((one) => one.arn !== form['SubscriptionArn']);
    return '';
  },
  GetSubscriptionAttributes: (form, state) => {
    const found = state.subscriptions.find((one) => one.arn === form['SubscriptionArn']);
    return found === undefined
      ? null
      : `<Attributes>${Object.entries(found.attributes)
          .map(([key, value]) => `<entry><key>${key}</key><value>${escapeXml(value)}</value></entry>`)
          .join('')}</Attributes>`;
  },
};

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function publish(form: Form, state: SnsState): string {
  const attributes: Record<string, string> = {};
  for (let index = 1; form[`MessageAttributes.entry.${index}.Name`] !== undefined; index += 1)
    attributes[form[`MessageAttributes.entry.${index}.Name`] ?? ''] = form[`MessageAttributes.entry.${index}.Value.StringValue`] ?? '';
  const body = JSON.parse(form['Message'] ?? '{}') as Record<string, string>;
  const topicArn = form['TopicArn'] ?? '';
  state.published.push({ topicArn, subject: form['Subject'] ?? '', body, attributes });
  for (const one of state.subscriptions.filter((each) => each.topicArn === topicArn && each.isConfirmed && isWanted(each, attributes)))
    state.delivered.push({ protocol: one.protocol, endpoint: one.endpoint, text: body[one.protocol] ?? body['default'] ?? '' });
  return `<MessageId>${randomUUID()}</MessageId>`;
}

function isWanted(subscription: FakeSubscription, attributes: Record<string, string>): boolean {
  const policy = JSON.parse(subscription.attributes['FilterPolicy'] ?? '{}') as Record<string, string[]>;
  return Object.entries(policy).every(([key, wanted]) => wanted.includes(attributes[key] ?? ''));
}

function attributesIn(form: Form): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (let index = 1; form[`Attributes.entry.${index}.key`] !== undefined; index += 1)
    attributes[form[`Attributes.entry.${index}.key`] ?? ''] = form[`Attributes.entry.${index}.value`] ?? '';
  return attributes;
}

/** Answers with the topic that is there when its attributes are the same, as SNS does. */
function createTopic(form: Form, state: SnsState): string {
  const arn = `arn:aws:sns:eu-central-1:111122223333:${form['Name']}`;
  if (!state.topics.has(arn)) state.topics.set(arn, attributesIn(form));
  return `<TopicArn>${arn}</TopicArn>`;
}

function listByTopic(form: Form, state: SnsState): string {
  const all = state.subscriptions.filter((one) => one.topicArn === form['TopicArn']);
  const from = Number(form['NextToken'] ?? 0);
  const members = all
    .slice(from, from + PAGE)
    .map(
      (one) =>
        `<member><TopicArn>${one.topicArn}</TopicArn><Protocol>${one.protocol}</Protocol><SubscriptionArn>${one.isConfirmed ? one.arn : 'PendingConfirmation'}</SubscriptionArn><Owner>1</Owner><Endpoint>${one.endpoint}</Endpoint></member>`,
    );
  const next = from + PAGE < all.length ? `<NextToken>${from + PAGE}</NextToken>` : '';
  return `<Subscriptions>${members.join('')}</Subscriptions>${next}`;
}

function subscribe(form: Form, state: SnsState): string | Refusal {
  const attributes = attributesIn(form);
  const filters = state.subscriptions.filter((one) => one.topicArn === form['TopicArn'] && 'FilterPolicy' in one.attributes);
  if ('FilterPolicy' in attributes && filters.length >= FILTERS_PER_TOPIC) return { code: 'FilterPolicyLimitExceeded', status: 403 };
  const protocol = form['Protocol'] ?? '';
  const one: FakeSubscription = {
    arn: `${form['TopicArn']}:${randomUUID()}`,
    topicArn: form['TopicArn'] ?? '',
    protocol,
    endpoint: form['Endpoint'] ?? '',
    token: randomUUID().replaceAll('-', ''),
    isConfirmed: !NEEDS_CONFIRMATION.has(protocol),
    attributes,
  };
  state.subscriptions.push(one);
  return `<SubscriptionArn>${one.isConfirmed || form['ReturnSubscriptionArn'] === 'true' ? one.arn : 'pending confirmation'}</SubscriptionArn>`;
}

function confirm(form: Form, state: SnsState): string | null {
  const found = state.subscriptions.find((one) => one.topicArn === form['TopicArn'] && one.token === form['Token']);
  if (found === undefined) return null;
  found.isConfirmed = true;
  found.attributes['ConfirmationWasAuthenticated'] = form['AuthenticateOnUnsubscribe'] === 'true' ? 'true' : 'false';
  return `<SubscriptionArn>${found.arn}</SubscriptionArn>`;
}
