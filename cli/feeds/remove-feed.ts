import { EXIT, UsageError } from '../command.ts';
import type { FeedsTurn } from './feed-tools.ts';
import { findByUrl, hasId, readFeedsFile, writeFeedsFile } from './feeds-file.ts';

/** Takes feeds out of feeds.json, by id or address. What they brought stays stored. */
export async function removeFeeds({ folder, io, arguments: names }: FeedsTurn): Promise<number> {
  if (names.length === 0) throw new UsageError('remove: wanted the id or address of a feed');
  const file = readFeedsFile(folder);
  const ids = names.map((name) => (file.entries.some((entry) => hasId(entry, name)) ? name : findByUrl(file.entries, name)?.id));
  const missing = names.filter((_name, i) => ids[i] === undefined);
  if (missing.length > 0) throw new Error(`there is no feed "${missing.join('", "')}" in ${file.path}; nothing was changed`);
  writeFeedsFile(
    file,
    file.entries.filter((entry) => !ids.some((id) => id !== undefined && hasId(entry, id))),
  );
  io.stdout.write(
    `removed ${ids.map((id) => `"${id}"`).join(', ')} from ${file.path}; what ${ids.length === 1 ? 'it' : 'they'} brought stays stored\n`,
  );
  return EXIT.ok;
}
