const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const UNSAFE_SCHEME = /^(?:javascript|data|vbscript|file):/i;

/**
 * The address as published where it is absolute, resolved against the base where it is not;
 * null when it is empty or would run a script. Line breaks inside an address are dropped, as browsers do.
 */
export function resolveAddress(written: string, base: string | null): string | null {
  const href = /[\t\n\r]/.test(written) ? written.replace(/[\t\n\r]+/g, '').trim() : written.trim();
  if (href === '' || UNSAFE_SCHEME.test(href)) return null;
  if (SCHEME.test(href) || base === null) return href;
  try {
    return new URL(href, base).href;
  } catch {
    return href;
  }
}

export function isWebAddress(text: string | null): text is string {
  return text !== null && /^https?:\/\/[^\s/]/i.test(text);
}
