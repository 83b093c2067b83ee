import { parseArgs } from 'node:util';
import { terminalStyle } from '../adapters/local/terminal.ts';
import { readConfig } from '../config/read-config.ts';
import { type Command, EXIT, type Io } from './command.ts';
import { ensureOperationsMail, ensureSecrets } from './deploying/after-care.ts';
import { confirmWith, runCdk } from './deploying/cdk.ts';
import { BEFORE_DEPLOY, type DoctorContext } from './doctor/before-deploy.ts';
import { formatReports, isHealthy, runChecks } from './doctor/check.ts';
import { CONFIG_FOLDER } from './local/load-config.ts';

const help = `usage: npm run deploy -- [--yes] [--config FOLDER]

Puts the pipeline into your AWS account: looks first whether everything is there (summitwire doctor --before-deploy), asks, deploys two
stacks (what holds data, and the rest), makes the API's secrets, and subscribes the operations mail. Safe to run again: it updates.

  --yes             does not ask
  --config FOLDER   where settings.json and feeds.json stand (config)

example: AWS_PROFILE=me AWS_REGION=eu-central-1 npm run deploy
`;

export const command: Command = { help, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { yes: { type: 'boolean', default: false }, config: { type: 'string', default: CONFIG_FOLDER } },
  });
  const context: DoctorContext = { ...readConfig(values.config), env: io.env };
  const reports = await runChecks(BEFORE_DEPLOY, context);
  io.stdout.write(formatReports(reports, terminalStyle(io.stdout, io.env).hasColour));
  if (!isHealthy(reports)) {
    io.stderr.write('nothing was deployed: mend what is marked BAD first\n');
    return EXIT.failed;
  }
  const account = reports.find(({ name }) => name === 'account')?.findings[0]?.what ?? '';
  const prefix = context.config.aws.stackPrefix;
  if (!values.yes && !(await confirmWith(`Deploy ${prefix}-data and ${prefix}-pipeline to ${account}?`, io))) return EXIT.failed;
  return deploy(context, values.config, io);
}

async function deploy({ config }: DoctorContext, folder: string, io: Io): Promise<number> {
  const made = await ensureSecrets(config, io);
  for (const name of made) io.stdout.write(`made the secret ${name}\n`);
  const code = await runCdk(['deploy', '--all', '--require-approval', 'never'], folder, io);
  if (code !== 0) return EXIT.failed;
  const toDo = await ensureOperationsMail(config, io);
  io.stdout.write(
    [
      '',
      'deployed. Next:',
      ...(toDo === null ? [] : [`  ${toDo}`]),
      '  summitwire subscribe you@example.org --aws',
      '  summitwire doctor --aws --send-test   (in a few minutes)',
      '',
    ].join('\n'),
  );
  return EXIT.ok;
}
