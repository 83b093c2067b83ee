import type { CodedItem, CodingInput } from '../coding/codebook/coded-item.ts';
import type { ItemRecord, Log, Store } from '../ports.ts';
import type { Development } from '../story/development.ts';
import type { Dossier, DossierKey, Report } from '../story/dossier.ts';
import { rebuildDossier } from '../story/rebuild.ts';
import { dossierKeysOf, reportsByDossier } from '../story/reports.ts';
import { codingInputOf } from './coding-input.ts';
import { type CommitPorts, commitDossier } from './commit.ts';

export type RecodePorts = CommitPorts & {
  readonly store: Store;
  readonly log: Log;
  /** The coder as it reads now. */
  readonly code: (input: CodingInput) => CodedItem;
};

/** What the rules of today make of one dossier: what they would have told that was not told, and what was told that they would not tell. */
export type RecodedDossier = {
  readonly key: DossierKey;
  readonly items: number;
  readonly wouldTell: readonly Development[];
  readonly wouldNotTell: readonly Development[];
  readonly isWritten: boolean;
};

const PAGE = 200;
const MOST_ROUNDS = 5;

/** Keys of all dossiers that the archive knows, by their stories and denials. */
export async function listDossierKeys(store: Pick<Store, 'archive'>): Promise<readonly DossierKey[]> {
  const all = { limit: PAGE, from: null, to: null, parties: null, feedId: null, keep: () => true };
  const keys = new Set<DossierKey>();
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const page = await store.archive.listStories({ ...all, cursor });
    for (const row of page.rows) keys.add(row.dossierKey);
    cursor = page.cursor;
  }
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const page = await store.archive.listDenials({ ...all, cursor });
    for (const row of page.rows) keys.add(row.dossierKey);
    cursor = page.cursor;
  }
  return [...keys].sort();
}

/**
 * Rebuilds one dossier from its item rows under the rules of today: no alerts, what was told stays told. `isDryRun` writes nothing.
 * A poll that writes meanwhile is taken in: it is read and built again.
 */
export async function recodeDossier(
  key: DossierKey,
  ports: RecodePorts,
  { isDryRun }: { readonly isDryRun: boolean },
): Promise<RecodedDossier> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = await ports.store.dossiers.get(key);
    if (before === null || before.mergedInto !== null) return { key, items: 0, wouldTell: [], wouldNotTell: [], isWritten: false };
    const reports = await readReports(key, ports);
    const rebuilt = rebuildDossier(before, reports, ports.clock.now());
    const told = await listTold(before, ports);
    const difference = compareTold(rebuilt.wouldTell, told);
    if (isDryRun) return { key, items: reports.length, ...difference, isWritten: false };
    let isFresh = true;
    const committed = await commitDossier(
      key,
      (current) => {
        isFresh = current?.version === before.version;
        return { dossier: isFresh || current === null ? rebuilt.dossier : current, developments: [], decisions: [] };
      },
      ports,
    );
    if (isFresh) return { key, items: reports.length, ...difference, isWritten: committed.isWritten };
  }
  throw new Error(`recoding dossier ${key}: others kept writing it; try again`);
}

/** What the dossier's items say to it, read anew. An item that now speaks of other parties says nothing here. */
async function readReports(key: DossierKey, ports: RecodePorts): Promise<readonly Report[]> {
  const entries = (await listItems(key, ports)).map(({ item, decisions }) => ({
    item,
    coded: ports.code(codingInputOf(item)),
    isBaseline: decisions.some(({ outcome }) => outcome === 'untold'),
  }));
  return reportsByDossier(entries.filter(({ coded }) => dossierKeysOf(coded).includes(key))).get(key) ?? [];
}

async function listItems(key: DossierKey, ports: RecodePorts): Promise<readonly ItemRecord[]> {
  const records: ItemRecord[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Store['items']['listByDossier']>> = await ports.store.items.listByDossier(key, { limit: PAGE, cursor });
    records.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== null);
  return records;
}

async function listTold(dossier: Dossier, ports: RecodePorts): Promise<readonly Development[]> {
  const told: Development[] = [];
  for (const { id } of dossier.stories)
    told.push(...(await ports.store.archive.listDevelopmentsOfStory(id, { limit: PAGE, cursor: null })).rows);
  return told.filter(({ kind }) => kind !== 'correction' && kind !== 'outcome_unknown');
}

/** Two developments are one when they tell the same of the same story, or come from one item with the same status. */
function compareTold(would: readonly Development[], told: readonly Development[]): Pick<RecodedDossier, 'wouldTell' | 'wouldNotTell'> {
  const isIn = (list: readonly Development[]) => (one: Development) =>
    list.some((other) => other.id === one.id || (other.to === one.to && other.kind === one.kind && other.itemId === one.itemId));
  const [isTold, isWould] = [isIn(told), isIn(would)];
  return { wouldTell: would.filter((one) => !isTold(one)), wouldNotTell: told.filter((one) => !isWould(one)) };
}
