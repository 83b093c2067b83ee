/**
 * Speed of the event coder as a ratio in one run: against the sentence and part-of-speech pass of wink-nlp on the same texts, by CPU time and in turns.
 * wink-nlp is no dependency; name a folder that has it (with wink-eng-lite-web-model) in node_modules:
 *
 *   tsx bench/coder.ts [folder]
 *
 * Asked: headline at most six of its headline times, a 4.7 kB article no slower; linear in length. All texts are our own.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { codeItem } from '../core/coding/code-item.ts';
import { buildLexicon } from '../core/coding/lexicon/lexicon.ts';
import { CONDITIONS } from '../test/core/coding/conditions.ts';
import { CONSTRUCTIONS } from '../test/core/coding/constructions.ts';

const ARTICLE_BYTES = 4700;
/** Enough for V8 to have compiled what is hot in either; with 80 the larger program is still half interpreted. */
const ROUNDS = 400;
const FILLER = [
  'The talks come as oil prices rise and growth slows in most of the region, the central bank said in a report.',
  'Police closed several streets in the centre of the town and asked drivers to use the ring road until the evening.',
  'Analysts say that the harvest was better than in the last two years, but exports through the port remain below the plan.',
  'The company said it would hire three hundred workers for its new plant and train them in a school next to the site.',
];
const FOREIGN_CONTACT_EVERY = 5;

const headlines = [...CONSTRUCTIONS, ...CONDITIONS].map(({ text }) => text.replace(/\.$/, ''));
const article = (seed: number): string => {
  let text = '';
  for (let k = seed; text.length < ARTICLE_BYTES; k += 1)
    text += `${(k % FOREIGN_CONTACT_EVERY === 0 ? headlines[k % headlines.length] : FILLER[k % FILLER.length]) ?? ''}. `;
  return text.slice(0, ARTICLE_BYTES);
};
const articles = Array.from({ length: 20 }, (_, seed) => article(seed * 7));

type Engine = (text: string) => void;
const lexicon = buildLexicon();
const ours =
  (zone: 'title' | 'text'): Engine =>
  (text) => {
    codeItem(
      { id: 'x', title: zone === 'title' ? text : null, text: zone === 'text' ? text : null, date: '2025-10-15', outlet: null, lang: 'en' },
      lexicon,
    );
  };

function loadWink(folder: string): Engine | null {
  if (!existsSync(join(folder, 'node_modules', 'wink-nlp'))) return null;
  const load = createRequire(join(resolve(folder), 'package.json'));
  const nlp = load('wink-nlp')(load('wink-eng-lite-web-model'), ['sbd', 'pos']);
  const { its } = nlp;
  return (text) => {
    nlp.readDoc(text).tokens().out(its.pos);
  };
}

/** CPU microseconds for one text, the best of some rounds. */
function cpuPerText(engine: Engine, texts: readonly string[]): number {
  const start = process.cpuUsage();
  for (const text of texts) engine(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / texts.length;
}

function compare(name: string, mine: Engine, other: Engine | null, texts: readonly string[]): void {
  const best = { mine: Number.POSITIVE_INFINITY, other: Number.POSITIVE_INFINITY };
  for (let round = 0; round < ROUNDS; round += 1) {
    best.mine = Math.min(best.mine, cpuPerText(mine, texts));
    if (other !== null) best.other = Math.min(best.other, cpuPerText(other, texts));
  }
  const ratio =
    other === null
      ? 'wink-nlp is not present: no ratio'
      : `${(best.mine / best.other).toFixed(2)} of wink-nlp's ${(best.other / 1000).toFixed(3)} ms`;
  console.log(`${name.padEnd(18)} ${(best.mine / 1000).toFixed(3)} ms   ${ratio}`);
}

const wink = loadWink(process.argv[2] ?? '.');
compare('headline', ours('title'), wink, headlines);
compare('article 4.7 kB', ours('text'), wink, articles);

const long = (copies: number): string => Array.from({ length: copies }, (_, k) => articles[k % articles.length] ?? '').join('\n');
const one = cpuPerText(ours('text'), [long(10)]);
const ten = cpuPerText(ours('text'), [long(100)]);
console.log(`ten times the text  ${(ten / one).toFixed(1)} times the time`);
const megabyte = cpuPerText(ours('text'), [long(Math.ceil(1_000_000 / ARTICLE_BYTES))]);
console.log(`1 MB of text        ${(megabyte / 1e6).toFixed(2)} s`);
