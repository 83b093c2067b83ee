import { setTimeout as wait } from 'node:timers/promises';
import { terminalStyle } from '../../adapters/local/terminal.ts';
import type { Store } from '../../core/ports.ts';
import type { Io } from '../command.ts';
import { lastWords } from './last-words.ts';
import { type Demo, openDemo } from './open-demo.ts';
import { SAMPLE_OUTLETS, SAMPLE_ROUNDS } from './sample.ts';
import { emptyTally, type Tally, tellRound } from './tell-round.ts';

/** `stay`: keeps the demo open with its page until it is told to end; answers with the page's address. */
export type DemoOptions = { readonly io: Io; readonly stay: ((demo: Demo) => Promise<{ url: string; ended: Promise<void> }>) | null };

/** How long a person at a terminal gets to read each round (milliseconds); nobody waits in a pipe. */
const READING_MS = 900;

/** Tells the sample story on the terminal and ends by itself. */
export async function runDemo({ io, stay }: DemoOptions): Promise<Tally> {
  const startedAt = performance.now();
  const style = terminalStyle(io.stdout, io.env);
  const demo = await openDemo({ io, style });
  const tally = emptyTally();
  try {
    io.stdout.write(`Summitwire demo: ${SAMPLE_OUTLETS.length} sample feeds on 127.0.0.1, and a clock that jumps from news to news.\n`);
    for (const round of SAMPLE_ROUNDS)
      await demo.play(round, async (turn) => {
        io.stdout.write(tellRound(round, turn, { tally, style }));
        if (style.hasSigns) await wait(READING_MS);
      });
    const kept = stay === null ? null : await stay(demo);
    const ending = {
      tally,
      stories: await countStories(demo.store),
      alerts: demo.sent.length,
      seconds: (performance.now() - startedAt) / 1000,
    };
    io.stdout.write(`${lastWords({ ...ending, pageUrl: kept?.url ?? null }, style)}\n`);
    await kept?.ended;
  } finally {
    await demo.close();
  }
  return tally;
}

async function countStories(store: Store): Promise<number> {
  const page = await store.archive.listStories({
    limit: 100,
    cursor: null,
    from: null,
    to: null,
    parties: null,
    feedId: null,
    keep: () => true,
  });
  return page.rows.length;
}
