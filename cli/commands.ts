import type { Command } from './command.ts';

/** A command's row: its line in `summitwire --help`, and how to load it (only the one that runs is loaded). */
export type CommandRow = { readonly summary: string; load(): Promise<{ readonly command: Command }> };

/** In the order of `summitwire --help`. */
export const COMMANDS: Readonly<Record<string, CommandRow>> = {
  start: { summary: 'poll the feeds of config/, store, alert, and serve the page, until Ctrl-C', load: () => import('./start.ts') },
  demo: { summary: 'tell a sample story from loopback feeds, in seconds, without network or account', load: () => import('./demo.ts') },
  poll: { summary: 'poll all feeds once, send what comes of it, and end (`poll --once`)', load: () => import('./poll.ts') },
  feeds: { summary: 'list, check, add and remove feeds, import and export OPML', load: () => import('./feeds.ts') },
  stories: { summary: 'the stories: who, where it stands, when it moved', load: () => import('./stories.ts') },
  story: { summary: 'one story: its ladder, its sides, its timeline with quotes', load: () => import('./story.ts') },
  developments: { summary: 'what moved, newest first', load: () => import('./developments.ts') },
  denials: { summary: 'who denied what', load: () => import('./denials.ts') },
  items: { summary: 'items and what was read from them', load: () => import('./items.ts') },
  alerts: { summary: 'alerts and what became of each', load: () => import('./alerts.ts') },
  code: { summary: 'code items from standard input: contacts and denials, as JSON lines', load: () => import('./code.ts') },
  replay: { summary: 'run stored items through the pipeline on a virtual clock and print the alerts', load: () => import('./replay.ts') },
};
