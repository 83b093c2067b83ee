import type { Nucleus } from '../nuclei/nuclei.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import { normOf, type Sentence, type Token } from '../words/text.ts';
import { verbFormOf } from '../words/verb-forms.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES, BE, isPreposition } from '../words/word-sets.ts';
import { isLight, isMarked, type Marked } from './operator-place.ts';
import type { Operator } from './operators.ts';
import { BREAKS_OFF } from './shared-fate.ts';

/** Objects that stand for the contact itself: "rejects the idea of", "cancels plans for". */
const STANDS_FOR = wordSet(
  'idea ideas thought notion offer offers invitation invitations invite proposal proposals plan plans request requests prospect prospects possibility possibilities chance chances suggestion suggestions call calls appeal appeals bid bids demand demands question effort efforts attempt attempts overture overtures round rounds series part participation attendance role seat place date dates resumption restart start opening launch continuation format venue form day days leg condition conditions precondition preconditions terms need point talk hopes hope arrangements preparations participant hosting holding kind type sort principle meeting meetings summit summits talks visit visits trip trips travel involvement presence appearance slot hand door doors work contact contacts it them this that all any what such one two three first second third next last further',
);
const TIME = wordSet(
  'day days week weeks month months year hour hours minute minutes second third fourth fifth night time times following next last same eve moment few couple bit day-long indefinitely again altogether',
);
const OWNERS = wordSet('a an the his her their its');

/** "revoking a licence", "preventing bloodshed", "rules out inspections": the verb has an object of its own, and is told of nothing before it. */
export function hasOwnObject(marked: Marked, { isPast }: { readonly isPast: boolean }): boolean {
  const { sentence, operator } = marked;
  const { tokens } = sentence;
  if (!takesObject(sentence, operator)) return false;
  const form = verbFormOf(normOf(tokens, operator.from));
  if (form === null || BE.has(normOf(tokens, operator.from - 1)) || BE.has(normOf(tokens, operator.from - 2))) return false;
  const next = tokens[operator.to];
  if (next === undefined || next.kind !== 'word' || isMarked(marked, operator.to)) return false;
  if (OWNERS.has(next.norm)) return !TIME.has(normOf(tokens, operator.to + 1)) && !STANDS_FOR.has(normOf(tokens, operator.to + 1));
  if (form === 'past' && !isPast) return false;
  return isThing(next, sentence, operator.to);
}

/** "revoke", "rule out": done to a contact only when no other object stands there; idioms of more words have theirs in them. */
const takesObject = ({ tokens }: Sentence, { row, from, to }: Operator): boolean =>
  BREAKS_OFF.has(row.effect) && (to - from === 1 || (to - from === 2 && PARTICLES.has(normOf(tokens, to - 1))));
const PARTICLES = wordSet('out off up down away aside');

/** A word that is nothing of ours: no name, time, adverb, small word, nor one that stands for a contact. */
const isThing = (token: Token, sentence: Sentence, at: number): boolean =>
  !isLight(token, sentence, at) && !TIME.has(token.norm) && !STANDS_FOR.has(token.norm) && !/ly$|ing$/.test(token.norm);

/** "blocked the entrance to the talks", "revokes a licence before the visit": what was done was done to something that belongs to the contact. */
export function isDoneToOther(marked: Marked, following: Nucleus): boolean {
  const { sentence, operator } = marked;
  const { tokens } = sentence;
  if (!takesObject(sentence, operator) || following.row.kind !== 'noun') return false;
  const start = phraseStart(sentence, following);
  let head = -1;
  for (let at = operator.to; at < start; at += 1) {
    const token = tokens[at];
    if (token === undefined || isMarked(marked, at)) return false;
    if (isPreposition(token.norm)) return head >= 0 && isThing(tokens[head] ?? token, sentence, head);
    if (token.kind === 'word' && !ARTICLES.has(token.norm) && !isLight(token, sentence, at)) head = at;
    else if (token.norm === ',') return false;
  }
  return false;
}

/** "talks for a deal on grain", "negotiations on an accord": what is sought there, and not what is agreed. */
export function isDealSought({ sentence: { tokens }, operator: { row, from } }: Marked): boolean {
  if (row.effect !== 'agree' || !DEALS.has(normOf(tokens, from))) return false;
  return SOUGHT.has(normOf(tokens, ARTICLES.has(normOf(tokens, from - 1)) ? from - 2 : from - 1));
}
const DEALS = wordSet('deal pact agreement accord understanding consensus');
const SOUGHT = wordSet('for on toward towards over about');

/** "His plane, due back after a visit to Oslo, was grounded": told of what the visit only belongs to. */
export function isInAside({ sentence, operator }: Marked, nucleus: Nucleus): boolean {
  const { tokens } = sentence;
  if (nucleus.row.kind !== 'noun') return false;
  let comma = operator.from - 1;
  while (comma >= nucleus.to && AUX.has(normOf(tokens, comma))) comma -= 1;
  if (comma === operator.from - 1 || normOf(tokens, comma) !== ',') return false;
  let before = comma - 1;
  while (before > 0 && normOf(tokens, before) !== ',') before -= 1;
  return before > 0 && before < phraseStart(sentence, nucleus) && comma > nucleus.to;
}
const AUX = wordSet('was were is are has have had been being will would');
