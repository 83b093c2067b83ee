/** Effects that answer a question after a contact: yes, no, not yet. */
export const ANSWERS: ReadonlySet<string> = new Set([
  'cancel',
  'deny',
  'drop',
  'negate',
  'no',
  'possible',
  'postpone',
  'premature',
  'ready',
  'refuse',
  'undated',
]);
/** Effects that judge a contact: the answers, and that somebody wants it, shuns it or takes it up again. */
export const VERDICTS: ReadonlySet<string> = new Set([...ANSWERS, 'agree', 'await', 'leave', 'propose', 'revive', 'unable']);
