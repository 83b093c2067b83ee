import type { Status } from '../codebook/coded-item.ts';
import { DONE_OR_SET } from '../codebook/status-kinds.ts';
import type { Group } from '../entities/groups.ts';
import type { Frame } from '../frames/frames.ts';
import { lastWhere } from '../words/sequences.ts';

/** Effects that tell what one side wants or does; what both did together has no side. */
const STANCES: ReadonlySet<string> = new Set([
  'no',
  'ready',
  'propose',
  'refuse',
  'wont',
  'premature',
  'cancel',
  'postpone',
  'agree',
  'deny',
  'unable',
  'negate',
  'await',
]);

/** The party whose position this is: who stands before the operator, else who speaks; null when both or neither. */
export function readSide(frame: Frame, status: Status, parties: readonly string[]): string | null {
  if (DONE_OR_SET.has(status)) return null;
  const stance =
    lastWhere(frame.chain, (operator) => STANCES.has(operator.row.effect)) ?? frame.chain.find((operator) => operator.row.id === 'would');
  if (stance === undefined) return null;
  if (stance.row.isThirdParty === true) return null;
  const { groups, speech } = frame.scan;
  const silent = silentSide(frame, status, parties);
  if (silent !== undefined) return silent;
  const actor = lastWhere(
    groups,
    (group) =>
      group.to <= stance.from &&
      !isObjectOfVerb(frame, group) &&
      (group.preposition === null || group.isPossessive) &&
      group.members.some((entity) => entity.country !== null && parties.includes(entity.country)),
  );
  const codes = new Set(
    actor?.members.map((entity) => entity.behalf ?? entity.country).filter((code) => code !== null && parties.includes(code)),
  );
  const [own] = codes;
  const spoken = speech.behalf !== null && parties.includes(speech.behalf) ? speech.behalf : null;
  return codes.size > 1 ? spoken : (own ?? spoken);
}

/** "Kremlin: lack of a US answer is a refusal": it is the refusal of the side that is silent, not of the one that says so. */
function silentSide({ chain, scan }: Frame, status: Status, parties: readonly string[]): string | null | undefined {
  const waiting = chain.find((operator) => operator.row.effect === 'await');
  if (waiting === undefined) return undefined;
  if (status !== 'declined') return undefined;
  const group = scan.groups.find(
    (one) => one.to <= waiting.to && (one.from >= waiting.from || (one.isPossessive && waiting.from - one.to <= 1)),
  );
  return group?.members.find((entity) => entity.country !== null && parties.includes(entity.country))?.country ?? undefined;
}

/** "Biden calls Putin and proposes": whom the verb before names is not the one who goes on. */
const isObjectOfVerb = ({ scan }: Frame, group: Group): boolean =>
  scan.nuclei.some(
    (nucleus) => nucleus.row.kind === 'verb' && nucleus.form !== 'ing' && group.from >= nucleus.to && group.from - nucleus.to <= 1,
  );
