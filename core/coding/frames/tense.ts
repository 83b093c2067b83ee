import type { State } from '../codebook/algebra.ts';
import type { Status } from '../codebook/coded-item.ts';
import { REMOTE } from '../codebook/status-kinds.ts';
import { isInOffice } from '../entities/actors.ts';
import { isReport } from '../entities/attribution.ts';
import { hasTwoPrincipals } from '../nuclei/last-resort.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import { governingPreposition } from '../nuclei/phrase.ts';
import { bearsFruit, phraseEnd } from '../operators/outcomes.ts';
import type { Scan } from '../operators/scan.ts';
import { normOf } from '../words/text.ts';
import { entityAt, normInScan as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { BE, HAVE, IS } from '../words/word-sets.ts';
import { admittedStatus, isAdmitted } from './admitted.ts';
import { clauseOf } from './arguments.ts';
import { bareNoun, LIVE } from './bare-noun.ts';
import { hasBeen, isChronicle, isPastVerb } from './chronicle.ts';
import { isAppealedFor, isBidden } from './dialog.ts';
import { hasModal, isForetold, isOfWhatWillBe, isToldAsPast } from './foretold.ts';

/** A verb says by its tense whether it happened; the present tense of headlines and chronicles counts as done. */
export function baseState(scan: Scan, nucleus: Nucleus): State {
  const { row, form } = nucleus;
  if (row.kind === 'noun') return row.rests === 'proposed' || isAppealedFor(scan, nucleus) ? 'proposed' : 'bare';
  if (isBidden(scan, nucleus)) return 'proposed';
  if (form === 'ing' && normAt(scan, nucleus.from) === 'coming') return 'scheduled';
  if (row.isLastResort === true && row.rests === 'held' && GOING_ON.test(scan.sentence.text)) return 'underway';
  if (form === 'ing' && normAt(scan, nucleus.from - 1) === 'been' && normAt(scan, nucleus.from - 2) === 'had') return 'held';
  if (form === 'ing' && row.isTravel === true && wasThere(scan, nucleus)) return 'held';
  if (form === 'ing')
    return BE.has(normAt(scan, nucleus.from - 1)) || BE.has(normAt(scan, nucleus.from - 2)) ? (row.rests ?? 'underway') : 'bare';
  if (row.isDeparture === true) return departure(scan, nucleus);
  if (row.rests !== undefined) return row.rests;
  if (form === 'past' && normAt(scan, nucleus.from - 1) === 'be') return 'scheduled';
  return form === 'base' && isWhatFor(scan, nucleus) ? 'scheduled' : 'held';
}
/** "was visiting Oslo when"; not "said he was visiting Oslo", "was visiting it next week". */
const wasThere = ({ sentence: { tokens } }: Scan, { from, to }: Nucleus): boolean =>
  WAS.has(normOf(tokens, from - 1)) &&
  !isReport(normOf(tokens, from - 3)) &&
  !isReport(normOf(tokens, from - 4)) &&
  !tokens.some(({ norm }, at) => at >= to && DAY_AHEAD.has(norm));
const DAY_AHEAD = wordSet('next tomorrow');
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
  const told = admittedStatus(scan, nucleus);
  if (told !== null) return told;
  if (nucleus.row.kind === 'verb' && nucleus.form === 'ing') return participle(scan, nucleus);
  if (nucleus.row.kind === 'noun' && normAt(scan, nucleus.to) === 'held' && normAt(scan, nucleus.to + 1) !== 'up') return 'held';
  if (isBehindUs(scan, nucleus) || isAnniversary(scan) || wasSo(scan, nucleus) || isToldByPhone(scan, nucleus, state)) return 'held';
  if (state === 'during' && isOfMade(scan, nucleus)) return 'held';
  if (
    isToDo(scan, nucleus) ||
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

/** "set to announce progress made during talks", "under a pact signed by X and Y at their summit this week": what has come of them. */
function isOfMade({ sentence, chains, nuclei }: Scan, nucleus: Nucleus): boolean {
  const mark = (chains[nuclei.indexOf(nucleus)] ?? []).find(({ row }) => row.effect === 'presuppose-now')?.from ?? 0;
  if (nucleus.row.id === 'talks' && normOf(sentence.tokens, mark) !== 'during') return false;
  let at = mark - 1;
  for (let who = entityAt(sentence, at); who !== undefined || BY_WHOM.has(normOf(sentence.tokens, at)); who = entityAt(sentence, at))
    at = (who?.from ?? at) - 1;
  const before = normOf(sentence.tokens, at - 1);
  return MADE.has(normOf(sentence.tokens, at)) && (isPlainNoun(before) || WAS.has(before) || entityAt(sentence, at - 1)?.kind === 'person');
}
const BY_WHOM = wordSet('by and to , the president');
const isPlainNoun = (norm: string): boolean => /^[a-z]{3,}$/.test(norm) && !BE.has(norm) && !HAVE.has(norm);
const MADE = wordSet(
  'made reached agreed achieved struck brokered discussed clinched finalised finalized hammered signed sealed announced inked',
);

/** "tells Macron in a call that gas will flow": what is to be is what was said. */
const isToldByPhone = ({ sentence }: Scan, { row, from }: Nucleus, state: State): boolean =>
  state === 'during' && REMOTE.has(row.form) && sentence.tokens.some(({ norm }, at) => at < from && TELLS.has(norm));
const TELLS = wordSet('tells told warns warned assures assured promises promised informs informed urges urged');

/** "says the talks were friendly", "The meeting in Oslo followed weeks of calls": what is told of it in the past is over. */
function wasSo({ sentence }: Scan, nucleus: Nucleus): boolean {
  if (nucleus.row.kind !== 'noun') return false;
  const { tokens } = sentence;
  const at = phraseEnd(sentence, nucleus);
  if (FOLLOWED.has(normOf(tokens, at))) return nucleus.row.isTravel !== true && governingPreposition(sentence, nucleus) === null;
  return WAS.has(normOf(tokens, at)) && !NOT_OVER.has(normOf(tokens, at + 1)) && !NOT_OVER.has(normOf(tokens, at + 2));
}
const FOLLOWED = wordSet('followed lasted focused centred centered covered addressed ended');
/** "Monday's summit with Merz is to cover trade". */
const isToDo = ({ sentence }: Scan, nucleus: Nucleus): boolean => {
  if (nucleus.row.kind !== 'noun' || governingPreposition(sentence, nucleus) !== null) return false;
  const at = phraseEnd(sentence, nucleus);
  return IS.has(normOf(sentence.tokens, at)) && TO_DO.has(normOf(sentence.tokens, at + 1));
};
const TO_DO = wordSet('to expected due set likely scheduled slated');
const WAS = wordSet('was were');
const NOT_OVER = wordSet(
  'ongoing continuing continued still going under to being expected due set scheduled planned meant supposed likely',
);

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
  if (isAdmitted(scan, nucleus)) return 'held';
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

/** "the conversation with Putin last month": a past date right behind the phrase. */
const isBehindUs = (scan: Scan, { row, to }: Nucleus): boolean =>
  row.kind === 'noun' &&
  scan.sentence.tokens.some(
    (token, at) => at >= to && at <= to + 5 && (token.norm === 'yesterday' || (token.norm === 'last' && PERIODS.has(normAt(scan, at + 1)))),
  );
const PERIODS = wordSet('week month year night summer spring autumn fall winter');
