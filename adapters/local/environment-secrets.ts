import type { SecretStore } from '../../core/ports.ts';

/** On one machine a secret is an environment variable: `credentialRef: "tass"` reads SUMMITWIRE_SECRET_TASS. */
export const environmentSecrets = (env: Readonly<Record<string, string | undefined>>): SecretStore => ({
  read: async (ref) => env[`SUMMITWIRE_SECRET_${ref.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`] ?? null,
});
