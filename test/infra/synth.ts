import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkConfig } from '../../config/check-config.ts';
import { createApp } from '../../infra/app.ts';

export type Resource = {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: string[];
};
export type Template = {
  readonly Resources: Record<string, Resource>;
  readonly Outputs: Record<string, { Value: unknown; Export?: { Name: string } }>;
};
export type Synthesised = { readonly data: Template; readonly pipeline: Template; readonly folder: string };

/** Both templates for a config, with bundles that hold nothing: the same app as `cdk synth`, in this process. Throws on a finding of cdk-nag. */
export function synthesise(settings: object = {}, feeds: readonly object[] = []): Synthesised {
  const { config, problems } = checkConfig({ settings, feeds, overlay: [] });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const folder = mkdtempSync(join(tmpdir(), 'summitwire-synth-'));
  const bundle = join(folder, 'bundle');
  mkdirSync(bundle);
  writeFileSync(join(bundle, 'index.mjs'), 'export const handler = async () => {};');
  const { app, data, pipeline } = createApp(config, { bundleOf: () => bundle, viewerHash: VIEWER_HASH, outdir: folder });
  const assembly = app.synth();
  const template = (name: string): Template => assembly.getStackByName(name).template;
  return { data: template(data.stackName), pipeline: template(pipeline.stackName), folder };
}

/** Of the token "the-token". */
export const VIEWER_HASH = createHash('sha256').update('the-token').digest('hex');

export const ofType = (template: Template, type: string): [string, Resource][] =>
  Object.entries(template.Resources).filter(([, { Type }]) => Type === type);
