import type { Status } from '../codebook/coded-item.ts';
import { isPerson } from '../entities/actors.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import { hasEffect } from '../operators/noun-effects.ts';
import type { Scan } from '../operators/scan.ts';
import { normOf, type Sentence, type Token } from '../words/text.ts';
import { normInScan as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { HELD_CUES, SCENE } from '../words/word-sets.ts';
import { isChronicle, isPastVerb } from './chronicle.ts';

export const LIVE = /\b(?:live updates\b|watch live\b|live blog\b|live:)/i;

/** "Pomp and protests for the visit": a headline that tells what is to be seen. */
export const isScene = ({ sentence }: Scan): boolean => sentence.zone === 'title' && sentence.tokens.some(({ norm }) => SCENE.has(norm));

/** "Rubio's trip to India focuses on trade": what is told of a trip while it goes on. */
const isSeen = ({ sentence: { tokens } }: Scan, { row, to }: Nucleus): boolean =>
  row.isTravel === true && row.kind === 'noun' && [0, 1, 2, 3, 4].some((k) => SEEN.has(normOf(tokens, to + k)));
const SEEN = wordSet('focuses focused highlights underscores underlines showcases spotlights');

/** A summit or visit that a headline takes for granted is to come, unless the words around it look back. */
export function bareNoun(scan: Scan, nucleus: Nucleus): Status {
  const { tokens, text } = scan.sentence;
  if (LIVE.test(text)) return 'underway';
  if (hasEffect(scan, nucleus)) return 'held';
  if (isScene(scan) || isMeetingNow(scan, nucleus) || isSeen(scan, nucleus)) return 'underway';
  if (isNameOfReadout(scan, nucleus) || (nucleus.row.id === 'summit' && DECIDES.has(normAt(scan, nucleus.to)))) return 'held';
  if (hasDoneThere(tokens, nucleus.from)) return 'held';
  if (normOf(tokens, 0) === 'with' && nucleus.from <= MAX_OCCASION && normOf(tokens, nucleus.to) === ',') return 'held';
  return isChronicle(scan) || tokens.some((token, at) => HELD_CUES.has(token.norm) || (isPastVerb(token) && tokens[at - 1]?.norm !== ','))
    ? 'held'
    : 'scheduled';
}

/** "did not raise trade at the ministers' meeting". */
function hasDoneThere(tokens: readonly Token[], to: number): boolean {
  let did = false;
  for (let at = 0; at < to; at += 1) {
    const norm = normOf(tokens, at);
    if (norm === 'did' || norm === "didn't") did = true;
    else if (did && (norm === 'at' || norm === 'in' || norm === 'during')) return true;
  }
  return false;
}

/** "With Kim's visit, Xi shows ...". */
const MAX_OCCASION = 7;

/** "EU summit backs sanctions": what those who met have done. */
const DECIDES = wordSet('agrees adopts backs endorses approves rejects condemns urges reaffirms fails produces yields');

/** "Secretary Rubio's Meeting with Foreign Minister Fidan": nothing but who met whom. */
const isNameOfReadout = ({ sentence }: Scan, { row, from, to }: Nucleus): boolean =>
  sentence.zone === 'title' &&
  row.id === 'meeting' &&
  normOf(sentence.tokens, from - 1) === "'s" &&
  normOf(sentence.tokens, to) === 'with' &&
  sentence.entities.some((one) => one.to === from - 1 && one.from <= 2 && isPerson(one)) &&
  sentence.entities.some((one) => one.from <= to + 2 && one.to === sentence.tokens.length && isPerson(one));

/** "Macron, Putin", "French and Russian envoys"; "Macron-Putin meeting" is a noun. */
const isOfPlainPair = ({ tokens, entities }: Sentence, at: number): boolean =>
  entities.some(({ from, to, kind }) => to === at && (kind === 'office' || /^(?:,|and|&)$/.test(normOf(tokens, from - 1))));

/** "Macron meeting Putin in Oslo",  "French, Russian envoys meeting in Oslo": a headline leaves out "is". */
const isMeetingNow = ({ sentence, hasDate }: Scan, { from, to }: Nucleus): boolean =>
  sentence.zone === 'title' &&
  !hasDate &&
  !/[.]$/.test(sentence.text) &&
  normOf(sentence.tokens, from) === 'meeting' &&
  sentence.entities.some((one) => one.to === from && isPerson(one)) &&
  (sentence.entities.some((one) => one.from === to && isPerson(one)) ||
    ((normOf(sentence.tokens, to) === 'in' || normOf(sentence.tokens, to) === 'at') && isOfPlainPair(sentence, from)));
