import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { findDenials } from '../../../core/coding/denials/denials.ts';
import { lexicon, readText, readTitle } from './reading.ts';

const inTitle = (title: string): readonly string[] => findDenials(readTitle(title), lexicon).map(({ by, strength }) => `${by} ${strength}`);
const inText = (text: string): readonly string[] => findDenials(readText(text), lexicon).map(({ by, strength }) => `${by} ${strength}`);

describe('a title denies', () => {
  it.each([
    ['Peskov on tales of an invasion of Norway: utter bilge', 'RU fake'],
    ['Orban: Hungarian agents in Vienna? Piffle', 'HU fake'],
    ["Cairo: story of a closed canal 'wholly unfounded'", 'EG rejected'],
    ['Moscow: ferry report a provocation', 'RU rejected'],
    ['Lavrov: Rubio lies when he says we shelled the ferry', 'RU fake'],
    ['Wang Yi: China arms nobody', 'CN denied'],
    ['Damascus: Sharaa dined with no Israeli general', 'SY denied'],
    ['Havana: no Cuban sailors fight in Ukraine', 'CU denied'],
    ['Islamabad: not one of our bridges was hit', 'PK denied'],
    ['Albanese: Trump did not bully me', 'AU denied'],
    ['Petro: I am no spy, and not a thief as Trump claims', 'CO denied'],
    ['Cairo sets the record straight: pipeline not frozen', 'EG denied'],
    ['Commission spokesman: von der Leyen erased no files', 'EU denied'],
    ['Paris knocks back claim that its divers sank the yacht', 'FR denied'],
    ['Peskov: Putin is well, and rumour posts on the web have nothing to do with reality', 'RU denied'],
    ['Sheinbaum: no secret pact exists', 'MX denied'],
    ["Kremlin: Putin's heir exists only in Kyiv's dreams", 'RU fake'],
    ['Moscow protests its innocence over sunken ferry', 'RU denied'],
    ['Pashinyan: I sent Aliyev no maps', 'AM denied'],
    ['Abuja tells Trump no famine exists', 'NG denied'],
    ['"Nobody was selling secrets," Hegseth says', 'US denied'],
    ["Trump: I don't know anything about the raid", 'US denied'],
    ['Nobody in Rome told us to leave, Modi says after Trump claims', 'IN denied'],
    ['Sisi: those who say we shut the canal are liars', 'EG fake'],
    ['Brussels denies plan to ban cash', 'EU denied'],
    ['China rejects US claims on chips', 'CN rejected'],
    ["'Baseless': Jakarta dismisses Australian protest over boats", 'ID rejected'],
    ["North Korea leader's sister denies visit to Beijing", 'KP denied'],
    ['As deadline nears, China asks US for time, denies stalling', 'CN denied'],
  ])('%s: %s', (title, found) => {
    expect(inTitle(title)).toEqual([found]);
  });
  it.each([
    'Siniora calls; Beirut: there will be no such meeting',
    'Sisi rejects suggestion that Egypt should run the port',
    'Kyiv rejects talk of a truce',
    'Oslo denied landing rights to the Russian jet',
    'Guyana: minister rejects Venezuela claim over river',
    'China foreign ministry: no information to offer on report of Xi trip',
    "Kyiv rejected the Kremlin's terms as absurd",
    'Seoul dismissed the ultimatum as a joke and a fantasy',
    "Wang called Ottawa's remarks a provocation",
    'Athens rejects maritime claims as baseless',
    'The minister denied the charges as his trial opened',
    'Trump denies Ukraine long-range missiles',
    'Kyiv rejects Moscow claims over Crimea',
    'Lima prepares raid, denies Quito food aid',
    'India rejects joint summit statement',
    'Rutte quotes fake Cicero line in speech',
    'Macron posts AI-generated clip of himself',
    'Treasury called out for its false claim on wages',
    "Mayors call Trump's testing claims 'delusional'",
    "China's Acme says it has not sold a share, denies report",
    'Scholz: we were asked to come. "We have not had one," says his office of the invitation',
  ])('nothing: %s', (title) => {
    expect(inTitle(title)).toEqual([]);
  });
});

describe('a text denies through', () => {
  it.each([
    ['an office of his', 'A clip in which President Gitanas Nauseda sings is fake, his office said on Friday.', 'LT fake'],
    [
      'an office of his, a sentence later',
      'A daily wrote that President Gitanas Nauseda was ill. His office denied the report.',
      'LT denied',
    ],
    ['a short form in brackets', 'The Philippine Coast Guard (PCG) denied reports of a collision.', 'PH denied'],
    [
      "the country's ministry",
      "Norway sank the ferry, a blog claimed; the country's foreign ministry said the claim was nonsense.",
      'NO fake',
    ],
    ['a source, to an outlet', 'A Saudi official denied to Reuters what was published about a trip to Haifa.', 'SA denied'],
    ['an answer', 'Asked about reports that Russia had bought shells from Laos, Peskov replied: "No."', 'RU denied'],
    ['a verdict in quotation marks', 'A daily published claims on grain. "Not true," Peskov said.', 'RU denied'],
    ['this is not so', '"This is not so," Kremlin spokesman Dmitry Peskov told reporters.', 'RU denied'],
    ['a centre', "Ukraine's Centre for Countering Disinformation said the document was a forgery.", 'UA fake'],
    ['a clause of its own', 'Sources tell papers of a gas deal; Qatar says the report is false.', 'QA denied'],
    ['a group that is named', 'The UN said that Hamas had looted trucks, a claim the militant group denied.', 'PS denied'],
    ['the existence of', 'Iraqi government spokesman Bassem al-Awadi denied the existence of a secret prison.', 'IQ denied'],
  ])('%s: %s', (_means, text, found) => {
    expect(inText(text)).toEqual([found]);
  });
});

describe('a contact beside what is done to something else keeps its own status', () => {
  it.each([
    ['Quito denies spying claims ahead of Noboa-Trump summit', ['EC-US scheduled']],
    ['Berlin dismisses spying claims as fiction before Merz-Xi talks', ['CN-DE scheduled']],
    ['Rome cancels drills ahead of Meloni-Putin meeting', ['IT-RU scheduled']],
    ['Brazil postpones tariffs before Lula-Trump meeting', ['BR-US scheduled']],
    ['Ottawa scraps levy after Carney-Trump call', ['CA-US held']],
    ['Lula and Milei held a phone call to discuss beef', ['AR-BR held']],
    ['Orban said the warrant was wrong and that he would fly to Israel', ['HU-IL scheduled']],
  ])('%s: %j', (title, found) => {
    const { contacts } = codeItem({ id: 'x', title, text: null, outlet: null, date: '2025-06-02', lang: 'en' }, lexicon);
    expect(contacts.map(({ parties, status }) => `${parties.join('-')} ${status}`)).toEqual(found);
  });
});

describe('what is denied', () => {
  const claimOf = (text: string): string | undefined => findDenials(readText(text), lexicon)[0]?.claim;
  it.each([
    ['Troops left the port, a claim the Kenyan army denied.', 'Troops left the port'],
    ['Trucks burned. Islamabad denies hitting the convoy and said it fired at sea.', 'hitting the convoy'],
    ['Fuel is short; Iran denies it has shut the strait.', 'it has shut the strait'],
    ['The ship sank. Japan rejected the claim of a ramming and condemned the blockade of the bay.', 'claim of a ramming'],
  ])('%s: %s', (text, claim) => {
    expect(claimOf(text)).toBe(claim);
  });
});

describe('a body without a state in the title', () => {
  it('speaks for the state that the text names', () => {
    const [title] = readTitle('Army denies China raid');
    const read = [...(title === undefined ? [] : [title]), ...readText("Kenya's army denied on Friday that it had raided a Chinese shop.")];
    expect(findDenials(read, lexicon).map(({ by }) => by)).toEqual(['KE']);
  });
});
