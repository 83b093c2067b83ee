import { areOfSame } from '../codebook/same-parties.ts';
import { AHEAD, DONE, OFF } from '../codebook/status-kinds.ts';
import { findDates } from '../dates/dates.ts';
import { clauseOf } from '../frames/arguments.ts';
import type { Frame } from '../frames/frames.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import { DAY_MS } from '../words/calendar.ts';
import { normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { HAVE, THEY } from '../words/word-sets.ts';
import { isBefore, OVER } from './background.ts';
import type { Draft } from './fold-purpose.ts';

const DEEP = 2;

/** What a sentence only recalls beside the news that it, or a sentence before it, has told; `told`: the drafts of the sentences before. */
export function markRecalled(drafts: readonly Draft[], told: readonly Draft[], published: string | null): readonly Draft[] {
  return drafts.map((draft, k) => {
    const { frame, contact } = draft;
    if (contact.background) return isFormerPlan(frame) ? asCalledOff(draft, told) : draft;
    const before = drafts.slice(0, k);
    const isRecalled =
      isAftermath(draft, before) ||
      isAside(draft, told) ||
      isAfterwards(draft, told, before) ||
      isStanding(draft, told) ||
      isEarlierMatter(draft, told, published) ||
      (k > 0 && OVER.has(contact.status) && isConceded(frame)) ||
      (k > 0 && isOccasion(draft)) ||
      (k + told.length > 0 && (isLasting(draft) || isOfLate(draft))) ||
      isFirstTime(draft, told) ||
      (told.length > 0 && isOpenedThen(draft, published)) ||
      isStillOfThen(draft, told) ||
      isRoundBefore(draft, told) ||
      isSetting(draft, before);
    return isRecalled ? { ...draft, contact: { ...contact, background: true } } : draft;
  });
}

/** "Merz to see Trump after talks with Xi": after the news of a sentence. */
const isAftermath = ({ frame, contact }: Draft, before: readonly Draft[]): boolean =>
  contact.status === 'held' &&
  before.some((one) => one.frame.nucleus !== frame.nucleus) &&
  !before.some((one) => COMES_OF_IT.has(one.contact.status) && areOfSame(one.contact, contact)) &&
  frame.nucleus.row.kind === 'noun' &&
  frame.chain.at(-1)?.row.effect === 'presuppose-past' &&
  !comesFromIt(frame, contact.parties);

/** "agree to restart talks after meeting in Oslo": what they have come to there. */
const COMES_OF_IT: ReadonlySet<string> = new Set(['held', 'agreed']);

/** "Kuleba says a summit must wait after talks with Szijjarto": who speaks has just come from there. */
const comesFromIt = ({ scan }: Frame, parties: readonly string[]): boolean =>
  scan.speech.group?.members.some(({ kind, country }) => kind === 'person' && country !== null && parties.includes(country)) ?? false;

/** What took place long before in a text about others. */
function isAside({ frame, contact }: Draft, told: readonly Draft[]): boolean {
  const { zone, index } = frame.scan.sentence;
  const isOfOthers = (): boolean => !told.some((one) => areOfSame(one.contact, contact));
  return contact.status === 'held' && zone === 'text' && index >= DEEP && told.length > 0 && isOfOthers();
}

const AFTER = wordSet('after since following');

/** "Rubio to visit Israel", and in the text "talks with Iran have led nowhere": what goes on anyway, of others. */
const isStanding = ({ frame: { scan, nucleus, chain }, contact }: Draft, told: readonly Draft[]): boolean =>
  contact.status === 'underway' &&
  nucleus.row.id === 'talks' &&
  chain.length === 0 &&
  scan.sentence.zone === 'text' &&
  told.some((one) => !one.contact.background) &&
  !told.some((one) => areOfSame(one.contact, contact));

/** "Merz to see Trump, after Macron walked out of talks with Xi": why or when, of others. */
function isAfterwards({ frame, contact }: Draft, told: readonly Draft[], before: readonly Draft[]): boolean {
  if (told.length + before.length === 0 || !OVER.has(contact.status)) return false;
  const { scan, nucleus } = frame;
  const { kind, from } = clauseOf(scan, nucleus.from);
  const norm = (at: number): string => normOf(scan.sentence.tokens, at);
  if (kind !== 'time' || !AFTER.has(norm(from)) || norm(from + 1).endsWith('ing')) return false;
  const isSame = (one: Draft): boolean => areOfSame(one.contact, contact);
  const isNews = (one: Draft): boolean => !one.contact.background && one.frame.nucleus !== nucleus;
  if (comesFromIt(frame, contact.parties) || told.some(isSame) || before.some(isSame)) return false;
  return told.some(isNews) || before.some(isNews);
}

/** "The talks were broken off in March.", when the news of May has been told. */
function isEarlierMatter({ frame, contact }: Draft, told: readonly Draft[], published: string | null): boolean {
  if (frame.scan.sentence.zone !== 'text' || told.length === 0 || !isBefore(contact.status, contact.date, published)) return false;
  return !told.some((one) => one.contact.status === contact.status && areOfSame(one.contact, contact) && !one.contact.background);
}

/** "renewed the offer when the two met in Oslo": when it was said. */
const isOccasion = ({ frame: { scan, nucleus }, contact }: Draft): boolean =>
  contact.status === 'held' && nucleus.form === 'past' && scan.sentence.tokens[clauseOf(scan, nucleus.from).from]?.norm === 'when';

/** "will discuss the talks, stalled since last year". */
const isLasting = ({ frame: { scan, chain }, contact }: Draft): boolean =>
  (contact.status === 'postponed' || contact.status === 'cancelled') && chain.some(({ to }) => scan.sentence.tokens[to]?.norm === 'since');

/** "has been to Oslo twice since March", "have met three times this year", "have held three rounds of talks since May". */
const isOfLate = ({ frame: { scan, nucleus, chain }, contact }: Draft): boolean => {
  if (contact.status !== 'held') return false;
  const verb = nucleus.row.kind === 'verb' ? nucleus.from : chain.find(({ row }) => row.effect === 'hold')?.from;
  return (
    verb !== undefined &&
    scan.sentence.tokens.slice(Math.max(0, verb - 2), verb).some(({ norm }) => HAVE.has(norm)) &&
    scan.sentence.tokens.some(({ norm }, at) => at >= nucleus.to && OF_LATE.has(norm))
  );
};
const OF_LATE = wordSet('since times twice thrice before previously repeatedly');

/** "had been due to see him on Friday": what was planned is off. */
const isFormerPlan = ({ state, status, isPast }: Frame): boolean => isPast && status === 'scheduled' && state === 'scheduled';

function asCalledOff(draft: Draft, told: readonly Draft[]): Draft {
  const off = told.find(({ contact }) => OFF.has(contact.status) && areOfSame(contact, draft.contact));
  return { ...draft, contact: { ...draft.contact, background: false, status: off?.contact.status ?? 'cancelled' } };
}

/** "They last conferred in May", "They met for the first time in July", when it has been told that they are to meet. */
const isFirstTime = ({ frame: { scan, nucleus }, contact }: Draft, told: readonly Draft[]): boolean =>
  contact.status === 'held' &&
  nucleus.form === 'past' &&
  told.some((one) => AHEAD.has(one.contact.status) && areOfSame(one.contact, contact)) &&
  (normOf(scan.sentence.tokens, nucleus.from - 1) === 'last' ||
    scan.sentence.tokens.some(({ norm }, at) => at >= nucleus.to && norm === 'first' && normOf(scan.sentence.tokens, at + 1) === 'time'));

/** "In March, the two agreed on a call", "Last year Modi turned down an invitation": all that is told as past in a sentence is of its first words' day. */
function isOpenedThen({ frame: { scan, nucleus }, contact }: Draft, published: string | null): boolean {
  const { tokens, zone } = scan.sentence;
  if (zone !== 'text' || !scan.hasDate || published === null || AHEAD_OF_THEN.has(contact.status)) return false;
  if (clauseOf(scan, nucleus.from).kind === 'time' || tokens.slice(0, nucleus.from).some(({ norm }) => STILL_TOLD.has(norm))) return false;
  const day = published.slice(0, 10);
  const first = findDates(tokens.slice(0, MAX_FIRST), day, 'past')[0];
  return first !== undefined && first.from <= 1 && Date.parse(day) - Date.parse(first.end) >= MIN_DAYS * DAY_MS;
}
const MAX_FIRST = 6;
const MIN_DAYS = 7;
const AHEAD_OF_THEN = wordSet('scheduled underway');
const STILL_TOLD = wordSet('will would is are has have says');

/** "The two last met in May. The encounter ended without a deal": of what the sentence before has recalled. */
function isStillOfThen({ frame: { scan, nucleus }, contact }: Draft, told: readonly Draft[]): boolean {
  const last = told[told.length - 1];
  if (contact.status !== 'held' || last?.contact.background !== true) return false;
  const { sentence } = scan;
  if (last.contact.status !== 'held' || sentence.zone !== 'text' || last.frame.scan.sentence.index !== sentence.index - 1) return false;
  const isFresh = ({ contact: one }: Draft): boolean => !one.background && DONE.has(one.status) && areOfSame(one, contact);
  const isSame =
    nucleus.row.kind === 'noun'
      ? OF_THEN.has(normOf(sentence.tokens, phraseStart(sentence, nucleus)))
      : nucleus.row.id === 'discuss' && contact.date === null && THEY.has(normOf(sentence.tokens, 0));
  return isSame && areOfSame(last.contact, contact) && !told.some(isFresh);
}
const OF_THEN = wordSet('the that this their');

/** "A second round began on Monday. [...] The first round took place in May". */
const isRoundBefore = ({ frame: { scan, nucleus }, contact }: Draft, told: readonly Draft[]): boolean =>
  contact.status === 'held' &&
  nucleus.row.kind === 'noun' &&
  told.some((one) => one.contact.status !== 'held' && areOfSame(one.contact, contact)) &&
  [1, 2, 3].some((k) => isEarlierOne(scan.sentence.tokens, nucleus.from - k));
/** "the previous ...", "the first round": not "the first visit", which may be this one. */
export const isEarlierOne = (tokens: Sentence['tokens'], at: number): boolean =>
  normOf(tokens, at - 1) === 'the' &&
  (EARLIER.has(normOf(tokens, at)) || (normOf(tokens, at) === 'first' && ROUNDS.has(normOf(tokens, at + 1))));
const EARLIER = wordSet('previous last earlier preceding prior latest');
const ROUNDS = wordSet('round session phase stage leg');

/** "will attend, despite the cancellation of talks with Putin". */
const isConceded = ({ scan, nucleus }: Frame): boolean => DESPITE.has(normOf(scan.sentence.tokens, clauseOf(scan, nucleus.from).from));
const DESPITE = wordSet('despite notwithstanding');

const NOT_TO_BE: ReadonlySet<string> = new Set(['declined', 'denied', 'premature']);
/** "will not see Modi during his trip to India": when it would have been. */
const isSetting = ({ frame }: Draft, before: readonly Draft[]): boolean =>
  frame.nucleus.row.kind === 'noun' &&
  frame.chain.length === 1 &&
  frame.chain[0]?.row.effect === 'presuppose-now' &&
  before.some(({ contact, frame: one }) => NOT_TO_BE.has(contact.status) && isOneClause(frame, one));

const isOneClause = ({ scan, nucleus }: Frame, before: Frame): boolean =>
  !scan.sentence.tokens.slice(before.nucleus.to, nucleus.from).some(({ norm }) => norm === ',' || norm === '"');
