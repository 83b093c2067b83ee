import { expect, it } from 'vitest';
import { environmentSecrets } from '../../../adapters/local/environment-secrets.ts';

it('reads a secret by its name from the environment, and nothing that is no secret', async () => {
  const secrets = environmentSecrets({ SUMMITWIRE_SECRET_MY_WIRE_2: 'word', HOME: '/home' });
  expect(await secrets.read('my-wire.2')).toBe('word');
  expect(await secrets.read('HOME')).toBeNull();
});
