import { useEffect, useRef, useState } from 'preact/hooks';
import type { Development, Page } from './api.ts';
import { LiveContext, useAnswer, useHeartbeat, useLive } from './live.ts';
import { Heading } from './parts.tsx';
import { linkTo, type Route, storyLink, useRoute } from './route.ts';
import { CalendarView } from './view-calendar.tsx';
import { FeedsView } from './view-feeds.tsx';
import { ItemView } from './view-item.tsx';
import { AlertList, DenialsView, DevelopmentsView } from './view-lists.tsx';
import { NowView } from './view-now.tsx';
import { SearchView } from './view-search.tsx';
import { StoryView } from './view-story.tsx';
import { arrows, titleOf } from './words.ts';

const VIEWS: { path: string; label: string; isInMenu: boolean; view: (route: Route) => preact.JSX.Element }[] = [
  { path: '', label: 'Now', isInMenu: true, view: ({ query }) => <NowView query={query} /> },
  { path: 'developments', label: 'Developments', isInMenu: true, view: ({ query }) => <DevelopmentsView query={query} /> },
  { path: 'denials', label: 'Denials', isInMenu: true, view: ({ query }) => <DenialsView query={query} /> },
  { path: 'calendar', label: 'Calendar', isInMenu: true, view: ({ query }) => <CalendarView query={query} /> },
  { path: 'search', label: 'Search', isInMenu: true, view: ({ query }) => <SearchView query={query} /> },
  { path: 'feeds', label: 'Feeds', isInMenu: true, view: () => <FeedsView /> },
  { path: 'alerts', label: 'Alerts', isInMenu: true, view: () => <AlertsView /> },
  { path: 'story', label: 'Story', isInMenu: false, view: ({ path }) => <StoryView id={path[1] ?? ''} /> },
  { path: 'item', label: 'Item', isInMenu: false, view: ({ path }) => <ItemView id={path[1] ?? ''} /> },
];

export function App() {
  const live = useHeartbeat();
  const route = useRoute();
  const view = VIEWS.find(({ path }) => path === (route.path[0] ?? ''));
  return (
    <LiveContext.Provider value={live}>
      <button type="button" class="skip" onClick={skipToMain}>
        Skip to the content
      </button>
      <header class="top">
        <a class="brand" href="#/">
          Summitwire
        </a>
        <nav aria-label="Views">
          {VIEWS.filter(({ isInMenu }) => isInMenu).map(({ path, label }) => (
            <a key={path} href={linkTo(path)} aria-current={path === (route.path[0] ?? '') ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <Pulse />
      </header>
      {live.isLost && (
        <div class="notice off banner" role="alert">
          Summitwire does not answer; what you see may be old. Trying again.
        </div>
      )}
      <News />
      <main id="main" tabIndex={-1}>
        {view === undefined ? <Heading title="There is no such view" /> : view.view(route)}
      </main>
    </LiveContext.Provider>
  );
}

/** No link: the address after # is the view's. */
function skipToMain(): void {
  document.getElementById('main')?.focus();
}

const PULSE = { ok: 'reading feeds', stale: 'no feed read lately', starting: 'starting' } as const;

function Pulse() {
  const { health, isLost } = useLive();
  const state = isLost ? 'lost' : (health?.status ?? 'starting');
  return <span class={`pulse ${state}`}>{state === 'lost' ? 'not connected' : PULSE[state]}</span>;
}

const NEWS_MS = 12_000;

/** A development that arrives while the page is open is said once: on the page, and to a screen reader. */
function News() {
  const { data } = useAnswer<Page<Development>>('/developments', { limit: '1' });
  const known = useRef<string | null | undefined>(undefined);
  const [news, setNews] = useState<Development | null>(null);
  const newest = data?.rows[0] ?? null;
  useEffect(() => {
    if (data === null) return;
    if (known.current !== undefined && newest !== null && newest.id !== known.current) setNews(newest);
    known.current = newest?.id ?? null;
  }, [data, newest]);
  useEffect(() => {
    if (news === null) return;
    const timer = setTimeout(() => setNews(null), NEWS_MS);
    return () => clearTimeout(timer);
  }, [news]);
  return (
    <div class="news" role="status">
      {news && (
        <a href={storyLink(news.storyId)}>
          <b>{titleOf(news)}</b> {arrows(news.what)}
        </a>
      )}
    </div>
  );
}

function AlertsView() {
  return (
    <>
      <Heading title="Alerts" />
      <AlertList filter="" />
    </>
  );
}
