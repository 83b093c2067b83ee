import { clauseOf } from './arguments.ts';
import type { Contact } from './coded-item.ts';
import type { Frame } from './frames.ts';

/** A contact with the frame it was read from. */
export type Draft = { readonly frame: Frame; readonly contact: Contact };

/** "arrives in Moscow for talks with Putin" is one contact: the trip tells how far it is, the talks who is met. */
export function foldTravel(drafts: readonly Draft[]): readonly Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const trip = kept.findLast((one) => isTripTo(one, draft));
    if (trip === undefined) kept.push(draft);
    else kept[kept.indexOf(trip)] = { frame: trip.frame, contact: joined(trip, draft) };
  }
  return kept;
}

/** The purpose of a trip stands behind it in its sentence: "for talks", "to meet". */
function isTripTo(trip: Draft, draft: Draft): boolean {
  const { nucleus, scan } = trip.frame;
  const other = draft.frame;
  if (other.scan !== scan || nucleus.row.isTravel !== true || other.nucleus.from < nucleus.to || other.nucleus.row.isHosting === true)
    return false;
  if (
    !other.chain.some((operator) => operator.row.effect === 'purpose' || operator.row.effect === 'infinitive') &&
    other.nucleus.row.isTravel !== true
  )
    return false;
  if (clauseOf(scan, nucleus.from) !== clauseOf(scan, other.nucleus.from)) return false;
  const [a, b] = [trip.contact.parties, draft.contact.parties];
  return b.every((party) => a.includes(party) || party === 'XX') || a.every((party) => b.includes(party) || party === 'XX');
}

function joined(trip: Draft, { contact, frame }: Draft): Contact {
  const parties =
    contact.parties.filter((party) => party !== 'XX').length > trip.contact.parties.filter((party) => party !== 'XX').length
      ? contact.parties
      : trip.contact.parties;
  const isHouse = trip.frame.args.destination?.kind === 'metonym';
  const isVisit = frame.nucleus.row.isTravel === true || (!isHouse && trip.frame.nucleus.row.isDeparture !== true);
  return {
    ...trip.contact,
    parties,
    leaders: [...new Set([...trip.contact.leaders, ...contact.leaders])],
    form: isVisit ? 'visit' : 'in_person',
    level: contact.leaders.length > 1 ? contact.level : trip.contact.level,
    date: trip.contact.date ?? contact.date,
    evidence: trip.contact.evidence,
  };
}
