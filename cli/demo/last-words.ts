import type { TerminalStyle } from '../../adapters/local/terminal.ts';
import { plural, type Tally } from './tell-round.ts';

export type Ending = {
  readonly tally: Tally;
  readonly stories: number;
  readonly alerts: number;
  readonly seconds: number;
  readonly pageUrl: string | null;
};

/** The demo's summary, and what to try next. */
export function lastWords({ tally, stories, alerts, seconds, pageUrl }: Ending, style: TerminalStyle): string {
  const bold = (text: string): string => (style.hasColour ? `\u001b[1m${text}\u001b[0m` : text);
  const rows = [
    ['items', `${tally.items} new ones read, ${tally.aside} of them about something else; ${tally.unchanged} polls found nothing changed`],
    ['coded', `${plural(tally.contacts, 'contact')} and ${plural(tally.denials, 'denial')}`],
    ['stories', String(stories)],
    ['alerts', `${alerts} sent, one for each development`],
    ['silent', `${plural(tally.repeats, 'repeat')}, ${plural(tally.background, 'background mention')}`],
    ...(tally.mended.size > 0
      ? [['mended', `${[...tally.mended].join(', ')}: what could be read was read, what could not was counted`]]
      : []),
  ];
  const next = [
    ...(pageUrl === null ? [['npm run demo -- --keep', 'the same, then it stays with the page']] : [[pageUrl, 'the page; Ctrl-C ends it']]),
    ['npm start', 'the feeds in config/, on this machine'],
    ['npm run -s summitwire -- explain "Kremlin does not rule out Putin-Trump call"', 'how a sentence is read'],
    ['npm run -s summitwire -- --help', 'everything else'],
  ];
  const width = Math.max(...next.map(([command = '']) => command.length));
  return [
    '',
    bold(`Done in ${seconds.toFixed(1)} s.`),
    ...rows.map(([name = '', text = '']) => `  ${name.padEnd(8)} ${text}`),
    '',
    bold('Try next'),
    ...next.map(([command = '', why = '']) => `  ${command.padEnd(width)}  ${why}`),
    '',
  ].join('\n');
}
