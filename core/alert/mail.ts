import type { AlertJson, DevelopmentJson, QuoteJson } from './alert-json.ts';
import { dateLabel, statusLabel } from './headline.ts';
import { surnameOf } from './party-name.ts';
import { preparesLine } from './prepares.ts';
import { wrapText } from './wrap.ts';

/** Plain mail: SNS allows nothing else, and it reads well everywhere. */
export const MAIL_COLUMNS = 72;

/** The long form: what changed, what stood before, who says it, sources, how sure, why you get it, how to mute it, the alert's id. */
export function renderMail(alert: AlertJson, flag = ''): string {
  const stories = alert.developments.map(developmentSection);
  return [...joinWithRule(stories), '', ...footer(alert, flag)].join('\n');
}

function developmentSection(development: DevelopmentJson): string[] {
  return [
    development.label,
    development.change,
    ...paragraph(saysMore(development.what, development.change) ? development.what : ''),
    '',
    ...(development.prepares === null ? [] : ['WHAT IT PREPARES', ...paragraph(preparesLine(development.prepares)), '']),
    ...(development.inside === null ? [] : ['ON THE SIDELINES OF', ...paragraph(preparesLine(development.inside)), '']),
    ...quoteBlock('WHAT IS SAID', development.quote),
    ...quoteBlock(beforeTitle(development), development.before),
    ...sources(development),
    'HOW SURE',
    ...paragraph(development.sure),
  ];
}

/** A line that only repeats the words of the line above it is left out. */
function saysMore(what: string, change: string): boolean {
  const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const said = new Set(wordsOf(change));
  return wordsOf(what).some((word) => !said.has(word));
}

const beforeTitle = (development: DevelopmentJson): string =>
  development.from === null ? 'WHAT STOOD BEFORE' : `WHAT STOOD BEFORE: ${statusLabel(development.from)}`;

function quoteBlock(title: string, quote: QuoteJson | null): string[] {
  if (quote === null) return [];
  return [title, ...wrapText(`"${quote.text}"`, MAIL_COLUMNS - 2).map(indent), indent(`-- ${attribution(quote)}`), ''];
}

/** The coder writes names in lower case. */
const personName = (speaker: string): string => (/\p{Lu}/u.test(speaker) ? speaker : surnameOf(speaker));

/** "Kremlin spokesman, via TASS, 16 Oct 2025". */
export const attribution = (quote: QuoteJson): string =>
  [
    quote.speaker === null ? null : personName(quote.speaker),
    quote.outlet === null ? null : quote.speaker === null ? quote.outlet : `via ${quote.outlet}`,
    dateLabel(quote.at),
  ]
    .filter((part) => part !== null)
    .join(', ');

function sources(development: DevelopmentJson): string[] {
  const lines = [development.quote, development.before].flatMap((quote) =>
    quote?.link ? [`${quote.outlet ?? 'source'}: ${quote.link}`] : [],
  );
  const others = development.reports - 1;
  const more = others > 0 ? [`and ${others} more ${others === 1 ? 'report' : 'reports'} of the same`] : [];
  const all = [...new Set(lines), ...more];
  return all.length === 0 ? [] : ['SOURCES', ...all.map(indent), ''];
}

function footer(alert: AlertJson, flag: string): string[] {
  const stories = [...new Set(alert.developments.map((development) => development.story))];
  return [
    'WHY YOU GET THIS',
    ...paragraph(alert.why),
    ...stories.map((story) => indent(`mute this story: summitwire mute ${story}${flag}`)),
    indent(`stop these alerts: summitwire unsubscribe ${alert.subscription}${flag}`),
    '',
    `Alert ${alert.id}`,
  ];
}

const paragraph = (text: string): string[] => (text === '' ? [] : wrapText(text, MAIL_COLUMNS - 2).map(indent));
const indent = (line: string): string => `  ${line}`;
const joinWithRule = (sections: readonly string[][]): string[] =>
  sections.flatMap((lines, index) => (index === 0 ? lines : ['', '-'.repeat(40), '', ...lines]));
