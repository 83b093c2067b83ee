import { cpSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, Tags, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { PAGE_FOLDER, VIEWER_HASH_VARIABLE } from '../adapters/aws/environment.ts';
import { describeProblem } from '../config/check-config.ts';
import type { Config } from '../config/config-schema.ts';
import { readConfig } from '../config/read-config.ts';
import { acknowledgeFindings } from './acknowledged.ts';
import { buildBundles } from './bundle.ts';
import { DataStack } from './data-stack.ts';
import { PipelineStack, type PipelineStackProps } from './pipeline-stack.ts';

export type SynthApp = { readonly app: App; readonly data: DataStack; readonly pipeline: PipelineStack };

export type AppOptions = Pick<PipelineStackProps, 'bundleOf' | 'viewerHash'> & { readonly outdir?: string };

/** Both stacks under cdk-nag. Needs no account: the one that deploys is the one of the profile. */
export function createApp(config: Config, { bundleOf, viewerHash, outdir }: AppOptions): SynthApp {
  const app = new App({ analyticsReporting: false, ...(outdir === undefined ? {} : { outdir }) });
  const prefix = config.aws.stackPrefix;
  const data = new DataStack(app, `${prefix}-data`, {
    config,
    description: 'Summitwire: what is stored, and who is told',
    terminationProtection: true,
  });
  const pipeline = new PipelineStack(app, `${prefix}-pipeline`, {
    config,
    data,
    bundleOf,
    viewerHash,
    description: 'Summitwire: from the feeds to the alerts',
  });
  // Dashboards take no tags.
  Tags.of(app).add('project', prefix, { excludeResourceTypes: ['AWS::CloudWatch::Dashboard'] });
  acknowledgeFindings({ data, pipeline });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return { app, data, pipeline };
}

async function main(): Promise<void> {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const folder = process.env['SUMMITWIRE_CONFIG'] ?? join(root, 'config');
  const { config, problems } = readConfig(folder);
  if (problems.length > 0)
    throw new Error(
      `the config has to be mended before it is deployed:\n${problems.map((problem) => `  ${describeProblem(problem)}`).join('\n')}`,
    );
  const out = join(root, 'cdk.out', 'bundles');
  await buildBundles({ root, out, config: folder });
  if (config.page) copyPage(join(root, 'web', 'dist'), join(out, 'query', PAGE_FOLDER));
  createApp(config, { bundleOf: (name) => join(out, name), viewerHash: process.env[VIEWER_HASH_VARIABLE] ?? null }).app.synth();
}

/** `page: true`: the built page travels with the query function. */
function copyPage(from: string, to: string): void {
  if (!existsSync(join(from, 'index.html')))
    throw new Error('"page" is on in the config, and the page is not built: run `npm run build:page` first');
  cpSync(from, to, { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
