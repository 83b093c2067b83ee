import type { Alert } from '../core/alert/alert.ts';
import type { Subscription } from '../core/alert/subscription.ts';
import type { CodedItem, Contact, Denial, Evidence } from '../core/coding/codebook/coded-item.ts';
import type { FeedState } from '../core/feed/feed.ts';
import type { Item } from '../core/feed/item.ts';
import type { ItemRecord } from '../core/ports.ts';
import type { Development, Quote } from '../core/story/development.ts';
import type { DenialRecord, Dossier, Fact, Story } from '../core/story/dossier.ts';

/** Test data: a whole, plausible row, with what the test cares for on top. Texts are ours. */
export const T0 = '2026-03-01T08:00:00.000Z';
const build =
  <T>(whole: T) =>
  (part: Partial<T> = {}): T => ({ ...whole, ...part });

export const anItem = build<Item>({
  id: 'item-1',
  feedId: 'example-wire',
  revisionOf: null,
  title: 'Presidents of Examplia and Samplia to meet on Friday',
  summary: 'The two presidents will meet in Budapest on Friday, officials said.',
  content: null,
  link: 'https://news.example/1',
  outlet: 'Example Wire',
  sourceKind: 'agency',
  lang: 'en',
  publishedAt: T0,
  firstSeenAt: T0,
  effectiveAt: T0,
  effectiveReason: 'published',
});

export const anEvidence = build<Evidence>({
  zone: 'title',
  sentence: 'Presidents of Examplia and Samplia to meet on Friday',
  start: 37,
  end: 44,
  operators: [{ id: 'to-infinitive', words: 'to', effect: 'schedule' }],
});

export const aContact = build<Contact>({
  parties: ['RU', 'US'],
  leaders: ['putin', 'trump'],
  level: 'leader',
  form: 'in_person',
  status: 'scheduled',
  conditional: false,
  background: false,
  date: '2026-03-06',
  alternatives: [],
  place: 'Budapest',
  summit: null,
  note: null,
  side: null,
  speaker: null,
  behalf: null,
  via: null,
  cameo: '036',
  plover: 'AGREE',
  confidence: 0.9,
  evidence: anEvidence(),
});

export const aDenialOf = build<Denial>({
  by: 'RU',
  by_name: 'peskov',
  strength: 'denied',
  claim: 'that a call between the presidents took place',
  claim_by: 'Example Wire',
  about_contact: true,
  domestic: false,
  background: false,
  cameo: '016',
  confidence: 0.85,
  evidence: anEvidence(),
});

export const aCodedItem = build<CodedItem>({ id: 'item-1', relevance: 0.9, readAs: 'en', contacts: [aContact()], denials: [], gaps: [] });

export const aQuote = build<Quote>({
  text: 'The two presidents will meet in Budapest on Friday.',
  speaker: 'peskov',
  outlet: 'Example Wire',
  link: 'https://news.example/1',
  at: T0,
});

export const aFact = build<Fact>({
  id: 'fact-1',
  parties: ['RU', 'US'],
  leaders: ['putin', 'trump'],
  summit: null,
  isShadow: false,
  isProminent: true,
  itemIds: ['item-1'],
  side: null,
  status: 'scheduled',
  form: 'in_person',
  date: '2026-03-06',
  place: 'Budapest',
  conditional: false,
  isUntold: false,
  firstItemId: 'item-1',
  lastItemId: 'item-1',
  firstAt: T0,
  lastAt: T0,
  outlets: ['Example Wire'],
  agencies: [],
  wordings: ['00000000'],
  bestSource: 'agency',
  confidence: 0.9,
  quote: aQuote(),
});

export const aStory = build<Story>({
  id: 'story-1',
  parties: ['RU', 'US'],
  leaders: ['putin', 'trump'],
  level: 'leader',
  summit: null,
  status: 'scheduled',
  statusAt: T0,
  sides: {},
  isContested: false,
  form: 'in_person',
  date: '2026-03-06',
  place: 'Budapest',
  openedAt: T0,
  lastMovedAt: T0,
  closedAt: null,
  closedBecause: null,
  facts: [aFact()],
  sequence: 1,
  told: [],
  lookAgainAt: null,
  isMuted: false,
  mergedInto: null,
});

export const aDossier = build<Dossier>({
  key: 'leader:RU-US',
  version: 1,
  rulesVersion: 1,
  parties: ['RU', 'US'],
  level: 'leader',
  stories: [],
  episodes: 0,
  denials: [],
  corrections: [],
  lookAgainAt: null,
  mergedInto: null,
});

export const aDevelopment = build<Development>({
  id: 'development-1',
  storyId: 'story-1',
  dossierKey: 'leader:RU-US',
  sequence: 1,
  kind: 'status',
  severity: 'major',
  parties: ['RU', 'US'],
  leaders: ['putin', 'trump'],
  level: 'leader',
  form: 'in_person',
  from: 'agreed',
  to: 'scheduled',
  side: null,
  date: '2026-03-06',
  place: 'Budapest',
  summit: null,
  denial: null,
  what: 'agreed -> scheduled: 6 Mar, Budapest',
  quote: aQuote(),
  before: null,
  itemId: 'item-1',
  support: ['item-1'],
  confidence: 0.9,
  reasons: ['single-source'],
  at: T0,
  effectiveAt: T0,
});

export const aDenialRecord = build<DenialRecord>({
  id: 'denial-1',
  dossierKey: 'leader:RU-US',
  by: 'RU',
  byName: 'peskov',
  strength: 'denied',
  claim: 'that a call between the presidents took place',
  claimBy: 'Example Wire',
  aboutContact: true,
  storyId: 'story-1',
  firstItemId: 'item-1',
  firstAt: T0,
  lastAt: T0,
  outlets: ['Example Wire'],
  quote: aQuote({ text: 'There was no such call.' }),
  isUntold: false,
  reversedBy: null,
});

export const anAlert = build<Alert>({
  id: 'alert-1',
  subscriptionId: 'terminal',
  developmentIds: ['development-1'],
  storyIds: ['story-1'],
  kind: 'development',
  state: 'sent',
  dueAt: T0,
  lease: null,
  attempts: 1,
  createdAt: T0,
  sentAt: T0,
  receipt: null,
  reason: null,
  message: {
    subject: 'Putin-Trump: agreed -> scheduled',
    text: 'agreed -> scheduled: 6 Mar, Budapest',
    sms: 'agreed -> scheduled',
    json: {},
  },
});

export const aSubscription = build<Subscription>({
  id: 'terminal',
  channel: 'terminal',
  to: '',
  filter: '',
  rhythm: { kind: 'immediate' },
  quietHours: null,
  isAtMostOnce: false,
  createdAt: T0,
  state: 'confirmed',
});

/** As a feed that was polled once and is as its config says: no schedule of its own. */
export const aFeedState = build<FeedState>({
  feedId: 'example-wire',
  version: 1,
  configuredUrl: 'https://news.example/feed',
  movedTo: null,
  url: 'https://news.example/feed',
  etag: null,
  lastModified: null,
  bodyHash: null,
  baselineAt: T0,
  lastSuccessAt: T0,
  lastChangeAt: T0,
  newestItemAt: T0,
  failures: 0,
  failingSince: null,
  lastError: null,
  holdUntil: null,
  holdScope: 'feed',
  intervalMinutes: 10,
  defaultMinutes: 10,
  asks: null,
  longestGapMinutes: null,
  shape: null,
  failing: [],
  redirect: null,
  isStopped: false,
  trouble: null,
});

export const anItemRecord = build<ItemRecord>({ item: anItem(), coded: aCodedItem(), decisions: [], rulesVersion: 1 });
