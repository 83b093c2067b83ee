import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type Round = {
  readonly feeds: number;
  readonly items: number;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly rssMb: number;
};
export type Contender = { readonly name: string; round(): Promise<Round>; end(): void };

/** A reader of bench/load/reader.ts in a process of its own; each round asks all of its feeds once. */
export function pollingProcess(name: string, urls: readonly string[]): Contender {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/load/reader.ts', name], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.write(`${JSON.stringify(urls)}\n`);
  return {
    name,
    round: async () => {
      child.stdin.write('round\n');
      return JSON.parse(String((await answers.next()).value));
    },
    end: () => child.stdin.end(),
  };
}
