import type { Status } from '../coding/codebook/coded-item.ts';
import type { Log, Store } from '../ports.ts';
import { CorrectionError, type Corrector, markFalse, mergeStories, muteStory, setStatus, splitStory } from '../story/correct.ts';
import type { Development } from '../story/development.ts';
import type { DevelopResult, Dossier } from '../story/dossier.ts';
import { hashId } from '../story/identity.ts';
import { mergeDossiers } from '../story/merge-dossiers.ts';
import { type CommitPorts, commitDossier } from './commit.ts';

export type CorrectionPorts = CommitPorts & { readonly store: Store; readonly log: Log };

/** What a person asks for. */
export type CorrectionRequest =
  | { readonly kind: 'merge'; readonly source: string; readonly target: string }
  | { readonly kind: 'split'; readonly story: string; readonly itemIds: readonly string[] }
  | {
      readonly kind: 'status';
      readonly story: string;
      readonly status: Status;
      readonly date: string | null;
      readonly place: string | null;
    }
  | { readonly kind: 'mute'; readonly story: string; readonly isMuted: boolean }
  | { readonly kind: 'false'; readonly development: string };

/** Who asks, and why. */
export type Asker = { readonly by: string; readonly note: string | null };

/**
 * Does what a person asks, logs who did it, and answers with the developments that tell it to those who were told before (fan them
 * out as any other). Throws `CorrectionError` with words for the person when it cannot be done.
 */
export async function correctStory(request: CorrectionRequest, asker: Asker, ports: CorrectionPorts): Promise<readonly Development[]> {
  const at = ports.clock.now();
  const who: Corrector = { ...asker, at, id: hashId('correction', JSON.stringify(request), asker.by, at) };
  const developments = await perform(request, who, ports);
  ports.log.info('corrected by a person', { ...request, by: who.by, note: who.note, at });
  return developments;
}

function perform(request: CorrectionRequest, who: Corrector, ports: CorrectionPorts): Promise<readonly Development[]> {
  switch (request.kind) {
    case 'merge':
      return merge(request, who, ports);
    case 'split':
      return change(request.story, (dossier) => splitStory(dossier, request, who), ports);
    case 'status':
      return change(request.story, (dossier) => setStatus(dossier, request, who), ports);
    case 'mute':
      return change(request.story, (dossier) => muteStory(dossier, request, who), ports);
    case 'false':
      return revoke(request.development, who, ports);
  }
}

async function keyOf(storyId: string, ports: CorrectionPorts): Promise<string> {
  const row = await ports.store.archive.getStory(storyId);
  if (row === null) throw new CorrectionError(`there is no story ${storyId}`);
  return row.dossierKey;
}

async function change(storyId: string, step: (dossier: Dossier) => DevelopResult, ports: CorrectionPorts): Promise<readonly Development[]> {
  return changeDossier(await keyOf(storyId, ports), step, ports);
}

async function changeDossier(
  key: string,
  step: (dossier: Dossier) => DevelopResult,
  ports: CorrectionPorts,
): Promise<readonly Development[]> {
  const committed = await commitDossier(
    key,
    (dossier) => {
      if (dossier === null) throw new CorrectionError(`there is no dossier ${key}`);
      return step(dossier);
    },
    ports,
  );
  return committed.developments;
}

async function revoke(developmentId: string, who: Corrector, ports: CorrectionPorts): Promise<readonly Development[]> {
  const development = await ports.store.developments.get(developmentId);
  if (development === null) throw new CorrectionError(`there is no development ${developmentId}`);
  return changeDossier(development.dossierKey, (dossier) => markFalse(dossier, development, who), ports);
}

/** Two stories of one dossier are joined there; of two dossiers, the whole of the first moves into the second before. */
async function merge(
  { source, target }: { readonly source: string; readonly target: string },
  who: Corrector,
  ports: CorrectionPorts,
): Promise<readonly Development[]> {
  const [from, into] = [await keyOf(source, ports), await keyOf(target, ports)];
  if (from !== into) await moveDossier(from, into, { who, ports });
  return changeDossier(into, (dossier) => joinIfApart(dossier, { source, target }, who), ports);
}

/** After a move the two may be one story already. */
function joinIfApart(dossier: Dossier, which: { readonly source: string; readonly target: string }, who: Corrector): DevelopResult {
  const isApart = dossier.stories.some(({ id, facts }) => id === which.source && facts.length > 0);
  return isApart ? mergeStories(dossier, which, who) : { dossier, developments: [], decisions: [] };
}

/** The target first, then the source on the version that was read: a crash between the two leaves both readable. */
async function moveDossier(from: string, into: string, by: { readonly who: Corrector; readonly ports: CorrectionPorts }): Promise<void> {
  const { who, ports } = by;
  const source = await ports.store.dossiers.get(from);
  if (source === null || source.mergedInto !== null) throw new CorrectionError(`dossier ${from} was merged already`);
  await changeDossier(into, (target) => ({ dossier: mergeDossiers(target, source, who).target, developments: [], decisions: [] }), ports);
  const target = await ports.store.dossiers.get(into);
  if (target === null) throw new CorrectionError(`there is no dossier ${into}`);
  await changeDossier(
    from,
    (current) => {
      if (current.version !== source.version) throw new CorrectionError(`dossier ${from} changed meanwhile; ask again`);
      return { dossier: mergeDossiers(target, current, who).source, developments: [], decisions: [] };
    },
    ports,
  );
}
