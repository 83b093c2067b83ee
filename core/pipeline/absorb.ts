import type { CodedItem, CodingInput } from '../coding/codebook/coded-item.ts';
import type { Item } from '../feed/item.ts';
import type { Clock, Ids, ItemRecord, Log, ParkedItem, Store } from '../ports.ts';
import { develop, RULES_VERSION } from '../story/develop.ts';
import type { Development } from '../story/development.ts';
import type { Decision, DevelopResult, Dossier, DossierKey, Report } from '../story/dossier.ts';
import { isOfPair, preparedKey } from '../story/dossier-key.ts';
import { isStale } from '../story/rebuild.ts';
import { type CodedEntry, reportsByDossier } from '../story/reports.ts';
import { boundCoded, boundItem } from './bound-item.ts';
import { codingInputOf } from './coding-input.ts';
import { type Committed, commitDossier } from './commit.ts';
import { recodeDossier } from './recode.ts';
import { hearRevisions } from './revision.ts';
import { contextOf, readStoriesAbove } from './stories-above.ts';
import { withSummits } from './summit-family.ts';

/**
 * `isBaseline`: from a first fetch or a flood; stored, coded, folded in as untold facts.
 * `earlierIds`: for a revision, where its text before may be stored; it develops only where it says something else.
 */
export type AbsorbInput = { readonly item: Item; readonly isBaseline: boolean; readonly earlierIds?: readonly string[] };

export type AbsorbPorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** The event coder with its lexicon, built once per process. */
  readonly code: (input: CodingInput) => CodedItem;
};

/** Developments of one story that are looked at for one that was made before. */
const MOST_TOLD = 200;

export type Absorbed = {
  readonly records: readonly ItemRecord[];
  readonly developments: readonly Development[];
  /** Items that could not be coded: kept with their error, counted as seen. */
  readonly parked: readonly ParkedItem[];
};

/**
 * Code, develop, commit; then the item rows. The feed's state is the caller's last step. A crash anywhere repeats work and loses
 * nothing; doing it twice changes nothing.
 */
export async function absorbItems(inputs: readonly AbsorbInput[], ports: AbsorbPorts): Promise<Absorbed> {
  const { entries, parked } = codeAll(inputs, ports);
  const developments: Development[] = [];
  const decisions: Decision[] = [];
  const earlier = new Map(inputs.map(({ item, earlierIds }) => [item.id, earlierIds ?? []]));
  const heard = reportsByDossier(await hearRevisions(entries, earlier, ports.store.items));
  for (const [key, reports] of [...heard].sort(summitsFirst)) {
    const committed = await commitReports(key, reports, ports);
    developments.push(...committed.developments);
    for (const decision of committed.decisions) decisions.push(await asFirstDecided(decision, committed, ports));
  }
  const records = entries.map((entry) => recordOf(entry, decisions));
  await ports.store.items.add(records);
  for (const one of parked) await ports.store.items.park(one);
  return { records, developments, parked };
}

/** Summits before the pairs who may meet inside them; the leaders before the ministers, who may prepare what the same poll says of them. */
const summitsFirst = ([one]: readonly [DossierKey, unknown], [other]: readonly [DossierKey, unknown]): number =>
  Number(isOfPair(one)) - Number(isOfPair(other)) || Number(preparedKey(one) !== null) - Number(preparedKey(other) !== null);

/** A dossier that older rules made is rebuilt from its items, in silence, before it hears anything new. */
async function commitReports(key: DossierKey, reports: readonly Report[], ports: AbsorbPorts): Promise<Committed> {
  let isOld = false;
  const context = contextOf(ports.clock.now(), await readStoriesAbove(key, ports.store));
  const tell = (dossier: Dossier | null) => withSummits(develop(dossier, { key, reports }, context), ports);
  const hear = (dossier: Dossier | null): DevelopResult | Promise<DevelopResult> => {
    isOld = dossier !== null && isStale(dossier);
    return dossier !== null && isOld ? { dossier, developments: [], decisions: [] } : tell(dossier);
  };
  const committed = await commitDossier(key, hear, ports);
  if (!isOld) return committed;
  await recodeDossier(committed.key, ports, { isDryRun: false });
  return commitDossier(key, tell, ports);
}

/**
 * A step done again finds its own facts known and would call them repeats. An item that a fact began with is never a repeat of it:
 * then the developments it made are looked up, so that its row tells what really became of it.
 */
async function asFirstDecided(decision: Decision, { key, dossier, isWritten }: Committed, ports: AbsorbPorts): Promise<Decision> {
  const mine = { ...decision, dossierKey: key };
  const began = dossier?.stories.find((story) => story.facts.some(({ firstItemId }) => firstItemId === decision.itemId));
  if (isWritten || began === undefined || decision.outcome !== 'repeat') return mine;
  if (began.facts.some(({ firstItemId, isUntold }) => isUntold && firstItemId === decision.itemId)) return { ...mine, outcome: 'untold' };
  const told = await ports.store.archive.listDevelopmentsOfStory(began.id, { limit: MOST_TOLD, cursor: null });
  const owed = (await ports.store.dossiers.read(key))?.outbox?.developments ?? [];
  const made = [...told.rows, ...owed].filter(({ itemId }) => itemId === decision.itemId).map(({ id }) => id);
  return made.length === 0 ? mine : { ...mine, outcome: 'development', developmentIds: [...new Set(made)] };
}

const recordOf = ({ item, coded }: CodedEntry, decisions: readonly Decision[]): ItemRecord => ({
  item,
  coded,
  decisions: decisions.filter(({ itemId }) => itemId === item.id),
  rulesVersion: RULES_VERSION,
});

function codeAll(inputs: readonly AbsorbInput[], ports: AbsorbPorts): { entries: CodedEntry[]; parked: ParkedItem[] } {
  const entries: CodedEntry[] = [];
  const parked: ParkedItem[] = [];
  for (const { item: whole, isBaseline } of inputs) {
    const item = boundItem(whole);
    try {
      entries.push({ item, coded: boundCoded(ports.code(codingInputOf(item))), isBaseline });
    } catch (error) {
      parked.push(parkedItem(item, error, ports));
    }
  }
  return { entries, parked };
}

/** Coding is pure, so the same item fails the same way each time: it is parked at once, and its neighbours go on. */
function parkedItem(item: Item, error: unknown, ports: AbsorbPorts): ParkedItem {
  const text = error instanceof Error ? error.message : String(error);
  ports.log.error('coding an item failed; it is parked', { itemId: item.id, feedId: item.feedId, error: text });
  return { feedId: item.feedId, itemId: item.id, title: item.title, error: `coding: ${text}`, attempts: 1, at: ports.clock.now(), item };
}
