import { cleanLine } from '../../core/alert/sanitise.ts';
import type { Log } from '../../core/ports.ts';

type Fields = Readonly<Record<string, unknown>> | undefined;

/** Trouble as one line a person can read, whatever a feed put into it; what goes well is not worth a line on a terminal. */
export function terminalLog(write: (text: string) => void): Log {
  const say = (level: string) => (message: string, fields?: Fields) => write(`${cleanLine(`${level}: ${message}${fieldText(fields)}`)}\n`);
  return { info: () => {}, warn: say('warning'), error: say('error') };
}

const fieldText = (fields: Fields): string =>
  Object.entries(fields ?? {})
    .map(([name, value]) => `, ${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('');
