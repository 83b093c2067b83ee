import { VERB_FORMS } from '../facts/data.ts';

/** Which form of an English verb a token is: `base` "meet", `s` "meets", `past` "met" (also as participle), `ing` "meeting". */
export type VerbForm = 'base' | 's' | 'past' | 'ing';

const irregularForm = new Map<string, VerbForm>();
const irregularLemma = new Map<string, readonly string[]>();
for (const [lemma, [s, past, participle, ing, other = ing]] of Object.entries(VERB_FORMS)) {
  irregularLemma.set(lemma, [lemma, s, past, participle, ing, other]);
  for (const [form, token] of [
    ['s', s],
    ['past', past],
    ['past', participle],
    ['ing', ing],
    ['ing', other],
  ] as const)
    if (token !== lemma) irregularForm.set(token, form);
}

/** All forms of a verb; irregular ones and doubled consonants stand in data/verb-forms.json. */
export function formsOf(lemma: string): readonly string[] {
  const irregular = irregularLemma.get(lemma);
  if (irregular !== undefined) return [...new Set(irregular)];
  if (lemma.endsWith('e')) return [lemma, `${lemma}s`, `${lemma}d`, `${lemma.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(lemma)) return [lemma, `${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`, `${lemma}ing`];
  return [lemma, /(s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`, `${lemma}ed`, `${lemma}ing`];
}

/** The form of a token that is known to be a verb. */
export function verbFormOf(norm: string): VerbForm {
  const irregular = irregularForm.get(norm);
  if (irregular !== undefined) return irregular;
  if (irregularLemma.has(norm)) return 'base';
  if (norm.endsWith('ing')) return 'ing';
  if (norm.endsWith('ed')) return 'past';
  return norm.endsWith('s') && !norm.endsWith('ss') ? 's' : 'base';
}
