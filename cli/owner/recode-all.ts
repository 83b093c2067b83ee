import type { RecodeRequest, Say } from '../../adapters/api/owner-work.ts';
import { listDossierKeys, type RecodedDossier, type RecodePorts, recodeDossier } from '../../core/pipeline/recode.ts';
import { type RetriedParked, retryParked } from '../../core/pipeline/retry-parked.ts';
import { EXIT } from '../command.ts';

/** Rebuilds the dossiers named, or all, and says of each what became of it; answers with the exit code. One that fails leaves the others alone. */
export async function recodeAll({ keys, isDryRun, isJson }: Omit<RecodeRequest, 'rules'>, ports: RecodePorts, say: Say): Promise<number> {
  const all = keys.length > 0 ? keys : await listDossierKeys(ports.store);
  if (keys.length === 0) await tellParked(await retryParked(ports, { isDryRun }), say);
  let failed = 0;
  for (const key of all) {
    const recoded = await recodeDossier(key, ports, { isDryRun }).catch((error: unknown) =>
      error instanceof Error ? error : String(error),
    );
    if (typeof recoded === 'object' && 'key' in recoded) await say.out(isJson ? `${JSON.stringify(recoded)}\n` : textOf(recoded));
    else {
      failed += 1;
      await say.err(`recode: ${key}: ${typeof recoded === 'string' ? recoded : recoded.message}\n`);
    }
  }
  return failed === 0 ? EXIT.ok : EXIT.failed;
}

/** On stderr, so that `--json` stays one object a dossier. */
async function tellParked({ takenIn, left }: RetriedParked, say: Say): Promise<void> {
  if (takenIn + left > 0) await say.err(`recode: of ${takenIn + left} parked items ${takenIn} can be read now\n`);
}

function textOf({ key, items, wouldTell, wouldNotTell, isWritten }: RecodedDossier): string {
  const lines = [
    `${key}: ${items} items, ${isWritten ? 'rebuilt' : 'unchanged'}`,
    ...wouldTell.map(({ effectiveAt, what, itemId }) => `  + ${effectiveAt.slice(0, 16)} ${what} (${itemId})`),
    ...wouldNotTell.map(({ effectiveAt, what, itemId }) => `  - ${effectiveAt.slice(0, 16)} ${what} (${itemId})`),
  ];
  return `${lines.join('\n')}\n`;
}
