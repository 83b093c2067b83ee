import { isCommonSurname, isWordSurname } from '../facts/lexicon-data.ts';
import { covers, levelOfOffice, type Person, type Standing, standingIn, standingOn, type Term, termsOf } from '../lexicon/people.ts';
import type { Sense } from '../lexicon/senses.ts';
import type { EntityContext } from './entity-context.ts';
import type { Hit } from './entity-hits.ts';

/** What stands around a name and helps to tell whose it is. */
export type NameClues = {
  /** Party named beside it ("Russian President X"), or null. */
  readonly party: string | null;
  /** Office of the title before it, or null. */
  readonly office: string | null;
  /** The word before is a capitalised word that is no title: probably somebody else's first name. */
  readonly hasForeignFirstName: boolean;
  /** It stands as names stand: capitalised inside a sentence, or before a verb of persons. */
  readonly isPlainlyName?: boolean;
};
export type Resolved = { readonly person: Person; readonly standing: Standing; readonly confidence: number; readonly isFullName: boolean };

const WHEN_SCORE: Readonly<Record<Standing['when'], number>> = { now: 10, elect: 9, former: 4, future: 1 };
const LEVEL_SCORE: Readonly<Record<string, number>> = { leader: 3, minister: 2, envoy: 0.5 };
/** Below this two candidates are too near each other to be sure. */
const CLEAR_LEAD = 2;

/** Whose name this is on the item's date, or null when it is nobody that we know. */
export function resolvePerson(hit: Hit, short: string, clues: NameClues, context: EntityContext): Resolved | null {
  const scored = hit.senses
    .filter((sense): sense is Extract<Sense, { is: 'person' }> => sense.is === 'person')
    .map((sense) => scoreSense(sense, clues, context))
    .filter((entry) => entry !== null)
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (best === undefined || !isAcceptable(best, short, clues, context)) return null;
  const second = scored.find((entry) => entry.person.id !== best.person.id);
  const isClear = second === undefined || best.score - second.score >= CLEAR_LEAD;
  return { person: best.person, standing: best.standing, isFullName: best.isFullName, confidence: isClear ? 0.97 : 0.7 };
}

/** "Seoul: Kim-Trump summit possible": whose premiers are seldom called by a surname alone that a leader next door has. */
const isPremierUnderPresident = ({ office, party }: Term, clues: NameClues): boolean =>
  clues.office === null && clues.party === null && office === 'head_of_government' && (party === 'KR' || party === 'TW');
/** Another state, or its leader, is named. */
const isAbroad = ({ party }: Term, context: EntityContext): boolean =>
  context.parties.size > 1 || [...context.leadersOf()].some((other) => other !== party);
/** "Dos Santos" is seldom called Santos. */
const PARTICLED = / dos \S+$/;

type Scored = { readonly person: Person; readonly standing: Standing; readonly isFullName: boolean; readonly score: number };

function scoreSense(sense: Extract<Sense, { is: 'person' }>, clues: NameClues, context: EntityContext): Scored | null {
  const { person, isFullName } = sense;
  const standing = context.date === null ? standingIn(person, { era: context.era, party: clues.party }) : standingOn(person, context.date);
  if (standing === null) return null;
  const terms = termsOf(person);
  const { term } = standing;
  let score = WHEN_SCORE[standing.when] + (LEVEL_SCORE[levelOfOffice(term.office)] ?? 0);
  if (clues.party !== null) score += terms.some((held) => held.party === clues.party) ? 8 : -8;
  if (clues.office !== null) score += terms.some((held) => fitsTitle(held.office, clues.office)) ? 4 : -3;
  if (context.personIds.has(person.id)) score += 6;
  if (terms.some((held) => context.parties.has(held.party))) score += 2;
  if (isFullName) score += 5;
  else if (PARTICLED.test(person.name)) score -= 3;
  else if (isPremierUnderPresident(term, clues) && isAbroad(term, context)) score -= 3;
  if (standing.when === 'former' && context.date !== null) score -= yearsBetween(term.to, context.date) * 0.25;
  if (context.era !== null && covers(standing.term, context.era)) score += 3;
  if (context.date === null) score += Math.max(0, (Number(term.from.slice(0, 4)) - 2000) * 0.05);
  return { person, standing, isFullName, score };
}

const yearsBetween = (from: string, to: string): number => Math.max(0, Number(to.slice(0, 4)) - Number(from.slice(0, 4)));

const LEADING = new Set([
  'head_of_state',
  'head_of_government',
  'party_leader',
  'leader',
  'org_head',
  'crown_prince',
  'elect',
  'movement_head',
]);
/** "leader" fits every leading office; the rest by name. */
export const fitsTitle = (office: string, title: string | null): boolean =>
  title === null ||
  office === title ||
  (title === 'leader' || title === 'elect' || title === 'counterpart' ? LEADING.has(office) : false) ||
  (title === 'head_of_state' && office === 'org_head') ||
  (title === 'minister' && levelOfOffice(office) === 'minister');

/** Parties whose leaders and ministers the world's headlines call by surname alone. */
const PROMINENT = new Set([
  'US',
  'GB',
  'RU',
  'CN',
  'KP',
  'KR',
  'FR',
  'DE',
  'IL',
  'UA',
  'IN',
  'JP',
  'TR',
  'PS',
  'IR',
  'SY',
  'EU',
  'UN',
  'NATO',
  'AU',
  'VA',
]);

/** Spokesmen and envoys whom headlines call by surname alone. */
const VOICES = new Set([
  'peskov',
  'ushakov',
  'zakharova',
  'psaki',
  'leavitt',
  'witkoff',
  'barrack',
  'kushner',
  'kellogg',
  'dmitriev',
  'medinsky',
  'yermak',
  'podolyak',
  'umerov',
  'mcgurk',
  'khalilzad',
  'grossi',
]);

const isVoice = (short: string, { name }: Person): boolean =>
  VOICES.has(short) || (short.charCodeAt(0) > AFTER_LATIN && VOICES.has(name.slice(name.lastIndexOf(' ') + 1).toLowerCase()));
/** Behind the last Latin letter of Unicode's Latin blocks. */
const AFTER_LATIN = 0x250;

/** "Modi-Sharif", "Zuma rings Mugabe": a common name, but no word, beside the leader of another state. */
const isAmongLeaders = ({ standing }: Scored, short: string, context: EntityContext): boolean =>
  !isWordSurname(short) && [...context.leadersOf()].some((party) => party !== standing.term.party);

function isAcceptable(entry: Scored, short: string, clues: NameClues, context: EntityContext): boolean {
  const { standing, person } = entry;
  if (entry.isFullName) return true;
  if (clues.party !== null && entry.score < WHEN_SCORE[standing.when]) return false;
  const isKnown = context.personIds.has(person.id);
  const isCommon = isCommonSurname(short);
  if (clues.hasForeignFirstName || (isCommon && !isKnown && context.ofOthers().has(short))) return false;
  const isServing = standing.when === 'now' || standing.when === 'elect';
  const level = levelOfOffice(standing.term.office);
  // most names of headlines: whoever leads now, by a name that is no common word
  if (isServing && level === 'leader' && !isCommon) return true;
  const isPlaced = termsOf(person).some((term) => context.parties.has(term.party) || term.party === clues.party);
  if (clues.party !== null && isPlaced) return true;
  if (clues.office !== null && fitsTitle(standing.term.office, clues.office)) return standing.when !== 'future';
  if (isKnown) return true;
  const isProminent =
    isServing &&
    (level !== 'envoy' || standing.term.office === 'spokesperson') &&
    PROMINENT.has(standing.term.party) &&
    (context.date !== null || standing.term.to === '' || standing.term.to > '2000');
  const isHeard = isPlaced || (standing.term.party === 'US' && context.nameCount > 1);
  const isBeside = context.nameCount > 1;
  if (isCommon) {
    if (level !== 'leader') return isProminent && (isHeard || (clues.isPlainlyName === true && isBeside));
    return (
      isServing &&
      (isPlaced ||
        isProminent ||
        isAmongLeaders(entry, short, context) ||
        (isBeside && clues.isPlainlyName === true && !isWordSurname(short)))
    );
  }
  if (isServing) return level === 'leader' || isPlaced || isProminent || isVoice(short, person) || (level === 'minister' && isBeside);
  return standing.when === 'former' && level !== 'envoy' && (isPlaced || level === 'leader') && entry.score > 3;
}
