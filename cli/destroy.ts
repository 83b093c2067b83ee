import { parseArgs } from 'node:util';
import type { Config } from '../config/config-schema.ts';
import { type Command, EXIT, type Io } from './command.ts';
import { confirmWith, runCdk } from './deploying/cdk.ts';
import { CONFIG_FOLDER, loadConfig } from './local/load-config.ts';

const help = `usage: npm run destroy -- [--yes] [--config FOLDER]

Takes the pipeline out of your AWS account: functions, queues, schedules, alarms, logs. It keeps what cannot be made again, says where it
is, and how to delete that too.

  --yes             does not ask
  --config FOLDER   where settings.json stands (config)

example: AWS_PROFILE=me AWS_REGION=eu-central-1 npm run destroy
`;

export const command: Command = { help, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { yes: { type: 'boolean', default: false }, config: { type: 'string', default: CONFIG_FOLDER } },
  });
  const config = loadConfig(values.config, io);
  io.stdout.write(whatStays(config));
  if (!values.yes && !(await confirmWith(`Destroy ${config.aws.stackPrefix}-pipeline?`, io))) return EXIT.failed;
  const code = await runCdk(['destroy', `${config.aws.stackPrefix}-pipeline`, '--exclusively', '--force'], values.config, io);
  return code === 0 ? EXIT.ok : EXIT.failed;
}

/** Said before anything is asked. */
export function whatStays({ aws: { stackPrefix: prefix } }: Pick<Config, 'aws'>): string {
  return `Goes: the stack ${prefix}-pipeline with its functions, queues (and what lies in them), schedules, alarms, dashboard, operations topic and logs.
Stays, and costs a few cents a month: the stack ${prefix}-data with the table (stories, items, alerts, feeds' states) and the alert
topics with everybody's subscriptions; the secrets /${prefix}/* in the parameter store. \`npm run deploy\` takes all of it up again.
To delete that too, after \`summitwire export\`: turn off the table's deletion protection and the data stack's termination protection in the
console, delete the stack ${prefix}-data, then the table and the topics, which it leaves behind on purpose.
`;
}
