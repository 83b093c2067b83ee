import { parseArgs } from 'node:util';
import { outputOf, readStackOutputs } from '../adapters/aws/stack-outputs.ts';
import { terminalStyle } from '../adapters/local/terminal.ts';
import type { Config } from '../config/config-schema.ts';
import { readConfig } from '../config/read-config.ts';
import { type Command, EXIT, type Io } from './command.ts';
import { ensureOperationsMail, ensureSecrets, viewerVariables } from './deploying/after-care.ts';
import { confirmWith, runCdk } from './deploying/cdk.ts';
import { BEFORE_DEPLOY, type DoctorContext } from './doctor/before-deploy.ts';
import { formatReports, isHealthy, runChecks } from './doctor/check.ts';
import { builtPage } from './local/built-page.ts';
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
  if (config.page && (await builtPage()) === null) throw new Error('the page could not be built: `npm run build:page` says why');
  const made = await ensureSecrets(config, io);
  for (const name of made) io.stdout.write(`made the secret ${name}\n`);
  const withPage = { ...io, env: { ...io.env, ...(await viewerVariables(config, io)) } };
  const code = await runCdk(['deploy', '--all', '--require-approval', 'never'], folder, withPage);
  if (code !== 0) return EXIT.failed;
  const toDo = await ensureOperationsMail(config, io);
  io.stdout.write(
    [
      '',
      'deployed. Next:',
      ...(toDo === null ? [] : [`  ${toDo}`]),
      '  summitwire subscribe you@example.org --aws',
      '  summitwire doctor --aws --send-test   (in a few minutes)',
      ...(config.page ? [await pageLine(config, io)] : []),
      '',
    ].join('\n'),
  );
  return EXIT.ok;
}

/** The token itself is not printed: a deployment's log may be read by many. */
async function pageLine(config: Config, { env }: Io): Promise<string> {
  const url = outputOf(await readStackOutputs(config.aws.stackPrefix, env), 'PageUrl');
  return `  the page: ${url}?token=TOKEN (once), TOKEN from: aws ssm get-parameter --with-decryption --name /${config.aws.stackPrefix}/viewer-token --query Parameter.Value --output text`;
}
