import { isState } from '../entities/actors.ts';
import { oneOfEach } from '../entities/party-codes.ts';
import type { Frame } from '../frames/frames.ts';
import type { Entity } from '../words/text.ts';

/** "cancels visits to India and Japan": one contact for each state on the way, read from one phrase. */
export function legsOf(frame: Frame): readonly Frame[] {
  const { args, nucleus, scan } = frame;
  const { destination } = args;
  if (nucleus.row.isTravel !== true || destination === null) return [frame];
  const group = scan.groups.find(({ members }) => members.includes(destination));
  if (group === undefined || group.isPossessive || group.from < nucleus.to || !group.members.every(isStop)) return [frame];
  const stops = oneOfEach(group.members);
  return stops.map((stop) => ({
    ...frame,
    args: { ...args, destination: stop, core: args.core.filter((entity) => entity === stop || !group.members.includes(entity)) },
  }));
}

const isStop = (entity: Entity): boolean => isState(entity) && entity.country !== null;
