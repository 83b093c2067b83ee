import { formsOf } from './verb-forms.ts';

/**
 * Word patterns of data/*.json, as an owner writes them:
 *   `rule|rules out`   alternatives, one token each
 *   `@rule ..3 out`    any form of the verb; up to three tokens between
 *   `?the`             may be missing
 *   `встреч*`          any token that begins so
 */
export type Step = {
  readonly words: ReadonlySet<string>;
  /** The one word that fits, when there is no other. */
  readonly only: string | null;
  readonly prefixes: readonly string[];
  readonly gap: number;
  readonly isOptional: boolean;
};

/** A pattern that cannot be read; `pattern` says which. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** Its second step stands right behind the first, and is a word. */
export function hasSecond({ steps }: { readonly steps: readonly Step[] }): boolean {
  const second = steps[1];
  return second !== undefined && second.gap === 0 && !second.isOptional && second.prefixes.length === 0;
}

/** The steps of a written pattern; a PatternError when it does not begin with a word. */
export function parseSteps(phrase: string): Step[] {
  const steps: Step[] = [];
  let gap = 0;
  for (const part of phrase.split(' ')) {
    const gapMark = /^\.\.(\d{1,2})$/.exec(part);
    if (gapMark !== null) {
      gap = Number(gapMark[1]);
      continue;
    }
    if (part.startsWith('..'))
      throw new PatternError(`the pattern "${phrase}": "${part}" is no gap; write two dots and a number, as "..3"`);
    steps.push(parseStep(part, gap));
    gap = 0;
  }
  const first = steps[0];
  if (first === undefined || first.isOptional || first.gap > 0) throw new PatternError(`the pattern "${phrase}" must begin with a word`);
  return steps;
}

function parseStep(part: string, gap: number): Step {
  const isOptional = part.startsWith('?');
  const words = new Set<string>();
  const prefixes: string[] = [];
  for (const word of (isOptional ? part.slice(1) : part).split('|')) {
    if (word.startsWith('@')) for (const form of formsOf(word.slice(1))) words.add(form);
    else if (word.endsWith('*')) prefixes.push(word.slice(0, -1));
    else words.add(word);
  }
  const only = words.size === 1 && prefixes.length === 0 ? ([...words][0] ?? null) : null;
  return { words, only, prefixes, gap, isOptional };
}
