import { parseArgs } from 'node:util';
import { type Command, type Io, UsageError } from './command.ts';
import { type FeedsTurn, turnOf } from './feeds/feed-tools.ts';

const help = `usage: summitwire feeds <what> [options]

  list                    the feeds and how they do: health, last news, interval, what is wrong
  check [ID|ADDRESS ...]  fetch each feed (all without a name) and say in one line what a poll would get; exit 1 when one cannot be read
  add ADDRESS             add the feed at an address, or the feed that the page there names, to feeds.json
  remove ID ...           take feeds out of feeds.json; what they brought stays stored
  import-opml FILE        add the feeds of an OPML file that are not there yet (- = standard input)
  export-opml             write the feeds as OPML to standard output

  --config FOLDER         where feeds.json and settings.json stand (config)
  --json, --csv           list and check for programs: one object a line; list as comma-separated values
  --id, --outlet, --lang  of the feed to add; else they are taken from the feed itself
  --kind KIND             official, agency, press or aggregator (press)
  --unchecked             add an address that cannot be read now
  --aws                   list the feeds of the deployed stack

example: summitwire feeds add https://www.un.org/en/ --kind official
`;

type Subcommand = (turn: FeedsTurn) => Promise<number>;

/** Only the one that runs is loaded: to check a feed needs no store. */
const SUBCOMMANDS: Readonly<Record<string, () => Promise<Subcommand>>> = {
  list: async () => (await import('./feeds/list-feeds.ts')).listFeedHealth,
  check: async () => (await import('./feeds/check-feeds.ts')).checkFeeds,
  add: async () => (await import('./feeds/add-feed.ts')).addFeed,
  remove: async () => (await import('./feeds/remove-feed.ts')).removeFeeds,
  'import-opml': async () => (await import('./feeds/opml-file.ts')).importOpml,
  'export-opml': async () => (await import('./feeds/opml-file.ts')).exportOpml,
};

export const command: Command = { help, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { config: text, id: text, outlet: text, lang: text, kind: text, json: flag, csv: flag, unchecked: flag, aws: flag },
  });
  const [name = 'list', ...rest] = positionals;
  const load = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
  if (load === undefined) throw new UsageError(`there is no "feeds ${name}"; wanted one of ${Object.keys(SUBCOMMANDS).join(', ')}`);
  const subcommand = await load();
  return subcommand(turnOf(values, rest, io));
}
