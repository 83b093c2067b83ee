/** Redirects that are followed, and whether they may be stored once they are believed. */
const REDIRECTS: Readonly<Record<number, { readonly isPermanent: boolean }>> = {
  301: { isPermanent: true },
  302: { isPermanent: false },
  303: { isPermanent: false },
  307: { isPermanent: false },
  308: { isPermanent: true },
};
const MOST_HOPS = 5;

/** The way from the address that was asked to the one that answers. `permanentUrl`: as far as all redirects were permanent, null when the first was not. */
export type Trail = { readonly urls: readonly string[]; readonly isPermanent: boolean; readonly permanentUrl: string | null };

export const startTrail = (url: string): Trail => ({ urls: [url], isPermanent: true, permanentUrl: null });

export const isRedirect = (status: number): boolean => Object.hasOwn(REDIRECTS, status);

/** The next step of the way, or why it is not taken. */
export function follow(trail: Trail, status: number, location: string | null): Trail | { readonly refused: string } {
  const from = trail.urls.at(-1) ?? '';
  const to = targetOf(location, from);
  if (to === null) return { refused: `${status} from ${from} without an address to go to` };
  if (from.startsWith('https:') && !to.startsWith('https:'))
    return { refused: `${from} redirects to the unprotected ${to}; give the new address in the config if that is right` };
  if (trail.urls.includes(to)) return { refused: `redirects go round in a circle: ${[...trail.urls, to].join(' -> ')}` };
  if (trail.urls.length > MOST_HOPS) return { refused: `more than ${MOST_HOPS} redirects, starting from ${trail.urls[0]}` };
  const isPermanent = trail.isPermanent && (REDIRECTS[status]?.isPermanent ?? false);
  return { urls: [...trail.urls, to], isPermanent, permanentUrl: isPermanent ? to : trail.permanentUrl };
}

/** Location may be relative, and may hold raw UTF-8 bytes, which come here as latin-1. */
function targetOf(location: string | null, base: string): string | null {
  if (location === null || location.trim() === '') return null;
  const text = Buffer.from(location, 'latin1').toString('utf8');
  try {
    const url = new URL(text.includes('\uFFFD') ? location : text, base);
    url.hash = '';
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
