import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { COMMANDS } from './commands.ts';

/** The terminal door: finds the command, answers `--help`, turns errors into one line and an exit code. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || ['--help', '-h', 'help'].includes(name))
    return print(io, helpText(), name === undefined ? EXIT.usage : EXIT.ok);
  const row = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (row === undefined) return complain(io, `there is no command "${name}"${suggest(name)}; \`summitwire --help\` lists them`, EXIT.usage);
  const { command } = await row.load();
  if (rest.includes('--help') || rest.includes('-h')) return print(io, command.help, EXIT.ok);
  return runCommand(name, command, rest, io);
}

async function runCommand(name: string, command: Command, args: readonly string[], io: Io): Promise<number> {
  try {
    return await command.run(args, io);
  } catch (error) {
    if (isUsage(error)) return complain(io, `${name}: ${error.message}${hint(name, error.message)}`, EXIT.usage);
    const detail = error instanceof Error && io.env['SUMMITWIRE_DEBUG'] ? (error.stack ?? error.message) : describe(error);
    return complain(io, `${name}: ${detail}`, EXIT.failed);
  }
}

/** `parseArgs` of Node throws its own errors for unknown options: wrong use, not a failure. */
const isUsage = (error: unknown): error is Error =>
  error instanceof UsageError || (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

/** A message of several lines ends in a drawing of its own: nothing is hung on to that. */
const hint = (name: string, message: string): string => (message.includes('\n') ? '' : `; \`summitwire ${name} --help\` shows how`);

/** What people see of the system's own words for a file or a port that cannot be used. */
const SYSTEM_TROUBLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this user may not read or write it',
  EROFS: 'the disk is read-only',
  EISDIR: 'this is a folder; wanted a file',
  ENOTDIR: 'a part of the path is no folder',
  ENOSPC: 'the disk is full',
  EADDRINUSE: 'another program has this port; `--port 0` takes any free one',
};

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const trouble = 'code' in error ? SYSTEM_TROUBLE[String(error.code)] : undefined;
  if (trouble === undefined) return error.message;
  return 'path' in error && typeof error.path === 'string' ? `${error.path}: ${trouble}` : `${trouble} (${error.message})`;
}

function helpText(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length), 0);
  const rows = Object.entries(COMMANDS).map(([name, row]) => `  ${name.padEnd(width)}  ${row.summary}`);
  return [
    'summitwire: reads the feeds about leader summits and official denials, and tells you when the matter moves',
    '',
    'usage: summitwire <command> [options]    (`summitwire <command> --help` for one)',
    '',
    ...rows,
    '',
  ].join('\n');
}

function suggest(name: string): string {
  const near = Object.keys(COMMANDS).find((known) => known.startsWith(name.slice(0, 3)) || name.startsWith(known.slice(0, 3)));
  return near === undefined ? '' : ` (did you mean "${near}"?)`;
}

function print(io: Io, text: string, code: number): number {
  (code === EXIT.ok ? io.stdout : io.stderr).write(text.endsWith('\n') ? text : `${text}\n`);
  return code;
}

function complain(io: Io, text: string, code: number): number {
  io.stderr.write(`summitwire: ${text}\n`);
  return code;
}

if (import.meta.url === `file://${process.argv[1]}` || process.argv[1]?.endsWith('cli/main.ts')) {
  // A note of the AWS SDK about Node 20, for people who call AWS: on one machine it would only puzzle.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await main(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
  });
}
