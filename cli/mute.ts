import { type Command, UsageError } from './command.ts';
import { CORRECTION_OPTIONS, correctionCommand } from './correcting/correction-command.ts';

const help = `usage: summitwire mute <story> [--off] [options]

Tells nothing of a story from now on; it is still followed and can be read. With --off it is told again, from the next move.

  --off             tell it again
${CORRECTION_OPTIONS}
example: summitwire mute 6e79a0c1d2b3f405
`;

export const command: Command = correctionCommand({
  help,
  done: 'done',
  options: { off: { type: 'boolean' } },
  read: ([story, more], values) => {
    if (story === undefined || more !== undefined) throw new UsageError('wanted: one story id');
    return { kind: 'mute', story, isMuted: values['off'] !== true };
  },
});
