import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Denial } from '../../../core/coding/codebook/coded-item.ts';
import { findDenials } from '../../../core/coding/denials/denials.ts';
import { DENIAL_ROWS } from '../../../core/coding/facts/data.ts';
import { DENIAL_EXAMPLES } from './examples/denials.ts';
import { examplesOf } from './examples/row-examples.ts';
import { lexicon, readText, readTitle } from './reading.ts';

const denialsOf = (title: string, date?: string): readonly Denial[] => findDenials(readTitle(title, date), lexicon);
const inText = (text: string): readonly Denial[] => findDenials(readText(text), lexicon);

describe('each row of data/denials.json', () => {
  it.each(DENIAL_ROWS.flatMap((row) => examplesOf(row, DENIAL_EXAMPLES).reads.map((text) => [row.id, row.strength, text] as const)))(
    '%s reads as %s: %s',
    (id, strength, text) => {
      const found = denialsOf(text);
      expect(found.map((denial) => denial.strength)).toContain(strength);
      expect(found.flatMap((denial) => denial.evidence.operators.map((operator) => operator.id))).toContain(id);
    },
  );
  it.each(DENIAL_ROWS.flatMap((row) => examplesOf(row, DENIAL_EXAMPLES).ignores.map((text) => [row.id, text] as const)))(
    '%s ignores: %s',
    (_id, text) => {
      expect(denialsOf(text)).toEqual([]);
    },
  );
  it('is there for each row of more examples', () => {
    const ids = new Set(DENIAL_ROWS.map(({ id }) => id));
    expect(Object.keys(DENIAL_EXAMPLES).filter((id) => !ids.has(id))).toEqual([]);
  });
  it('has two examples that are read and one that is not', () => {
    for (const row of DENIAL_ROWS) {
      expect(row.reads.length, row.id).toBeGreaterThanOrEqual(2);
      expect(row.ignores.length, row.id).toBeGreaterThanOrEqual(1);
    }
  });
});

describe('who denies', () => {
  it.each([
    ['Moscow denies the report', 'RU', 'moscow'],
    ['Nigerian army denies killing villagers', 'NG', 'nigerian army'],
    ["Ukraine's State Security Service denies the claims", 'UA', 'state security service'],
    ['The government of Pakistan denied involvement', 'PK', 'government of pakistan'],
    ['A spokesman for Saudi Arabia strongly denies the assertion', 'SA', 'spokesman for saudi arabia'],
    ['Officials in Kabul denied that the town had fallen', 'AF', 'officials'],
    ['After President Macron denied the report, shares rose', 'FR', 'macron'],
    ['The report was denied by the Kremlin', 'RU', 'kremlin'],
    ['It is a claim the Kremlin denies', 'RU', 'kremlin'],
    ['Kyiv blamed the strike on Russia, which denied involvement', 'RU', null],
    ['Macron warned of delays and denied that the visit was off', 'FR', 'macron'],
    ['Merz defended the plan, dismissing claims that it was too costly', 'DE', 'merz'],
  ])('%s', (title, by, name) => {
    expect(denialsOf(title)[0]).toMatchObject({ by, by_name: name });
  });
  it('names every denier of a list', () => {
    expect(denialsOf('Both the Elysee and the White House deny the report').map((denial) => denial.by)).toEqual(['FR', 'US']);
  });
  it('gives a body without a state the state of its item', () => {
    expect(denialsOf('Police deny shooting at crowd in Nairobi')[0]).toMatchObject({ by: 'KE' });
  });
  it("takes the army of a home outlet's headline for its own, and a foreign police for the state that is named", () => {
    const found = findDenials(readTitle('army denies losing tanks in iraq'), lexicon, {
      outlet: 'Example News (Australia)',
      dateline: null,
    });
    expect(found[0]).toMatchObject({ by: 'AU' });
    expect(
      findDenials(readTitle('police deny shooting at crowd in kenya'), lexicon, { outlet: 'Example News (Australia)', dateline: null })[0],
    ).toMatchObject({
      by: 'KE',
    });
  });
  it('reads "he" as the one who spoke before', () => {
    expect(inText('Peskov spoke to reporters on Monday. He denied that a letter had been sent.')[0]).toMatchObject({
      by: 'RU',
      by_name: 'peskov',
    });
  });
  it('does not take firms, players and defendants for officials', () => {
    expect(denialsOf('Example Motors denies rumours of losses')).toEqual([]);
    expect(denialsOf('Striker denies talk of a move to Madrid')).toEqual([]);
    expect(inText('Examplar FC president Marc Exampel dismisses suggestions that France is out of the cup.')).toEqual([]);
    expect(inText('The suspect appeared in court in Lagos. His lawyer denied the charges.')).toEqual([]);
  });
});

describe('other ways to deny', () => {
  it.each([
    ['Ankara scotches rumours of a secret deal', 'TR', 'denied'],
    ['Tehran bats away claims that it armed the rebels', 'IR', 'rejected'],
    ['There is not a shred of truth in the report, the Elysee said', 'FR', 'denied'],
    ['Damascus says the report is a figment of the imagination', 'SY', 'fake'],
    ['Moscow shows flight logs to disprove account of the raid', 'RU', 'refuted'],
    ['Report of secret talks draws flat denial from the Kremlin', 'RU', 'denied'],
    ['Allegations of torture dismissed as propaganda by Cairo', 'EG', 'fake'],
    ['Indian army says no jet was lost, contrary to what the enemy claims', 'IN', 'denied'],
    ['Xi did not ring Modi, Beijing says after newspaper report', 'CN', 'denied'],
    ['Berlin: Merz never said that', 'DE', 'denied'],
    ["Kyiv: 'We did not blow up the pipeline'", 'UA', 'denied'],
    ["The French prime minister's office called the story completely false", 'FR', 'denied'],
  ])('%s', (title, by, strength) => {
    expect(denialsOf(title)[0]).toMatchObject({ by, strength });
  });
  it('sees a denial in what is said not to be so, when the next sentence tells who had reported it', () => {
    const [denial] = findDenials(
      [...readTitle('Tripoli says no agreement was signed with the rebels'), ...readText('A foreign radio had reported that two were.')],
      lexicon,
    );
    expect(denial).toMatchObject({ by: 'LY', strength: 'denied' });
    expect(denialsOf('Tripoli says no agreement was signed with the rebels')).toEqual([]);
  });
  it('takes a body before a colon for the one who says so', () => {
    expect(denialsOf('Palace: report that the jet was paid for with aid is baseless')[0]).toMatchObject({ by_name: 'palace' });
  });
});

describe('what is no denial', () => {
  it.each([
    'Court denies bail to former minister',
    'US denies visa to Iranian official',
    'Moscow denies entry to two diplomats',
    'Israel denies UN team access to the site',
    'Washington denied Tehran a seat at the table',
    'Macron rejects the peace offer',
    'Beijing rejects calls for talks',
    'China rejects claims to the islands',
    'Merkel does not deny the report',
    'The Kremlin would never deny such a report',
    'Parliament dismissed the minister',
    'Trump was denied a second term',
  ])('%s', (title) => {
    expect(denialsOf(title).filter((denial) => denial.strength !== 'no_confirm')).toEqual([]);
  });
});

describe('strength, claim and contact', () => {
  it('reads two sentences about one claim as one denial with the stronger word', () => {
    const found = inText(
      'The Kremlin denied that it had drawn up a list of Ukrainians to be detained. "The list of Ukrainians is fiction," Peskov said.',
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ by: 'RU', strength: 'fake' });
  });
  it('gives a hit list that is fiction one denial, with the claim that the allegation states', () => {
    const found = inText(
      'The Kremlin spokesman also addressed allegations that Moscow keeps a list of people to be jailed after a war, saying they are no more than fiction and fake. "It is pure fiction, there is no such list," Peskov said.',
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ by: 'RU', strength: 'fake', about_contact: false });
    expect(found[0]?.claim).toMatch(/^Moscow keeps a list of people/);
  });
  it('keeps two deniers apart', () => {
    expect(inText('Kyiv denied that it fired on the town. Moscow denied that its planes had bombed the port.')).toHaveLength(2);
  });
  it('tells a denied contact from other denials', () => {
    expect(denialsOf('Kremlin denies that Putin met Trump')[0]).toMatchObject({ about_contact: true });
    expect(denialsOf('Kremlin denies that Russia shelled the town')[0]).toMatchObject({ about_contact: false });
  });
  it('takes the claim from the sentence before when the denial only points back', () => {
    const [denial] = inText('A Samplia newspaper said that Russian troops had entered the disputed valley. Moscow denied the report.');
    expect(denial?.claim).toContain('Russian troops');
  });
  it('counts a number of the claim as a word', () => {
    const text = 'Moscow denies that 20 drones struck 3 depots near the 2 stations on 5 May and then 10 others fell on the 4 villages';
    expect(denialsOf(text)[0]?.claim.split(' ').length).toBeLessThanOrEqual(15);
  });
  it('names who made the claim', () => {
    expect(denialsOf("Ukraine denies Trump's accusation that it meddled")[0]).toMatchObject({ by: 'UA', claim_by: 'US' });
    expect(denialsOf('Kremlin dismisses report by the New York Times on the call')[0]).toMatchObject({ claim_by: 'new york times' });
  });
  it('marks quarrels of politicians about themselves as domestic', () => {
    expect(denialsOf('Senator denies fraud claims in Washington')[0]).toMatchObject({ domestic: true });
  });
  it('records a refusal to confirm, and does not call it a denial', () => {
    expect(denialsOf('The Kremlin neither confirms nor denies the report')[0]).toMatchObject({ strength: 'no_confirm', cameo: '011' });
  });
  it('marks what is only told again', () => {
    expect(inText('The pipeline was damaged in May. Moscow has previously denied that it was to blame.')[0]).toMatchObject({
      background: true,
    });
  });
});

it('never throws and gives claims of at most fifteen words', () => {
  const words = fc.constantFrom(
    'Kremlin',
    'denies',
    'denied',
    'report',
    'that',
    'is',
    'fake',
    '"',
    ',',
    'he',
    'said',
    'by',
    'Trump',
    'the',
    'claims',
    'and',
    'no',
    'such',
    'thing',
    '.',
    'who',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (list) => {
      for (const denial of inText(list.join(' '))) expect(denial.claim.split(/\s+/).length).toBeLessThanOrEqual(40);
    }),
  );
});
