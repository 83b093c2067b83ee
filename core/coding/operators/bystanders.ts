import type { Group } from '../entities/groups.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import { isOfClass, WORD_CLASS } from '../sentences/word-classes.ts';
import type { Sentence } from '../words/text.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ADVERBS, ARTICLES } from '../words/word-sets.ts';

/** Who is named beside a contact and is no side of it: who is absent, what they speak of, whom it is aimed at, what has befallen somebody. */
export function isBystander(sentence: Sentence, nuclei: readonly Nucleus[], group: Group): boolean {
  const { from, to, preposition, isPossessive } = group;
  if (isPossessive) return FATES.has(normAt(sentence, to + 1));
  if (preposition === 'with') return isAbsent(sentence, to) || isTopicMeanwhile(sentence, nuclei, group);
  const lead = ARTICLES.has(normAt(sentence, from - 1)) ? from - 2 : from - 1;
  const word = normAt(sentence, lead);
  if (preposition === 'of') return FATES.has(normAt(sentence, lead - 1));
  return (
    (word === 'as' && STAYS.has(normAt(sentence, to)) && normAt(sentence, to + 1) === 'home') ||
    (COUNTERS.has(word) && (word.endsWith('ing') || normAt(sentence, lead - 1) === 'to'))
  );
}
/** "the capture of Maduro", "Assad's ouster". */
const FATES = wordSet('capture arrest ouster killing assassination abduction overthrow invasion occupation annexation bombing');
/** "as Trump stays home". */
const STAYS = wordSet('stays stayed staying');
/** "in hopes of countering China", "of dimming China's influence", "to offset Trump's tariffs". */
const COUNTERS = wordSet('counter countering contain containing deter deterring isolate isolating offset offsetting curb curbing dimming');

/** "hosts a summit with Xi absent", "... with Trump and Xi nowhere to be seen". */
function isAbsent(sentence: Sentence, to: number): boolean {
  const at = ADVERBS.has(normAt(sentence, to)) ? to + 1 : to;
  const norm = normAt(sentence, at);
  return (
    (ABSENT.has(norm) && !(norm === 'away' && normAt(sentence, at + 1) === 'from')) || (NOT.has(norm) && AWAY.has(normAt(sentence, at + 1)))
  );
}
const ABSENT = wordSet('absent missing away conspicuous nowhere uninvited');
const NOT = wordSet('not conspicuously notably left shut staying');
const AWAY = wordSet('invited absent missing out home away');

/** "Rubio meets Lavrov with Ukraine on the agenda", "... with Iran tensions high"; "talks with Iran" are with Iran. */
function isTopicMeanwhile(sentence: Sentence, nuclei: readonly Nucleus[], { from, to, members }: Group): boolean {
  let end = ARTICLES.has(normAt(sentence, from - 1)) ? from - 2 : from - 1;
  // "to hold a call on Monday with China"
  while (isOfClass(sentence.tokens[end - 1], WORD_CLASS.date) || normAt(sentence, end - 1) === 'on') end -= 1;
  if (!members.every(({ kind }) => kind === 'country') || nuclei.some((one) => one.to === end)) return false;
  for (let at = to; at < to + MAX_TOPIC; at += 1) {
    const norm = normAt(sentence, at);
    if (MATTERS.has(norm)) return true;
    if (norm === ',' || ELSEWHERE.has(norm) || nuclei.some((one) => one.from === at)) return false;
  }
  return false;
}
const MAX_TOPIC = 5;
const ELSEWHERE = wordSet('amid amidst at over after before during despite as while');
const MATTERS = wordSet('focus agenda mind doubt high rising mounting looming');
