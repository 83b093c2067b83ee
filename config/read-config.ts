import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckedConfig, type ConfigProblem, checkConfig, FEEDS_FILE, OVERLAY_FILE, SETTINGS_FILE } from './check-config.ts';

/** Reads and checks the three files of a config folder. A missing leaders.json is fine; the other two are named when they are missing or no JSON. */
export function readConfig(folder: string): CheckedConfig {
  const unreadable: ConfigProblem[] = [];
  const files = {
    settings: readJson(folder, SETTINGS_FILE, {}, unreadable),
    feeds: readJson(folder, FEEDS_FILE, [], unreadable),
    overlay: readJson(folder, OVERLAY_FILE, [], unreadable),
  };
  const checked = checkConfig(files);
  return { config: checked.config, problems: [...unreadable, ...checked.problems] };
}

function readJson(folder: string, name: string, otherwise: unknown, problems: ConfigProblem[]): unknown {
  let text: string;
  try {
    text = readFileSync(join(folder, name), 'utf8');
  } catch (error) {
    if (name !== OVERLAY_FILE || codeOf(error) !== 'ENOENT')
      problems.push({
        file: name,
        path: '',
        found: `no readable file in ${folder} (${codeOf(error)})`,
        wanted: `wanted: a JSON file ${name}`,
      });
    return otherwise;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    problems.push({
      file: name,
      path: '',
      found: 'text that is no JSON',
      wanted: `wanted: JSON (${error instanceof Error ? error.message : String(error)})`,
    });
    return otherwise;
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown error');
