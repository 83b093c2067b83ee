import type { Group } from '../entities/groups.ts';
import type { Nucleus } from '../nuclei/nuclei.ts';
import type { Scan } from '../operators/scan.ts';
import type { Entity } from '../words/text.ts';
import { normInScan as normAt } from '../words/word-at.ts';
import { wordSet } from '../words/word-set.ts';

/** One who speaks to another in a headline: "X to Y: let us meet", "Talk to him, X tells Y". */
type Dialog = { readonly speaker: Group; readonly addressee: Group };

const TELLS = wordSet(
  'tells tell told urges urge urged asks ask asked advises advise advised begs beg begged implores implore implored to',
);

/** Who speaks to whom, at the head or the end of a headline. */
function dialogOf(scan: Scan): Dialog | null {
  const { groups, sentence } = scan;
  if (sentence.zone !== 'title') return null;
  for (const [k, speaker] of groups.entries()) {
    const addressee = groups[k + 1];
    if (addressee === undefined) continue;
    if (isAppeal(scan, speaker, addressee)) return { speaker, addressee };
    if (addressee.from - speaker.to !== 1 || !TELLS.has(normAt(scan, speaker.to))) continue;
    const isHead = speaker.from === 0 && normAt(scan, addressee.to) === ':';
    const isTail = addressee.to >= sentence.tokens.length - 1 && BEFORE_TAIL.has(normAt(scan, speaker.from - 1));
    if (isHead || isTail) return { speaker, addressee };
  }
  return null;
}
const BEFORE_TAIL = wordSet(', " \' ! ? :');

const MAX_APPEAL = 6;
/** "Macron's card for Xi: ...", "Macron renews plea to Putin: ...": who writes and who is written to open a headline. */
const isAppeal = (scan: Scan, speaker: Group, addressee: Group): boolean =>
  speaker.from === 0 &&
  addressee.from - speaker.to <= MAX_APPEAL &&
  normAt(scan, addressee.to) === ':' &&
  scan.sentence.tokens.slice(speaker.to, addressee.from).some(({ norm }) => APPEALS.has(norm)) &&
  BEFORE_ADDRESSEE.has(normAt(scan, addressee.from - 1));
const BEFORE_ADDRESSEE = wordSet('to for at with on');
const APPEALS = wordSet(
  'plea pleads plead pleaded appeals appeal appealed offers offer offered challenges challenge invitation invite card note letter messages message signals signal writes write wrote hand request proposal bid call calls overture beckons beckoned question pitch advice word',
);

/** "Talk to Putin, Merz tells Macron": a verb that bids somebody do something opens the sentence or what is said. */
export function isBidden(scan: Scan, { row, form, from }: Nucleus): boolean {
  if (row.kind !== 'verb' || form !== 'base' || !BIDS.has(normAt(scan, from - 1))) return false;
  return dialogOf(scan) !== null;
}
const BIDS = new Set(['', ...wordSet(': " \' do please just')]);

/** "Macron renews plea to Putin: one conversation": what is asked for. */
export function isAppealedFor(scan: Scan, nucleus: Nucleus): boolean {
  const dialog = nucleus.row.kind === 'noun' ? dialogOf(scan) : null;
  return dialog !== null && nucleus.from > dialog.addressee.to && isAppeal(scan, dialog.speaker, dialog.addressee);
}

const WE = wordSet("us we let's lets our 's you your me my i");

/** Both who speak of "us", or the one who is bidden to do something; nobody when no such thing is said. */
export function partnersInDialog(scan: Scan, nucleus: Nucleus): readonly Entity[] {
  const dialog = dialogOf(scan);
  if (dialog === null || (nucleus.from >= dialog.speaker.from && nucleus.from < dialog.addressee.to)) return [];
  if (isBidden(scan, nucleus)) return nucleus.row.isTravel === true ? bothOf(dialog) : dialog.addressee.members;
  if (nucleus.row.kind === 'noun' && isAppeal(scan, dialog.speaker, dialog.addressee)) return bothOf(dialog);
  if (isOnlyOfThem(scan, nucleus, dialog)) return bothOf(dialog);
  const who = [1, 2, 3].map((k) => normAt(scan, nucleus.from - k)).find((norm) => WE.has(norm));
  if (who === undefined) return [];
  return (who === 'you' || who === 'your') && scan.groups.some(({ from }) => from >= nucleus.to)
    ? dialog.addressee.members
    : bothOf(dialog);
}

/** "Kremlin to Macron: no meeting": nobody else is named. */
const isOnlyOfThem = ({ groups }: Scan, { row, from }: Nucleus, { addressee }: Dialog): boolean =>
  row.kind === 'noun' && from > addressee.to && groups.at(-1) === addressee;

const bothOf = ({ speaker, addressee }: Dialog): readonly Entity[] => [...speaker.members, ...addressee.members];
