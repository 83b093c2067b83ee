import type { Contact } from '../codebook/coded-item.ts';
import { clauseOf } from '../frames/arguments.ts';
import type { Frame } from '../frames/frames.ts';
import { nearerPlace, type Place } from '../lexicon/cities.ts';
import { lastWhere } from '../words/sequences.ts';
import type { Entity } from '../words/text.ts';
import type { ConfidenceSigns } from './confidence.ts';

/** A contact with the frame it was read from. */
export type Draft = {
  readonly frame: Frame;
  readonly contact: Contact;
  readonly signs: ConfidenceSigns;
  readonly named: readonly Entity[];
  /** Where it takes place, as `contact.place` says it. */
  readonly site: Place | null;
};

/** "arrives in Moscow for talks with Putin" is one contact: the trip tells how far it is, the talks who is met. "Meet to discuss" is one, too. */
export function foldPurpose(drafts: readonly Draft[]): readonly Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const main = lastWhere(kept, (one) => isPurposeOf(one, draft));
    if (main === undefined) kept.push(draft);
    else
      kept[kept.indexOf(main)] = withSite(
        { ...main, contact: main.frame.nucleus.row.isTravel === true ? joined(main, draft) : asVisit(main, draft) },
        main.frame.nucleus.row.isTravel === true ? nearerPlace(main.site, draft.site) : main.site,
      );
  }
  return kept;
}

const withSite = (draft: Draft, site: Place | null): Draft => ({
  ...draft,
  site,
  contact: { ...draft.contact, place: site?.text ?? draft.contact.place },
});

/** What somebody travels or meets for stands behind it in its clause: "for talks", "to discuss". */
function isPurposeOf(main: Draft, draft: Draft): boolean {
  const { nucleus, scan } = main.frame;
  const other = draft.frame;
  if (other.scan !== scan || other.nucleus.from < nucleus.to || other.nucleus.row.isHosting === true) return false;
  if (other.chain.some((operator) => operator.row.effect === 'agree')) return false;
  const isTrip = nucleus.row.isTravel === true;
  if (
    !other.chain.some((operator) => operator.row.effect === 'purpose' || operator.row.effect === 'infinitive') &&
    !(isTrip && other.nucleus.row.isTravel === true)
  )
    return false;
  if (clauseOf(scan, nucleus.from) !== clauseOf(scan, other.nucleus.from)) return false;
  const [a, b] = [main.contact.parties, draft.contact.parties];
  if (isTrip && main.frame.args.destination?.via === 'descriptor' && a.some((party) => b.includes(party))) return true;
  return b.every((party) => a.includes(party) || party === 'XX') || (isTrip && a.every((party) => b.includes(party) || party === 'XX'));
}

/** "will not travel to Istanbul for talks with Z": the place is where they would have met. */
const atVenue = (trip: Contact, contact: Contact): Contact => ({
  ...contact,
  status: trip.status,
  place: trip.place ?? contact.place,
  form: 'in_person',
  date: trip.date ?? contact.date,
  evidence: trip.evidence,
  side: trip.side,
});

/** "to host Trump for a state visit" is the visit. */
const asVisit = (main: Draft, draft: Draft): Contact =>
  main.frame.nucleus.row.isHosting === true && draft.contact.form === 'visit'
    ? { ...main.contact, form: 'visit', date: main.contact.date ?? draft.contact.date }
    : main.contact;

function joined(trip: Draft, { contact, frame }: Draft): Contact {
  const parties =
    contact.parties.filter((party) => party !== 'XX').length > trip.contact.parties.filter((party) => party !== 'XX').length
      ? contact.parties
      : trip.contact.parties;
  if (trip.frame.args.destination?.via === 'descriptor' && !contact.parties.includes(trip.frame.args.destination.country ?? ''))
    return atVenue(trip.contact, contact);
  const isHouse = trip.frame.args.destination?.kind === 'metonym' || frame.nucleus.row.id === 'summit';
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
