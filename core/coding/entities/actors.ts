import type { Entity } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';

/** Who an entity is, in the words of the field: what the rules ask of those who are named around a contact. */
type Named = Entity | null | undefined;
export type IsActor = (entity: Named) => entity is Entity;

/** Somebody, by his name or his office. */
export const isPerson = (entity: Named): entity is Entity => entity != null && (entity.kind === 'person' || entity.kind === 'office');
/** Somebody who is of a state that is known. */
export const isPersonOfState = (entity: Entity): boolean => isPerson(entity) && entity.country !== null;
/** Who decides for his state, a leader or a minister: nobody's envoy. */
export const isPrincipal = (entity: Named): entity is Entity => isPerson(entity) && entity.level !== 'envoy';
/** A principal of a state that is known, who has not left office. */
export const isInOffice = (entity: Entity): boolean => isPrincipal(entity) && !entity.isFormer && entity.country !== null;
/** At the head of a state that is known. */
export const isLeader = (entity: Entity): boolean => isPersonOfState(entity) && entity.level === 'leader';
/** A state, or the house or capital that stands for it. */
export const isState = (entity: Named): entity is Entity => entity != null && (entity.kind === 'country' || entity.kind === 'metonym');
/** A state or a body, by name or by its house: where somebody may go to. */
export const isStateOrBody = (entity: Named): entity is Entity => entity != null && STATES_AND_BODIES.has(entity.kind);
const STATES_AND_BODIES = wordSet('country metonym body');
/** What names no person: a state, a body, or an adjective of one. */
export const isOfState = ({ kind }: Entity): boolean => OF_STATE.has(kind);
const OF_STATE = wordSet('country demonym metonym body');
/** A state, a body or a movement, by name or by its house: it speaks as a whole. */
export const isPower = (entity: Named): entity is Entity =>
  entity != null && (entity.kind === 'movement' || STATES_AND_BODIES.has(entity.kind));
/** A house or capital that stands for its state. */
export const isHouse = (entity: Named): entity is Entity => entity != null && entity.kind === 'metonym';
export const isPersonOrState = (entity: Named): entity is Entity => isPerson(entity) || isState(entity);
/** Who acts in his own name: a state, a movement, a body, or somebody who speaks for one. */
export const isActor = (entity: Named): entity is Entity => entity != null && ACTORS.has(entity.kind);
const ACTORS = wordSet('person office country metonym movement body');
/** Who may be a side of a contact: an aide stands for his state, too. */
export const isParty = (entity: Named): entity is Entity => entity != null && (entity.kind === 'aide' || ACTORS.has(entity.kind));
/** "The two leaders", "both sides": several of whom the text has told before. */
export const isUnnamedGroup = ({ kind, country }: Entity): boolean => kind === 'group' && country === null;
/** States do not travel; somebody does. */
export const isTraveller = (entity: Entity): boolean => TRAVELLERS.has(entity.kind) && !entity.isFormer;
const TRAVELLERS = wordSet('person office aide group');
