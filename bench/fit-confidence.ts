/**
 * Fits the weights of data/calibration.json: how likely a reading's parties and status are both right, from its signs.
 * The labelled items stay outside the repository; only the weights come in.
 *
 * The half that the rules were tuned on looks better than the world: `temper` and `shift` draw all chances towards what an untouched half shows.
 *
 *   tsx bench/fit-confidence.ts items.jsonl labels.jsonl [temper] [shift] > data/calibration.json
 */
import { readFileSync } from 'node:fs';
import type { ConfidenceSigns } from '../core/coding/contacts/confidence.ts';
import { readDrafts } from '../core/coding/contacts/drafts.ts';
import { mergeDrafts } from '../core/coding/contacts/merge.ts';
import { readSentences } from '../core/coding/entities/read-sentences.ts';
import { buildLexicon } from '../core/coding/lexicon/lexicon.ts';

type Labelled = { readonly parties: readonly string[]; readonly status: string; readonly background?: boolean };
type Example = { readonly signs: ConfidenceSigns; readonly isRight: boolean; readonly weight: number };

const ROUNDS = 4000;
const RATE = 0.5;
/** Pulls weights towards zero: there are some hundred examples for two dozen signs. */
const RIDGE = 0.004;
/** Items on which careful readers may differ count half. */
const UNSURE_WEIGHT = 0.5;

const lines = (path: string): Record<string, unknown>[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const [itemsPath, labelsPath, temper = '1', shift = '0'] = process.argv.slice(2);
if (itemsPath === undefined || labelsPath === undefined) throw new Error('usage: fit-confidence.ts items.jsonl labels.jsonl');
const labels = new Map(lines(labelsPath).map((label) => [label['id'], label]));
const lexicon = buildLexicon();

const isSame = (gold: Labelled, parties: readonly string[]): boolean =>
  [...gold.parties].sort().join() === [...parties].sort().join() ||
  (gold.parties.includes('XX') && gold.parties.every((party) => party === 'XX' || parties.includes(party)));

const examples = lines(itemsPath).flatMap((item): Example[] => {
  const label = labels.get(item['id']);
  const date = text(item['date']);
  const sentences = readSentences({ title: text(item['title']), text: text(item['text']), outlet: text(item['outlet']), date }, lexicon);
  const draft = mergeDrafts(readDrafts(sentences, date), date).find((one) => !one.contact.background);
  if (label === undefined || draft === undefined) return [];
  const gold = (label['contacts'] as readonly Labelled[]).filter((contact) => contact.background !== true);
  const isRight = gold.some((contact) => isSame(contact, draft.contact.parties) && contact.status === draft.contact.status);
  return [{ signs: draft.signs, isRight, weight: label['sure'] === false ? UNSURE_WEIGHT : 1 }];
});

const names = Object.keys(examples[0]?.signs ?? {});
const weights = new Map(names.map((name) => [name, 0]));
let bias = 0;
const chance = (signs: ConfidenceSigns): number =>
  1 / (1 + Math.exp(-names.reduce((sum, name) => sum + (weights.get(name) ?? 0) * (signs[name] ?? 0), bias)));
const total = examples.reduce((sum, example) => sum + example.weight, 0);
for (let round = 0; round < ROUNDS; round += 1) {
  const errors = examples.map((example) => ((example.isRight ? 1 : 0) - chance(example.signs)) * example.weight);
  bias += (RATE * errors.reduce((sum, error) => sum + error, 0)) / total;
  for (const name of names) {
    const gradient = examples.reduce((sum, example, k) => sum + (errors[k] ?? 0) * (example.signs[name] ?? 0), 0) / total;
    const weight = weights.get(name) ?? 0;
    weights.set(name, weight + RATE * (gradient - RIDGE * weight));
  }
}
const rounded = Object.fromEntries([...weights].map(([name, weight]) => [name, Math.round(weight * Number(temper) * 1000) / 1000]));
process.stdout.write(
  `${JSON.stringify({ bias: Math.round((bias * Number(temper) + Number(shift)) * 1000) / 1000, weights: rounded }, null, 2)}\n`,
);
process.stderr.write(`${examples.length} examples, ${examples.filter((example) => example.isRight).length} right\n`);
