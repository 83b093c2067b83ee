/** Query parameters that tell how a reader came, never what is read. Found in the feeds of news publishers and in campaign tools' manuals. */
const TRACKING_NAMES = new Set(
  'fbclid gclid dclid msclkid yclid twclid igshid gbraid wbraid _ga ocid cmpid cmp smid emc partner traffic_source maca xtor ito taid sref srnd ftag feedname feedtype rpc spm ncid'.split(
    ' ',
  ),
);
const TRACKING_PREFIXES = ['utm_', 'at_', 'mc_', 'pk_', 'mtm_', 'hsa_', 'ns_', 'wt.'];
/** Parameters that are tracking only when they say so: `ref=rss`, `source=feed`. */
const ORIGIN_NAMES = new Set(['ref', 'source', 'src', 'from', 'via']);
const ORIGIN_VALUES = new Set(['rss', 'feed', 'feeds', 'rss_feed', 'rssfeed', 'atom']);

/**
 * One spelling of an article's address: without scheme, "www.", default port, user, tracking parameters, fragment, trailing slash; parameters sorted.
 * Null when the link names no article: no web address, or a site's front page.
 */
export function canonicalUrl(link: string): string | null {
  const url = webUrl(link);
  if (url === null) return null;
  const path = pathOf(url);
  const query = queryOf(url);
  const route = /^#[!/]/.test(url.hash) ? url.hash : '';
  return path === '' && query === '' && route === '' ? null : `${hostOf(url)}${path}${query}${route}`;
}

/**
 * One spelling of a guid: a guid that is a web address loses what flips between polls (scheme, "www.", tracking) but keeps its fragment,
 * by which some publishers number their versions; any other guid is taken as it is.
 */
export function canonicalGuid(guid: string): string | null {
  const text = guid.trim();
  const url = webUrl(text);
  if (url === null) return text === '' ? null : text;
  return `${hostOf(url)}${pathOf(url)}${queryOf(url)}${url.hash}`;
}

function webUrl(text: string): URL | null {
  if (!/^https?:\/\//i.test(text.trim())) return null;
  try {
    return new URL(text.trim());
  } catch {
    return null;
  }
}

const hostOf = (url: URL): string => url.host.replace(/^www\./, '');
const pathOf = (url: URL): string => url.pathname.replace(/\/$/, '');

function queryOf(url: URL): string {
  const kept = [...url.searchParams].filter(([name, value]) => !isTracking(name.toLowerCase(), value.toLowerCase()));
  if (kept.length === 0) return '';
  const text = kept.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).sort();
  return `?${text.join('&')}`;
}

function isTracking(name: string, value: string): boolean {
  if (TRACKING_NAMES.has(name) || TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix))) return true;
  return ORIGIN_NAMES.has(name) && ORIGIN_VALUES.has(value);
}
