import * as z from 'zod';

/** What an owner edits, in one schema: feeds, watch list, ways out, schedule. Checked at start and at synth. */

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'wanted: lower-case words joined by "-", such as "bbc-world"');
const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'wanted: a local time such as "22:30"');
const zone = z.string().refine(isTimeZone, 'wanted: an IANA time zone such as "Europe/Vienna"');
const webAddress = z.url({ protocol: /^https?$/, error: 'wanted: an http or https address' });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const feedSchema = z.strictObject({
  id: kebab,
  url: webAddress,
  outlet: z.string().regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]+$/u, 'wanted: a name without control characters'),
  sourceKind: z.enum(['official', 'agency', 'press', 'aggregator']),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'wanted: a language code such as "en"')
    .nullable()
    .default(null),
  intervalMinutes: z.number().int().min(5).max(1440).optional(),
  /** Name of a secret with this feed's credentials; never the credentials. */
  credentialRef: z.string().min(1).nullable().default(null),
  isEnabled: z.boolean().default(true),
});

const rhythmSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('immediate') }),
  z.strictObject({ kind: z.literal('hourly') }),
  z.strictObject({ kind: z.literal('daily'), at: localTime, zone }),
]);

/** A standing request of the owner, known from the config ("subscribe" adds others at run time). */
export const alertSchema = z.strictObject({
  id: kebab,
  channel: z.enum(['terminal', 'smtp', 'webhook', 'slack']),
  to: z.string().default(''),
  filter: z.string().default(''),
  rhythm: rhythmSchema.default({ kind: 'immediate' }),
  quietHours: z.strictObject({ from: localTime, to: localTime, zone }).nullable().default(null),
});

const watchPair = z.string().regex(/^[A-Z]{2,4}(-[A-Z]{2,4})*$/, 'wanted: party codes joined by "-", such as "RU-US", or one code');

export const settingsSchema = z.strictObject({
  /** Pairs (or single parties) whose major developments wake people. Empty = all. */
  watch: z.array(watchPair).default([]),
  /** Address that a publisher finds in our User-Agent. */
  contactUrl: webAddress.default('https://example.org/summitwire'),
  page: z.boolean().default(false),
  polling: z
    .strictObject({
      intervalMinutes: z.number().int().min(5).max(1440).default(10),
      minMinutes: z.number().int().min(5).max(1440).default(5),
      maxMinutes: z.number().int().min(5).max(10080).default(1440),
      hostSpacingMs: z.number().int().min(0).max(60_000).default(1500),
      /** For feeds on this machine only; never on AWS. */
      allowLoopback: z.boolean().default(false),
    })
    .prefault({}),
  storage: z
    .strictObject({
      path: z.string().min(1).default('.summitwire'),
      retentionDays: z.number().int().min(7).max(3650).default(400),
      quoteLength: z.number().int().min(80).max(1000).default(300),
    })
    .prefault({}),
  server: z.strictObject({ port: z.number().int().min(0).max(65535).default(8787) }).prefault({}),
  alerts: z
    .array(alertSchema)
    .default([{ id: 'terminal', channel: 'terminal', to: '', filter: '', rhythm: { kind: 'immediate' }, quietHours: null }]),
  smtp: z
    .strictObject({
      host: z.string().min(1),
      port: z.number().int().min(1).max(65535).default(587),
      isSecure: z.boolean().default(true),
      from: z.string().min(3),
      credentialRef: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
  /** Zone of dates without one, and of digests unless a subscription says otherwise. */
  zone: zone.default('UTC'),
  aws: z
    .strictObject({
      stackPrefix: kebab.default('summitwire'),
      /** Requests a second that the table may serve at most: a fuse against a runaway bill. */
      maxReadUnits: z.number().int().min(1).default(1000),
      maxWriteUnits: z.number().int().min(1).default(500),
      operationsEmail: z.email().nullable().default(null),
      /** Days that logs are kept; one of those that CloudWatch knows. */
      logDays: z.literal([1, 3, 5, 7, 14, 30, 60, 90, 180, 365]).default(14),
      /** Workers that fetch at a time; SQS allows no fewer than 2. */
      maxWorkers: z.number().int().min(2).max(1000).default(5),
      budgetUsd: z.number().positive().nullable().default(null),
      sms: z
        .strictObject({
          isEnabled: z.boolean().default(false),
          dailyCap: z.number().int().min(0).max(1000).default(10),
          maxPriceUsd: z.number().positive().max(1).default(0.05),
          originationNumber: z.string().nullable().default(null),
        })
        .prefault({}),
    })
    .prefault({}),
});

export type FeedConfig = z.output<typeof feedSchema>;
export type AlertConfig = z.output<typeof alertSchema>;
export type Settings = z.output<typeof settingsSchema>;

export type Config = Settings & {
  readonly feeds: readonly FeedConfig[];
  /** Rows of the owner's own leaders, offices, aliases and outlets; the coder checks them. */
  readonly overlay: readonly unknown[];
};
