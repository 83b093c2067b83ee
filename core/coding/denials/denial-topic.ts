import { findNuclei } from '../nuclei/nuclei.ts';
import { normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { CLAIM_LEADS, type Claim } from './denial-claim.ts';

const MEETINGS = new Set(['summit', 'meeting', 'meetings', 'talks']);

/** Whether what is denied is a contact or its plan. */
export const isAboutContact = (claim: Claim): boolean => {
  const words = claim.sentence.tokens.slice(claim.from, claim.to).map((token) => token.norm);
  const isSent = words.some((word) => EMISSARY.has(word)) || LETTER.test(words.join(' '));
  return (
    words.some((word) => MEETINGS.has(word)) ||
    (isSent && hasForeigner(claim)) ||
    findNuclei(claim.sentence).some(
      (nucleus) => nucleus.from >= claim.from && nucleus.from < claim.to && !isMereTalk(claim.sentence, nucleus.from),
    )
  );
};
const EMISSARY = wordSet('envoys envoy emissary emissaries backchannels backchannel');
const LETTER = /\b(?:sent|sends?|wrote|written|received|receives|delivered|passed)(?: \S+){0,4} (?:letters?|messages?)\b/;
/** "talk of a coup" is a rumour. */
const isMereTalk = ({ tokens }: Sentence, at: number): boolean => tokens[at]?.norm === 'talk' && CLAIM_LEADS.has(normOf(tokens, at + 1));
const hasForeigner = ({ sentence, from, to }: Claim): boolean =>
  sentence.entities.some((entity) => entity.from >= from && entity.to <= to && entity.country !== null);
