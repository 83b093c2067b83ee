import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import type { LambdaContext, LambdaEvent } from 'hono/aws-lambda';
import { handle } from 'hono/aws-lambda';
import { createApi } from '../adapters/api/create-api.ts';
import { ssmClient } from '../adapters/aws/clients.ts';
import { PAGE_FOLDER, readVariables } from '../adapters/aws/environment.ts';
import { openFunction } from '../adapters/aws/open-function.ts';
import { createSsmSecrets } from '../adapters/aws/secrets.ts';
import { servePage } from '../adapters/local/page-files.ts';
import { bundledConfig } from '../config/bundled-config.ts';
import { feedsOf } from '../config/known-feeds.ts';
import { codeItem } from '../core/coding/code-item.ts';
import { lexiconWithOverlay } from '../core/coding/lexicon/overlay.ts';
import { codingInputOf } from '../core/pipeline/coding-input.ts';

const { config } = bundledConfig();
const { store, clock, log, handle: inContext } = openFunction(process.env, config.storage);
const { secrets: path } = readVariables(process.env, ['secrets']);
const secrets = createSsmSecrets({ client: ssmClient(process.env), path, now: Date.now });
const { lexicon } = lexiconWithOverlay(config.overlay);
const ports = {
  ...store,
  clock,
  knownFeeds: feedsOf(config),
  codeNow: (item: Parameters<typeof codingInputOf>[0]) => codeItem(codingInputOf(item), lexicon),
};

/** A page that stays open asks again this often, in seconds: each request costs. */
const REFRESH_SECONDS = 60;
type Answer = ReturnType<ReturnType<typeof handle>>;

/** The read-only API by function URL: AWS has checked the caller's signature before this runs, or CloudFront a viewer's token. */
export const handler = inContext(
  async (request: LambdaEvent, context: LambdaContext): Promise<Awaited<Answer>> => (await answer())(request, context),
);

let ready: ReturnType<typeof handle> | null = null;

async function answer(): Promise<ReturnType<typeof handle>> {
  if (ready !== null) return ready;
  const secret = await secrets.read('cursor-key');
  if (secret === null) throw new Error(`there is no secret ${path}cursor-key in the parameter store; \`npm run deploy\` makes it`);
  const app = new Hono();
  if (config.page) servePage(app, join(dirname(fileURLToPath(import.meta.url)), PAGE_FOLDER));
  app.mount('/', createApi(ports, { secret, refreshSeconds: REFRESH_SECONDS, log }).fetch);
  ready = handle(app);
  return ready;
}
