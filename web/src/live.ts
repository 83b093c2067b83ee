import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { ApiError, ask, type Health } from './api.ts';

/** What all views share: the server's clock and how the connection does. `beat` grows when it is time to ask again. */
export type Live = { now: number; beat: number; health: Health | null; isLost: boolean };
export const LiveContext = createContext<Live>({ now: Date.now(), beat: 0, health: null, isLost: false });
export const useLive = (): Live => useContext(LiveContext);

const RETRY_SECONDS = 5;

/** Asks for /health as often as the server allows, while the page is seen; each answer is a beat for the views. */
export function useHeartbeat(): Live {
  const [live, setLive] = useState<Live>(() => ({ now: Date.now(), beat: 0, health: null, isLost: false }));
  useEffect(() => {
    let timer = 0;
    let isOver = false;
    const beat = async () => {
      const health = document.hidden ? 'hidden' : await ask<Health>('/health').catch(() => null);
      if (isOver) return;
      if (health === null) setLive((old) => ({ ...old, isLost: true }));
      else if (health !== 'hidden') setLive((old) => ({ now: Date.parse(health.now), beat: old.beat + 1, health, isLost: false }));
      const seconds = health === null || health === 'hidden' ? RETRY_SECONDS : health.refreshSeconds;
      timer = window.setTimeout(beat, seconds * 1000);
    };
    beat();
    const wake = () => {
      if (!document.hidden) {
        clearTimeout(timer);
        beat();
      }
    };
    document.addEventListener('visibilitychange', wake);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }, []);
  return live;
}

export type Asked<T> = { data: T | null; error: ApiError | null; isLoading: boolean };

/** An answer that is asked for again at each beat; the old one stays on the page meanwhile, and when the connection is lost. */
export function useAnswer<T>(path: string | null, query: Record<string, string | null | undefined> = {}): Asked<T> {
  const { beat } = useLive();
  const key = JSON.stringify([path, query]);
  const [state, setState] = useState<Asked<T> & { key: string }>({ data: null, error: null, isLoading: true, key });
  useEffect(() => {
    let isOver = false;
    if (path === null) return;
    ask<T>(path, query).then(
      (data) =>
        isOver ||
        setState((old) =>
          old.key === key && JSON.stringify(old.data) === JSON.stringify(data) && old.error === null
            ? old
            : { data, error: null, isLoading: false, key },
        ),
      (error: unknown) =>
        isOver || setState((old) => ({ data: old.key === key ? old.data : null, error: asApiError(error), isLoading: false, key })),
    );
    return () => {
      isOver = true;
    };
  }, [key, beat]);
  return state.key === key ? state : { data: null, error: null, isLoading: path !== null };
}

const asApiError = (error: unknown): ApiError => (error instanceof ApiError ? error : new ApiError(String(error), { status: 0 }));

type Older<T> = { key: string; rows: T[]; cursor: string | null; turn: number };
/** A page looks at so many rows and no more: with fewer rows than this, the next one is asked for at once, a few times. */
const ENOUGH = 10;
const MOST_TURNS = 15;

/** The live first page with the older rows below it. Rows that slipped from the first page meanwhile stay; none stands twice. */
export function useMore<T extends { id: string }>(
  path: string,
  query: Record<string, string>,
  first: { rows: T[]; cursor: string | null } | null,
) {
  const [older, setOlder] = useState<Older<T> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const key = JSON.stringify([path, query]);
  const mine = older?.key === key ? older : null;
  const cursor = mine === null ? (first?.cursor ?? null) : mine.cursor;
  const found = (mine?.rows ?? first?.rows ?? []).length;
  const turn = mine?.turn ?? 0;
  const more = async () => {
    if (cursor === null || isBusy) return;
    setBusy(true);
    const page = await ask<{ rows: T[]; cursor: string | null }>(path, { ...query, cursor }).catch(() => null);
    setBusy(false);
    if (page !== null) setOlder({ key, rows: [...(mine?.rows ?? first?.rows ?? []), ...page.rows], cursor: page.cursor, turn: turn + 1 });
  };
  useEffect(() => {
    if (first !== null && found < ENOUGH && turn < MOST_TURNS) more();
  }, [first === null, key, found, turn]);
  const all = new Map<string, T>();
  for (const row of [...(first?.rows ?? []), ...(mine?.rows ?? [])]) if (!all.has(row.id)) all.set(row.id, row);
  return { rows: [...all.values()], hasMore: cursor !== null, isBusy, more };
}
