import type { Alert, Message } from '../../core/alert/alert.ts';
import { type AlertJson, alertJsonSchema, type DevelopmentJson, type QuoteJson } from '../../core/alert/alert-json.ts';
import { dateLabel, statusLabel } from '../../core/alert/headline.ts';
import { attribution } from '../../core/alert/mail.ts';
import { preparesLine } from '../../core/alert/prepares.ts';
import { cleanText } from '../../core/alert/sanitise.ts';
import { wrapText } from '../../core/alert/wrap.ts';
import type { Status } from '../../core/coding/codebook/coded-item.ts';
import type { AlertChannel } from '../../core/ports.ts';
import { type Family, STATUS_SPEC } from '../../core/story/status.ts';

/** How a terminal is written to. Colour and typographic signs only where a person looks at it. */
export type TerminalStyle = { readonly hasColour: boolean; readonly hasSigns: boolean; readonly columns: number };
export type TerminalOptions = TerminalStyle & { write(text: string): void };

type Stream = { readonly isTTY?: boolean; readonly columns?: number };
type Environment = Readonly<Record<string, string | undefined>>;

/** NO_COLOR and pipes are respected, FORCE_COLOR too; at most 100 columns, so that lines stay readable. */
export function terminalStyle(stream: Stream, env: Environment): TerminalStyle {
  const isTerminal = stream.isTTY === true && env['TERM'] !== 'dumb';
  const isForced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const isForbidden = env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '';
  return {
    hasColour: (isTerminal || isForced) && !isForbidden,
    hasSigns: isTerminal || isForced,
    columns: Math.min(Math.max(stream.columns ?? 88, 40), 100),
  };
}

/** Prints alerts as calm blocks: the change, the words behind it, what stood before, how sure, why. */
export function createTerminalChannel(options: TerminalOptions): AlertChannel {
  return {
    channel: 'terminal',
    async send(_subscription, alert, message) {
      options.write(`${formatAlert(alert, message, options)}\n`);
      return { kind: 'sent', receipt: null };
    },
  };
}

/** One alert as text for a terminal; ends with a newline. */
export function formatAlert(alert: Alert, message: Message, style: TerminalStyle): string {
  const json = alertJsonSchema.safeParse(message.json);
  const lines = json.success && json.data.developments.length > 0 ? blockLines(json.data, style) : plainLines(alert, message, style);
  return `${lines.join('\n')}\n`;
}

const SGR = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const;
type Paint = keyof typeof SGR;
const FAMILY_PAINT: Record<Family, Paint> = { open: 'cyan', committed: 'green', done: 'blue', off: 'red' };

const paint = (text: string, style: TerminalStyle, ...paints: readonly Paint[]): string =>
  style.hasColour && text !== '' ? `\u001b[${paints.map((name) => SGR[name]).join(';')}m${text}\u001b[0m` : text;

const familyPaint = (status: Status | null): Paint => (status === null ? 'magenta' : FAMILY_PAINT[STATUS_SPEC[status].family]);

function blockLines(alert: AlertJson, style: TerminalStyle): string[] {
  const blocks = alert.developments.map((development) => developmentLines(development, style));
  const bar = (development: DevelopmentJson): string => paint(style.hasSigns ? '▌' : '|', style, familyPaint(development.to));
  const body = blocks.flatMap((lines, index) => {
    const development = alert.developments[index];
    return development === undefined ? [] : lines.map((line) => `${bar(development)} ${line}`);
  });
  return [...body, ...whyLines(alert, style)];
}

function developmentLines(d: DevelopmentJson, style: TerminalStyle): string[] {
  const stamp = paint(`${d.severity}, ${dateLabel(d.at)} ${d.at.slice(11, 16)}`.trimEnd(), style, 'dim');
  return [
    `${paint(d.kind === 'denial' ? 'Denial' : d.label, style, 'bold')}  ${stamp}`,
    changeLine(d, style),
    ...quoteLines(d.quote, style),
    ...row('before', beforeText(d), style),
    ...row('for', d.prepares === null ? '' : preparesLine(d.prepares), style),
    ...row('at', d.inside === null ? '' : `on the sidelines of ${preparesLine(d.inside)}`, style),
    ...row('sure', `${d.sure}${d.reports > 1 ? `, ${d.reports} reports` : ''}`, style),
  ];
}

/** The sentence of the day: from -> to, the new status in the colour of its family. */
function changeLine(d: DevelopmentJson, style: TerminalStyle): string {
  const change = style.hasSigns ? d.change.replaceAll(' -> ', ' → ') : d.change;
  const to = d.to === null ? null : statusLabel(d.to);
  const at = to === null ? -1 : change.lastIndexOf(to);
  if (to === null || at < 0) return paint(change, style, 'bold', familyPaint(d.to));
  return `${change.slice(0, at)}${paint(to, style, 'bold', familyPaint(d.to))}${change.slice(at + to.length)}`;
}

function quoteLines(quote: QuoteJson | null, style: TerminalStyle): string[] {
  if (quote === null) return [];
  const [open, close, dash] = style.hasSigns ? ['“', '”', '—'] : ['"', '"', '--'];
  const words = wrapText(`${open}${quote.text}${close}`, style.columns - 4).map((line) => `  ${line}`);
  const source = `  ${dash} ${attribution(quote)}`;
  return [...words, paint(source, style, 'dim'), ...(quote.link === null ? [] : [paint(`    ${quote.link}`, style, 'dim')])];
}

function beforeText(d: DevelopmentJson): string {
  const status = d.from === null ? '' : statusLabel(d.from);
  if (d.before === null) return status;
  return `${status === '' ? '' : `${status}: `}"${d.before.text}" (${attribution(d.before)})`;
}

function row(name: string, text: string, style: TerminalStyle): string[] {
  if (text === '') return [];
  const [first = '', ...rest] = wrapText(text, style.columns - 13);
  return [`  ${paint(name.padEnd(7), style, 'dim')} ${first}`, ...rest.map((line) => `          ${line}`)];
}

function whyLines(alert: AlertJson, style: TerminalStyle): string[] {
  const why = wrapText(`why: ${alert.why}`, style.columns - 2);
  return [...why, `alert ${alert.id}`].map((line) => paint(`  ${line}`, style, 'dim'));
}

/** State of play, digests, health: the mail's text under its subject; its last line, the alert's id, stands below as for every alert. */
function plainLines(alert: Alert, message: Message, style: TerminalStyle): string[] {
  const bar = paint(style.hasSigns ? '▌' : '|', style, 'yellow');
  const whole = cleanText(message.text).trimEnd();
  const named = `Alert ${alert.id}`;
  const body = (whole.endsWith(named) ? whole.slice(0, -named.length).trimEnd() : whole).split('\n');
  return [
    `${bar} ${paint(message.subject, style, 'bold')}`,
    ...body.map((line) => `${bar} ${line}`.trimEnd()),
    paint(`  alert ${alert.id}`, style, 'dim'),
  ];
}
