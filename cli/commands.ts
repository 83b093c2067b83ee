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
  explain: { summary: 'why an item was told or was not; how a sentence is read', load: () => import('./explain.ts') },
  alerts: { summary: 'alerts and what became of each', load: () => import('./alerts.ts') },
  export: {
    summary: 'what is stored as JSON lines, CSV, event data with CAMEO and PLOVER codes, ladder statistics',
    load: () => import('./export.ts'),
  },
  import: { summary: 'take in items from JSON lines, in silence', load: () => import('./import.ts') },
  completion: {
    summary: 'shell completion of commands and filters',
    load: async () => ({ command: (await import('./completion.ts')).completionCommand(COMMANDS) }),
  },
  code: { summary: 'code items from standard input: contacts and denials, as JSON lines', load: () => import('./code.ts') },
  replay: { summary: 'run stored items through the pipeline on a virtual clock and print the alerts', load: () => import('./replay.ts') },
  recode: { summary: 'rebuild stories from their items under the rules of today, without alerts', load: () => import('./recode.ts') },
  merge: { summary: 'join two stories that are one', load: () => import('./merge.ts') },
  split: { summary: 'make a story of its own of some items', load: () => import('./split.ts') },
  correct: { summary: 'set where a story stands, or mark a development as false', load: () => import('./correct.ts') },
  mute: { summary: 'tell nothing of a story', load: () => import('./mute.ts') },
  subscribe: {
    summary: 'ask for alerts by email, phone, webhook; `--dry-run` shows what a filter would have sent',
    load: () => import('./subscribe.ts'),
  },
  confirm: {
    summary: 'confirm a subscription by the link that SNS sent, so that mail scanners cannot end it',
    load: () => import('./confirm.ts'),
  },
  subscriptions: { summary: 'who asked for what, and in which state', load: () => import('./subscriptions.ts') },
  unsubscribe: { summary: 'end a subscription', load: () => import('./unsubscribe.ts') },
  doctor: { summary: 'walk the whole chain and say what is fine, what is not, and what to do', load: () => import('./doctor.ts') },
  cost: { summary: 'estimate a month on AWS for your feeds, each part named', load: () => import('./cost.ts') },
  deploy: { summary: 'put the pipeline into your AWS account, after looking and asking', load: () => import('./deploy.ts') },
  diff: { summary: 'what `deploy` would change', load: () => import('./diff.ts') },
  destroy: { summary: 'take the pipeline out again; says what it keeps', load: () => import('./destroy.ts') },
};
