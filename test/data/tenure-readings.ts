import { readSentences } from '../../core/coding/entities/read-sentences.ts';
import { ENTITY_ROWS, type LeaderRow } from '../../core/coding/facts/lexicon-data.ts';
import { phraseNorms } from '../../core/coding/lexicon/senses.ts';
import { surnamesOf } from '../../core/coding/lexicon/surnames.ts';
import { fold } from '../../core/coding/words/fold.ts';
import type { Entity } from '../../core/coding/words/text.ts';
import { lexicon } from '../core/coding/reading.ts';

/** How each office is called in front of a name. */
const TITLES: Readonly<Record<string, string>> = {
  ...{ head_of_state: 'president', head_of_government: 'prime minister', party_leader: 'leader', crown_prince: 'crown prince' },
  ...{ org_head: 'secretary general', foreign_minister: 'foreign minister', defence_minister: 'defence minister', minister: 'minister' },
  ...{ security_adviser: 'national security adviser', vice_president: 'vice president', spokesperson: 'spokesman', envoy: 'envoy' },
};
/** An open term is read on the day up to which the list was made. */
const LIST_DAY = '2026-11-21';
const PLACES = new Map([
  ...ENTITY_ROWS.bodies.map(({ party, names }) => [party, names[0] ?? party] as const).reverse(),
  ...ENTITY_ROWS.countries.map(({ code, names, demonyms }) => [code, names[0] ?? demonyms[0] ?? code] as const),
]);

export type Tenure = { readonly row: LeaderRow; readonly party: string; readonly office: string; readonly day: string };
/** Whom the text was read to name: the person, somebody else of the list, or nobody whom it knows. */
export type Reading = { readonly isRight: boolean; readonly instead: string | null };

/** Every term of every person, with a day in its middle. */
export const TENURES: readonly Tenure[] = ENTITY_ROWS.leaders.flatMap((row) =>
  row.terms.map((term) => {
    const [party = '', office = '', span = ''] = term.split(' ');
    const [from = '', to = ''] = span.split('/');
    const middle = (Date.parse(from) + Date.parse(to === '' ? LIST_DAY : to)) / 2;
    return { row, party, office, day: new Date(middle).toISOString().slice(0, 10) };
  }),
);

const idOf = (name: string): string => fold(name).replaceAll(/[^\p{L}\p{N}]+/gu, '-');
const entitiesOf = (title: string, day: string): readonly Entity[] =>
  readSentences({ title, text: null, outlet: null, date: day }, lexicon).flatMap(({ entities }) => entities);

function reading(title: string, { row, day }: Tenure): Reading {
  const people = entitiesOf(title, day).filter(({ personId }) => personId !== null);
  const id = idOf(row.name);
  return {
    isRight: people.some(({ personId, country }) => personId === id && row.terms.some((term) => term.startsWith(`${country} `))),
    instead: people.find(({ personId }) => personId !== id)?.personId ?? null,
  };
}

const placeOf = ({ party }: Tenure): string => PLACES.get(party) ?? party;
const titleOf = ({ office }: Tenure): string => TITLES[office] ?? 'official';

/** "France president Emmanuel Macron arrived ...": title and full name. */
export const readFullName = (tenure: Tenure): Reading =>
  reading(`${placeOf(tenure)} ${titleOf(tenure)} ${tenure.row.name} arrived in the capital on Monday`, tenure);

/** "France president Macron arrived ...": title and surname. */
export const readTitled = (tenure: Tenure): Reading =>
  reading(`${placeOf(tenure)} ${titleOf(tenure)} ${surnameOf(tenure)} arrived in the capital on Monday`, tenure);

/** "France was quiet on Monday while Macron held talks ...": the bare surname in a text about his state. */
export const readBare = (tenure: Tenure): Reading =>
  reading(`${placeOf(tenure)} was quiet on Monday while ${surnameOf(tenure)} held talks with the guests`, tenure);

/** Kings are called by their first name and a title, and have no surname: "Harald V", "Fahd of Saudi Arabia". */
export const hasSurname = ({ row }: Tenure): boolean => row.surname !== undefined || surnamesOf(row, phraseNorms(row.name)).length > 0;

/** The surname as newspapers write it: "von der Leyen", "Keller-Sutter", "Xi". */
function surnameOf(tenure: Tenure): string {
  const { name } = tenure.row;
  const id = idOf(name);
  const printed = entitiesOf(`${placeOf(tenure)} ${titleOf(tenure)} ${name} arrived`, tenure.day).find(
    ({ personId }) => personId === id,
  )?.surname;
  const words = name
    .replace(/ of .*| (?:[IVX]+|Jr\.?|Sr\.?)$/, '')
    .replaceAll(',', '')
    .split(' ');
  const isFamilyFirst = words.length > 1 && printed === words[0]?.toLowerCase();
  return isFamilyFirst ? (words[0] ?? '') : words.slice(-(printed?.split(' ').length ?? 1)).join(' ');
}
