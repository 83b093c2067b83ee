import type { ParkedItem } from '../ports.ts';
import { type AbsorbPorts, absorbItems } from './absorb.ts';
import { boundCoded } from './bound-item.ts';
import { codingInputOf } from './coding-input.ts';

/** `takenIn`: read by the rules of today and folded in; `left`: they fail again, or were parked by a version that did not keep them. */
export type RetriedParked = { readonly takenIn: number; readonly left: number };

const PAGE = 200;
/** More than these wait for the next time. */
const MOST = 2_000;

/**
 * After a change of the program: items that it could not read are tried again and folded in silently, as known before: nobody is told of
 * old news. Safe to repeat; an item that fails again stays parked. `isDryRun` only looks which ones can be read now.
 */
export async function retryParked(ports: AbsorbPorts, { isDryRun }: { readonly isDryRun: boolean }): Promise<RetriedParked> {
  const parked = await listParked(ports);
  let takenIn = 0;
  for (const one of parked) if (await (isDryRun ? isReadable(one, ports) : isTakenIn(one, ports))) takenIn += 1;
  return { takenIn, left: parked.length - takenIn };
}

async function listParked({ store }: AbsorbPorts): Promise<readonly ParkedItem[]> {
  const parked: ParkedItem[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof store.archive.listParkedItems>> = await store.archive.listParkedItems({ limit: PAGE, cursor });
    parked.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== null && parked.length < MOST);
  return parked;
}

async function isReadable({ item }: ParkedItem, { code }: AbsorbPorts): Promise<boolean> {
  if (item === undefined) return false;
  try {
    boundCoded(code(codingInputOf(item)));
    return true;
  } catch {
    return false;
  }
}

async function isTakenIn(one: ParkedItem, ports: AbsorbPorts): Promise<boolean> {
  if (one.item === undefined) return false;
  const { parked } = await absorbItems([{ item: one.item, isBaseline: true }], ports);
  if (parked.length > 0) return false;
  await ports.store.items.unpark(one);
  return true;
}
