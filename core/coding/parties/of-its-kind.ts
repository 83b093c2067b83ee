import { codesOf } from '../entities/party-codes.ts';
import type { Frame } from '../frames/frames.ts';
import { isTopicOnly } from '../frames/other-side.ts';
import { governingPreposition } from '../nuclei/phrase.ts';
import { lastWhere } from '../words/sequences.ts';
import { type Entity, normOf } from '../words/text.ts';
import { ARTICLES, LIST_JOINTS } from '../words/word-sets.ts';
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
  const speakers = speakingOfOthers(frame);
  if (speakers.length > 0) return speakers;
  if (!isTopicOnly(frame)) return null;
  return frame.scan.nuclei.length > 1 ? [] : personsOf(frame);
}

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
