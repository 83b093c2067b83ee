import { useEffect, useState } from 'preact/hooks';

/** Deep links: `#/story/abc`, `#/search?kind=items&filter=…`. The part after # never leaves the browser. */
export type Route = { path: string[]; query: URLSearchParams };

export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return {
    path: path
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent),
    query: new URLSearchParams(query),
  };
}

let hasMoved = false;
/** True once a link was followed: the first view must not take the focus from the address bar. */
export const hasNavigated = (): boolean => hasMoved;

export function useRoute(): Route {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  useEffect(() => {
    const follow = () => {
      hasMoved = true;
      setRoute(readRoute(location.hash));
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}

export function linkTo(path: string, query: Record<string, string> = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  return `#/${path}${given.length === 0 ? '' : `?${new URLSearchParams(given)}`}`;
}
export const storyLink = (id: string): string => linkTo(`story/${encodeURIComponent(id)}`);
export const itemLink = (id: string): string => linkTo(`item/${encodeURIComponent(id)}`);
