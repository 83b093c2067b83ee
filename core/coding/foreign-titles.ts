import type { Line, Title } from './entity-line.ts';

/** "Example Motors spokesman", "university president": a title outside any state. */
export function isForeignTitle(line: Line, at: number, title: Title): boolean {
  const before = line.tokens[at - 1];
  if (before === undefined || line.hitAt.has(at - 1)) return false;
  if (line.is('privateNouns', before.norm)) return true;
  const isOpen = title.office === 'spokesperson' || title.office === 'envoy';
  return isOpen && before.isCapital && !line.isTitleCase && at > 1 && !line.isInsideHit(at - 1) && !line.is('noNames', before.norm);
}
