import { describe, expect, it } from 'vitest';
import { streamed, type Write } from '../../../adapters/api/streamed.ts';

const OPTIONS = { contentType: 'application/x-ndjson', stallMs: 20 };

describe('an answer that grows', () => {
  it('is made as fast as it is read', async () => {
    const written: number[] = [];
    const response = streamed(
      async (write) => {
        for (let i = 0; i < 5; i += 1) {
          await write(`${i}\n`);
          written.push(i);
        }
      },
      { ...OPTIONS, stallMs: 5_000 },
    );
    const reader = response.body?.getReader();
    await reader?.read();
    await new Promise((resolve) => setImmediate(resolve));
    expect(written.length).toBeLessThan(3);
    for (let isDone = false; !isDone; ) isDone = (await reader?.read())?.done ?? true;
    expect(written).toEqual([0, 1, 2, 3, 4]);
  });

  it.each([
    ['takes nothing', async () => {}],
    ['goes away', async (response: Response) => response.body?.cancel()],
  ])('ends with an error for whoever makes it when the reader %s', async (_, behave) => {
    let settle = (_error: unknown): void => {};
    const ended = new Promise<unknown>((resolve) => {
      settle = resolve;
    });
    const produce = async (write: Write): Promise<void> => {
      try {
        for (;;) await write('more\n');
      } catch (error) {
        settle(error);
        throw error;
      }
    };
    await behave(streamed(produce, OPTIONS));
    expect(await ended).toEqual(expect.objectContaining({ message: expect.stringMatching(/^the reader (takes nothing|is gone)$/) }));
  });

  it('is cut, not ended, when it cannot be made', async () => {
    const response = streamed(async (write) => {
      await write('first\n');
      throw new Error('the store is gone');
    }, OPTIONS);
    await expect(response.text()).rejects.toThrow();
  });
});
