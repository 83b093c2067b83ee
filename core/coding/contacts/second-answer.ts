import type { Contact, Status } from '../codebook/coded-item.ts';
import { isActor } from '../entities/actors.ts';
import { lastWhere } from '../words/sequences.ts';
import { type Entity, normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES } from '../words/word-sets.ts';
import type { Draft } from './fold-purpose.ts';

const WISHED: ReadonlySet<Status> = new Set(['proposed', 'willing', 'possible']);

/** "Minsk proposes talks, Vilnius refuses": what the other side answers in a few words, beside what the first one wants. */
export function withSecondAnswer(drafts: readonly Draft[], sentence: Sentence): readonly Draft[] {
  const last = drafts.at(-1);
  if (last === undefined || last.contact.background || !WISHED.has(last.contact.status) || last.contact.parties.length !== 2) return drafts;
  const other = lastWhere(sentence.entities, (one) => isOther(one, last.contact));
  if (other === undefined || other.from <= last.frame.nucleus.from || !DIVIDES.has(normOf(sentence.tokens, other.from - 1))) return drafts;
  if (last.frame.scan.nuclei.some(({ from }) => from > other.to)) return drafts;
  const status = answerAt(sentence, other.to);
  const side = other.behalf ?? other.country;
  if (status === null || drafts.some(({ contact }) => contact.status === status)) return drafts;
  return [...drafts, { ...last, contact: { ...last.contact, status, side, conditional: false } }];
}

/** "Asked whether they would meet, the spokesman said it was premature": what he says of it. */
export function withAskedAnswer(drafts: readonly Draft[]): readonly Draft[] {
  const [first] = drafts;
  if (first?.contact.status !== 'possible') return drafts;
  const { chain, nucleus, scan } = first.frame;
  const { tokens } = scan.sentence;
  if (
    !chain.some(
      ({ row, from, to }) => row.effect === 'whether' && (normOf(tokens, from - 1) === 'asked' || normOf(tokens, to - 2) === 'asked'),
    )
  )
    return drafts;
  const comma = tokens.findIndex(({ norm }, at) => at >= nucleus.to && norm === ',');
  const answer = comma < 0 ? undefined : scan.operators.find(({ row, from }) => from > comma && ANSWERED.has(row.effect));
  if (answer !== undefined && !EARLY_EFFECTS.has(answer.row.effect) && !isOfAsked(scan, answer.to)) return drafts;
  const status = ANSWERED.get(answer?.row.effect ?? '');
  // "could not rule it out", "asked if he had called, answered in the negative"
  const isTakenBack =
    answer?.row.effect === 'refuse' &&
    (!chain.some(({ row }) => row.effect === 'future') ||
      scan.operators.some(({ row, from, to }) => from > comma && to <= answer.from && NOT.has(row.effect)));
  return status === undefined || isTakenBack
    ? drafts
    : [{ ...first, contact: { ...first.contact, status, background: false } }, ...drafts.slice(1)];
}
/** "was ready", "refused to do so", "is open to such a meeting"; not "ready to fight on". */
function isOfAsked({ sentence: { tokens }, nuclei }: Draft['frame']['scan'], from: number): boolean {
  let at = from;
  while (LEADS_TO_ASKED.has(normOf(tokens, at))) at += 1;
  return ENDS.has(normOf(tokens, at)) || ASKED.has(normOf(tokens, at)) || nuclei.some((one) => one.from === at);
}
const LEADS_TO_ASKED = wordSet('to for a an the any with do');
const ASKED = wordSet('it that this so such him her them');
const EARLY_EFFECTS = wordSet('premature undated');
const NOT = wordSet('negate unable wont');
const ANSWERED: ReadonlyMap<string, Status> = new Map([
  ['premature', 'premature'],
  ['undated', 'premature'],
  ['refuse', 'declined'],
  ['ready', 'willing'],
]);

const isOther = (one: Entity, { parties, side }: Contact): boolean => {
  const party = one.behalf ?? one.country;
  return isActor(one) && party !== null && party !== side && parties.includes(party);
};
const DIVIDES = wordSet(', ; : - but while as and yet');

/** What the words behind a name answer; null when they go on to something else. */
function answerAt({ tokens }: Sentence, from: number): Status | null {
  const norm = (at: number): string => normOf(tokens, at);
  let at = from;
  if (SAYS.has(norm(at))) {
    at += norm(at + 1) === 'it' ? 3 : 1;
    if (norm(at) === 'no') return ENDS.has(norm(at + 1)) ? 'declined' : null;
    if (norm(at) === 'yes') return ENDS.has(norm(at + 1)) ? 'agreed' : null;
    if (norm(at) === 'too' || norm(at) === 'not')
      return EARLY.has(norm(at + 1)) ? 'premature' : norm(at + 1) === 'interested' ? 'declined' : null;
    if (norm(at) === 'premature') return 'premature';
  }
  if (norm(at) === 'is' || norm(at) === "'s") at += 1;
  if (norm(at) === 'not' && UNWILLING.has(norm(at + 1))) return 'declined';
  if (norm(at) === 'ready' || norm(at) === 'open' || norm(at) === 'willing') return ENDS.has(norm(at + 1)) ? 'willing' : null;
  const status = VERBS.get(norm(at));
  return status !== undefined && isOfOffer(tokens, at + 1) ? status : null;
}
const SAYS = wordSet('says said');
const EARLY = wordSet('early soon yet now');
const UNWILLING = wordSet('interested willing ready');
const ENDS = new Set(['', '.', ',', ';', '!', '"']);
const verbs = (words: string, status: Status): readonly (readonly [string, Status])[] => words.split(' ').map((word) => [word, status]);
const VERBS: ReadonlyMap<string, Status> = new Map([
  ...verbs('refuses refused declines declined rejects rejected balks rebuffs rebuffed spurns spurned dismisses snubs shuns', 'declined'),
  ...verbs('agrees agreed accepts accepted', 'agreed'),
  ...verbs('welcomes welcomed', 'willing'),
]);

/** "rejects", "rejects it", "turns the offer down": of what was offered. */
const isOfOffer = (tokens: Sentence['tokens'], from: number): boolean => {
  const at = ARTICLES.has(normOf(tokens, from)) || OWN.has(normOf(tokens, from)) ? from + 1 : from;
  return ENDS.has(normOf(tokens, at)) || OFFERED.has(normOf(tokens, at));
};
const OWN = wordSet('his her its their any');
const OFFERED = wordSet('it him her them offer proposal idea invitation invite request overture call suggestion flatly outright again');
