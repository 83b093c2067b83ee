import type { State } from '../codebook/algebra.ts';
import type { Status } from '../codebook/coded-item.ts';
import { REMOTE } from '../codebook/status-kinds.ts';
import { isInOffice, isPerson } from '../entities/actors.ts';
import { isReport } from '../entities/attribution.ts';
import { hasTwoPrincipals } from '../nuclei/last-resort.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import { hasEffect } from '../operators/noun-effects.ts';
import { bearsFruit } from '../operators/outcomes.ts';
import type { Scan } from '../operators/scan.ts';
import { lastIndexWhere } from '../words/sequences.ts';
import { normOf, type Sentence, type Token } from '../words/text.ts';
import { normInScan as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { BE, HAVE, HELD_CUES, MODIFIERS, SCENE } from '../words/word-sets.ts';
import { clauseOf } from './arguments.ts';
import { isAppealedFor, isBidden } from './dialog.ts';

/** A chronicle tells in full sentences what took place; a headline has no full stop. */
export const isChronicle = ({ sentence }: Scan): boolean =>
  /[.]["']?$/.test(sentence.text) &&
  (sentence.zone === 'text' || (sentence.tokens.length >= MIN_CHRONICLE && !/(?:[A-Z][.]){2}$/.test(sentence.text)));
/** A headline of two sentences has full stops, too. */
const MIN_CHRONICLE = 11;

/** A verb says by its tense whether it happened; the present tense of headlines and chronicles counts as done. */
export function baseState(scan: Scan, nucleus: Nucleus): State {
  const { row, form } = nucleus;
  if (row.kind === 'noun') return row.rests === 'proposed' || isAppealedFor(scan, nucleus) ? 'proposed' : 'bare';
  if (isBidden(scan, nucleus)) return 'proposed';
  if (form === 'ing' && normAt(scan, nucleus.from) === 'coming') return 'scheduled';
  if (row.isLastResort === true && row.rests === 'held' && GOING_ON.test(scan.sentence.text)) return 'underway';
  if (form === 'ing' && normAt(scan, nucleus.from - 1) === 'been' && normAt(scan, nucleus.from - 2) === 'had') return 'held';
  if (form === 'ing')
    return BE.has(normAt(scan, nucleus.from - 1)) || BE.has(normAt(scan, nucleus.from - 2)) ? (row.rests ?? 'underway') : 'bare';
  if (row.isDeparture === true) return departure(scan, nucleus);
  if (row.rests !== undefined) return row.rests;
  if (form === 'past' && normAt(scan, nucleus.from - 1) === 'be') return 'scheduled';
  return form === 'base' && isWhatFor(scan, nucleus) ? 'scheduled' : 'held';
}
/** "flying to meet Xi": on the way there. */
const isWhatFor = ({ nuclei }: Scan, { from }: Nucleus): boolean => nuclei.some(({ row, to }) => to === from && row.isTravel === true);

/** Words by which a headline tells what is before its eyes. */
const GOING_ON =
  /\b(?:now|(?:minutes|hours?) in|at this hour|this (?:very )?(?:morning|minute|hour|moment)|as (?:we write|cameras)|live|still|is on the|are on the|playing|[A-Z]\w+ (?:inspecting|sitting|walking|strolling|standing|reviewing|shaking|posing|dining|watching|riding|boarding|arriving|stepping|sharing|sipping)|steps? (?:onto|into|out)|stepping|walks? (?:into|onto|out)|strides? (?:into|onto)|files? into|takes? (?:their )?seats?)\b/;

const SOON = /\b(?:tonight|tomorrow|this (?:evening|afternoon)|later today)\b/;
/** "heads to" is on the way; "flies to", "goes to" of a chronicle and "flew to" have happened. */
function departure(scan: Scan, { from, form }: Nucleus): State {
  const isOnTheWay = /^(?:head|leav|depart|en|bound|set|on)/.test(normAt(scan, from));
  if (form === 'past' && (scan.sentence.zone === 'text' || !isOnTheWay)) return 'held';
  if (form === 's' && SOON.test(scan.sentence.text)) return 'scheduled';
  return isChronicle(scan) && !isOnTheWay && form !== 'base' ? 'held' : 'scheduled';
}

/** What a nucleus without operators means here; "during" follows the tense of what is said around it. */
export function restingStatus(scan: Scan, nucleus: Nucleus, state: State): Status {
  if (nucleus.row.id === 'talks' && state !== 'during' && isHopedToBear(scan, nucleus)) return 'underway';
  if (ADMITS.has(normAt(scan, nucleus.from - 1)) && ADMITTED.has(normAt(scan, nucleus.from))) return 'held';
  if (nucleus.row.kind === 'verb' && nucleus.form === 'ing') return participle(scan, nucleus);
  if (nucleus.row.kind === 'noun' && normAt(scan, nucleus.to) === 'held' && normAt(scan, nucleus.to + 1) !== 'up') return 'held';
  if (isBehindUs(scan, nucleus) || isAnniversary(scan) || wasSo(scan, nucleus) || isToldByPhone(scan, nucleus, state)) return 'held';
  if (state === 'during' && isOfMade(scan, nucleus)) return 'held';
  if (
    (isForetold(scan, nucleus) && !(state === 'during' && isToldAsPast(scan, nucleus))) ||
    (state === 'during' && isOfWhatWillBe(scan, nucleus))
  )
    return 'scheduled';
  if (nucleus.row.rests === 'scheduled' && state !== 'during' && hasModal(scan, nucleus)) return 'scheduled';
  const rests = nucleus.row.rests ?? 'held';
  if (state !== 'during') return rests === 'scheduled' ? bareNoun(scan, nucleus) : rests;
  if (LIVE.test(scan.sentence.text)) return 'underway';
  if (nucleus.row.isTravel === true) return isChronicle(scan) || hasBeen(scan, nucleus) ? 'held' : 'underway';
  if (
    nucleus.row.id !== 'talks' ||
    (isChronicle(scan) && !isToldAsPresent(scan, nucleus)) ||
    scan.sentence.tokens.some((token) => CONCLUDES.has(token.norm))
  )
    return 'held';
  return actsAtTalks(scan, nucleus) ? 'held' : 'underway';
}
/** "has emerged as the sticking point in talks between": a text that tells of now. */
const isToldAsPresent = ({ sentence: { tokens } }: Scan, { from }: Nucleus): boolean =>
  tokens.some(({ norm }, at) => at < from && NOW_SO.has(norm)) &&
  !tokens.some((token, at) => at < from && (THEN.has(token.norm) || isPastVerb(token)) && !BE_OR_HAVE.has(normOf(tokens, at - 1)));
const NOW_SO = wordSet('is are has have remains remain');
const BE_OR_HAVE = wordSet('is are has have been being');
const THEN = wordSet('was were had did met went took came made told gave held');

/** "hopes the talks bring peace". */
const isHopedToBear = ({ sentence }: Scan, nucleus: Nucleus): boolean =>
  sentence.tokens.some(({ norm }, at) => at < nucleus.from && HOPES.has(norm)) && bearsFruit(sentence, nucleus);
const HOPES = wordSet('hope hopes hoped hoping');

/** "set to announce progress made during talks": what has come of them. */
function isOfMade(scan: Scan, nucleus: Nucleus): boolean {
  const at = (scan.chains[scan.nuclei.indexOf(nucleus)] ?? []).find(({ row }) => row.effect === 'presuppose-now')?.from ?? 0;
  return normAt(scan, at) === 'during' && MADE.has(normAt(scan, at - 1)) && isPlainNoun(normAt(scan, at - 2));
}
const isPlainNoun = (norm: string): boolean => /^[a-z]{3,}$/.test(norm) && !BE.has(norm) && !HAVE.has(norm);
const MADE = wordSet('made reached agreed achieved struck brokered discussed clinched finalised finalized hammered');

/** "tells Macron in a call that gas will flow": what is to be is what was said. */
const isToldByPhone = ({ sentence }: Scan, { row, from }: Nucleus, state: State): boolean =>
  state === 'during' && REMOTE.has(row.form) && sentence.tokens.some(({ norm }, at) => at < from && TELLS.has(norm));
const TELLS = wordSet('tells told warns warned assures assured promises promised informs informed urges urged');

/** "says the talks were friendly": what is judged in the past is over. */
function wasSo(scan: Scan, { row, to }: Nucleus): boolean {
  if (row.kind !== 'noun') return false;
  const at = PARTNERS.has(normAt(scan, to)) ? (scan.groups.find(({ from }) => from > to && from <= to + 2)?.to ?? to) : to;
  return WAS.has(normAt(scan, at)) && !NOT_OVER.has(normAt(scan, at + 1)) && !NOT_OVER.has(normAt(scan, at + 2));
}
const PARTNERS = wordSet('with between');
const WAS = wordSet('was were');
const NOT_OVER = wordSet(
  'ongoing continuing continued still going under to being expected due set scheduled planned meant supposed likely',
);
const ADMITTED = wordSet('meeting visiting seeing');

/** "Ten years on: how the two struck a deal": a headline on old times. */
export const isAnniversary = ({ sentence: { tokens, zone } }: Scan): boolean =>
  zone === 'title' && normOf(tokens, 1) === 'years' && normOf(tokens, 2) === 'on';

/** "X hails a deal in talks with Y": who acts at talks is there; "X is in talks with Y", "X in marathon talks" tell nothing else. */
function actsAtTalks(scan: Scan, nucleus: Nucleus): boolean {
  const at = (scan.chains[scan.nuclei.indexOf(nucleus)] ?? []).find(({ row }) => row.effect === 'presuppose-now')?.from;
  if (at === undefined || !(hasTwoPrincipals(scan.sentence) || scan.sentence.tokens.some(({ norm }, k) => k < at && SAYS_THERE.has(norm))))
    return false;
  const before = normAt(scan, at - 1);
  if (BE.has(before) || SITS.has(before) || scan.groups.some(({ to, preposition }) => to === at && preposition === null)) return false;
  return scan.sentence.entities.some((one) => one.to < at && isInOffice(one) && normAt(scan, one.to) !== "'s");
}
/** What one has said there. */
const SAYS_THERE = wordSet(
  'urges urged calls called raises discusses warns demands stresses presses reaffirms reiterates affirms voices expresses backs condemns praises thanks',
);
const SITS = wordSet('now still locked engaged deep again currently');

/** What two have done by the end of their talks, as headlines tell it. */
const CONCLUDES = wordSet(
  'agreed agree agrees vow vows pledge pledges sign signs seal seals clash clashes strike clinch endorse hail hails resolve did raised discussed mentioned said told warned thanked praised assured made achieved reached',
);

/** "visiting premier X", "Meeting X, Y says": going on, done; else it is spoken of. */
function participle(scan: Scan, nucleus: Nucleus): Status {
  const before = normAt(scan, nucleus.from - 1);
  if (ADMITS.has(before)) return 'held';
  if (nucleus.row.isTravel === true) return nucleus.row.isDeparture === true ? 'scheduled' : 'underway';
  if (
    scan.sentence.zone === 'title' &&
    (before === 'now' || before === 'currently' || before === 'still' || scan.sentence.entities.some(({ to }) => to === nucleus.from))
  )
    return 'underway';
  const { from } = clauseOf(scan, nucleus.from);
  return nucleus.from === from || (nucleus.from === from + 1 && (before === 'while' || before === 'when' || before === 'upon'))
    ? 'held'
    : 'scheduled';
}

/** "admits meeting him": verbs that take what has been done. */
const ADMITS = wordSet(
  'admit admits admitted acknowledges acknowledge acknowledged recalls recall recalled regrets regret regretted confesses confessed confess remembers remember remembered confirms confirm confirmed after despite for',
);

const LIVE = /\b(?:live updates\b|watch live\b|live blog\b|live:)/i;

/** "resembled", "stunned": headlines use the past tense only of what is over. */
const isPastVerb = ({ norm, isCapital }: Token): boolean =>
  !isCapital && /[a-z]{3}ed$/.test(norm) && !MODIFIERS.has(norm) && !NOT_PAST.has(norm);
const NOT_PAST = wordSet('unfixed expected planned scheduled united need needed granted accorded awarded afforded');

/** "Pomp and protests for the visit": a headline that tells what is to be seen. */
export const isScene = ({ sentence }: Scan): boolean => sentence.zone === 'title' && sentence.tokens.some(({ norm }) => SCENE.has(norm));

/** "Rubio's trip to India focuses on trade": what is told of a trip while it goes on. */
const isSeen = ({ sentence: { tokens } }: Scan, { row, to }: Nucleus): boolean =>
  row.isTravel === true && row.kind === 'noun' && [0, 1, 2, 3, 4].some((k) => SEEN.has(normOf(tokens, to + k)));
const SEEN = wordSet('focuses focused highlights underscores underlines showcases spotlights');

/** A summit or visit that a headline takes for granted is to come, unless the words around it look back. */
function bareNoun(scan: Scan, nucleus: Nucleus): Status {
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

/** "the conversation with Putin last month": a past date right behind the phrase. */
const isBehindUs = (scan: Scan, { row, to }: Nucleus): boolean =>
  row.kind === 'noun' &&
  scan.sentence.tokens.some(
    (token, at) => at >= to && at <= to + 5 && (token.norm === 'yesterday' || (token.norm === 'last' && PERIODS.has(normAt(scan, at + 1)))),
  );
const PERIODS = wordSet('week month year night summer spring autumn fall winter');

const NEXT = /\b(?:next (?:week|month|year)|this week|tomorrow|later this|upcoming|to expect|to watch|at stake|countdown|ahead of)\b/i;
const COMING = wordSet('will expected plans likely hopes could may set would faces ahead predicts expects awaits prepares');
/** Before a summit or visit they look ahead; before talks they tell what is being talked about. */
const WISHES = wordSet('seeks seek wants want aims aim eyes');

/** "Putin will press Trump at the summit", "Trump to miss the speech during his visit". */
function isForetold(scan: Scan, nucleus: Nucleus): boolean {
  if (NEXT.test(scan.sentence.text)) return !hasBeen(scan, nucleus);
  if (scan.sentence.zone === 'text' || isChronicle(scan)) return hasWill(scan, nucleus);
  return scan.sentence.tokens.some(
    (token, at) =>
      at < nucleus.from &&
      (COMING.has(token.norm) ||
        (token.norm === 'agenda' && isOnAgenda(scan, at)) ||
        (nucleus.row.rests === 'scheduled' && WISHES.has(token.norm)) ||
        (token.norm === 'to' && followsPerson(scan, at))),
  );
}

/** "trade on the agenda at their meeting", "trade tops agenda". */
const isOnAgenda = (scan: Scan, at: number): boolean =>
  [1, 2].some((k) => ON_OR_TOPS.has(normAt(scan, at - k))) && clauseOf(scan, at).kind !== 'time';
const ON_OR_TOPS = wordSet('on tops top');

/** "seized a boat during his visit this week": the day of what is told in the past. */
const isToldAsPast = (scan: Scan, nucleus: Nucleus): boolean =>
  isChronicle(scan) && (isBehindPast(scan, nucleus) || isCallBefore(scan, nucleus));
const isBehindPast = ({ sentence: { tokens } }: Scan, { from }: Nucleus): boolean =>
  tokens.some((token, at) => at < from && isPastVerb(token)) &&
  !tokens.some(({ norm }, at) => (at < from ? STILL_AHEAD : AHEAD_OF_US).has(norm));
const AHEAD_OF_US = wordSet('next tomorrow upcoming later will ahead');
const STILL_AHEAD = wordSet('upcoming will would ahead');
/** "In a call on Monday he agreed to come next week". */
function isCallBefore({ sentence: { tokens } }: Scan, { row, to }: Nucleus): boolean {
  if (row.form !== 'phone') return false;
  const verb = tokens.findIndex((token, at) => at >= to && isPastVerb(token));
  return verb >= 0 && verb - to <= MAX_TOLD && !tokens.some(({ norm }, at) => at < verb && (norm === 'next' || norm === 'will'));
}
const MAX_TOLD = 12;

/** "has been on a visit there this week": the perfect looks back. */
const hasBeen = (scan: Scan, { from }: Nucleus): boolean =>
  scan.sentence.tokens.some(({ norm }, at) => at < from && norm === 'been' && HAVE.has(normAt(scan, at - 1)));

/** "Merz's trip to Lima this weekend may strain ties": what it may do lies ahead, unless more is told of it as past ("but failed to"). */
function hasModal({ sentence: { tokens } }: Scan, { to }: Nucleus): boolean {
  const at = tokens.findIndex(({ norm }, k) => k >= to && (norm === ',' || MODAL.has(norm)));
  if (at < 0 || at - to > MAX_MODAL || !MODAL.has(normOf(tokens, at))) return false;
  const isOver = tokens.some(({ norm }, k) => k > at && norm === 'but' && /^[a-z]{3,}ed$/.test(normOf(tokens, k + 1)));
  return !isOver && tokens.slice(to, at).every(({ norm }) => !/^(?:that|who|where|which|when|said|says|[a-z]{3,}ed)$/.test(norm));
}
const MODAL = wordSet('may might could will');
const MAX_MODAL = 8;

/** "The two will restore ties during a visit", "can be endorsed at a summit": the time of what is said around it. */
function isOfWhatWillBe({ sentence }: Scan, { from }: Nucleus): boolean {
  const { tokens } = sentence;
  const at = lastIndexWhere(tokens, ({ norm }, k) => k < from && (AHEAD.has(norm) || isToSay(tokens, k)));
  const rest = sentence.tokens.slice(at + 1, from);
  return at >= 0 && from - at <= MAX_AHEAD && !rest.some(({ norm }) => norm === ',' || norm === '"' || isReport(norm));
}
/** "promised to raise it at the summit", "on the agenda of the meeting". */
const isToSay = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.norm === 'to' && RAISES.has(normOf(tokens, at + 1)) && MEANS.test(normOf(tokens, at - 1));
const RAISES = wordSet('raise press discuss address bring confront include broach lobby mention air tackle push ask challenge');
const MEANS = /^(?:promis|vow|pledg|want|hop|plan|intend|expect|aim|urged|set$|due$|keen$|likely$)/;
const AHEAD = wordSet("will 'll won't shall should can");
const MAX_AHEAD = 14;

const hasWill = (scan: Scan, nucleus: Nucleus): boolean => {
  const clause = clauseOf(scan, nucleus.from);
  return scan.sentence.tokens
    .slice(clause.from, nucleus.from)
    .some((token) => token.norm === 'will' || token.norm === 'expected' || token.norm === 'due');
};
const followsPerson = (scan: Scan, at: number): boolean =>
  scan.sentence.entities.some(
    (entity) =>
      entity.to === at &&
      (entity.kind === 'person' ||
        entity.kind === 'group' ||
        entity.kind === 'office' ||
        (entity.kind === 'country' && normAt(scan, entity.from - 1) === 'for')) &&
      !ADDRESSES.has(normAt(scan, (scan.groups.find(({ to }) => to === at)?.from ?? entity.from) - 1)),
  );
/** "tells Putin to end the war in a call": what he is to do is not when they talk. */
const ADDRESSES = wordSet(
  'tells tell told urges urge urged asks ask asked presses pressed press warns warn warned orders order ordered invites invite invited calls call begs beg pushes pushed push wants want wanted on implores implore implored',
);
