import type * as z from 'zod';
import { alertSchema, denialSchema, developmentSchema, itemSchema, storySchema } from '../../adapters/api/schemas.ts';
import { contactLabel, partyName, surnameOf } from '../../core/alert/party-name.ts';
import type { Status } from '../../core/coding/codebook/coded-item.ts';
import { STATUS_SPEC } from '../../core/story/status.ts';
import type { ListingSpec } from './listing-command.ts';
import type { Column } from './table.ts';
import { when } from './when.ts';

/** One colour a family, as on the page. */
const FAMILY_SGR = { open: '33', committed: '34', done: '32', off: '31' } as const;
export const statusSgr = (status: Status | null): string => (status === null ? '' : `1;${FAMILY_SGR[STATUS_SPEC[status].family]}`);
const label = (status: Status | null): string => (status === null ? '?' : STATUS_SPEC[status].label);
const joined = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(', ');
const id = <Row extends { readonly id: string }>(): Column<Row> => ({ title: 'ID', cell: (row) => row.id, paint: () => '2', dropRank: 1 });

type Story = z.output<typeof storySchema>;
export const STORIES: ListingSpec<Story> = {
  name: 'stories',
  path: '/stories',
  row: storySchema,
  summary: 'Lists stories, the last moved first.',
  example: 'parties:RU,US level:leader',
  csv: [
    'id',
    'parties',
    'leaders',
    'level',
    'form',
    'status',
    'family',
    'isContested',
    'date',
    'place',
    'summit',
    'statusAt',
    'openedAt',
    'lastMovedAt',
    'closedAt',
    'confidence',
    'prepares',
  ],
  columns: (now) => [
    {
      title: 'STATUS',
      cell: ({ status, isContested }) => label(status) + (isContested ? ' !' : ''),
      paint: ({ status }) => statusSgr(status),
      dropRank: 0,
    },
    {
      title: 'BETWEEN',
      cell: contactLabel,
      paint: () => '1',
      isFlexible: true,
      dropRank: 0,
    },
    { title: 'LEVEL', cell: ({ level, prepares }) => (prepares === null ? level : `${level}, prepares`), dropRank: 5 },
    { title: 'WHERE, WHEN', cell: ({ place, date }) => joined(place, date), isFlexible: true, dropRank: 3 },
    {
      title: 'SIDES',
      cell: ({ sides }) => sides.map(({ party, status }) => `${party} ${label(status)}`).join(', '),
      isFlexible: true,
      dropRank: 4,
    },
    { title: 'MOVED', cell: ({ lastMovedAt }) => when(lastMovedAt, now), paint: () => '2', dropRank: 2 },
    id(),
  ],
};

type Development = z.output<typeof developmentSchema>;
export const DEVELOPMENTS: ListingSpec<Development> = {
  name: 'developments',
  path: '/developments',
  row: developmentSchema,
  summary: 'Lists developments (what moved), the newest first.',
  example: 'severity:major since:7d',
  csv: [
    'id',
    'storyId',
    'at',
    'kind',
    'severity',
    'parties',
    'leaders',
    'level',
    'form',
    'from',
    'to',
    'side',
    'date',
    'place',
    'what',
    'itemId',
    'support',
    'confidence',
    'reasons',
  ],
  columns: (now) => [
    { title: 'WHEN', cell: ({ at }) => when(at, now), paint: () => '2', dropRank: 2 },
    { title: '', cell: ({ severity }) => (severity === 'major' ? '*' : ''), dropRank: 5 },
    {
      title: 'BETWEEN',
      cell: contactLabel,
      paint: () => '1',
      isFlexible: true,
      dropRank: 0,
    },
    { title: 'WHAT', cell: ({ what }) => what, paint: ({ to }) => statusSgr(to).replace('1;', ''), isFlexible: true, dropRank: 0 },
    { title: 'SOURCE', cell: ({ quote }) => quote?.outlet ?? '', dropRank: 4 },
    { title: 'STORY', cell: ({ storyId }) => storyId, paint: () => '2', dropRank: 3 },
  ],
};

type Denial = z.output<typeof denialSchema>;
export const DENIALS: ListingSpec<Denial> = {
  name: 'denials',
  path: '/denials',
  row: denialSchema,
  summary: 'Lists official denials, the newest first.',
  example: 'by:RU since:7d',
  csv: ['id', 'firstAt', 'by', 'byName', 'strength', 'claim', 'claimBy', 'aboutContact', 'storyId', 'outlets', 'firstItemId', 'reversedBy'],
  columns: (now) => [
    { title: 'WHEN', cell: ({ firstAt }) => when(firstAt, now), paint: () => '2', dropRank: 2 },
    {
      title: 'WHO',
      cell: ({ by, byName }) => joined(byName === null ? null : surnameOf(byName), by === null ? null : partyName(by)),
      paint: () => '1',
      dropRank: 0,
    },
    {
      title: 'HOW',
      cell: ({ strength, reversedBy }) => strength.replace('_', ' ') + (reversedBy === null ? '' : ', admitted later'),
      paint: () => '31',
      dropRank: 0,
    },
    { title: 'CLAIM', cell: ({ claim }) => claim, isFlexible: true, dropRank: 0 },
    { title: 'CLAIMED BY', cell: ({ claimBy }) => claimBy ?? '', dropRank: 4 },
    { title: 'STORY', cell: ({ storyId }) => storyId ?? '', paint: () => '2', dropRank: 3 },
  ],
};

type Item = z.output<typeof itemSchema>;
export const ITEMS: ListingSpec<Item> = {
  name: 'items',
  path: '/items',
  row: itemSchema,
  summary: 'Lists items with what was read from them, the newest first.',
  example: 'outlet:tass since:24h',
  csv: ['id', 'feedId', 'outlet', 'firstSeenAt', 'publishedAt', 'lang', 'title', 'link', 'relevance', 'contacts', 'denials'],
  columns: (now) => [
    { title: 'SEEN', cell: ({ firstSeenAt }) => when(firstSeenAt, now), paint: () => '2', dropRank: 2 },
    { title: 'OUTLET', cell: ({ outlet }) => outlet, dropRank: 3 },
    { title: 'READ', cell: readingOf, paint: ({ contacts }) => statusSgr(contacts[0]?.status ?? null), dropRank: 0 },
    { title: 'TITLE', cell: ({ title, summary }) => title ?? summary ?? '', isFlexible: true, dropRank: 0 },
    id(),
  ],
};

/** What was read, in a word or two; an item in a language that is not read says so. */
function readingOf({ readAs, lang, contacts, denials }: Item): string {
  if (readAs === null) return `not read (${lang ?? '?'})`;
  const [contact] = contacts;
  const first = contact === undefined ? '' : `${contact.parties.join('-')} ${label(contact.status)}`;
  const more = contacts.length > 1 ? ` +${contacts.length - 1}` : '';
  return first + more || (denials.length > 0 ? `${denials[0]?.by ?? '?'} denies` : '-');
}

type Alert = z.output<typeof alertSchema>;
export const ALERTS: ListingSpec<Alert> = {
  name: 'alerts',
  path: '/alerts',
  row: alertSchema,
  summary: 'Lists alerts and what became of each, the newest first.',
  example: 'since:7d',
  csv: ['id', 'createdAt', 'subscriptionId', 'kind', 'state', 'sentAt', 'attempts', 'reason', 'subject', 'developmentIds', 'storyIds'],
  columns: (now) => [
    { title: 'MADE', cell: ({ createdAt }) => when(createdAt, now), paint: () => '2', dropRank: 2 },
    { title: 'STATE', cell: ({ state }) => state, paint: ({ state }) => ALERT_SGR[state], dropRank: 0 },
    { title: 'TO', cell: ({ subscriptionId }) => subscriptionId, dropRank: 3 },
    { title: 'SUBJECT', cell: ({ subject }) => subject, isFlexible: true, dropRank: 0 },
    { title: 'REASON', cell: ({ reason }) => reason ?? '', isFlexible: true, dropRank: 4 },
    id(),
  ],
};
const ALERT_SGR: Readonly<Record<Alert['state'], string>> = { pending: '33', claimed: '33', sent: '32', suppressed: '2', parked: '31' };
