import type { Development } from './development.ts';
import type { Decision, Dossier, DossierKey, Report, Story } from './dossier.ts';
import type { Verdict } from './fold.ts';

/** What became of one report: the fact it gave, whether it was the first to give it, and the fold's verdict on that fact. */
export type Outcome = { readonly isNew: boolean; readonly verdict: Verdict | null };

export type Deciding = {
  readonly key: DossierKey;
  readonly reports: readonly Report[];
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly stories: readonly Story[];
  readonly developments: readonly Development[];
};

/** Why each report was told, or was not. */
export function decideReports(from: Deciding): readonly Decision[] {
  return from.reports.map((report) => {
    const outcome = from.outcomes.get(report.itemId) ?? { isNew: false, verdict: null };
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
export function decideKnown(
  reports: readonly Report[],
  dossier: Dossier,
  factOf: ReadonlyMap<string, { readonly factId: string }>,
): readonly Decision[] {
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
