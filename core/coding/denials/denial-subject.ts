import { isPower } from '../entities/actors.ts';
import { denialWordSet } from '../facts/data.ts';
import { lastWhere } from '../words/sequences.ts';
import { type Entity, isBetweenSpaces, normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { bodyFrom, nameOf, type Walk } from './denial-bodies.ts';
import { type Denier, isOfficial, PREPOSITIONS, stateOf } from './denial-officials.ts';

const ADVERBS = denialWordSet('adverbs');
const MODALS = new Set(['could', 'would', 'can', 'may', 'might', 'did', 'does', 'do', 'was', 'were', 'not', 'will']);
const SKIP = denialWordSet('skip');
const PRONOUNS = denialWordSet('pronouns');
const HEADS = denialWordSet('officialHeads');
const REBELS = denialWordSet('rebels');
const PRIVATE = denialWordSet('blockedSubjects');
/** "issued a statement calling it": who issued it calls it so. */
const MESSAGE = new Set(['statement', 'post', 'tweet', 'message', 'letter', 'video', 'note', 'remarks', 'interview', 'speech']);
const OWNING = new Set(['of', 'in', 'at', 'for']);
const LINKS = new Set(['and', 'but', 'while', 'or', 'yet', ';']);
const MAX_BACK = 26;
const MAX_UNKNOWN = 5;
/** "the ministry's spokeswoman | Pham Thu Hang": his name, at most. */
const MAX_NAME = 3;
const NAMED: ReadonlySet<Entity['kind']> = new Set(['spokesperson', 'office', 'aide']);

/** The subject of the verb at `verb`: the nearest noun before it, over adverbs, times and appositions. */
export function subjectOf(sentence: Sentence, verb: number, known: ReadonlyMap<string, Entity>): Denier | null {
  const walk: Walk = { sentence, known, place: null, unknown: [], isRelative: false, isServant: false, hasForeignName: false };
  let at = verb - 1;
  for (let steps = 0; at >= 0 && steps < MAX_BACK; steps += 1) {
    const step = stepBack(walk, at, verb);
    if (typeof step !== 'number') return step;
    at = step;
  }
  return bodyFrom(walk, null);
}

function stepBack(walk: Walk, at: number, verb: number): Denier | null | number {
  const { sentence } = walk;
  const entity = sentence.entities.find((one) => one.to === at + 1);
  if (entity !== undefined) return stepOverEntity(walk, entity);
  const norm = normOf(sentence.tokens, at);
  if (norm === 'to' && walk.unknown.length > 0) return { kind: 'private' };
  if (isDash(sentence, at)) return walk.unknown.length > 0 ? bodyFrom(walk, null) : null;
  if (PREPOSITIONS.has(norm) && walk.unknown.some((word) => PRIVATE.has(word))) return { kind: 'private' };
  if (PREPOSITIONS.has(norm) && walk.unknown.length > 0 && !HEADS.has(walk.unknown[0] ?? '')) {
    walk.isServant ||= norm === 'for' || norm === 'of';
    walk.unknown.length = 0;
    return at - 1;
  }
  if (norm === ')') return overBrackets(sentence, at);
  if (norm === "'s" || norm === "'" || norm === '"') return at - 1;
  if (MESSAGE.has(norm) && walk.unknown.length === 0 && sentence.tokens[verb]?.norm.endsWith('ing') === true) return senderOf(walk, at);
  if (walk.unknown.length > 0 && (norm === ',' || norm === ':' || LINKS.has(norm) || norm === 'as')) return bodyFrom(walk, null);
  if (norm === 'whose') return bodyFrom(walk, sentence.entities.find(({ to }) => to === at || to === at - 1)?.country ?? null);
  if (norm === ',') return stepOverComma(walk, at, verb);
  if (LINKS.has(norm)) return { kind: 'shared' };
  if (norm === ':' || norm === '.') return null;
  if (norm === 'who' || norm === 'which' || norm === 'that') {
    walk.isRelative = true;
    return normOf(sentence.tokens, at - 1) === ',' ? at - 2 : at - 1;
  }
  if (PRONOUNS.has(norm) && walk.unknown.length === 0)
    return { kind: 'same', isPerson: norm === 'he' || norm === 'she', isPlural: norm === 'they' };
  if (
    walk.unknown.length === 0 &&
    (ADVERBS.has(norm) || MODALS.has(norm) || norm.endsWith('ly') || SKIP.has(norm) || sentence.tokens[at]?.kind === 'number')
  )
    return at - 1;
  if (walk.unknown.length > 0 && OWNERS.has(norm) && HEADS.has(walk.unknown[0] ?? '')) return ownerOf(walk, at, norm);
  if (walk.unknown.length === 0 && GROUPS.has(norm)) {
    const movement = lastWhere(sentence.entities, (one) => one.to <= at && one.kind === 'movement');
    if (movement !== undefined) return { kind: 'entity', entities: [movement] };
  }
  walk.unknown.push(norm);
  walk.hasForeignName ||= walk.unknown.length > 1 && at > 0 && isForeign(sentence, at);
  if (walk.unknown.length === 1) {
    const named = walk.known.get(norm);
    if (named !== undefined && sentence.tokens[at]?.isCapital === true) return { kind: 'entity', entities: [named] };
  }
  return walk.unknown.length > MAX_UNKNOWN ? bodyFrom(walk, null) : at - 1;
}

/** "the Coast Guard (PCG) | denied": over the short form. */
function overBrackets({ tokens }: Sentence, close: number): number {
  for (let at = close - 1; at >= close - MAX_BRACKETS; at -= 1) if (normOf(tokens, at) === '(') return at - 1;
  return close - 1;
}
const MAX_BRACKETS = 4;

/** "Doe is well, his office said": it speaks for him who was named last, and "its army" for who spoke before. */
function ownerOf({ sentence }: Walk, at: number, owner: string): Denier {
  const isPerson = owner === 'his' || owner === 'her';
  const person = isPerson ? lastWhere(sentence.entities, (one) => one.to <= at && one.surname !== null && isOfficial(one)) : undefined;
  return person === undefined ? { kind: 'same', isPerson } : { kind: 'entity', entities: [person] };
}
/** "the militant group denied": the one that is named. */
const GROUPS = wordSet('group movement militia');
const OWNERS = wordSet('his her its');

/** "releases a statement calling it": the subject of the verb that takes the message. */
function senderOf({ sentence, known }: Walk, message: number): Denier {
  let verb = message - 1;
  while (BEFORE_MESSAGE.has(normOf(sentence.tokens, verb))) verb -= 1;
  return subjectOf(sentence, verb, known) ?? { kind: 'shared' };
}
const BEFORE_MESSAGE = wordSet('a an the its his her their joint brief long short new press official written video');

/** "Amazon India denies": a firm's branch there. */
const FIRMS = denialWordSet('firms');
const isFirm = ({ tokens }: Sentence, at: number): boolean => tokens[at]?.isCapital === true && FIRMS.has(normOf(tokens, at));
function stepOverEntity(walk: Walk, entity: Entity): Denier | null | number {
  const { sentence } = walk;
  if (entity.kind === 'country' && isFirm(sentence, entity.from - 1)) return { kind: 'private' };
  if (walk.unknown.length > 0) {
    const isNamed = entity.country !== null && NAMED.has(entity.kind) && sentence.tokens[entity.to]?.isCapital === true;
    if (isNamed && walk.unknown.length <= MAX_NAME) return { kind: 'entity', entities: [entity] };
    const isOwner =
      entity.kind === 'demonym' ||
      entity.kind === 'office' ||
      entity.kind === 'domestic' ||
      sentence.tokens[entity.to]?.norm.startsWith("'") === true ||
      entity.kind === 'country' ||
      entity.kind === 'metonym' ||
      entity.kind === 'body';
    const head = walk.unknown[0] ?? '';
    if (isOwner && entity.country === null && entity.office !== null && HEADS.has(head))
      return { kind: 'body', country: null, name: nameOf(walk.unknown, false) };
    return bodyFrom(walk, isOwner ? stateOf(sentence, entity) : null);
  }
  let before = headOfList(sentence, entity).from - 1;
  while (BEFORE_NAME.has(normOf(sentence.tokens, before))) before -= 1;
  const norm = normOf(sentence.tokens, before);
  if (PREPOSITIONS.has(norm) && !walk.isRelative) {
    if (OWNING.has(norm)) walk.place ??= entity.country;
    return before - 1;
  }
  if (entity.kind === 'demonym' && !/s$/.test(normOf(sentence.tokens, entity.to - 1))) return { kind: 'private' };
  if (
    (entity.country === null && isForeign(sentence, entity.from - 1) && ACRONYM.test(sentence.tokens[entity.from - 1]?.text ?? '')) ||
    (walk.isServant && entity.country === null) ||
    (entity.kind === 'private' && !isCamp(sentence, entity)) ||
    entity.kind === 'outlet' ||
    entity.office === 'rebel' ||
    (entity.kind === 'aide' && entity.country === null && norm !== 'presidential') ||
    REBELS.has(norm) ||
    REBELS.has(normOf(sentence.tokens, entity.from)) ||
    isCourt(sentence, entity)
  )
    return { kind: 'private' };
  if (entity.kind === 'demonym') return { kind: 'entity', entities: [entity] };
  if (entity.kind === 'aide' && entity.country === null) return { kind: 'body', country: null, name: 'presidential adviser' };
  if (!isOfficial(entity) && entity.kind !== 'private') return { kind: 'same', isPerson: false };
  return { kind: 'entity', entities: [...listedBefore(sentence, entity), entity] };
}
const BEFORE_NAME = wordSet('the a an " \'');

/** Of "courts of England and Wales" the first place: what governs it governs the list. */
function headOfList(sentence: Sentence, entity: Entity): Entity {
  if (entity.kind !== 'country' || normOf(sentence.tokens, entity.from - 1) !== 'and') return entity;
  const first = sentence.entities.find((one) => one.to === entity.from - 1 && one.kind === 'country');
  return first !== undefined && PREPOSITIONS.has(normOf(sentence.tokens, first.from - 1)) ? first : entity;
}

/** "Both the palace and the White House deny": every name of the list denies. */
function listedBefore(sentence: Sentence, last: Entity): readonly Entity[] {
  const listed: Entity[] = [];
  let from = last.from;
  for (;;) {
    let at = from - 1;
    let joint = false;
    while (LIST_LINKS.has(normOf(sentence.tokens, at))) {
      joint ||= AND.has(normOf(sentence.tokens, at));
      at -= 1;
    }
    const entity = sentence.entities.find((one) => one.to === at + 1);
    const isRow =
      entity !== undefined &&
      isOfficial(entity) &&
      (joint || (entity.from === 0 && sentence.zone === 'title' && from - entity.to <= 1 && isPower(entity) && isPower(last)));
    if (!isRow) return listed;
    listed.unshift(entity);
    from = entity.from;
  }
}
const LIST_LINKS = wordSet('and & , the both -');
const AND = wordSet('and &');

/** ", who resigned on Monday, denies": over the apposition to the name before it. */
function stepOverComma(walk: Walk, at: number, verb: number): Denier | null | number {
  const { tokens, entities } = walk.sentence;
  if (WHO.has(normOf(tokens, at + 1))) return at - 1;
  if (NEW_CLAUSE.has(normOf(tokens, verb)) || (tokens[verb]?.norm.endsWith('ing') === true && verb - at === 1)) return { kind: 'shared' };
  for (let k = at - 1; k >= 0 && at - k < 16; k -= 1) {
    if (tokens[k]?.norm !== ',') continue;
    const named = entities.find((one) => one.to === k);
    if (named !== undefined && isOfficial(named)) return { kind: 'entity', entities: [named] };
    const apposed = entities.find((one) => one.from > k && one.from <= k + 2 && isOfficial(one));
    if (apposed !== undefined && apposed.office === null && verb - at === 1 && walk.sentence.zone === 'title') return { kind: 'shared' };
    if (apposed === undefined || apposed.office === null) return k - 1;
    const name = tokens[k - 1];
    return {
      kind: 'entity',
      entities: [name?.isCapital === true && apposed.surname === null ? { ...apposed, surname: name.norm } : apposed],
    };
  }
  return verb - at <= 2 && at > 0 ? { kind: 'shared' } : null;
}
const WHO = wordSet('who which that');
const NEW_CLAUSE = wordSet('while although but and as with after saying citing');

const isCourt = (sentence: Sentence, entity: Entity): boolean =>
  sentence.tokens.slice(entity.from, entity.to).some((token) => token.norm === 'court' || token.norm === 'judge');

/** "The Macron camp", "Trump allies": they speak for the leader whose name they bear. */
const isCamp = (sentence: Sentence, entity: Entity): boolean => entity.behalf !== null && CAMP.has(normOf(sentence.tokens, entity.to - 1));
const CAMP = wordSet('campaign camp allies ally team');

const isDash = (sentence: Sentence, at: number): boolean => {
  const token = sentence.tokens[at];
  return token?.norm === '-' && isBetweenSpaces(sentence, at);
};

/** "UEFA president", "Examplar FC president": of no state. */
const ACRONYM = /^\p{Lu}{2,6}$/u;

/** Capitalised in a sentence where capitals mean names, and no word for an office. */
function isForeign(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  return token?.isCapital === true && !HEADS.has(token.norm) && !sentence.tokens.every((one) => one.kind !== 'word' || one.isCapital);
}
