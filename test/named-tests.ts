/** Tests as docs name them: `test/core/x.test.ts "does this"`. */
export type NamedTest = { readonly file: string; readonly name: string };

const REFERENCE = /(test\/[\w/.-]+\.ts) "((?:[^"\\]|\\")+)"/g;

export const testsNamedIn = (text: string): readonly NamedTest[] =>
  [...text.matchAll(REFERENCE)].map(([, file = '', name = '']) => ({ file, name: name.replaceAll('\\"', '"') }));

export const withoutNamedTests = (text: string): string => text.replace(REFERENCE, '').replaceAll('; ', '');

/** What stands first in a call of `test`, `it` or their `each`. */
export const testNamesIn = (source: string): readonly string[] =>
  [...source.matchAll(/(?:\b(?:test|it)|\]\)|\)|as const\))\(\s*(['"`])((?:\\.|(?!\1)[^\n])+)\1,/g)].map(([, , name = '']) =>
    name.replaceAll("\\'", "'"),
  );
