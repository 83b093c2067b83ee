import type { Message } from '../../core/alert/alert.ts';
import { type AlertJson, alertJsonSchema, type DevelopmentJson } from '../../core/alert/alert-json.ts';
import { attribution } from '../../core/alert/mail.ts';
import type { AlertChannel } from '../../core/ports.ts';
import { postJson } from './post-json.ts';

/** Incoming webhooks of Slack, and of others that speak its format (Mattermost, Rocket.Chat, Discord with /slack). */
export function createSlackChannel(): AlertChannel {
  return { channel: 'slack', send: (subscription, _alert, message) => postJson(subscription.to, JSON.stringify(slackBody(message))) };
}

/** `text` stands in the notification, blocks in the channel. Feed text cannot mention anybody or make a link of its own. */
export function slackBody(message: Message): { readonly text: string; readonly blocks: readonly object[] } {
  const parsed = alertJsonSchema.safeParse(message.json);
  const blocks = parsed.success && parsed.data.developments.length > 0 ? alertBlocks(parsed.data) : [section(plain(message.text))];
  return { text: plain(message.subject), blocks };
}

const MOST_BLOCKS = 10;

function alertBlocks(alert: AlertJson): object[] {
  const moves = alert.developments.slice(0, MOST_BLOCKS).map((move) => section(moveText(move)));
  return [...moves, { type: 'context', elements: [{ type: 'mrkdwn', text: plain(`${alert.why} | alert ${alert.id}`) }] }];
}

function moveText(move: DevelopmentJson): string {
  const quote = move.quote === null ? [] : [`> ${plain(move.quote.text)}`, `${plain(attribution(move.quote))}${linkOf(move.quote.link)}`];
  const before = move.before === null ? [] : [`_before:_ ${plain(move.before.text)} (${plain(attribution(move.before))})`];
  return [`*${plain(move.label)}*: ${plain(move.change)}`, ...quote, ...before].join('\n');
}

const linkOf = (link: string | null): string => (link === null ? '' : ` <${plain(link).replaceAll('|', '%7C')}|link>`);
const section = (text: string): object => ({ type: 'section', text: { type: 'mrkdwn', text: text.slice(0, 2900) } });

/** Slack's three control characters; with them gone nothing is a mention, a link or a channel. Marks of emphasis lose their meaning by a zero-width gap. */
const plain = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/([*_~`])/g, '\u200b$1');
