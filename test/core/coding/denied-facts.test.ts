import { describe, expect, it } from 'vitest';
import { findDenials } from '../../../core/coding/denials/denials.ts';
import { lexicon, readText, readTitle } from './reading.ts';

const read = (title: string, text: string | null = null): readonly string[] =>
  findDenials([...readTitle(title), ...(text === null ? [] : readText(text))], lexicon)
    .filter(({ strength }) => strength !== 'no_confirm')
    .map(({ by, strength }) => `${by} ${strength}`);

describe('a plain fact that an official says not to be so', () => {
  it.each([
    ['Lima: no mercenary has crossed from our side', 'PE denied'],
    ['Oslo: kingdom bought no spyware', 'NO denied'],
    ['Moscow says port was not leased to anyone', 'RU denied'],
    ['Baku says three tankers were never seized', 'AZ denied'],
    ['Quito: nobody is held for his faith here', 'EC denied'],
    ['Cairo: there is no secret prison in the desert', 'EG denied'],
    ['Tehran: we have no chemical weapons', 'IR denied'],
    ['Accra: sale of the port did not happen', 'GH denied'],
    ['Dakar: shells for Mali do not pass through our port', 'SN denied'],
    ['There is no second wave of mobilisation, Kremlin assures', 'RU denied'],
    ['"No jet waited for me": Macron counters Putin', 'FR denied'],
    ['Oslo: no Norwegian soldiers are fighting in Mali', 'NO denied'],
    ['Macron: nobody from my government threatened the judges', 'FR denied'],
    ['Quito: no rebel camp on the island', 'EC denied'],
    ['Oslo says king uses no stand-in', 'NO denied'],
    ['Lima says there was no secret deal with the miners', 'PE denied'],
    ["Quito says Lima's claim of captured boats is wishful thinking", 'EC rejected'],
    ['Oslo does not recognise that version of the talk, ministry says', 'NO denied'],
    ['Lima: it did not lease the port', 'PE denied'],
    ['Lima says it has not blocked the aid', 'PE denied'],
    ["Quito: it hasn't cloned the seal", 'EC denied'],
    ['Lima says it is not selling arms to the rebels', 'PE denied'],
    ["Oslo: it isn't selling spyware", 'NO denied'],
    ["It wasn't our jet that struck the depot, Baku says", 'AZ denied'],
    ["It wasn't Peru that leased the port, Lima says", 'PE denied'],
  ])('%s', (title, expected) => expect(read(title)).toEqual([expected]));
  it.each([
    'Lima: no decision was taken on the bridge',
    'Macron to meet Putin? Not soon, says Kremlin',
    'Macron to meet Putin? Not in the next month, says Kremlin',
    'Quito says no one was hurt in the quake',
    'Oslo: there is no alternative to sanctions',
    'Moscow never kept its word, Kyiv says',
    'Baku has not yet signed the treaty, it says',
    'Tehran will not arm anybody, it says',
    'Cairo says the deal is near, although it was not signed',
    'No ship was hit',
    'It was not known who shot down the jet, Kyiv says',
    'Kyiv says it was not consulted on the bridge',
    'Peskov said nothing of the kind was in preparation',
    'Macron: no French troops in Fiji',
    'Quito rejects asylum claims of miners',
    'Oslo rejects Danish claim to Greenland',
  ])('is no denial: %s', (title) => expect(read(title)).toEqual([]));
});

describe('a plain fact in a text', () => {
  it.each([
    ['The Peruvian army said its boats had not fired at the ferry.', 'PE denied'],
    ['"We did not bug the embassy," the Norwegian foreign minister said.', 'NO denied'],
    ['Quito has sent no rifles to the rebels, the Ecuadorean government said.', 'EC denied'],
    ['The Norwegian police said no prisoners had been tortured.', 'NO denied'],
    ['Chilean government spokesman Exampel Examples said that no Chilean soldier had crossed the river.', 'CL denied'],
    ['Macron said that his country had no troops in the valley.', 'FR denied'],
    ['The Danish army said no boat had entered its waters, after a daily reported that one did.', 'DK denied'],
    ['Macron insisted that no gas had been used against the crowd.', 'FR denied'],
  ])('%s', (text, expected) => expect(read('News of the day', text)).toEqual([expected]));
  it.each([
    'Macron said that Moscow had not stopped the shelling.',
    'The Peruvian army said no one was hurt in the blast.',
    'The Norwegian government said that it had not decided on the port.',
    'The United Nations said no food had entered the valley for a week.',
    'The Danish minister said the island had never been so dry.',
    "Peru's president hit back, saying that the Danish premier did not ask for his permission.",
    'Macron said he did not know who had leaked the note.',
  ])('is no denial: %s', (text) => expect(read('News of the day', text)).toEqual([]));
});

describe('a question and its answer', () => {
  it.each([
    ['Did Lima shelter the rebels? Nonsense, says Quito', 'EC fake'],
    ['A coup plot hatched in Oslo? "Absurd", Norwegian foreign minister says', 'NO rejected'],
    ['Kremlin: Did we arm the rebels? Never', 'RU denied'],
    ['Macron to editors: that tale of a yacht? Fake news', 'FR fake'],
  ])('%s', (title, expected) => expect(read(title)).toEqual([expected]));
  it('asks for news', () => expect(read('A date for the talks? No, says Lima')).toEqual([]));
});

describe('a verdict on what somebody else claimed', () => {
  it.each([
    ['Lima: that we buy stolen oil is a dirty lie', 'PE fake'],
    ['Quito: the so-called camp in the jungle is fictitious', 'EC fake'],
    ['Moscow: the "genocide" of the year is nothing but a lie', 'RU fake'],
    ['Kremlin laughs off "capture" of its radar', 'RU rejected'],
    ['Oslo: demise of the king announced on a blog is untrue', 'NO denied'],
    ["Merz's deputy Exampel: story of a note to Putin is devoid of truth", 'DE denied'],
    ['Lima says report on its army is lies from start to finish', 'PE fake'],
    ['Fresh denial from the Elysee over the tape', 'FR denied'],
    ['Oslo calls report a "groundless rumour"', 'NO rejected'],
    ["Pakistan's Foreign Office says the claim is untrue", 'PK denied'],
    ['Peruvian ruling party: UN report is filled with lies', 'PE fake'],
    ["Oslo's deputy press secretary Exampel Examples calls the story a lie", 'NO fake'],
    ['Kremlin in rare rebuttal of the torture claim', 'RU denied'],
  ])('%s', (title, expected) => expect(read(title)).toEqual([expected]));
  it.each([
    'Lima scoffs at "reckless" tariffs',
    'Oslo laughs off "final" deadline',
    'Quito: it is wrong to strike',
    'The striker in rare rebuttal of the transfer claim',
  ])('is no denial: %s', (title) => expect(read(title)).toEqual([]));
});

describe('whose denial it is', () => {
  it.each([
    ["Army shows film to disprove Quito's claim of a raid on Lima", 'PE refuted'],
    ["Tehran's UN mission: sale of boats to Fiji did not happen", 'IR denied'],
    ['Macron on rumours of a coup: total nonsense', 'FR fake'],
    ["Macron's denial: 'I have met no banker'", 'FR denied'],
    ['King Felipe of Spain, whose government has denied bugging the port, arrives in Oslo', 'ES denied'],
    ['Lima: no strike on the camp from our side', 'PE denied'],
    ['Emir was misquoted, Doha insists', 'QA denied'],
  ])('%s', (title, expected) => expect(read(title)).toContain(expected));
  it('is that of the place where the text was written', () =>
    expect(
      findDenials(readText('The harbour ministry on Monday contradicted a report that envoys had met in Fiji.'), lexicon, {
        outlet: null,
        dateline: 'KR',
      })[0],
    ).toMatchObject({ by: 'KR' }));
  it.each([
    'Former president Sarkozy denied all charges before a judge in Paris and was granted bail.',
    "Ukraine denied 'ghost goal' as England win",
  ])('is no denial: %s', (title) => expect(read(title)).toEqual([]));
});

describe('what another sentence had reported', () => {
  it.each([
    ['Lima: president did not dine with the exile', 'The palace was reacting to a story in a weekly.', 'PE denied'],
    [
      'Quito has no garrison on the island',
      'Asked about a newspaper report on Monday, a spokesman said so twice, the ministry in Quito noted.',
      null,
    ],
    ['Oslo says no agreement was signed with the rebels', 'A radio had reported that two were.', 'NO denied'],
  ])('%s', (title, text, expected) => expect(read(title, text)).toEqual(expected === null ? [] : [expected]));
});
