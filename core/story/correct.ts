import type { Status } from '../coding/codebook/coded-item.ts';
import { develop } from './develop.ts';
import type { Development } from './development.ts';
import type { Correction, DevelopResult, Dossier, Fact, Story } from './dossier.ts';
import { hashId } from './identity.ts';
import { STATUS_SPEC } from './status.ts';

/** Who corrects, when and why. `id` names the correction for good, so that doing it twice is doing it once. */
export type Corrector = { readonly id: string; readonly at: string; readonly by: string; readonly note: string | null };

/** Corrections of one dossier that are remembered; the oldest of more leave. */
const MAX_CORRECTIONS = 40;

/** What a correction cannot be done to, in words for the person. */
export class CorrectionError extends Error {
  override readonly name = 'CorrectionError';
}

/** Joins two stories of one dossier: all that the first knew belongs to the second from now on. */
export function mergeStories(dossier: Dossier, which: { readonly source: string; readonly target: string }, who: Corrector): DevelopResult {
  const [source, target] = [storyOf(dossier, which.source), storyOf(dossier, which.target)];
  if (source === target) throw new CorrectionError('a story cannot be merged into itself');
  const itemIds = [...anchors(target.facts), ...anchors(source.facts)];
  return settle(dossier, [{ ...who, kind: 'assign', storyId: target.id, itemIds }], who);
}

/** Makes a story of its own of what the named items report. The rest stays where it is. */
export function splitStory(
  dossier: Dossier,
  which: { readonly story: string; readonly itemIds: readonly string[] },
  who: Corrector,
): DevelopResult {
  const story = storyOf(dossier, which.story);
  const isTaken = (fact: Fact): boolean => fact.itemIds.some((id) => which.itemIds.includes(id));
  const taken = story.facts.filter(isTaken);
  if (taken.length === 0) throw new CorrectionError(`none of these items belongs to story ${story.id}`);
  if (taken.length === story.facts.length) throw new CorrectionError('these items are the whole story; there is nothing to split');
  const rest = anchors(story.facts.filter((fact) => !isTaken(fact)));
  const fresh = hashId(dossier.key, 'split', who.id);
  return settle(
    dossier,
    [
      { ...who, kind: 'assign', storyId: story.id, itemIds: rest },
      { ...who, kind: 'assign', storyId: fresh, itemIds: anchors(taken) },
    ],
    who,
  );
}

/** Sets the status (and slots) of a story; those who follow it are told that it was corrected. */
export function setStatus(
  dossier: Dossier,
  to: { readonly story: string; readonly status: Status; readonly date: string | null; readonly place: string | null },
  who: Corrector,
): DevelopResult {
  const story = storyOf(dossier, to.story);
  const correction = {
    ...who,
    kind: 'status',
    storyId: story.id,
    itemIds: anchors(story.facts),
    status: to.status,
    date: to.date,
    place: to.place,
  } as const;
  const what = `corrected: ${label(story.status)} -> ${label(to.status)}`;
  return settle(dossier, [correction], who, { story, what, to: to.status, itemId: story.facts.at(-1)?.lastItemId ?? '' });
}

/** Marks a development as false: what reported it counts no more, and those who were told get a correction. */
export function markFalse(dossier: Dossier, development: Development, who: Corrector): DevelopResult {
  const story = storyOf(dossier, development.storyId);
  const itemIds = story.facts
    .filter((fact) => fact.status === development.to && fact.itemIds.includes(development.itemId))
    .flatMap((fact) => fact.itemIds);
  const correction = {
    ...who,
    kind: 'false',
    storyId: story.id,
    itemIds: [...new Set([development.itemId, ...itemIds])],
    developmentId: development.id,
  } as const;
  const what = `correction: "${development.what}" was false`;
  return settle(dossier, [correction], who, { story, what, to: development.from, itemId: development.itemId });
}

/** Tells nothing of a story from now on, or tells it again. */
export function muteStory(dossier: Dossier, which: { readonly story: string; readonly isMuted: boolean }, who: Corrector): DevelopResult {
  const story = storyOf(dossier, which.story);
  const corrected = withCorrections(dossier, [{ ...who, kind: 'mute', storyId: story.id, isMuted: which.isMuted }]);
  const stories = dossier.stories.map((one) => (one === story ? { ...one, isMuted: which.isMuted } : one));
  return { dossier: { ...corrected, stories, version: dossier.version + 1 }, developments: [], decisions: [] };
}

function storyOf(dossier: Dossier, id: string): Story {
  const story = dossier.stories.find((one) => one.id === id);
  if (story === undefined)
    throw new CorrectionError(`dossier ${dossier.key} holds no story ${id}; it may have closed more than two weeks ago`);
  return story;
}

/** The first and the last item of each fact: enough to find the fact again. */
const anchors = (facts: readonly Fact[]): readonly string[] => [...new Set(facts.flatMap((fact) => [fact.firstItemId, fact.lastItemId]))];
const label = (status: Status | null): string => (status === null ? 'no status' : STATUS_SPEC[status].label);

function withCorrections(dossier: Dossier, corrections: readonly Correction[]): Dossier {
  const known = new Set(dossier.corrections.map((one) => JSON.stringify(one)));
  const fresh = corrections.filter((one) => !known.has(JSON.stringify(one)));
  return fresh.length === 0 ? dossier : { ...dossier, corrections: [...dossier.corrections, ...fresh].slice(-MAX_CORRECTIONS) };
}

type Notice = { readonly story: Story; readonly what: string; readonly to: Status | null; readonly itemId: string };

/** Derives the dossier anew with the corrections, in silence; then says what was corrected, if that was told. */
function settle(dossier: Dossier, corrections: readonly Correction[], who: Corrector, notice: Notice | null = null): DevelopResult {
  const corrected = withCorrections(dossier, corrections);
  if (corrected === dossier) return { dossier, developments: [], decisions: [] };
  const derived = develop(corrected, { key: dossier.key, reports: [] }, { now: who.at, isSilent: true });
  const after = { ...derived.dossier, version: dossier.version + 1 };
  if (notice === null || notice.story.sequence === 0) return { dossier: after, developments: [], decisions: [] };
  const development = noticeOf(dossier, notice, who);
  const stories = after.stories.map((story) => (story.id === notice.story.id ? { ...story, sequence: development.sequence } : story));
  return { dossier: { ...after, stories }, developments: [development], decisions: [] };
}

function noticeOf(dossier: Dossier, { story, what, to, itemId }: Notice, who: Corrector): Development {
  return {
    id: hashId(dossier.key, 'correction', who.id),
    storyId: story.id,
    dossierKey: dossier.key,
    sequence: story.sequence + 1,
    kind: 'correction',
    severity: 'major',
    parties: story.parties,
    leaders: story.leaders,
    level: story.level,
    form: story.form,
    from: story.status,
    to,
    side: null,
    date: story.date,
    place: story.place,
    summit: story.summit,
    denial: null,
    what: who.note === null ? what : `${what} (${who.note})`,
    quote: null,
    before: story.facts.at(-1)?.quote ?? null,
    itemId,
    support: [itemId],
    confidence: 1,
    reasons: ['corrected-by-a-person'],
    at: who.at,
    effectiveAt: who.at,
  };
}
