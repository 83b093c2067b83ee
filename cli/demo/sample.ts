import * as z from 'zod';
import outletRows from './outlets.json' with { type: 'json' };
import roundRows from './rounds.json' with { type: 'json' };

/** The sample news: our own sentences about public facts of 2021 and 2022, told the way agencies tell them. The outlets do not exist. */

export type SampleFormat = 'rss' | 'atom' | 'rdf' | 'json' | 'broken';
export type SampleOutlet = {
  readonly id: string;
  readonly outlet: string;
  readonly sourceKind: 'official' | 'agency' | 'press' | 'aggregator';
  readonly format: SampleFormat;
};
export type SampleItem = { readonly feedId: string; readonly at: string; readonly title: string; readonly summary: string | null };
/** One moment of the story: what is new in the feeds when the pipeline polls at `at`. */
export type SampleRound = { readonly at: string; readonly note: string; readonly items: readonly SampleItem[] };

const outletSchema = z.array(
  z.object({
    id: z.string(),
    outlet: z.string(),
    sourceKind: z.enum(['official', 'agency', 'press', 'aggregator']),
    format: z.enum(['rss', 'atom', 'rdf', 'json', 'broken']),
  }),
);
const itemSchema = z
  .tuple([z.string(), z.iso.datetime(), z.string(), z.string().nullable()])
  .transform(([feedId, at, title, summary]) => ({ feedId, at, title, summary }));
const roundSchema = z.array(z.object({ at: z.iso.datetime(), note: z.string(), items: z.array(itemSchema) }));

export const SAMPLE_OUTLETS: readonly SampleOutlet[] = outletSchema.parse(outletRows);
export const SAMPLE_ROUNDS: readonly SampleRound[] = roundSchema.parse(roundRows);
