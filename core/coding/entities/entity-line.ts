import type { TitleWords } from '../facts/lexicon-data.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Sense } from '../lexicon/senses.ts';
import { type Entity, normOf, type Token } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import type { EntityContext } from './entity-context.ts';
import type { Hit } from './entity-hits.ts';

export type Title = Extract<Sense, { is: 'title' }>;
/** A party as it stands in a sentence: `to` is where its words end. */
export type Place = { readonly party: string; readonly to: number; readonly isDemonym: boolean; readonly sense: Sense };

export const ARTICLES = new Set(['the', 'a', 'an']);
const NEGOTIATORS = wordSet('negotiators negotiator delegation delegates emissaries mediators');
const SENDS = wordSet('send sends sent sending dispatch dispatches dispatched despatch despatches despatched');
const MAX_SENT = 5;
const POST = new Set(['to', 'in', 'for', 'on', 'at']);

/** A sentence with its hits and what is known around it: the small questions that readers of names and titles ask. */
export class Line {
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  readonly context: EntityContext;
  readonly hitAt: ReadonlyMap<number, Hit>;
  private titleCase: boolean | null = null;

  constructor(tokens: readonly Token[], hits: readonly Hit[], known: { readonly lexicon: Lexicon; readonly context: EntityContext }) {
    this.tokens = tokens;
    this.lexicon = known.lexicon;
    this.context = known.context;
    this.hitAt = new Map(hits.map((hit) => [hit.from, hit]));
  }

  /** A headline in title case, where capitals tell little. */
  get isTitleCase(): boolean {
    this.titleCase ??= isTitleCase(this.tokens);
    return this.titleCase;
  }

  placeAt(at: number): Place | null {
    const hit = this.hitAt.get(at);
    return hit === undefined ? null : placeOf(hit);
  }

  isInsideHit(at: number): boolean {
    for (let from = at; from >= 0 && from > at - 6; from -= 1) {
      const hit = this.hitAt.get(from);
      if (hit !== undefined) return hit.to > at;
    }
    return false;
  }

  /** "ambassador to France", "envoy for Syria": the place of duty is no party. */
  skipPost(from: number): number {
    if (!POST.has(this.norm(from)) || this.isSentTo(from) || this.isWhereTheyAre(from)) return from;
    const next = ARTICLES.has(this.norm(from + 1)) ? from + 2 : from + 1;
    const hit = this.hitAt.get(next);
    if (hit === undefined || placeOf(hit) === null) return this.skipDuty(from, next);
    // "mediator in Armenia-Azerbaijan talks": theirs, no post.
    if (this.norm(hit.to) === '-' && this.hitAt.has(hit.to + 1)) return from;
    const and = this.norm(hit.to) === 'and' ? this.hitAt.get(hit.to + 1) : undefined;
    return and !== undefined && placeOf(and) !== null && this.norm(from) === 'to' ? and.to : hit.to;
  }

  /** "negotiators | in Ankara": where they are, no post of theirs. */
  private isWhereTheyAre(at: number): boolean {
    return this.norm(at) === 'in' && NEGOTIATORS.has(this.norm(at - 1));
  }

  /** "sends envoy | to Ankara": where he is to go. */
  private isSentTo(at: number): boolean {
    if (this.norm(at) !== 'to') return false;
    for (let k = 2; k <= MAX_SENT; k += 1) if (SENDS.has(this.norm(at - k))) return true;
    return false;
  }

  /** "envoy for Special Missions Richard X": capitalised words up to a first name. */
  skipDuty(from: number, next: number): number {
    for (let at = next; at < next + 5; at += 1) {
      const token = this.tokens[at];
      if (token === undefined || !token.isCapital) return from;
      if (this.lexicon.givenNames.has(token.norm)) return at;
    }
    return from;
  }

  /** A title or institution starts here ("foreign minister" is more than the adjective "foreign"). */
  hasTitle(at: number): boolean {
    return this.hitAt.get(at)?.senses.some((sense) => sense.is === 'title' || sense.is === 'institution') === true;
  }

  skipPossessive(at: number): number {
    const norm = this.norm(at);
    return norm === "'s" || norm === "'" ? at + 1 : at;
  }

  is(set: TitleWords, norm: string): boolean {
    return this.lexicon.titleWords[set].has(norm);
  }

  norm(at: number): string {
    return normOf(this.tokens, at);
  }

  make(from: number, to: number, fields: Partial<Entity> & { readonly kind: Entity['kind'] }): Entity {
    return {
      kind: fields.kind,
      from,
      to,
      country: fields.country ?? null,
      surname: fields.surname ?? null,
      personId: fields.personId ?? null,
      level: fields.level ?? null,
      office: fields.office ?? null,
      isFormer: fields.isFormer ?? false,
      via: fields.via ?? 'name',
      behalf: fields.behalf ?? null,
      confidence: fields.confidence ?? 0.95,
    };
  }
}

export function placeOf(hit: Hit): Place | null {
  for (const sense of hit.senses)
    if (
      sense.is === 'place' ||
      sense.is === 'metonym' ||
      sense.is === 'body' ||
      sense.is === 'movement' ||
      (sense.is === 'domestic' && sense.party !== null)
    )
      return { party: sense.party ?? '', to: hit.to, isDemonym: sense.is === 'place' && sense.via === 'demonym', sense };
  return null;
}

export function titleOf(hit: Hit): Title | null {
  return hit.senses.find((sense): sense is Title => sense.is === 'title') ?? null;
}

/** Most longer words capitalised: a headline in title case, where capitals tell little. */
function isTitleCase(tokens: readonly Token[]): boolean {
  let long = 0;
  let capital = 0;
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length < 4) continue;
    long += 1;
    if (token.isCapital) capital += 1;
  }
  return long >= 4 && capital / long > 0.75;
}
