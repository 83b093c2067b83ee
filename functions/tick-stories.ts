import { openFunction } from '../adapters/aws/open-function.ts';
import { bundledConfig } from '../config/bundled-config.ts';
import { tickStories } from '../core/pipeline/tick-stories.ts';

const { config } = bundledConfig();
const parts = openFunction(process.env, config.storage);

/** Each minute: stories whose time has come. Their developments wake the stream like any other. */
export const handler = parts.handle(async (_schedule: unknown): Promise<{ readonly developments: number }> => {
  const developments = await tickStories(parts);
  if (developments.length > 0)
    parts.log.info('stories moved with time', { developments: developments.length, ids: developments.map(({ id }) => id) });
  return { developments: developments.length };
});
