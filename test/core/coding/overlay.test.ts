import { describe, expect, it } from 'vitest';
import { findEntities } from '../../../core/coding/entities/entities.ts';
import { EntityContext } from '../../../core/coding/entities/entity-context.ts';
import { findHits } from '../../../core/coding/entities/entity-hits.ts';
import { readSentences } from '../../../core/coding/entities/read-sentences.ts';
import { lexiconWithOverlay } from '../../../core/coding/lexicon/overlay.ts';

const partiesOf = (title: string, rows: readonly unknown[]): (string | null)[] => {
  const { lexicon } = lexiconWithOverlay(rows);
  return readSentences({ title, text: null, outlet: null, date: '2027-03-01' }, lexicon).flatMap((sentence) =>
    sentence.entities.map((entity) => entity.country),
  );
};

describe("the owner's rows", () => {
  it('add a leader', () => {
    expect(partiesOf('Zzyzxova meets Macron', [])).toEqual(['FR']);
    expect(partiesOf('Zzyzxova meets Macron', [{ kind: 'leader', name: 'Ada Zzyzxova', terms: ['BG head_of_state 2027-01-22/'] }])).toEqual(
      ['BG', 'FR'],
    );
  });
  it('add an alias of a known leader', () => {
    expect(partiesOf('Manu meets Merz', [{ kind: 'alias', of: 'Emmanuel Macron', aliases: ['Manu'] }])).toEqual(['FR', 'DE']);
  });
  it('add a metonym, a country, a body, a movement and an outlet', () => {
    const rows = [
      { kind: 'metonym', names: ['Rose Palace'], party: 'FR' },
      { kind: 'country', code: 'XQ', names: ['Examplia'], demonyms: ['Examplian'] },
      { kind: 'body', names: ['Sample League'], party: 'SAML' },
      { kind: 'movement', names: ['Free Valley'], party: 'XQ' },
    ];
    expect(partiesOf('Rose Palace invites Examplian minister, Sample League and Free Valley', rows)).toEqual(['FR', 'XQ', 'SAML', 'XQ']);
  });
  it('are refused one by one, with place and reason, and their neighbours stay', () => {
    const { problems, lexicon } = lexiconWithOverlay([
      { kind: 'leader', name: 'Ada Zzyzxova', terms: ['Bulgaria president since 2027'] },
      { kind: 'leader', name: 'Bob Qwertzov', terms: ['BG head_of_state 2027-01-22/'] },
      { kind: 'alias', of: 'Nobody Known', aliases: ['Nobody'] },
      { kind: 'wizard' },
      'no row at all',
    ]);
    expect(problems.map((problem) => problem.index)).toEqual([0, 2, 3, 4]);
    expect(problems[0]?.reason).toContain('wanted: "PARTY office from/to"');
    expect(problems[1]?.reason).toContain('Nobody Known');
    const [sentence] = readSentences({ title: 'Qwertzov meets Macron', text: null, outlet: null, date: '2027-03-01' }, lexicon);
    expect(sentence?.entities[0]).toMatchObject({ country: 'BG', level: 'leader' });
  });
});

it('finds nothing in nothing', () => {
  const { lexicon } = lexiconWithOverlay([]);
  expect(findEntities([], findHits([], lexicon), lexicon, new EntityContext([], null, new Set()))).toEqual([]);
});
