import type { Contact } from '../codebook/coded-item.ts';
import { areOfSame } from '../codebook/same-parties.ts';
import { AHEAD, DONE, OFF, REMOTE } from '../codebook/status-kinds.ts';
import { nearerDate } from '../dates/date-choice.ts';
import { nearerPlace } from '../lexicon/cities.ts';
import { phraseStart } from '../nuclei/phrase.ts';
import { flatten } from '../words/sequences.ts';
import { wordSet } from '../words/word-set.ts';
import type { Draft } from './fold-purpose.ts';

/** A headline tells that a meeting is off, and the text for when and where it had been set: one contact, told twice. */
export function shareDetails(all: readonly Draft[]): readonly Contact[] {
  const drafts = withoutClaims(all);
  return drafts.map((draft, k) => {
    const donors = drafts.filter((other) => other !== draft && isOneMatter(draft.contact, other.contact));
    const gathering = donors.length === 0 ? drafts.slice(0, k).filter((other) => isAtSame(draft, other)) : [];
    const venues = donors.length > 0 ? donors : drafts.filter((other) => isToldAhead(draft, other));
    const contact = withPlace(withDate(draft.contact, [...donors, ...gathering]), draft, [...venues, ...gathering]);
    const isOff = drafts.some(({ contact: other }) => OFF.has(other.status) && !other.background && areOfSame(other, contact));
    return isOff && isOldPlan(draft) ? { ...contact, background: true } : contact;
  });
}

function withDate(contact: Contact, donors: readonly Draft[]): Contact {
  const donor = contact.date === null ? donors.find((one) => one.contact.date !== null)?.contact : undefined;
  return donor === undefined ? contact : { ...contact, date: nearerDate(contact.date, donor.date), alternatives: donor.alternatives };
}

function withPlace(contact: Contact, { site }: Draft, donors: readonly Draft[]): Contact {
  if (REMOTE.has(contact.form) || (contact.place !== null && site?.isState !== true)) return contact;
  const donor = donors.find((one) => one.contact.place !== null);
  if (donor === undefined) return contact;
  return { ...contact, place: nearerPlace(site, donor.site)?.text ?? contact.place ?? donor.contact.place };
}

function isOneMatter(contact: Contact, other: Contact): boolean {
  if (!areOfSame(contact, other) || !mayBeOne(contact, other)) return false;
  if (AHEAD.has(other.status)) return AHEAD.has(contact.status) || OFF.has(contact.status);
  if (other.status === 'premature') return AHEAD.has(contact.status);
  return contact.background === other.background && [OFF, DONE].some((kin) => kin.has(contact.status) && kin.has(other.status));
}

/** A headline says "hosts him", and the text where he is to be received. */
const isToldAhead = ({ contact, frame }: Draft, { contact: other }: Draft): boolean =>
  contact.place === null &&
  DONE.has(contact.status) &&
  contact.evidence.zone === 'title' &&
  frame.nucleus.form === 's' &&
  other.status === 'scheduled' &&
  other.evidence.zone === 'text' &&
  !other.background &&
  areOfSame(contact, other);

/** "make their first appearance at the summit": those who meet where many do, on its days. */
function isAtSame({ contact, frame }: Draft, { contact: other, frame: earlier }: Draft): boolean {
  const { nucleus, scan } = frame;
  if (nucleus.row.kind !== 'noun' || nucleus.row.id !== earlier.nucleus.row.id || contact.background || other.background) return false;
  const isDefinite =
    scan.sentence.tokens[phraseStart(scan.sentence, nucleus)]?.norm === 'the' && nucleus.to - phraseStart(scan.sentence, nucleus) === 2;
  const isOfMany = other.parties.includes('XX') && other.parties.some((party) => contact.parties.includes(party));
  return isDefinite && isOfMany && AHEAD.has(contact.status) === AHEAD.has(other.status);
}

/** A call is no visit; talks may be either. */
const mayBeOne = ({ form }: Contact, other: Contact): boolean =>
  form === 'talks' || other.form === 'talks' || REMOTE.has(form) === REMOTE.has(other.form);

/** "was to have met him on Friday", told of what is off: the plan that was, no plan any more. */
function isOldPlan({ contact, frame }: Draft): boolean {
  if (contact.status !== 'scheduled') return false;
  return frame.scan.sentence.tokens
    .slice(Math.max(0, frame.nucleus.from - 7), frame.nucleus.to + 4)
    .some(({ norm }, at, all) => (norm === 'was' || norm === 'were' || norm === 'been') && PLANNED.has(all[at + 1]?.norm ?? ''));
}
const PLANNED = wordSet('to due scheduled expected set planned slated supposed');

/**
 * "Kremlin denies call", and in the text "The paper had written that the two spoke on Thursday": what is claimed is what is denied, and says
 * when and where it is said to have been.
 */
function withoutClaims(drafts: readonly Draft[]): readonly Draft[] {
  const denied = drafts.find(({ contact }) => contact.status === 'denied' && !contact.background);
  if (denied === undefined) return drafts;
  const claims = drafts.filter((draft) => draft !== denied && isClaimed(draft, denied.contact));
  const date = denied.contact.date ?? claims.find(({ contact }) => contact.date !== null)?.contact.date ?? null;
  return flatten(drafts, (draft) =>
    claims.includes(draft) ? [] : [draft === denied ? { ...draft, contact: { ...draft.contact, date } } : draft],
  );
}

const isClaimed = ({ contact, frame }: Draft, denied: Contact): boolean =>
  (contact.status === 'held' || contact.status === 'underway' || contact.status === 'scheduled') &&
  contact.evidence.zone === 'text' &&
  areOfSame(contact, denied) &&
  mayBeOne(contact, denied) &&
  frame.scan.sentence.tokens.slice(0, frame.nucleus.from).some(({ norm }) => CLAIMS.has(norm));
const CLAIMS = wordSet(
  'newspapers newspaper papers paper daily weekly magazine tabloid website broadcaster channel outlets outlet reports report reported article story claims claim claimed alleged allegedly rumours rumour rumors rumor post media leaks leak',
);
