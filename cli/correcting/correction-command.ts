import { parseArgs } from 'node:util';
import type { Config } from '../../config/config-schema.ts';
import { type Asker, type CorrectionRequest, correctStory } from '../../core/pipeline/corrections.ts';
import { fanOut } from '../../core/pipeline/fan-out.ts';
import { type Command, EXIT, type Io } from '../command.ts';
import { CONFIG_FOLDER, loadConfig } from '../local/load-config.ts';
import { correctorName, openCorrectionHome } from './correction-home.ts';
import { askOwner } from './own-corrections.ts';

/** Options that all corrections share. */
export const CORRECTION_OPTIONS = `  --note TEXT       why; it is kept, and told to those who get a correction
  --by NAME         who corrects (your name on this machine)
  --aws             the deployed stack, with the credentials of your AWS profile
  --config FOLDER   where settings.json stands (config)

Nothing is deleted: a correction is kept with its author and time, and outlives every rebuild. Beside a running
\`npm start\` that instance does it.
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

type Door = { readonly io: Io; readonly done: string };

/** Beside a running instance it is asked to do it; else the store is opened for this one correction. */
async function perform(request: CorrectionRequest, values: Values, { io, done }: Door): Promise<number> {
  const asker = { by: correctorName(textOf(values['by'])), note: textOf(values['note']) ?? null };
  const config = loadConfig(textOf(values['config']) ?? CONFIG_FOLDER, io);
  const isDeployed = values['aws'] === true;
  const asked = isDeployed ? null : await askOwner(config.storage.path, request, asker);
  const alerts = asked ?? (await correctAtHome(request, asker, { config, isDeployed, io }));
  io.stdout.write(
    `${done}${alerts === 0 ? '' : `; ${alerts === 1 ? 'one correction goes' : `${alerts} corrections go`} out with the next sending`}\n`,
  );
  return EXIT.ok;
}

type Home = { readonly config: Config; readonly isDeployed: boolean; readonly io: Io };
async function correctAtHome(request: CorrectionRequest, asker: Asker, { config, isDeployed, io }: Home): Promise<number> {
  const home = await openCorrectionHome({ config, aws: isDeployed }, io);
  try {
    const developments = await correctStory(request, asker, home.ports);
    return (await fanOut(developments, { ...home.ports, watch: home.config.watch })).length;
  } finally {
    await home.close();
  }
}
