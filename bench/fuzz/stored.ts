import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readPollMessage } from '../../adapters/aws/poll-queue.ts';
import { readBackupLine } from '../../core/pipeline/backup-line.ts';
import { damagedJson, damagedText } from './damage.ts';
import type { FuzzTarget } from './targets.ts';

/** What this program wrote itself and reads back: lines of a backup, messages of the queue. Others may have had them in their hands. */

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

const BACKUP = new URL('../../test/fixtures/stores/first-release.jsonl', import.meta.url);
/** One of each kind, the shortest. */
const LINES = [
  ...readFileSync(BACKUP, 'utf8')
    .trim()
    .split('\n')
    .sort((a, b) => b.length - a.length)
    .reduce((byKind, line) => byKind.set(JSON.parse(line).kind, line), new Map<string, string>())
    .values(),
];

function backupAny(text: string): void {
  const read = readBackupLine(text);
  must(read.kind === 'line' || read.reason !== '', 'a line is refused without a reason');
  if (read.kind === 'line')
    must(readBackupLine(JSON.stringify(read.line)).kind === 'line', 'a line that was read is refused when it is written');
}

const MESSAGE = '{"v":1,"feedIds":["example-wire","other-wire"]}';

function messageAny(body: string): void {
  try {
    const { feedIds } = readPollMessage(body);
    must(feedIds.length > 0 && feedIds.every((id) => id !== ''), `feeds ${feedIds}`);
  } catch (error) {
    must(error instanceof Error && error.message.startsWith('a poll message'), `an error that nobody foresaw: ${error}`);
  }
}

export const STORED_TARGETS: Readonly<Record<string, FuzzTarget>> = {
  backup: () =>
    fc.property(
      fc.oneof(
        damagedText(LINES, ['{', '}', '"', ',', 'null', '[', ':', '1e999', '"kind":', '__proto__']),
        fc
          .constantFrom(...LINES)
          .chain((line) => damagedJson(JSON.parse(line)))
          .map((value) => JSON.stringify(value) ?? ''),
      ),
      backupAny,
    ),
  message: () => fc.property(damagedText([MESSAGE], ['{', '}', '"', ',', '[', ']', '"v":', '1', 'null', '""']), messageAny),
};
