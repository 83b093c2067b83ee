import type { OwnerWork } from '../../adapters/api/owner-work.ts';
import type { Config } from '../../config/config-schema.ts';
import { backUp } from '../../core/pipeline/backup.ts';
import type { LocalParts, LocalPipeline } from '../local/local-pipeline.ts';
import { markOfFeeds, markOfRules } from './marks.ts';
import { exitOf, reportText } from './poll-report.ts';
import { recodeAll } from './recode-all.ts';
import { takeInLines } from './take-in-lines.ts';
import type { Turns } from './turns.ts';

type Owned = {
  readonly config: Config;
  readonly parts: LocalParts;
  /** Its steps come in their turn already. */
  readonly pipeline: LocalPipeline;
  readonly turns: Turns;
  readonly token: string;
};

/** The work that a running instance does for other commands; nothing else moves in its store meanwhile. */
export function ownWork({ config, parts, pipeline, turns, token }: Owned): OwnerWork {
  const [rules, feeds] = [markOfRules(config), markOfFeeds(config)];
  return {
    token,
    backUp: (write) =>
      turns
        .take(async () => {
          for await (const line of backUp(parts.store, parts.clock.now())) await write(`${JSON.stringify(line)}\n`);
        })
        .catch((error: unknown) => {
          // who asked sees only that the answer was cut
          parts.log.warn('a backup was broken off', { error: error instanceof Error ? error.message : String(error) });
          throw error;
        }),
    recode: async (request, say) => {
      if (request.rules !== rules)
        throw new Error(
          'the rules have changed since the running instance was started, so it would read by the old ones; start it again first',
        );
      return turns.take(() => recodeAll(request, parts, say));
    },
    poll: async (request, say) => {
      if (request.feeds !== feeds)
        await say.err('poll: the feeds of the config have changed since the running instance was started; it polls those that it knows\n');
      const { reports } = await pipeline.poll({ isAll: true });
      await say.out(reportText(reports, request));
      return exitOf(reports);
    },
    takeIn: (request) => turns.take(() => takeInLines(request, parts)),
  };
}
