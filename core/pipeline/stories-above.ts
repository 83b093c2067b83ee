import type { Store } from '../ports.ts';
import type { DevelopContext } from '../story/develop.ts';
import type { DossierKey, Story } from '../story/dossier.ts';
import { preparedKey } from '../story/dossier-key.ts';

/** A merged dossier points to its target; more links than this are a fault in the data. */
const MOST_LINKS = 3;

/** Stories of the leaders that a ministers' or envoys' dossier may prepare; undefined for a dossier that stands under no other. */
export async function readStoriesAbove(key: DossierKey, { dossiers }: Pick<Store, 'dossiers'>): Promise<readonly Story[] | undefined> {
  const above = preparedKey(key);
  if (above === null) return undefined;
  let dossier = await dossiers.get(above);
  for (let link = 0; link < MOST_LINKS && dossier?.mergedInto; link += 1) dossier = await dossiers.get(dossier.mergedInto);
  return dossier?.stories ?? [];
}

/** What develop needs beside the dossier and its reports. */
export const contextOf = (now: string, above: readonly Story[] | undefined): DevelopContext =>
  above === undefined ? { now } : { now, above };
