import { clauseOf } from './arguments.ts';
import { MONTHS, WEEKDAYS } from './calendar.ts';
import type { Frame } from './frames.ts';
import { isTopicOnly } from './other-side.ts';
import { countryOfPlace, placeEntityAt } from './place-names.ts';
import type { Scan } from './scan.ts';
import type { Entity, Sentence } from './text.ts';

/** Where a contact takes or took place, as written, and the state that the place is in, where known. */
export type Place = { readonly text: string; readonly country: string | null };

const REACH = 20;
const TOPIC_WORDS =
  /^(?:war|conflict|crisis|peace|ceasefire|invasion|fighting|elections?|interest|stake|end|deal|troops|hostages|situation|violence|influence|security|stability|interests|democracy|rights|ambassador|relations|operation|military|power|government|prices)$/;
/** Groups of states and parts of the world are no venue. */
const NO_PLACE = /^(?:g-?\d+|asia|europe|africa|america|americas|brics|apec|asean|opec)$/;
/** States whose wars and files others meet about: "at the Ukraine summit" is about it, "at the Singapore summit" is there. */
const TOPIC_STATES: ReadonlySet<string> = new Set(['UA', 'SY', 'IR', 'KP', 'AF', 'IQ', 'LY', 'PS', 'YE', 'SD', 'LB', 'VE', 'MM']);
const MAX_PLACE_WORDS = 4;

export function readPlace(frame: Frame): Place | null {
  const { scan, nucleus, args } = frame;
  if (args.destination !== null) return placeOfEntity(scan.sentence, args.destination);
  const clause = clauseOf(scan, nucleus.from);
  if (nucleus.row.form === 'visit' && nucleus.row.isTravel !== true) return invitedTo(frame, clause.to);
  const isOther = isTopicOnly(frame);
  const isTopic = isOther && TOPIC_STATES.has(args.core[0]?.country ?? '');
  const found = locatives(scan).filter(
    (place) =>
      Math.abs(place.from - nucleus.from) <= REACH && !(place.to === nucleus.from && (isTopic || (!isOther && isSide(frame, place)))),
  );
  const behind = found.find(
    (place) => place.from >= nucleus.to && place.from < clause.to && !hasNucleusBetween(scan, nucleus.to, place.from),
  );
  const before = found.findLast(
    (place) => place.to <= nucleus.from && (place.from >= clause.from || place.to >= clause.from) && !isTheatre(frame, place),
  );
  return behind?.place ?? venueOf(frame) ?? before?.place ?? null;
}

/** "in U.S. talks": one of those who talk. */
const isSide = ({ args }: Frame, place: Locative): boolean =>
  args.core.some((entity) => entity.kind === 'country' && entity.from === place.from);

/** "invites Modi to Moscow", "an invitation to Alaska". */
function invitedTo({ scan, nucleus }: Frame, end: number): Place | null {
  const { sentence } = scan;
  const to = sentence.tokens.findIndex((token, at) => at >= nucleus.to && at < end && token.norm === 'to');
  if (to < 0) return null;
  const entity =
    sentence.entities.find((one) => one.from === to + 1 && /^(?:country|metonym)$/.test(one.kind)) ?? placeEntityAt(sentence, to + 1);
  return entity === null || entity === undefined ? null : placeOfEntity(sentence, entity);
}

/** "advances in Ukraine before Trump-Putin summit": where the war is, not the summit. */
const isTheatre = ({ args }: Frame, { place }: Locative): boolean =>
  place.country !== null && TOPIC_STATES.has(place.country) && !args.core.some((entity) => entity.country === place.country);

const hasNucleusBetween = (scan: Scan, from: number, to: number): boolean =>
  scan.nuclei.some((nucleus) => nucleus.from >= from && nucleus.to <= to && nucleus.row.kind === 'verb');

/** "Alaska summit", "White House talks": the place before the noun. */
function venueOf({ scan, nucleus }: Frame): Place | null {
  if (nucleus.row.kind === 'verb') return null;
  const { tokens, entities } = scan.sentence;
  for (let at = nucleus.from - 1; at >= Math.max(0, nucleus.from - 4); at -= 1) {
    const metonym = entities.find((entity) => entity.kind === 'metonym' && entity.to === at + 1);
    if (metonym !== undefined && metonym.to === nucleus.from) return placeOfEntity(scan.sentence, metonym);
    const known = countryOfPlace(tokens[at]?.norm ?? '');
    if (known !== null && tokens[at]?.isCapital === true) return { text: tokens[at]?.text ?? '', country: known };
  }
  return null;
}

function placeOfEntity(sentence: Sentence, entity: Entity): Place {
  return { text: textOf(sentence, entity.from, entity.to), country: entity.country };
}

const textOf = (sentence: Sentence, from: number, to: number): string =>
  sentence.text.slice(sentence.tokens[from]?.start ?? 0, sentence.tokens[to - 1]?.end ?? 0);

type Locative = { readonly from: number; readonly to: number; readonly place: Place };

/** "in Geneva", "at the White House": names behind a locative preposition. */
function locatives(scan: Scan): readonly Locative[] {
  const { sentence } = scan;
  const found: Locative[] = [];
  sentence.tokens.forEach((token, at) => {
    if (!/^(?:in|at|near|outside|в|на)$/.test(token.norm) || TOPIC_WORDS.test(sentence.tokens[at - 1]?.norm ?? '')) return;
    const place = placeAt(sentence, sentence.tokens[at + 1]?.norm === 'the' ? at + 2 : at + 1);
    if (place !== null) found.push(place);
  });
  return found;
}

function placeAt(sentence: Sentence, from: number): Locative | null {
  const entity = sentence.entities.find((one) => one.from === from);
  if (entity !== undefined) {
    if (!(/^(?:country|metonym)$/.test(entity.kind) || entity.country === 'UN') || sentence.tokens[entity.to]?.norm === "'s") return null;
    const to = withState(sentence, entity.to);
    return { from, to, place: { text: textOf(sentence, from, to), country: entity.country } };
  }
  let to = from;
  while (to < from + MAX_PLACE_WORDS && isPlaceWord(sentence, to)) to += 1;
  if (to === from || MONTHS.has(sentence.tokens[from]?.norm ?? '') || NO_PLACE.test(sentence.tokens[from]?.norm ?? '')) return null;
  const norm = sentence.tokens
    .slice(from, to)
    .map((token) => token.norm)
    .join(' ');
  const state = sentence.entities.find((one) => one.kind === 'country' && one.from === to + 1 && sentence.tokens[to]?.norm === ',');
  const country = countryOfPlace(norm) ?? countryOfPlace(sentence.tokens[from]?.norm ?? '') ?? state?.country ?? null;
  if (sentence.zone === 'title' && country === null && !isMixedCase(sentence)) return null;
  return { from, to, place: { text: textOf(sentence, from, to), country } };
}

/** "Geneva, Switzerland" ends behind the state. */
function withState(sentence: Sentence, to: number): number {
  const state = sentence.entities.find((one) => one.kind === 'country' && one.from === to + 1);
  return sentence.tokens[to]?.norm === ',' && state !== undefined ? state.to : to;
}

function isPlaceWord(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  return (
    token?.isCapital === true &&
    !MONTHS.has(token.norm) &&
    !WEEKDAYS.has(token.norm) &&
    !sentence.entities.some((entity) => entity.from <= at && at < entity.to)
  );
}

/** A headline in title case tells names from words no more than one in capitals does. */
function isMixedCase(sentence: Sentence): boolean {
  const words = sentence.tokens.filter((token) => token.kind === 'word' && token.text.length > 3);
  return sentence.text.endsWith('.') || words.filter((token) => token.isCapital).length < words.length * 0.7;
}
