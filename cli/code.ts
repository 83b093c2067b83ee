import { createInterface } from 'node:readline';
import { codeItem } from '../core/coding/code-item.ts';
import type { CodedItem } from '../core/coding/codebook/coded-item.ts';
import type { Lexicon } from '../core/coding/lexicon/lexicon.ts';
import { parseCodingLine } from './coding-line.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { configuredLexicon } from './configured-lexicon.ts';

/** The door `summitwire code`: one item a line in, one coded item a line out, in order, as it comes. */
export const command: Command = {
  help: `usage: summitwire code < items.jsonl > coded.jsonl

Reads items as JSON lines: {"id", "title"?, "text"?, "date"?, "outlet"?, "lang"?} (title or text must be there).
Writes for each, in the same order, {"id", "relevance", "contacts", "denials"}; docs/codebook.md has the values.
A line that cannot be read gives an error with its number on stderr; the rest goes on; the exit code is then 1.

example: echo '{"id":"1","title":"Putin and Macron to meet in Oslo on Friday","date":"2025-03-04"}' | summitwire code`,

  async run(args, io) {
    if (args.length > 0) throw new UsageError(`takes no arguments, but got "${args[0]}"; items come on standard input`);
    return codeLines(io, configuredLexicon(io));
  },
};

async function codeLines(io: Io, lexicon: Lexicon): Promise<number> {
  let number = 0;
  let failed = 0;
  for await (const line of createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const coded = codeLine(line, lexicon);
    if (coded.kind === 'refused') {
      failed += 1;
      io.stderr.write(`summitwire: code: line ${number}: ${coded.reason}\n`);
    } else await write(io, `${coded.text}\n`);
  }
  return failed === 0 ? EXIT.ok : EXIT.failed;
}

type Coded = { readonly kind: 'coded'; readonly text: string } | { readonly kind: 'refused'; readonly reason: string };

/** One line; what should not happen in the coder costs this line alone. */
function codeLine(line: string, lexicon: Lexicon): Coded {
  const parsed = parseCodingLine(line);
  if (parsed.kind === 'refused') return parsed;
  try {
    return { kind: 'coded', text: JSON.stringify(toDoor(codeItem(parsed.input, lexicon))) };
  } catch (error) {
    return {
      kind: 'refused',
      reason: `item "${parsed.input.id}" could not be coded (${error instanceof Error ? error.message : String(error)}); please report it`,
    };
  }
}

/** Waits while a slow reader's pipe is full, so that memory stays flat. */
async function write(io: Io, text: string): Promise<void> {
  if (!io.stdout.write(text)) await new Promise<void>((resolve) => io.stdout.once('drain', () => resolve()));
}

/** The door's own field order; it may gain fields, never lose one. */
export function toDoor(coded: CodedItem): unknown {
  const { id, relevance, contacts, denials, readAs, gaps } = coded;
  return { id, relevance, contacts, denials, readAs, gaps };
}
