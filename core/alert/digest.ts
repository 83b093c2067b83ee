import type { Development } from '../story/development.ts';
import type { Message } from './alert.ts';
import type { AlertJson } from './alert-json.ts';
import { commandFlag } from './channel.ts';
import { groupBy } from './group.ts';
import { dateLabel } from './headline.ts';
import { localTime } from './local-time.ts';
import { MAIL_COLUMNS } from './mail.ts';
import { preparesLine } from './prepares.ts';
import { developmentJson, SMS_PREFIX, SUBJECT_UNITS } from './render.ts';
import type { DigestSlot } from './rhythm.ts';
import { shorten } from './sanitise.ts';
import { renderSms } from './sms.ts';
import type { Channel, Rhythm, Subscription } from './subscription.ts';
import { wrapText } from './wrap.ts';

export type DigestInput = {
  readonly alertId: string;
  readonly subscriptionId: string;
  readonly slot: DigestSlot;
  /** Oldest first. */
  readonly developments: readonly Development[];
  readonly why: string;
  /** Where it goes: the commands that it names depend on it. */
  readonly channel?: Channel;
  /** A daily digest speaks in its own zone, others in UTC. */
  readonly rhythm: Rhythm;
};

/** Why a digest comes, for its foot. */
export const digestWhy = ({ filter }: Pick<Subscription, 'filter'>): string =>
  filter.trim() === '' ? 'a digest of all developments on your watch list' : `a digest of your filter: ${filter.trim()}`;

/** More stories than these are counted, not listed: a mail stays readable and under SNS's 256 KiB. */
const MOST_STORIES = 60;
const MOST_MOVES = 12;

/** What moved in a slot, story by story; says so plainly when nothing did. */
export function renderDigest(input: DigestInput): Message {
  const moves = input.developments.map(developmentJson);
  const stories = groupBy(moves, (move) => move.story);
  const zone = input.rhythm.kind === 'daily' ? input.rhythm.zone : 'UTC';
  const title =
    stories.length === 0
      ? `Nothing new, ${spanOf(input.slot, zone)}`
      : `${counted(moves.length, 'development', 'developments')} in ${counted(stories.length, 'story', 'stories')}, ${spanOf(input.slot, zone)}`;
  const subject = shorten(title, SUBJECT_UNITS);
  const json: AlertJson = {
    v: 1,
    id: input.alertId,
    kind: 'digest',
    title,
    why: input.why,
    subscription: input.subscriptionId,
    developments: moves.slice(0, MOST_STORIES),
  };
  const lines = stories.slice(0, MOST_STORIES).flatMap((group) => storyLines(group, zone));
  const left = stories.length - MOST_STORIES;
  const body =
    stories.length === 0
      ? ['No development in this time. The feeds were read; `summitwire feeds` shows how they are.', '']
      : [...lines, ...(left > 0 ? [`and ${counted(left, 'more story', 'more stories')}: summitwire stories`, ''] : [])];
  return {
    subject,
    text: [title, '', ...body, ...footer(input)].join('\n'),
    sms: renderSms({ headline: title, detail: moves.map((move) => `${move.label}: ${move.change}`).join('; '), link: null }, SMS_PREFIX),
    json,
  };
}

type Move = ReturnType<typeof developmentJson>;

function storyLines(moves: readonly [Move, ...Move[]], zone: string): string[] {
  const shown = moves.slice(-MOST_MOVES);
  const hidden = moves.length - shown.length;
  return [
    moves[0].label,
    ...(hidden > 0 ? [`  ${counted(hidden, 'earlier move', 'earlier moves')}`] : []),
    ...shown.flatMap((move) => moveLines(move, zone)),
    '',
  ];
}

/** The day stands with the time: a daily digest spans two of them. */
function moveLines(move: Move, zone: string): string[] {
  const { day, time } = stamp(move.at, zone);
  const [first = '', ...rest] = wrapText(move.change, MAIL_COLUMNS - INDENT.length);
  return [
    `  ${shortDay(day)} ${time}  ${first}`,
    ...rest.map((line) => `${INDENT}${line}`),
    ...(move.prepares === null ? [] : [`${INDENT}for ${preparesLine(move.prepares)}`]),
    ...(move.inside === null ? [] : [`${INDENT}on the sidelines of ${preparesLine(move.inside)}`]),
    ...(move.quote?.link ? [`${INDENT}${move.quote.outlet ?? 'source'}: ${move.quote.link}`] : []),
  ];
}
const INDENT = ' '.repeat(16);
/** "6 Mar 2026" -> " 6 Mar", so that the lines stand under each other. */
const shortDay = (day: string): string => day.replace(/ \d{4}$/, '').padStart(6);

const footer = (input: DigestInput): string[] => [
  'WHY YOU GET THIS',
  ...wrapText(input.why, MAIL_COLUMNS - 2).map((line) => `  ${line}`),
  `  stop these digests: summitwire unsubscribe ${input.subscriptionId}${commandFlag(input.channel)}`,
  '',
  `Alert ${input.alertId}`,
];

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** "20 Oct 2025 07:30 - 21 Oct 2025 07:30 Europe/Vienna". */
const spanOf = (slot: DigestSlot, zone: string): string =>
  `${[slot.start, slot.end].map((at) => Object.values(stamp(at, zone)).join(' ')).join(' - ')} ${zone}`;

function stamp(at: string, zone: string): { readonly day: string; readonly time: string } {
  const { year, month, day, hour, minute } = localTime(at, zone);
  const two = (number: number): string => String(number).padStart(2, '0');
  return { day: dateLabel(`${year}-${two(month)}-${two(day)}`), time: `${two(hour)}:${two(minute)}` };
}
