import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { VARIABLES } from './environment.ts';

type Environment = Readonly<Record<string, string | undefined>>;
/** What the deployed stacks say of themselves (the CfnOutputs of infra/), by name. */
export type StackOutputs = ReadonlyMap<string, string>;

export const regionOf = (environment: Environment): string | undefined => environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'];

/** Settings of clients on the owner's side: the profile's credentials and region, or one stand-in for tests. */
export function ownerSettings(environment: Environment) {
  const region = regionOf(environment);
  const endpoint = environment[VARIABLES.endpoint];
  return { ...(region === undefined ? {} : { region }), ...(endpoint ? { endpoint } : {}), maxAttempts: 3 };
}

/** Outputs of both stacks; throws with the one command to run when they are not there. */
export async function readStackOutputs(stackPrefix: string, environment: Environment): Promise<StackOutputs> {
  const client = new CloudFormationClient(ownerSettings(environment));
  const outputs = new Map<string, string>();
  for (const name of [`${stackPrefix}-data`, `${stackPrefix}-pipeline`]) {
    const { Stacks = [] } = await describe(client, name);
    for (const { OutputKey, OutputValue } of Stacks[0]?.Outputs ?? [])
      if (OutputKey !== undefined && OutputValue !== undefined) outputs.set(OutputKey, OutputValue);
  }
  return outputs;
}

async function describe(client: CloudFormationClient, name: string) {
  try {
    return await client.send(new DescribeStacksCommand({ StackName: name }));
  } catch (error) {
    const isMissing = error instanceof Error && /does not exist/.test(error.message);
    throw isMissing
      ? new Error(`the stack ${name} is not deployed in this account and region; run \`npm run deploy\` first`, { cause: error })
      : error;
  }
}

/** One output, or an error that says what is missing. */
export function outputOf(outputs: StackOutputs, name: string): string {
  const value = outputs.get(name);
  if (value === undefined)
    throw new Error(`the deployed stacks have no output "${name}"; they are older than this program: run \`npm run deploy\``);
  return value;
}
