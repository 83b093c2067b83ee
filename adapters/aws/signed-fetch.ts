import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { AwsClient } from 'aws4fetch';

type Environment = Readonly<Record<string, string | undefined>>;

/** GET with SigV4 for a function URL behind IAM, with the credentials of the user's profile. The region stands in the address. */
export function createSignedFetch(url: string, env: Environment): (address: string) => Promise<Response> {
  const region = /\.lambda-url\.([a-z0-9-]+)\.on\.aws$/.exec(new URL(url).hostname)?.[1] ?? env['AWS_REGION'] ?? 'us-east-1';
  const provider = defaultProvider();
  return async (address) => {
    const { accessKeyId, secretAccessKey, sessionToken } = await provider();
    const token = sessionToken === undefined ? {} : { sessionToken };
    const client = new AwsClient({ accessKeyId, secretAccessKey, ...token, region, service: 'lambda', retries: 2 });
    return client.fetch(address);
  };
}

/** The query API's address, from the outputs of the deployed pipeline stack. */
export async function findQueryUrl(stackPrefix: string, env: Environment): Promise<string> {
  const region = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'];
  const client = new CloudFormationClient(region === undefined ? {} : { region });
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({}));
  const outputs = Stacks.filter(({ StackName }) => StackName?.startsWith(stackPrefix)).flatMap(({ Outputs = [] }) => Outputs);
  const url = outputs.find(({ OutputKey }) => OutputKey === QUERY_URL_OUTPUT)?.OutputValue;
  if (url === undefined)
    throw new Error(
      `no stack "${stackPrefix}..." has an output ${QUERY_URL_OUTPUT} in this region; deploy first (npm run deploy), or give --url`,
    );
  return url;
}

/** Output of the pipeline stack that holds the function URL. */
export const QUERY_URL_OUTPUT = 'QueryUrl';
