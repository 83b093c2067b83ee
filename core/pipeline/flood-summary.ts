import { partiesLabel } from '../alert/party-name.ts';
import type { Contact } from '../coding/codebook/coded-item.ts';
import type { Feed } from '../feed/feed.ts';
import { eventId, type FeedHealthEvent } from '../feed/health.ts';
import type { ItemRecord } from '../ports.ts';
import { STATUS_SPEC } from '../story/status.ts';
import type { Haul } from './take-in.ts';

/** Lines of one summary; the listings have the rest. */
const MOST_LINES = 10;

/** One message for a flood: its items were folded in as untold facts, and what the weightiest of them say stands here, the latest first. */
export function floodEvent(feed: Feed, haul: Haul, at: string): FeedHealthEvent {
  const items = [...haul.newItems, ...haul.revisions];
  const majors = majorLines(haul.records);
  const count = `The feed "${feed.id}" (${feed.outlet}) sent ${items.length} items at once, most of them older than its last good poll: its archive again, by the look of it. They are stored and stand in the stories, but were not told one by one.`;
  const what =
    majors.length === 0
      ? `${count} None of them speaks of a contact between leaders.`
      : `${count} What they say of leaders:\n${majors.join('\n')}`;
  return {
    id: eventId(
      feed.id,
      'flooded',
      items
        .map(({ id }) => id)
        .sort()
        .join(' '),
    ),
    feedId: feed.id,
    outlet: feed.outlet,
    kind: 'flooded',
    since: at,
    at,
    what,
  };
}

/** One line for each matter and status between leaders. */
function majorLines(records: readonly ItemRecord[]): readonly string[] {
  const lines = new Map<string, string>();
  for (const { item, coded } of [...records].sort((a, b) => Date.parse(b.item.effectiveAt) - Date.parse(a.item.effectiveAt)))
    for (const contact of coded.contacts.filter(isMajor)) {
      const key = `${contact.parties.join('-')} ${contact.status}`;
      if (!lines.has(key)) lines.set(key, `${lineOf(contact)} (${item.effectiveAt.slice(0, 10)}): ${item.title ?? 'no title'}`);
    }
  const shown = [...lines.values()].slice(0, MOST_LINES);
  return lines.size > MOST_LINES ? [...shown, `and ${lines.size - MOST_LINES} more`] : shown;
}

const isMajor = ({ level, background }: Contact): boolean => level === 'leader' && !background;

const lineOf = ({ parties, leaders, status, place, date }: Contact): string =>
  [`${partiesLabel(parties, leaders)}: ${STATUS_SPEC[status].label}`, place, date].filter((part) => part !== null).join(', ');
