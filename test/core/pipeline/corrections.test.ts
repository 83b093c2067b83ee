import { describe, expect, it } from 'vitest';
import { virtualClock } from '../../../adapters/local/clock.ts';
import { countingIds } from '../../../adapters/local/ids.ts';
import { openMemoryStore } from '../../../adapters/local/memory-store.ts';
import type { CodingInput, Contact } from '../../../core/coding/codebook/coded-item.ts';
import { absorbItems } from '../../../core/pipeline/absorb.ts';
import { correctStory } from '../../../core/pipeline/corrections.ts';
import { listDossierKeys, recodeDossier } from '../../../core/pipeline/recode.ts';
import { CorrectionError } from '../../../core/story/correct.ts';
import { aCodedItem, aContact, anItem, T0 } from '../../builders.ts';

const minute = (n: number): string => new Date(Date.parse(T0) + n * 60_000).toISOString();
const editor = { by: 'editor', note: null };

/** A coder of two words: "scheduled phone". */
function readTitle(title: string): readonly Contact[] {
  const [status = 'willing', form = 'in_person', other = 'US'] = title.split(' ');
  return [aContact({ status, form, parties: ['RU', other].sort(), date: null, place: null } as Partial<Contact>)];
}

function aDesk(read: (title: string) => readonly Contact[] = readTitle) {
  const store = openMemoryStore();
  const clock = virtualClock(T0);
  const logged: unknown[] = [];
  const log = { info: (...line: unknown[]) => void logged.push(line), warn: () => {}, error: () => {} };
  const code = (input: CodingInput) => aCodedItem({ id: input.id, contacts: read(input.title ?? '') });
  const ports = { store, clock, ids: countingIds(), log, code };
  const publish = async (id: string, title: string, at: number) => {
    clock.set(minute(at));
    const item = anItem({
      id,
      title,
      outlet: `Outlet of ${id}`,
      publishedAt: minute(at),
      firstSeenAt: minute(at),
      effectiveAt: minute(at),
    });
    return (await absorbItems([{ item, isBaseline: false }], ports)).developments;
  };
  return { store, clock, logged, ports, publish };
}

describe('corrections by people', () => {
  it('merges two stories, keeps both readable, and logs who did it', async () => {
    const { store, ports, publish, logged } = aDesk();
    const [call] = await publish('a', 'scheduled phone', 0);
    const [meeting] = await publish('b', 'willing in_person', 1);
    const [source, target] = [meeting?.storyId ?? '', call?.storyId ?? ''];
    await correctStory({ kind: 'merge', source, target }, { by: 'editor', note: 'one matter' }, ports);
    expect((await store.archive.getStory(source))?.story.mergedInto).toBe(target);
    expect((await store.archive.getStory(target))?.story.facts).toHaveLength(2);
    expect(logged).toMatchObject([['corrected by a person', { kind: 'merge', by: 'editor', note: 'one matter', at: minute(1) }]]);
  });

  it('merges stories of two dossiers, and what comes later for the first goes to the second', async () => {
    const { store, ports, publish } = aDesk();
    const [unnamed] = await publish('a', 'willing in_person XX', 0);
    const [named] = await publish('b', 'agreed in_person US', 1);
    await correctStory({ kind: 'merge', source: unnamed?.storyId ?? '', target: named?.storyId ?? '' }, editor, ports);
    const [later] = await publish('c', 'held in_person XX', 600);
    expect(later).toMatchObject({ storyId: named?.storyId, dossierKey: 'leader:RU-US', from: 'agreed', to: 'held' });
    expect((await store.dossiers.get('leader:RU-XX'))?.mergedInto).toBe('leader:RU-US');
  });

  it('tells a correction of a false development, with its own row', async () => {
    const { store, ports, publish } = aDesk();
    await publish('a', 'scheduled in_person', 0);
    const [wrong] = await publish('b', 'cancelled in_person', 200);
    const [told] = await correctStory({ kind: 'false', development: wrong?.id ?? '' }, editor, ports);
    expect(told).toMatchObject({ kind: 'correction', from: 'cancelled', to: 'scheduled' });
    expect(await store.developments.get(told?.id ?? '')).toEqual(told);
    expect((await store.archive.getStory(wrong?.storyId ?? ''))?.story.status).toBe('scheduled');
  });

  it('refuses what does not exist, in words', async () => {
    const { ports } = aDesk();
    await expect(correctStory({ kind: 'mute', story: 'nowhere', isMuted: true }, editor, ports)).rejects.toThrow(CorrectionError);
    await expect(correctStory({ kind: 'false', development: 'nothing' }, editor, ports)).rejects.toThrow('there is no development nothing');
  });
});

describe('recode', () => {
  it('changes nothing when the rules read the same, and lists every dossier', async () => {
    const { ports, publish, store } = aDesk();
    await publish('a', 'willing in_person', 0);
    await publish('b', 'scheduled phone', 1);
    expect(await listDossierKeys(store)).toEqual(['leader:RU-US']);
    const recoded = await recodeDossier('leader:RU-US', ports, { isDryRun: false });
    expect(recoded).toMatchObject({ items: 2, wouldTell: [], wouldNotTell: [] });
  });

  it('sends nothing, says what it would have told otherwise, and keeps what was told', async () => {
    const { ports, publish, store } = aDesk();
    await publish('a', 'willing in_person', 0);
    const [told] = await publish('b', 'agreed in_person', 300);
    const reread = {
      ...ports,
      code: (input: CodingInput) => aCodedItem({ id: input.id, contacts: readTitle(input.id === 'b' ? 'cancelled' : (input.title ?? '')) }),
    };
    const dry = await recodeDossier('leader:RU-US', reread, { isDryRun: true });
    expect(dry).toMatchObject({ wouldTell: [{ to: 'cancelled', itemId: 'b' }], wouldNotTell: [{ id: told?.id }], isWritten: false });
    expect((await store.archive.getStory(told?.storyId ?? ''))?.story.status).toBe('agreed');
    await recodeDossier('leader:RU-US', reread, { isDryRun: false });
    expect((await store.archive.getStory(told?.storyId ?? ''))?.story.status).toBe('cancelled');
    expect((await store.archive.listDevelopmentsOfStory(told?.storyId ?? '', { limit: 10, cursor: null })).rows).toHaveLength(2);
    expect(await publish('c', 'cancelled in_person', 330)).toEqual([]);
  });
});
