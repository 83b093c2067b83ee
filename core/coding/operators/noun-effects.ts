import type { Nucleus } from '../nuclei/nuclei.ts';
import { normOf, type Token } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import type { Scan } from './scan.ts';

/** "X's meeting with Y prompts criticism", "X's visit to Oslo seals a pact": what has effects has taken place, unless it is called a plan. */
export function hasEffect({ sentence: { tokens, entities } }: Scan, { row, from, to }: Nucleus): boolean {
  const next = normOf(tokens, to);
  const end = entities.find((one) => one.from === (LINKS.has(next) ? to + 1 : to))?.to ?? to;
  const verb = end === to ? next : normOf(tokens, end);
  return (YIELDS.has(verb) || (row.isTravel !== true && STIRS.has(verb))) && !isPlan(tokens, from);
}
const LINKS = wordSet('with to in at');
/** What a visit brings at its end. */
const YIELDS = wordSet('yields nets bears seals cements clinches secures wins pays produces boosts deepens earns leaves clears delivers');
/** What people hear of a meeting and answer to. */
const STIRS = wordSet(
  'raises prompts triggers fuels stirs stokes provokes ignites irks riles rattles angers infuriates enrages outrages dismays draws exposes underscores underlines highlights lays causes divides upsets sours shakes stuns',
);

const isPlan = (tokens: readonly Token[], at: number): boolean => tokens.some(({ norm }, k) => k < at && PLANNED.has(norm));
const PLANNED = wordSet('planned upcoming coming looming possible proposed expected potential mooted next future forthcoming');
