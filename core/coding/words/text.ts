import type { Zone } from '../codebook/coded-item.ts';
import type { Word } from './word.ts';

/**
 * One word, number or mark as it is written, wherever it stands: a word that is met again is the same token, and its place is said by the
 * sentence. `norm`: lower case, folded (no diacritics, straight quotes, "'s" split off as its own token).
 */
export type Token = {
  readonly text: string;
  readonly norm: string;
  readonly kind: 'word' | 'number' | 'mark';
  readonly isCapital: boolean;
  readonly word: Word;
};

export type EntityKind =
  | 'person' // a named person, known ("Putin") or ad hoc ("Thai Prime Minister X")
  | 'office' // an office without a name, resolved by date ("the Russian president", "his Turkish counterpart")
  | 'country' // a state or its government by name or capital ("Russia", "Moscow")
  | 'metonym' // an institution that speaks for a state ("the Kremlin", "the White House")
  | 'body' // an international body ("EU", "NATO", "UN")
  | 'group' // a collective ("European leaders", "the two leaders", "delegations")
  | 'demonym' // an adjective of nationality that is not part of a larger entity ("Russian")
  | 'movement' // Hamas, Hezbollah, the Taliban
  | 'spokesperson' // speaks on behalf of a principal ("Peskov", "White House press secretary")
  | 'aide' // aide, adviser, envoy, lawyer, son OF a person: not the person
  | 'outlet' // a news outlet ("TASS", "the Washington Post")
  | 'domestic' // a body inside one state ("security council", "State Duma", "cabinet")
  | 'private'; // a company, celebrity or other party that is no contact party

/** A stretch of tokens that names somebody. `from` inclusive, `to` exclusive, token indexes in the sentence. */
export type Entity = {
  readonly kind: EntityKind;
  readonly from: number;
  readonly to: number;
  /** ISO 3166-1 alpha-2 or body code; null when unknown. */
  readonly country: string | null;
  /** Surname as written, lower case, for named persons; else null. */
  readonly surname: string | null;
  readonly personId: string | null;
  /** The level at which this entity takes part in a contact. */
  readonly level: 'leader' | 'minister' | 'envoy' | null;
  /** head_of_state, foreign_minister ... as in data/offices.json; null when unknown. */
  readonly office: string | null;
  readonly isFormer: boolean;
  readonly via: 'name' | 'title' | 'metonym' | 'descriptor' | 'inferred';
  /** For a spokesperson or an aide: the party code it speaks for. */
  readonly behalf: string | null;
  /** 0..1: how sure the resolution is (collisions, ad-hoc names). */
  readonly confidence: number;
};

/** One sentence with its tokens and the entities found in it, in order, not overlapping. */
export type Sentence = {
  readonly zone: Zone;
  /** Index in its zone, from 0; headings inside a text count as sentences. */
  readonly index: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Where each token starts and ends in `text` (offsets in UTF-16 units). */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Bits of the classes that any of its words is of (word-classes.ts). */
  readonly classes: number;
  readonly entities: readonly Entity[];
  readonly isHeading: boolean;
  /** The sentence opens inside a quotation that an earlier sentence began. */
  readonly startsInQuote: boolean;
};

/** The norm of the token at a place, "" where there is none. V8 looks a negative index up by name, thirty times as slowly: it is asked for first. */
export const normOf = (tokens: readonly Pick<Token, 'norm'>[], at: number): string => (at < 0 ? '' : (tokens[at]?.norm ?? ''));

/** The words from one token up to another, as written; `to` exclusive. */
export const wordsBetween = ({ text, starts, ends }: Pick<Sentence, 'text' | 'starts' | 'ends'>, from: number, to: number): string =>
  text.slice(starts[from] ?? 0, ends[to - 1] ?? 0);

/** The norms from one token up to another, a space between each two; `to` exclusive. */
export function normsBetween(tokens: readonly Pick<Token, 'norm'>[], from: number, to: number): string {
  const end = Math.min(to, tokens.length);
  let norms = '';
  for (let at = from; at < end; at += 1) norms += at === from ? normOf(tokens, at) : ` ${normOf(tokens, at)}`;
  return norms;
}

/** No space stands before the token at `at`. */
export const isTied = ({ starts, ends }: Pick<Sentence, 'starts' | 'ends'>, at: number): boolean => starts[at] === ends[at - 1];

/** A mark with a space on either side. */
export const isBetweenSpaces = ({ text, starts, ends }: Sentence, at: number): boolean =>
  text[(starts[at] ?? 0) - 1] === ' ' && text[ends[at] ?? 0] === ' ';
