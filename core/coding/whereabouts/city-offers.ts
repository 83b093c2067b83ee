import { isReport } from '../entities/attribution.ts';
import { codesOf } from '../entities/party-codes.ts';
import type { Frame } from '../frames/frames.ts';
import type { Locative, Place } from '../lexicon/cities.ts';
import { SUGGESTS } from '../sentences/word-classes.ts';
import { normInFrame as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';

const CHOSEN = wordSet(
  'chosen picked named selected mooted floated tipped proposed suggested preferred favoured favored eyed considered confirmed fixed settled agreed listed earmarked pencilled penciled ready readies prepares braces gears tapped touted set lined likely favourite favorite',
);
const STAGES = wordSet('stage stages staging host hosts hosting venue site setting scene place house welcome');
/** Words from a place to "host" or "venue". */
const MAX_STAGES = 4;
/** "Geneva chosen for the summit", "Lima tipped to stage", "Bali will be the venue", "Minsk it is". */
export function isChosen(frame: Frame, { to, place }: Locative): boolean {
  if (normAt(frame, to) === 'it' && IS.has(normAt(frame, to + 1))) return true;
  if (normAt(frame, to) === 'in' && CLAUSE_MARKS.has(normAt(frame, to + 1))) return true;
  const verb = BEFORE_CHOSEN.has(normAt(frame, to)) ? to + 1 : to;
  const chosen = BEEN.has(normAt(frame, verb)) ? verb + 1 : verb;
  for (let at = verb; at < verb + MAX_STAGES && !CLAUSE_MARKS.has(normAt(frame, at)); at += 1)
    if (STAGES.has(normAt(frame, at))) return !isReport(normAt(frame, verb));
  if (!CHOSEN.has(normAt(frame, chosen))) return false;
  const isSpeaker = MAY_SPEAK.has(normAt(frame, chosen));
  if (isSpeaker && isGovernmentOf(frame, place)) return false;
  if (isForAnother(frame, chosen + 2)) return false;
  return AFTER_CHOSEN.has(normAt(frame, chosen + 1)) || (normAt(frame, chosen + 1) === 'up' && normAt(frame, chosen + 2) === 'for');
}
/** "Moscow is ready for talks with Ukraine"; "Istanbul is ready for a Putin-Macron summit". */
const isGovernmentOf = ({ args: { core, subject } }: Frame, { country }: Place): boolean =>
  core.some((one) => one.country === country) || (codesOf(core).length < 2 && subject.some((one) => one.country === country));
const IS = wordSet('is was');
const CLAUSE_MARKS = wordSet(': ; ,');
const BEFORE_CHOSEN = wordSet('has is was as may could might will to');
const BEEN = wordSet('been be');
const MAY_SPEAK = wordSet('ready readies prepares braces gears set proposed suggested agreed confirmed');
const AFTER_CHOSEN = new Set(['for', ';', ',', '.', '']);

/** "set for Macron": who is of no state that meets. */
const isForAnother = ({ args, scan }: Frame, at: number): boolean =>
  scan.sentence.entities.some(
    (one) => one.kind === 'person' && one.from === at && !args.core.some(({ country }) => country === one.country),
  );

/** "offers Geneva, complete with", "puts Cairo at their disposal", "agree on Lima for", "offers the Vatican's roof". */
export function isOffered(frame: Frame, { from, to }: Locative): boolean {
  const start = normAt(frame, from - 1) === 'the' ? from - 1 : from;
  const verb = normAt(frame, start - 1);
  const behind = normAt(frame, to);
  if (verb === 'on' && AGREES.has(normAt(frame, start - 2))) return FOR_AS_OR_END.has(behind);
  if (PUTS.has(verb)) return FORWARD.has(behind);
  if (!SUGGESTS.test(verb) && !OPENS.has(verb)) return false;
  return AFTER_OFFER.has(behind) || (behind === "'s" && PART_OF_HOUSE.has(normAt(frame, to + 1)));
}
const PART_OF_HOUSE = wordSet('roof halls hall doors door rooms room walls soil hospitality services palace gardens garden');
const AGREES = wordSet('agree agreed agrees settle settled settles decide decided decides');
const FOR_AS_OR_END = new Set(['for', 'as', '']);
const FORWARD = wordSet('at forward up');
const PUTS = wordSet('put puts putting places');
const OPENS = wordSet('open opens opened');
const AFTER_OFFER = new Set(['', ...wordSet('for as at up to , .')]);
