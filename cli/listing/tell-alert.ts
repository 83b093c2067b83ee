import type * as z from 'zod';
import type { alertExplanationSchema } from '../../adapters/api/schemas.ts';
import { cleanLine } from '../../core/alert/sanitise.ts';
import { SIDELINE_SPEC } from '../../core/story/sidelines.ts';
import { paint, type TableStyle } from './table.ts';
import { when } from './when.ts';

type Explained = z.output<typeof alertExplanationSchema>;
type Page = { readonly style: TableStyle; readonly now: string };

/** Why a message was sent: its state, then each development with its reasons, its words and its items. */
export function tellAlert({ alert, developments }: Explained, { style, now }: Page): string {
  const sent = alert.sentAt === null ? `${alert.state}, due ${when(alert.dueAt, now)}` : `sent ${when(alert.sentAt, now)}`;
  const head = [
    paint(cleanLine(alert.subject), '1', style),
    paint(`${alert.kind.replace('_', ' ')}, ${sent}, subscription ${alert.subscriptionId}`, '2', style),
    ...(alert.reason === null ? [] : [`  ${cleanLine(alert.reason)}`]),
  ];
  return `${[...head, ...developments.flatMap((one) => ['', ...tellDevelopment(one, { style, now })])].join('\n')}\n`;
}

function tellDevelopment(one: Explained['developments'][number], { style, now }: Page): string[] {
  const others = one.support.filter((id) => id !== one.itemId);
  return [
    `  ${one.severity}, ${when(one.at, now)}: ${cleanLine(one.what)}`,
    ...(one.quote === null
      ? []
      : [`    "${cleanLine(one.quote.text)}"${one.quote.outlet === null ? '' : ` (${cleanLine(one.quote.outlet)})`}`]),
    `    because: ${one.reasons.join(', ')}; confidence ${one.confidence.toFixed(2)}`,
    ...(one.prepares === undefined ? [] : [`    it prepares story ${one.prepares.storyId}`]),
    ...(one.inside === undefined ? [] : [`    it is inside story ${one.inside.storyId}: ${SIDELINE_SPEC[one.inside.because].label}`]),
    paint(`    item ${one.itemId}${others.length === 0 ? '' : `, and ${others.slice(0, 5).join(', ')}`}; story ${one.storyId}`, '2', style),
  ];
}
