import type { Status } from '../codebook/coded-item.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import type { Scan } from '../operators/scan.ts';
import { normOf } from '../words/text.ts';
import { verbFormOf } from '../words/verb-forms.ts';
import { entityAt, normInScan as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';

/** "angered Algiers by meeting the king" is held, "to end the war by meeting him" scheduled; null: nothing is told in this way. */
export function admittedStatus(scan: Scan, nucleus: Nucleus): Status | null {
  if (!DOING.has(normAt(scan, nucleus.from))) return null;
  if (isAdmitted(scan, nucleus)) return 'held';
  const whom = normAt(scan, nucleus.to) === 'with' ? nucleus.to + 1 : nucleus.to;
  return normAt(scan, nucleus.from - 1) === 'by' && entityAt(scan.sentence, whom) !== undefined ? 'scheduled' : null;
}
const DOING = wordSet('meeting visiting seeing');

/** "admits meeting him", "pleased him by visiting Oslo". */
export const isAdmitted = (scan: Scan, nucleus: Nucleus): boolean => ADMITS.has(normAt(scan, nucleus.from - 1)) || isByDoing(scan, nucleus);
const ADMITS = wordSet(
  'admit admits admitted acknowledges acknowledge acknowledged recalls recall recalled regrets regret regretted confesses confessed confess remembers remember remembered confirms confirm confirmed after despite for',
);

/** "angers Algiers by meeting the king": what is done, where nothing before it is wished or foretold. */
const isByDoing = ({ sentence: { tokens } }: Scan, { from }: Nucleus): boolean =>
  normOf(tokens, from - 1) === 'by' &&
  !tokens.some(
    ({ norm }, at) =>
      at < from && (WISHED.has(norm) || (norm === 'to' && !TRIES.has(normOf(tokens, at - 1)) && mayBeInfinitive(normOf(tokens, at + 1)))),
  );
/** Behind "to": what has no ending and is no article. */
const mayBeInfinitive = (norm: string): boolean => norm !== 'the' && norm !== 'a' && verbFormOf(norm) === 'base';
/** "seeks to please Moscow by meeting him", "managed to": he does meet him. */
const TRIES = wordSet('seek seeks seeking sought try tries trying tried manages managed');
const WISHED = wordSet(
  "will 'll would could may might should can must hope hopes hoped want wants wanted plan plans planned urge urges urged asks asked vows vowed pledges pledged offers offered wish wishes proposes proposed suggests suggested aim aims aimed",
);
