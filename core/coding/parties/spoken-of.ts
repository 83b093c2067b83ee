import type { Frame } from '../frames/frames.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import { normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES } from '../words/word-sets.ts';
import type { Sides } from './sides.ts';

/** "will meet him about the talks with Iran": what another contact is about. */
export const isMatter = (frame: Frame): boolean =>
  (frame.status === 'underway' || frame.status === 'scheduled' || frame.status === 'held' || frame.status === 'agreed') &&
  frame.nucleus.row.kind === 'noun' &&
  (isFocus(frame) || isBriefed(frame) || (frame.chain.length === 0 && isTopicOfTalks(frame)));

/** "the call will focus on the visit of Xi". */
const isFocus = ({ scan, nucleus }: Frame): boolean => {
  const at = phraseStart(scan.sentence, nucleus) - 1;
  const [verb, preposition] = [at - 1, at].map((k) => normOf(scan.sentence.tokens, k));
  return ON_TOPIC.has(preposition ?? '') && FOCUS.has(verb ?? '') && scan.nuclei.some(({ from }) => from < at);
};
const ON_TOPIC = wordSet('on upon about');
const FOCUS = wordSet(
  'focuses focused focus focusing centres centred centre centers centered center concentrated concentrate dwelt dwelled touches touched touch revolved revolve',
);

/** "briefs Merz on his call with Putin": the news is that he tells him. */
const isBriefed = ({ scan, nucleus }: Frame): boolean => scan.nuclei.some(({ row, to }) => row.id === 'brief' && to < nucleus.from);

/** "Macron and Merz discuss the Trump-Putin summit", "... preparations for it": what they speak of. */
export function isDiscussed({ scan, nucleus, chain, status, args }: Frame, { parties }: Sides): boolean {
  if (nucleus.row.kind !== 'noun' || (status !== 'scheduled' && status !== 'held' && status !== 'agreed')) return false;
  const verb = scan.nuclei.find(({ row, to }) => row.id === 'discuss' && to <= nucleus.from);
  if (
    verb === undefined ||
    !(WHO_OR_TO.has(normOf(scan.sentence.tokens, verb.from - 1)) || scan.sentence.entities.some(({ to }) => to === verb.from))
  )
    return false;
  const topic = [...args.core, ...chain].reduce((first, { from }) => (from < verb.to ? first : Math.min(first, from)), nucleus.from);
  const isNext = topic === verb.to || (topic - verb.to <= 2 && ARTICLES.has(normOf(scan.sentence.tokens, verb.to)));
  return isNext && !parties.every((party) => scan.sentence.entities.some(({ country, to }) => country === party && to <= verb.from));
}

const WHO_OR_TO = wordSet('they both two pair sides leaders presidents ministers will to');

const isTopicOfTalks = ({ scan, nucleus }: Frame): boolean => {
  const link = normOf(scan.sentence.tokens, phraseStart(scan.sentence, nucleus) - 1);
  const isTopic = link === 'about' || (nucleus.row.id === 'talks' && (link === 'on' || link === 'over'));
  return isTopic && scan.nuclei.some((other) => other.row.kind === 'verb' && other.to <= nucleus.from);
};
