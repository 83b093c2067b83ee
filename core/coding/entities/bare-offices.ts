import { lastWhere } from '../words/sequences.ts';
import { type Entity, normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { isState } from './actors.ts';
import { isReport } from './attribution.ts';
import { fitsTitle } from './entity-people.ts';

/** Offices that a state has one holder of at a time: "the chancellor", "the king", "foreign minister". */
const SINGLE: ReadonlySet<string> = new Set([
  'head_of_state',
  'head_of_government',
  'foreign_minister',
  'defence_minister',
  'vice_president',
]);
const PLURAL = wordSet('presidents ministers premiers leaders kings chancellors secretaries emirs');
const CLAIMS = wordSet(
  'deny denies denied confirms confirm confirmed refutes refute refuted rejects reject rejected announces announce announced that',
);
/** An office belongs to the state that speaks this many words before it, at most. */
const REACH = 7;

/** Whose office a headline of this outlet means without saying so: the state it writes for at home, when that state has the office. */
export type Home = { readonly country: string | null; readonly offices: readonly string[] };

/**
 * Offices that are named without their state ("the chancellor said", "Pakistan denies prime minister's aide went", "PM to meet Macron"):
 * the one person named before who holds it, the state that speaks, or the state that the outlet writes for.
 */
export function settleBareOffices(sentences: readonly Sentence[], home: Home): Sentence[] {
  const known: Entity[] = [];
  return sentences.map((sentence) => {
    const settled = sentence.entities.some(isBare)
      ? { ...sentence, entities: sentence.entities.map((entity, at) => (isBare(entity) ? settle(sentence, at, { known, home }) : entity)) }
      : sentence;
    for (const entity of settled.entities) if (entity.kind === 'person' && entity.country !== null && !entity.isFormer) known.push(entity);
    return settled;
  });
}

const isBare = ({ kind, country, office, isFormer }: Entity): boolean =>
  kind === 'office' && country === null && !isFormer && SINGLE.has(office ?? '');

type Around = { readonly known: readonly Entity[]; readonly home: Home };

function settle(sentence: Sentence, at: number, { known, home }: Around): Entity {
  const entity = sentence.entities[at];
  if (entity === undefined) throw new RangeError(`no entity ${at}`);
  const last = normOf(sentence.tokens, entity.to - 1);
  if (PLURAL.has(last) || OF_OR_FOR.has(normOf(sentence.tokens, entity.to))) return entity;
  if (sentence.zone === 'text') {
    const holder = holderOf(entity, known);
    if (holder !== null) return { ...entity, country: holder.country, surname: holder.surname, personId: holder.personId };
  }
  const state = speakingState(sentence, at);
  if (state !== null) return { ...entity, country: state };
  const isAtHome = sentence.zone === 'title' && home.country !== null && isOfHome(entity, last, home);
  return isAtHome ? { ...entity, country: home.country, confidence: 0.7 } : entity;
}
const OF_OR_FOR = wordSet('of for');

/** The one person named so far whose office this is; null when two are. */
function holderOf({ office }: Entity, known: readonly Entity[]): Entity | null {
  const holders = known.filter((person) => person.office !== null && fitsTitle(person.office, office));
  const [first] = holders;
  return first !== undefined && holders.every(({ country }) => country === first.country) ? first : null;
}

/** "Mexico says president will travel": the state in front of a verb of speech. */
function speakingState({ tokens, entities }: Sentence, at: number): string | null {
  const entity = entities[at];
  const state = lastWhere(entities.slice(0, at), isState);
  if (entity === undefined || state === undefined || entity.from - state.to > REACH) return null;
  const verb = normOf(tokens, state.to);
  return isReport(verb) || CLAIMS.has(verb) ? state.country : null;
}

const isOfHome = ({ office }: Entity, word: string, { offices }: Home): boolean =>
  word === 'king' || word === 'queen' ? offices.includes('monarch') : office !== null && offices.includes(office);
