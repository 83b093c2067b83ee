import type { Contact, Denial, Status } from '../codebook/coded-item.ts';
import { DENIAL_CAMEO } from '../codebook/event-codes.ts';
import { NO_INDEED } from '../denials/denied-questions.ts';
import { isSaidNotToBe, tellsOfReport } from '../nuclei/reported-before.ts';
import { flatten } from '../words/sequences.ts';
import type { Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';

type Read = { readonly contacts: readonly Contact[]; readonly denials: readonly Denial[] };

/** A denied contact and the denial that says so are one matter (codebook section 2): each is read from either. */
export function linkDenied({ contacts, denials }: Read, sentences: readonly Sentence[]): Read {
  const isOnly = ({ evidence }: Contact): boolean => contacts.filter((one) => one.evidence.sentence === evidence.sentence).length === 1;
  const isDenied = (contact: Contact): boolean =>
    denials.some(
      (denial) => isClaimOf(denial, contact, isOnly(contact)) || isAnswerTo(denial, contact) || isReplyTo(denial, contact, isOnly(contact)),
    ) ||
    (isSaidNotToBe(contact) && tellsOfReport(sentences));
  const linked = contacts.map((contact) => (isDenied(contact) ? asDenied(contact) : contact));
  const known = denials.map((denial) => aboutAsked(denial, contacts));
  return { contacts: linked, denials: [...known, ...flatten(linked, (contact) => denialOf(contact, known))] };
}

/** What a denial can take back; a refusal or a delay that is denied leaves the contact as it was. */
const DENIABLE: ReadonlySet<Status> = new Set(['held', 'underway', 'scheduled', 'agreed', 'proposed', 'possible', 'willing']);
/** Effects that tell what the words of denial mean for the contact, or that it only stands beside what is denied. */
const SETTLED = /^(?:deny|negate|presuppose-|refuse|cancel|postpone|none)/;

/** Rows of denials that say that something is not so against a report: "no talks are held, Lima says, contradicting Quito". */
const AGAINST_REPORT = wordSet('contrary-to insist-not');
/** "dismissed as fantasy": this "as" places nothing in time. */
const isAsVerdict = (id: string, words: string): boolean => /^dismiss-as/.test(id) && words.toLowerCase() === 'as';

/** "That call never took place": the one that the sentence tells of. */
const OF_THAT = /^(?:there (?:was|were|is|has been|have been) )?(?:that|this|such an?|no such|it)\b(?: [^ ]+){0,3}$/i;

function isClaimOf({ about_contact, strength, background, claim, evidence }: Denial, contact: Contact, isOnly: boolean): boolean {
  const row = evidence.operators[0]?.id ?? '';
  if (contact.status === 'premature' && AGAINST_REPORT.has(row) && !contact.background)
    return about_contact && contact.evidence.sentence === evidence.sentence;
  if (!about_contact || background || strength === 'no_confirm' || !DENIABLE.has(contact.status)) return false;
  const { sentence, start, operators } = contact.evidence;
  if (sentence !== evidence.sentence || operators.some(({ effect, words }) => SETTLED.test(effect) && !isAsVerdict(row, words)))
    return false;
  if (row === 'not-so' && start < evidence.start && !/happen|exist|occur|place/.test(evidence.operators[0]?.words ?? '')) return false;
  if (isOnly && evidence.zone === 'title' && !contact.background) return true;
  if (isOnly && OF_THAT.test(claim)) return true;
  if (contact.background) return false;
  const from = sentence.indexOf(claim);
  return from >= 0 && start >= from && start < from + claim.length;
}

/** "Peskov denies it", "There was none": no denial of something else. */
const isOfNothingElse = ({ about_contact, strength, claim }: Denial): boolean =>
  strength !== 'no_confirm' && (about_contact || OF_IT.test(claim) || NO_INDEED.test(claim));
const OF_IT = /^(?:(?:it|that|this|no|never)?(?:,|$)|there (?:was|were|is|are) none)|\b(?:flat|firm|clear|resounding) no$/i;

/** "A Putin-Macron meeting? 'Rubbish', says Peskov": a headline that asks and answers. */
const isAnswerTo = (denial: Denial, contact: Contact): boolean =>
  isOfNothingElse(denial) &&
  denial.evidence.zone === 'title' &&
  contact.evidence.zone === 'title' &&
  DENIABLE.has(contact.status) &&
  !contact.background &&
  denial.evidence.sentence !== contact.evidence.sentence &&
  (contact.evidence.sentence.endsWith('?') || contact.evidence.sentence.endsWith(`? ${denial.evidence.sentence}`));

/** "Asked whether he had met Xi, Putin replied: 'No, I have not'". */
const isReplyTo = (denial: Denial, contact: Contact, isOnly: boolean): boolean =>
  isOnly &&
  isOfNothingElse(denial) &&
  (contact.status === 'possible' || contact.status === 'proposed') &&
  denial.evidence.sentence === contact.evidence.sentence &&
  ASKED.test(denial.evidence.sentence);
const ASKED = /\basked (?:by [^,]+ )?(?:if|whether)\b/i;

/** What "Not so" denies is what the headline asks. */
function aboutAsked(denial: Denial, contacts: readonly Contact[]): Denial {
  const asked = contacts.find((contact) => isAnswerTo(denial, contact));
  return asked === undefined ? denial : { ...denial, about_contact: true, claim: asked.evidence.sentence.split('?')[0] ?? denial.claim };
}

const asDenied = (contact: Contact): Contact => ({ ...contact, status: 'denied', background: false });

/** The denial that a contact read as denied implies, when none was found and the text says whose word it is. */
function denialOf(contact: Contact, denials: readonly Denial[]): readonly Denial[] {
  const by = contact.behalf ?? contact.side;
  if (contact.status !== 'denied' || contact.background || by === null) return [];
  const { sentence } = contact.evidence;
  if (denials.some((denial) => denial.about_contact || denial.evidence.sentence === sentence)) return [];
  return [
    {
      ...{ by, by_name: contact.speaker, strength: 'denied', claim: claimIn(sentence), claim_by: null },
      ...{ about_contact: true, domestic: false, background: false, cameo: DENIAL_CAMEO.denial },
      ...{ confidence: contact.confidence, evidence: contact.evidence },
    },
  ];
}

/** Longest claim that an alert can show, in words. */
const MAX_WORDS = 20;
/** The sentence without who says it. */
const claimIn = (sentence: string): string =>
  sentence
    .replace(/^[^:]{2,40}: /, '')
    .replace(/,? (?:[^,]{2,40} (?:says?|said|insists?|insisted)|according to [^,]+)\.?$/i, '')
    .split(' ')
    .slice(0, MAX_WORDS)
    .join(' ');
