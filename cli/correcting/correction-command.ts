import { parseArgs } from 'node:util';
import { type CorrectionRequest, correctStory } from '../../core/pipeline/corrections.ts';
import { fanOut } from '../../core/pipeline/fan-out.ts';
import { type Command, EXIT, type Io } from '../command.ts';
import { CONFIG_FOLDER } from '../local/load-config.ts';
import { correctorName, openCorrectionHome } from './correction-home.ts';

/** Options that all corrections share. */
export const CORRECTION_OPTIONS = `  --note TEXT       why; it is kept, and told to those who get a correction
  --by NAME         who corrects (your name on this machine)
  --aws             the deployed stack, with the credentials of your AWS profile
  --config FOLDER   where settings.json stands (config)

Nothing is deleted: a correction is kept with its author and time, and outlives every rebuild. On one machine, stop \`summitwire start\`
first: the store belongs to one process.
`;

type Values = Readonly<Record<string, string | boolean | undefined>>;
export type CorrectionSpec = {
  readonly help: string;
  readonly options?: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  /** Arguments and options -> what is asked; throws `UsageError`. */
  read(positionals: readonly string[], values: Values): CorrectionRequest;
  readonly done: string;
};

/** A command that corrects: reads what is asked, does it, tells those who must know. */
export function correctionCommand(spec: CorrectionSpec): Command {
  return {
    help: spec.help,
    run: async (args, io) => {
      const { values, positionals } = parseArgs({ args: [...args], options: { ...SHARED, ...spec.options }, allowPositionals: true });
      return perform(spec.read(positionals, values), values, { io, done: spec.done });
    },
  };
}

const SHARED = {
  note: { type: 'string' },
  by: { type: 'string' },
  aws: { type: 'boolean' },
  config: { type: 'string' },
} as const;

const textOf = (value: string | boolean | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

async function perform(
  request: CorrectionRequest,
  values: Values,
  { io, done }: { readonly io: Io; readonly done: string },
): Promise<number> {
  const home = await openCorrectionHome({ config: textOf(values['config']) ?? CONFIG_FOLDER, aws: values['aws'] === true }, io);
  try {
    const asker = { by: correctorName(textOf(values['by'])), note: textOf(values['note']) ?? null };
    const developments = await correctStory(request, asker, home.ports);
    const alerts = await fanOut(developments, { ...home.ports, watch: home.config.watch });
    io.stdout.write(`${done}${alerts.length === 0 ? '' : `; ${alerts.length} correction(s) go out with the next sending`}\n`);
    return EXIT.ok;
  } finally {
    await home.close();
  }
}
