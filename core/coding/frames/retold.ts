import type { Status } from '../codebook/coded-item.ts';
import { isReport } from '../entities/attribution.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import { isLight } from '../operators/operator-place.ts';
import type { Scan } from '../operators/scan.ts';
import { isOfClass, WORD_CLASS } from '../sentences/word-classes.ts';
import { normOf } from '../words/text.ts';
import { verbFormOf } from '../words/verb-forms.ts';
import { normInScan as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { OPENING_MARKS } from '../words/word-sets.ts';
import { clauseOf } from './arguments.ts';
import { isChronicle } from './chronicle.ts';

type Test = (scan: Scan, nucleus: Nucleus) => boolean;

/** What the sentence around it makes of a status: the first row that fits. `only`: for this status; `isTitle`: in headlines only. */
const ROWS: readonly { readonly only: Status; readonly isTitle?: true; readonly when: Test; readonly becomes: Status }[] = [
  { only: 'scheduled', when: (scan, nucleus) => isAsked(scan, nucleus), becomes: 'possible' },
  { only: 'scheduled', isTitle: true, when: (scan, nucleus) => isBareQuestion(scan, nucleus), becomes: 'possible' },
  { only: 'held', isTitle: true, when: (scan, nucleus) => isBareQuestion(scan, nucleus), becomes: 'possible' },
  { only: 'scheduled', isTitle: true, when: (scan, nucleus) => isOnlyThought(scan, nucleus), becomes: 'possible' },
  { only: 'scheduled', isTitle: true, when: (scan, nucleus) => isOwnWish(scan, nucleus), becomes: 'willing' },
  { only: 'underway', when: (scan, nucleus) => isAppointed(scan, nucleus), becomes: 'scheduled' },
  { only: 'scheduled', when: (scan, nucleus) => isReportedOn(scan, nucleus), becomes: 'held' },
  { only: 'underway', when: (scan, nucleus) => isReportedOn(scan, nucleus), becomes: 'held' },
  { only: 'scheduled', when: (scan, nucleus) => isThatCame(scan, nucleus), becomes: 'held' },
  { only: 'held', when: (scan, nucleus) => isWhenItComes(scan, nucleus), becomes: 'scheduled' },
  { only: 'underway', when: (scan, nucleus) => isWhenItComes(scan, nucleus), becomes: 'scheduled' },
  { only: 'held', when: (scan, nucleus) => isNextStop(scan, nucleus), becomes: 'scheduled' },
  { only: 'held', isTitle: true, when: (scan, nucleus) => isLive(scan, nucleus), becomes: 'underway' },
  { only: 'held', isTitle: true, when: (scan, nucleus) => isGathering(scan, nucleus), becomes: 'underway' },
  { only: 'held', isTitle: true, when: (scan, nucleus) => isOnTheWay(scan, nucleus), becomes: 'scheduled' },
  { only: 'held', isTitle: true, when: (scan, nucleus) => isMeanwhile(scan, nucleus), becomes: 'underway' },
  { only: 'held', isTitle: true, when: (scan, nucleus) => isLaterToday(scan, nucleus), becomes: 'scheduled' },
  { only: 'held', when: (scan, nucleus) => isCoordinated(scan, nucleus), becomes: 'scheduled' },
  { only: 'held', when: (scan, nucleus) => isOnTourAhead(scan, nucleus), becomes: 'scheduled' },
  { only: 'held', when: (scan, nucleus) => isEndToCome(scan, nucleus), becomes: 'underway' },
];

/** "The call between the two comes days ahead of the summit": what comes, has come. */
function isThatCame(scan: Scan, { row, to }: Nucleus): boolean {
  if (row.kind !== 'noun' || row.isTravel === true || scan.sentence.zone !== 'text') return false;
  for (let at = to; at < to + MAX_NAMES; at += 1) {
    const norm = normAt(scan, at);
    if (norm === 'comes' || norm === 'came') return true;
    if (norm === ',' || norm === 'will' || norm === 'to') return false;
  }
  return false;
}
const MAX_NAMES = 8;

/** "A visit to Oslo would be a signal": of what it would be, if there were one. */
function isOnlyThought(scan: Scan, nucleus: Nucleus): boolean {
  const { row, to } = nucleus;
  if (row.kind !== 'noun' || scan.hasDate) return false;
  for (let at = to; at < to + MAX_NAMES; at += 1) {
    const norm = normAt(scan, at);
    if (norm === 'would') return WOULD_BE.has(normAt(scan, at + 1)) && (scan.chains[scan.nuclei.indexOf(nucleus)] ?? []).length === 0;
    if (norm === ',' || norm === '' || norm === 'that' || norm === 'which' || norm === 'who') return false;
  }
  return false;
}
const WOULD_BE = wordSet('be mean mark give send show signal help bring come');

/** "Next he travels to Oslo." */
const isNextStop: Test = (scan, { row, form }) => row.isTravel === true && form === 's' && STOPS.has(normAt(scan, 0));
const STOPS = wordSet('next then afterwards later');

/** "briefs Merz on his call with Putin": what one tells of has been, unless it is "the coming call". */
const isReportedOn: Test = (scan, nucleus) => {
  if (nucleus.row.kind !== 'noun' || !scan.nuclei.some(({ row, to }) => row.id === 'brief' && to < nucleus.from)) return false;
  return !scan.sentence.tokens.some(({ norm }, at) => at < nucleus.from && COMING.has(norm));
};
const COMING = wordSet('upcoming coming planned next possible proposed forthcoming expected plans plan looming');

const ROWS_OF: ReadonlyMap<Status | null, typeof ROWS> = new Map(ROWS.map(({ only }) => [only, ROWS.filter((row) => row.only === only)]));

export function retold(scan: Scan, nucleus: Nucleus, status: Status | null): Status | null {
  const row = ROWS_OF.get(status)?.find(({ isTitle, when }) => (isTitle !== true || scan.sentence.zone === 'title') && when(scan, nucleus));
  return row?.becomes ?? status;
}

const isVerb = ({ row }: Nucleus): boolean => row.kind === 'verb';
const opener = (scan: Scan, { from }: Nucleus): string => normAt(scan, clauseOf(scan, from).from);
const isPresent = ({ form }: Nucleus): boolean => form === 'base' || form === 's';

/** "Live updates: Trump meets Putin", "Xi-Putin summit live: ...". */
const isLive: Test = (scan, nucleus) => scan.sentence.tokens.some(({ norm }) => norm === 'live') && isToldLive(scan, nucleus);
const isToldLive: Test = (scan, nucleus) =>
  (LIVE.test(scan.sentence.text) && (isVerb(nucleus) || isHolding(scan, nucleus) || opener(scan, nucleus) === 'as')) ||
  LIVE_EVENT.test(scan.sentence.text);
/** "Watch live: Putin holds talks with Modi". */
const isHolding: Test = (scan, nucleus) =>
  (scan.chains[scan.nuclei.indexOf(nucleus)] ?? []).some(
    ({ row, from }) => row.effect === 'hold' && verbFormOf(normAt(scan, from)) !== 'past',
  );
const LIVE = /\b(?:live updates|watch live|live blog|live:)/i;
const LIVE_EVENT = /\b(?:summit|talks|meeting|visit) live\b/i;

const isGathering: Test = (scan, { form, from }) => form === 'base' && GATHERS.has(normAt(scan, from));
const GATHERS = wordSet('gather convene assemble');

/** "as Trump visits", "as NATO leaders meet", "as they meet". */
const isMeanwhile: Test = (scan, nucleus) =>
  isVerb(nucleus) && opener(scan, nucleus) === 'as' && (nucleus.row.isTravel === true || isOfMany(scan, nucleus));
const isOfMany: Test = (scan, { from, form }) =>
  form === 'base' &&
  (normAt(scan, from - 1) === 'they' ||
    scan.sentence.entities.some(({ to, kind }) => to === from && (kind === 'group' || kind === 'body')));

/** "travels to Oslo for talks", "... to meet": a headline tells of the way, a chronicle of the whole. */
const isOnTheWay: Test = (scan, { from, to }) =>
  TRAVELS.has(normAt(scan, from)) &&
  !isChronicle(scan) &&
  scan.nuclei.some(
    (other) => other.from > to && scan.sentence.tokens.slice(to, other.from).some(({ norm }) => norm === 'for' || norm === 'to'),
  );
const TRAVELS = wordSet('travels travel flies jets');

/** "meet today" in the present tense is still to come. */
const isLaterToday: Test = (scan, nucleus) =>
  isVerb(nucleus) &&
  isPresent(nucleus) &&
  scan.sentence.tokens.some(
    (token, at) => at > nucleus.from && (token.norm === 'today' || token.norm === 'tomorrow' || token.norm === 'tonight'),
  );

/** "Will Putin meet Macron?" */
const isAsked: Test = (scan, { from }) => {
  const { tokens } = scan.sentence;
  const clause = clauseOf(scan, from);
  const first = normAt(scan, HEADLINE_MARKS.has(normAt(scan, clause.from)) ? clause.from + 1 : clause.from);
  return tokens.at(-1)?.norm === '?' && WILL.has(first);
};
const HEADLINE_MARKS = wordSet(': -');
const WILL = wordSet('will would could can should might');

/** "A Putin-Macron call?": nothing but the question. */
const isBareQuestion: Test = (scan, nucleus) => {
  const { tokens } = scan.sentence;
  if (tokens.at(-1)?.norm !== '?' || nucleus.row.kind !== 'noun' || scan.nuclei.length > 1) return false;
  if ((scan.chains[scan.nuclei.indexOf(nucleus)] ?? []).length > 0) return false;
  return tokens.every(
    (token, at) => (at >= nucleus.from && at < nucleus.to) || ASKING.has(token.norm) || isLight(token, scan.sentence, at),
  );
};
const ASKING = wordSet('? as early soon');

/** "Macron: would talk to Putin", "Macron says he would talk to Putin": a headline in the present tells what he would like. */
const isOwnWish: Test = (scan, nucleus) => {
  const would = (scan.chains[scan.nuclei.indexOf(nucleus)] ?? []).find(({ row }) => row.id === 'would');
  if (would === undefined) return false;
  return (
    OPENING_MARKS.has(normAt(scan, would.from - 1)) ||
    (HE_OR_WE.has(normAt(scan, would.from - 1)) && SAYS.has(normAt(scan, would.from - 2)))
  );
};
const HE_OR_WE = wordSet('he she they i we');
const SAYS = wordSet('says : " \'');

/** "is meeting him on Friday": the running form of what is fixed; not the day on which somebody said so. */
const isAppointed: Test = (scan, { row, form, to }) =>
  row.kind === 'verb' &&
  form === 'ing' &&
  scan.sentence.tokens.some(
    ({ norm }, at) =>
      at >= to &&
      (norm === 'tomorrow' ||
        ((norm === 'on' || norm === 'next' || norm === 'later') && WHEN.has(normAt(scan, at + 1)) && !isReport(normAt(scan, at - 1)))),
  );
const WHEN = wordSet('monday tuesday wednesday thursday friday saturday sunday week weekend month year spring summer autumn winter this');

/** "when he visits Oslo", "once they hold talks": the present tense of a time clause is yet to come. */
function isWhenItComes(scan: Scan, nucleus: Nucleus): boolean {
  if (!ONCE.has(opener(scan, nucleus)) || nucleus.row.id === 'tell') return false;
  if (isVerb(nucleus)) return isPresent(nucleus);
  const clause = clauseOf(scan, nucleus.from);
  return scan.operators.some(
    ({ row, from }) =>
      from > clause.from &&
      from < nucleus.from &&
      (row.effect === 'hold' || row.effect === 'begin') &&
      PRESENT.has(verbFormOf(normAt(scan, from)) ?? ''),
  );
}
const ONCE = wordSet('when once until till');
const PRESENT = wordSet('base s');

/** "His visit ends on Sunday": the present tense of a day to come. */
const isEndToCome: Test = (scan, { row, to }) =>
  row.isTravel === true &&
  row.kind === 'noun' &&
  scan.sentence.tokens.some(
    ({ norm }, at) =>
      at >= to && (norm === 'ends' || norm === 'concludes') && normAt(scan, at + 1) === 'on' && WHEN.has(normAt(scan, at + 2)),
  );

/** Where the base form of a verb stands, its own or that of "hold talks"; null for any other form. */
function startOfVerb({ chains, nuclei, sentence }: Scan, nucleus: Nucleus): number | null {
  if (nucleus.row.kind === 'verb') return nucleus.form === 'base' ? nucleus.from : null;
  const holds = chains[nuclei.indexOf(nucleus)]?.[0];
  return holds?.row.effect === 'hold' && verbFormOf(normOf(sentence.tokens, holds.from)) === 'base' ? holds.from : null;
}

/** "Trump to leave the castle, meet Starmer": one "to" for two verbs. */
const isCoordinated: Test = (scan, nucleus) => {
  const from = startOfVerb(scan, nucleus);
  if (from === null || !AND_THEN.has(normAt(scan, from - 1))) return false;
  const start = clauseOf(scan, from).from;
  return scan.sentence.tokens.some(
    ({ norm }, at) => at >= start && at < from - 1 && (norm === 'to' || norm === 'will') && verbFormOf(normAt(scan, at + 1)) === 'base',
  );
};
const AND_THEN = wordSet(', and then');

/** "will fly to Oslo after attending a summit in Lima later this week", "... before meeting him tomorrow", "... after talks of ministers next week": another stop, still to come as well. */
const isOnTourAhead: Test = (scan, nucleus) => {
  const { from, to } = clauseOf(scan, nucleus.from);
  if (!BESIDE.has(normAt(scan, from)) || (nucleus.row.kind !== 'noun' && !normAt(scan, from + 1).endsWith('ing'))) return false;
  const { tokens } = scan.sentence;
  const isDay = (at: number): boolean => isOfClass(tokens[at], WORD_CLASS.date);
  return tokens.some(
    ({ norm }, at) =>
      at > nucleus.from &&
      at < to &&
      (norm === 'tomorrow' || (norm === 'next' && isDay(at + 1)) || (norm === 'later' && (isDay(at + 1) || isDay(at + 2)))),
  );
};
const BESIDE = wordSet('after following before');
