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
export type SnsState = { readonly published: Published[]; readonly delivered: Delivered[]; subscriptions: FakeSubscription[] };
export const snsState = (): SnsState => ({ published: [], delivered: [], subscriptions: [] });

type Form = Readonly<Record<string, string>>;
type Answering = { readonly state: SnsState; readonly fault: { readonly code: string; readonly status: number } | null };

/** SNS's query protocol as far as this program speaks it; filter policies on `to` are obeyed, as SNS does. */
export function answerSns(response: ServerResponse, form: Form, { state, fault }: Answering): void {
  const action = form['Action'] ?? '';
  const result = fault === null ? (ACTIONS[action]?.(form, state) ?? null) : null;
  if (result === null) fail(response, fault?.code ?? 'NotFound', fault?.status ?? 404);
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

const ACTIONS: Readonly<Record<string, (form: Form, state: SnsState) => string | null>> = {
  Publish: publish,
  Subscribe: subscribe,
  ConfirmSubscription: confirm,
  ListSubscriptionsByTopic: (form, state) =>
    `<Subscriptions>${state.subscriptions
      .filter((one) => one.topicArn === form['TopicArn'])
      .map(
        (one) =>
          `<member><TopicArn>${one.topicArn}</TopicArn><Protocol>${one.protocol}</Protocol><SubscriptionArn>${one.isConfirmed ? one.arn : 'PendingConfirmation'}</SubscriptionArn><Owner>1</Owner><Endpoint>${one.endpoint}</Endpoint></member>`,
      )
      .join('')}</Subscriptions>`,
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

function subscribe(form: Form, state: SnsState): string {
  const attributes: Record<string, string> = {};
  for (let index = 1; form[`Attributes.entry.${index}.key`] !== undefined; index += 1)
    attributes[form[`Attributes.entry.${index}.key`] ?? ''] = form[`Attributes.entry.${index}.value`] ?? '';
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
