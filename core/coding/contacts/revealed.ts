import { clauseOf } from '../frames/arguments.ts';
import type { Frame } from '../frames/frames.ts';
import { hasWordOf, REVEALS, SECRET, SECRETLY, WORD_CLASS } from '../sentences/word-classes.ts';
import { normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';

/** "It emerges that the two met in May", "held secret talks last year": that it took place is the news, however long ago. */
export function isRevealed(frame: Frame): boolean {
  const { scan, nucleus, status } = frame;
  if (status !== 'held' || !hasWordOf(scan.sentence, WORD_CLASS.revelation) || (scan.sentence.zone !== 'title' && scan.sentence.index > 0))
    return false;
  const { kind } = clauseOf(scan, nucleus.from);
  if (kind === 'time' || kind === 'relative' || scan.sentence.tokens.some(({ norm }) => CHRONICLES.has(norm))) return false;
  return isCovert(frame) || isToldNow(frame);
}

/** "secret Trump-Putin talks", "secretly met", "talks held in secret", "Oman's secret: ...". */
function isCovert(frame: Frame): boolean {
  const { scan, nucleus } = frame;
  const { tokens } = scan.sentence;
  const { from, to } = clauseOf(scan, nucleus.from);
  if (tokens.some(({ norm }, at) => norm === ':' && SECRET.has(normOf(tokens, at - 1)))) return true;
  return tokens.some(
    ({ norm }, at) =>
      at >= from &&
      at < to &&
      (SECRETLY.has(norm) || (SECRET.has(norm) && ((at >= namedFrom(frame) - 2 && at < nucleus.to) || normOf(tokens, at - 1) === 'in'))),
  );
}

/** "reveals that he met", "discloses call with", "met Putin, aide reveals": not "reveals voters hated the summit". */
function isToldNow(frame: Frame): boolean {
  const { scan, nucleus, args } = frame;
  const { tokens } = scan.sentence;
  const start = namedFrom(frame);
  const subject = args.subjectGroup?.from ?? start;
  const { to } = clauseOf(scan, nucleus.from);
  const isOfIt = (at: number): boolean =>
    at >= nucleus.to ? at < to : at + 2 >= start || at + 1 === subject || THAT.has(normOf(tokens, at + 1));
  return tokens.some(({ norm }, at) => REVEALS.has(norm) && isOfIt(at));
}

/** Where a noun begins with the names before it, or a verb. */
const namedFrom = ({ nucleus, args }: Frame): number =>
  nucleus.row.kind === 'noun' ? (args.core.find(({ to }) => to <= nucleus.from)?.from ?? nucleus.from) : nucleus.from;
const CHRONICLES = wordSet('book books memoir memoirs film documentary series archive archives map diary diaries anniversary');
const THAT = wordSet('that how he she they it the :');
