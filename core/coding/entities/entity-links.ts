import { LANGUAGES } from '../facts/language-data.ts';
import { lastWhere } from '../words/sequences.ts';
import { type Entity, normOf, type Token } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { SENDS } from '../words/word-sets.ts';
import { isOfState } from './actors.ts';
import { isReport } from './attribution.ts';

/**
 * Second look at neighbours: a title shared by a list ("Russian and Turkish presidents", "leaders of Japan, Korea and China"),
 * and counterparts, who hold the office of the person named before them.
 */
export function linkNeighbours(tokens: readonly Token[], entities: readonly Entity[], ownerLast: ReadonlySet<number>): Entity[] {
  const linked = withOffices(tokens, entities);
  for (let at = 0; at < linked.length; at += 1) {
    shareBackward(tokens, linked, at);
    shareForward(tokens, linked, at, ownerLast);
    settleCounterpart(linked, at);
    settleOwner(tokens, linked, at);
    settleSent(tokens, linked, at);
  }
  return linked;
}

/** "Mr. Motegi, Minister for Foreign Affairs, met": an office between commas is what the one before it holds. */
function withOffices(tokens: readonly Token[], entities: readonly Entity[]): Entity[] {
  const joined: Entity[] = [];
  for (const entity of entities) {
    const holder = joined.at(-1);
    if (holder !== undefined && isHeldBy(tokens, holder, entity)) joined[joined.length - 1] = { ...holder, to: entity.to };
    else joined.push(entity);
  }
  return joined;
}

function isHeldBy(tokens: readonly Token[], holder: Entity, { kind, country, from, to }: Entity): boolean {
  if (kind !== 'office' || holder.kind !== 'person' || (country !== null && country !== holder.country)) return false;
  if (normOf(tokens, from - 1) !== ',' || !ENDS.has(normOf(tokens, to))) return false;
  const isNext = from - holder.to === 1 || (from - holder.to === 2 && tokens[holder.to]?.isCapital === true);
  return isNext && tokens.slice(from, to).some(({ norm }) => SINGLE.has(norm));
}
const ENDS: ReadonlySet<string> = new Set(['', ',', '.']);
const SINGLE = wordSet('minister president secretary chancellor premier king representative commissioner adviser emir sultan');

const SHARED = new Set(['office', 'spokesperson']);

/** "Russian and Turkish presidents": the list before a title in the plural takes the title; not "a trip to Lima, US officials said". */
function shareBackward(tokens: readonly Token[], entities: Entity[], at: number): void {
  const titled = entities[at];
  if (titled === undefined || titled.kind !== 'office' || titled.country === null) return;
  const isPlural = tokens[titled.to - 1]?.norm.endsWith('s') === true;
  for (let k = at - 1; k >= 0; k -= 1) {
    const before = entities[k];
    const after = entities[k + 1];
    if (before === undefined || after === undefined || !isOfState(before) || !isListed(tokens, before.to, after.from)) return;
    if (!isPlural && before.kind !== 'demonym') return;
    if (before.kind === 'country' && before.from > 0 && normOf(tokens, before.to) === ',' && isReport(normOf(tokens, titled.to))) return;
    entities[k] = { ...before, kind: titled.kind, office: titled.office, level: titled.level, isFormer: titled.isFormer, via: 'title' };
  }
}

/** "leaders of Japan, Korea and China": the list after "of" takes the title. */
function shareForward(tokens: readonly Token[], entities: Entity[], at: number, ownerLast: ReadonlySet<number>): void {
  const titled = entities[at];
  if (titled === undefined || !SHARED.has(titled.kind) || !ownerLast.has(titled.from)) return;
  for (let k = at + 1; k < entities.length; k += 1) {
    const before = entities[k - 1];
    const next = entities[k];
    if (before === undefined || next === undefined || !isOfState(next) || !isListed(tokens, before.to, next.from)) return;
    entities[k] = { ...next, kind: titled.kind, office: titled.office, level: titled.level, isFormer: titled.isFormer, via: 'title' };
  }
}

/** Only commas, "and", "or", "&" and articles between. */
function isListed(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from || to - from > 3) return false;
  for (let at = from; at < to; at += 1) if (!LISTING.has(normOf(tokens, at))) return false;
  return true;
}
const LISTING = new Set([',', 'and', '&', 'the', '-', '/', ...LANGUAGES.flatMap(({ order }) => order.joiners)]);

/** "Taipei denies foreign minister met": an office of the state that speaks, when it is no other's. */
function settleOwner(tokens: readonly Token[], entities: Entity[], at: number): void {
  const office = entities[at];
  const owner = at > 0 ? entities[at - 1] : undefined;
  if (office?.kind !== 'office' || office.country !== null || office.office === 'counterpart' || owner === undefined) return;
  if (!SPEAKING.has(owner.kind) || owner.country === null || owner.from > 2) return;
  const between = tokens.slice(owner.to, office.from).map(({ norm }) => norm);
  const last = between.at(-1) ?? '';
  const isOwn = OWN.has(last) || isReport(last) || DENIES.has(last) || last === 'that';
  if (isOwn && between.some((norm) => isReport(norm) || DENIES.has(norm))) entities[at] = { ...office, country: owner.country };
}
const SPEAKING = new Set(['country', 'metonym', 'demonym', 'spokesperson']);
const OWN = new Set(['its', 'the', 'his', 'her', 'own']);
const DENIES = wordSet(
  'deny denies denied denying refute refutes refuted refuting dispute disputes disputed disputing contradicts contradict',
);

/** "Trump sends his special envoy to meet Putin", "Xi to dispatch envoys to Oslo": of the state of who sends them. */
function settleSent(tokens: readonly Token[], entities: Entity[], at: number): void {
  const sent = entities[at];
  if (sent?.kind !== 'office' || sent.country !== null || sent.level === 'leader' || sent.office === 'counterpart') return;
  const verb = SENDS.has(normOf(tokens, sent.from - 1)) ? sent.from - 1 : sent.from - 2;
  if (!SENDS.has(normOf(tokens, verb)) || !ON_MISSION.has(normOf(tokens, sent.to))) return;
  const sender = lastWhere(entities.slice(0, at), ({ to }) => to <= verb);
  if (sender !== undefined && sender.country !== null && verb - sender.to <= MAX_TO_SEND)
    entities[at] = { ...sent, country: sender.country };
}
const ON_MISSION = wordSet('to for on');
const MAX_TO_SEND = 4;

function settleCounterpart(entities: Entity[], at: number): void {
  const entity = entities[at];
  if (entity === undefined || entity.office !== 'counterpart') return;
  const before = lastWhere(
    entities.slice(0, at),
    (other) => other.level !== null && other.office !== 'counterpart' && other.kind !== 'group',
  );
  entities[at] = { ...entity, office: before?.office ?? null, level: before?.level ?? 'leader' };
}
