import { areOfSame } from '../codebook/same-parties.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import { MARGINS } from '../sentences/word-classes.ts';
import { normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import type { Settled } from './settled.ts';

/**
 * "X meets Y on the sidelines of the SCO summit" tells of one contact, which takes the name of the summit that it is held beside: that others
 * meet there is its setting. A summit that nothing is held beside stays a contact of its own.
 */
export function besideSummit(all: readonly Settled[]): readonly Settled[] {
  if (all.length < 2) return all;
  const drafts = all.filter((draft) => !isSignedThere(draft, all));
  const around = drafts.filter((draft) => isSetting(draft, drafts));
  const told = drafts.filter((draft) => !around.includes(draft));
  if (around.length === 0 || told.length === 0) return drafts;
  const name = around.find(({ summit }) => summit !== null)?.summit ?? null;
  return told.map((draft) => ({ ...draft, summit: draft.summit ?? name, isBeside: true }));
}

/** "sign a pact during a visit": the visit says it already. */
const isSignedThere = ({ frame, sides }: Settled, all: readonly Settled[]): boolean =>
  frame.nucleus.row.id === 'sign' &&
  all.some(
    ({ frame: { nucleus }, sides: other }) =>
      (nucleus.row.isTravel === true || nucleus.row.id === 'meet' || nucleus.row.id === 'meeting' || nucleus.row.id === 'summit') &&
      areOfSame(other, sides),
  );

/** "X sees Y at the G7 summit and strikes a bargain": the same two, by a verb before the noun. */
const isMeetingThere = ({ frame, sides }: Settled, summit: Settled): boolean =>
  frame.nucleus.row.kind === 'verb' && frame.nucleus.to <= summit.frame.nucleus.from && areOfSame(sides, summit.sides);

/** "agreed to meet him in French-brokered talks": how the same two are to meet. */
const isFormOfIt = (before: string, draft: Settled, all: readonly Settled[]): boolean =>
  IN.has(before) &&
  draft.frame.args.core.length === 0 &&
  draft.frame.chain.every(({ row }) => row.isPreposition === true) &&
  all.some(
    (one) =>
      one.frame.nucleus.row.id === 'meet' &&
      one.frame.nucleus.form === 'base' &&
      one.frame.nucleus.to <= draft.frame.nucleus.from &&
      areOfSame(one.sides, draft.sides),
  );
const IN = wordSet('in at for during');

/** Named behind "on the sidelines of", "at the margins of"; or where a meeting takes place ("at the G20 summit") of which no second party is named. */
function isSetting(draft: Settled, all: readonly Settled[]): boolean {
  const { frame, sides, summit } = draft;
  const { nucleus, scan } = frame;
  if (nucleus.row.kind !== 'noun') return false;
  const start = phraseStart(scan.sentence, nucleus);
  const before = normOf(scan.sentence.tokens, start - 1);
  if (before === 'of' && MARGINS.has(normOf(scan.sentence.tokens, start - 2))) return true;
  if (isFormOfIt(before, draft, all)) return true;
  if (summit === null || (before !== 'at' && before !== 'during')) return false;
  return sides.parties.includes('XX') || all.some((other) => isMeetingThere(other, draft));
}
