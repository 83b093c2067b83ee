import type { Frame } from './frames.ts';
import { phraseStart } from './phrase.ts';

const OFF: ReadonlySet<string> = new Set(['cancelled', 'postponed', 'denied']);
const BYGONE = /^(?:recent|previous|past)$/;
const YEAR = /^(?:19|20)\d\d$/;

/** "his 2018 visit", "skips the recent talks": a noun whose own phrase says that it is over was held, whatever stands around it. */
export function asBygone(frame: Frame, published: string | null): Frame {
  const { nucleus, scan, status } = frame;
  if (nucleus.row.kind !== 'noun' || nucleus.row.rests === 'proposed' || OFF.has(status)) return frame;
  const words = scan.sentence.tokens.slice(phraseStart(scan.sentence, nucleus), nucleus.from);
  const isOver = words.some(({ norm }) => BYGONE.test(norm) || (published !== null && YEAR.test(norm) && norm < published.slice(0, 4)));
  return isOver ? { ...frame, status: 'held', isPast: true } : frame;
}
