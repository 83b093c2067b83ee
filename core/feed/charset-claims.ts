import { decodeSingleByte } from './decode-single-byte.ts';

/** A charset by its WHATWG name. `decode` with `isStrict` gives null where a byte does not fit. */
export type Charset = {
  readonly name: string;
  readonly isMultiByte: boolean;
  readonly decode: (bytes: Uint8Array, isStrict: boolean) => string | null;
};

const MULTI_BYTE: ReadonlySet<string> = new Set(['gbk', 'gb18030', 'big5', 'euc-jp', 'shift_jis', 'euc-kr']);
/** Read by what the bytes show, never by name: a claim of these on other bytes gives rubbish without an error. */
const BY_PATTERN = /^(?:utf-?(?:8|16|32)|ucs-?[24]|iso-10646|us-ascii|ascii|none|x-user-defined|replacement|iso-2022)/;

/** Names that publishers write and browsers do not know. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['cp1251', 'windows-1251'],
  ['win-1251', 'windows-1251'],
  ['win1251', 'windows-1251'],
  ['windows1251', 'windows-1251'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['ks_c_5601', 'euc-kr'],
  ['cp932', 'shift_jis'],
  ['cp950', 'big5'],
  ['big5-hkscs', 'big5'],
  ['latin-1', 'windows-1252'],
  ['iso8859_1', 'windows-1252'],
  ['iso-8859-1-windows-1252', 'windows-1252'],
  ['macroman', 'macintosh'],
  ['tis620', 'windows-874'],
  ['cp1250', 'windows-1250'],
  ['cp1252', 'windows-1252'],
]);

/** Bytes of the head in which a prolog or a language is looked for. */
const HEAD = 2048;
const headOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.length)).toString('latin1');

/** What is claimed about the bytes: by the Content-Type header, then by the XML prolog. Names that nobody knows are left out. */
export type Claims = { readonly charsets: readonly Charset[]; readonly saysUtf8: boolean };

export function readClaims(bytes: Uint8Array, contentType: string | null): Claims {
  const header = /charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(contentType ?? '')?.[1];
  const labels = [header, prologCharset(bytes)].filter((label) => label !== undefined);
  const claims = labels.flatMap((label) => charsetByLabel(label) ?? []);
  return {
    charsets: claims.filter((claim, at) => claims.findIndex((other) => other.name === claim.name) === at),
    saysUtf8: labels.some((label) => /^utf-?8$/i.test(label)),
  };
}

export function prologCharset(bytes: Uint8Array): string | undefined {
  return /<\?xml\s[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]{2,40})/i.exec(headOf(bytes))?.[1];
}

const decoders = new Map<string, Charset | null>();

function charsetByLabel(label: string): Charset | null {
  const wanted = label.toLowerCase().replace(/^x-(?!mac|user)/, '');
  const cached = decoders.get(wanted);
  if (cached !== undefined) return cached;
  const charset = BY_PATTERN.test(wanted) ? null : makeCharset(OTHER_NAMES.get(wanted) ?? wanted);
  if (decoders.size < 200) decoders.set(wanted, charset);
  return charset;
}

function makeCharset(label: string): Charset | null {
  try {
    const { encoding } = new TextDecoder(label);
    if (BY_PATTERN.test(encoding)) return null;
    if (encoding === 'windows-1252') return { name: encoding, isMultiByte: false, decode: decodeSingleByte };
    return { name: encoding, isMultiByte: MULTI_BYTE.has(encoding), decode: (bytes, isStrict) => decodeWith(encoding, bytes, isStrict) };
  } catch {
    return null;
  }
}

function decodeWith(encoding: string, bytes: Uint8Array, isStrict: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: isStrict }).decode(bytes);
  } catch {
    return null;
  }
}

/** Where neither header nor prolog helps: the code that feeds in a language used before UTF-8. */
const CHARSET_OF_LANGUAGE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ru: 'windows-1251', uk: 'windows-1251', be: 'windows-1251', bg: 'windows-1251', mk: 'windows-1251', sr: 'windows-1251' },
    ...{ el: 'windows-1253', tr: 'windows-1254', he: 'windows-1255', ar: 'windows-1256', fa: 'windows-1256', th: 'windows-874' },
    ...{ pl: 'windows-1250', cs: 'windows-1250', sk: 'windows-1250', hu: 'windows-1250', ro: 'windows-1250', hr: 'windows-1250' },
    ...{ lt: 'windows-1257', lv: 'windows-1257', et: 'windows-1257', vi: 'windows-1258' },
    ...{ zh: 'gb18030', ja: 'shift_jis', ko: 'euc-kr' },
  }),
);

export function charsetOfLanguage(bytes: Uint8Array): Charset | null {
  const language = /<(?:dc:)?language>\s*([a-z]{2})|xml:lang\s*=\s*["']([a-z]{2})/i.exec(headOf(bytes));
  const name = CHARSET_OF_LANGUAGE.get((language?.[1] ?? language?.[2] ?? '').toLowerCase());
  return name === undefined ? null : charsetByLabel(name);
}
