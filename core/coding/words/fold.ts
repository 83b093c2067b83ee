/** Letters that NFD does not take apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ə: 'e',
  ё: 'е',
};

/** Lower case without diacritics: what tokens and lexicon rows are compared by. Cyrillic й stays й. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!/[^\u0000-\u007f]/.test(lower)) return lower;
  return lower
    .replace(/[ıłøđðþæœßəё]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFD')
    .replace(/(?<!\u0438)\p{M}+|(?<=\u0438)(?!\u0306)\p{M}+/gu, '')
    .normalize('NFC');
}
