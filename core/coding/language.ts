import { WORDS } from './data.ts';

const READ: ReadonlySet<string> = new Set(['en', 'ru']);
const ENGLISH = new Set(WORDS.englishWords);
const OTHER_LATIN = new Set(WORDS.foreignWords);
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}/gu;
/** Letters of Cyrillic languages that are not Russian. */
const NOT_RUSSIAN = /[іїєґўјљњћђџѓќѕ]/iu;
const SAMPLE = 600;

/** The language an item is read as, or null when it is none that the coder reads. The text itself decides; `lang` only where the text is short. */
export function readingLanguage(title: string | null, text: string | null, lang: string | null): string | null {
  const sample = `${title ?? ''} ${text ?? ''}`.slice(0, SAMPLE);
  const cyrillic = sample.match(CYRILLIC)?.length ?? 0;
  const latin = sample.match(LATIN)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  if (cyrillic > letters / 3) return NOT_RUSSIAN.test(sample) ? null : 'ru';
  if (latin < letters / 2) return null;
  return readsLatin(sample, lang);
}

function readsLatin(sample: string, lang: string | null): string | null {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = words.filter((word) => ENGLISH.has(word)).length;
  const other = words.filter((word) => OTHER_LATIN.has(word)).length;
  if (other > english + 1) return null;
  const given = lang?.toLowerCase().split('-')[0] ?? 'en';
  return english > 0 || READ.has(given) ? 'en' : null;
}
