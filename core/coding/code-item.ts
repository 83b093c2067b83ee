import type { CodedItem, CodingInput } from './codebook/coded-item.ts';
import { withCodes } from './codebook/event-codes.ts';
import { relevanceOf } from './codebook/relevance.ts';
import { readDateline, withDateline } from './contacts/dateline.ts';
import { linkDenied } from './contacts/denied-contacts.ts';
import { readDrafts } from './contacts/drafts.ts';
import { mergeDrafts } from './contacts/merge.ts';
import { shareDetails } from './contacts/shared-details.ts';
import { findDenials } from './denials/denials.ts';
import { findGaps } from './entities/gaps.ts';
import { readSentences } from './entities/read-sentences.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { withoutReport } from './nuclei/no-such-plan.ts';
import { readingLanguage } from './words/language.ts';

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
