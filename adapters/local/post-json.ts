import { request } from 'undici';
import type { SendResult } from '../../core/ports.ts';

const TIMES = { headersTimeout: 10_000, bodyTimeout: 10_000 };
/** Answers after which the same request may be taken later. */
const FOR_NOW = new Set([408, 409, 425, 429]);

/** One POST to the owner's own address. No redirects: a signed body must not travel on. The sender's waits are the retries. */
export async function postJson(url: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<SendResult> {
  try {
    const answer = await request(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'user-agent': 'Summitwire', ...headers },
      ...TIMES,
    });
    await answer.body.dump({ limit: 65_536 });
    const { statusCode: status } = answer;
    if (status >= 200 && status < 300) return { kind: 'sent', receipt: String(status) };
    const isRetryable = status >= 500 || FOR_NOW.has(status);
    return { kind: 'failed', isRetryable, isUnsent: !isRetryable || status === 429, reason: `${new URL(url).host} answered ${status}` };
  } catch (error) {
    const host = URL.canParse(url) ? new URL(url).host : 'the address';
    return {
      kind: 'failed',
      isRetryable: true,
      reason: `${host} did not answer: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
