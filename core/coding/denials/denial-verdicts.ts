import { type DenialRow, denialWordSet } from '../facts/data.ts';
import type { Match } from '../words/pattern.ts';
import { isTied, normOf, type Sentence } from '../words/text.ts';
import { normAt as norm } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { BE, QUOTES } from '../words/word-sets.ts';

const CLAIM_NOUNS = denialWordSet('claimNouns');

/** A verdict of falsehood ("is fiction") that is passed on something claimed, and not on a ticket or a start. */
export const isVerdictOnClaim = (sentence: Sentence, match: Match<DenialRow>): boolean =>
  !isTelling(sentence, match) &&
  !isCriticism(sentence, match) &&
  !hasVerbOfDenial(sentence, match) &&
  !isAttributive(sentence, match) &&
  !isNewsAsTopic(sentence, match) &&
  !isNegated(sentence, match) &&
  !isLoose(sentence, match) &&
  isAboutClaim(sentence, match);

/** A verdict in quotation marks, and what it is passed on outside of them. */
export const isQuotedVerdict = (sentence: Sentence, match: Match<DenialRow>): boolean =>
  !isAttributive(sentence, match) && isOfTale(sentence, match);

/** Something that was claimed stands in the sentence, is quoted or pointed to, or the word itself says that it was claimed. */
const isAboutClaim = (sentence: Sentence, match: Match<DenialRow>): boolean =>
  sentence.tokens.some(
    (token, at) =>
      CLAIM_NOUNS.has(token.norm) &&
      !(IDEAS.has(token.norm) && norm(sentence, at + 1) === 'of') &&
      (!LIES.has(token.norm) || at < match.from || at >= match.to),
  ) ||
  TOLD.has(norm(sentence, match.from)) ||
  isAboutPronoun(sentence, match) ||
  isForged(sentence, match) ||
  isMarkedAsClaim(sentence, match) ||
  FABLE.test(norm(sentence, match.to - 1)) ||
  SAYS.has(norm(sentence, match.to - 1)) ||
  norm(sentence, match.to - 2) === 'truth' ||
  norm(sentence, match.to) === 'news';

/** "the idea of a summit is absurd": what might be done, and not what is so. */
const IDEAS = wordSet('idea notion');
const SAYS = wordSet('says claims alleges');
const TOLD = wordSet('news word talk this that it');

/** "the so-called bases", "the demise announced on the web", "that we buy oil is", 'the "genocide" is': somebody else's word for it. */
function isMarkedAsClaim(sentence: Sentence, { from }: Match<DenialRow>): boolean {
  const { tokens, entities } = sentence;
  if (entities.some(({ kind, to }) => kind === 'outlet' && to <= from)) return true;
  for (let at = 0; at < from; at += 1) {
    const { norm: word } = tokens[at] ?? { norm: '' };
    if (ALLEGED.has(word)) return true;
    const opens = at === 0 || OPENS.has(normOf(tokens, at - 1));
    if (opens && (word === 'that' || (word === 'to' && CLAIMING.has(normOf(tokens, at + 1))))) return true;
    if (isScareQuote(sentence, at, from)) return true;
  }
  return false;
}
const OPENS = wordSet(': , "');
const CLAIMING = wordSet('say claim suggest imply allege assert pretend');
const ALLEGED = wordSet(
  'papers paper newspapers newspaper daily tabloids tabloid magazine broadcaster website media journalists reporters alleged so-called supposed purported claimed rumoured rumored reported reportedly leaked viral circulating announced ascribed attributed imputed touted much-touted',
);
/** One to four words in quotation marks that are no sentence: "so called". */
function isScareQuote(sentence: Sentence, open: number, to: number): boolean {
  const { tokens } = sentence;
  const mark = tokens[open];
  if (mark === undefined || !QUOTES.has(mark.norm) || !isTied(sentence, open + 1) || (open > 0 && isTied(sentence, open))) return false;
  const close = tokens.findIndex(({ norm: word }, at) => at > open && word === mark.norm);
  return close > open + 1 && close <= open + 5 && close < to && tokens[close - 1]?.kind === 'word';
}

/** "Clip of king singing is AI fake": what can be forged stands before the verdict. */
const isForged = (sentence: Sentence, { row, from }: Match<DenialRow>): boolean =>
  FORGEABLE.has(row.id) && sentence.tokens.some(({ norm: word }, at) => (at <= from || row.kind === 'verb') && FORGED.has(word));
const FORGEABLE: ReadonlySet<string> = new Set(['is-fake', 'is-false', 'is-baseless', 'call-fake', 'call-false']);
const FORGED = wordSet(
  'videos video clips clip footage recordings recording audio tapes tape photos photo photographs photograph images image pictures picture documents document screenshots screenshot posts post tweets tweet quotes quote letters letter',
);
/** Claim words that may be the verdict itself. */
const LIES = wordSet('fake canard lies lie propaganda disinformation misinformation gossip smears smear speculation');
const FABLE =
  /^(?:hoax|fiction|fabricat\w+|lies?|news|nonsense|canards?|forger(?:y|ies)|figments?|inventions?|poppycock|hogwash|balderdash|bunkum|fairy-?tales?|truth|reality|facts?|imaginations?|dreams|minds?|heads?|liars?|lying|mis(?:quoted|reported|represented|translated|construed))$/;

/** "tale of a raid 'pure fantasy'": what the quoted verdict is about stands outside the marks. */
const isOfTale = (sentence: Sentence, { from, to }: Match<DenialRow>): boolean =>
  sentence.tokens.some(
    (token, at) =>
      (at < from || at >= to) &&
      (CLAIM_NOUNS.has(token.norm) || TALE.has(token.norm) || (token.norm === 'to' && CLAIMING.has(norm(sentence, at + 1)))),
  );
const TALE = wordSet(
  'protest protests criticism word tales tale e-mails e-mail emails email videos video clips clip footage posts post pictures picture images image photos photo visits visit trips trip meetings meeting calls call talks summit encounter letters letter plots plot plans plan lists list deals deal',
);

/** "it is untrue", "this is fiction": the claim stands before. */
const isAboutPronoun = (sentence: Sentence, match: Match<DenialRow>): boolean =>
  POINTER.has(norm(sentence, match.from - 1)) || (match.row.kind === 'verb' && POINTER.has(norm(sentence, match.from + 1)));
const POINTER = wordSet('it this that these they them all');
/** "Doe quotes a fake verse", "the king posts AI-generated clip", "is called out for a false claim": no verdict. */
function isTelling(sentence: Sentence, { row, from }: Match<DenialRow>): boolean {
  const next = norm(sentence, from + 1);
  if (row.kind === 'verb') return next === 'out' || next === 'on' || next === 'off' || next === 'for';
  return (
    TELLS.has(norm(sentence, from)) && sentence.entities.some(({ to, kind }) => to === from && (kind === 'person' || kind === 'office'))
  );
}
const TELLS = wordSet('quotes posts tweets claims reports remarks hints claim report post tweet');

/** "calls his remarks a provocation": what was said is blamed, and not said to be untrue. */
const isCriticism = ({ tokens }: Sentence, { row, from, to }: Match<DenialRow>): boolean =>
  SLANTED.has(row.id) &&
  SLANTS.has(tokens[to - 1]?.norm ?? '') &&
  tokens.slice(from, to).some(({ norm: word }) => REMARKS.has(word)) &&
  !tokens.slice(from, to).some(({ norm: word }) => CLAIM_NOUNS.has(word) && !REMARKS.has(word));
const SLANTED: ReadonlySet<string> = new Set(['call-baseless', 'is-baseless']);
const SLANTS = denialWordSet('slants');
const REMARKS = wordSet('remark remarks statement statements announcement');

/** "is a false start": the word belongs to a noun that follows. */
function isAttributive(sentence: Sentence, match: Match<DenialRow>): boolean {
  if (
    /^(?:to|in|for|behind|what|of|on|at|with|from|supports|backs|confirms|sustains|says|alleges|distorts?|twists?|misrepresents|invents?|fabricates)$|ed$/.test(
      norm(sentence, match.to - 1),
    )
  )
    return false;
  if (WRONG.has(norm(sentence, match.to - 1)) && WRONG_TO.has(norm(sentence, match.to))) return true;
  const next = sentence.tokens[match.to];
  const isOfVerb = match.row.kind === 'verb' || BE.has(norm(sentence, match.from));
  if (next !== undefined && ((isOfVerb && CLAIM_NOUNS.has(next.norm)) || VERDICTS.some((words) => words.has(next.norm)))) return false;
  return next?.kind === 'word' && !AFTER_PREDICATE.has(next.norm) && !/^(?:say|said|says|tell|told|add|added)/.test(next.norm);
}
/** "a groundless | rumour": the noun is part of the verdict. */
const VERDICTS = [denialWordSet('fake'), denialWordSet('baseless'), denialWordSet('slants')];
const WRONG = wordSet('wrong mistaken');
const WRONG_TO = wordSet('to for when if about that');
const AFTER_PREDICATE = new Set(
  'and by to in on as that which he she they but for or with the aimed news spread made from about according because intended meant designed cooked concocted hatched peddled circulated pushed planted worthy invented story stories at of invention fiction nonsense fabrication lies lie a an one it we'.split(
    ' ',
  ),
);

/** "a law on fake news", "attacks 'fake news'", "Fake News Awards": spoken of, and nothing is called so. */
function isNewsAsTopic(sentence: Sentence, match: Match<DenialRow>): boolean {
  if (match.row.kind === 'verb') return false;
  const fake = match.row.id === 'is-fake' && norm(sentence, match.to - 1) === 'news' ? match.to - 2 : -1;
  if (fake < 0 && norm(sentence, match.to) !== 'news') return false;
  let at = (fake < 0 ? match.to - 1 : fake) - 1;
  while (BEFORE_TOPIC.has(norm(sentence, at))) at -= 1;
  const next = norm(sentence, fake < 0 ? match.to + 1 : match.to);
  return NEWS_TOPIC.has(norm(sentence, at)) || NEWS_THINGS.has(next);
}
const BEFORE_TOPIC = wordSet('" \' (');
const NEWS_THINGS = wordSet(
  'award awards law laws bill bills site sites media ban bans campaign campaigns problem label labels inquiry website websites outlet outlets',
);
const NEWS_TOPIC = wordSet(
  "on over about of against with for amid by and the more his her their its 's new attacks attack attacked slams slam slammed blasts blast blasted decry decries fights fight combats combat tackles tackle spreads spread shares share posts post",
);

/** "a claim Kabul denies as false": the verb is the denial. */
const hasVerbOfDenial = (sentence: Sentence, match: Match<DenialRow>): boolean =>
  sentence.tokens.slice(match.from + 1, match.to).some((token) => /^(?:den(?:y|i)|dismiss|reject|refut)/.test(token.norm));

/** "is writing a paper on fake news", "calls 'fake news' a threat": the words are near each other and say nothing of each other. */
function isLoose(sentence: Sentence, match: Match<DenialRow>): boolean {
  if (match.row.kind === 'verb') return sentence.tokens[match.from + 1]?.kind === 'mark' || hasFiniteVerb(sentence, match);
  if (!BE.has(norm(sentence, match.from)) && norm(sentence, match.from) !== "'s") return false;
  for (let at = match.from + 1; at < match.to - 1; at += 1)
    if (
      /^(?:on|about|with|against|into|over|from)$|^\p{L}{3,}ing$/u.test(norm(sentence, at)) ||
      (norm(sentence, at) === 'of' && PROOF.has(norm(sentence, at - 1)))
    )
      return true;
  return false;
}

/** "is proof of a hoax": not itself one. */
const PROOF = wordSet('proof evidence sign victim victims target source history risk danger spread result');

/** "report of a call is fake": the noun, and a verb that belongs to another. */
const hasFiniteVerb = (sentence: Sentence, match: Match<DenialRow>): boolean =>
  sentence.tokens.slice(match.from + 1, match.to).some(({ norm: word }) => FINITE_BE.has(word));
const FINITE_BE = wordSet('is are was were');

/** "is not fiction": the negation stands inside what matched. A wording that begins with its negation ("not true") means it. */
function isNegated(sentence: Sentence, match: Match<DenialRow>): boolean {
  if (match.row.kind === 'predicate' && !IS.has(norm(sentence, match.from)) && !CLAIM_NOUNS.has(norm(sentence, match.from))) return false;
  for (let at = match.from + 1; at < match.to; at += 1) if (NOT.has(norm(sentence, at)) && !TRUTH.has(norm(sentence, at + 1))) return true;
  return false;
}
const IS = wordSet("is are was were be been being 's");
const NOT = wordSet("not n't never no");
const TRUTH = wordSet(
  'case true truth exist happen happened reality fact facts substance basis foundation merit veracity more less other relation resemblance his hers theirs ours mine authentic genuine real credible factual correct accurate hold reflect correspond recognise recognize',
);
