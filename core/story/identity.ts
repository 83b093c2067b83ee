import { hash } from 'node:crypto';

/** 16 hex digits (64 bits) of SHA-256: the same parts give the same id on every machine, so a step done twice makes nothing new. */
export function hashId(...parts: readonly (string | number | null)[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex').slice(0, 16);
}
