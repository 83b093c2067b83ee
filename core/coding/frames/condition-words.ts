import type { Status } from '../codebook/coded-item.ts';
import type { Scan } from '../operators/scan.ts';
import type { Clause } from '../sentences/clauses.ts';
import { normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';

/** The words around one that may set a condition: -1 the one before, 1 the one behind. */
type Around = { readonly norm: (k: number) => string; readonly isCapital: (k: number) => boolean; readonly status: Status };
type WordCheck = (around: Around) => boolean;

const isOn: WordCheck = ({ norm }) => ON.has(norm(1));
const ON = wordSet('on upon');
/** "the day his troops leave", not "on the day of the vote". */
const isTheDayThat: WordCheck = ({ norm, isCapital }) =>
  norm(-1) === 'the' && !BEFORE_TIME.has(norm(-2)) && (isCapital(1) || SUBJECTS.has(norm(1)) || (norm(1) === 'after' && isCapital(2)));
const BEFORE_TIME = wordSet('on of for until by during to in at from');
const SUBJECTS = wordSet('the his her their its they he she it all');

/** "the moment ships leave". */
const isTheMomentThat: WordCheck = ({ norm }) => norm(-1) === 'the' && !BEFORE_TIME.has(norm(-2)) && !AFTER_MOMENT.has(norm(1));
const AFTER_MOMENT = new Set(['', ...wordSet(', . ; : of for to in at on being is was by from and when with')]);

/** Words that set a condition inside the contact's own clause, and what must stand around them. */
const WORD_CHECKS: Readonly<Record<string, WordCheck>> = {
  only: ({ norm }) => AFTER_ONLY.has(norm(1)) || norm(-1) === 'would',
  soon: ({ norm }) => norm(-1) === 'as' && norm(1) === 'as' && !SOON.test(norm(norm(2) === 'the' ? 3 : 2)),
  day: isTheDayThat,
  moment: isTheMomentThat,
  minute: isTheMomentThat,
  hour: isTheMomentThat,
  instant: isTheMomentThat,
  subject: ({ norm }) => norm(1) === 'to',
  contingent: () => true,
  dependent: isOn,
  conditional: isOn,
  hinge: isOn,
  hinges: isOn,
  condition: ({ norm }) => norm(-1) === 'on',
  conditions: ({ norm }) => norm(-1) === 'on',
  provided: ({ norm }) => norm(1) !== 'by',
  providing: () => true,
  depends: () => true,
  depend: () => true,
  under: ({ norm, status }) => status === 'declined' && DURESS.has(norm(1)),
};
const HANGS = /^(?:depend|hinge)/;
const AFTER_ONLY = wordSet('if after when to once with on');
/** "as soon as possible", "as soon as next week" are times. */
const SOON =
  /^(?:end|start|middle|weekend|coming|possible|practical|practicable|feasible|next|this|today|tonight|tomorrow|early|late|mid|in|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|he|she|they|it|\d.*)$/;
const DURESS = wordSet('pressure duress threat threats fire attack bombs bombardment shelling siege blockade occupation sanctions " \'');

const CHECK_OF: ReadonlyMap<string, WordCheck> = new Map(Object.entries(WORD_CHECKS));

/** "A decision hinges on the summit": it is the decision that is tied. */
export const isOnlyBehind = ({ nuclei, sentence: { entities } }: Scan, { from, to }: Clause, at: number): boolean =>
  nuclei.some((one) => one.from > at && one.from < to && one.row.kind === 'noun') &&
  !nuclei.some((one) => one.from >= from && one.from < at) &&
  !entities.some((one) => one.to === at);

/** Whether a word of the contact's own clause ties it to a condition: "as long as", "subject to", "the day they leave". */
export function hasConditionWord(scan: Scan, own: Clause, status: Status): boolean {
  const { tokens } = scan.sentence;
  for (let at = own.from; at < own.to; at += 1) {
    const check = CHECK_OF.get(normOf(tokens, at));
    if (check === undefined) continue;
    const norm = (k: number): string => normOf(tokens, at + k);
    if (HANGS.test(norm(0)) && isOnlyBehind(scan, own, at)) continue;
    if (check({ norm, isCapital: (k) => tokens[at + k]?.isCapital === true, status })) return true;
  }
  return false;
}
