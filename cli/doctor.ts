import { parseArgs } from 'node:util';
import { tableClient } from '../adapters/aws/clients.ts';
import { openDynamoStore } from '../adapters/aws/dynamo-store.ts';
import { outputOf, readStackOutputs } from '../adapters/aws/stack-outputs.ts';
import { systemClock } from '../adapters/local/clock.ts';
import { terminalStyle } from '../adapters/local/terminal.ts';
import { readConfig } from '../config/read-config.ts';
import { type Command, EXIT, type Io } from './command.ts';
import { AFTER_DEPLOY } from './doctor/after-deploy.ts';
import { BEFORE_DEPLOY, type DoctorContext } from './doctor/before-deploy.ts';
import { formatReports, isHealthy, type Report, runChecks } from './doctor/check.ts';
import { ON_MACHINE } from './doctor/on-machine.ts';
import { sendTestAlerts } from './doctor/send-test.ts';
import { CONFIG_FOLDER } from './local/load-config.ts';
import { openHome } from './subscribing/subscription-home.ts';

const help = `usage: summitwire doctor [--aws] [--before-deploy] [--send-test] [--config FOLDER]

Looks at everything that can be wrong and says it in one line each, with what to do.

  (nothing)         this machine: Node, config, store, mail server
  --before-deploy   the AWS account: identity, region, bootstrap, quotas, text messages
  --aws             the deployed stack, along the way of the data: table, secrets, functions, triggers, feeds, queues, subscriptions, alarms
  --send-test       with --aws: sends a test alert to every confirmed subscription and waits up to two minutes for it
  --config FOLDER   where settings.json stands (config)

example: AWS_REGION=eu-central-1 summitwire doctor --aws --send-test
`;

export const command: Command = { help, run };

const TEST_WAIT_MS = 120_000;
const OPTIONS = {
  aws: { type: 'boolean', default: false },
  'before-deploy': { type: 'boolean', default: false },
  'send-test': { type: 'boolean', default: false },
  config: { type: 'string', default: CONFIG_FOLDER },
} as const;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const context: DoctorContext = { ...readConfig(values.config), env: io.env };
  if (values.aws || values['send-test']) return print(await examineDeployed(context, io, values['send-test']), io);
  return print(await runChecks(values['before-deploy'] ? BEFORE_DEPLOY : ON_MACHINE, context), io);
}

async function examineDeployed(context: DoctorContext, io: Io, isTest: boolean): Promise<readonly Report[]> {
  const { config, env } = context;
  const outputs = await readStackOutputs(config.aws.stackPrefix, env);
  const store = openDynamoStore({
    client: tableClient(env),
    tableName: outputOf(outputs, 'TableName'),
    clock: systemClock,
    retentionDays: config.storage.retentionDays,
  });
  const deployed = { ...context, outputs, store, home: await openHome(config, io, true), now: systemClock.now() };
  const reports = await runChecks(AFTER_DEPLOY, deployed);
  if (!isTest) return reports;
  io.stderr.write('a test alert is on its way; the deployed sender looks every minute\n');
  return [...reports, { name: 'test alert', findings: await sendTestAlerts({ store, clock: systemClock, waitMs: TEST_WAIT_MS }) }];
}

function print(reports: readonly Report[], io: Io): number {
  io.stdout.write(formatReports(reports, terminalStyle(io.stdout, io.env).hasColour));
  return isHealthy(reports) ? EXIT.ok : EXIT.failed;
}
