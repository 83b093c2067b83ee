import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { lexicon } from './reading.ts';

/** "RU-US held 2025-08-15 Alaska" for each contact of an item that is published on Tuesday, 12 August 2025; "-" where nothing is told. */
function read(title: string, text: string | null): string[] {
  const { contacts } = codeItem({ id: 'x', title, text, date: '2025-08-12', outlet: null, lang: null }, lexicon);
  return contacts.map(({ parties, status, date, place }) => `${parties.join('-')} ${status} ${date ?? '-'} ${place ?? '-'}`);
}

describe('the day of a contact', () => {
  it.each([
    ['Macron hosts Merz a day before Putin-Modi summit', 'IN-RU scheduled 2025-08-13 -'],
    ['Shells fall on the port hours before Putin-Macron talks', 'FR-RU scheduled 2025-08-12 -'],
    ['Two weeks after Macron-Putin meeting, port burns again', 'FR-RU held 2025-07-26/2025-08-01 -'],
    ['Modi begins three-day visit to Japan', 'IN-JP underway 2025-08-12/2025-08-14 Japan'],
    ['Modi and Xi to hold a two-day summit on Monday', 'CN-IN scheduled 2025-08-18/2025-08-19 -'],
    ['Modi contemplating Japan trip before end of month', 'IN-JP possible 2025-08-12/2025-08-31 Japan'],
    ['Macron and Xi plan meeting, as early as next week', 'CN-FR scheduled 2025-08-18/2025-08-24 -'],
    ['Macron meets Merz after the election last May', 'DE-FR held - -'],
    ['Putin and Kim exchange letters on the anniversary of 1945 liberation', 'KP-RU held - -'],
    ['Macron and Merz in a meeting declare Good Friday a holiday', 'DE-FR held - -'],
    ['Merz is ready for talks with Putin despite their quarrel last week', 'DE-RU willing - -'],
    ['A call on the eve of the Macron-Putin summit to be held in Lima on August 20 is possible', 'FR-RU possible 2025-08-20 Lima'],
    ['Macron invited Putin on Monday to visit Paris in May', 'FR-RU proposed 2026-05-01/2026-05-31 Paris'],
    ['On Monday Macron invited Putin to Paris', 'FR-RU proposed - Paris'],
    ['NATO chief says Trump will sound out Putin in Friday meeting', 'RU-US scheduled 2025-08-15 -'],
    ['Putin and Macron confirm May summit', 'FR-RU scheduled 2026-05-01/2026-05-31 -'],
    ['Merz and Macron agree in principle on autumn summit', 'DE-FR agreed 2025-09-01/2025-11-30 -'],
    ['Bomb goes off two days before Macron is due to visit Lebanon', 'FR-LB scheduled 2025-08-14 Lebanon'],
    ['Sirens wail hours before Zelensky is to meet Modi', 'IN-UA scheduled 2025-08-12 -'],
    ['Lula meets Petro on Monday, a day after talks with Milei', 'AR-BR held 2025-08-10 -'],
    ['Oil falls hours after Iran suspends talks with Japan', 'IR-JP postponed - -'],
    ['Macron arrives in Beijing for four days of talks with Xi', 'CN-FR underway 2025-08-12/2025-08-15 Beijing'],
    ['Putin will meet Xi, the Kremlin said, on Friday', 'CN-RU scheduled 2025-08-15 -'],
    ['Macron meets Merz for the first time since 2022', 'DE-FR held - -'],
    ['Macron and Modi resume trade stopped since 2020 after talks in Delhi', 'FR-IN held - Delhi'],
    ['Merz expects a ruling in two weeks if no Macron-Putin summit is held', 'FR-RU premature - -'],
    ['Macron to host Merz after Sunday elections', 'DE-FR scheduled - -'],
    ['Macron to host Merz despite the March 3 attack', 'DE-FR scheduled - -'],
    ['Macron will not receive Milei during September trip to Paris', 'AR-FR declined 2025-09-01/2025-09-30 Paris'],
    ['Lula hosts Petro on Friday', 'BR-CO scheduled 2025-08-15 -'],
    ['Lula hosts Petro on Monday', 'BR-CO held 2025-08-11 -'],
    ['Lula hosted Petro on Friday', 'BR-CO held 2025-08-08 -'],
    ['Petro arrives in Brasilia on Friday', 'BR-CO scheduled 2025-08-15 Brasilia'],
    ['Petro arrived in Brasilia on Friday', 'BR-CO underway 2025-08-08 Brasilia'],
    ['Petro arrives in Brasilia on Tuesday', 'BR-CO underway 2025-08-12 Brasilia'],
    ["'Tomorrow counts,' Petro says as he lands in Brasilia", 'BR-CO underway - Brasilia'],
    ['Lula arrives in Lima on day two of his visit to Peru', 'BR-PE underway 2025-08-12 Lima'],
    ['Macron arrives in Oslo for the summit that begins tomorrow', 'FR-NO underway 2025-08-13 Oslo'],
    ['Merz says at a meeting with Modi that he will close the site in October', 'DE-IN held - -'],
    ['Putin and Macron meet at the 2025 forum in Lima', 'FR-RU held - Lima'],
    ['Macron on Monday pulls out of a meeting with Merz an hour before it was due to start', 'DE-FR cancelled 2025-08-11 -'],
    ['Modi trip to Oslo shifted to December', 'IN-NO postponed 2025-12-01/2025-12-31 Oslo'],
    ['Macron asks Merz for a meeting before the week is out', 'DE-FR proposed 2025-08-12/2025-08-17 -'],
    ["Macron shuns December's summit with Modi", 'FR-IN declined 2025-12-01/2025-12-31 -'],
    ['Merz leaves on his third visit to the United States on Thursday', 'DE-US scheduled 2025-08-14 United States'],
    ['Macron video call with Modi before Christmas conceivable', 'FR-IN possible 2025-08-12/2025-12-25 -'],
    ['Modi puts back talks with Macron on the reactors until December', 'FR-IN postponed 2025-12-01/2025-12-31 -'],
    ['Merz and Modi will hold two days of talks in Lyon starting on Friday', 'DE-IN scheduled 2025-08-15/2025-08-16 Lyon'],
    ['No Macron-Modi call on Monday, Elysee says', 'FR-IN denied 2025-08-11 -'],
    ['No Macron-Modi call on Thursday, Elysee says', 'FR-IN premature 2025-08-14 -'],
    ['A Putin-Macron call? Premature until Friday, says Kremlin', 'FR-RU premature 2025-08-12/2025-08-15 -'],
    ['Brazil and Peru agree on a road over the next two years following talks in Lima', 'BR-PE held - Lima'],
    ['Macron and Modi sat down on Monday from two to four', 'FR-IN held 2025-08-11 -'],
    ["Macron's Indian state visit slips to 2027", 'FR-IN postponed 2027-01-01/2027-12-31 India'],
    ['Merz drops October Oslo visit', 'DE-NO cancelled 2025-10-01/2025-10-31 Oslo'],
    ['Macron confirms June Modi-Ishiba summit', 'IN-JP scheduled 2026-06-01/2026-06-30 -'],
    ['Cuba frees two men nine days on from visit by Macron', 'CU-FR held 2025-08-03 Cuba'],
    ['Modi plans to meet Macron prior to a wedding on Monday', 'FR-IN scheduled - -'],
    ['Peru is in talks with Chile about a ship seized on Thursday', 'CL-PE underway - -'],
    ["Macron's visit to Peru this weekend may strain ties with Chile.", 'FR-PE scheduled 2025-08-16/2025-08-17 Peru'],
    ['Macron and Modi meet a day ahead of the G20 summit to plant a tree', 'FR-IN held - -'],
    ['Scandal had soured Merz trip, and his planned talks with Macron on Friday', 'DE-FR scheduled 2025-08-15 -'],
  ])('%s', (title, expected) => {
    expect(read(title, null)).toContain(expected);
  });
  it('is not the day on which somebody spoke in a late show', () => {
    const text = '"I hope to meet Putin," Macron said on the late show of the state channel on Monday.';
    expect(read('Macron speaks', text).filter((line) => line.includes('2025'))).toEqual([]);
  });
  it('is told by the text when the headline says that the meeting is off', () => {
    expect(read('Sheinbaum calls off Paris trip', "Mexico's president was to have met Macron on Thursday.")).toContain(
      'FR-MX cancelled 2025-08-14 Paris',
    );
  });
  it.each([
    ['He had been due to arrive in Beijing next week.', 'CN-FR cancelled 2025-08-18/2025-08-24 Beijing'],
    ['Aides blamed his schedule. He was to have left on Friday.', 'CN-FR cancelled 2025-08-15 China'],
    ['It had been planned for next week.', 'CN-FR cancelled 2025-08-18/2025-08-24 China'],
    ['The French president was expected in Shanghai on Friday.', 'CN-FR cancelled 2025-08-15 Shanghai'],
    ['He is to address parliament on Friday.', 'CN-FR cancelled - China'],
    ['Lula was expected in Shanghai on Friday.', 'CN-FR cancelled - China'],
  ])('of a trip called off is told by a later sentence: %s', (text, expected) => {
    expect(read('Macron cancels trip to China', text)).toContain(expected);
  });
  it.each([
    ['Putin rejects meeting with Macron', 'Both will be in Budapest on Friday for a forum.', 'FR-RU declined 2025-08-15 Budapest'],
    ['Putin may meet Macron', 'The two men are to attend a forum in Budapest on Friday.', 'FR-RU possible 2025-08-15 Budapest'],
    [
      'Sheinbaum backs out of Ottawa visit',
      "The president was to have been Carney's guest for two days from Thursday.",
      'CA-MX cancelled 2025-08-14/2025-08-15 Ottawa',
    ],
    ['Petro sends Modi letter', "Colombia's ambassador handed it over on Monday.", 'CO-IN held 2025-08-11 -'],
    ['Putin-Macron summit postponed', 'They were due in Budapest next week.', 'FR-RU postponed 2025-08-18/2025-08-24 Budapest'],
    ['Putin-Macron call dropped', 'The two were to have spoken this morning.', 'FR-RU cancelled 2025-08-12 -'],
    [
      'Peru withdraws from Lima meeting with Cuba',
      'The two advisers were to have spent Monday together.',
      'CU-PE cancelled 2025-08-18 Lima',
    ],
    ['Macron hosts Merz', "Aides were in good spirits after Monday's talks.", 'DE-FR held 2025-08-11 -'],
    [
      'Macron and Merz quarrel at Paris meeting',
      'The Monday session began late, an aide said after the Monday meeting.',
      'DE-FR held 2025-08-11 Paris',
    ],
    ['Macron to host Merz', "Friday's talks in Lyon will be about steel.", 'DE-FR scheduled 2025-08-15 Lyon'],
    ['Macron to host Merz', "Officials were tired after Monday's talks with Poland.", 'DE-FR scheduled - -'],
    ['Macron cancels Oslo visit', "Next month's trip had been planned since spring.", 'FR-NO cancelled 2025-09-01/2025-09-30 Oslo'],
    ['Merz backs out of Rome talks with Meloni', 'The foreign minister, Johann Wadephul, will go on Monday.', 'DE-IT cancelled - Rome'],
    [
      'Sheinbaum backs out of Ottawa visit',
      'The new president was to have arrived there on Thursday.',
      'CA-MX cancelled 2025-08-14 Ottawa',
    ],
  ])('is told by a sentence without a contact of its own: %s', (title, text, expected) => {
    expect(read(title, text)).toContain(expected);
  });
  it('of a plan that is off is no second plan', () => {
    expect(read('Putin-Macron summit postponed', 'The two were to have met on Friday in Budapest.')).toEqual([
      'FR-RU postponed 2025-08-15 Budapest',
    ]);
    const title = 'Putin-Macron summit postponed';
    const text = 'The two were to meet on Friday.';
    const { contacts } = codeItem({ id: 'x', title, text, date: '2025-08-12', outlet: null, lang: null }, lexicon);
    expect(contacts.map(({ status, background }) => [status, background])).toEqual([
      ['postponed', false],
      ['scheduled', true],
    ]);
  });
  it('of what is denied is told by those who claimed it, and that is no contact of its own', () => {
    expect(read('Elysee denies Putin-Macron call', 'The paper wrote that the two men spoke on Thursday.')).toEqual([
      'FR-RU denied 2025-08-07 -',
    ]);
  });
  it('is the nearer one of two that are told', () => {
    expect(read('Merz to visit Japan next month', 'Merz will visit Japan on 3 September.')).toEqual(['DE-JP scheduled 2025-09-03 Japan']);
  });
  it.each([
    ['VLADIVOSTOK, August 11. /TASS/. Talks between Putin and Xi have begun at the university.', 'CN-RU underway 2025-08-11 Vladivostok'],
    ['BEIJING, Aug. 11 (Xinhua) -- Wang Yi held talks with Indian Foreign Minister Jaishankar here.', 'CN-IN held - Beijing'],
    ['DAMASCUS - Foreign Minister Abbas Araghchi began a visit to Syria on Monday.', 'IR-SY underway 2025-08-11 Damascus'],
    ['RABAT - King Mohammed VI is sitting with the presidents of Guinea and Senegal at the royal palace.', 'GN-MA-SN underway - Rabat'],
    ['WASHINGTON (Reuters) - President Donald Trump met Emmanuel Macron on Monday.', 'FR-US held 2025-08-11 -'],
  ])('and its place stand in the dateline for what goes on there: %s', (text, expected) => {
    expect(read('', text)).toContain(expected);
  });
  it('is read behind an end mark that lost its space', () => {
    const text = 'Macron greeted the fans.Macron will meet Putin on Thursday.';
    expect(read('Macron in good spirits', text)).toContain('FR-RU scheduled 2025-08-14 -');
  });
});

describe('the place of a contact', () => {
  it.each([
    ['Macron and Merz meet in the Swiss city of Geneva', 'DE-FR held - Geneva'],
    ['Macron holds talks with Mark Carney of Canada on his first visit to the country', 'CA-FR held - Canada'],
    ['Orban has no White House invitation, minister says', 'HU-US premature - White House'],
    ['Merz meets Petro in Lima, Peru', 'CO-DE held - Lima, Peru'],
    ['Macron and Merz to attend a summit at Sharm el-Sheikh', 'DE-FR scheduled - Sharm el-Sheikh'],
    ['Macron caps Turkish visit with a walk', 'FR-TR scheduled - Turkey'],
    ['Macron ends visit to the Pakistani town of Peshawar', 'FR-PK held - Peshawar'],
    ['Переговоры Путина и Макрона по ситуации на Украине завершились в Осло', 'FR-RU held - Oslo'],
    ['Macron visits Qatar on Mideast trip', 'FR-QA held - Qatar'],
    ["Macron met Xi in Russia's Kazan", 'CN-FR held - Kazan'],
    ['Macron visits Cambodia for talks with the prime minister of Thailand', 'FR-TH scheduled - Cambodia'],
    ['Macron and Modi tipped to meet on fringes of Lima forum', 'FR-IN possible - Lima'],
    ['Macron declines to see Merz on Bali margins', 'DE-FR declined - Bali'],
    ['Spy row costs Putin his Moscow summit with Macron', 'FR-RU cancelled - Moscow'],
    ['Jordan calls off Amman summit with Macron and Merz', 'DE-FR-JO cancelled - Amman'],
    ['Lula puts Brasilia forward for Petro-Boric encounter', 'CL-CO proposed - Brasilia'],
    ['Lula puts forward Manaus as venue for talks with Petro', 'BR-CO proposed - Manaus'],
    ["Putin accepts Macron's proposal for summit, Geneva favoured as site", 'FR-RU agreed - Geneva'],
    ['No Modi-Sharif meeting listed for Samarkand', 'IN-PK premature - Samarkand'],
    ['Putin-Macron summit set for Budapest', 'FR-RU scheduled - Budapest'],
    ['Merz sends Wadephul to Moscow for talks with Lavrov', 'DE-RU scheduled - Moscow'],
    ['Macron, Merz hold meeting at military base', 'DE-FR held - military base'],
    ['The old navy base where Macron will host Merz', 'DE-FR scheduled - old navy base'],
    ['Macron, Merz meet aboard a warship off Sicily', 'DE-FR held - warship'],
    ['Macron flies to Lima, where he will meet Boric', 'CL-FR scheduled - Lima'],
    ['Macron drops the session with Merz, which was to have taken place in Rome', 'DE-FR cancelled - Rome'],
    ["Macron's final trip to Asia", 'FR-XX scheduled - Asia'],
    ['Macron cancels Mideast trip', 'FR-XX cancelled - Middle East'],
    ['Union invites Petro and Boric to a meeting to be held in the Ethiopian capital', 'CL-CO proposed - Addis Ababa'],
    ['There were no French-Syrian meetings in Muscat, an official said', 'FR-SY denied - Muscat'],
    ['Xi hosts Modi and Lula at Beijing military parade', 'BR-CN-IN held - Beijing'],
    ['Macron met Petro in Havana, Italian and Cuban officials say', 'CO-FR held - Havana'],
    ['Rwanda and Uganda meet at the Gatuna border post', 'RW-UG held - Gatuna'],
    ['Macron meets Merz at his Ardennes golf course', 'DE-FR held - Ardennes'],
    ['Macron invites Putin to a meeting in the war-torn Donbas', 'FR-RU proposed - Donbas'],
    ['Modi arrives in Shanghai, China', 'CN-IN underway - Shanghai, China'],
    ['Modi arrives for UK state visit, greeted by the king at Windsor Castle', 'GB-IN underway - Windsor Castle'],
    ['White House eyes Geneva for talks with Putin and Zelensky', 'RU-UA-US possible - Geneva'],
    ['UK to host Macron for state visit', 'FR-GB scheduled - UK'],
    ['China invites Modi to visit', 'CN-IN proposed - China'],
    ['putin macron resume belfast summit', 'FR-RU underway - belfast'],
    ['Doubts in Moscow before Putin-Macron summit', 'FR-RU scheduled - -'],
    ['Protests in Athens during Macron visit', 'FR-GR underway - Athens'],
    ['Drones hit bases in Middle East as Macron meets Modi', 'FR-IN held - -'],
    ['Putin to meet Macron in Swiss-brokered summit', 'FR-RU scheduled - -'],
    ['Berlin asks Ankara for new date for Merz visit', 'DE-TR postponed - Ankara'],
    ["Norway's prime minister says a visit by the Chinese premier would be welcome", 'CN-NO willing - Norway'],
    ['Putin travels to the Chinese capital', 'CN-RU held - Beijing'],
    ['Macron Moscow talks end without a deal', 'FR-RU held - Moscow'],
    ['Macron to miss chance for UK parliamentary speech during September state visit', 'FR-GB scheduled 2025-09-01/2025-09-30 UK'],
    ['Merz holds talks with the Syrian government in Geneva, Switzerland', 'DE-SY held - Geneva, Switzerland'],
    ['Merz says Oslo ready to host Putin-Modi summit', 'IN-RU willing - Oslo'],
    ['Macron offers Cairo as venue for Putin meeting', 'FR-RU proposed - Cairo'],
    ['Izmir to host talks of Syria and Qatar on Wednesday', 'QA-SY scheduled 2025-08-13 Izmir'],
    ['Macron hails progress at Germany-Japan meeting', 'DE-JP held - -'],
    ['Macron and Modi discuss the uprising in Syria', 'FR-IN held - -'],
    ['Wadephul arrives in Ankara, Turkey, for talks with Japanese Foreign Minister Takeshi Iwaya', 'DE-JP underway - Ankara, Turkey'],
    ['Khamenei announces in Isfahan that Iran is ready for talks with France', 'FR-IR willing - -'],
    ['Macron met Modi this Monday', 'FR-IN held 2025-08-11 -'],
    ['Macron-Modi summit could be held as soon as October', 'FR-IN possible 2025-10-01/2025-10-31 -'],
    ['Macron was in Delhi on Monday for talks with Modi', 'FR-IN held 2025-08-11 Delhi'],
    ['Macron has been in Delhi since Monday for talks with Modi', 'FR-IN underway - Delhi'],
    ['Macron to attend May 9 parade in Delhi, hold talks with Modi', 'FR-IN scheduled 2026-05-09 Delhi'],
    ['Lula met Petro at State House, Lima', 'BR-CO held - State House, Lima'],
    ['Lula met Petro at the Chilean embassy in Lima', 'BR-CO held - Chilean embassy, Lima'],
    ['Lula met Petro at the Sonnenberg State Guesthouse.', 'BR-CO held - Sonnenberg State Guesthouse'],
    ['Wadephul met his Omani counterpart during the EU meetings in Lima.', 'DE-OM held - Lima'],
    ['Barrot in Lima as Macron is to meet Putin', 'FR-RU scheduled - -'],
    ['Norway says it stands ready to host Oman-Iraq talks', 'IQ-OM willing - Norway'],
    ['Doha talks between Ghana and Togo to resume on Wednesday', 'GH-TG scheduled 2025-08-13 Doha'],
  ])('%s', (title, expected) => {
    expect(read(title, null)).toContain(expected);
  });
  it.each([
    ['', 'In a phone call on Monday, Macron and Putin agreed to meet in Lima next month.', 'FR-RU held 2025-08-11 -'],
    [
      '',
      'Sisi received at the presidential palace on Monday Turkish Foreign Minister Hakan Fidan.',
      'EG-TR held 2025-08-11 presidential palace',
    ],
    ['', 'Sisi met Fidan in Lima at weekend.', 'EG-TR held 2025-08-09/2025-08-10 Lima'],
    ['', 'Speaking in Lima, Rutte said Macron and Putin would meet.', 'FR-RU scheduled - -'],
    ['', 'U.S. and Omani officials met in Lima on Monday.', 'OM-US held 2025-08-11 Lima'],
    ['', "Merz's visit to Peru, which is his first, ends on Thursday.", 'DE-PE underway - Peru'],
    ['Witkoff to meet Putin', 'In Moscow, Steve Witkoff is expected to present Putin with a proposal.', 'RU-US scheduled - Moscow'],
    ['Macron visits Slovakia', '"We are friends," Macron told reporters in Bratislava.', 'FR-SK held - Bratislava'],
    ['Macron visits Slovakia', '"We are friends," Macron told reporters in Vienna.', 'FR-SK held - Slovakia'],
    ['Macron and Modi will meet at a military base', 'Macron will meet Modi at a base in Alaska.', 'FR-IN scheduled - Alaska'],
    ['Macron hosts Modi', 'Macron is to meet Modi at the Elysee Palace.', 'FR-IN held - Elysee Palace'],
    ['Macron lands in Brazil', "The president's plane touched down in Manaus in the rain.", 'BR-FR underway - Manaus'],
  ])('is told by a later sentence: %s', (title, text, expected) => {
    expect(read(title, text)).toContain(expected);
  });
  it('is the city of the text rather than the state of the title', () => {
    expect(read('Rubio to visit Japan', 'Rubio will meet the Japanese prime minister on his visit to Osaka.')).toContain(
      'JP-US scheduled - Osaka',
    );
  });
  it('is that of the gathering at which two meet', () => {
    const title = 'The G20 summit opens in Bali, Indonesia, and will last until August 14.';
    expect(read(title, 'Macron and Widodo make their first appearance at the summit.')).toContain(
      'FR-ID underway 2025-08-12/2025-08-14 Bali, Indonesia',
    );
  });
  it('makes no party of a city where many meet', () => {
    expect(read('Merz wants to postpone Budapest summit', null).filter((line) => line.includes('HU'))).toEqual([]);
  });
});
