import { fitSeptets, SMS_SEPTETS, septetsOf, transliterate } from './gsm7.ts';
import { cleanLine, cleanLink } from './sanitise.ts';

/** What stands in a text message, most important first. The link comes last, whole or not at all. */
export type SmsParts = {
  /** Who and the change: never dropped, cut only as a last resort. */
  readonly headline: string;
  /** Left out, then cut, when there is no room. */
  readonly detail: string;
  readonly link: string | null;
};

/** A detail shorter than this says nothing. */
const LEAST_DETAIL = 24;

/**
 * One GSM-7 part together with the prefix that SNS puts before it (the topic's display name and "> ").
 * A hostile title can make the text short; it can never make it two parts.
 */
export function renderSms(parts: SmsParts, prefix: string): string {
  const room = SMS_SEPTETS - (septetsOf(transliterate(prefix)) ?? 0);
  const headline = spellLine(parts.headline) || 'news';
  const link = spellLink(parts.link);
  const linkRoom = link === null ? 0 : (septetsOf(link) ?? 0) + 1;
  const headlineRoom = septetsOf(headline) ?? 0;
  if (headlineRoom + linkRoom > room) return fitSeptets(headline, room);
  const detailRoom = room - headlineRoom - linkRoom - 2;
  const detail = detailRoom >= LEAST_DETAIL ? fitSeptets(spellLine(parts.detail), detailRoom) : '';
  return [detail === '' ? headline : `${headline}. ${detail}`, ...(link === null ? [] : [link])].join(' ');
}

const spellLine = (text: string): string => cleanLine(transliterate(cleanLine(text)));

/** A link that cannot be written in the alphabet would be broken: it is left out. */
function spellLink(link: string | null): string | null {
  const clean = cleanLink(link);
  return clean === null || septetsOf(clean) === null ? null : clean;
}
