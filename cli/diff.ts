import { parseArgs } from 'node:util';
import { type Command, EXIT, type Io } from './command.ts';
import { viewerVariables } from './deploying/after-care.ts';
import { runCdk } from './deploying/cdk.ts';
import { CONFIG_FOLDER, loadConfig } from './local/load-config.ts';

const help = `usage: npm run diff -- [--config FOLDER]

Shows what \`npm run deploy\` would change in your AWS account. Changes nothing.

example: AWS_PROFILE=me AWS_REGION=eu-central-1 npm run diff
`;

export const command: Command = { help, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { config: { type: 'string', default: CONFIG_FOLDER } } });
  const variables = await viewerVariables(loadConfig(values.config, io), io);
  return (await runCdk(['diff', '--all'], values.config, { ...io, env: { ...io.env, ...variables } })) === 0 ? EXIT.ok : EXIT.failed;
}
