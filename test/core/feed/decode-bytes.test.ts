import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../../core/feed/decode-bytes.ts';

/** A word or two that need the charset, in a language that used it. */
const TEXTS: readonly (readonly [charset: string, text: string])[] = [
  ['iso-8859-1', 'Gespräche über größere Verträge'],
  ['windows-1252', 'Gespräche “über” Verträge – 5 €'],
  ['iso-8859-2', 'Rozmowy w Łodzi o żegludze'],
  ['windows-1250', 'Rozmowy „w Łodzi” o żegludze'],
  ['windows-1251', 'Переговоры в Северске о мире'],
  ['koi8-r', 'Переговоры в Северске о мире'],
  ['koi8-u', 'Переговори в Україні про мир'],
  ['iso-8859-7', 'Συνομιλίες για την ειρήνη'],
  ['windows-1253', 'Συνομιλίες για την ειρήνη'],
  ['iso-8859-9', 'Görüşmeler başladı'],
  ['windows-1254', 'Görüşmeler başladı'],
  ['windows-1255', 'שיחות שלום'],
  ['windows-1256', 'محادثات السلام'],
  ['windows-1257', 'Derybos dėl taikos tęsiasi'],
  ['windows-874', 'การเจรจาสันติภาพ'],
  ['gbk', '和平谈判在北方举行'],
  ['gb2312', '和平谈判在北方举行'],
  ['gb18030', '和平谈判在北方举行'],
  ['big5', '和平談判在北方舉行'],
  ['euc-jp', '和平交渉が始まった'],
  ['shift_jis', '和平交渉が始まった'],
  ['euc-kr', '평화 회담이 시작되었다'],
];

const xml = (text: string, encoding?: string): string =>
  `<?xml version="1.0"${encoding === undefined ? '' : ` encoding="${encoding}"`}?><rss><channel><title>${text}</title></channel></rss>`;

describe.each(TEXTS)('%s', (charset, text) => {
  test('is read by the header', () => {
    expect(decodeBytes(iconv.encode(xml(text), charset), `text/xml; charset="${charset}"`).text).toContain(text);
  });

  test('is read by the prolog, also where the header claims UTF-8', () => {
    const bytes = iconv.encode(xml(text, charset), charset);

    expect(decodeBytes(bytes, null).text).toContain(text);
    expect(decodeBytes(bytes, 'text/xml; charset=utf-8').text).toContain(text);
  });

  test('is read by the header where the prolog claims UTF-8', () => {
    expect(decodeBytes(iconv.encode(xml(text, 'utf-8'), charset), `text/xml; charset=${charset}`).text).toContain(text);
  });

  test('claimed for UTF-8 is not believed', () => {
    const bytes = Buffer.from(xml(text, charset));

    expect(decodeBytes(bytes, `text/xml; charset=${charset}`)).toMatchObject({ charset: 'utf-8', text: expect.stringContaining(text) });
  });

  test('survives a broken byte and a cut', () => {
    const bytes = iconv.encode(xml(`${text} `.repeat(20), charset), charset);
    const broken = Buffer.concat([bytes, Buffer.from([0xff]), Buffer.from('<x/>')]);

    expect(decodeBytes(broken, null).text).toContain(text);
    expect(decodeBytes(bytes.subarray(0, bytes.length - 41), null).text).toContain(text);
  });
});

describe('bytes that say themselves what they are', () => {
  const text = 'Größe 和平 💬';
  const le16 = Buffer.from(xml(text, 'utf-16'), 'utf16le');
  const be16 = Buffer.from(le16).swap16();
  const be32 = Buffer.alloc([...xml(text)].length * 4);
  [...xml(text)].forEach((character, at) => {
    be32.writeUInt32BE(character.codePointAt(0) ?? 0, at * 4);
  });
  const le32 = Buffer.from(be32).swap32();

  test.each([
    ['UTF-16LE', le16],
    ['UTF-16BE', be16],
    ['UTF-32LE', le32],
    ['UTF-32BE', be32],
    ['UTF-16LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), le16])],
    ['UTF-16BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), be16])],
    ['UTF-32LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), le32])],
    ['UTF-32BE with a mark', Buffer.concat([Buffer.from([0, 0, 0xfe, 0xff]), be32])],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${xml(text)}`)],
  ])('%s are read so, whatever is claimed', (_, bytes) => {
    const decoded = decodeBytes(bytes, 'text/xml; charset=iso-8859-1');

    expect(decoded.text).toContain(text);
    expect(decoded.text.charCodeAt(0)).not.toBe(0xfeff);
  });

  test('a prolog that says UTF-16 over UTF-8 is not believed', () => {
    expect(decodeBytes(Buffer.from(xml(text, 'utf-16')), null)).toMatchObject({ charset: 'utf-8', text: expect.stringContaining(text) });
  });

  test('7-bit Japanese is read by its escapes', () => {
    const bytes = Buffer.concat([
      Buffer.from('<rss><title>'),
      Buffer.from('1b244246 7c4b5c1b2842'.replace(/ /g, ''), 'hex'),
      Buffer.from('</title></rss>'),
    ]);

    expect(decodeBytes(bytes, null).text).toContain('日本');
  });
});

test('a stray byte in UTF-8 does not make a wrong claim right', () => {
  const bytes = Buffer.concat([Buffer.from(xml('Größe, Maß, Übung und Öl', 'iso-8859-1')), Buffer.from([0x93])]);

  expect(decodeBytes(bytes, 'text/xml; charset=iso-8859-1').text).toContain('Größe, Maß, Übung und Öl');
});

describe('without a claim', () => {
  test('a few stray bytes in UTF-8 are read alone', () => {
    const bytes = Buffer.concat([Buffer.from(xml('Größe 和平')), Buffer.from([0x20, 0x93, 0xfc, 0x94])]);

    expect(decodeBytes(bytes, null).text).toMatch(/Größe 和平.* “ü”$/s);
  });

  test('Latin-1 is read as Windows-1252', () => {
    expect(decodeBytes(Buffer.from(xml('Größe \x96 gut'), 'latin1'), null)).toMatchObject({
      charset: 'windows-1252',
      text: expect.stringContaining('Größe – gut'),
    });
  });

  test('the language of the feed names the charset', () => {
    const text = '<rss><channel><language>ru-RU</language><title>Переговоры в Северске</title></channel></rss>';

    expect(decodeBytes(iconv.encode(text, 'windows-1251'), null)).toMatchObject({ charset: 'windows-1251', text });
  });

  test('a character that the end cut off is dropped', () => {
    const bytes = Buffer.from('<rss>Größe €');

    expect(decodeBytes(bytes.subarray(0, bytes.length - 1), null).text).toBe('<rss>Größe ');
  });

  test('a charset that nobody knows is passed over', () => {
    expect(decodeBytes(Buffer.from(xml('Größe', 'x-nonsense')), 'text/xml; charset=none').text).toContain('Größe');
  });
});
