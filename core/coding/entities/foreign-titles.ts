import { isCommonSurname } from '../facts/lexicon-data.ts';
import { ARTICLES, type Line, type Title } from './entity-line.ts';

/** How sure it is that a title belongs to an organisation outside any state: by its noun, or only by a name that we do not know. */
type Organisation = 'noun' | 'name';

const ACRONYM = /^\p{Lu}{2,6}$/u;
/** "Ailing president": the first word of a sentence has its capital from there and may be an adjective. */
const ADJECTIVE = /(?:ed|ing|ful|ous|ive|ist|less|ish|est|ly)$/;
const HEADS = new Set(['head_of_state', 'org_head']);
/** Bodies of a state or of the EU that stand for themselves: "Council president Michel". */
const BODIES = new Set(['assembly', 'commission', 'council', 'eurogroup', 'house', 'parliament', 'republic', 'senate']);
/** "Union of the Comoros": alone before "of" these are states. */
const STATES = new Set(['federation', 'union']);
const MAX_NAME_WORDS = 4;

/** "Example Motors spokesman", "university president": whose title it is, when that is no state and no body that we know. */
export function organisationBefore(line: Line, at: number, title: Title): Organisation | null {
  const before = line.tokens[at - 1];
  if (before === undefined) return null;
  if (isInOrganisation(line, at - 1, false)) return 'noun';
  if (line.hitAt.has(at - 1)) return null;
  if (line.is('privateNouns', before.norm)) return 'noun';
  if (!before.isCapital || line.isInsideHit(at - 1) || line.is('noNames', before.norm) || BODIES.has(before.norm)) return null;
  if (title.office === 'spokesperson' || title.office === 'envoy') return !line.isTitleCase && at > 1 ? 'noun' : null;
  return HEADS.has(title.office) && !title.ownerFollows && isNameOfMany(line, at) ? 'name' : null;
}

/** "UEFA president", "Barcelona president": the title stands small behind a capitalised word, or behind an acronym. */
function isNameOfMany(line: Line, at: number): boolean {
  const before = line.tokens[at - 1]?.text ?? '';
  const title = line.tokens[at]?.text ?? '';
  if (title === title.toUpperCase() || before.includes('-')) return false;
  if (ACRONYM.test(before)) return true;
  return line.tokens[at]?.isCapital === false && !line.is('modifiers', before.toLowerCase()) && (at > 1 || !ADJECTIVE.test(before));
}

/** "Bank of Japan president", "Real Madrid president": the state in front of the title is part of an organisation's name. */
export function isInOrganisation(line: Line, at: number, isCapitalCity: boolean): boolean {
  const of = ARTICLES.has(line.norm(at - 1)) ? at - 2 : at - 1;
  if (line.norm(of) === 'of')
    return line.is('privateNouns', line.norm(of - 1)) && (!STATES.has(line.norm(of - 1)) || line.tokens[of - 2]?.isCapital === true);
  const before = line.tokens[at - 1];
  if (!isCapitalCity || before === undefined || line.isTitleCase || line.isInsideHit(at - 1)) return false;
  return before.isCapital && before.kind === 'word' && !line.is('noNames', before.norm) && !line.is('modifiers', before.norm);
}

/** "president of the Tehran University", "of the Football Federation of Kenya": where the organisation's name ends, or null. */
export function organisationAfter(line: Line, to: number, title: Title): number | null {
  if (line.norm(to) !== 'of' || !HEADS.has(title.office)) return null;
  const from = ARTICLES.has(line.norm(to + 1)) ? to + 2 : to + 1;
  for (let at = from; at < from + MAX_NAME_WORDS && isPartOfName(line, at); at += 1)
    if (line.is('privateNouns', line.norm(at)) && !line.isInsideHit(at) && (at > from || !STATES.has(line.norm(at))))
      return withSeat(line, at + 1);
  return null;
}

const isPartOfName = (line: Line, at: number): boolean => line.tokens[at]?.isCapital === true || line.is('privateNouns', line.norm(at));

/** "... of Kenya" behind an organisation's noun. */
function withSeat(line: Line, to: number): number {
  if (line.norm(to) !== 'of') return to;
  const place = line.placeAt(ARTICLES.has(line.norm(to + 1)) ? to + 2 : to + 1);
  return place?.to ?? to;
}

/** "Tehran University president": where the title stands whose state is part of an organisation's name, or null. */
export function titleOfOrganisation(line: Line, from: number): number | null {
  for (let at = from; at < from + MAX_NAME_WORDS && isPartOfName(line, at) && !line.hitAt.has(at); at += 1)
    if (line.is('privateNouns', line.norm(at)) && line.hasTitle(at + 1)) return at + 1;
  return null;
}

/** A surname that says little beside an organisation that nobody knows: it is a first name, or very many bear it. */
export const isBorneByMany = (line: Line, norm: string): boolean => line.lexicon.givenNames.has(norm) || isCommonSurname(norm);
