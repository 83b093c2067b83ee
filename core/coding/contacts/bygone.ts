import type { Frame } from '../frames/frames.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import { normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';

const OFF: ReadonlySet<string> = new Set(['cancelled', 'postponed', 'denied']);
const BYGONE = wordSet('recent previous past');
/** "a snub that followed the scrapped trip": what is said around it changes nothing. */
const SCRAPPED = wordSet('scrapped cancelled canceled aborted abandoned shelved');
const YEAR = /^(?:19|20)\d\d$/;

/** "his 2018 visit", "skips the recent talks": a noun whose own phrase says that it is over was held, whatever stands around it. */
export function asBygone(frame: Frame, published: string | null): Frame {
  const { nucleus, scan, status, chain } = frame;
  if (nucleus.row.kind !== 'noun' || nucleus.row.rests === 'proposed' || OFF.has(status)) return frame;
  const words = scan.sentence.tokens.slice(phraseStart(scan.sentence, nucleus), nucleus.from);
  if (chain.length > 1 && SCRAPPED.has(words.at(-1)?.norm ?? '')) return { ...frame, status: 'cancelled' };
  const isOver = words.some(({ norm }) => BYGONE.has(norm) || (published !== null && YEAR.test(norm) && norm < published.slice(0, 4)));
  return isOver || isYearsOn(scan.sentence.tokens, nucleus.to) ? { ...frame, status: 'held', isPast: true } : frame;
}

/** "the Putin-Macron summit, two years on", "ten years later". */
function isYearsOn(tokens: Frame['scan']['sentence']['tokens'], to: number): boolean {
  for (let at = to + 1; at <= to + MAX_ON; at += 1) {
    const norm = normOf(tokens, at);
    if ((norm === 'on' || norm === 'later') && PERIOD.has(normOf(tokens, at - 1))) return true;
  }
  return false;
}
const PERIOD = wordSet('year years decade decades month months');
const MAX_ON = 4;
