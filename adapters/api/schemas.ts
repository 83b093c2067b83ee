import * as z from 'zod';
import { FORMS, LEVELS, STATUSES, STRENGTHS } from '../../core/coding/codebook/coded-item.ts';
import { SOURCE_KINDS } from '../../core/feed/item.ts';
import { DEVELOPMENT_KINDS, PREPARATION_REASONS, SIDELINE_REASONS } from '../../core/story/development.ts';

/** What the query API answers, as schemas: the OpenAPI document is made from them, and a test holds the handlers to them. */

const time = z.iso.datetime().describe('ISO 8601, UTC');
const maybe = <T extends z.ZodType>(schema: T) => schema.nullable();
const text = maybe(z.string());
const confidence = z.number().min(0).max(1);
const parties = z.array(z.string()).describe('ISO 3166-1 alpha-2 codes and bodies (EU, UN, NATO), sorted; XX = unnamed');
const leaders = z.array(z.string()).describe('surnames as written, lower case');
const status = z.enum(STATUSES);
const level = z.enum(LEVELS);
const form = z.enum(FORMS);
const strength = z.enum(STRENGTHS);
const contactDate = text.describe('date of the contact itself: an ISO date or start/end');
const effectiveReason = z.enum(['published', 'undated', 'future', 'ancient', 'revised']);
const sourceKind = z.enum(SOURCE_KINDS);

export const quoteSchema = z.object({ text: z.string(), speaker: text, outlet: text, link: text, at: time });

export const storySchema = z.object({
  id: z.string(),
  dossierKey: z.string(),
  parties,
  leaders,
  level,
  summit: text,
  form: maybe(form),
  status: maybe(status),
  family: maybe(z.enum(['open', 'committed', 'done', 'off'])),
  statusAt: maybe(time),
  sides: z.array(z.object({ party: z.string(), status, at: time })).describe('position of each side'),
  isContested: z.boolean().describe('the sides contradict each other'),
  isMuted: z.boolean(),
  date: contactDate,
  place: text,
  openedAt: time,
  lastMovedAt: time,
  closedAt: maybe(time),
  closedBecause: text,
  mergedInto: text,
  confidence: maybe(confidence),
  quote: maybe(quoteSchema).describe('the newest words behind where it stands'),
  path: z.array(z.object({ status, side: text, at: time, isUntold: z.boolean() })).describe('how it got there, oldest first'),
  prepares: maybe(z.object({ storyId: z.string(), because: z.string(), at: time }))
    .default(null)
    .describe("the leaders' story that this one of ministers or envoys prepares, why it is taken to, and since when"),
});

export const storyRefSchema = storySchema
  .pick({
    id: true,
    parties: true,
    leaders: true,
    level: true,
    summit: true,
    form: true,
    status: true,
    statusAt: true,
    date: true,
    place: true,
  })
  .extend({ because: z.string().describe('why the two are linked') });

export const factSchema = z.object({
  side: text,
  status,
  form: maybe(form),
  date: contactDate,
  place: text,
  conditional: z.boolean(),
  isUntold: z.boolean().describe('learnt from a baseline: stands, but was told to nobody'),
  firstItemId: z.string(),
  lastItemId: z.string(),
  firstAt: time,
  lastAt: time,
  outlets: z.array(z.string()),
  agencies: z.array(z.string()),
  bestSource: sourceKind,
  confidence,
  quote: quoteSchema,
});

/** Another story that a development belongs to. */
const linked = <T extends string>(reasons: readonly T[]) =>
  z.object({
    storyId: z.string(),
    because: z.enum(reasons),
    parties,
    leaders,
    summit: text,
    status: maybe(status),
    statusAt: maybe(time),
    date: contactDate,
    place: text,
  });

export const developmentSchema = z.object({
  id: z.string(),
  storyId: z.string(),
  dossierKey: z.string(),
  sequence: z.number().int(),
  kind: z.enum(DEVELOPMENT_KINDS),
  severity: z.enum(['major', 'minor']),
  parties,
  leaders,
  level,
  form: maybe(form),
  from: maybe(status),
  to: maybe(status),
  side: text,
  date: contactDate,
  place: text,
  summit: text,
  denial: maybe(z.object({ by: text, byName: text, strength, claim: z.string(), claimBy: text })),
  what: z.string().describe('one line a person understands'),
  quote: maybe(quoteSchema),
  before: maybe(quoteSchema).describe('what stood before, with its quote'),
  itemId: z.string(),
  support: z.array(z.string()).describe('items that assert the same, the causing one first'),
  confidence,
  reasons: z.array(z.string()),
  at: time.describe('when it was decided'),
  effectiveAt: time.describe('time of the item behind it'),
  prepares: linked(PREPARATION_REASONS)
    .optional()
    .describe("the leaders' story that it prepares, as it stood then; absent when it stands alone"),
  inside: linked(SIDELINE_REASONS).optional().describe('the summit on whose sidelines it is, as it stood then; absent when none was known'),
});

export const denialSchema = z.object({
  id: z.string(),
  dossierKey: z.string(),
  by: text,
  byName: text,
  strength,
  claim: z.string(),
  claimBy: text,
  aboutContact: z.boolean(),
  storyId: text,
  firstItemId: z.string(),
  firstAt: time,
  lastAt: time,
  outlets: z.array(z.string()),
  quote: quoteSchema,
  isUntold: z.boolean(),
  reversedBy: text.describe('id of the development that told a later admission'),
});

const evidenceSchema = z.object({
  zone: z.enum(['title', 'text']),
  sentence: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  operators: z.array(z.object({ id: z.string(), words: z.string(), effect: z.string() })),
});

export const contactSchema = z.object({
  parties,
  leaders,
  level,
  form,
  status,
  conditional: z.boolean(),
  background: z.boolean(),
  date: contactDate,
  alternatives: z.array(z.string()),
  place: text,
  summit: text,
  note: text,
  side: text,
  speaker: text,
  behalf: text,
  via: text,
  cameo: text,
  plover: text,
  confidence,
  evidence: evidenceSchema,
});

export const itemDenialSchema = z.object({
  by: text,
  by_name: text,
  strength,
  claim: z.string(),
  claim_by: text,
  about_contact: z.boolean(),
  domestic: z.boolean(),
  background: z.boolean(),
  cameo: text,
  confidence,
  evidence: evidenceSchema,
});

const decisionSchema = z.object({
  itemId: z.string(),
  dossierKey: z.string(),
  storyId: text,
  runnerUp: text,
  outcome: z.enum(['development', 'repeat', 'background', 'untold', 'implausible', 'waiting', 'no_story']),
  developmentIds: z.array(z.string()),
  reason: z.string(),
});

const itemHead = {
  id: z.string(),
  feedId: z.string(),
  revisionOf: text,
  title: text,
  summary: text,
  link: text,
  outlet: z.string(),
  sourceKind,
  lang: text,
  publishedAt: maybe(time),
  firstSeenAt: time,
  effectiveAt: time,
  effectiveReason,
};

export const itemSchema = z.object({
  ...itemHead,
  relevance: confidence,
  readAs: text.describe('language it was read as; null when that language is not read'),
  contacts: z.array(contactSchema),
  denials: z.array(itemDenialSchema),
  decisions: z.array(decisionSchema),
});

export const codedItemSchema = z.object({
  id: z.string(),
  relevance: confidence,
  readAs: text,
  contacts: z.array(contactSchema),
  denials: z.array(itemDenialSchema),
  gaps: z.array(z.string()),
});

export const explanationSchema = z.object({
  item: z.object({ ...itemHead, content: text }),
  stored: z.object({ rulesVersion: z.number(), coded: codedItemSchema }).describe('what was read then'),
  today: maybe(codedItemSchema).describe("what today's rules read"),
  isSameToday: maybe(z.boolean()),
  decisions: z.array(decisionSchema),
  developments: z.array(developmentSchema),
});

export const parkedItemSchema = z.object({
  feedId: z.string(),
  itemId: z.string(),
  title: text,
  error: z.string(),
  attempts: z.number().int(),
  at: time,
});

export const alertSchema = z.object({
  id: z.string(),
  subscriptionId: z.string(),
  developmentIds: z.array(z.string()),
  storyIds: z.array(z.string()),
  kind: z.enum(['development', 'state_of_play', 'digest', 'feed_health', 'correction', 'test']),
  state: z.enum(['pending', 'claimed', 'sent', 'suppressed', 'parked']),
  dueAt: time,
  attempts: z.number().int(),
  createdAt: time,
  sentAt: maybe(time),
  reason: text,
  subject: z.string(),
  text: z.string(),
});

export const alertExplanationSchema = z.object({ alert: alertSchema, developments: z.array(developmentSchema) });

export const feedSchema = z.object({
  id: z.string(),
  outlet: z.string(),
  sourceKind,
  lang: text,
  intervalMinutes: z.number(),
  isEnabled: z.boolean(),
  url: z.string(),
  health: z.enum(['healthy', 'waiting', 'failing', 'dead', 'silent', 'stopped', 'off']),
  lastSuccessAt: maybe(time),
  lastChangeAt: maybe(time),
  newestItemAt: maybe(time),
  failures: z.number(),
  lastError: text,
  holdUntil: maybe(time),
  pollMinutes: maybe(z.number()),
  troubleSince: maybe(time),
  drift: text,
  movedTo: text,
});

export const storyDetailSchema = z.object({
  story: storySchema,
  facts: z.array(factSchema),
  parent: maybe(storyRefSchema).default(null).describe("the leaders' story that this one prepares"),
  children: z.array(storyRefSchema).default([]).describe('stories of ministers and envoys that prepare this one'),
  inside: maybe(storyRefSchema).default(null).describe('the summit of many inside of which these meet'),
  pairs: z.array(storyRefSchema).default([]).describe('meetings inside this summit, on its sidelines, the last opened'),
  mayHaveMorePairs: z.boolean().default(false).describe('only the meetings opened last are in `pairs`'),
  timeline: z.array(developmentSchema).describe('oldest first'),
  cursor: text.describe('asks for the next developments of this story'),
});

export const plannedContactSchema = z.object({
  storyId: z.string(),
  sequence: z.number().int().describe('grows with each change of the story'),
  title: z.string(),
  status,
  standing: z.enum(['confirmed', 'tentative', 'cancelled']),
  start: z.string().describe('ISO date, or time where the hour is known'),
  end: z.string().describe('last day or moment, taken in'),
  isAllDay: z.boolean(),
  place: text,
  parties,
  level,
  quote: text,
  link: text,
  changedAt: time,
});

export const healthSchema = z.object({
  status: z.enum(['ok', 'stale', 'starting']),
  now: time,
  /** How often a page that stays open may ask again. */
  refreshSeconds: z.number(),
  workers: z.array(z.object({ worker: z.string(), at: time, checked: z.number(), changed: z.number(), failed: z.number() })),
});

export const filterHelpSchema = z.object({
  filter: text.describe('the filter as it was read; null when it has an error'),
  error: maybe(z.object({ message: z.string(), column: z.number().int(), suggestion: text })),
  completions: z.array(z.object({ text: z.string(), about: z.string() })).describe('what may stand at the end of the text'),
});

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  /** Where a filter or parameter is wrong. */
  parameter: z.string().optional(),
  column: z.number().int().optional(),
  suggestion: z.string().optional(),
});

/** One page of a listing. It may come short with a cursor: the filter dropped rows, and a page reads only so much. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), cursor: text, examined: z.number().int(), filter: z.string() });

/** Names of the answers in the OpenAPI document. */
export const ANSWERS = {
  Story: storySchema,
  Fact: factSchema,
  Development: developmentSchema,
  Denial: denialSchema,
  Contact: contactSchema,
  ItemDenial: itemDenialSchema,
  CodedItem: codedItemSchema,
  Item: itemSchema,
  ParkedItem: parkedItemSchema,
  Alert: alertSchema,
  Feed: feedSchema,
  Quote: quoteSchema,
  StoryDetail: storyDetailSchema,
  Explanation: explanationSchema,
  AlertExplanation: alertExplanationSchema,
  Health: healthSchema,
  PlannedContact: plannedContactSchema,
  Calendar: z.object({ contacts: z.array(plannedContactSchema), isWhole: z.boolean() }),
  FilterHelp: filterHelpSchema,
  Problem: problemSchema,
  StoryPage: pageOf(storySchema),
  DevelopmentPage: pageOf(developmentSchema),
  DenialPage: pageOf(denialSchema),
  ItemPage: pageOf(itemSchema),
  ParkedItemPage: z.object({ rows: z.array(parkedItemSchema), cursor: text, examined: z.number().int() }),
  AlertPage: pageOf(alertSchema),
  FeedList: z.object({ feeds: z.array(feedSchema) }),
} as const;
export type AnswerName = keyof typeof ANSWERS;
