import { addDays } from './calendar.ts';
import { cityAt, nearerPlace } from './cities.ts';
import type { Status } from './coded-item.ts';
import { asText } from './date-choice.ts';
import { findDates } from './dates.ts';
import { contactCodes } from './event-codes.ts';
import type { Draft } from './fold-purpose.ts';
import { locatives } from './locatives.ts';
import { normAt } from './nucleus-context.ts';
import { findOperators } from './operators.ts';
import { REMOTE } from './status-kinds.ts';
import type { Sentence } from './text.ts';

/** What the first words of an answer say of the contact that a headline asks about. */
const OPENINGS: readonly (readonly [RegExp, Status])[] = [
  [/^not (?:before|until|till|earlier|sooner|yet|now|soon|any)/, 'premature'],
  [/^no (?:earlier|sooner|date|plans?|time|word|talk|sign|decision)/, 'premature'],
  [/^(?:too|premature|unlikely|hardly|undecided)/, 'premature'],
  [/^(?:possible|possibly|perhaps|maybe|conceivable|conceivably|could|might|may|probably) ?/, 'possible'],
  [/^(?:never|no|out of|no way|no chance)(?: |$)/, 'declined'],
  [/^(?:any ?time|gladly|with pleasure|why not|ready|happy|willing)/, 'willing'],
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
  const at = /^["']$/.test(normAt(answer, 0)) ? 1 : 0;
  const first = `${normAt(answer, at)} ${normAt(answer, at + 1)}`;
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
  const { contact, frame } = first;
  const date = dateIn(answer, published) ?? contact.date;
  const site = REMOTE.has(contact.form) ? null : nearerPlace(first.site, placeIn(answer));
  const isSet = date !== contact.date || site?.text !== first.site?.text;
  const status =
    openingOf(answer) ??
    statusByWords(answer) ??
    (isSet && (contact.status === 'possible' || contact.status === 'held') ? 'scheduled' : contact.status);
  const isThirdParty = frame.chain.some(({ row }) => row.isThirdParty === true);
  const codes = contactCodes({ status, form: contact.form, isMultilateral: contact.parties.length > 2, isThirdParty });
  const told = { ...contact, ...codes, status, date, background: false, place: site?.text ?? contact.place };
  return [{ ...first, site, contact: told }, ...found.slice(1)];
}

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
  return cities.find((city) => city !== null && /^(?:,|)$/.test(normAt(answer, city.to)))?.place ?? null;
}
