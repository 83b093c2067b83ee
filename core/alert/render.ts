import type { Development, Quote } from '../story/development.ts';
import type { Alert, Message } from './alert.ts';
import type { AlertJson, DevelopmentJson, QuoteJson } from './alert-json.ts';
import { commandFlag } from './channel.ts';
import { changeOf, headlineOf, labelOf } from './headline.ts';
import { renderMail } from './mail.ts';
import { insideJson, preparesJson } from './prepares.ts';
import { cleanLine, cleanLink, shorten } from './sanitise.ts';
import { renderSms } from './sms.ts';
import type { Channel } from './subscription.ts';
import { surenessOf } from './sureness.ts';

/** What a message is made of. `why` is one line for the person: which filter or watch list this met. */
export type RenderInput = {
  readonly alertId: string;
  readonly kind: Alert['kind'];
  readonly subscriptionId: string;
  readonly developments: readonly Development[];
  readonly why: string;
  /** Where it goes: the commands that it names depend on it. */
  readonly channel?: Channel;
  /** What the channel puts before a text message ("Summitwire> "). */
  readonly smsPrefix?: string;
};

/** SNS: fewer than 100 characters, no line breaks or control characters. */
export const SUBJECT_UNITS = 99;
/** SNS shows the topic's display name and "> " before each text message. */
export const SMS_PREFIX = 'Summitwire> ';

/** Developments -> the message in all its forms. Hostile text loses its controls, never its words; nothing comes out empty or too long. */
export function renderAlert(input: RenderInput): Message {
  const developments = input.developments.map(developmentJson);
  const json: AlertJson = {
    v: 1,
    id: input.alertId,
    kind: input.kind,
    title: titleOf(input.developments),
    why: cleanLine(input.why),
    subscription: input.subscriptionId,
    developments,
  };
  const first = developments[0];
  return {
    subject: shorten(json.title, SUBJECT_UNITS),
    text: renderMail(json, commandFlag(input.channel)),
    sms: renderSms(
      { headline: json.title, detail: first === undefined ? '' : detailOf(first), link: first?.quote?.link ?? null },
      input.smsPrefix ?? SMS_PREFIX,
    ),
    json,
  };
}

function titleOf(developments: readonly Development[]): string {
  const [first, ...others] = developments;
  if (first === undefined) return 'News of a leader contact';
  const more = others.length === 0 ? '' : ` (+${others.length} more)`;
  return `${shorten(headlineOf(first), SUBJECT_UNITS - more.length)}${more}`;
}

const detailOf = (development: DevelopmentJson): string =>
  development.quote === null
    ? development.what
    : [development.quote.outlet, development.quote.text].filter((part) => part !== null).join(': ');

/** One development as machines get it: every word cleaned, every link checked. */
export function developmentJson(development: Development): DevelopmentJson {
  return {
    id: development.id,
    story: development.storyId,
    kind: development.kind,
    severity: development.severity,
    parties: [...development.parties],
    label: labelOf(development),
    level: development.level,
    form: development.form,
    from: development.from,
    to: development.to,
    change: shorten(changeOf(development), 200),
    what: shorten(cleanLine(development.what), 300),
    side: development.side,
    date: development.date === null ? null : shorten(cleanLine(development.date), 60),
    place: development.place === null ? null : shorten(cleanLine(development.place), 80),
    summit: development.summit === null ? null : shorten(cleanLine(development.summit), 80),
    strength: development.denial?.strength ?? null,
    quote: quoteJson(development.quote),
    before: quoteJson(development.before),
    item: development.itemId,
    reports: development.support.length,
    confidence: development.confidence,
    sure: surenessOf(development),
    at: development.effectiveAt,
    prepares: preparesJson(development),
    inside: insideJson(development),
  };
}

function quoteJson(quote: Quote | null): QuoteJson | null {
  if (quote === null) return null;
  return {
    text: shorten(cleanLine(quote.text), 600),
    speaker: quote.speaker === null ? null : shorten(cleanLine(quote.speaker), 80),
    outlet: quote.outlet === null ? null : shorten(cleanLine(quote.outlet), 80),
    link: cleanLink(quote.link),
    at: quote.at,
  };
}
