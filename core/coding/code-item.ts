import type { CodedItem, CodingInput } from './coded-item.ts';
import { readDateline, withDateline } from './dateline.ts';
import { findDenials } from './denials.ts';
import { linkDenied } from './denied-contacts.ts';
import { readDrafts } from './drafts.ts';
import { withCodes } from './event-codes.ts';
import { findGaps } from './gaps.ts';
import { readingLanguage } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { mergeDrafts } from './merge.ts';
import { withoutReport } from './no-such-plan.ts';
import { readSentences } from './read-sentences.ts';
import { relevanceOf } from './relevance.ts';
import { shareDetails } from './shared-details.ts';

/** What an editor would write down for one item: its contacts and official denials, with reasons. Pure; linear in the item's length. */
export function codeItem(input: CodingInput, lexicon: Lexicon): CodedItem {
  const readAs = readingLanguage(input.title, input.text, input.lang);
  if (readAs === null) return { id: input.id, relevance: 0, readAs, contacts: [], denials: [], gaps: [] };
  const sentences = readSentences(input, lexicon);
  const dateline = readDateline(input.text, input.date);
  const read = {
    contacts: shareDetails(mergeDrafts(withDateline(readDrafts(sentences, input.date), dateline), input.date)),
    denials: findDenials(sentences, lexicon, { outlet: input.outlet, dateline: dateline?.place.country ?? null }),
  };
  const { contacts, denials } = withoutReport(linkDenied(read, sentences), sentences);
  return {
    id: input.id,
    relevance: relevanceOf(contacts, denials),
    readAs,
    contacts: contacts.map(withCodes),
    denials,
    gaps: findGaps(sentences),
  };
}
