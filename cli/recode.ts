import { parseArgs } from 'node:util';
import type { Command, Io } from './command.ts';
import { openCorrectionHome } from './correcting/correction-home.ts';
import { CONFIG_FOLDER, loadConfig } from './local/load-config.ts';
import { askWork, findOwner, write } from './owner/ask-owner.ts';
import { markOfRules } from './owner/marks.ts';
import { recodeAll } from './owner/recode-all.ts';

const help = `usage: summitwire recode [dossier]... [--dry-run] [--json] [options]

After a change of the rules: reads the stored items anew and rebuilds the dossiers (leader:RU-US, denier:RU; all without a name) from
them. Sends no alert. What was told stays told, and corrections by people are kept. Says what the rules of today would have told
otherwise: "+" was not told and would be, "-" was told and would not be. Without a name, items that an older version could not read
(\`items --parked\`) are tried again first, in silence. Beside a running \`npm start\` that instance does it and polls nothing meanwhile; when
it was started before the rules changed, it has to be started again first.

  --dry-run         write nothing
  --json            one JSON object a dossier
  --aws             the deployed stack, with the credentials of your AWS profile
  --config FOLDER   where settings.json stands (config)

example: summitwire recode leader:RU-US --dry-run
`;

export const command: Command = { help, run };

const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  aws: { type: 'boolean', default: false },
  config: { type: 'string', default: CONFIG_FOLDER },
} as const;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals: keys } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const request = { keys, isDryRun: values['dry-run'], isJson: values.json };
  const config = loadConfig(values.config, io);
  const owner = values.aws ? null : findOwner(config.storage.path);
  if (owner !== null) return askWork(owner, 'recodings', { body: { ...request, rules: markOfRules(config) }, io });
  const home = await openCorrectionHome({ config, aws: values.aws }, io);
  try {
    return await recodeAll(request, home.ports, { out: (text) => write(io.stdout, text), err: (text) => write(io.stderr, text) });
  } finally {
    await home.close();
  }
}
