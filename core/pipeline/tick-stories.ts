import type { Log } from '../ports.ts';
import { develop } from '../story/develop.ts';
import type { Development } from '../story/development.ts';
import type { Dossier } from '../story/dossier.ts';
import { type CommitPorts, commitDossier } from './commit.ts';
import { contextOf, readStoriesAbove } from './stories-above.ts';
import { withSummits } from './summit-family.ts';

/** Dossiers looked at in one tick, earliest first; the rest wait a minute. */
const MOST_DOSSIERS = 200;

/**
 * Time passes without news: scheduled dates that went by, silences, reversals that had to wait, episodes that end. Each dossier that
 * asked to be looked at again is developed without reports.
 */
export async function tickStories(ports: CommitPorts & { readonly log: Log }): Promise<readonly Development[]> {
  const now = ports.clock.now();
  const developments: Development[] = [];
  for (const key of await ports.store.dossiers.listDue(now, MOST_DOSSIERS)) {
    try {
      const above = await readStoriesAbove(key, ports.store);
      const settle = (dossier: Dossier | null) => withSummits(develop(dossier, { key, reports: [] }, contextOf(now, above)), ports);
      const committed = await commitDossier(key, settle, ports);
      developments.push(...committed.developments);
    } catch (error) {
      ports.log.error('a dossier could not be looked at; it stays due', {
        dossier: key,
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }
  return developments;
}
