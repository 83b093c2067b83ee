import {
  isBringingTogether,
  isCaught,
  isFreeToAsk,
  isGuestOfForeigner,
  isInvitedTo,
  isLiftedFor,
  isReceivedAt,
  isSaidTo,
} from './between-two.ts';
import type { NucleusRow } from './data.ts';
import { isInviting, OBJECT_KINDS } from './invitation-guards.ts';
import { entityAt, entityFrom, type Guard, normAt } from './nucleus-context.ts';
import type { Match } from './pattern.ts';
import { isPronounOfTwo } from './pronoun-object.ts';
import { isSeeing } from './seeing-guards.ts';
import type { Entity, Sentence } from './text.ts';
import { wordSet } from './word-set.ts';
import { ARTICLES, BE, isPreposition, MEET_IDIOMS, MODIFIERS } from './word-sets.ts';

const AFTER_PHONED =
  /^(?:[,.;:!?"'-]|in|on|at|after|before|about|over|to|amid|as|for|from|with|and|following|again|ahead|monday|tuesday|wednesday|thursday|friday|saturday|sunday|this|late|early|earlier|but|while|during|today|yesterday|if|unless|until|when|because|next|once|-)$/;

/** "visits Oslo", "came to Rome": a state or its house right behind a verb. */
export const isPlaceNext = (s: Sentence, m: Match<NucleusRow>): boolean =>
  m.to - m.from === 1 &&
  !/^(?:'s|a|an|his|her|their|its|state|official|first|on|during|of|-)$/.test(normAt(s, m.from - 1)) &&
  /^(?:country|metonym|body)$/.test(entityFrom(s, m.to, 1)?.kind ?? '');

/** "talks on land in Donbas", "occupied lands at stake": a noun. */
const isLandNoun: Guard = (s, m) =>
  (normAt(s, m.from) === 'land' && !/^(?:to|will|would|may|might|could|can|'ll|should)$/.test(normAt(s, m.from - 1))) ||
  (normAt(s, m.from) === 'lands' &&
    (isPreposition(normAt(s, m.from - 1)) || MODIFIERS.has(normAt(s, m.from - 1)) || ARTICLES.has(normAt(s, m.from - 1))));

const PART_OF_WORLD = wordSet(
  'middle mideast gulf balkans caribbean pacific arctic sahel horn far americas baltics caucasus maghreb levant',
);
/** "going to Ankara", not "going to meet". */
const goesSomewhere = (s: Sentence, at: number): boolean =>
  s.tokens[at]?.isCapital === true ||
  (normAt(s, at) === 'the' && PART_OF_WORLD.has(normAt(s, at + 1))) ||
  entityFrom(s, at, 2) !== undefined;

/** "met a mixed response", "meets a deadline": an object that is nobody. */
const isMeetingThing: Guard = (s, m) =>
  /^(?:a|an)$/.test(normAt(s, m.to)) &&
  !/^(?:day|week|month|year|few|couple|fortnight|second|third)$/.test(normAt(s, m.to + 1)) &&
  entityFrom(s, m.to, 2) === undefined &&
  ![1, 2, 3, 4].some((k) =>
    /^(?:delegation|group|envoy|official|officials|team|counterpart|leader|minister|ambassador)$/.test(normAt(s, m.to + k)),
  );

/** "meets a tight deadline"; not "meet to discuss the threat". */
function isMeetingIdiom(s: Sentence, { to }: Match<NucleusRow>): boolean {
  const words = s.tokens.slice(to, to + 5).map(({ norm }) => norm);
  const end = words.findIndex(isPreposition);
  return words.slice(0, end < 0 ? words.length : end).some((norm) => MEET_IDIOMS.has(norm));
}

/** "met with scepticism", "met by angry silence": how something is received. */
const isMetWith: Guard = (s, m) => /^(?:with|by)$/.test(normAt(s, m.to)) && [1, 2].some((k) => RECEPTION.has(normAt(s, m.to + k)));
const RECEPTION = wordSet(
  'scepticism skepticism silence approval disapproval anger fury outrage outcry applause cheers cheer praise disbelief derision ridicule jeers boos condemnation disappointment dismay suspicion hostility indifference success failure rejection refusal concern caution relief mistrust distrust scorn contempt enthusiasm backlash protests protest gunfire force violence denials denial retaliation',
);

/** "Trump talks to Xi" at the head of a clause; "Ukraine talks with Russia" and "after Trump talks with Xi" are nouns. */
function isTalking(s: Sentence, m: Match<NucleusRow>): boolean {
  if (normAt(s, m.from) === 'talk') return true;
  const subject = s.entities.find((entity) => entity.to === m.from);
  return (
    subject !== undefined &&
    (subject.kind === 'person' || subject.kind === 'office') &&
    (subject.from === 0 || /^(?:[,;:-]|as|and|while|but)$/.test(normAt(s, subject.from - 1)))
  );
}

/** "Trump told Zelensky he wants a truce", "tells Putin that": what one leader said to another. */
const isToldInTalks: Guard = (s, m) => {
  const [speaker, listener] = [speakerBefore(s, m.from), entityFrom(s, m.to, 1)];
  const areLeaders = [speaker, listener].every((entity) => entity?.kind === 'person' && entity.level === 'leader');
  if (!areLeaders || speaker?.country === listener?.country) return false;
  return /^(?:he|she|that|it|they|there)$/.test(normAt(s, listener?.to ?? 0)) || normAt(s, m.from - 1) === 'he';
};

/** "Lula told Trump", "Lula says he told Trump". */
const speakerBefore = (s: Sentence, at: number): Entity | undefined =>
  s.entities.find(
    ({ to }) => to === at || (/^(?:he|she)$/.test(normAt(s, at - 1)) && /^(?:says?|said)$/.test(normAt(s, to)) && at - to <= 3),
  );

/** "Wang received by Modi": a headline leaves "is" out. */
const isHeadlinePassive = (s: Sentence, at: number): boolean =>
  s.zone === 'title' && s.entities.some(({ to, kind }) => PERSON.test(kind) && (to === at || (to === at - 1 && normAt(s, to) === ',')));

/** "hosts a dinner for Putin": somebody for whom it is, and nothing that he owns. */
const isFeasted: Guard = (s, m) => {
  const guest = entityFrom(s, m.to, 2);
  return (
    guest !== undefined && (guest.kind === 'person' || guest.kind === 'office' || guest.kind === 'group') && normAt(s, guest.to) !== "'s"
  );
};

/** "sends envoys to Ankara"; a mission may be one of rescue, so talks must be spoken of. */
const isSentForTalks: Guard = (s, m) =>
  /^(?:country|metonym)$/.test(entityFrom(s, m.to, 1)?.kind ?? '') &&
  (normAt(s, m.to - 2) !== 'mission' ||
    s.tokens.some(({ norm }, at) => at > m.to && /^(?:talks|discuss|meet|negotiate|negotiations)$/.test(norm)));

/** A name ends here, and no noun that it owns follows. */
const isLastOf = (s: Sentence, at: number): boolean =>
  /^(?:[.,;:!?-]|and|in|at|on|again|by|over|as|after|during|for|ahead|before)?$/.test(normAt(s, at));

/** Whether the name right behind a verb and the words behind that name make an idiom of both: "give Oslo a miss", "shook his hand". */
const withName =
  (kinds: RegExp, idiom: RegExp): Guard =>
  (s, m) => {
    const object = entityFrom(s, m.to, 1);
    if (object === undefined || !kinds.test(object.kind)) return false;
    const words = s.tokens.slice(object.to, object.to + 6).map(({ norm }) => norm);
    return idiom.test(words.join(' '));
  };
const PERSON = /^(?:person|office)$/;
const PLACE = /^(?:country|metonym)$/;
const BRIEFED = /^(?:person|office|group|body|country|metonym|demonym)$/;

/** "Putin and Macron, face to face", "delegations behind closed doors": people right before, and no other noun that they hold. */
const isSideBySide: Guard = (s, m) =>
  s.entities.some(({ to }) => to === m.from || (to === m.from - 1 && /^(?:,|now|still|again|back)$/.test(normAt(s, to)))) ||
  [1, 2].some((k) => BE.has(normAt(s, m.from - k))) ||
  PEOPLE.has(normAt(s, m.from - 1));
const PEOPLE = wordSet('negotiators delegations envoys ministers leaders presidents diplomats teams officials premiers');

/** "will be in Moscow", not "would be in Moscow's interest". */
const isToBeThere: Guard = (s, m) => {
  const place = entityAt(s, m.to);
  return (
    place !== undefined &&
    place.from === m.to &&
    PLACE.test(place.kind) &&
    normAt(s, place.to) !== "'s" &&
    /^(?:will|would|to|shall|may|might|could|'ll|'d|won't|not)$/.test(normAt(s, m.from - 1))
  );
};

/** "Putin-Macron talks to resume": what the talks are to do. */
const isGoingOn: Guard = (s, m) =>
  /^(?:start|begin|resume|restart|open|continue|go|be|take|end|focus|cover|follow|proceed|reconvene)$/.test(normAt(s, m.to));

/** "slips into July": a time is no place to arrive in. */
const IS_SEASON = wordSet(
  'january february march april may june july august september october november december spring summer autumn winter next the a late early',
);

const TO_HOST = wordSet("to will would could may might can 'd 'll not gladly happily warmly");
/** "hosts Putin", "welcomed by him"; not "welcomes Putin's offer". */
const isHostOf: Guard = (s, m) => {
  if (isPronounOfTwo(s, m) && TO_HOST.has(normAt(s, m.from - 1))) return true;
  if (/^(?:with|of|between|in)$/.test(normAt(s, (entityFrom(s, m.to, 4)?.from ?? 0) - 1))) return false;
  if (normAt(s, m.to - 1) === 'by' && ![1, 2].some((k) => BE.has(normAt(s, m.from - k))) && !isHeadlinePassive(s, m.from)) return false;
  const object = entityFrom(s, m.to, 4);
  return (
    object !== undefined &&
    OBJECT_KINDS.has(object.kind) &&
    normAt(s, object.to) !== "'s" &&
    !/^(?:proposal|offer|plan|decision|statement|deal|move|talks|summit|meeting|report|letter|engagement|comments?|remarks?|vow|pledge|call|victory|win|speech|policy|role|backing|support|-)$/.test(
      normAt(s, object.to),
    )
  );
};

/** "made no decision on the trip": no trip was made. */
const MADE = wordSet('no decision decisions plan plans choice case comment mention progress');
/** What a verb must have around it to be a contact at all, by its row's id. */
export const VERB_GUARDS: Readonly<Record<string, Guard>> = {
  meet: (s, m) =>
    (entityFrom(s, m.to, 2)?.surname != null || !isMeetingIdiom(s, m)) &&
    normAt(s, m.from - 1) !== 'swim' &&
    !isMeetingThing(s, m) &&
    !isMetWith(s, m) &&
    !(normAt(s, m.from) === 'meeting' && /^(?:points?|places?|rooms?|house|hall)$/.test(normAt(s, m.to))) &&
    !(normAt(s, m.from) === 'met' && BE.has(normAt(s, m.from - 1))),
  discuss: (s, m) =>
    !(/ed$/.test(normAt(s, m.from)) && BE.has(normAt(s, m.from - 1))) &&
    !/^(?:up|down|tough|big)$/.test(normAt(s, m.to)) &&
    !(normAt(s, m.from) === 'talk' && (normAt(s, m.to) === 'of' || /^(?:another|one|phone|quiet|first)$/.test(normAt(s, m.from - 1)))) &&
    ![0, 1, 2, 3].some((k) => /^(?:date|dates|venue|details|matter|possibility|prospect|idea|plans?)$/.test(normAt(s, m.to + k))),
  invite: isInviting,
  phone: (s, m) => {
    if (isPronounOfTwo(s, m)) return true;
    if (m.to - m.from > 1) return true;
    const object = entityFrom(s, m.to, 2);
    const isHouse = object?.kind === 'metonym' && /^(?:dial|ring|rang|phon|telephon)/.test(normAt(s, m.from));
    if (object === undefined || !(isHouse || object.kind === 'person' || object.kind === 'office')) return false;
    const next = normAt(s, object.to);
    return next === '' || AFTER_PHONED.test(next);
  },
  arrive: (s, m) =>
    !isLandNoun(s, m) && !(normAt(s, m.to - 1) === 'into' && entityFrom(s, m.to, 1) === undefined && IS_SEASON.has(normAt(s, m.to))),
  due: (s, m) => /^(?:country|metonym)$/.test(entityFrom(s, m.to, 1)?.kind ?? ''),
  depart: (s, m) => goesSomewhere(s, m.to) || !/^(?:to|for)$/.test(normAt(s, m.to - 1)),
  host: isHostOf,
  'would-welcome': isHostOf,
  snub: (s, m) => {
    const object = entityFrom(s, m.to, 1);
    return (
      object !== undefined &&
      (object.kind === 'person' || object.kind === 'office') &&
      normAt(s, object.to) !== "'s" &&
      isLastOf(s, object.to)
    );
  },
  feast: isFeasted,
  attended: isFeasted,
  send: (s, m) => isSentForTalks(s, m),
  see: isSeeing,
  'bring-together': isBringingTogether,
  'coax-together': isBringingTogether,
  'find-time': isGuestOfForeigner,
  catch: isCaught,
  bidden: isInvitedTo,
  'name-day': isSaidTo,
  'lift-phone': isLiftedFor,
  'received-at': isReceivedAt,
  'only-ring': isFreeToAsk,
  'only-ask': isFreeToAsk,
  'side-by-side': isSideBySide,
  'be-there': isToBeThere,
  'come-and-see': (s, m) => PLACE.test(entityFrom(s, m.to, 0)?.kind ?? '') || /^(?::|"|'|do|please|just)$/.test(normAt(s, m.from - 1)),
  chair: (s, m) => PERSON.test(entityFrom(s, m.to, 1)?.kind ?? ''),
  treat: withName(
    PERSON,
    /^(?:(?:over|round|around) )?(?:to|for) (?:a |an )?(?:[a-z]+ )?(?:lunch|dinner|tea|coffee|breakfast|supper|talks)\b/,
  ),
  hand: withName(PERSON, /^'s (?:[a-z]+ )?hand/),
  'pass-by': withName(PLACE, /^(?:a|the) (?:miss|wide berth|slip|cold shoulder)/),
  'leave-out': withName(
    PLACE,
    /^(?:from|off) (?:the |his |her |its |their )?(?:[a-z]+ )?(?:itinerary|programme|program|schedule|agenda|tour|trip|route|diary|calendar)\b/,
  ),
  tell: isToldInTalks,
  brief: withName(
    BRIEFED,
    /^(?:(?:[a-z]+ ){0,2}(?:leaders|officials|allies|ministers|diplomats|colleagues|counterparts?) )?(?:on|about|of|over) /,
  ),
  'visit-verb': (s, m) =>
    (m.to - m.from > 1 &&
      !s.tokens.slice(m.from + 1, m.to).some(({ norm }) => MADE.has(norm)) &&
      !s.entities.some(({ kind, from }) => from > m.from && from < m.to && kind === 'person') &&
      (normAt(s, m.to - 1) !== 'to' || goesSomewhere(s, m.to))) ||
    isPlaceNext(s, m) ||
    (normAt(s, m.to) === 'the' && /^(?:country|capital|region|kingdom|republic|island)$/.test(normAt(s, m.to + 1))) ||
    entityFrom(s, m.to, 2) !== undefined ||
    s.tokens[m.to]?.isCapital === true ||
    /^(?:will|to|would|may|might|could)$/.test(normAt(s, m.from - 1)),
  speak: (s, m) => !/^talks?$/.test(normAt(s, m.from)) || (isTalking(s, m) && !(normAt(s, m.from) === 'talks' && isGoingOn(s, m))),
};
