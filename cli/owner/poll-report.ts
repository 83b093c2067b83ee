import { cleanLine } from '../../core/alert/sanitise.ts';
import type { PollReport } from '../../core/pipeline/poll-feed.ts';
import { EXIT } from '../command.ts';

/** What `poll --once` says of each feed, one a line. */
export const reportText = (reports: readonly PollReport[], { isJson }: { readonly isJson: boolean }): string =>
  reports.map((report) => `${isJson ? JSON.stringify(report) : lineOf(report)}\n`).join('');

/** It failed when no feed at all could be read. */
export const exitOf = (reports: readonly PollReport[]): number =>
  reports.length > 0 && reports.every(({ outcome }) => outcome === 'failed') ? EXIT.failed : EXIT.ok;

const WORDS: Record<PollReport['outcome'], (report: PollReport) => string> = {
  baseline: ({ newItems }) => `first read: ${newItems} items, told to nobody`,
  live: ({ newItems, revisions }) => `${newItems} new, ${revisions} revised`,
  flood: ({ newItems }) => `${newItems} old items at once: the publisher has sent its archive again`,
  nothing_new: () => 'nothing new',
  unchanged: () => 'unchanged',
  failed: () => 'FAILED',
  gone: () => 'ENDED',
  stopped: () => 'stopped',
  conflict: () => 'another process polled it at the same time',
};

function lineOf(report: PollReport): string {
  const notes = [
    ...(report.reason === null ? [] : [report.reason]),
    ...report.dropped,
    ...(report.parked > 0 ? [`${report.parked} parked`] : []),
  ];
  return cleanLine(`${report.feedId}: ${WORDS[report.outcome](report)}${notes.length > 0 ? `: ${notes.join('; ')}` : ''}`);
}
