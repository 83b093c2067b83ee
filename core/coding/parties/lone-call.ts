import { isPerson } from '../entities/actors.ts';
import { codesOf } from '../entities/party-codes.ts';
import type { Frame } from '../frames/frames.ts';
import { MARKS } from '../frames/other-side.ts';
import { normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES } from '../words/word-sets.ts';

/** "Trump's call" alone is as often an appeal as a telephone call. */
export function isLoneCall(frame: Frame): boolean {
  const { nucleus, args, chain } = frame;
  if (nucleus.row.id !== 'call' || nucleus.to - nucleus.from > 1 || isTaken(frame) || isInCall(frame) || isOfReport(frame)) return false;
  if (args.core.length === 0 && chain.some((operator) => operator.row.isPreposition !== true)) return false;
  return args.core.length === 0 || (!args.hasRight && codesOf(args.core).length < 2);
}

/** "Macron warns Putin in call", "Modi, Xi upbeat after call": what two leaders who are named do in it. */
const isInCall = ({ chain, scan, args }: Frame): boolean =>
  args.core.length === 0 &&
  chain.some(({ row }) => row.isPreposition === true && MARKS.has(row.effect)) &&
  codesOf(scan.sentence.entities.filter(isPerson)).length > 1;

/** "reports of a Trump call", "Trump call claim": whatever is said of it, the report tells of a telephone call. */
const isOfReport = ({ args: { core }, nucleus, scan: { sentence } }: Frame): boolean => {
  if (!core.every(isPerson) || core[0] === undefined) return false;
  if (REPORTS.has(normOf(sentence.tokens, nucleus.to))) return true;
  const first = core[0].from;
  return [1, 2, 3].some((k) => normOf(sentence.tokens, first - k) === 'of' && REPORTS.has(normOf(sentence.tokens, first - k - 1)));
};
const REPORTS = wordSet('claim claims report reports rumour rumours rumor rumors story stories');

/** "refuses to take Putin's call", "leaves Putin's call unanswered", "is open to a Putin call": what somebody else does with it. */
function isTaken({ scan, args, chain }: Frame): boolean {
  const { tokens } = scan.sentence;
  const first = (args.core[0]?.from ?? 0) - Number(ARTICLES.has(normOf(tokens, (args.core[0]?.from ?? 0) - 1)));
  return (
    (TAKES.test(normOf(tokens, first - 1)) || chain.some(({ row, to }) => to === first && row.isPreposition !== true)) &&
    args.core.every(isPerson)
  );
}
const TAKES =
  /^(?:tak|let|screen|block|answer|return|ignor|declin|reject|refus|accept|leav|dodg|duck|miss|await|snub|spurn|avoid|took)(?:e|es|ed|ing|s|en|t)?$/;
