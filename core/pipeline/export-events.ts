import type { Contact, Denial } from '../coding/codebook/coded-item.ts';
import { cameoActor } from './event-country.ts';
import type { ItemView } from './query-view.ts';

/** One directed dyad, as event data has it: who did what to whom, with CAMEO and PLOVER codes, and our finer status beside. */
export type EventRow = { readonly [Column in (typeof EVENT_COLUMNS)[number]]: string };

/**
 * Columns of the TSV. `sqldate`, `actor1_cameo`, `actor2_cameo`, `cameo`, `root`, `quad_class`, `url` merge with GDELT; `event_date`,
 * `plover_type`, `plover_mode`, `actor1`, `actor2`, `publisher` with POLECAT. Codes are strings: "036" is not 36.
 */
export const EVENT_COLUMNS = [
  'event_id',
  'event_date',
  'sqldate',
  'actor1',
  'actor1_cameo',
  'actor2',
  'actor2_cameo',
  'cameo',
  'root',
  'quad_class',
  'plover_type',
  'plover_mode',
  'status',
  'level',
  'form',
  'conditional',
  'background',
  'leaders',
  'contact_date',
  'place',
  'summit',
  'denial_strength',
  'denied_claim',
  'confidence',
  'publisher',
  'url',
  'item_id',
] as const;

/** A contact makes a row for each ordered pair of its parties (CAMEO's rule for what is mutual), or from the side whose act it is to each other one. */
export function eventRows(item: ItemView): readonly EventRow[] {
  const contacts = item.contacts.flatMap((contact, index) => dyads(contact).map((dyad) => contactRow(item, contact, { dyad, index })));
  const denials = item.denials.map((denial, index) => denialRow(item, denial, index));
  return [...contacts, ...denials];
}

type Dyad = { readonly from: string; readonly to: string };

function dyads({ parties, side }: Contact): readonly Dyad[] {
  const actors = side !== null && parties.includes(side) ? [side] : parties;
  const pairs = actors.flatMap((from) => parties.filter((to) => to !== from).map((to) => ({ from, to })));
  return pairs.length > 0 ? pairs : parties.map((party) => ({ from: party, to: party }));
}

/** Goes with whom the visit is to: CAMEO has 042 for the visitor and 043 for the host. */
function codeFor({ cameo, side }: Contact, { from }: Dyad): string {
  if (cameo === '042' && side !== null && from !== side) return '043';
  return cameo ?? '';
}

function contactRow(item: ItemView, contact: Contact, { dyad, index }: { readonly dyad: Dyad; readonly index: number }): EventRow {
  const [type = '', mode = ''] = (contact.plover ?? '').split('/');
  return {
    ...commonFields(item, dyad, codeFor(contact, dyad)),
    event_id: `${item.id}:c${index}:${dyad.from}>${dyad.to}`,
    plover_type: type,
    plover_mode: mode,
    status: contact.status,
    level: contact.level,
    form: contact.form,
    conditional: flag(contact.conditional),
    background: flag(contact.background),
    leaders: contact.leaders.join(';'),
    contact_date: contact.date ?? '',
    place: contact.place ?? '',
    summit: contact.summit ?? '',
    denial_strength: '',
    denied_claim: '',
    confidence: contact.confidence.toFixed(2),
  };
}

/** PLOVER has no class for a denial; its target is who made the claim, where that is a state or body. */
function denialRow(item: ItemView, denial: Denial, index: number): EventRow {
  const target = denial.claim_by !== null && cameoActor(denial.claim_by) !== '' ? denial.claim_by : '';
  const dyad = { from: denial.by ?? '', to: target };
  return {
    ...commonFields(item, dyad, denial.cameo ?? ''),
    event_id: `${item.id}:d${index}:${dyad.from}>${dyad.to}`,
    plover_type: '',
    plover_mode: '',
    status: '',
    level: '',
    form: '',
    conditional: '0',
    background: flag(denial.background),
    leaders: denial.by_name ?? '',
    contact_date: '',
    place: '',
    summit: '',
    denial_strength: denial.strength,
    denied_claim: denial.claim,
    confidence: denial.confidence.toFixed(2),
  };
}

type Shared =
  | 'event_date'
  | 'sqldate'
  | 'actor1'
  | 'actor1_cameo'
  | 'actor2'
  | 'actor2_cameo'
  | 'cameo'
  | 'root'
  | 'quad_class'
  | 'publisher'
  | 'url'
  | 'item_id';

function commonFields(item: ItemView, { from, to }: Dyad, cameo: string): Pick<EventRow, Shared> {
  const day = item.effectiveAt.slice(0, 10);
  return {
    event_date: day,
    sqldate: day.replaceAll('-', ''),
    actor1: from,
    actor1_cameo: cameoActor(from),
    actor2: to,
    actor2_cameo: cameoActor(to),
    cameo,
    root: cameo.slice(0, 2),
    quad_class: quadClass(cameo),
    publisher: item.outlet,
    url: item.link ?? '',
    item_id: item.id,
  };
}

const flag = (value: boolean): string => (value ? '1' : '0');

/** GDELT's quad classes by CAMEO root: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. */
function quadClass(cameo: string): string {
  const root = Number(cameo.slice(0, 2));
  if (cameo === '') return '';
  return root <= 5 ? '1' : root <= 8 ? '2' : root <= 13 ? '3' : '4';
}
