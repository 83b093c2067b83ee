import { type Command, UsageError } from './command.ts';
import { CORRECTION_OPTIONS, correctionCommand } from './correcting/correction-command.ts';

const help = `usage: summitwire merge <story> <into> [options]

Joins two stories that are one: all that the first knew belongs to the second from now on, and the first points to it. When they belong
to different parties (a side that was unnamed at first), later reports about the parties of the first go to the second, too.

${CORRECTION_OPTIONS}
example: summitwire merge 6e79a0c1d2b3f405 d4c3fbbff6c32aed --note "one summit"
`;

export const command: Command = correctionCommand({
  help,
  done: 'merged',
  read: ([source, target, more]) => {
    if (source === undefined || target === undefined || more !== undefined) throw new UsageError('wanted: two story ids');
    return { kind: 'merge', source, target };
  },
});
