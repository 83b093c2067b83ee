import { statSync } from 'node:fs';
import { type ConfigProblem, describeProblem } from '../../config/check-config.ts';
import type { Config } from '../../config/config-schema.ts';
import { readConfig } from '../../config/read-config.ts';
import type { Feed } from '../../core/feed/feed.ts';
import { parseFilter } from '../../core/story/filter.ts';
import { type Io, UsageError } from '../command.ts';

export const CONFIG_FOLDER = 'config';

/** The owner's config; what is wrong in it is named on stderr, all at once, and left out. Throws UsageError for a named folder that is none. */
export function loadConfig(folder: string, io: Pick<Io, 'stderr'>): Config {
  if (folder !== CONFIG_FOLDER && statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`--config ${folder}: there is no such folder`);
  const { config, problems } = readConfig(folder);
  for (const problem of [...problems, ...filterProblems(config)]) io.stderr.write(`config: ${describeProblem(problem)}\n`);
  return config;
}

/** Filters are the one part of the config that only the core can read. */
function filterProblems(config: Config): ConfigProblem[] {
  return config.alerts.flatMap((alert, index) => {
    const parsed = parseFilter(alert.filter);
    if (parsed.kind === 'filter') return [];
    return [
      {
        file: 'settings.json',
        path: `alerts[${index}].filter`,
        found: JSON.stringify(alert.filter),
        wanted: `wanted: a filter (${parsed.message}, column ${parsed.column})`,
      },
    ];
  });
}

export const feedsOf = (config: Config): readonly Feed[] =>
  config.feeds.map((feed) => ({ ...feed, intervalMinutes: feed.intervalMinutes ?? config.polling.intervalMinutes }));
