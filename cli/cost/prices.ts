/**
 * List prices of us-east-1 in USD as known in November 2026; other regions differ by up to a third. Text messages depend on the country.
 * `free`: what AWS gives every account each month without end (not the first-year offers).
 */
export const PRICES = {
  lambdaGbSecond: { each: 0.0000133334, free: 400_000 },
  lambdaRequest: { each: 0.2e-6, free: 1_000_000 },
  writeUnit: { each: 0.625e-6, free: 0 },
  readUnit: { each: 0.125e-6, free: 0 },
  storedGb: { each: 0.25, free: 25 },
  backupGb: { each: 0.2, free: 0 },
  queueRequest: { each: 0.4e-6, free: 1_000_000 },
  schedule: { each: 1e-6, free: 14_000_000 },
  publish: { each: 0.5e-6, free: 1_000_000 },
  email: { each: 20e-6, free: 1_000 },
  sms: { each: 0.01, free: 0 },
  logGb: { each: 0.5, free: 5 },
  metric: { each: 0.3, free: 10 },
  alarm: { each: 0.1, free: 10 },
  dashboard: { each: 3, free: 3 },
  egressGb: { each: 0.09, free: 100 },
} as const satisfies Record<string, { readonly each: number; readonly free: number }>;
export type Priced = keyof typeof PRICES;
