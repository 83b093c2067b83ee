import type { Fact } from './dossier.ts';
import { hashId } from './identity.ts';
import { remember } from './remember.ts';

/** "BBC News", "BBC" and "bbc.com" are one source: the name without its domain's end and without "the" and "news". */
export const sourceName = remember((outlet) => {
  const name = outlet.toLowerCase().replace(/\s*\(.*\)$/, '');
  const host = /^(?:www\.)?([a-z0-9-]+)(?:\.[a-z0-9-]+)+$/.exec(name)?.[1] ?? name;
  return host
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/^the(?=.{3})/, '')
    .replace(/(?<=.{2})news$/, '');
});

/** A headline, so that one text in several outlets is known for a copy: without what follows the last " - " and without punctuation. */
export function wordingOf(title: string | null): string {
  const words = (title ?? '')
    .toLowerCase()
    .replace(/\s[-|:]\s[^-|:]*$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return hashId(words).slice(0, 8);
}

type Sourced = Pick<Fact, 'outlets' | 'agencies' | 'wordings'>;

/**
 * Sources that speak for themselves: copies of one text count once, and so does an agency, however many outlets carry it; outlets of what no
 * agency told count beside it.
 */
export function countSources(facts: readonly Sourced[]): number {
  const [voices, outlets, wordings] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const fact of facts) {
    for (const agency of fact.agencies) voices.add(sourceName(agency));
    for (const outlet of fact.outlets) {
      outlets.add(sourceName(outlet));
      if (fact.agencies.length === 0) voices.add(sourceName(outlet));
    }
    for (const wording of fact.wordings) wordings.add(wording);
  }
  return Math.min(voices.size, outlets.size, wordings.size);
}
