import { expect, test } from 'vitest';
import { DossierBusyError } from '../../../core/pipeline/commit.ts';
import { isTransient } from '../../../core/pipeline/is-transient.ts';

const named = (name: string) => Object.assign(new Error('x'), { name });

test.each([
  named('ThrottlingException'),
  named('ProvisionedThroughputExceededException'),
  named('TimeoutError'),
  Object.assign(new Error('x'), { code: 'ECONNRESET' }),
  Object.assign(new Error('x'), { $retryable: { throttling: true } }),
  new DossierBusyError('leader:RU-US'),
  new Error('wrapped', { cause: named('InternalServerError') }),
])('the world is to blame for %s', (error) => expect(isTransient(error)).toBe(true));

test.each([named('ValidationException'), new TypeError('x is undefined'), 'a string', null])('the item is to blame for %s', (error) =>
  expect(isTransient(error)).toBe(false),
);
