import { isReport } from '../entities/attribution.ts';
import type { Group } from '../entities/groups.ts';
import type { Scan } from '../operators/scan.ts';
import type { Clause } from '../sentences/clauses.ts';
import { lastWhere } from '../words/sequences.ts';
import { normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';

/**
 * "Gaza needs food, Sisi says after a call with Macron", "..., says Rodriguez after Petro talks": who speaks right before a clause of time
 * has met, not who the words before are about.
 */
export function speaksBefore({ sentence, groups }: Scan, { kind, from }: Clause): Group | undefined {
  if (kind !== 'time' || from < 3) return undefined;
  const told = lastWhere(groups, ({ to, preposition }) => to <= from && preposition === null);
  if (told === undefined || told.isPossessive) return undefined;
  if (told.to < from && ![1, 2, 3].some((k) => OPENS.has(normAt(sentence, told.from - k)))) return undefined;
  if (told.to === from) return isReport(normAt(sentence, told.from - 1)) && OPENS.has(normAt(sentence, told.from - 2)) ? told : undefined;
  if (!isReport(normAt(sentence, told.to)) || from - told.to > MAX_SAYING || normAt(sentence, told.to) === 'according') return undefined;
  for (let at = told.to + 1; at < from; at += 1) if (!WHOM_OR_WHEN.has(normAt(sentence, at))) return undefined;
  return told;
}
const MAX_SAYING = 5;
const OPENS = wordSet(', " \' : -');
/** What may stand between the verb and the clause. */
const WHOM_OR_WHEN = wordSet(
  'reporters journalists media press in on at a an the statement post briefing conference news x monday tuesday wednesday thursday friday saturday sunday late early just hours minutes days day shortly immediately straight hour later soon right',
);
