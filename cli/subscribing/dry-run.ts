import { developmentSchema } from '../../adapters/api/schemas.ts';
import type { Message } from '../../core/alert/alert.ts';
import { groupBy } from '../../core/alert/group.ts';
import { matchDevelopment } from '../../core/alert/match.ts';
import { renderAlert } from '../../core/alert/render.ts';
import type { Subscription } from '../../core/alert/subscription.ts';
import type { Development } from '../../core/story/development.ts';
import { readRows } from '../listing/listing-command.ts';
import type { ListingSource } from '../listing/listing-source.ts';

export const DRY_RUN_DAYS = 30;
const MOST_READ = 5000;

export type WouldBe = { readonly at: string; readonly why: string; readonly message: Message };

/** What a subscription would have sent in the last 30 days, oldest first; digests are shown as their single developments. */
export async function whatItWouldHaveSent(
  subscription: Subscription,
  source: ListingSource,
  context: { readonly watch: readonly string[]; readonly now: string },
): Promise<readonly WouldBe[]> {
  const { rows } = await readRows(
    { path: '/developments', row: developmentSchema },
    { filter: `since:${DRY_RUN_DAYS}d`, limit: MOST_READ },
    source,
  );
  const wanted = rows.toReversed().flatMap((development: Development) => {
    const match = matchDevelopment(subscription, development, context);
    return match.kind === 'match' ? [{ development, why: match.why }] : [];
  });
  return groupBy(wanted, ({ development }) => development.itemId).map((group) => ({
    at: group[0].development.at,
    why: group[0].why,
    message: renderAlert({
      alertId: 'al_dry_run',
      kind: 'development',
      subscriptionId: subscription.id,
      developments: group.map(({ development }) => development),
      why: group[0].why,
    }),
  }));
}
