import { expect, it } from 'vitest';
import { runUntil } from '../../cli/local/run-until.ts';

it('a step that fails is said while the instance runs; after its end nothing is said, and nothing is begun', async () => {
  const said: string[] = [];
  const begun: string[] = [];
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const pipeline = {
    poll: async () => {
      begun.push('poll');
      throw new Error('no disk');
    },
    settle: async () => {
      begun.push('settle');
      end();
      await ended.then(() => {});
      throw new Error('the store is closed');
    },
  };
  const log = { info: () => {}, warn: () => {}, error: (message: string) => void said.push(message) };
  const cleanUp = async (): Promise<number> => begun.push('cleanUp');
  await runUntil(ended, { pipeline, log, write: () => {}, cleanUp });
  expect(begun).toEqual(['poll', 'settle']);
  expect(said).toEqual(['polling was interrupted; it is done again']);
});
