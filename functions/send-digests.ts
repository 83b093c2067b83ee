import { openFunction } from '../adapters/aws/open-function.ts';
import { bundledConfig } from '../config/bundled-config.ts';
import { sendDigests } from '../core/pipeline/send-digests.ts';
import { tellStateOfPlay } from '../core/pipeline/state-of-play.ts';

const { config } = bundledConfig();
const parts = openFunction(process.env, config.storage);
const { store, clock, log, handle } = parts;

const BASELINE_MS = 30 * 60_000;

/** Each quarter of an hour: the digests whose slot has ended, and the state of play for who is new. The sweep sends them. */
export const handler = handle(async (_schedule: unknown): Promise<{ readonly digests: number; readonly states: number }> => {
  const digests = await sendDigests({ ...parts, watch: config.watch });
  const states = (await isBaselineOld()) ? await tellStateOfPlay(parts) : [];
  if (digests.length + states.length > 0) log.info('digests made', { digests: digests.length, states: states.length });
  return { digests: digests.length, states: states.length };
});

/** The first feeds were read half an hour ago, so that the others were too: before that there is no state of play to tell. */
async function isBaselineOld(): Promise<boolean> {
  const limit = new Date(Date.parse(clock.now()) - BASELINE_MS).toISOString();
  const { rows } = await store.archive.listFeedStates({ limit: 10, cursor: null });
  return rows.some(({ baselineAt }) => baselineAt !== null && baselineAt < limit);
}
