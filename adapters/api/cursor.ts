import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What a cursor holds: the store's own cursor, the question it belongs to, and the "now" of its first page. */
export type CursorContent = { readonly question: string; readonly store: string; readonly now: string };

const SIGNATURE_BYTES = 16;
/** A cursor is for turning pages, not for keeping: after a day it is refused. */
const LIFE_MS = 24 * 3_600_000;

/**
 * base64url(content).base64url(HMAC-SHA256, cut to 128 bits): the content is the store's key of a row, so it is signed
 * (nobody walks the table with made-up keys) and bound to its question.
 */
export function signCursor(content: CursorContent, secret: string): string {
  const body = Buffer.from(JSON.stringify([1, digest(content.question), content.store, content.now])).toString('base64url');
  return `${body}.${signatureOf(body, secret).toString('base64url')}`;
}

/** The content, or why it is refused: not ours, another question's, or too old. */
export function readCursor(
  cursor: string,
  expected: { readonly question: string; readonly now: string },
  secret: string,
): CursorContent | 'forged' | 'other_question' | 'expired' {
  const [body = '', signature = ''] = cursor.split('.');
  const given = Buffer.from(signature, 'base64url');
  const wanted = signatureOf(body, secret);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 'forged';
  const content = parseContent(body);
  if (content === null) return 'forged';
  if (content.questionDigest !== digest(expected.question)) return 'other_question';
  if (Date.parse(expected.now) - Date.parse(content.now) > LIFE_MS) return 'expired';
  return { question: expected.question, store: content.store, now: content.now };
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);
const signatureOf = (body: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(body).digest().subarray(0, SIGNATURE_BYTES);

function parseContent(body: string): { questionDigest: string; store: string; now: string } | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed)) return null;
    const [version, questionDigest, store, now]: unknown[] = parsed;
    const isWhole = version === 1 && typeof questionDigest === 'string' && typeof store === 'string' && typeof now === 'string';
    return isWhole ? { questionDigest, store, now } : null;
  } catch {
    return null;
  }
}
