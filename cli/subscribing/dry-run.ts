import { developmentSchema } from '../../adapters/api/schemas.ts';
import type { Message } from '../../core/alert/alert.ts';
import { digestWhy, renderDigest } from '../../core/alert/digest.ts';
import { groupBy } from '../../core/alert/group.ts';
import { matchDevelopment } from '../../core/alert/match.ts';
import { renderAlert } from '../../core/alert/render.ts';
import { type DigestSlot, digestSlot } from '../../core/alert/rhythm.ts';
import type { Subscription } from '../../core/alert/subscription.ts';
import type { Development } from '../../core/story/development.ts';
import { readRows } from '../listing/listing-command.ts';
import type { ListingSource } from '../listing/listing-source.ts';

export const DRY_RUN_DAYS = 30;
const MOST_READ = 5000;
const DAYS_MS = DRY_RUN_DAYS * 86_400_000;

export type WouldBe = { readonly at: string; readonly message: Message };
type Context = { readonly watch: readonly string[]; readonly now: string };
type Wanted = { readonly development: Development; readonly why: string };

/** What a subscription would have sent in the last 30 days, oldest first: alerts, or the digests that it asks for, with those that say "nothing new". */
export async function whatItWouldHaveSent(
  subscription: Subscription,
  source: ListingSource,
  context: Context,
): Promise<readonly WouldBe[]> {
  const { rows } = await readRows(
    { path: '/developments', row: developmentSchema },
    { filter: `since:${DRY_RUN_DAYS}d`, limit: MOST_READ },
    source,
  );
  const wanted = rows.toReversed().flatMap((development: Development): Wanted[] => {
    const match = matchDevelopment(subscription, development, context);
    return match.kind === 'match' ? [{ development, why: match.why }] : [];
  });
  const slots = slotsUntil(subscription, context.now);
  return slots === null ? alertsOf(subscription, wanted) : digestsOf(subscription, wanted, slots);
}

const ALERT_ID = 'al_dry_run';

const alertsOf = (subscription: Subscription, wanted: readonly Wanted[]): WouldBe[] =>
  groupBy(wanted, ({ development }) => development.itemId).map((group) => ({
    at: group[0].development.at,
    message: renderAlert({
      alertId: ALERT_ID,
      kind: 'development',
      subscriptionId: subscription.id,
      developments: group.map(({ development }) => development),
      why: group[0].why,
    }),
  }));

/** Slots of the last 30 days, oldest first; null for who is told at once. */
function slotsUntil({ rhythm }: Subscription, now: string): readonly DigestSlot[] | null {
  const slots: DigestSlot[] = [];
  const first = new Date(Date.parse(now) - DAYS_MS).toISOString();
  for (let slot = digestSlot(rhythm, now); slot !== null && slot.start >= first; slot = digestSlot(rhythm, slot.start)) slots.unshift(slot);
  return rhythm.kind === 'immediate' ? null : slots;
}

/** An hour without news sends nothing, a day without news says so: as the digests themselves do. */
function digestsOf(subscription: Subscription, wanted: readonly Wanted[], slots: readonly DigestSlot[]): WouldBe[] {
  return slots.flatMap((slot) => {
    const developments = wanted.flatMap(({ development }) =>
      development.at > slot.start && development.at <= slot.end ? [development] : [],
    );
    if (developments.length === 0 && subscription.rhythm.kind === 'hourly') return [];
    const facts = { alertId: ALERT_ID, subscriptionId: subscription.id, rhythm: subscription.rhythm };
    return [{ at: slot.end, message: renderDigest({ ...facts, slot, developments, why: digestWhy(subscription) }) }];
  });
}
