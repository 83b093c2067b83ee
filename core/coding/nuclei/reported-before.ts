import type { Contact } from '../codebook/coded-item.ts';
import type { Sentence } from '../words/text.ts';

/** Sentences of an item in which a report would be named that its headline denies. */
const MAX_SENTENCES = 5;

/** Whether the item names a report or what an outlet had told: what a headline then says not to be planned is denied (codebook section 2). */
export const tellsOfReport = (sentences: readonly Sentence[]): boolean =>
  sentences.slice(0, MAX_SENTENCES).some(({ text }) => ANSWERED.test(text) || TOLD.test(text));

const ANSWERED =
  /\b(?:contrary to|react(?:ing|ed) to|respond(?:ing|ed) to|in (?:response|reply|answer) to|(?:asked|quizzed) about|commenting on|disput(?:ing|ed)|contradict(?:ing|ed)|referring to|(?:was|were|been) shown) (?:[^ ,.;]+ ){0,5}?(?:reports?|story|stories|claims?|rumou?rs?|articles?|speculation|scoop|leak|account)\b/i;
const TOLD =
  /\b(?:newspapers?|daily|weekly|tabloid|website|portal|broadcaster|news agency|magazine|paper|radio(?: station)?|television|tv|outlet|blog|blogger|column|columnist|press)\b(?: [^ ,.;]+){0,5}? (?:had|has|have) (?:reported|claimed|written|alleged|asserted|suggested|announced|carried|published|put out|told|printed|named)\b/i;

/**
 * Whether any sentence has a word for a report: less than `tellsOfReport` asks for, since "no such meeting" answers something in any case,
 * and only where there is no such word at all it answers an offer.
 */
export const mentionsReport = (sentences: readonly Sentence[]): boolean => sentences.some(({ text }) => MENTIONED.test(text));
const MENTIONED = /\b(?:reports?|reported|rumou?rs?|claim(?:s|ed)?|newspapers?|media|speculation|leak(?:s|ed)?|according to|sources?)\b/i;

/** "No visit is planned", "has not met": what is said not to be, without "yet", a date or a wish. */
export const isSaidNotToBe = ({ status, background, evidence }: Contact): boolean =>
  status === 'premature' &&
  !background &&
  evidence.zone === 'title' &&
  evidence.operators.some(({ effect, words }) => (effect === 'negate' || effect === 'premature') && NOT.test(words)) &&
  !/\b(?:yet|date|dates|early|soon|premature|so far|for now|at this stage|unless|until)\b/i.test(evidence.sentence);
const NOT = /^(?:no|not|nothing|never|nobody|none|[a-z]+n't)\b/i;
