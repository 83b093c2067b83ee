import { NUCLEUS_ROWS, type NucleusRow } from './data.ts';
import { compilePatterns, findMatches, type Match } from './pattern.ts';
import { placeEntityAt } from './place-names.ts';
import type { Sentence } from './text.ts';
import { type VerbForm, verbFormOf } from './verb-forms.ts';
import { ADVERBS, ARTICLES, BE, isPreposition, MEET_IDIOMS, MODIFIERS } from './word-sets.ts';

/** A word or phrase that names a contact, where it stands. */
export type Nucleus = { readonly row: NucleusRow; readonly from: number; readonly to: number; readonly form: VerbForm | null };

const TABLE = compilePatterns(NUCLEUS_ROWS);

/** All nuclei of a sentence, left to right. */
export function findNuclei(sentence: Sentence): readonly Nucleus[] {
  const found = findMatches(TABLE, sentence.tokens, (match) => accepts(sentence, match)).map((match) => toNucleus(sentence, match));
  return found.length < 2 ? found : found.flatMap((nucleus, k) => joinedWithNext(sentence, nucleus, found[k + 1], found[k - 1]));
}

/** "a call or meeting": one contact whose form is left open. */
function joinedWithNext(sentence: Sentence, nucleus: Nucleus, next: Nucleus | undefined, last: Nucleus | undefined): readonly Nucleus[] {
  if (joins(sentence, nucleus, next)) return [];
  return joins(sentence, last, nucleus) && last?.row.form !== nucleus.row.form
    ? [{ ...nucleus, row: { ...nucleus.row, form: 'talks' } }]
    : [nucleus];
}

const joins = (sentence: Sentence, a: Nucleus | undefined, b: Nucleus | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.row.kind === 'noun' &&
  b.row.kind === 'noun' &&
  b.from - a.to <= 2 &&
  normAt(sentence, a.to) === 'or';

function toNucleus(sentence: Sentence, { row, from, to }: Match<NucleusRow>): Nucleus {
  const norm = sentence.tokens[from]?.norm ?? '';
  return { row, from, to, form: row.kind === 'verb' ? verbFormOf(norm) : null };
}

function accepts(sentence: Sentence, match: Match<NucleusRow>): boolean {
  if (sentence.entities.some((entity) => entity.from <= match.from && match.from < entity.to)) return false;
  return (GUARDS[match.row.id] ?? always)(sentence, match);
}

type Guard = (sentence: Sentence, match: Match<NucleusRow>) => boolean;
const always: Guard = () => true;
const normAt = (sentence: Sentence, at: number): string => sentence.tokens[at]?.norm ?? '';
const entityAt = (sentence: Sentence, at: number) => sentence.entities.find((entity) => entity.from <= at && at < entity.to);
/** The entity that begins at `at`, or one or two small words later. */
export function entityFrom(sentence: Sentence, at: number, words: number) {
  for (let k = at; k <= at + words; k += 1) {
    const entity = entityAt(sentence, k);
    if (entity !== undefined) return entity;
    if (!/^(?:the|a|an|his|her|their|with|former|visiting|both|new|fellow|outgoing|incoming)$/.test(normAt(sentence, k))) return undefined;
  }
  return undefined;
}

const OBJECT_KINDS: ReadonlySet<string> = new Set(['person', 'office', 'group', 'aide', 'country', 'metonym', 'body', 'movement']);
const AFTER_PHONED =
  /^(?:[,.;:!?-]|in|on|at|after|before|about|over|to|amid|as|for|from|with|and|following|again|ahead|monday|tuesday|wednesday|thursday|friday|saturday|sunday|this|late|early|earlier|but|while|during|today|yesterday|if|unless|until|when|because|next|once|-)$/;

const isPlaceNext = (s: Sentence, m: Match<NucleusRow>): boolean =>
  m.to - m.from === 1 &&
  !/^(?:'s|a|an|his|her|their|its|state|official|first|on|during|of|-)$/.test(normAt(s, m.from - 1)) &&
  /^(?:country|metonym|body)$/.test(entityFrom(s, m.to, 1)?.kind ?? '');

/** "is meeting", "was also meeting" is a verb, "'s meeting" is not. */
const isRunning = (s: Sentence, at: number): boolean =>
  [1, 2].some((k) => BE.has(normAt(s, at - k)) && normAt(s, at - k) !== "'s" && (k === 1 || ADVERBS.has(normAt(s, at - 1))));

/** "two visits", "Orban's visits", "exchange visits": else "visits" is a verb. */
const isVisitsNoun: Guard = (s, m) =>
  m.from === 0 ||
  /^(?:to|by|between)$/.test(normAt(s, m.to)) ||
  ARTICLES.has(normAt(s, m.from - 1)) ||
  MODIFIERS.has(normAt(s, m.from - 1)) ||
  /^(?:'s|exchange|exchanged|mutual|reciprocal|diplomatic|of|for|\d+)$/.test(normAt(s, m.from - 1));

/** "talks on land in Donbas", "occupied lands at stake": a noun. */
const isLandNoun: Guard = (s, m) =>
  (normAt(s, m.from) === 'land' && !/^(?:to|will|would|may|might|could|can|'ll|should)$/.test(normAt(s, m.from - 1))) ||
  (normAt(s, m.from) === 'lands' &&
    (isPreposition(normAt(s, m.from - 1)) || MODIFIERS.has(normAt(s, m.from - 1)) || ARTICLES.has(normAt(s, m.from - 1))));

/** "going to Ankara", not "going to meet". */
const goesSomewhere = (s: Sentence, at: number): boolean => s.tokens[at]?.isCapital === true || entityFrom(s, at, 2) !== undefined;

/** "met a mixed response", "meets a deadline": an object that is nobody. */
const isMeetingThing: Guard = (s, m) =>
  /^(?:a|an)$/.test(normAt(s, m.to)) &&
  entityFrom(s, m.to, 2) === undefined &&
  ![1, 2, 3, 4].some((k) =>
    /^(?:delegation|group|envoy|official|officials|team|counterpart|leader|minister|ambassador)$/.test(normAt(s, m.to + k)),
  );

/** Summits of business, science and sport. */
const NOT_A_SUMMIT = new Set([
  'ai',
  'business',
  'tech',
  'technology',
  'investment',
  'investor',
  'youth',
  'sports',
  'ceo',
  'jobs',
  'crypto',
  'education',
  'startup',
  'innovation',
  'music',
  'industry',
  'camp',
]);
const isSummit: Guard = (s, m) =>
  normAt(s, m.to) !== 'lake' &&
  (normAt(s, m.to) !== 'of' ||
    !/^(?:the|mount|mountain)$/.test(normAt(s, m.to + 1)) ||
    normAt(s, m.to + 2) === 'americas' ||
    entityAt(s, m.to + 1) !== undefined ||
    entityAt(s, m.to + 2) !== undefined);

/** "Erdogan calls Putin", "Bush calls slavery a crime" are verbs. */
const isCalling = (s: Sentence, m: Match<NucleusRow>): boolean =>
  m.to - m.from === 1 &&
  (/^(?:person|office)$/.test(entityAt(s, m.to)?.kind ?? '') ||
    (normAt(s, m.from) === 'calls' && entityAt(s, m.from - 1) !== undefined && !/^(?:with|between)$/.test(normAt(s, m.to))));

/** "calls to act", but "a call to Putin". */
const isCallToAct = (s: Sentence, m: Match<NucleusRow>): boolean =>
  normAt(s, m.to) === 'to' && !/^(?:person|office)$/.test(entityFrom(s, m.to + 1, 1)?.kind ?? '');

/** "Trump talks to Xi" at the head of a clause; "Ukraine talks with Russia" and "after Trump talks with Xi" are nouns. */
function isTalking(s: Sentence, m: Match<NucleusRow>): boolean {
  if (normAt(s, m.from) === 'talk') return true;
  const subject = s.entities.find((entity) => entity.to === m.from);
  return (
    subject !== undefined &&
    /^(?:person|office)$/.test(subject.kind) &&
    (subject.from === 0 || /^(?:[,;:-]|as|and|while|but)$/.test(normAt(s, subject.from - 1)))
  );
}

/** "Trump told Zelensky he wants a truce": a headline that tells what one leader said to another. */
const isToldInTalks: Guard = (s, m) => {
  const [speaker, listener] = [s.entities.find((entity) => entity.to === m.from), entityAt(s, m.to)];
  const areLeaders = [speaker, listener].every((entity) => entity?.kind === 'person' && entity.level === 'leader');
  return s.zone === 'title' && areLeaders && /^(?:he|she|that)$/.test(normAt(s, listener?.to ?? 0));
};

/** "hopes to see Kim", "saw Putin in Sochi": a person right behind, and nothing that is seen of him. */
const isSeeing: Guard = (s, m) => {
  const object = entityFrom(s, m.to, 1);
  if (object === undefined || !/^(?:person|office)$/.test(object.kind)) return false;
  if (normAt(s, m.from) === 'see' && !/^(?:to|will|would|may|might|could|can|'ll|should|not)$/.test(normAt(s, m.from - 1))) return false;
  const next = normAt(s, object.to);
  return next === '' || AFTER_SEEN.test(next);
};
const AFTER_SEEN =
  /^(?:[.,;:!?-]|in|on|at|before|after|again|next|this|during|for|face|face-to-face|face-to|within|tomorrow|today|and|when|if|once|monday|tuesday|wednesday|thursday|friday|saturday|sunday|here|there|soon|privately|personally|separately|alone|or|but)$/;

/** "asks Castro over to Montevideo": an invitation; "asks Putin for help" is none. */
const isAsking: Guard = (s, m) => {
  if (/^invit/.test(normAt(s, m.from))) return true;
  const guest = entityFrom(s, m.to, 1);
  return guest !== undefined && /^(?:over|round|back)$/.test(normAt(s, guest.to));
};

/** What a row's word must have around it to be a contact at all, by row. */
const GUARDS: Readonly<Record<string, Guard>> = {
  meet: (s, m) =>
    (entityFrom(s, m.to, 2)?.surname != null || ![0, 1, 2, 3, 4].some((k) => MEET_IDIOMS.has(normAt(s, m.to + k)))) &&
    normAt(s, m.from - 1) !== 'swim' &&
    !isMeetingThing(s, m) &&
    !(normAt(s, m.from) === 'met' && BE.has(normAt(s, m.from - 1))),
  meeting: (s, m) =>
    !(normAt(s, m.from) === 'meeting' && isRunning(s, m.from)) &&
    !/^(?:shareholder|shareholders|board|cabinet|council|general|annual|rally)$/.test(normAt(s, m.from - 1)),
  invitation: (s, m) =>
    (normAt(s, m.from - 1) === "'s" && !/^(?:to|for)$/.test(normAt(s, m.to))) ||
    (normAt(s, m.to) === 'to' && /^(?:country|metonym|person|office)$/.test(entityFrom(s, m.to + 1, 1)?.kind ?? '')),
  discuss: (s, m) => ![0, 1, 2, 3].some((k) => /^(?:date|dates|venue|details|possibility|prospect|idea|plans?)$/.test(normAt(s, m.to + k))),
  invite: (s, m) => {
    if (!isAsking(s, m)) return false;
    const guest = entityFrom(s, m.to, 1);
    if (guest === undefined || !OBJECT_KINDS.has(guest.kind)) return false;
    const to = s.tokens.findIndex((token, at) => at >= guest.to && token.norm === 'to');
    return to < 0 || /^(?:country|metonym)$/.test(entityFrom(s, to + 1, 1)?.kind ?? '') || placeEntityAt(s, to + 1) !== null;
  },
  summit: (s, m) => !NOT_A_SUMMIT.has(normAt(s, m.from - 1)) && isSummit(s, m),
  call: (s, m) =>
    !isCalling(s, m) &&
    !isCallToAct(s, m) &&
    !/^(?:for|on|upon|that|him|her|it|them|itself|himself|time)$/.test(normAt(s, m.to)) &&
    !/^(?:wake-up|conference|judgment|judgement|close|curtain|roll|so|they|he|she|we|who|also|which|rallying|distress|sources)$/.test(
      normAt(s, m.from - 1),
    ),
  phone: (s, m) => {
    if (m.to - m.from > 1) return true;
    const object = entityFrom(s, m.to, 2);
    if (object === undefined || !/^(?:person|office)$/.test(object.kind)) return false;
    const next = normAt(s, object.to);
    return next === '' || AFTER_PHONED.test(next);
  },
  arrive: (s, m) => !isLandNoun(s, m),
  due: (s, m) => /^(?:country|metonym)$/.test(entityFrom(s, m.to, 1)?.kind ?? ''),
  depart: (s, m) => goesSomewhere(s, m.to) || normAt(s, m.to - 1) !== 'to',
  host: (s, m) => {
    if (normAt(s, m.to - 1) === 'by' && ![1, 2].some((k) => BE.has(normAt(s, m.from - k)))) return false;
    const object = entityFrom(s, m.to, 2);
    return (
      object !== undefined &&
      OBJECT_KINDS.has(object.kind) &&
      normAt(s, object.to) !== "'s" &&
      !/^(?:proposal|offer|plan|decision|statement|deal|move|talks|summit|meeting|report|letter|-)$/.test(normAt(s, object.to))
    );
  },
  see: isSeeing,
  'video-call': (s, m) =>
    !/\blink$/.test(normAt(s, m.to - 1)) || ![1, 2, 3].some((k) => /^(?:via|by|over|through)$/.test(normAt(s, m.from - k))),
  tell: isToldInTalks,
  talks: (s, m) => !/^(?:press|news|background)$/.test(normAt(s, m.from - 1)),
  'visit-verb': (s, m) =>
    (m.to - m.from > 1 &&
      !s.entities.some(({ kind, from }) => from > m.from && from < m.to && kind === 'person') &&
      (normAt(s, m.to - 1) !== 'to' || goesSomewhere(s, m.to))) ||
    isPlaceNext(s, m) ||
    entityFrom(s, m.to, 2) !== undefined ||
    s.tokens[m.to]?.isCapital === true ||
    /^(?:will|to|would|may|might|could)$/.test(normAt(s, m.from - 1)),
  speak: (s, m) => !/^talks?$/.test(normAt(s, m.from)) || isTalking(s, m),
  letter: (s, m) => /^(?:to|from|exchange|in|sent|by)$/.test(normAt(s, m.to)) || normAt(s, m.from - 1) === "'s",
  visit: (s, m) =>
    !isPlaceNext(s, m) &&
    (normAt(s, m.from) !== 'visits' || isVisitsNoun(s, m)) &&
    !/^(?:guide|guides|agency|operator|operators|date)$/.test(normAt(s, m.to)),
};
