import * as z from 'zod';
import type { SecretStore } from '../../core/ports.ts';

export type CredentialHeader = { readonly name: string; readonly value: string };

const headerValue = z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/);

/** What a feed's secret holds, as JSON, and the header that it becomes. */
const credentialSchema = z.union([
  z
    .object({ kind: z.literal('basic'), user: z.string().regex(/^[^:]*$/), password: z.string() })
    .transform(({ user, password }): CredentialHeader => ({ name: 'authorization', value: `Basic ${base64(`${user}:${password}`)}` })),
  z
    .object({ kind: z.literal('bearer'), token: headerValue })
    .transform(({ token }): CredentialHeader => ({ name: 'authorization', value: `Bearer ${token}` })),
  z
    .object({ kind: z.literal('header'), name: z.string().regex(/^[A-Za-z0-9-]+$/), value: headerValue })
    .transform(({ name, value }): CredentialHeader => ({ name: name.toLowerCase(), value })),
]);

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** The header that a feed's secret asks for. Errors name the secret, never what it holds. */
export async function readCredential(ref: string, secrets: SecretStore): Promise<CredentialHeader> {
  const text = await secrets.read(ref);
  if (text === null) throw new Error(`there is no secret named "${ref}"`);
  const parsed = credentialSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw new Error(
    `the secret "${ref}" must be {"kind":"basic","user":"..","password":".."}, {"kind":"bearer","token":".."} or {"kind":"header","name":"..","value":".."}`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
