/** The query API as the page sees it: the fields it shows (the whole is in /openapi.json). Paths are relative: no other host is ever asked. */

export type Status =
  | 'premature'
  | 'possible'
  | 'willing'
  | 'proposed'
  | 'agreed'
  | 'scheduled'
  | 'underway'
  | 'held'
  | 'postponed'
  | 'denied'
  | 'cancelled'
  | 'declined';
export type Quote = { text: string; speaker: string | null; outlet: string | null; link: string | null; at: string };
export type Step = { status: Status; side: string | null; at: string; isUntold: boolean };
export type Story = {
  id: string;
  dossierKey: string;
  parties: string[];
  leaders: string[];
  level: string;
  summit: string | null;
  form: string | null;
  status: Status | null;
  statusAt: string | null;
  sides: { party: string; status: Status; at: string }[];
  isContested: boolean;
  isMuted: boolean;
  date: string | null;
  place: string | null;
  openedAt: string;
  lastMovedAt: string;
  closedAt: string | null;
  closedBecause: string | null;
  quote: Quote | null;
  path: Step[];
  prepares: { storyId: string; because: string; at: string } | null;
};
/** Another story in short: what this one prepares, or what prepares it; the summit around it, or a meeting inside it. */
export type StoryRef = Pick<
  Story,
  'id' | 'parties' | 'leaders' | 'level' | 'summit' | 'form' | 'status' | 'statusAt' | 'date' | 'place'
> & {
  because: string;
};
export type Fact = {
  side: string | null;
  status: Status;
  date: string | null;
  place: string | null;
  conditional: boolean;
  isUntold: boolean;
  firstItemId: string;
  firstAt: string;
  lastAt: string;
  outlets: string[];
  agencies: string[];
  bestSource: string;
  confidence: number;
  quote: Quote;
};
export type Development = {
  id: string;
  storyId: string;
  kind: string;
  severity: 'major' | 'minor';
  parties: string[];
  leaders: string[];
  level: string;
  from: Status | null;
  to: Status | null;
  side: string | null;
  place: string | null;
  what: string;
  denial: { by: string | null; byName: string | null; strength: string; claim: string; claimBy: string | null } | null;
  quote: Quote | null;
  before: Quote | null;
  itemId: string;
  support: string[];
  confidence: number;
  reasons: string[];
  at: string;
};
export type Denial = {
  id: string;
  by: string | null;
  byName: string | null;
  strength: string;
  claim: string;
  claimBy: string | null;
  aboutContact: boolean;
  storyId: string | null;
  firstItemId: string;
  firstAt: string;
  outlets: string[];
  quote: Quote;
  reversedBy: string | null;
};
export type Operator = { id: string; words: string; effect: string };
export type Evidence = { zone: string; sentence: string; start: number; end: number; operators: Operator[] };
export type Contact = {
  parties: string[];
  leaders: string[];
  level: string;
  form: string;
  status: Status;
  conditional: boolean;
  background: boolean;
  date: string | null;
  place: string | null;
  side: string | null;
  confidence: number;
  cameo: string | null;
  plover: string | null;
  evidence: Evidence;
};
export type ItemDenial = {
  by: string | null;
  by_name: string | null;
  strength: string;
  claim: string;
  claim_by: string | null;
  background: boolean;
  confidence: number;
  cameo: string | null;
  evidence: Evidence;
};
export type Decision = { dossierKey: string; storyId: string | null; outcome: string; developmentIds: string[]; reason: string };
export type ItemHead = {
  id: string;
  feedId: string;
  revisionOf: string | null;
  title: string | null;
  summary: string | null;
  link: string | null;
  outlet: string;
  sourceKind: string;
  lang: string | null;
  publishedAt: string | null;
  firstSeenAt: string;
  effectiveReason: string;
};
export type Item = ItemHead & {
  relevance: number;
  readAs: string | null;
  contacts: Contact[];
  denials: ItemDenial[];
  decisions: Decision[];
};
export type Coded = { relevance: number; readAs: string | null; contacts: Contact[]; denials: ItemDenial[]; gaps: string[] };
export type Explanation = {
  item: ItemHead & { content: string | null };
  stored: { rulesVersion: number; coded: Coded };
  today: Coded | null;
  isSameToday: boolean | null;
  decisions: Decision[];
  developments: Development[];
};
export type Alert = {
  id: string;
  subscriptionId: string;
  kind: string;
  state: string;
  createdAt: string;
  sentAt: string | null;
  reason: string | null;
  subject: string;
  text: string;
};
export type Feed = {
  id: string;
  outlet: string;
  sourceKind: string;
  lang: string | null;
  url: string;
  health: string;
  lastSuccessAt: string | null;
  lastChangeAt: string | null;
  newestItemAt: string | null;
  failures: number;
  lastError: string | null;
  holdUntil: string | null;
  pollMinutes: number | null;
  drift: string | null;
};
export type PlannedContact = {
  storyId: string;
  title: string;
  status: Status;
  standing: 'confirmed' | 'tentative' | 'cancelled';
  start: string;
  end: string;
  isAllDay: boolean;
  place: string | null;
  level: string;
};
export type Page<T> = { rows: T[]; cursor: string | null; examined: number; filter: string };
export type StoryDetail = {
  story: Story;
  facts: Fact[];
  parent: StoryRef | null;
  children: StoryRef[];
  inside: StoryRef | null;
  pairs: StoryRef[];
  mayHaveMorePairs: boolean;
  timeline: Development[];
  cursor: string | null;
};
export type Health = {
  status: 'ok' | 'stale' | 'starting';
  now: string;
  refreshSeconds: number;
  workers: { at: string; checked: number; failed: number }[];
};
export type FilterHelp = {
  error: { message: string; column: number; suggestion: string | null } | null;
  completions: { text: string; about: string }[];
};

/** What went wrong, in words for the person at the page. `isGone`: the server does not answer. */
export class ApiError extends Error {
  readonly status: number;
  readonly column: number | null;
  readonly suggestion: string | null;
  constructor(message: string, details: { status: number; column?: number; suggestion?: string }) {
    super(message);
    this.status = details.status;
    this.column = details.column ?? null;
    this.suggestion = details.suggestion ?? null;
  }
}

/** One GET. The browser asks with the ETag it has, so an unchanged answer costs no body. */
export async function ask<T>(path: string, query: Record<string, string | null | undefined> = {}): Promise<T> {
  const given = Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '');
  const address = given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
  const response = await fetch(address, { cache: 'no-cache', headers: { accept: 'application/json' } }).catch(() => null);
  if (response === null) throw new ApiError('Summitwire does not answer. Is it running?', { status: 0 });
  const body = await response.json().catch(() => null);
  if (!response.ok)
    throw new ApiError(body?.detail ?? body?.title ?? `The server answered ${response.status}.`, { status: response.status, ...body });
  return body;
}
