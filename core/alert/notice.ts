import type { Story } from '../story/dossier.ts';
import type { Family } from '../story/status.ts';
import { STATUS_SPEC } from '../story/status.ts';
import type { Alert, Message } from './alert.ts';
import type { AlertJson } from './alert-json.ts';
import { commandFlag } from './channel.ts';
import { dateLabel, statusLabel } from './headline.ts';
import { MAIL_COLUMNS } from './mail.ts';
import { partiesLabel } from './party-name.ts';
import { SMS_PREFIX, SUBJECT_UNITS } from './render.ts';
import { cleanLine, cleanText, shorten } from './sanitise.ts';
import { renderSms } from './sms.ts';
import type { Channel } from './subscription.ts';
import { wrapText } from './wrap.ts';

export type NoticeInput = {
  readonly alertId: string;
  readonly kind: Alert['kind'];
  readonly subscriptionId: string;
  /** Where it goes: the commands that it names depend on it. */
  readonly channel?: Channel;
  readonly title: string;
  /** Paragraphs; cleaned and wrapped here. */
  readonly paragraphs: readonly string[];
  readonly why: string;
};

/** A message that is not about a development: a feed's health, a test, the state of play. */
export function renderNotice(input: NoticeInput): Message {
  const title = cleanLine(input.title) || 'Summitwire';
  const why = cleanLine(input.why);
  const body = input.paragraphs.flatMap((paragraph) =>
    cleanText(paragraph)
      .split('\n')
      .flatMap((line) => wrapKeepingIndent(line)),
  );
  const json: AlertJson = { v: 1, id: input.alertId, kind: input.kind, title, why, subscription: input.subscriptionId, developments: [] };
  return {
    subject: shorten(title, SUBJECT_UNITS),
    text: [
      ...body,
      '',
      'WHY YOU GET THIS',
      ...wrapText(why, MAIL_COLUMNS - 2).map((line) => `  ${line}`),
      `  stop these alerts: summitwire unsubscribe ${input.subscriptionId}${commandFlag(input.channel)}`,
      '',
      `Alert ${input.alertId}`,
    ].join('\n'),
    sms: renderSms({ headline: title, detail: input.paragraphs[0] ?? '', link: null }, SMS_PREFIX),
    json,
  };
}

const wrapKeepingIndent = (line: string): string[] => (line === '' ? [''] : wrapText(line, MAIL_COLUMNS));

/** Headings of the state of play, in the order in which they matter to a reader. */
const HEADINGS: readonly (readonly [Family, string])[] = [
  ['committed', 'Agreed or scheduled'],
  ['open', 'Offered, open'],
  ['off', 'Postponed, refused, denied'],
  ['done', 'Held or under way'],
];

/** What is scheduled, offered, contested now: told once, after the first baseline, so that later changes have a ground. */
export function stateOfPlay(stories: readonly Story[]): readonly string[] {
  const known = stories.filter((story) => story.status !== null && story.mergedInto === null && story.closedAt === null);
  const sections = HEADINGS.flatMap(([family, heading]) => {
    const rows = known.filter((story) => story.status !== null && STATUS_SPEC[story.status].family === family).map(storyLine);
    return rows.length === 0
      ? []
      : [`${heading}:\n${rows.slice(0, 20).join('\n')}${rows.length > 20 ? `\nand ${rows.length - 20} more` : ''}`, ''];
  });
  return sections.length === 0
    ? ['No running story in what the feeds hold now. The first development will be told.']
    : sections.slice(0, -1);
}

function storyLine(story: Story): string {
  const slots = [story.place, story.date === null ? null : dateLabel(story.date)].filter((slot) => slot !== null);
  const notes = [
    ...slots,
    ...(story.isContested ? ['contested'] : []),
    ...(story.statusAt === null ? [] : [`since ${dateLabel(story.statusAt)}`]),
  ];
  return `- ${partiesLabel(story.parties, story.leaders)}: ${[statusLabel(story.status), ...notes].join(', ')}`;
}
