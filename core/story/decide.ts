import type { Development } from './development.ts';
import type { Decision, Dossier, DossierKey, Report, Story } from './dossier.ts';
import type { Verdict } from './fold.ts';

/** The fact that an item gave, and whether it was the first to give it. */
export type Given = { readonly factId: string; readonly isNew: boolean };
/** What became of one report: whether it was the first to give its fact, and the fold's verdict on that fact. */
type Outcome = { readonly isNew: boolean; readonly verdict: Verdict | null };

export type Deciding = {
  readonly key: DossierKey;
  readonly reports: readonly Report[];
  /** Item -> its fact; fact -> what the fold made of it. */
  readonly factOf: ReadonlyMap<string, Given>;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly stories: readonly Story[];
  readonly developments: readonly Development[];
};

/** Why each report was told, or was not. */
export function decideReports(from: Deciding): readonly Decision[] {
  return from.reports.map((report) => {
    const given = from.factOf.get(report.itemId);
    const outcome: Outcome = { isNew: given?.isNew ?? false, verdict: from.verdicts.get(given?.factId ?? '') ?? null };
    const told = from.developments.filter((development) => development.itemId === report.itemId);
    return {
      itemId: report.itemId,
      dossierKey: from.key,
      storyId: storyAt(from.stories, outcome.verdict?.episode ?? null),
      runnerUp: storyAt(from.stories, outcome.verdict?.runnerUp ?? null),
      outcome: nameOutcome(report, outcome, told.length > 0),
      developmentIds: told.map(({ id }) => id),
      reason: outcome.verdict?.reason ?? noFact(report),
    };
  });
}

const storyAt = (stories: readonly Story[], index: number | null): string | null => (index === null ? null : (stories[index]?.id ?? null));

function nameOutcome(report: Report, { isNew, verdict }: Outcome, isTold: boolean): Decision['outcome'] {
  if (isTold) return 'development';
  if (verdict === null) return report.contacts.length > 0 ? 'background' : 'no_story';
  if (report.isBaseline) return 'untold';
  if (verdict.weight === 'doubtful') return 'implausible';
  return verdict.hasMoved && isNew ? 'waiting' : 'repeat';
}

/** Reports that gave facts the dossier has, or none: nothing had to be derived anew. */
export function decideKnown(reports: readonly Report[], dossier: Dossier, factOf: ReadonlyMap<string, Given>): readonly Decision[] {
  return reports.map((report) => {
    const factId = factOf.get(report.itemId)?.factId ?? null;
    return {
      itemId: report.itemId,
      dossierKey: dossier.key,
      storyId: dossier.stories.find(({ facts }) => facts.some(({ id }) => id === factId))?.id ?? null,
      runnerUp: null,
      outcome: factId !== null ? 'repeat' : report.contacts.length > 0 ? 'background' : 'no_story',
      developmentIds: [],
      reason: factId !== null ? 'this fact is known' : noFact(report),
    };
  });
}

const noFact = (report: Report): string =>
  report.admission !== undefined
    ? 'admits what this side is not known to have denied'
    : report.contacts.length > 0
      ? 'only recalls what is past'
      : 'asserts no contact of these parties';
