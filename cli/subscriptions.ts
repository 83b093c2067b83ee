import { parseArgs } from 'node:util';
import { systemClock } from '../adapters/local/clock.ts';
import { terminalStyle } from '../adapters/local/terminal.ts';
import type { Subscription } from '../core/alert/subscription.ts';
import { findProblems } from '../core/alert/subscription-health.ts';
import { type Command, EXIT, type Io } from './command.ts';
import { askSubscriptions } from './correcting/own-corrections.ts';
import { type Column, renderTable } from './listing/table.ts';
import { CONFIG_FOLDER, loadConfig } from './local/load-config.ts';
import { describe } from './subscribe.ts';
import { openHome } from './subscribing/subscription-home.ts';

const help = `usage: summitwire subscriptions [--aws] [--json] [--config FOLDER]

Who gets what, and whether it stands: with --aws each is compared with SNS (unsubscribed by a mail scanner? suspended? never confirmed?).

example: summitwire subscriptions --aws
`;

export const command: Command = { help, run };

type Row = Subscription & { readonly standing: string };
const COLUMNS: readonly Column<Row>[] = [
  { title: 'ID', cell: ({ id }) => id, dropRank: 0 },
  { title: 'CHANNEL', cell: ({ channel }) => channel, dropRank: 0 },
  { title: 'TO', cell: ({ to }) => to || '-', dropRank: 2 },
  { title: 'WHAT', cell: (row) => describe(row), isFlexible: true, dropRank: 0 },
  { title: 'STATE', cell: ({ standing }) => standing, dropRank: 0 },
];

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      aws: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      config: { type: 'string', default: CONFIG_FOLDER },
    },
  });
  const config = loadConfig(values.config, io);
  const running = values.aws ? null : await askSubscriptions(config.storage.path);
  const home = await openHome(config, io, values.aws);
  const subscriptions = running ?? (await home.list());
  const standings = await home.standings(subscriptions);
  const problems = values.aws ? findProblems(subscriptions, standings, systemClock.now()) : [];
  const rows: Row[] = subscriptions.map((one) => ({ ...one, standing: standings.get(one.id) ?? one.state }));
  if (values.json) for (const row of rows) io.stdout.write(`${JSON.stringify(row)}\n`);
  else
    io.stdout.write(
      rows.length === 0 ? 'nobody is subscribed; `summitwire subscribe --help` shows how\n' : renderTable(rows, COLUMNS, styleOf(io)),
    );
  for (const { subscriptionId, problem, remedy } of problems) io.stderr.write(`${subscriptionId}: ${problem}. ${remedy}\n`);
  return problems.length === 0 ? EXIT.ok : EXIT.failed;
}

function styleOf(io: Io) {
  const { hasColour, hasSigns, columns } = terminalStyle(io.stdout, io.env);
  return { hasColour, columns: hasSigns ? columns : null };
}
