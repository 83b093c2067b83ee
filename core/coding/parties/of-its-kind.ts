import { codesOf } from '../entities/party-codes.ts';
import type { Frame } from '../frames/frames.ts';
import { isTopicOnly } from '../frames/other-side.ts';
import { statesNamed } from '../lexicon/cities.ts';
import { countryOfPlace } from '../lexicon/place-names.ts';
import { governingPreposition } from '../nuclei/phrase.ts';
import { lastWhere } from '../words/sequences.ts';
import { type Entity, normOf } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES, LIST_JOINTS, WITH_OR_BETWEEN } from '../words/word-sets.ts';
import { personsOf } from './sentence-parties.ts';
import { isRegionalTrip } from './trip-kinds.ts';

/** Who takes part where the kind of nucleus, or what else is spoken of, settles it; null for any other. */
export function ofItsKind(frame: Frame): readonly Entity[] | null {
  const { row } = frame.nucleus;
  if (row.isLastResort === true) return personsOf(frame);
  if (isOfManyOnly(frame)) return frame.args.subject;
  if (row.id === 'caption' && frame.nucleus.from === 0) return frame.scan.sentence.entities.slice(0, 2);
  if (isRegionalTrip(frame)) return frame.args.core;
  if (row.id === 'send-person') return sentTo(frame);
  if (row.id === 'on-soil') return onSoil(frame);
  if (row.bringsOthers === true) return broughtTogether(frame);
  const fighters = fightersOf(frame);
  if (fighters.length > 0) return fighters;
  const speakers = speakingOfOthers(frame);
  if (speakers.length > 0) return speakers;
  if (!isTopicOnly(frame)) return null;
  return frame.scan.nuclei.length > 1 ? [] : personsOf(frame);
}

/** "calls for talks in the India-Pakistan conflict", "involved in talks to end the Laos-Chad war": of those who fight, unless others hold them or go there for them. */
function fightersOf({ scan: { sentence, groups }, nucleus: { row, from: start, to }, args, chain }: Frame): readonly Entity[] {
  if (row.kind !== 'noun' || row.form !== 'talks' || codesOf(args.subject).length > 1) return [];
  const { tokens, entities } = sentence;
  const second = entities.find(
    (one) =>
      one.from > to &&
      one.from - to <= MAX_TOPIC &&
      normOf(tokens, one.from - 1) === '-' &&
      (FIGHTS.has(normOf(tokens, one.to)) || normOf(tokens, one.to - 1) === 'war'),
  );
  const one = entities.find((first) => second !== undefined && first.to === second.from - 1 && first.from >= to);
  if (second === undefined || one === undefined) return [];
  const other: Entity = { ...second, kind: 'country', country: second.country ?? warOf(normOf(tokens, second.from)) };
  const pair = [one.country, other.country];
  if (pair.includes(null) || pair[0] === pair[1] || args.subject.some(({ country }) => pair.includes(country))) return [];
  if (groups.some(({ from, preposition }) => from >= to && WITH_OR_BETWEEN.has(preposition ?? ''))) return [];
  const isTrip = chain.some(({ row: { effect } }) => effect === 'purpose');
  if (isTrip && entities.some((who) => who.level !== null && who.country !== null && who.to <= start)) return [];
  const isHeldBySubject =
    args.subject.length > 0 && chain.some(({ row: { effect }, from }) => effect === 'hold' && !/^host/.test(normOf(tokens, from)));
  return isHeldBySubject ? [] : [one, other];
}
const MAX_TOPIC = 8;
/** "Russia-Ukraine war", "Israel-Gaza war": whose, where the war has the name. */
const warOf = (norm: string): string | null => statesNamed(norm) ?? countryOfPlace(norm);
const FIGHTS = wordSet('war conflict fighting crisis hostilities standoff dispute clashes truce ceasefire');

/** "offers to bring Putin, Zelensky together", "bring together X and Y": the two right behind; null when they stand elsewhere. */
function broughtTogether({ scan: { sentence }, nucleus: { to } }: Frame): readonly Entity[] | null {
  const { tokens, entities } = sentence;
  const start = normOf(tokens, to) === 'together' ? to + 1 : to;
  const first = entities.findIndex(({ from }) => from === start || (from === start + 1 && ARTICLES.has(normOf(tokens, start))));
  const [one, other] = [entities[first], entities[first + 1]];
  if (one === undefined || other === undefined || other.from - one.to > 2 || !LIST_JOINTS.has(normOf(tokens, one.to))) return null;
  return one.country !== null && other.country !== null && one.country !== other.country ? [one, other] : null;
}

/** "Erdogan on Egyptian soil": who is there, and whose it is. */
const onSoil = ({ scan: { sentence }, nucleus: { from, to } }: Frame): readonly Entity[] =>
  sentence.entities.filter((one) => (one.from > from && one.from < to) || one.to === from || one.to === from - 1);

/** "Macron and Merz discuss the Trump-Putin summit in a call": those two, and nobody of what they speak of. */
function speakingOfOthers({ scan, nucleus, args }: Frame): readonly Entity[] {
  if (nucleus.row.form !== 'phone' || nucleus.row.kind !== 'noun' || args.hasRight || args.core.length > 0) return [];
  if (governingPreposition(scan.sentence, nucleus) === null) return [];
  const verb = lastWhere(scan.nuclei, ({ row, to }) => row.id === 'discuss' && to <= nucleus.from);
  if (verb === undefined || !scan.nuclei.some(({ row, from }) => row.kind === 'noun' && from >= verb.to && from < nucleus.from)) return [];
  const who = lastWhere(scan.groups, ({ to, preposition }) => to <= verb.from && preposition === null)?.members ?? [];
  return codesOf(who).length > 1 ? who : [];
}

/** "sends Y to Oslo": who is sent, of the state of who sends him, and where to. */
function sentTo({ scan: { sentence }, nucleus }: Frame): readonly Entity[] {
  const k = sentence.entities.findIndex(({ from }) => from >= nucleus.to);
  const [sent, place] = [sentence.entities[k], sentence.entities[k + 1]];
  if (sent === undefined || place === undefined) return [];
  const sender = lastWhere(sentence.entities, ({ to, country }) => to <= nucleus.from && country !== null);
  return [sent.country === null ? { ...sent, country: sender?.country ?? null } : sent, place];
}

/** "Trump says he waits as Gulf leaders meet": who tells of it is none of them. */
const isOfManyOnly = ({ nucleus, args }: Frame): boolean =>
  nucleus.row.id === 'meet' &&
  !args.hasRight &&
  args.subject.length > 0 &&
  args.subject.every(
    ({ kind, country }) => (kind === 'group' && country?.includes('-') === false) || (kind === 'office' && country === 'XX'),
  );
