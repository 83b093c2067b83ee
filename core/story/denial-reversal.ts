import { isClaimAdmitted } from './admission.ts';
import type { Development } from './development.ts';
import type { DenialRecord, Report, Story } from './dossier.ts';
import { DAY, elapsed } from './duration.ts';
import { hashId } from './identity.ts';
import { STATUS_SPEC } from './status.ts';
import type { Telling } from './tell.ts';

/** Denials of a dossier after its reports were heard, and what is told because of them. */
export type Recorded = {
  readonly stories: readonly Story[];
  readonly records: readonly DenialRecord[];
  readonly developments: readonly Development[];
};

export const replace = <T>(rows: readonly T[], old: T, fresh: T): T[] => rows.map((row) => (row === old ? fresh : row));

/** "Denied on the 3rd, confirmed on the 9th": a contact that was denied and goes ahead after all turns its denial. */
export function reverseDenials(recorded: Recorded): Recorded {
  let { records, developments } = recorded;
  for (const development of developments) {
    if (development.kind === 'denial' || development.to === null || !['committed', 'done'].includes(STATUS_SPEC[development.to].family))
      continue;
    const denied = records.find((record) => isTurnedBy(record, development));
    if (denied === undefined) continue;
    records = replace(records, denied, { ...denied, reversedBy: development.id });
    developments = replace(developments, development, {
      ...development,
      what: `${development.what}; denied on ${denied.firstAt.slice(0, 10)} by ${denied.byName ?? denied.by ?? 'an official'}`,
      before: denied.quote,
      reasons: [REVERSES_DENIAL, ...development.reasons],
    });
  }
  return { ...recorded, records, developments };
}

/** Reason code of what turns a denial. */
export const REVERSES_DENIAL = 'reverses-denial';

/** A denial that was heard before anything of the contact belongs to whichever story comes. */
const isTurnedBy = (record: DenialRecord, development: Development): boolean =>
  record.aboutContact &&
  record.reversedBy === null &&
  (record.storyId === development.storyId || record.storyId === null) &&
  record.firstAt < development.effectiveAt;

/** A denial is remembered so long for its admission. */
const ADMITTED_WITHIN = 60 * DAY;

/** The same side admits what it denied, where no contact is at stake: told once, with the words of the denial. */
export function hearAdmissions(recorded: Recorded, telling: Telling): Recorded {
  if (telling.reports.every(({ admission }) => admission === undefined)) return recorded;
  let { records, developments } = recorded;
  for (const report of [...telling.reports].sort((one, other) => (one.effectiveAt < other.effectiveAt ? -1 : 1))) {
    const denied = records.find((record) => isAdmittedIn(record, report));
    if (denied === undefined) continue;
    const development = admissionOf(denied, report, telling);
    records = replace(records, denied, { ...denied, reversedBy: development.id });
    if (!report.isBaseline && !telling.isSilent) developments = [...developments, development];
  }
  return { ...recorded, records, developments };
}

function isAdmittedIn(record: DenialRecord, { admission, effectiveAt }: Report): boolean {
  if (admission === undefined || record.reversedBy !== null || record.by !== admission.by) return false;
  const since = elapsed(record.firstAt, effectiveAt);
  return since > 0 && since <= ADMITTED_WITHIN && isClaimAdmitted(record.claim, admission.claim);
}

function admissionOf(record: DenialRecord, report: Report, { dossier, now }: Telling): Development {
  const who = record.byName ?? record.by ?? 'an official';
  const { by, byName, strength, claim, claimBy } = record;
  return {
    id: hashId(dossier.key, 'development', record.id, 'admitted'),
    storyId: record.id,
    dossierKey: dossier.key,
    sequence: record.isUntold ? 1 : 2,
    kind: 'denial',
    severity: record.aboutContact ? 'major' : 'minor',
    parties: [...new Set([by, claimBy].filter((code) => code !== null && /^[A-Z]{2,4}$/.test(code)))].map(String).sort(),
    ...{ leaders: [], level: dossier.level, form: null, from: null, to: null, side: by, date: null, place: null, summit: null },
    denial: { by, byName, strength, claim, claimBy },
    what: `${who} admits what was denied on ${record.firstAt.slice(0, 10)}: ${claim}`,
    quote: { text: report.title ?? claim, speaker: null, outlet: report.outlet, link: report.link, at: report.effectiveAt },
    before: record.quote,
    itemId: report.itemId,
    support: [report.itemId],
    confidence: 0.7,
    reasons: [REVERSES_DENIAL, report.sourceKind === 'official' ? 'official-source' : 'single-source'],
    at: now,
    effectiveAt: report.effectiveAt,
  };
}
