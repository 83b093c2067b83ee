import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { VIEWER_COOKIE, VIEWER_HEADER } from './environment.ts';

/** Days after which a viewer gives the token again. */
const COOKIE_DAYS = 90;

/**
 * Lets in who has the viewer's token. Only requests that come by CloudFront need it (it marks them; whoever signs with AWS credentials has
 * more than a token). `?token=...` is exchanged for a cookie at once, so that the token does not stay in addresses.
 */
export function viewerGate(readToken: () => Promise<string | null>): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.header(VIEWER_HEADER) === undefined) return next();
    const token = await readToken();
    if (token === null) return refuse(c, 'There is no viewer token yet: the owner runs `npm run deploy`.');
    const given = c.req.query('token');
    if (given !== undefined && isSame(given, token)) return letIn(token);
    return isSame(cookieOf(c), token)
      ? next()
      : refuse(c, 'This page needs the token that its owner has: open it as https://.../?token=TOKEN');
  };
}

const cookieOf = (c: Context): string => new RegExp(`(?:^|;\\s*)${VIEWER_COOKIE}=([\\w-]+)`).exec(c.req.header('cookie') ?? '')?.[1] ?? '';

/** Compared by hash, so that neither length nor time tells anything. */
function isSame(given: string, token: string): boolean {
  const [a, b] = [given, token].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

function letIn(token: string): Response {
  const cookie = `${VIEWER_COOKIE}=${token}; Path=/; Max-Age=${COOKIE_DAYS * 86_400}; HttpOnly; Secure; SameSite=Lax`;
  return new Response(null, { status: 303, headers: { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store' } });
}

/** 403, not 401: CloudFront keeps it for a minute, so that guessing costs the guesser more than the owner. */
const refuse = (c: Context, text: string): Response => c.text(`${text}\n`, 403, { 'cache-control': 'no-store' });
