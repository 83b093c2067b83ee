import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { AwsClient } from 'aws4fetch';
import { outputOf, readStackOutputs, regionOf } from './stack-outputs.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** GET with SigV4 for a function URL behind IAM, with the credentials of the user's profile. The region stands in the address. */
export function createSignedFetch(url: string, env: Environment): (address: string) => Promise<Response> {
  const region = /\.lambda-url\.([a-z0-9-]+)\.on\.aws$/.exec(new URL(url).hostname)?.[1] ?? regionOf(env) ?? 'us-east-1';
  const provider = givenCredentials(env) ?? defaultProvider();
  return async (address) => {
    const { accessKeyId, secretAccessKey, sessionToken } = await provider();
    const token = sessionToken === undefined ? {} : { sessionToken };
    const client = new AwsClient({ accessKeyId, secretAccessKey, ...token, region, service: 'lambda', retries: 2 });
    return client.fetch(address);
  };
}

type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string | undefined };

/** Keys that stand in the environment come before every profile. */
function givenCredentials(env: Environment): (() => Promise<Credentials>) | null {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = env;
  return accessKeyId && secretAccessKey ? async () => ({ accessKeyId, secretAccessKey, sessionToken }) : null;
}

/** Output of the pipeline stack that holds the query API's function URL. */
export const QUERY_URL_OUTPUT = 'QueryUrl';

/** The query API's address, as the deployed stack says it. */
export const findQueryUrl = async (stackPrefix: string, env: Environment): Promise<string> =>
  outputOf(await readStackOutputs(stackPrefix, env), QUERY_URL_OUTPUT);
