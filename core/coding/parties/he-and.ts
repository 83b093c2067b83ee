import { isPersonOfState } from '../entities/actors.ts';
import type { Frame } from '../frames/frames.ts';
import { lastWhere } from '../words/sequences.ts';
import type { Entity } from '../words/text.ts';
import { normInFrame } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';

const ONE = wordSet('he she i himself herself me');
/** "where she and Trump talk": nothing is said to be so. */
const ASKED = wordSet('where when how whether if once until unless');

/** "Merz says he and Modi will talk", "Modi and I shall meet, Merz says": who speaks is the other half of the pair. */
export function heAnd(frame: Frame): readonly Entity[] {
  const { scan, nucleus } = frame;
  const named = scan.sentence.entities.filter(isPersonOfState);
  const other = named.find(
    ({ from, to }) =>
      to <= nucleus.from &&
      ((normInFrame(frame, from - 1) === 'and' && ONE.has(normInFrame(frame, from - 2))) ||
        (normInFrame(frame, to) === 'and' && ONE.has(normInFrame(frame, to + 1)))),
  );
  if (other === undefined) return weTwo(frame, named);
  if (ASKED.has(normInFrame(frame, other.from - 3))) return [];
  const speaker = lastWhere(named, ({ to }) => to < other.from) ?? named.find(({ from }) => from >= nucleus.to);
  return speaker === undefined || speaker.country === other.country ? [] : [speaker, other];
}

/** "Assad must pull back before we meet, Merz says", "Merz: if Modi asks, we will talk": two are named, and one of them speaks. */
const weTwo = (frame: Frame, [one, other, third]: readonly Entity[]): readonly Entity[] => {
  const { nucleus, args } = frame;
  if (one === undefined || other === undefined || third !== undefined || one.country === other.country) return [];
  const isWe = [1, 2, 3].some((k) => normInFrame(frame, nucleus.from - k) === 'we');
  return isWe && nucleus.row.kind === 'verb' && nucleus.row.isTravel !== true && !args.hasRight && !args.hasDomesticObject
    ? [one, other]
    : [];
};
