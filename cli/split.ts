import { type Command, UsageError } from './command.ts';
import { CORRECTION_OPTIONS, correctionCommand } from './correcting/correction-command.ts';

const help = `usage: summitwire split <story> <item>... [options]

Makes a story of its own of what the named items report (\`summitwire story <id>\` lists them). The rest stays where it is.

${CORRECTION_OPTIONS}
example: summitwire split 6e79a0c1d2b3f405 item-17 item-21 --note "the call, not the summit"
`;

export const command: Command = correctionCommand({
  help,
  done: 'split',
  read: ([story, ...itemIds]) => {
    if (story === undefined || itemIds.length === 0) throw new UsageError('wanted: a story id and the items that are a story of their own');
    return { kind: 'split', story, itemIds };
  },
});
