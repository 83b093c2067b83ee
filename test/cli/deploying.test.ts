import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { viewerVariables } from '../../cli/deploying/after-care.ts';
import { checkConfig } from '../../config/check-config.ts';
import { type StandIn, startStandIn } from '../functions/aws-stand-in.ts';

let aws: StandIn;
beforeEach(async () => {
  aws = await startStandIn();
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

const configOf = (settings: object) => checkConfig({ settings, feeds: [], overlay: [] }).config;

describe('what deploy tells synth of the viewers’ token', () => {
  it('is its hash, where there is a page and a token', async () => {
    expect(await viewerVariables(configOf({ page: true }), { env: aws.environment })).toEqual({});
    aws.secrets.set('/summitwire/viewer-token', 'a-token');
    const hash = createHash('sha256').update('a-token').digest('hex');
    expect(await viewerVariables(configOf({ page: true }), { env: aws.environment })).toEqual({ SUMMITWIRE_VIEWER_HASH: hash });
  });

  it('is nothing without a page: nobody is asked', async () => {
    aws.secrets.set('/summitwire/viewer-token', 'a-token');
    aws.calls.length = 0;
    expect(await viewerVariables(configOf({ page: false }), { env: aws.environment })).toEqual({});
    expect(aws.calls).toEqual([]);
  });
});
