import { describe, expect, it } from 'vitest';
import { watchEntryOf } from '../../../core/alert/watch.ts';
import { LEVELS, STATUSES } from '../../../core/coding/codebook/coded-item.ts';
import { ANALYSIS_CUES, readsAsAnalysis } from '../../../core/story/analysis.ts';
import { contactKeys, denierKey, homeKey, preparedKey, readKey } from '../../../core/story/dossier-key.ts';
import { findInhibitor } from '../../../core/story/inhibition.ts';
import { reportsByDossier } from '../../../core/story/reports.ts';
import { seatOf } from '../../../core/story/seat.ts';
import { compareDates, comparePlaces, isFixedBy, isNarrower } from '../../../core/story/slot.ts';
import { countSources, sourceName, wordingOf } from '../../../core/story/sources.ts';
import { transitionWeight, weightAtLevel } from '../../../core/story/transition.ts';
import { aCodedItem, aContact, aDenialOf, aDevelopment, aFact, anItem, T0 } from '../../builders.ts';

describe('dossier keys', () => {
  it.each([
    [['RU', 'US'], ['leader:RU-US']],
    [['EU', 'UA', 'US'], ['leader:UA-US']],
    [['EU', 'US'], ['leader:EU-US']],
    [['EU'], ['leader:EU']],
    [['US', 'XX'], ['leader:US-XX']],
    [
      ['RU', 'UA', 'US'],
      ['leader:RU-UA', 'leader:RU-US', 'leader:UA-US'],
    ],
    [['BR', 'CN', 'IN', 'RU', 'ZA'], ['leader:BR-CN-IN-RU-ZA']],
  ])('puts %s into %s', (parties, keys) => {
    expect(contactKeys({ level: 'leader', parties })).toEqual(keys);
    expect(homeKey({ level: 'leader', parties })).toBe(keys[0]);
  });

  it('reads its own keys, and knows whose contact a minister prepares', () => {
    expect(readKey('minister:RU-US')).toEqual({ level: 'minister', parties: ['RU', 'US'] });
    expect(readKey(denierKey({ by: 'RU', by_name: null }))).toEqual({ level: null, parties: ['RU'] });
    expect(preparedKey('minister:RU-US')).toBe('leader:RU-US');
    expect(preparedKey('leader:RU-US')).toBeNull();
  });
});

describe('reports', () => {
  const entry = (part: Parameters<typeof aCodedItem>[0], title = 'Leaders to meet') => ({
    item: anItem({ title }),
    coded: aCodedItem(part),
    isBaseline: false,
  });

  it('gives each dossier what the item says to it', () => {
    const contacts = [aContact(), aContact({ parties: ['CN', 'US'] })];
    const reports = reportsByDossier([entry({ contacts })]);
    expect([...reports.keys()]).toEqual(['leader:RU-US', 'leader:CN-US']);
    expect(reports.get('leader:CN-US')).toMatchObject([{ contacts: [contacts[1]], central: contacts[0] }]);
  });

  it('puts a denial of a contact beside the contact, and another into the denier’s own dossier', () => {
    const contacts = [aContact({ status: 'denied' })];
    const keys = (about_contact: boolean) => [
      ...reportsByDossier([entry({ contacts, denials: [aDenialOf({ by: 'RU', about_contact })] })]).keys(),
    ];
    expect(keys(true)).toEqual(['leader:RU-US']);
    expect(keys(false)).toEqual(['leader:RU-US', 'denier:RU']);
  });

  it('takes what analysis says for recalled', () => {
    const reports = reportsByDossier([entry({ contacts: [aContact()] }, 'Why the leaders meet')]);
    expect(reports.get('leader:RU-US')).toMatchObject([{ central: null, contacts: [{ background: true }] }]);
  });
});

describe('analysis', () => {
  it.each(ANALYSIS_CUES.map(({ example }) => example))('reads "%s" as analysis', (title) => {
    expect(readsAsAnalysis(title)).toBe(true);
  });

  it.each([
    'Leaders to meet in Vienna on Friday',
    'Watch live: leaders arrive',
    'What a day: live updates as leaders meet',
    'Kremlin: no meeting planned',
  ])('reads "%s" as news', (title) => {
    expect(readsAsAnalysis(title)).toBe(false);
  });
});

describe('transitions', () => {
  it('has a weight for every pair of statuses', () => {
    for (const from of [null, ...STATUSES])
      for (const to of STATUSES) expect(['major', 'minor', 'known', 'next', 'doubtful']).toContain(transitionWeight(from, to));
  });

  it('takes the status a story stands at for known', () => {
    for (const status of STATUSES) expect(transitionWeight(status, status)).toBe('known');
  });

  it.each([
    [null, 'willing', 'major'],
    ['willing', 'proposed', 'minor'],
    ['agreed', 'premature', 'major'],
    ['scheduled', 'premature', 'doubtful'],
    ['scheduled', 'possible', 'known'],
    ['held', 'scheduled', 'next'],
    ['cancelled', 'scheduled', 'major'],
  ] as const)('weighs %s -> %s as %s', (from, to, weight) => {
    expect(transitionWeight(from, to)).toBe(weight);
  });

  it('cuts what is major between leaders to minor below them', () => {
    expect(LEVELS.map((level) => weightAtLevel('major', level))).toEqual(['major', 'minor', 'minor']);
    expect(LEVELS.map((level) => weightAtLevel('minor', level))).toEqual(['minor', 'known', 'known']);
  });
});

describe('slots', () => {
  it.each([
    [null, '2026-03-06', 'set'],
    ['2026-03-06', null, 'none'],
    ['2026-03-06', '2026-03-02/2026-03-08', 'none'],
    ['2026-03', '2026-03-31', 'none'],
    ['2026-03-06', '2026-03-07', 'changed'],
  ] as const)('compares %s with %s: %s', (known, reported, change) => {
    expect(compareDates(known, reported)).toBe(change);
  });

  it('sees a day fixed within a range, and keeps the shorter of two ranges', () => {
    expect(isFixedBy('2026-03-02/2026-03-08', '2026-03-06')).toBe(true);
    expect(isFixedBy('2026-03-06', '2026-03-07')).toBe(false);
    expect(isNarrower('2026-03', '2026-03-02/2026-03-08')).toBe(true);
    expect(isNarrower('2026-03-06', '2026-03')).toBe(false);
  });

  it.each([
    [null, 'Budapest', 'set'],
    ['Budapest', 'Budapest, Hungary', 'none'],
    ['Washington', 'White House', 'none'],
    ['Budapest', 'Vienna', 'changed'],
    ['Vienna', '', 'none'],
  ] as const)('compares %s with %s: %s', (known, reported, change) => {
    expect(comparePlaces(known, reported)).toBe(change);
  });

  it('knows a state by its name, its capital and its palaces', () => {
    expect(['Russia', 'Moscow', 'the Kremlin'].map(seatOf)).toEqual(['RU', 'RU', 'RU']);
    expect(seatOf('Atlantis')).toBeNull();
  });
});

describe('sources', () => {
  it.each([
    ['BBC News', 'bbc'],
    ['bbc.com', 'bbc'],
    ['www.bbc.co.uk', 'bbc'],
    ['The Example Post', 'examplepost'],
    ['Example (citing Wire)', 'example'],
  ])('names %s %s', (outlet, name) => {
    expect(sourceName(outlet)).toBe(name);
  });

  it('knows a copied headline by its words', () => {
    expect(wordingOf('Leaders to meet - Example Post')).toBe(wordingOf('“Leaders to meet” | Other'));
    expect(wordingOf('Leaders to meet')).not.toBe(wordingOf('Leaders not to meet'));
  });

  it('counts copies once and an agency once, however many outlets carry it', () => {
    const facts = (outlets: string[], wordings: string[], agencies: string[]) => [aFact({ outlets, wordings, agencies })];
    expect(countSources(facts(['A', 'B', 'C'], ['1', '2', '3'], []))).toBe(3);
    expect(countSources(facts(['A', 'B', 'C'], ['1'], []))).toBe(1);
    expect(countSources(facts(['A', 'B', 'C'], ['1', '2', '3'], ['tass']))).toBe(1);
  });

  it('counts outlets that name no agency beside the agency that others carry', () => {
    const carried = aFact({ outlets: ['A', 'B'], wordings: ['1', '2'], agencies: ['Reuters'] });
    expect(countSources([carried, aFact({ outlets: ['C'], wordings: ['3'], agencies: [] })])).toBe(2);
    expect(countSources([carried, aFact({ outlets: ['Reuters'], wordings: ['3'], agencies: [] })])).toBe(1);
  });
});

describe('watch list', () => {
  const denial = { by: 'RU', byName: 'peskov', strength: 'denied', claim: 'a claim', claimBy: null } as const;
  const denied = aDevelopment({ kind: 'denial', parties: ['RU'], denial, reasons: [] });

  it('meets a denial by its denier alone, unless it is a domestic matter', () => {
    expect(watchEntryOf(['CN-US', 'RU-US'], denied)).toBe('RU-US');
    expect(watchEntryOf(['RU-US'], { ...denied, reasons: ['domestic'] })).toBeNull();
    expect(watchEntryOf(['RU-US'], aDevelopment({ parties: ['CN', 'RU'] }))).toBeNull();
  });
});

describe('inhibition', () => {
  const told = aDevelopment({ id: 'pair', at: T0, effectiveAt: T0, to: 'willing', date: null, place: null });
  const trio = aDevelopment({ ...told, id: 'trio', dossierKey: 'leader:RU-UA', parties: ['RU', 'UA', 'US'], to: 'possible' });

  it('finds that a pair said it shortly before', () => {
    expect(findInhibitor(trio, [told])).toBe(told);
  });

  it.each([
    ['another family of status', { to: 'declined' }],
    ['another place', { place: 'Vienna' }],
    ['two days later', { effectiveAt: '2026-03-03T09:00:00.000Z' }],
    ['other parties', { parties: ['CN', 'RU', 'UA'] }],
    ['another level', { level: 'minister' }],
  ] as const)('lets it pass with %s', (_, part) => {
    expect(findInhibitor(aDevelopment({ ...trio, ...part }), [told])).toBeNull();
  });
});
