import { DONE } from '../codebook/status-kinds.ts';
import type { DateMention } from '../dates/dates.ts';
import { clauseOf } from '../frames/arguments.ts';
import type { Frame } from '../frames/frames.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import type { Clause } from '../sentences/clauses.ts';
import { normOf } from '../words/text.ts';
import { normInFrame as normAt, normInScan } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { AS_OR_WITH, FOR_OR_TO, isPreposition, MODIFIERS } from '../words/word-sets.ts';
import { areNamesBetween, isDayOfSaying, isOfOtherNoun, isVerbOfSaying } from './saying-days.ts';

const REACH = 18;

/** In reach, and no verb of saying governs it ("said on Monday"), and no other contact stands between. */
export function isOfContact(frame: Frame, mention: DateMention, day: string): boolean {
  const { scan, nucleus } = frame;
  const gap = mention.from >= nucleus.to ? mention.from - nucleus.to : nucleus.from - mention.to;
  if (isSinceThen(frame, mention) || isNameOfYear(frame, mention, day)) return false;
  if (mention.to <= nucleus.from && (pointsBack(frame) || isOwnDay(frame, mention))) return true;
  if (isOfDeed(frame, mention)) return !isOfOtherNoun(frame, mention);
  if (gap > REACH || isOfOtherNoun(frame, mention) || isDayOfSaying(frame, mention, day)) return false;
  if (isInOtherClause(frame, mention) || isInReport(frame, mention)) return false;
  if (mention.from >= nucleus.to ? isDayOfNext(frame, mention) : isWhenAgreed(frame, mention)) return false;
  const between = scan.nuclei.some(
    (other) =>
      other !== nucleus &&
      (mention.from >= nucleus.to
        ? other.from >= nucleus.to && other.to <= mention.from
        : other.from >= mention.to && other.to <= nucleus.from) &&
      isIndependent(frame, other.from),
  );
  return !between;
}

/** "agreed in a call on Sunday to meet": the day of the call. */
const isWhenAgreed = ({ scan, nucleus, chain }: Frame, mention: DateMention): boolean =>
  chain.some(
    ({ row, to }) =>
      row.effect === 'agree' && scan.nuclei.some((other) => other !== nucleus && other.from >= to && other.to <= mention.from),
  );

/** "meet, agree to July summit": the day stands before the noun of another contact. */
const isDayOfNext = (frame: Frame, { from, to }: DateMention): boolean =>
  normAt(frame, from - 1) === 'to' &&
  INTENDS.has(normAt(frame, from - 2)) &&
  frame.scan.nuclei.some((other) => other.row.kind === 'noun' && other.from === to);

/** "agreed on Monday during talks with", "said on Monday at a meeting with": what was done there was done on its day. */
function isOfDeed({ nucleus, status, scan: { sentence } }: Frame, { to }: DateMention): boolean {
  if (nucleus.row.kind !== 'noun' || !DONE.has(status) || to >= nucleus.from) return false;
  const opener = phraseStart(sentence, nucleus) - 1;
  if (opener < to || opener - to > REACH || !WHERE_DONE.has(normOf(sentence.tokens, opener))) return false;
  return !sentence.tokens.slice(to, opener).some(({ norm }) => TELLS_ELSE.has(norm));
}
const WHERE_DONE = wordSet('during at in on');
const TELLS_ELSE = wordSet('that he she they it had was were has who which after before : "');

/** "first visit since 2019", "a war since March": how long it has been; only "have not met since March" tells of the contact. */
function isSinceThen(frame: Frame, { from }: DateMention): boolean {
  const before = AFTER_SINCE.has(normAt(frame, from - 1)) ? 2 : 1;
  if (normAt(frame, from - before) !== 'since' && normAt(frame, from) !== 'since') return false;
  return !(frame.isPast && frame.state === 'unheld');
}
const AFTER_SINCE = wordSet('the last at least');

/** "the 2025 summit", told in 2025: the year is a part of the name. */
const isNameOfYear = (frame: Frame, { from, to }: DateMention, day: string): boolean =>
  to - from === 1 && normAt(frame, from) === day.slice(0, 4) && !BEFORE_YEAR.has(normAt(frame, from - 1));
const BEFORE_YEAR = wordSet('in by during before until of');

/** "Friday's long meeting", "confirm May summit". */
function isOwnDay(frame: Frame, { from, to }: DateMention): boolean {
  const { nucleus, scan } = frame;
  if (normAt(frame, to) === "'s") return nucleus.from > to && (nucleus.from - to <= 3 || areNamesBetween(frame, to + 1));
  if (
    nucleus.row.kind !== 'noun' ||
    (nucleus.from - to > 1 && !(nucleus.from - to <= 4 && areNamesBetween(frame, to))) ||
    BEFORE_OWN_DAY.has(normAt(frame, from - 1))
  )
    return false;
  return nucleus.from === to || MODIFIERS.has(normAt(frame, to)) || scan.sentence.entities.some((one) => one.from === to);
}
const BEFORE_OWN_DAY = wordSet('said say says told tells on');

/** Clauses that tell of something else than the contact before them. */
const ASIDE = wordSet(
  'after following since amid amidst as while despite although though because who whose whom where before ahead during',
);

/** "meets her after the vote last July", "was shelled on Thursday after talks with": the date is of the other clause. */
function isInOtherClause(frame: Frame, { from, to }: DateMention): boolean {
  const { scan, nucleus } = frame;
  if (from > nucleus.to && (isPriorTo(frame, from) || isOfParticiple(frame, from))) return true;
  if (isOfCareer(frame, from)) return true;
  const mine = clauseOf(scan, nucleus.from);
  const its = clauseOf(scan, from);
  if (its !== mine && normAt(frame, its.from) === 'since' && !(frame.isPast && frame.state === 'unheld')) return true;
  if (mine !== its && from === its.from + 1 && from >= nucleus.to && isMeanwhile(frame, to, its)) return true;
  if (mine === its || from - its.from <= 1 || (from - its.from === 2 && normAt(frame, from - 1) === 'the')) return false;
  const inside = (clause: Clause): boolean => scan.nuclei.some((one) => one.from >= clause.from && one.from < clause.to);
  if (from >= nucleus.to) return ASIDE.has(normAt(frame, its.from)) && !inside(its);
  if (to <= nucleus.from && (its.kind === 'relative' || mine.kind === 'if' || mine.kind === 'unless')) return true;
  return to <= nucleus.from && mine.kind === 'time' && ASIDE.has(normAt(frame, mine.from));
}

/** "meets Lavrov as Tuesday deadline nears": the day of another thing. */
const isMeanwhile = ({ scan: { sentence, nuclei } }: Frame, to: number, clause: Clause): boolean =>
  AS_OR_WITH.has(normOf(sentence.tokens, clause.from)) &&
  sentence.tokens[to]?.kind === 'word' &&
  !isPreposition(normOf(sentence.tokens, to)) &&
  !nuclei.some(({ from }) => from >= clause.from && from < clause.to);

/** "plans to meet him prior to talks on Monday": the day of what comes after. */
const isPriorTo = ({ nucleus, scan: { sentence } }: Frame, from: number): boolean =>
  sentence.tokens.some(({ norm }, at) => at >= nucleus.to && at < from - 3 && norm === 'prior' && sentence.tokens[at + 1]?.norm === 'to');

/** "talks on a drone seized on Thursday": the day of what was done to another thing. */
function isOfParticiple({ nucleus, scan }: Frame, from: number): boolean {
  const verb = normInScan(scan, from - 1) === 'on' ? from - 2 : from - 1;
  if (verb <= nucleus.to || !DONE_TO.has(normInScan(scan, verb)) || normInScan(scan, verb - 1) === ',') return false;
  if (scan.sentence.tokens[verb]?.isCapital === true || scan.sentence.entities.some((one) => one.to === verb)) return false;
  return ![...scan.operators, ...scan.nuclei].some((one) => one.from <= verb && verb < one.to);
}
/** "Macron, elected in May, will meet Putin", "who took office in June": what happened to one of those who meet. */
const isOfCareer = (frame: Frame, from: number): boolean =>
  CAREER.has(normAt(frame, from - 2)) ||
  (OFFICE.has(normAt(frame, from - 2)) && TOOK.has(normAt(frame, from - 3))) ||
  (CAREER.has(normAt(frame, from - 1)) && normAt(frame, from - 2) === ',');
const OFFICE = wordSet('office power');
const TOOK = wordSet('took taking takes taken assumed assuming entered left leaving');
const CAREER = wordSet(
  'elected re-elected reelected appointed inaugurated sworn born ousted deposed toppled released arrested reappointed crowned reshuffled',
);
const DONE_TO = wordSet(
  'seized taken captured arrested detained killed shot launched fired released freed published unveiled imposed approved adopted passed reached proposed made given sent struck destroyed attacked kidnapped abducted elected appointed filed found stolen downed submitted issued announced signed',
);

/** "in a call with him says Russia could attack in May", "told him that he would go there in May": what is said, not when it was said. */
function isInReport(frame: Frame, { from }: DateMention): boolean {
  const { nucleus, scan } = frame;
  if (from < nucleus.to) return false;
  const { tokens } = scan.sentence;
  if (nucleus.row.id === 'tell' && tokens.slice(nucleus.to, from).some(({ norm }) => TOLD.has(norm))) return true;
  const that = tokens.findIndex(({ norm }, at) => at >= nucleus.to && at < from && norm === 'that');
  if (that >= 0 && tokens.slice(that, from).some(({ norm }) => MODAL.has(norm))) return true;
  let verb = from - 1;
  while (verb >= nucleus.to && !isSaying(frame, verb)) verb -= 1;
  return verb >= nucleus.to && !tokens.slice(verb + 1, from).some(({ norm }) => ASIDE_ENDS.has(norm));
}
const TOLD = wordSet('that will would to');
const ASIDE_ENDS = wordSet(', )');

const MODAL = wordSet('will would could may might can should must');

/** Somebody says something; not "talks announced for Friday", "said to be planned for". */
const isSaying = (frame: Frame, at: number): boolean => isVerbOfSaying(frame, at) && !FOR_OR_TO.has(normAt(frame, at + 1));

/** "hold talks on this day": the day that the sentence named before. */
const pointsBack = ({ scan, nucleus }: Frame): boolean =>
  scan.sentence.tokens.some(
    (token, at) => at >= nucleus.to && at <= nucleus.to + 8 && token.norm === 'day' && POINTS.has(normOf(scan.sentence.tokens, at - 1)),
  );
const POINTS = wordSet('this that');

/** "talks ... when they hold a call on Tuesday" is one matter; a contact in a clause of its own is another. */
const isIndependent = (frame: Frame, at: number): boolean =>
  isOfOneBefore(frame, at) ||
  clauseOf(frame.scan, at) !== clauseOf(frame.scan, frame.nucleus.from) ||
  (at > frame.nucleus.to && ((normAt(frame, at - 1) === 'to' && INTENDS.has(normAt(frame, at - 2))) || isAgreedThere(frame, at)));

/** "agreed in a call to meet on Sunday": what comes of the call. */
const isAgreedThere = ({ scan, nucleus }: Frame, at: number): boolean =>
  (scan.chains[scan.nuclei.findIndex(({ from }) => from === at)] ?? []).some(({ row, to }) => row.effect === 'agree' && to <= nucleus.from);

/** "The call followed a meeting in Oslo last week": when and where the other one was; not "talks to follow in Oslo". */
export const isOfOneBefore = ({ nucleus, scan: { sentence } }: Frame, at: number): boolean =>
  nucleus.row.kind === 'noun' &&
  sentence.tokens.some(({ norm }, k) => k >= nucleus.to && k < at && FOLLOWS.has(norm) && !isPreposition(normOf(sentence.tokens, k + 1)));
const FOLLOWS = wordSet('follows followed follow precedes preceded');
/** "speak by phone, agree to meet in May": another contact, and no aim of this one. */
const INTENDS = wordSet(
  'agree agrees agreed agreeing vow vows vowed pledge pledges pledged promise promises promised decide decides decided',
);
