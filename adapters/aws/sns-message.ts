import type { MessageAttributeValue } from '@aws-sdk/client-sns';
import type { Message } from '../../core/alert/alert.ts';
import { type AlertJson, alertJsonSchema } from '../../core/alert/alert-json.ts';
import { shorten } from '../../core/alert/sanitise.ts';

/** SNS takes 256 KiB over all forms of a message together. */
const MOST_BYTES = 256 * 1024;
/** For protocols that have no form of their own. */
const DEFAULT_UNITS = 2_000;
const TEXT_UNITS = { normal: 60_000, short: 15_000 };

/** One message in each protocol's own form: long for people's mail, one part for phones, compact JSON for machines. Cut in two steps where it would be too long. */
export function snsBody(message: Message): string {
  const whole = bodyOf(message, message.json, TEXT_UNITS.normal);
  if (Buffer.byteLength(whole) <= MOST_BYTES) return whole;
  const headOnly = bodyOf(message, withoutDevelopments(message.json), TEXT_UNITS.normal);
  return Buffer.byteLength(headOnly) <= MOST_BYTES ? headOnly : bodyOf(message, withoutDevelopments(message.json), TEXT_UNITS.short);
}

function bodyOf(message: Message, body: Message['json'], textUnits: number): string {
  const json = JSON.stringify(body);
  const machines = { sqs: json, lambda: json, http: json, https: json, firehose: json };
  return JSON.stringify({
    default: shorten(message.text, DEFAULT_UNITS),
    email: shorten(message.text, textUnits),
    sms: message.sms,
    ...machines,
  });
}

/** Too long for SNS: machines get the head and can ask the API by the alert's id. */
const withoutDevelopments = (json: Message['json']): Message['json'] => ({ ...json, developments: [], isCut: true });

export type Attributes = Record<string, MessageAttributeValue>;

const one = (value: string): MessageAttributeValue => ({ DataType: 'String', StringValue: value });
const many = (values: readonly string[]): MessageAttributeValue => ({
  DataType: 'String.Array',
  StringValue: JSON.stringify([...new Set(values)]),
});

/** What consumers of the firehose filter on. Five keys, as many as a filter policy may name. */
export function firehoseAttributes(message: Message): Attributes {
  const parsed = alertJsonSchema.safeParse(message.json);
  const moves: AlertJson['developments'] = parsed.success ? parsed.data.developments : [];
  return {
    kind: many(moves.map((move) => move.kind)),
    severity: many(moves.map((move) => move.severity)),
    level: many(moves.map((move) => move.level)),
    status: many(moves.flatMap((move) => move.to ?? [])),
    parties: many(moves.flatMap((move) => move.parties)),
  };
}

/** Each SNS subscription filters on its own id. The cap on a text message's price is SNS's own. */
export function personAttributes(
  subscriptionId: string,
  sms: { readonly maxPriceUsd: number; readonly originationNumber: string | null } | null,
): Attributes {
  if (sms === null) return { to: one(subscriptionId) };
  return {
    to: one(subscriptionId),
    'AWS.SNS.SMS.SMSType': one('Transactional'),
    'AWS.SNS.SMS.MaxPrice': { DataType: 'Number', StringValue: sms.maxPriceUsd.toFixed(2) },
    ...(sms.originationNumber === null ? {} : { 'AWS.MM.SMS.OriginationNumber': one(sms.originationNumber) }),
  };
}
