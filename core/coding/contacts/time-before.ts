import { isReport } from '../entities/attribution.ts';
import type { Frame } from '../frames/frames.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import { normOf } from '../words/text.ts';
import { verbFormOf } from '../words/verb-forms.ts';
import { wordSet } from '../words/word-set.ts';
import { RESULTS } from './time-markers.ts';

/** Whether a sentence of a text tells by its verb that a contact was before what it is about. */
export const isOfTimeBefore = (frame: Frame, published: string | null): boolean =>
  isFollowed(frame) || isSettingOfThen(frame) || isOfOldYear(frame, published);

/** "They had discussed the case in a call": at the time of what had been done there; not "he said that they had". */
function isSettingOfThen({ scan, nucleus, status, chain }: Frame): boolean {
  if (status !== 'held' || scan.sentence.zone !== 'text' || chain[chain.length - 1]?.row.effect !== 'presuppose-now') return false;
  const { tokens } = scan.sentence;
  const had = tokens.findIndex(({ norm }) => norm === 'had');
  if (had < 0 || had > nucleus.from || nucleus.from - had > MAX_SETTING) return false;
  return verbFormOf(normOf(tokens, had + 1)) === 'past' && !tokens.slice(0, had).some(({ norm }) => isReport(norm));
}
const MAX_SETTING = 8;

const NOT_DONE: ReadonlySet<string> = new Set(['agreed', 'proposed', 'willing', 'declined', 'cancelled', 'postponed']);
/** "The two agreed in Oslo in July 2023 to hold talks": a year that is over, behind a verb of the past. */
function isOfOldYear({ scan, nucleus, status, chain }: Frame, published: string | null): boolean {
  if (published === null || scan.sentence.zone !== 'text' || !NOT_DONE.has(status)) return false;
  const { tokens } = scan.sentence;
  const year = published.slice(0, 4);
  return chain.some(
    ({ from, to }) =>
      verbFormOf(normOf(tokens, from)) === 'past' &&
      tokens.some(
        ({ norm }, at) =>
          at >= to &&
          at <= Math.max(to, nucleus.to) + MAX_YEAR &&
          /^(?:19|20)\d\d$/.test(norm) &&
          norm < year &&
          normOf(tokens, at - 2) !== 'since',
      ),
  );
}
const MAX_YEAR = 6;

/** "The call followed a meeting in Oslo": what was before what is told. */
const isFollowed = ({ scan, nucleus, status }: Frame): boolean =>
  status === 'held' &&
  scan.sentence.zone === 'text' &&
  nucleus.row.kind === 'noun' &&
  (scan.nuclei[0] !== nucleus || !RESULTS.has(normOf(scan.sentence.tokens, 1))) &&
  FOLLOWED.has(normOf(scan.sentence.tokens, phraseStart(scan.sentence, nucleus) - 1));
/** "A follows B": B was first. */
export const FOLLOWED = wordSet('follows followed');
