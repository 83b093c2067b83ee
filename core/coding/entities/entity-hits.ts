import { LANGUAGES } from '../facts/language-data.ts';
import type { Lexicon, LexiconEntry } from '../lexicon/lexicon.ts';
import type { Sense } from '../lexicon/senses.ts';
import { mayBeForeign } from '../words/foreign-words.ts';
import { isCaselessName, isExactOnly } from '../words/name-words.ts';
import type { Token } from '../words/text.ts';
import { type KeyAt, longestPhrase, type Phrase, type PhraseRow, rowOf } from '../words/trie.ts';

/** A phrase of the lexicon found in a sentence; `from` inclusive, `to` exclusive. */
export type Hit = { readonly from: number; readonly to: number; readonly senses: readonly Sense[] };

/** Lower-case words that may open a name. */
const FOREIGN_PARTICLES = LANGUAGES.flatMap(({ text }) => text.nameParticles);
const NAME_PARTICLES = new Set(['al', 'el', 'bin', 'de', 'van', 'von', 'da', 'ibn', 'ben', ...FOREIGN_PARTICLES]);

/** Longest phrases from left to right, not overlapping; names before words of the same length. */
export function findHits(tokens: readonly Token[], lexicon: Lexicon): Hit[] {
  const hits: Hit[] = [];
  const isCaseless = !tokens.some((token) => token.isCapital);
  let line: Line | null = null;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const entry = token === undefined ? null : entryOf(token, lexicon);
    if (entry === null || (entry.names === null && entry.words === null)) {
      at += 1;
      continue;
    }
    line ??= lineOf(tokens, lexicon);
    const phrase = phraseAt(line, entry, at, isCaseless);
    if (phrase !== null) hits.push({ from: at, to: at + phrase.norms.length, senses: phrase.values });
    at += phrase?.norms.length ?? 1;
  }
  return hits;
}

/** What the lexicon has for a word: looked up once, and kept at the place of the word until others come there. */
function entryOf({ norm, word }: Token, lexicon: Lexicon): LexiconEntry {
  const known = lexicon.entries[word.place];
  if (known !== undefined && known.word === word) return known;
  const other = lexicon.entries[word.place + 1];
  if (other !== undefined && other.word === word) return other;
  const foreign = mayBeForeign(norm) ? lexicon.foreign() : null;
  const key = foreign?.baseForms.get(norm) ?? norm;
  const [names, words] = [allOf(lexicon.names.get(key), foreign?.names.get(key)), allOf(lexicon.words.get(key), foreign?.words.get(key))];
  const entry: LexiconEntry = {
    word,
    key,
    isParticle: NAME_PARTICLES.has(norm),
    names: names === undefined ? null : rowOf(names),
    words: words === undefined ? null : rowOf(words),
  };
  lexicon.entries[word.place] = entry;
  lexicon.entries[word.place + 1] = known;
  return entry;
}

type FirstWord = readonly Phrase<Sense>[] | undefined;
/** An owner's row may be written in another language, too. */
const allOf = (own: FirstWord, foreign: FirstWord): FirstWord =>
  own === undefined || foreign === undefined ? (own ?? foreign) : [...own, ...foreign];

/** A sentence on its way through the lexicon; keys are norms, or base forms of inflected words. */
type Line = { readonly tokens: readonly Token[]; readonly keyAt: KeyAt };
const lineOf = (tokens: readonly Token[], lexicon: Lexicon): Line => ({
  tokens,
  keyAt: (at) => {
    const token = tokens[at];
    return token === undefined ? undefined : entryOf(token, lexicon).key;
  },
});

function phraseAt(line: Line, entry: LexiconEntry, at: number, isCaseless: boolean): Phrase<Sense> | null {
  const name = entry.names === null ? null : isCaseless ? caselessPhrase(line, entry.names, at) : namePhrase(line, entry, at);
  const word = entry.words === null ? null : wordPhrase(line, entry.words, at);
  if (name !== null && word !== null && name.norms.length === 1 && isTitleOf(line, at, word)) return word;
  if (name === null || word === null) return name ?? word;
  if (word.norms.length === name.norms.length && isInstitution(word))
    return { norms: name.norms, values: [...name.values, ...word.values] };
  return word.norms.length > name.norms.length ? word : name;
}

/** "Pakistan's Foreign Office": one state's own name for it, and everybody's word. */
const isInstitution = (word: Phrase<Sense>): boolean => word.values.some((sense) => sense.is === 'institution');

/** "King of Morocco", "Major General X": a title, though somebody is called so. */
const isTitleOf = ({ tokens }: Line, at: number, word: Phrase<Sense>): boolean =>
  word.values.some((sense) => sense.is === 'title') && tokens[at + word.norms.length]?.norm === 'of';

type Phrases = PhraseRow<Sense>;

/** "The leaders" is a group, "the leaders of Japan and Korea" is a title with its owners. */
function wordPhrase({ tokens, keyAt }: Line, words: Phrases, at: number): Phrase<Sense> | null {
  const phrase = longestPhrase(words, keyAt, at);
  const isOwned = tokens[at + (phrase?.norms.length ?? 0)]?.norm === 'of';
  return isOwned && phrase?.values.some((sense) => sense.is === 'group') === true ? null : phrase;
}

function namePhrase({ tokens, keyAt }: Line, { names, isParticle }: LexiconEntry, at: number): Phrase<Sense> | null {
  const token = tokens[at];
  if (token === undefined || names === null) return null;
  if (!token.isCapital && !(isParticle && hasCapitalNear(tokens, at))) return null;
  const phrase = longestPhrase(names, keyAt, at);
  if (phrase === null || phrase.norms.length > 1) return phrase;
  return isExactOnly(token.norm) && token.text !== token.text.toUpperCase() ? null : phrase;
}

/** In a headline without any capital every word may be a name, but for those that are plain words too. */
function caselessPhrase({ keyAt }: Line, names: Phrases, at: number): Phrase<Sense> | null {
  const phrase = longestPhrase(names, keyAt, at);
  if (phrase === null || phrase.norms.length > 1) return phrase;
  const word = phrase.norms[0] ?? '';
  return isCaselessName(word) && !PLAIN_WORDS.has(word) ? phrase : null;
}
const PLAIN_WORDS = new Set(
  'to so no do an he it in on at may key long good sun young page field park hill rice brown king price major ban straw snow gates cook day hand love house west north stone winter grant chase rush sweet noble temple marsh mills pace gold fish church male reading nice mobile labour congress senate parliament cabinet quartet commonwealth polish hunt fox bishop howe gore ford swan wall ward woods pope prince castle bell bone bond bolt banks baker black white green gray field fisher holder harper turner walker mason carter cooper miller taylor smith clark wolf berry west cox burns short sharp singh'.split(
    ' ',
  ),
);

const hasCapitalNear = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.isCapital === true || tokens[at + 2]?.isCapital === true;
