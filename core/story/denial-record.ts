import type { Denial } from '../coding/codebook/coded-item.ts';
import { claimWords, isSameClaim } from './claim.ts';
import { hearAdmissions, type Recorded, replace, reverseDenials } from './denial-reversal.ts';
import type { Development } from './development.ts';
import type { DenialRecord, Dossier, Report } from './dossier.ts';
import { DAY, elapsed, HOUR, later } from './duration.ts';
import { mergeNames, quoteOf } from './fact.ts';
import { hashId } from './identity.ts';
import type { Telling, Told } from './tell.ts';

const MAX_DENIALS = 24;
/** Two wordings are one claim within this time. */
const CLAIM_WINDOW = 7 * DAY;
const LAST_AT_STEP = 6 * HOUR;

/**
 * Folds the denials of the reports into the dossier's: one record per denier and claim, across outlets and wordings. What one side denies
 * in one item is one matter, however many sentences say it.
 */
export function recordDenials(told: readonly Told[], telling: Telling): Recorded {
  let stories = told.map(({ story }) => story);
  let records = telling.dossier.denials;
  if (records.length === 0 && telling.reports.every(({ denials }) => denials.length === 0))
    return { stories, records, developments: told.flatMap((one) => one.developments) };
  const developments: Development[] = [];
  for (const { report, denial } of officialDenials(telling.reports)) {
    const alike = report.denials.filter((other) => other.by === denial.by && other.about_contact === denial.about_contact);
    const known = records.find((record) => alike.some((other) => isSameDenial(record, other, report)));
    if (known !== undefined) {
      records = replace(records, known, growRecord(known, report));
      continue;
    }
    const story = telling.dossier.parties.length < 2 ? undefined : stories.find(({ closedAt }) => closedAt === null);
    const record = newRecord(telling.dossier, denial, { report, storyId: story?.id ?? null });
    records = [...records, record].slice(-MAX_DENIALS);
    if (report.isBaseline || telling.isSilent || story?.isMuted) continue;
    developments.push(developmentOf(record, { denial, report, telling, sequence: (story?.sequence ?? 0) + 1 }));
    if (story !== undefined) stories = replace(stories, story, { ...story, sequence: story.sequence + 1 });
  }
  const reversed = reverseDenials({ stories, records, developments: [...told.flatMap((one) => one.developments), ...developments] });
  return hearAdmissions(reversed, telling);
}

/** A refusal to comment denies nothing; what is only recalled is no news. In order of what they say. */
function officialDenials(reports: readonly Report[]): readonly { readonly report: Report; readonly denial: Denial }[] {
  return [...reports]
    .sort((one, other) => (one.effectiveAt < other.effectiveAt ? -1 : 1))
    .flatMap((report) =>
      report.denials.filter((denial) => denial.strength !== 'no_confirm' && !denial.background).map((denial) => ({ report, denial })),
    );
}

function isSameDenial(record: DenialRecord, denial: Denial, report: Report): boolean {
  if (record.by !== denial.by || Math.abs(elapsed(record.lastAt, report.effectiveAt)) > CLAIM_WINDOW) return false;
  return (record.aboutContact && denial.about_contact) || isSameClaim(claimWords(record.claim), claimWords(denial.claim));
}

function growRecord(record: DenialRecord, report: Report): DenialRecord {
  const outlets = mergeNames(record.outlets, [report.outlet]);
  if (outlets === record.outlets && elapsed(record.lastAt, report.effectiveAt) < LAST_AT_STEP) return record;
  return { ...record, outlets, lastAt: later(record.lastAt, report.effectiveAt) };
}

/** The denier as his sentence writes him: "Kremlin", where the coder says "kremlin". */
export function nameAsWritten({ by_name: name, evidence }: Pick<Denial, 'by_name' | 'evidence'>): string | null {
  if (name === null) return null;
  const at = evidence.sentence.toLowerCase().indexOf(name.toLowerCase());
  const written = at < 0 ? name : evidence.sentence.slice(at, at + name.length);
  const isShouted = written.length > 5 && written === written.toUpperCase();
  return /\p{Lu}/u.test(written) && !isShouted ? written : capitalised(written.toLowerCase());
}
const capitalised = (words: string): string => words.replace(/^\p{Ll}|(?<=[ -])\p{Ll}(?=\p{Ll}{3})/gu, (letter) => letter.toUpperCase());

/** Ids follow each other, so that the first denial of a dossier is the same one whatever words came first. */
function newRecord(dossier: Dossier, denial: Denial, from: { readonly report: Report; readonly storyId: string | null }): DenialRecord {
  const { report, storyId } = from;
  const last = dossier.denials.at(-1);
  return {
    id: hashId(dossier.key, 'denial', denial.by, last?.id ?? null, report.itemId),
    dossierKey: dossier.key,
    by: denial.by,
    byName: nameAsWritten(denial),
    strength: denial.strength,
    claim: denial.claim,
    claimBy: denial.claim_by,
    aboutContact: denial.about_contact,
    storyId,
    firstItemId: report.itemId,
    firstAt: report.effectiveAt,
    lastAt: report.effectiveAt,
    outlets: [report.outlet],
    quote: quoteOf(denial, report, nameAsWritten(denial)),
    isUntold: report.isBaseline,
    reversedBy: null,
  };
}

type DenialFrom = { readonly denial: Denial; readonly report: Report; readonly telling: Telling; readonly sequence: number };

function developmentOf(record: DenialRecord, { denial, report, telling, sequence }: DenialFrom): Development {
  const { dossier } = telling;
  return {
    id: hashId(dossier.key, 'development', record.id),
    storyId: record.storyId ?? record.id,
    dossierKey: dossier.key,
    sequence,
    kind: 'denial',
    severity: denial.about_contact && !denial.domestic ? 'major' : 'minor',
    parties: partiesOf(dossier, denial),
    leaders: [],
    level: dossier.level,
    form: null,
    from: null,
    to: null,
    side: denial.by,
    date: null,
    place: null,
    summit: null,
    denial: { by: denial.by, byName: record.byName, strength: denial.strength, claim: denial.claim, claimBy: denial.claim_by },
    what: `${record.byName ?? denial.by ?? 'an official'} denies: ${denial.claim}`,
    quote: record.quote,
    before: null,
    itemId: report.itemId,
    support: [report.itemId],
    confidence: denial.confidence,
    reasons: [denial.domestic ? 'domestic' : 'official denial'],
    at: telling.now,
    effectiveAt: report.effectiveAt,
  };
}

/** The parties of the denied contact, else the denier and who made the claim. */
function partiesOf(dossier: Dossier, denial: Denial): readonly string[] {
  if (dossier.parties.length > 1) return dossier.parties;
  return [...new Set([denial.by, denial.claim_by].filter((code) => code !== null && /^[A-Z]{2,4}$/.test(code)))].map(String).sort();
}
