import type { State } from '../codebook/algebra.ts';
import type { Status } from '../codebook/coded-item.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import type { Scan } from '../operators/scan.ts';
import { wordsBetween } from '../words/text.ts';
import { normInScan as normAt } from '../words/word-at.ts';
import { isConditional, isNotUntil } from './conditions.ts';

/** The words that were scanned: of a sentence without end only a piece. */
export const pieceOf = ({ sentence }: Scan): string => wordsBetween(sentence, 0, sentence.tokens.length);

/** What is said of a contact that is not to be: refused on a condition, denied against a report, called off if it was planned. */
export function lacking(scan: Scan, n: number, state: State, told: Status): Status {
  if (STILL_OPEN.has(told) && isNotUntil(scan, n)) return 'declined';
  if (TURNS.has(state) && (told === 'declined' || told === 'premature') && AFTER_ALL.test(pieceOf(scan))) return 'cancelled';
  if (TURNS.has(state) && isNegated(scan, n) && AGAINST_TALE.test(pieceOf(scan))) return 'denied';
  if (TURNS.has(state) && IS_UNTRUE.test(pieceOf(scan))) return 'denied';
  if (isNeverOffered(scan, n)) return 'denied';
  if (state === 'absent' && scan.sentence.tokens.some(({ norm }) => norm === 'ever')) return 'denied';
  if (state === 'absent' && (isConditional(scan, n, 'declined') || UNDER_PRESSURE.test(pieceOf(scan)))) return 'declined';
  if (state === 'absent' && AGAINST_REPORT.test(pieceOf(scan))) return 'denied';
  if (state === 'premature' && isNoneWhile(scan, n)) return 'declined';
  if (state === 'premature' && UNAWARE.test(pieceOf(scan))) return 'denied';
  if (state === 'unheld' && AS_PLANNED.test(pieceOf(scan))) return 'cancelled';
  if ((state === 'dropped' || told === 'declined') && NOT_UNTIL.test(pieceOf(scan))) return 'postponed';
  if (state !== 'dropped') return told;
  if (isConditional(scan, n, 'declined')) return 'declined';
  if ((scan.chains[n] ?? []).some(({ row }) => row.effect === 'schedule' || row.effect === 'plan')) return told;
  const nucleus = scan.nuclei[n];
  const opener = nucleus === undefined ? '' : normAt(scan, phraseStart(scan.sentence, nucleus));
  return opener === 'a' || opener === 'an' || opener === 'any' ? 'premature' : told;
}
const STILL_OPEN: ReadonlySet<Status> = new Set(['scheduled', 'held', 'willing', 'possible']);
/** "will not be held until next week": only later. */
const NOT_UNTIL =
  /\b(?:not|n't|nor) (?:[a-z]+ ){1,6}(?:until|till|before) (?:the |at least |after )?(?:next|later|early|mid|late|january|february|march|april|may \d|june|july|august|september|october|november|december|spring|summer|autumn|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day|easter|christmas|\d)\b/i;
/** "will not meet after all", "no summit after all": what had been planned. */
const TURNS: ReadonlySet<State> = new Set(['absent', 'declined', 'unheld', 'premature']);
const isNegated = ({ chains }: Scan, n: number): boolean => (chains[n] ?? []).some(({ row }) => row.effect === 'negate');
/** What somebody had told stands in the same sentence. */
export const AGAINST_TALE =
  /\b(?:contrary to|contradict\w+|disput(?:es?|ed|ing)|rebut\w*|whatever [^,.]{2,40} (?:says?|said|prints?|writes?|claims?|reports?|tells?|may)|(?:says?|said|asked|quizzed) (?:of|on|about) [^,.]*\b(?:reports?|story|scoop|claims?|rumou?rs?|article|leak|tale|account)|exists? only (?:on|in)|(?:report|story|scoop|claim|rumou?r|allegation|tale|version|account)s? (?:is|are|was|were|being) (?:a )?(?:false|untrue|wrong|mistaken|lies?|invented|bogus)|as (?:claimed|reported|alleged) by|despite (?:what|reports?|claims?|rumou?rs?|speculation)|thin air|[a-z]+ has it wrong|never was|never were|after (?:[^ ]+ ){0,3}(?:scoop|story|reports?|claims?|leak|article|tale)|(?:denying|rejecting|refuting|dismissing|rebutting) (?:[^,. ]+ ){0,4}(?:reports?|story|stories|claims?|rumou?rs?|speculation|suggestions?))\b/i;
const IS_UNTRUE =
  /\b(?:reports?|story|stories|claims?|rumou?rs?|accounts?|allegations?|information) (?:is|are|was|were|being) (?:[a-z]+ )?(?:not (?:true|correct|accurate)|false|untrue|wrong|incorrect|unfounded|baseless|groundless|fabricated|invented|without foundation)\b/i;
/** "never agreed to see him", "did not request talks": told of the past, an offer or a yes that a side is said to have given is taken back. */
const isNeverOffered = (scan: Scan, n: number): boolean => {
  const chain = scan.chains[n] ?? [];
  const negation = chain.find(({ row }) => row.effect === 'negate');
  const inner = chain.find(({ row, from }) => negation !== undefined && from >= negation.to && OFFERED.has(row.effect));
  if (negation === undefined || inner === undefined || inner.from - negation.to > 2) return false;
  const word = normAt(scan, negation.from);
  const isDid = word === "didn't" || (word === 'not' && normAt(scan, negation.from - 1) === 'did');
  return (word === 'never' && /ed$|^sought$/.test(normAt(scan, inner.from))) || (isDid && inner.row.effect === 'propose');
};
const OFFERED: ReadonlySet<string> = new Set(['agree', 'accept', 'propose']);
/** "no call will be made while bombs fall", "until then no meeting is possible": none, and a condition for it. */
const isNoneWhile = (scan: Scan, n: number): boolean => {
  const chain = scan.chains[n] ?? [];
  return (
    chain.some(
      ({ row, from }, k) =>
        row.effect === 'negate' &&
        (chain[k - 1]?.row.effect === 'possible' || (normAt(scan, from) === 'no' && chain.some((one) => one.row.effect === 'future'))),
    ) && isConditional(scan, n, 'declined')
  );
};
/** "not aware of any call yesterday": of what is said to have been. */
const UNAWARE =
  /\b(?:not aware|unaware|no knowledge|knows? nothing) of (?:any|such|a|the) [^.,]*\b(?:yesterday|last (?:night|week|month)|(?:having|had) taken place|earlier (?:today|this))\b|\b(?:not aware|unaware) of any [^.]*\bafter [^.,]* (?:said|claimed|told|announced)\b/i;
const AFTER_ALL = /\b(?:after all|as (?:had been |was )?(?:announced|planned|scheduled))\b/i;
const AGAINST_REPORT =
  /\b(?:insist(?:s|ed)?|contradicting|faulting|(?:has|have|had) it wrong|whatever [^,.]{2,30} says?|dismiss(?:es|ed|ing)? [^,.]*\b(?:remarks?|claims?|reports?|statements?|assertions?)|call(?:s|ed|ing) [^,.]{2,40} (?:misleading|false|untrue|wrong|fake|invented|baseless|lies)|(?:after|despite|contrary to|contradict\w+|reject\w*|over|of|on|about|in reply to) [^,.]*\b(?:reports?|claims?|rumou?rs?|story|press|media|papers?)|no such|(?:pure|sheer|total|complete|utter|mere) (?:fiction|fantasy|invention|fabrication|nonsense|rubbish)|made up|made-up|out of thin air)\b/i;
const UNDER_PRESSURE = /\bunder (?:\w+ )?(?:pressure|duress|fire|threat|threats|attack|sanctions|siege)\b/i;
const AS_PLANNED = /\bas (?:planned|scheduled|agreed|expected|announced)\b/i;
