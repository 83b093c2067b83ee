import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../config/config-schema.ts';
import { feedsOf } from '../local/load-config.ts';

/** Where the rules of reading and telling stand: an instance that was started before they changed still works by the old ones. */
const RULES = ['../../core/', '../../data/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));

/** Of the rules on disk and the owner's rows: equal marks, equal rules. Some 10 ms. */
export function markOfRules({ overlay }: Pick<Config, 'overlay'>): string {
  const hash = createHash('sha256').update(JSON.stringify(overlay));
  for (const folder of RULES)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(?:ts|json)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('base64url');
}

/** Of the feeds that the config names. */
export const markOfFeeds = (config: Config): string =>
  createHash('sha256')
    .update(JSON.stringify(feedsOf(config)))
    .digest('base64url');
