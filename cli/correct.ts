import { STATUSES } from '../core/coding/codebook/coded-item.ts';
import type { CorrectionRequest } from '../core/pipeline/corrections.ts';
import { type Command, UsageError } from './command.ts';
import { CORRECTION_OPTIONS, correctionCommand } from './correcting/correction-command.ts';

const help = `usage: summitwire correct <story> --status STATUS [--date DATE] [--place PLACE] [options]
       summitwire correct --false <development> [options]

Sets where a story stands, until the news moves on; or marks a development as false: what reported it counts no more. Those who follow
the story get a correction.

  --status STATUS   ${STATUSES.slice(0, 6).join(', ')},
                    ${STATUSES.slice(6).join(', ')}
  --date DATE       2026-03-06, or a range 2026-03-06/2026-03-08
  --place PLACE     where
  --false ID        the development that is not true (\`summitwire developments\` lists them)
${CORRECTION_OPTIONS}
example: summitwire correct 6e79a0c1d2b3f405 --status postponed --note "the wire withdrew it"
`;

type Values = Readonly<Record<string, string | boolean | undefined>>;

export const command: Command = correctionCommand({
  help,
  done: 'corrected',
  options: { status: { type: 'string' }, date: { type: 'string' }, place: { type: 'string' }, false: { type: 'string' } },
  read: ([story, more], values) => {
    const development = values['false'];
    if (typeof development === 'string' && story === undefined) return { kind: 'false', development };
    if (story === undefined || more !== undefined || development !== undefined)
      throw new UsageError('wanted: one story id, or --false and a development');
    return readStatus(story, values);
  },
});

const DATE = /^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/;

function readStatus(story: string, values: Values): CorrectionRequest {
  const status = STATUSES.find((one) => one === values['status']);
  if (status === undefined) throw new UsageError(`--status must be one of ${STATUSES.join(', ')}`);
  const date = typeof values['date'] === 'string' ? values['date'] : null;
  if (date !== null && !DATE.test(date))
    throw new UsageError('--date must be a day (2026-03-06) or a range of days (2026-03-06/2026-03-08)');
  return { kind: 'status', story, status, date, place: typeof values['place'] === 'string' ? values['place'] : null };
}
