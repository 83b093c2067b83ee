import { isBackground } from './background.ts';
import type { CodedItem, CodingInput, Contact, Form, Level, Status } from './coded-item.ts';
import { readDates } from './dating.ts';
import { findDenials } from './denials.ts';
import { type Draft, foldPurpose } from './fold-purpose.ts';
import { type Frame, readFrames } from './frames.ts';
import type { Lexicon } from './lexicon.ts';
import { mergeDrafts } from './merge.ts';
import { readPlace } from './places.ts';
import { readSide } from './position.ts';
import { readSentences } from './read-sentences.ts';
import { scanSentence } from './scan.ts';
import { gather, settleSides, type Topic } from './sides.ts';
import type { Sentence } from './text.ts';

/** What an editor would write down for one item: its contacts and official denials, with reasons. Pure; linear in the item's length. */
export function codeItem(input: CodingInput, lexicon: Lexicon): CodedItem {
  const sentences = readSentences(input, lexicon);
  const contacts = mergeDrafts(readDrafts(sentences, input));
  const denials = findDenials(sentences, lexicon, input.outlet);
  return { id: input.id, relevance: contacts.length + denials.length > 0 ? 0.9 : 0, readAs: 'en', contacts, denials, gaps: [] };
}

function readDrafts(sentences: readonly Sentence[], input: CodingInput): readonly Draft[] {
  const found: Draft[] = [];
  let topic: Topic | null = null;
  for (const sentence of sentences) {
    const scan = scanSentence(sentence);
    if (scan === null) continue;
    const drafts: Draft[] = [];
    for (const frame of readFrames(scan)) {
      const contact = toContact(frame, topic, input);
      if (contact === null) {
        if (frame.args.hasDomesticObject) topic = { entities: frame.args.subject, isDomestic: true };
        continue;
      }
      drafts.push({ frame, contact });
      topic = { entities: gather(frame, topic), isDomestic: false };
    }
    found.push(...foldPurpose(drafts));
  }
  return found;
}

function toContact(frame: Frame, topic: Topic | null, input: CodingInput): Contact | null {
  const sides = settleSides(frame, topic);
  if (sides === null) return null;
  const { sentence } = frame.scan;
  const background = isBackground(frame, sides, input.date);
  const place = readPlace(frame)?.text ?? null;
  const dated = readDates(frame, background, input.date);
  const status = settleStatus(frame, dated.date);
  return {
    ...sides,
    form: settleForm(frame, sides.level, place),
    status,
    conditional: frame.isConditional,
    background,
    ...dated,
    place,
    summit: null,
    note: null,
    side: readSide(frame, status, sides.parties),
    speaker: frame.scan.speech.speaker,
    behalf: frame.scan.speech.behalf,
    via: frame.scan.speech.via,
    cameo: null,
    plover: null,
    confidence: 0.8,
    evidence: {
      zone: sentence.zone,
      sentence: sentence.text,
      start: sentence.tokens[frame.nucleus.from]?.start ?? 0,
      end: sentence.tokens[frame.nucleus.to - 1]?.end ?? 0,
      operators: frame.fired,
    },
  };
}

/** Talks with a place, or that leaders or ministers hold, are face to face. */
function settleForm(frame: Frame, level: Level, place: string | null): Form {
  if (frame.form !== 'talks' || frame.nucleus.row.kind === 'verb') return frame.form;
  const isHeld =
    frame.fired.some((operator) => operator.effect === 'hold' || operator.effect === 'begin') &&
    level !== 'envoy' &&
    /^(?:held|underway|scheduled)$/.test(frame.status);
  return place !== null || isHeld ? 'in_person' : 'talks';
}

/** A date turns an agreement into an appointment; "would meet only if" is a wish. */
function settleStatus({ status, fired, isConditional }: Frame, date: string | null): Status {
  if (status === 'agreed' && date !== null) return 'scheduled';
  const isWish = status === 'scheduled' && isConditional && fired.some((operator) => operator.id === 'would');
  return isWish ? 'willing' : status;
}
