import { parseArgs } from 'node:util';
import { listDossierKeys, type RecodedDossier, recodeDossier } from '../core/pipeline/recode.ts';
import { type RetriedParked, retryParked } from '../core/pipeline/retry-parked.ts';
import { type Command, EXIT, type Io } from './command.ts';
import { openCorrectionHome } from './correcting/correction-home.ts';
import { CONFIG_FOLDER } from './local/load-config.ts';

const help = `usage: summitwire recode [dossier]... [--dry-run] [--json] [options]

After a change of the rules: reads the stored items anew and rebuilds the dossiers (leader:RU-US, denier:RU; all without a name) from
them. Sends no alert. What was told stays told, and corrections by people are kept. Says what the rules of today would have told
otherwise: "+" was not told and would be, "-" was told and would not be. Without a name, items that an older version could not read
(\`items --parked\`) are tried again first, in silence.

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
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const home = await openCorrectionHome({ config: values.config, aws: values.aws }, io);
  try {
    const keys = positionals.length > 0 ? positionals : await listDossierKeys(home.ports.store);
    let failed = 0;
    if (positionals.length === 0) tellParked(await retryParked(home.ports, { isDryRun: values['dry-run'] }), io);
    for (const key of keys) {
      try {
        const recoded = await recodeDossier(key, home.ports, { isDryRun: values['dry-run'] });
        io.stdout.write(values.json ? `${JSON.stringify(recoded)}\n` : textOf(recoded));
      } catch (error) {
        failed += 1;
        io.stderr.write(`recode: ${key}: ${error instanceof Error ? error.message : String(error)}\n`);
      }
    }
    return failed === 0 ? EXIT.ok : EXIT.failed;
  } finally {
    await home.close();
  }
}

/** On stderr, so that `--json` stays one object a dossier. */
function tellParked({ takenIn, left }: RetriedParked, io: Io): void {
  if (takenIn + left > 0) io.stderr.write(`recode: of ${takenIn + left} parked items ${takenIn} can be read now\n`);
}

function textOf({ key, items, wouldTell, wouldNotTell, isWritten }: RecodedDossier): string {
  const lines = [
    `${key}: ${items} items, ${isWritten ? 'rebuilt' : 'unchanged'}`,
    ...wouldTell.map(({ effectiveAt, what, itemId }) => `  + ${effectiveAt.slice(0, 16)} ${what} (${itemId})`),
    ...wouldNotTell.map(({ effectiveAt, what, itemId }) => `  - ${effectiveAt.slice(0, 16)} ${what} (${itemId})`),
  ];
  return `${lines.join('\n')}\n`;
}
