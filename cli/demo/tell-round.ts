import type { TerminalStyle } from '../../adapters/local/terminal.ts';
import type { ItemRecord } from '../../core/ports.ts';
import type { Decision } from '../../core/story/dossier.ts';
import type { PollTurn } from '../local/local-pipeline.ts';
import type { SampleRound } from './sample.ts';

/** What the demo counts as it goes, for its last words. */
export type Tally = {
  items: number;
  contacts: number;
  denials: number;
  aside: number;
  repeats: number;
  background: number;
  unchanged: number;
  mended: Set<string>;
};
export const emptyTally = (): Tally => ({
  items: 0,
  contacts: 0,
  denials: 0,
  aside: 0,
  repeats: 0,
  background: 0,
  unchanged: 0,
  mended: new Set(),
});

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const INDENT = ' '.repeat(19);

/** Adds one round of polls to the tally and says in two lines what happened in it. */
export function tellRound(round: SampleRound, turn: PollTurn, { tally, style }: { tally: Tally; style: TerminalStyle }): string {
  const counts = countRound(turn);
  addTo(tally, counts, turn);
  const bold = (text: string): string => (style.hasColour ? `\u001b[1m${text}\u001b[0m` : text);
  const dim = (text: string): string => (style.hasColour ? `\u001b[2m${text}\u001b[0m` : text);
  return `\n${dim(stamp(round.at))}  ${bold(round.note)}\n${INDENT}${dim(countLine(turn, counts))}\n`;
}

/** "18 Mar 2021 15:00", 17 columns. */
export function stamp(at: string): string {
  const month = MONTHS[Number(at.slice(5, 7)) - 1] ?? '';
  return `${at.slice(8, 10)} ${month} ${at.slice(0, 4)} ${at.slice(11, 16)}`;
}

type RoundCounts = Pick<Tally, 'items' | 'contacts' | 'denials' | 'aside' | 'repeats' | 'background'>;

function countRound({ records }: PollTurn): RoundCounts {
  const decisions = records.flatMap((record) => record.decisions);
  const told = (outcome: Decision['outcome']): number =>
    new Set(decisions.filter((one) => one.outcome === outcome).map((one) => one.itemId)).size;
  return {
    items: records.length,
    contacts: sum(records, ({ coded }) => coded.contacts.length),
    denials: sum(records, ({ coded }) => coded.denials.length),
    aside: records.filter(({ coded }) => coded.contacts.length + coded.denials.length === 0).length,
    repeats: told('repeat'),
    background: told('background'),
  };
}

const sum = (records: readonly ItemRecord[], count: (record: ItemRecord) => number): number =>
  records.reduce((n, record) => n + count(record), 0);

function addTo(tally: Tally, counts: RoundCounts, { reports }: PollTurn): void {
  for (const name of ['items', 'contacts', 'denials', 'aside', 'repeats', 'background'] as const) tally[name] += counts[name];
  tally.unchanged += reports.filter(({ outcome }) => outcome === 'unchanged').length;
  for (const report of reports) if (report.dropped.length > 0) tally.mended.add(report.feedId);
}

function countLine({ reports }: PollTurn, counts: RoundCounts): string {
  const unchanged = reports.filter(({ outcome }) => outcome === 'unchanged').length;
  const parts = [
    `${reports.length} feeds polled${unchanged > 0 ? ` (${unchanged} unchanged)` : ''}`,
    plural(counts.items, 'new item'),
    plural(counts.contacts, 'contact'),
    plural(counts.denials, 'denial'),
    ...(counts.repeats > 0 ? [`${plural(counts.repeats, 'repeat')} kept silent`] : []),
  ];
  return parts.join(', ');
}

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
