import { VERDICTS } from '../codebook/verdicts.ts';
import { oneOfEach } from '../entities/party-codes.ts';
import type { Frame } from '../frames/frames.ts';
import type { Entity } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES } from '../words/word-sets.ts';

const ACTS = wordSet('person office metonym spokesperson');
/** Longer titles are sentences of a chronicle: they tell of more than one thing. */
const MAX_HEADLINE = 22;
const TAKES_PARTNER = wordSet('with to on in from');

/**
 * "Kenyatta turns back, Dubai visit off": the two states that a headline names, when it passes a verdict on a contact, one of the two is
 * named by who acts for it, and no third is there. The last resort of who takes part: grammar has found one side at most.
 */
export function onlyTwo({ scan, nucleus, chain, args }: Frame): readonly Entity[] {
  const { sentence } = scan;
  if (sentence.zone !== 'title' || args.hasDomesticObject || nucleus.row.isMultilateral === true || nucleus.row.statesMeetAs !== undefined)
    return [];
  const isSent = nucleus.row.form === 'letter' && args.hasRight;
  if (sentence.tokens.length > MAX_HEADLINE || !(isSent || chain.some(({ row }) => VERDICTS.has(row.effect)))) return [];
  const named = sentence.entities.filter(({ country, kind }) => country !== null && kind !== 'aide' && kind !== 'group');
  const codes = new Set(named.map(({ country }) => country));
  if (codes.size !== 2 || codes.has('XX') || named.some(({ isFormer }) => isFormer) || !named.some(({ kind }) => ACTS.has(kind))) return [];
  const namesPartner = nucleus.row.kind === 'verb' || sentence.tokens[nucleus.to]?.norm === 'with';
  if (namesPartner && !named.some(({ from }) => isObject(from))) return [];
  return oneOfEach(named);

  /** Right behind: "dropping in on Putin", "meet the Pope"; not "meet the activists". */
  function isObject(from: number): boolean {
    const between = sentence.tokens.slice(nucleus.to, from);
    return from >= nucleus.to && between.length <= 2 && between.every(({ norm }) => ARTICLES.has(norm) || TAKES_PARTNER.has(norm));
  }
}
