import type { Contact, Denial } from './coded-item.ts';

/** How much one contact of a level makes an item relevant; recalled ones and those deep in a text count less. */
const BY_LEVEL = { leader: 0.95, minister: 0.8, envoy: 0.55 } as const;
const RECALLED = 0.3;
const IN_TEXT = 0.8;
const BY_DENIAL = { official: 0.75, domestic: 0.2, no_confirm: 0.3 } as const;

/** 0..1, a noisy-or over all that was read: one leader contact in the title is enough, many small things add up. */
export function relevanceOf(contacts: readonly Contact[], denials: readonly Denial[]): number {
  const parts = [...contacts.map(contactWeight), ...denials.map(denialWeight)];
  const left = parts.reduce((product, part) => product * (1 - part), 1);
  return Math.round((1 - left) * 1000) / 1000;
}

function contactWeight({ level, background, evidence, confidence, form }: Contact): number {
  const zone = evidence.zone === 'title' ? 1 : IN_TEXT;
  const weight = BY_LEVEL[level] * zone * (background ? RECALLED : 1) * (form === 'letter' ? 0.5 : 1);
  return weight * Math.max(0.3, confidence);
}

function denialWeight({ strength, domestic, background, confidence }: Denial): number {
  const weight = strength === 'no_confirm' ? BY_DENIAL.no_confirm : domestic ? BY_DENIAL.domestic : BY_DENIAL.official;
  return weight * (background ? RECALLED : 1) * Math.max(0.3, confidence);
}
