import { expect, it } from 'vitest';
import { surenessOf } from '../../../core/alert/sureness.ts';
import { aDevelopment } from '../../builders.ts';

it('puts reasons into words and dates into the form of the rest of the message', () => {
  const development = aDevelopment({ confidence: 0.874, reasons: ['date set: 2021-03-18/2021-03-25', 'single-source', 'some-new_code'] });
  expect(surenessOf(development)).toBe('87 %, date set: 18 Mar 2021 - 25 Mar 2021, one source so far, some new code');
});
