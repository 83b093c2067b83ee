import type { Denial } from '../coding/coded-item.ts';
import type { Development } from './development.ts';
import type { DenialRecord, Dossier, Report, Story } from './dossier.ts';
import { DAY, elapsed, later } from './duration.ts';
import { mergeNames, quoteOf } from './fact.ts';
import { hashId } from './identity.ts';

type Recorded = { readonly records: readonly DenialRecord[]; readonly developments: readonly Development[] };
type Context = { readonly now: string; readonly stories: readonly Story[] };

const MAX_DENIALS = 24;
/** Two claims are one when they share this part of their content words, within this time. */
const SAME_CLAIM = 0.5;
const CLAIM_WINDOW = 7 * DAY;
const STOP_WORDS = new Set(
  'a an the of to in on at for with by that this it is are was were be been has have had its his her their and or not no as from over about will would'.split(
    ' ',
  ),
);

/** Folds the denials of the reports into the dossier's: one record per denier and claim, across outlets and wordings. */
export function recordDenials(dossier: Dossier, reports: readonly Report[], context: Context): Recorded {
  let records = dossier.denials;
  const developments: Development[] = [];
  for (const report of reports) {
    for (const denial of report.denials.filter(isOfficial)) {
      const known = records.find((record) => isSameDenial(record, denial, report));
      if (known !== undefined) {
        records = records.map((record) => (record === known ? growRecord(known, report) : record));
        continue;
      }
      const record = newRecord(dossier, denial, { report, stories: context.stories });
      records = [...records, record].slice(-MAX_DENIALS);
      if (!report.isBaseline) developments.push(developmentOf(record, { denial, report, dossier, now: context.now }));
    }
  }
  return { records, developments };
}

/** A refusal to comment denies nothing; what is only recalled is no news. */
const isOfficial = (denial: Denial): boolean => denial.strength !== 'no_confirm' && !denial.background;

const contentWords = (claim: string): ReadonlySet<string> =>
  new Set(
    claim
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 1 && !STOP_WORDS.has(word)),
  );

function isSameDenial(record: DenialRecord, denial: Denial, report: Report): boolean {
  if (record.by !== denial.by || elapsed(record.lastAt, report.effectiveAt) > CLAIM_WINDOW) return false;
  if (record.aboutContact && denial.about_contact) return true;
  const [one, other] = [contentWords(record.claim), contentWords(denial.claim)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared >= SAME_CLAIM * Math.max(1, Math.min(one.size, other.size));
}

function growRecord(record: DenialRecord, report: Report): DenialRecord {
  const outlets = mergeNames(record.outlets, [report.outlet]);
  const isLater = elapsed(record.lastAt, report.effectiveAt) >= DAY;
  if (outlets === record.outlets && !isLater) return record;
  return { ...record, outlets, lastAt: later(record.lastAt, report.effectiveAt) };
}

function newRecord(dossier: Dossier, denial: Denial, from: { readonly report: Report; readonly stories: readonly Story[] }): DenialRecord {
  const { report } = from;
  return {
    id: hashId(dossier.key, 'denial', denial.by, report.itemId, denial.claim),
    dossierKey: dossier.key,
    by: denial.by,
    byName: denial.by_name,
    strength: denial.strength,
    claim: denial.claim,
    claimBy: denial.claim_by,
    aboutContact: denial.about_contact,
    storyId: from.stories.find((story) => story.closedAt === null)?.id ?? null,
    firstItemId: report.itemId,
    firstAt: report.effectiveAt,
    lastAt: report.effectiveAt,
    outlets: [report.outlet],
    quote: quoteOf(denial, report, denial.by_name),
    isUntold: report.isBaseline,
    reversedBy: null,
  };
}

function developmentOf(
  record: DenialRecord,
  from: { readonly denial: Denial; readonly report: Report; readonly dossier: Dossier; readonly now: string },
): Development {
  const { denial, report, dossier } = from;
  const parties =
    record.aboutContact && dossier.parties.length > 1
      ? dossier.parties
      : [...new Set([denial.by, denial.claim_by].filter((code) => code !== null))].sort();
  return {
    id: hashId(dossier.key, 'development', record.id),
    storyId: record.storyId ?? record.id,
    dossierKey: dossier.key,
    sequence: 1,
    kind: 'denial',
    severity: denial.about_contact && !denial.domestic ? 'major' : 'minor',
    parties,
    leaders: [],
    level: dossier.level,
    form: null,
    from: null,
    to: null,
    side: denial.by,
    date: null,
    place: null,
    summit: null,
    denial: { by: denial.by, byName: denial.by_name, strength: denial.strength, claim: denial.claim, claimBy: denial.claim_by },
    what: `${denial.by_name ?? denial.by ?? 'an official'} denies: ${denial.claim}`,
    quote: record.quote,
    before: null,
    itemId: report.itemId,
    support: [report.itemId],
    confidence: denial.confidence,
    reasons: [denial.domestic ? 'domestic' : 'official denial'],
    at: from.now,
    effectiveAt: report.effectiveAt,
  };
}
