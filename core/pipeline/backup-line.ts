import * as z from 'zod';
import type { Alert } from '../alert/alert.ts';
import type { Subscription } from '../alert/subscription.ts';
import type { FeedState } from '../feed/feed.ts';
import type { ItemRecord, Outbox, ParkedItem, StoryRow } from '../ports.ts';
import type { Development } from '../story/development.ts';
import type { DenialRecord, Dossier } from '../story/dossier.ts';

/** Form of the lines. A later program reads it to know what it must mend. */
export const BACKUP_FORM = 1;

/**
 * A whole row as this program wrote it. What names it and places it is checked; the rest is taken as it is, also what a later version added,
 * as the store does with its own rows.
 */
const rowOf = <T>(needs: z.ZodType): z.ZodType<T, T> => {
  const missing = (value: unknown): string => {
    const issue = needs.safeParse(value).error?.issues[0];
    return issue === undefined ? '' : `${issue.path.join('.') || 'the row'}: ${issue.message}`;
  };
  return z.custom<T>((value) => missing(value) === '', { error: ({ input }) => missing(input) });
};

const id = z.string().min(1);
const time = z.iso.datetime();
const count = z.int().min(0);
const itemRow = z.object({ id, feedId: id, firstSeenAt: time, effectiveAt: time });
const decisions = z.array(z.object({ itemId: id, dossierKey: id, outcome: id }));
const storyRow = z.object({
  id,
  parties: z.array(id),
  openedAt: time,
  lastMovedAt: time,
  facts: z.array(z.object({ id })),
  sequence: count,
});
const denialRow = z.object({ id, dossierKey: id, firstAt: time, claim: z.string() });
const developmentRow = z.object({ id, storyId: id, dossierKey: id, sequence: count, at: time, itemId: z.string() });
const dossierRow = z.object({ key: id, version: count, rulesVersion: count, stories: z.array(storyRow), denials: z.array(denialRow) });
const outboxRow = z.object({ developments: z.array(developmentRow), stories: z.array(storyRow), denials: z.array(denialRow), dueAt: time });
const alertRow = z.object({ id, subscriptionId: id, state: id, dueAt: time, createdAt: time, developmentIds: z.array(id) });
const feedRow = z.object({ feedId: id, version: count, baselineAt: time.nullable(), failures: count, intervalMinutes: z.number() });

/** One line of a backup. In this order, so that a restore can take them one by one and nothing is told on the way. */
const lineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('summitwire-backup'), form: z.literal(BACKUP_FORM), at: time }),
  z.object({ kind: z.literal('dossier'), dossier: rowOf<Dossier>(dossierRow), outbox: rowOf<Outbox | null>(outboxRow.nullable()) }),
  z.object({ kind: z.literal('story'), row: rowOf<StoryRow>(z.object({ story: storyRow, dossierKey: id })) }),
  z.object({ kind: z.literal('denial'), row: rowOf<DenialRecord>(denialRow) }),
  z.object({ kind: z.literal('development'), row: rowOf<Development>(developmentRow), isFannedOut: z.boolean() }),
  z.object({ kind: z.literal('alert'), row: rowOf<Alert>(alertRow) }),
  z.object({ kind: z.literal('subscription'), row: rowOf<Subscription>(z.object({ id, channel: id, filter: z.string() })) }),
  z.object({ kind: z.literal('item'), row: rowOf<ItemRecord>(z.object({ item: itemRow, coded: z.object({ id }), decisions })) }),
  z.object({ kind: z.literal('parked'), row: rowOf<ParkedItem>(z.object({ feedId: id, itemId: id, at: time })) }),
  z.object({ kind: z.literal('liveness'), worker: id, at: time, checked: count, changed: count, failed: count }),
  z.object({ kind: z.literal('seen'), feedId: id, keys: z.base64() }),
  z.object({ kind: z.literal('feed'), row: rowOf<FeedState>(feedRow) }),
  z.object({ kind: z.literal('end'), rows: count }),
]);
export type BackupLine = z.output<typeof lineSchema>;

export type ReadLine = { readonly kind: 'line'; readonly line: BackupLine } | { readonly kind: 'bad'; readonly reason: string };

export function readBackupLine(text: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'bad', reason: 'this is no JSON' };
  }
  const parsed = lineSchema.safeParse(value);
  return parsed.success ? { kind: 'line', line: parsed.data } : { kind: 'bad', reason: wrongIn(parsed.error) };
}

const wrongIn = ({ issues }: z.ZodError): string => issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
