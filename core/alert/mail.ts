import type { AlertJson, DevelopmentJson, QuoteJson } from './alert-json.ts';
import { dateLabel, statusLabel } from './headline.ts';
import { preparesLine } from './prepares.ts';
import { wrapText } from './wrap.ts';

/** Plain mail: SNS allows nothing else, and it reads well everywhere. */
export const MAIL_COLUMNS = 72;

/** The long form: what changed, what stood before, who says it, sources, how sure, why you get it, how to mute it, the alert's id. */
export function renderMail(alert: AlertJson): string {
  const stories = alert.developments.map(developmentSection);
  return [...joinWithRule(stories), '', ...footer(alert)].join('\n');
}

function developmentSection(development: DevelopmentJson): string[] {
  return [
    development.label,
    development.change,
    ...paragraph(development.what === development.change ? '' : development.what),
    '',
    ...(development.prepares === null ? [] : ['WHAT IT PREPARES', ...paragraph(preparesLine(development.prepares)), '']),
    ...quoteBlock('WHAT IS SAID', development.quote),
    ...quoteBlock(beforeTitle(development), development.before),
    ...sources(development),
    'HOW SURE',
    ...paragraph(development.sure),
  ];
}

const beforeTitle = (development: DevelopmentJson): string =>
  development.from === null ? 'WHAT STOOD BEFORE' : `WHAT STOOD BEFORE: ${statusLabel(development.from)}`;

function quoteBlock(title: string, quote: QuoteJson | null): string[] {
  if (quote === null) return [];
  return [title, ...wrapText(`"${quote.text}"`, MAIL_COLUMNS - 2).map(indent), indent(`-- ${attribution(quote)}`), ''];
}

/** "Kremlin spokesman, via TASS, 16 Oct 2025". */
export const attribution = (quote: QuoteJson): string =>
  [quote.speaker, quote.outlet === null ? null : quote.speaker === null ? quote.outlet : `via ${quote.outlet}`, dateLabel(quote.at)]
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

function footer(alert: AlertJson): string[] {
  const stories = [...new Set(alert.developments.map((development) => development.story))];
  return [
    'WHY YOU GET THIS',
    ...paragraph(alert.why),
    ...stories.map((story) => indent(`mute this story: summitwire mute ${story}`)),
    indent(`stop these alerts: summitwire unsubscribe ${alert.subscription}`),
    '',
    `Alert ${alert.id}`,
  ];
}

const paragraph = (text: string): string[] => (text === '' ? [] : wrapText(text, MAIL_COLUMNS - 2).map(indent));
const indent = (line: string): string => `  ${line}`;
const joinWithRule = (sections: readonly string[][]): string[] =>
  sections.flatMap((lines, index) => (index === 0 ? lines : ['', '-'.repeat(40), '', ...lines]));
