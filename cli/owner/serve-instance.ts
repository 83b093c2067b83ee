import type { RunningServer } from '../../adapters/local/api-server.ts';
import type { Config } from '../../config/config-schema.ts';
import { ownCorrections } from '../correcting/own-corrections.ts';
import { createLocalPipeline, type LocalPipeline, lastPolledAt } from '../local/local-pipeline.ts';
import type { LocalInstance } from '../local/open-local.ts';
import { servePage } from '../local/serve-page.ts';
import { ownWork } from './own-work.ts';
import { createTurns, inTurns, type Turns } from './turns.ts';

/** An instance at work: its page and API answer, and its lock file says where, so that other commands can ask it. */
export type ServedInstance = { readonly server: RunningServer; readonly pipeline: LocalPipeline; readonly turns: Turns };

export async function serveInstance({ parts, local }: LocalInstance, config: Config, port: number): Promise<ServedInstance> {
  const turns = createTurns();
  const pipeline = inTurns(createLocalPipeline(parts, await lastPolledAt(parts.store), { keepsRecords: false }), turns);
  const corrections = ownCorrections({ ...parts, watch: config.watch }, turns);
  const work = ownWork({ config, parts, pipeline, turns, token: corrections.token });
  const server = await servePage({ ...parts, corrections, work, port });
  local.announce(server.url, corrections.token);
  return { server, pipeline, turns };
}
