/**
 * The GSM 03.38 default alphabet. A text message of 160 septets stays one part only while every character is in it;
 * one typographic quote makes the part 70 characters long.
 */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Written as escape + character: two septets. */
const EXTENDED = '\f^{}\\[~]|€';

const SEPTETS = new Map<string, number>([
  ...[...BASIC].map((c): [string, number] => [c, 1]),
  ...[...EXTENDED].map((c): [string, number] => [c, 2]),
]);

/** Length of one part. */
export const SMS_SEPTETS = 160;

/** Septets of a text, or null when a character is outside the alphabet. */
export function septetsOf(text: string): number | null {
  let sum = 0;
  for (const character of text) {
    const septets = SEPTETS.get(character);
    if (septets === undefined) return null;
    sum += septets;
  }
  return sum;
}

/** Characters with a plain spelling that decomposition does not find. */
const SPELLINGS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '″': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '…': '...',
  '→': '->',
  '←': '<-',
  '·': '.',
  '•': '*',
  '\t': ' ',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
  œ: 'oe',
  Œ: 'OE',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  ə: 'a',
  Ə: 'A',
  ẞ: 'SS',
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'yi',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Spells a text in the alphabet: "Erdoğan" -> "Erdogan", "Путин" -> "Putin"; what has no spelling becomes "?" (once in a row). */
export function transliterate(text: string): string {
  const spelt = [...text.normalize('NFC')].map(spell).join('');
  return spelt.replace(/\?(\s*\?)+/g, '?');
}

function spell(character: string): string {
  if (SEPTETS.has(character)) return character;
  const known = SPELLINGS[character] ?? SPELLINGS[character.toLowerCase()];
  if (known !== undefined) return SPELLINGS[character] === undefined ? known.charAt(0).toUpperCase() + known.slice(1) : known;
  const plain = [...character.normalize('NFKD')].filter((part) => SEPTETS.has(part)).join('');
  if (plain !== '') return plain;
  if (/\p{M}|\p{Cf}|\p{Cc}|\p{Cs}/u.test(character)) return '';
  return /\s/u.test(character) ? ' ' : '?';
}

/** Cuts a spelt text to so many septets, at a word where it can, never through an escape. */
export function fitSeptets(text: string, limit: number): string {
  if ((septetsOf(text) ?? Number.POSITIVE_INFINITY) <= limit) return text;
  const room = limit - 3;
  if (room < 1) return '';
  let used = 0;
  let kept = '';
  for (const character of text) {
    used += SEPTETS.get(character) ?? Number.POSITIVE_INFINITY;
    if (used > room) break;
    kept += character;
  }
  const space = kept.lastIndexOf(' ');
  return `${(space > kept.length * 0.6 ? kept.slice(0, space) : kept).trimEnd()}...`;
}
