import * as z from 'zod';
import { FORMS, LEVELS, STATUSES, STRENGTHS } from '../coding/codebook/coded-item.ts';
import { DEVELOPMENT_KINDS } from '../story/development.ts';

const quoteSchema = z.object({
  text: z.string(),
  speaker: z.string().nullable(),
  outlet: z.string().nullable(),
  link: z.string().nullable(),
  at: z.string(),
});

/** Another story that a development belongs to (the leaders' one that ministers prepare, the summit around a meeting), as it stood then. */
const preparesSchema = z.object({
  story: z.string(),
  label: z.string(),
  status: z.enum(STATUSES).nullable(),
  date: z.string().nullable(),
  place: z.string().nullable(),
  because: z.string(),
});

/** One development as machines get it. Keys may be added, never renamed or removed while `v` is 1. */
const developmentJsonSchema = z.object({
  id: z.string(),
  story: z.string(),
  kind: z.enum(DEVELOPMENT_KINDS),
  severity: z.enum(['major', 'minor']),
  parties: z.array(z.string()),
  label: z.string(),
  level: z.enum(LEVELS),
  form: z.enum(FORMS).nullable(),
  from: z.enum(STATUSES).nullable(),
  to: z.enum(STATUSES).nullable(),
  change: z.string(),
  what: z.string(),
  side: z.string().nullable(),
  date: z.string().nullable(),
  place: z.string().nullable(),
  summit: z.string().nullable(),
  strength: z.enum(STRENGTHS).nullable(),
  quote: quoteSchema.nullable(),
  before: quoteSchema.nullable(),
  item: z.string(),
  reports: z.number(),
  confidence: z.number(),
  sure: z.string(),
  at: z.string(),
  /** Absent in alerts that older versions made. */
  prepares: preparesSchema.nullable().default(null),
  inside: preparesSchema.nullable().default(null),
});

/** The body that webhooks, queues and functions receive, and that the terminal reads. */
export const alertJsonSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  why: z.string(),
  subscription: z.string(),
  developments: z.array(developmentJsonSchema),
});

export type QuoteJson = z.output<typeof quoteSchema>;
export type PreparesJson = z.output<typeof preparesSchema>;
export type DevelopmentJson = z.output<typeof developmentJsonSchema>;
export type AlertJson = z.output<typeof alertJsonSchema>;
