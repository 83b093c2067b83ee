import type { Feed } from './api.ts';
import { useAnswer, useLive } from './live.ts';
import { Empty, Heading, Loading, Problem, Time } from './parts.tsx';
import { linkTo } from './route.ts';

const HEALTH: Record<string, { family: string; label: string; rank: number }> = {
  dead: { family: 'off', label: 'dead', rank: 0 },
  failing: { family: 'off', label: 'failing', rank: 1 },
  silent: { family: 'open', label: 'silent', rank: 2 },
  stopped: { family: 'off', label: 'stopped', rank: 3 },
  waiting: { family: 'open', label: 'not read yet', rank: 4 },
  healthy: { family: 'done', label: 'healthy', rank: 5 },
  off: { family: 'neutral', label: 'switched off', rank: 6 },
};

/** The feeds, those in trouble first. */
export function FeedsView() {
  const { data, error, isLoading } = useAnswer<{ feeds: Feed[] }>('/feeds');
  const feeds = [...(data?.feeds ?? [])].sort((a, b) => rank(a) - rank(b) || (a.outlet < b.outlet ? -1 : 1));
  return (
    <>
      <Heading title="Feeds">
        <Summary feeds={feeds} />
      </Heading>
      {error && <Problem error={error} />}
      {isLoading && <Loading />}
      {data && feeds.length === 0 && <Empty>No feed is configured. Add one with “summitwire feeds add”.</Empty>}
      {feeds.length > 0 && (
        <table class="feeds">
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              <th scope="col">Health</th>
              <th scope="col">Kind</th>
              <th scope="col">Newest item</th>
              <th scope="col">Read</th>
              <th scope="col">Every</th>
            </tr>
          </thead>
          <tbody>
            {feeds.map((feed) => (
              <FeedRow key={feed.id} feed={feed} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const rank = (feed: Feed): number => HEALTH[feed.health]?.rank ?? 9;

function Summary({ feeds }: { feeds: Feed[] }) {
  const { health } = useLive();
  const healthy = feeds.filter((feed) => feed.health === 'healthy').length;
  const last = health?.workers
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return (
    <p class="soft">
      <a href={linkTo('search', { kind: 'items', filter: 'unread' })}>Items in languages that are not read</a> · {healthy} of {feeds.length}{' '}
      healthy
      {last && (
        <>
          {' '}
          · last round <Time iso={last} isShort />
        </>
      )}
    </p>
  );
}

function FeedRow({ feed }: { feed: Feed }) {
  const health = HEALTH[feed.health];
  return (
    <tr>
      <th scope="row">
        {feed.outlet}
        <span class="soft small feed-url">{feed.url.replace(/^https?:\/\//, '')}</span>
        {feed.drift && <span class="small feed-error">{feed.drift}</span>}
        {feed.lastError && feed.health !== 'healthy' && <span class="small feed-error">{feed.lastError}</span>}
      </th>
      <td data-label="Health">
        <span class={`chip small ${health?.family ?? 'neutral'}`}>{health?.label ?? feed.health}</span>
      </td>
      <td data-label="Kind">
        {feed.sourceKind}
        {feed.lang && `, ${feed.lang}`}
      </td>
      <td data-label="Newest item">{feed.newestItemAt ? <Time iso={feed.newestItemAt} isShort /> : '–'}</td>
      <td data-label="Read">{feed.lastSuccessAt ? <Time iso={feed.lastSuccessAt} isShort /> : '–'}</td>
      <td data-label="Every">{feed.pollMinutes === null ? '–' : `${feed.pollMinutes} min`}</td>
    </tr>
  );
}
