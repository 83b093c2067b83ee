import type { CodingInput } from '../coding/codebook/coded-item.ts';
import type { Item } from '../feed/item.ts';

/** The coder reads title and text; content where the feed gives it, else the summary. */
export const codingInputOf = (item: Item): CodingInput => ({
  id: item.id,
  title: item.title,
  text: item.content ?? item.summary,
  date: item.effectiveAt,
  outlet: item.outlet,
  lang: item.lang,
});
