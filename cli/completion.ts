import { completeFilter } from '../core/story/filter-complete.ts';
import type { RowKind } from '../core/story/filter-facet.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';

const help = `usage: summitwire completion bash|zsh|fish

Prints a script that completes commands, filter keys, statuses and names of states. It expects a command called "summitwire", such as
  alias summitwire='npm run -s --prefix /path/to/summitwire summitwire --'

  bash    source <(summitwire completion bash)
  zsh     source <(summitwire completion zsh)
  fish    summitwire completion fish | source

example: summitwire completion bash >> ~/.bashrc
`;
/** Names and summaries of all commands: given, because the table of commands holds this one too. */
export type KnownCommands = Readonly<Record<string, { readonly summary: string }>>;

export const completionCommand = (commands: KnownCommands): Command => ({ help, run: (args, io) => run(args, io, commands) });

/** Commands that take a filter, and of which rows. */
const FILTERED: Readonly<Record<string, RowKind>> = {
  stories: 'story',
  developments: 'development',
  denials: 'denial',
  items: 'item',
  alerts: 'alert',
  subscribe: 'development',
};
const OPTIONS = ['--json', '--csv', '--watch', '--limit', '--aws', '--help'];

/** The scripts ask back: `completion --words "stories par"` prints one candidate a line. A ":" is part of a word here. */
const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_summitwire() {
  local line="\${COMP_LINE:0:COMP_POINT}" word
  line="\${line#* }"
  word="\${line##* }"
  local stem="\${COMP_WORDS[COMP_CWORD]}" found
  mapfile -t found < <(summitwire completion --words "$line" 2>/dev/null | cut -f1)
  local skip=$(( \${#word} - \${#stem} ))
  [ "$stem" = ":" ] && skip=\${#word}
  COMPREPLY=()
  for each in "\${found[@]}"; do COMPREPLY+=("\${each:skip}"); done
}
complete -o nospace -F _summitwire summitwire
`,
  zsh: `_summitwire() {
  local -a found
  found=("\${(@f)$(summitwire completion --words "\${(j: :)words[2,CURRENT]}" 2>/dev/null | cut -f1)}")
  compadd -S '' -- $found
}
compdef _summitwire summitwire
`,
  fish: `complete -c summitwire -f -a '(summitwire completion --words (string join " " (commandline -opc)[2..] (commandline -ct)) 2>/dev/null)'
`,
};

async function run(args: readonly string[], io: Io, commands: KnownCommands): Promise<number> {
  const [first = '', line = ''] = args;
  if (first === '--words') {
    io.stdout.write(
      completeLine(line, commands)
        .map((each) => `${each}\n`)
        .join(''),
    );
    return EXIT.ok;
  }
  const script = Object.hasOwn(SCRIPTS, first) ? SCRIPTS[first] : undefined;
  if (script === undefined) throw new UsageError(`wanted: one of ${Object.keys(SCRIPTS).join(', ')}`);
  io.stdout.write(script);
  return EXIT.ok;
}

/** What may stand in place of the last word of "stories par", each with its meaning after a tab. */
export function completeLine(line: string, commands: KnownCommands): readonly string[] {
  const words = line.trimStart().split(/\s+/);
  const [name = '', ...rest] = words;
  if (words.length <= 1) return named(Object.keys(commands), name).map((each) => `${each}\t${commands[each]?.summary ?? ''}`);
  const last = rest.at(-1) ?? '';
  if (last.startsWith('--')) return named(OPTIONS, last);
  const kind = Object.hasOwn(FILTERED, name) ? FILTERED[name] : undefined;
  return kind === undefined ? [] : completeFilter(last, kind).map(({ text, about }) => `${text}\t${about}`);
}

const named = (known: readonly string[], start: string): string[] => known.filter((each) => each.startsWith(start));
