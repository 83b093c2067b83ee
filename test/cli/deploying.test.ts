import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
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

describe('the example workflow that deploys from GitHub', () => {
  const text = readFileSync(new URL('../../docs/examples/deploy-with-oidc.yml', import.meta.url), 'utf8');
  const told = text
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .join('\n');
  const workflow = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n');

  it('holds no key, asks for a token of its own, and deploys after the tests by our own command', () => {
    expect(workflow).toMatch(/permissions:\n {2}id-token: write\n {2}contents: read\n/);
    expect(workflow).toContain('environment: production');
    expect(workflow).not.toMatch(/access-key|secret/i);
    expect(workflow.indexOf('npm test')).toBeLessThan(workflow.indexOf('npm run deploy -- --yes'));
    expect(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).scripts).toHaveProperty('deploy');
  });

  it('trusts one repository and one environment, and allows what deploy calls itself', () => {
    expect(told).toContain('"token.actions.githubusercontent.com:sub": "repo:<owner>/<repository>:environment:production"');
    for (const action of [
      'ssm:GetParameter',
      'ssm:PutParameter',
      'sns:ListSubscriptionsByTopic',
      'sns:Subscribe',
      'cloudformation:DescribeStacks',
    ])
      expect(told).toContain(`"${action}"`);
    expect(told).toContain('role/cdk-hnb659fds-*');
  });
});
