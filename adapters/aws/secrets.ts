import { GetParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import type { SecretStore } from '../../core/ports.ts';

/** A secret is asked for again after this time (milliseconds), so that a changed one is taken up without a deploy. */
const FRESH_MS = 5 * 60_000;

export type SecretOptions = {
  readonly client: Pick<SSMClient, 'send'>;
  /** Path under which all secrets lie, with both slashes. */
  readonly path: string;
  readonly now: () => number;
};

/** Secrets in SSM's parameter store (SecureString, free), kept in memory for minutes; never in variables, never in a log. */
export function createSsmSecrets({ client, path, now }: SecretOptions): SecretStore {
  const kept = new Map<string, { readonly value: string | null; readonly until: number }>();
  return {
    async read(ref) {
      const known = kept.get(ref);
      if (known !== undefined && known.until > now()) return known.value;
      const value = await fetchSecret(client, `${path}${ref}`);
      kept.set(ref, { value, until: now() + FRESH_MS });
      return value;
    },
  };
}

async function fetchSecret(client: SecretOptions['client'], name: string): Promise<string | null> {
  try {
    const answer = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
    return answer.Parameter?.Value ?? null;
  } catch (error) {
    if (error instanceof Error && error.name === 'ParameterNotFound') return null;
    throw new Error(`reading the secret ${name} failed`, { cause: error });
  }
}
