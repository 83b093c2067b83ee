/** Header values as undici gives them: byte for byte, as latin-1 text. */
export type ResponseHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Longer validators are not kept: a feed's state is small. Without them the feed is asked unconditionally. */
const LONGEST_VALIDATOR = 256;

export function headerOf(headers: ResponseHeaders, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** ETag and Last-Modified exactly as received: quotes, `W/`, even dates that are none. They are echoed, never understood. */
export function validatorsOf(headers: ResponseHeaders): { readonly etag: string | null; readonly lastModified: string | null } {
  const [etag = null, lastModified = null] = ['etag', 'last-modified'].map((name) => {
    const value = headerOf(headers, name);
    return value === null || value === '' || value.length > LONGEST_VALIDATOR ? null : value;
  });
  return { etag, lastModified };
}

/** Until when the answer says that it is fresh (ISO): Cache-Control max-age minus Age, else Expires. Nothing is guessed where neither stands. */
export function freshUntilOf(headers: ResponseHeaders, now: string): string | null {
  const lifetime = lifetimeMs(headers, now);
  if (lifetime === null) return null;
  const age = /^\d+$/.exec(headerOf(headers, 'age') ?? '')?.[0] ?? '0';
  const left = lifetime - Number(age) * 1000;
  return left > 0 ? after(now, left) : null;
}

/** Retry-After as seconds or as an HTTP date, as a time (ISO); null when there is none that can be read. */
export function retryAfterOf(headers: ResponseHeaders, now: string): string | null {
  const value = headerOf(headers, 'retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return after(now, Number(value) * 1000);
  const date = httpDate(value);
  return date === null ? null : after(now, Math.max(0, date - (httpDate(headerOf(headers, 'date')) ?? Date.parse(now))));
}

function lifetimeMs(headers: ResponseHeaders, now: string): number | null {
  const control = headerOf(headers, 'cache-control')?.toLowerCase() ?? '';
  if (/\bno-(store|cache)\b/.test(control)) return null;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/.exec(control)?.[1];
  if (maxAge !== undefined) return Number(maxAge) * 1000;
  const expires = httpDate(headerOf(headers, 'expires'));
  return expires === null ? null : expires - (httpDate(headerOf(headers, 'date')) ?? Date.parse(now));
}

function httpDate(value: string | null): number | null {
  if (value === null || !/[a-z]/i.test(value)) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : time;
}

/** Ten years at most, so that absurd numbers stay dates. */
const LONGEST_MS = 10 * 365 * 86_400_000;
const after = (now: string, milliseconds: number): string => new Date(Date.parse(now) + Math.min(milliseconds, LONGEST_MS)).toISOString();
