import type { Command } from './command.ts';

/** A command's row: its line in `summitwire --help`, and how to load it (only the one that runs is loaded). */
export type CommandRow = { readonly summary: string; load(): Promise<{ readonly command: Command }> };

/** In the order of `summitwire --help`. */
export const COMMANDS: Readonly<Record<string, CommandRow>> = {
  start: { summary: 'poll the feeds of config/, store, alert, and serve the page, until Ctrl-C', load: () => import('./start.ts') },
  demo: { summary: 'tell a sample story from loopback feeds, in seconds, without network or account', load: () => import('./demo.ts') },
  code: { summary: 'code items from standard input: contacts and denials, as JSON lines', load: () => import('./code.ts') },
  replay: { summary: 'run stored items through the pipeline on a virtual clock and print the alerts', load: () => import('./replay.ts') },
};
