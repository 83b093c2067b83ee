import { describe, expect, it } from 'vitest';
import { CorrectionError, type Corrector, markFalse, mergeStories, muteStory, setStatus, splitStory } from '../../../core/story/correct.ts';
import { develop } from '../../../core/story/develop.ts';
import type { Dossier } from '../../../core/story/dossier.ts';
import { mergeDossiers } from '../../../core/story/merge-dossiers.ts';
import { rebuildDossier } from '../../../core/story/rebuild.ts';
import { aContact } from '../../builders.ts';
import { hour, moves, play, said } from './newsroom.ts';

const editor: Corrector = { id: 'c1', at: hour(50), by: 'editor@desk.example', note: null };
const KEY = 'leader:RU-US';
const alive = (dossier: Dossier | null) => dossier?.stories.filter(({ facts }) => facts.length > 0) ?? [];

/** A call and a meeting: two stories. */
const callAndMeeting = () => {
  const reports = [
    said({ id: 'call', status: 'scheduled', form: 'phone' }),
    said({ id: 'meeting', status: 'willing', at: 1 }),
    said({ id: 'held', status: 'held', form: 'phone', at: 5 }),
  ];
  const { dossier, told } = play(reports);
  if (dossier === null) throw new Error('no dossier');
  const id = (status: string): string => dossier.stories.find((story) => story.status === status)?.id ?? '';
  return { reports, dossier, told, call: id('held'), meeting: id('willing') };
};

describe('merging two stories', () => {
  it('joins their facts under the name of the target and tells nothing', () => {
    const { dossier, call, meeting } = callAndMeeting();
    const { dossier: after, developments } = mergeStories(dossier, { source: meeting, target: call }, editor);
    expect(developments).toEqual([]);
    expect(alive(after).map(({ id, facts }) => [id, facts.length])).toEqual([[call, 3]]);
    expect(after.stories.find(({ id }) => id === meeting)).toMatchObject({ facts: [], mergedInto: call, closedBecause: 'merged' });
    expect(after.version).toBe(dossier.version + 1);
    expect(after.corrections).toMatchObject([{ by: 'editor@desk.example', at: hour(50), kind: 'assign' }]);
  });

  it('does it once when it is asked twice', () => {
    const { dossier, call, meeting } = callAndMeeting();
    const once = mergeStories(dossier, { source: meeting, target: call }, editor).dossier;
    expect(() => mergeStories(once, { source: call, target: call }, editor)).toThrow(CorrectionError);
    expect(mergeStories(once, { source: meeting, target: call }, editor).dossier.stories).toEqual(once.stories);
  });

  it('keeps what was told, so that nothing is told again', () => {
    const { dossier, reports, call, meeting } = callAndMeeting();
    const after = mergeStories(dossier, { source: meeting, target: call }, editor).dossier;
    const again = develop(after, { key: KEY, reports }, { now: hour(51) });
    expect(again.developments).toEqual([]);
  });
});

describe('splitting a story', () => {
  it('makes a story of its own of the named items', () => {
    const { dossier } = play([
      said({ id: 'a', status: 'willing' }),
      said({ id: 'b', status: 'agreed', at: 1 }),
      said({ id: 'c', status: 'scheduled', at: 30 }),
    ]);
    const [story] = alive(dossier);
    if (dossier === null || story === undefined) throw new Error('no story');
    const after = splitStory(dossier, { story: story.id, itemIds: ['c'] }, editor).dossier;
    expect(alive(after).map(({ status, facts }) => [status, facts.map(({ firstItemId }) => firstItemId)])).toEqual([
      ['scheduled', ['c']],
      ['agreed', ['a', 'b']],
    ]);
    expect(alive(after)[1]?.id).toBe(story.id);
  });

  it('says what is wrong when the items are not in the story', () => {
    const { dossier, call } = callAndMeeting();
    expect(() => splitStory(dossier, { story: call, itemIds: ['elsewhere'] }, editor)).toThrow('none of these items belongs to story');
    expect(() => splitStory(dossier, { story: 'nowhere', itemIds: ['call'] }, editor)).toThrow('holds no story nowhere');
  });
});

describe('setting a status', () => {
  it('stands until the news moves on, and tells those who follow the story', () => {
    const { dossier, meeting } = callAndMeeting();
    const { dossier: after, developments } = setStatus(dossier, { story: meeting, status: 'postponed', date: null, place: null }, editor);
    expect(developments).toMatchObject([
      { kind: 'correction', from: 'willing', to: 'postponed', what: 'corrected: willing -> postponed', sequence: 2 },
    ]);
    expect(after.stories.find(({ id }) => id === meeting)).toMatchObject({ status: 'postponed', sequence: 2 });
    const next = develop(after, { key: KEY, reports: [said({ status: 'scheduled', date: '2026-03-20', at: 60 })] }, { now: hour(60) });
    expect(moves(next.developments)).toEqual(['status: postponed>scheduled']);
  });
});

describe('marking a development as false', () => {
  it('takes its reports out and corrects it towards those who were told', () => {
    const { dossier, told } = play([said({ id: 'a', status: 'willing' }), said({ id: 'b', status: 'cancelled', at: 3 })]);
    const wrong = told[1];
    if (dossier === null || wrong === undefined) throw new Error('nothing told');
    const { dossier: after, developments } = markFalse(dossier, wrong, { ...editor, note: 'satire' });
    expect(developments).toMatchObject([
      { kind: 'correction', to: 'willing', what: 'correction: "willing -> cancelled" was false (satire)', itemId: 'b' },
    ]);
    expect(alive(after)).toMatchObject([{ status: 'willing' }]);
  });
});

describe('muting', () => {
  it('tells nothing of a muted story and settles it, so that it is not told when it speaks again', () => {
    const { dossier, meeting } = callAndMeeting();
    const muted = muteStory(dossier, { story: meeting, isMuted: true }, editor).dossier;
    const silent = develop(muted, { key: KEY, reports: [said({ status: 'agreed', at: 60 })] }, { now: hour(60) });
    expect(silent.developments).toEqual([]);
    const loud = muteStory(silent.dossier, { story: meeting, isMuted: false }, { ...editor, id: 'c2' }).dossier;
    const next = develop(loud, { key: KEY, reports: [said({ status: 'scheduled', place: 'Vienna', at: 70 })] }, { now: hour(70) });
    expect(moves(next.developments)).toEqual(['status: agreed>scheduled']);
  });
});

describe('rebuilding', () => {
  it('derives the same dossier from its items, with its names, and counts all as told', () => {
    const { dossier, reports, call, meeting } = callAndMeeting();
    const { dossier: rebuilt, wouldTell } = rebuildDossier(dossier, reports, hour(50));
    expect(rebuilt.stories.map(({ id, status }) => [id, status]).sort()).toEqual(
      dossier.stories.map(({ id, status }) => [id, status]).sort(),
    );
    expect(wouldTell.map(({ storyId }) => storyId).sort()).toEqual([call, call, meeting].sort());
    expect(rebuilt.version).toBe(dossier.version + 1);
    expect(develop(rebuilt, { key: KEY, reports }, { now: hour(51) }).developments).toEqual([]);
  });

  it('keeps what people set right', () => {
    const { dossier, reports, call, meeting } = callAndMeeting();
    const merged = mergeStories(dossier, { source: meeting, target: call }, editor).dossier;
    const { dossier: rebuilt } = rebuildDossier(merged, reports, hour(60));
    expect(alive(rebuilt).map(({ id, facts }) => [id, facts.length])).toEqual([[call, 3]]);
    const muted = muteStory(dossier, { story: call, isMuted: true }, editor).dossier;
    expect(rebuildDossier(muted, reports, hour(60)).dossier.stories.find(({ id }) => id === call)?.isMuted).toBe(true);
  });

  it('reports what today’s reading would have told otherwise', () => {
    const { dossier } = callAndMeeting();
    const reread = [said({ id: 'call', status: 'cancelled', form: 'phone' })];
    expect(rebuildDossier(dossier, reread, hour(50)).wouldTell).toMatchObject([{ itemId: 'call', to: 'cancelled' }]);
  });
});

describe('merging two dossiers', () => {
  it('moves the stories, points back, and takes later reports for its own', () => {
    const unknown = play([said({ id: 'x', status: 'willing', parties: ['US', 'XX'] })], { key: 'leader:US-XX' }).dossier;
    const named = play([said({ id: 'y', status: 'agreed', at: 2 })]).dossier;
    if (unknown === null || named === null) throw new Error('no dossiers');
    const { target, source } = mergeDossiers(named, unknown, editor);
    expect(source).toMatchObject({ mergedInto: KEY, stories: [], version: unknown.version + 1 });
    expect(target.stories.map(({ id }) => id)).toEqual(expect.arrayContaining([unknown.stories[0]?.id, named.stories[0]?.id]));
    expect(alive(target)).toMatchObject([{ status: 'agreed', facts: [{ firstItemId: 'x' }, { firstItemId: 'y' }] }]);
    const late = said({ status: 'scheduled', place: 'Vienna', parties: ['US', 'XX'], at: 60 });
    const { developments } = develop(target, { key: 'leader:US-XX', reports: [late] }, { now: hour(60) });
    expect(developments).toMatchObject([{ to: 'scheduled', dossierKey: KEY }]);
    expect(aContact(late.contacts[0]).parties).toEqual(['US', 'XX']);
  });
});
