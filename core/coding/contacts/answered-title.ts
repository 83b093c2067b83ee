import type { Contact, Status } from '../codebook/coded-item.ts';
import { DONE, OFF, REMOTE } from '../codebook/status-kinds.ts';
import { asText } from '../dates/date-choice.ts';
import { findDates } from '../dates/dates.ts';
import { isActor } from '../entities/actors.ts';
import { isReport } from '../entities/attribution.ts';
import { locatives } from '../entities/locatives.ts';
import { cityAt, nearerPlace } from '../lexicon/cities.ts';
import { findOperators } from '../operators/operators.ts';
import { addDays } from '../words/calendar.ts';
import type { Sentence } from '../words/text.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES, QUOTES } from '../words/word-sets.ts';
import type { Draft } from './fold-purpose.ts';

/** What the first words of an answer say of the contact that a headline asks about. */
const OPENINGS: readonly (readonly [RegExp, Status])[] = [
  [/^not (?:before|until|till|earlier|sooner|yet|now|soon|any)(?: |$)/, 'premature'],
  [/^no (?:earlier|sooner|dates?|plans?|time|word|talks?|signs?|decision)(?: |$)/, 'premature'],
  [/^(?:too (?:early|soon|late|far|much)|premature|unlikely|hardly|undecided)(?: |$)/, 'premature'],
  [/^(?:possible|possibly|perhaps|maybe|conceivable|conceivably|probably)(?: |$)/, 'possible'],
  [/^(?:could|might|may)(?:$| [^\p{L}\d]| (?:be|well|come|happen|take|meet|yet|soon)(?: |$))/u, 'possible'],
  [/^(?:never|no)(?:$| [^\p{L}\d]| (?:say|says|said)(?: |$))/u, 'declined'],
  [/^(?:no way|no chance|out of the question|never (?:again|with|while|under))(?: |$)/, 'declined'],
  [/^(?:any ?time|gladly|with pleasure|why not)(?: |$)/, 'willing'],
  [/^(?:ready|happy|willing)(?:$| [^\p{L}\d]| (?:to|for|if|when|any|but|say|says|said)(?: |$))/u, 'willing'],
];
const BY_EFFECT: Readonly<Partial<Record<string, Status>>> = {
  premature: 'premature',
  undated: 'premature',
  possible: 'possible',
  refuse: 'declined',
  ready: 'willing',
};

/** What an answer says before anything else: the status that it gives, or null. */
export function openingOf(answer: Sentence): Status | null {
  const at = QUOTES.has(normAt(answer, 0)) ? 1 : 0;
  const first = [0, 1, 2, 3]
    .map((k) => normAt(answer, at + k))
    .join(' ')
    .trimEnd();
  return OPENINGS.find(([words]) => words.test(first))?.[1] ?? null;
}

/**
 * "When will Macron meet Putin? Not before 12 May", "A call? Possible next week": the second sentence of a headline says how, when and where
 * what the first one asks about is to be. Null when it is no such answer.
 */
export function withAnswer(
  found: readonly Draft[],
  asked: Sentence | undefined,
  { answer, published }: { readonly answer: Sentence; readonly published: string | null },
): readonly Draft[] | null {
  const [first] = found;
  if (first === undefined || answer.zone !== 'title' || answer.index > 1 || asked?.zone !== 'title' || asked.tokens.at(-1)?.norm !== '?')
    return null;
  const { contact } = first;
  if (SETTLED.has(contact.status) || asked.tokens.some(({ norm }) => ASKS_OF_OTHER.has(norm)) || namesOthers(answer, contact)) return null;
  const opening = openingOf(answer);
  const isOfIt = opening !== null || beginsOfIt(answer, contact, published);
  const date = (isOfIt ? dateIn(answer, published) : null) ?? contact.date;
  const place = isOfIt ? placeIn(answer) : null;
  const site = REMOTE.has(contact.form) ? null : nearerPlace(first.site, place);
  const isSet = date !== contact.date || site?.text !== first.site?.text;
  const status =
    opening ?? (isOfIt ? statusByWords(answer) : null) ?? (isSet && contact.status === 'possible' ? 'scheduled' : contact.status);
  const told = { ...contact, status, date, background: false, place: site?.text ?? contact.place };
  return [{ ...first, site, contact: told }, ...found.slice(1)];
}

/** Of what has been or is off, a question asks who, why or where, and no longer whether. */
const SETTLED: ReadonlySet<Status> = new Set([...DONE, ...OFF, 'denied']);
/** "Why will Macron meet Xi?", "Has Macron met Xi?": not whether, when or where they are to meet. */
const ASKS_OF_OTHER = wordSet('why who whom whose how what did was were has had');

/** "Zelensky refuses to leave": somebody acts who is none of those who meet, nor tells of them. */
function namesOthers(answer: Sentence, { parties }: Contact): boolean {
  return answer.entities.some((entity) => {
    const { country, from, to } = entity;
    if (!isActor(entity) || country === null || parties.includes(country) || BEFORE_PLACE.has(normAt(answer, from - 1))) return false;
    return !isReport(normAt(answer, from - 1)) && !isReport(normAt(answer, to));
  });
}
const BEFORE_PLACE = wordSet('in at near ,');

/** "In Geneva", "On Friday", "They will meet next week", "Talks set for Friday": nothing else is its subject. */
function beginsOfIt(answer: Sentence, { parties }: Contact, published: string | null): boolean {
  const at = QUOTES.has(normAt(answer, 0)) ? 1 : 0;
  const article = ARTICLES.has(normAt(answer, at)) ? 1 : 0;
  return (
    OF_IT.has(normAt(answer, at + article)) ||
    cityAt(answer, at) !== null ||
    answer.entities.some(({ from, country, behalf }) => from <= at + article && parties.includes(behalf ?? country ?? '')) ||
    findOperators(answer, []).some(({ from }) => from === at) ||
    (published !== null && findDates(answer.tokens, published.slice(0, 10), 'ahead').some(({ from }) => from <= at + 1))
  );
}
const OF_IT = wordSet(
  'in on at by from before after within only soon yes not still he she they it both talks meeting summit call visit date venue aide aides official officials spokesman spokeswoman ministry',
);

function statusByWords(answer: Sentence): Status | null {
  for (const { row } of findOperators(answer, [])) {
    const status = BY_EFFECT[row.effect];
    if (status !== undefined) return status;
  }
  return null;
}

function dateIn({ tokens }: Sentence, published: string | null): string | null {
  if (published === null) return null;
  const day = published.slice(0, 10);
  const mention = findDates(tokens, day, 'ahead').find(({ end }) => end >= addDays(day, -1));
  return mention === undefined ? null : asText(mention);
}

/** "in Geneva", or the city that the answer begins or ends with. */
function placeIn(answer: Sentence): Draft['site'] {
  const named = locatives(answer)[0]?.place ?? null;
  if (named !== null) return named;
  const cities = answer.tokens.map((_, at) => (at === 0 || normAt(answer, at - 1) === ',' ? cityAt(answer, at) : null));
  return cities.find((city) => city !== null && AFTER_CITY.has(normAt(answer, city.to)))?.place ?? null;
}
const AFTER_CITY = new Set([',', '']);
