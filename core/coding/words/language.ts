import { WORDS } from '../facts/data.ts';

const READ: ReadonlySet<string> = new Set(['en', 'ru']);
type Tongue = 'english' | 'other' | 'both';
/** Common words, and whose they are. */
const TONGUE_OF = new Map<string, Tongue>(WORDS.foreignWords.map((word) => [word, 'other']));
for (const word of WORDS.englishWords) TONGUE_OF.set(word, TONGUE_OF.has(word) ? 'both' : 'english');
/** Letters of Cyrillic languages that are not Russian. */
const NOT_RUSSIAN = /[іїєґўјљњћђџѓќѕ]/iu;
const SAMPLE = 600;

/** The language an item is read as, or null when it is none that the coder reads. The text itself decides; `lang` only where the text is short. */
export function readingLanguage(title: string | null, text: string | null, lang: string | null): string | null {
  const sample = `${title ?? ''} ${(text ?? '').slice(0, SAMPLE)}`.slice(0, SAMPLE);
  const { latin, cyrillic, other } = countScripts(sample);
  const letters = latin + cyrillic + other;
  if (letters === 0) return null;
  if (cyrillic > letters / 3) return NOT_RUSSIAN.test(sample) ? null : 'ru';
  return latin < letters / 2 ? null : readsLatin(sample, lang);
}

type Scripts = { readonly latin: number; readonly cyrillic: number; readonly other: number };

/** Letters by block; the few that stand elsewhere do not matter. */
function countScripts(sample: string): Scripts {
  let [latin, cyrillic, other] = [0, 0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if ((code > 64 && code < 91) || (code > 96 && code < 123) || (code >= 0xc0 && code < 0x250)) latin += 1;
    else if (code >= 0x400 && code < 0x530) cyrillic += 1;
    else if (code >= 0x370 && !(code >= 0x2000 && code < 0x2e80)) other += 1;
  }
  return { latin, cyrillic, other };
}

function readsLatin(sample: string, lang: string | null): string | null {
  let [english, other] = [0, 0];
  for (const word of wordsOf(sample.toLowerCase())) {
    const tongue = TONGUE_OF.get(word);
    if (tongue === undefined) continue;
    if (tongue !== 'other') english += 1;
    if (tongue !== 'english') other += 1;
  }
  if (other - particlesIn(sample) > english + 1) return null;
  return english > 0 || READ.has(lang?.toLowerCase().split('-')[0] ?? 'en') ? 'en' : null;
}

/** "von der Leyen", "de la Fuente": two small words of a name tell no more than one. */
const PARTICLES = ['von der ', 'van der ', 'Van der ', 'de la '];
const particlesIn = (sample: string): number => PARTICLES.filter((pair) => sample.includes(pair)).length;

/** By first letter of ASCII, bits of the lengths that words of the lists have: most words of a text are told by it to be none. */
const LENGTHS = new Int32Array(128);
for (const word of TONGUE_OF.keys()) LENGTHS[word.charCodeAt(0)] = (LENGTHS[word.charCodeAt(0)] ?? 0) | (1 << word.length);
const mayBeListed = (text: string, from: number, to: number): boolean =>
  to - from < 31 && ((LENGTHS[text.charCodeAt(from)] ?? 0) & (1 << (to - from))) !== 0;
const LETTERS = /\p{L}+/gu;
/** Runs of letters of a lower-case text that may be one of the words. Only ASCII and typographic marks are looked at by code; anything else is left to the pattern. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let from = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127 && (code < 0x2010 || code > 0x2044)) return text.match(LETTERS) ?? [];
    const isLetter = code > 96 && code < 123;
    if (isLetter && from < 0) from = at;
    else if (!isLetter && from >= 0) {
      if (mayBeListed(text, from, at)) words.push(text.slice(from, at));
      from = -1;
    }
  }
  return words;
}
