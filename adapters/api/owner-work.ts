import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { isToken, readBody, refuse } from './owner-token.ts';
import { problem } from './problem.ts';
import { streamed, type Write } from './streamed.ts';

/** What other commands of the owner ask of the instance that has the store, on one machine alone; with the token, as corrections. */
export const WORK_PATHS = { backup: '/backup', recodings: '/recodings', polls: '/polls', intake: '/intake' } as const;

/** What work says while it is done, as the command says it when nothing else runs. */
export type Say = { readonly out: Write; readonly err: Write };

const recodeSchema = z.strictObject({
  keys: z.array(z.string().min(1).max(500)).max(100_000).describe('dossiers; none = all of them'),
  isDryRun: z.boolean(),
  isJson: z.boolean(),
  rules: z.string().describe('mark of the rules on disk; other rules than those of the instance are refused'),
});
const pollSchema = z.strictObject({ isJson: z.boolean(), feeds: z.string().describe('mark of the feeds in the config') });
const takeInSchema = z.strictObject({ lines: z.array(z.string()).max(1000), lastAt: z.iso.datetime() });
export type RecodeRequest = z.output<typeof recodeSchema>;
export type PollRequest = z.output<typeof pollSchema>;
export type TakeInRequest = z.output<typeof takeInSchema>;

/** What became of some lines of items; `bad` by their index among them. `lastAt`: when the last item came, for the lines that follow. */
export const takenInSchema = z.object({
  stored: z.number(),
  known: z.number(),
  bad: z.array(z.object({ index: z.number(), reason: z.string() })),
  lastAt: z.iso.datetime(),
});
export type TakenIn = z.output<typeof takenInSchema>;

/** One line of the answer to work that speaks: a piece of what it says, its end with the exit code, or why it broke off. */
export const saidSchema = z.union([
  z.object({ out: z.string() }),
  z.object({ err: z.string() }),
  z.object({ exit: z.number() }),
  z.object({ error: z.string() }),
]);
export type Said = z.output<typeof saidSchema>;

export type OwnerWork = {
  readonly token: string;
  /** Everything that the store is made of, as lines. */
  backUp(write: Write): Promise<void>;
  /** These two answer with the exit code. */
  recode(request: RecodeRequest, say: Say): Promise<number>;
  poll(request: PollRequest, say: Say): Promise<number>;
  takeIn(request: TakeInRequest): Promise<TakenIn>;
};

/** Items come in pieces of a megabyte; a single long line may be more. */
const MOST_BYTES = 40_000_000;
const LINES = 'application/x-ndjson';

/** The rows of the OpenAPI document, where this work is let in. */
export const WORK_ROUTES = [
  { path: WORK_PATHS.backup, method: 'get', summary: 'A backup: every row of the store, one a line', answer: LINES },
  { path: WORK_PATHS.recodings, method: 'post', summary: 'Rebuilds dossiers under the rules of today', body: recodeSchema, answer: LINES },
  { path: WORK_PATHS.polls, method: 'post', summary: 'Polls all feeds now', body: pollSchema, answer: LINES },
  { path: WORK_PATHS.intake, method: 'post', summary: 'Takes in items, in silence', body: takeInSchema, answer: 'application/json' },
] as const;

export function addOwnerWork(app: Hono, work: OwnerWork): void {
  const guarded =
    (answer: (c: Context) => Promise<Response> | Response) =>
    (c: Context): Promise<Response> | Response =>
      isToken(c, work.token) ? answer(c) : refuse(problem('not-allowed'));
  const asked = <T>(schema: z.ZodType<T>, answer: (request: T, c: Context) => Promise<Response> | Response) =>
    guarded(async (c) => {
      const body = await readBody(c, schema, MOST_BYTES);
      return body.success ? answer(body.data, c) : refuse(problem('bad-body', { detail: body.message }));
    });
  app.get(
    WORK_PATHS.backup,
    // who asks for the head alone reads no line: the work would wait for nobody
    guarded((c) =>
      c.req.method === 'HEAD'
        ? c.body(null, 200, { 'content-type': LINES })
        : streamed((write) => work.backUp(write), { contentType: LINES }),
    ),
  );
  app.post(
    WORK_PATHS.recodings,
    asked(recodeSchema, (request) => spoken((say) => work.recode(request, say))),
  );
  app.post(
    WORK_PATHS.polls,
    asked(pollSchema, (request) => spoken((say) => work.poll(request, say))),
  );
  app.post(
    WORK_PATHS.intake,
    asked(takeInSchema, async (request, c) => c.json(await work.takeIn(request), 200, { 'cache-control': 'no-store' })),
  );
}

/** Work that speaks while it is done: its last line is its end, so that whoever asked knows an answer that was cut. */
function spoken(work: (say: Say) => Promise<number>): Response {
  return streamed(
    async (write) => {
      const line = (said: Said): Promise<void> => write(`${JSON.stringify(said)}\n`);
      try {
        await line({ exit: await work({ out: (out) => line({ out }), err: (err) => line({ err }) }) });
      } catch (error) {
        await line({ error: error instanceof Error ? error.message : String(error) });
      }
    },
    { contentType: LINES },
  );
}
