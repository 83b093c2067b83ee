/** A headline of our own (published on Tuesday, 12 August 2025, where nothing else is said), the contacts it asserts, and words that none may show. Without `not` there are no others. */
export type Headline = {
  readonly title: string;
  readonly text?: string;
  readonly date?: string;
  readonly reads: readonly string[];
  readonly not?: readonly string[];
};

export const HEADLINES: readonly Headline[] = [
  // Contractions
  { title: 'Macron says he’ll soon sit down with Putin', reads: ['FR-RU scheduled'] },
  { title: "Merz says he'll speak with Xi on Monday", reads: ['CN-DE scheduled @2025-08-18'] },
  { title: 'They’re meeting in Oslo: Putin and Macron', reads: ['FR-RU in:Oslo'] },
  { title: "Putin won't commit to Zelensky talks", reads: ['RU-UA premature side:RU'] },
  // One name before a summit: whose summit it is
  { title: 'Merz and European leaders speak with Trump ahead of Putin summit', reads: ['DE-EU-US held', 'RU-US scheduled bg'] },
  {
    title: 'Zelensky and EU leaders plan call with Trump before Putin talks',
    reads: ['EU-UA-US scheduled phone', 'RU-US scheduled bg'],
  },
  { title: 'NATO chief says Trump will sound out Putin in Friday meeting', reads: ['RU-US scheduled @2025-08-15 nowhere'] },
  { title: 'Rubio sees no deal yet after Putin summit', reads: ['RU-US held leader bg'] },
  // A state before the noun may be its topic only
  { title: 'Trump phones Putin during Ukraine summit', reads: ['RU-US held phone'] },
  { title: 'Putin to offer minerals to Trump at Ukraine summit', reads: ['RU-US scheduled nowhere'] },
  { title: 'White House eyes Vienna for peace talks with Zelensky and Putin', reads: ['RU-UA-US possible'] },
  // Who joins, who is thanked
  { title: 'Merz to join Zelensky for White House meeting with Trump', reads: ['DE-UA-US scheduled in:White_House'] },
  { title: 'Zelensky thanks Macron for fruitful talks', reads: ['FR-UA held'] },
  // Invitations and arrivals
  { title: 'White House considering inviting Zelensky to Alaska', reads: ['UA-US possible leader'] },
  { title: 'Putin lands in Alaska', reads: ['RU-US underway visit in:Alaska'] },
  { title: 'Putin and Trump clash over land in Alaska', reads: [] },
  // Plans and intentions
  { title: 'Trump intends to meet Xi', reads: ['CN-US willing side:US'] },
  { title: 'Trump announces his intention to visit Japan', reads: ['JP-US scheduled visit'] },
  { title: 'Kremlin begins planning for Putin-Modi meeting', reads: ['IN-RU agreed'] },
  // What an operator governs
  { title: 'Modi holds talks with Putin on his first visit and agrees to work together', reads: ['IN-RU held'] },
  { title: 'Macron and Modi hold talks and agree to set up a fund', reads: ['FR-IN held'] },
  { title: 'Following their dinner meeting, Macron and Xi agreed that tariffs would fall', reads: ['CN-FR held'] },
  { title: 'NATO summit prepares to raise a target', reads: [], not: ['agreed'] },
  { title: 'Abbas says talks are in crisis following refusal to stop building', reads: [], not: ['declined'] },
  { title: 'Macron wants to delay Xi summit', reads: ['CN-FR postponed side:FR'] },
  { title: 'Khamenei sees "no point" in meeting Trump', reads: ['IR-US declined side:IR'] },
  { title: 'Putin-Macron call paves the way for three-way talks with Zelensky', reads: ['FR-RU held phone', 'FR-RU-UA possible'] },
  { title: 'Peskov declines to specify whether Putin and Macron would speak', reads: [] },
  { title: "'I have never met Putin', says Sanchez", reads: [] },
  { title: "Xi withdraws Modi's invitation to a summit", reads: ['CN-IN cancelled'] },
  // Who takes part, and what is only spoken of
  { title: 'Leaders of Japan, Australia and India meet to discuss China', reads: ['AU-IN-JP held'] },
  { title: 'Xi and Putin meet in Beijing a week after Trump visit', reads: ['CN-RU held in:Beijing', 'CN-US held visit bg'] },
  { title: 'Macron and Merz visit battery plant', reads: [] },
  { title: 'Macron takes a trip to London for his daughter’s wedding', reads: [] },
  { title: 'In an open letter to Putin, Macron proposes a meeting', reads: ['FR-RU held letter', 'FR-RU proposed in_person'] },
  { title: 'Foreign ministers from Spain, Turkey and Chile meet', reads: ['CL-ES-TR held minister'] },
  { title: 'Hamas says it has agreed to resume truce talks', reads: ['PS-XX agreed envoy'] },
  { title: 'Kenya pulls out of an international summit', reads: ['KE-XX cancelled leader'] },
  { title: 'Peru postpones the Summit of the Americas', reads: ['PE-XX postponed'] },
  { title: 'Macron arrives in Jordan', reads: ['FR-JO underway visit in:Jordan'] },
  { title: 'Modi embarks on a state visit to Brazil', reads: ['BR-IN underway visit'] },
  // Dates and places
  { title: 'Merz on Thursday called for a meeting with Putin', reads: ['DE-RU proposed undated'] },
  { title: 'Putin meets Macron after the 2022 break', reads: ['FR-RU held undated'] },
  { title: 'Macron calls Putin for the third time in two weeks', reads: ['FR-RU held phone undated'] },
  { title: 'Putin cancels meeting with Macron, planned for Thursday', reads: ['FR-RU cancelled @2025-08-14'] },
  { title: 'Macron and Putin to meet August 28 through the 30th', reads: ['FR-RU scheduled @2025-08-28/2025-08-30'] },
  { title: 'Macron says the conversation with Putin last month was frank', reads: ['FR-RU held @2025-07-01/2025-07-31'] },
  { title: 'Trump hosts Macron at Mar-a-Lago', reads: ['FR-US held in:Mar-a-Lago'] },
  { title: 'Macron and Xi meet at Asia summit', reads: ['CN-FR held nowhere'] },
  // Whose position, and what a text of sport says
  { title: 'Macron calls Putin and proposes a summit', reads: ['FR-RU held phone', 'FR-RU proposed side:FR'] },
  { title: 'Kremlin: lack of a French answer on Putin-Macron talks is a refusal', reads: ['FR-RU declined side:FR'] },
  { title: 'Modi and Macron agree to a summit hosted by Qatar', reads: ['FR-IN agreed'] },
  {
    title: 'Conversation with the President of France',
    text: 'Vladimir Putin had a telephone conversation with Emmanuel Macron.',
    reads: ['FR-RU held phone news'],
  },
  { title: 'France and Wales to meet in Cardiff on Saturday', text: 'It is the last round of the rugby season.', reads: [] },
  // Predicates about something else, places of something else
  { title: 'Putin-Macron talks may be a first step to peace', reads: ['FR-RU underway'] },
  { title: 'Putin-Macron talks unlikely to bring peace', reads: ['FR-RU underway'] },
  { title: 'A Putin-Macron summit could be held in May', reads: ['FR-RU possible @2026-05-01/2026-05-31'] },
  { title: 'Kremlin aide says agreement reached for Putin-Macron meeting', reads: ['FR-RU agreed'] },
  { title: 'Merz not happy with Iran talks', reads: [], not: ['declined'] },
  { title: 'Archive opens tapes of phone talks between Reagan and White House officials', reads: [] },
  { title: 'Russia advances in Ukraine before Putin-Macron summit', reads: ['FR-RU scheduled nowhere'] },
  { title: 'Putin and Macron sign pact at Singapore summit', reads: ['FR-RU held in:Singapore'] },
  { title: 'Spain and Peru hold first talks in three years', reads: ['ES-PE held undated'] },
  { title: 'Merz to join European leaders on call before Macron talks', reads: ['DE-EU scheduled phone'], not: ['EU-FR'] },
  // Guests, owners and addressees
  { title: 'Macron says Putin, Zelensky should meet', reads: ['RU-UA proposed'] },
  { title: 'Zelensky could attend Putin-Macron summit', reads: ['FR-RU-UA possible'] },
  { title: 'Macron meets Zelensky, European leaders at Elysee', reads: ['EU-FR-UA held'] },
  { title: 'European leaders arrive at White House for talks with Trump', reads: ['EU-US underway'] },
  { title: "Kim's visit to Hanoi for his summit with Xi begins", reads: ['CN-KP underway'], not: ['CN-VN'] },
  { title: 'Orban says he spoke to Macron about Putin meeting', reads: ['FR-HU held', 'FR-RU scheduled'] },
  { title: 'Berlin urges for Ukraine to be included in Putin-Macron Geneva peace talks', reads: ['FR-RU scheduled'] },
  { title: 'Paris asks for a say in talks with Russia, Merz says', reads: [], not: ['DE-FR-RU'] },
  { title: 'Oslo talks could prove more vital for Ukraine than Putin-Macron summit', reads: [], not: ['possible', 'FR-RU-UA'] },
  { title: 'Oslo talks matter more than Putin-Macron summit', reads: [], not: ['news'] },
  { title: 'Putin invites Modi to Moscow', reads: ['IN-RU proposed in:Moscow'] },
  { title: 'Turkey proposes that Putin meet Zelensky in Istanbul', reads: ['RU-UA proposed in:Istanbul'], not: ['held'] },
  { title: 'Kremlin: Putin-Macron call not planned for now', reads: ['FR-RU premature side:RU'] },
  { title: 'Macron ends trade talks with Mali', reads: ['FR-ML cancelled'] },
  { title: 'Macron ends talks with Putin', reads: ['FR-RU held'] },
  { title: 'Macron told Putin that he wants a truce', reads: ['FR-RU held talks leader'] },
  { title: 'Macron told Putin to stop', reads: [] },
  // An operator that stands around its nucleus
  { title: 'White House puts Netanyahu visit on hold', reads: ['IL-US postponed visit'] },
  { title: 'Trump calls Putin summit off', reads: ['RU-US cancelled'] },
  { title: 'Tehran rules talks with Oman out', reads: ['IR-OM declined'] },
  // A common surname beside the leader of another state
  { title: 'Modi-Sharif meeting set for Oslo', date: '2022-09-01', reads: ['IN-PK scheduled'] },
  { title: 'Zuma rings Mugabe', date: '2011-02-08', reads: ['ZA-ZW held phone'] },
  { title: 'Mugabe walks past a Green in Harare', date: '2011-02-08', reads: [] },
  { title: 'Keita and Sall agree to meet', date: '2016-05-05', reads: ['ML-SN agreed'] },
  // The preposition of a verb
  { title: 'Menem will be received by Kohl in Bonn', date: '1992-09-21', reads: ['AR-DE scheduled in:Bonn'] },
  { title: 'Putin might run into Macron in Geneva', reads: ['FR-RU possible'] },
  { title: "Fico won't pick up the phone to Zelenskyy", reads: ['SK-UA declined phone'] },
  { title: 'Merz call to Putin slips to Friday', reads: ['DE-RU phone'] },
  { title: 'Merz calls to end the war', reads: [] },
  { title: 'Beijing withdraws invitation to Macron', reads: ['CN-FR cancelled'] },
  // One phrase, several stops
  {
    title: 'Merz cancels visits to India, Japan because of snow',
    reads: ['DE-IN cancelled in:India', 'DE-JP cancelled in:Japan'],
    not: ['DE-IN-JP'],
  },
  { title: 'Macron to visit Kenya and Mali', reads: ['FR-KE scheduled', 'FR-ML scheduled'] },
  // An office of the state that speaks
  { title: 'Taipei denies foreign minister met Chinese officials', reads: ['CN-TW denied'] },
  { title: 'Moroccan palace denies king telephoned Algerian president', reads: ['DZ-MA denied phone'] },
  // What is only recalled or beside the news
  { title: 'Troops mass at the border before Putin-Macron summit', reads: ['FR-RU scheduled bg'] },
  { title: 'Macron faces backlash over meeting with Putin', reads: ['FR-RU held bg'] },
  { title: 'Two weeks after Putin-Macron summit, Berlin waits', reads: ['FR-RU held bg'] },
  { title: 'With Putin-Macron summit looming, Merz says the army stays', reads: ['FR-RU scheduled bg'] },
  { title: 'As Putin-Macron summit nears, families of captives hope', reads: ['FR-RU scheduled bg'] },
  { title: 'Merz to meet Trump about talks with Iran', reads: ['DE-US scheduled news', 'talks bg'] },
  {
    title: 'Berlin rebuilds its army',
    text: 'Chancellor Friedrich Merz met Emmanuel Macron in Toulon in May.',
    reads: ['DE-FR held bg'],
  },
  // Where an operator ends
  { title: 'Macron writes to Putin, suggests a meeting', reads: ['FR-RU proposed in_person', 'FR-RU held letter'] },
  { title: 'Merz rejects second-rate status, urges Putin and Macron to hold talks', reads: ['FR-RU proposed'] },
  { title: 'Oil prices dropped amid Putin-Macron talks', reads: ['FR-RU underway'] },
  { title: 'Merz did not mention the Putin-Macron meeting', reads: ['FR-RU scheduled'] },
  { title: 'Putin-Macron summit could bolster trade', reads: ['FR-RU scheduled'] },
  { title: 'Macron prepares to meet Putin in Oslo', reads: ['FR-RU scheduled in:Oslo'] },
  { title: 'Macron prepares to meet Putin', reads: ['FR-RU agreed'] },
  { title: 'Putin-Macron talks kick off in Oslo and will last until Friday', reads: ['FR-RU underway in:Oslo'] },
  // What is to be seen
  { title: "Pomp and protests for Macron's visit to Moscow", reads: ['FR-RU underway visit'] },
  { title: 'As NATO leaders meet, Merz stays silent', reads: ['NATO underway'] },
  { title: 'Macron leaves summit with Putin early', reads: ['FR-RU cancelled'] },
  // Who joins, stands beside, leaves
  { title: 'Modi joins Putin, Xi in Oslo', reads: ['CN-IN-RU held'] },
  { title: 'Zelensky addresses EU leaders by video link', reads: ['EU-UA held video'] },
  { title: "Xi joins Trump in a magazine's list of the powerful", reads: [] },
  { title: 'Rubio leaves Ankara empty-handed', reads: ['TR-US held visit'] },
  { title: 'Starmer welcomed in Oslo by Macron', reads: ['FR-GB held'] },
  { title: 'Pope Leo grants audience to Vance', reads: ['US-VA'] },
  { title: 'Macron and Modi in 50-minute call on steel', reads: ['FR-IN held phone'] },
  { title: 'Letter from Macron reaches Tehran', reads: ['FR-IR held letter'] },
  { title: 'Meloni presents Trump with a vase at White House', reads: ['IT-US held'] },
  // Whose trip it is
  { title: "Berlin lifts ban on Mali's Goita ahead of Kremlin visit", reads: ['ML-RU scheduled visit'] },
  { title: 'Macron visit puts Merz in a corner', reads: ['DE-FR visit'] },
  { title: 'Macron, Merz, Starmer and Tusk in Kyiv in show of unity', reads: ['DE-FR-GB-PL-UA underway visit'] },
  // A name that is a place, and one beside another in a heading in title case
  { title: 'Omani foreign minister arrives in Nepal', reads: ['NP-OM underway visit'] },
  { title: 'Barrot, Fidan Hold Talks on Grain', reads: ['FR-TR held'] },
  { title: "Uganda's Okello meets Rubio", reads: ['UG-US held minister'] },
  // A club that calls itself willing
  { title: "Merz to attend 'coalition of the willing' meeting", reads: ['DE-XX scheduled'] },
  { title: 'Dar paid courtesy calls on Modi', reads: ['IN-PK held in_person'] },
  // Where to stands inside the phrase; with whom is said by the place
  { title: 'Macron makes surprise Kenya visit', reads: ['FR-KE held visit'] },
  { title: 'Merz to make first Mali trip', reads: ['DE-ML scheduled visit'] },
  { title: 'Barrot holds talks in Amman', reads: ['FR-JO held'] },
  { title: 'Macron holds talks on conflict in Syria', reads: [] },
  { title: 'Kenya expects Macron to visit in December', reads: ['FR-KE scheduled visit'] },
  { title: 'King receives Merz in Amman', reads: ['DE-JO held'] },
  { title: "Syrian leader's special envoy arrives in Oslo", reads: ['NO-SY underway visit'] },
  // Talks whose name tells their sides
  { title: 'Brexit talks stall again', reads: ['EU-GB talks'] },
  { title: 'U.S. open to talks with Oman', reads: ['OM-US willing'] },
  { title: 'Emissaries from Paris and Tripoli meet in Oslo', reads: ['FR-LY held'] },
  { title: 'Merz hopes for peace as Gulf leaders meet in Jeddah', reads: ['XX underway'] },
  // No contact: what somebody is called, what stands in a proverb, land that is his, trade fairs, sport
  { title: "Putin calls Macron 'a clever man'", reads: [] },
  { title: 'Merz calls gas fields a "bargaining chip" with Norway', reads: [] },
  { title: "Any breach will be 'met accordingly', Macron tells Moscow", reads: [] },
  { title: 'Putin visits annexed Crimea', reads: [] },
  { title: 'AI chiefs share stage at Nairobi summit', reads: [] },
  { title: 'Trump calls Situation Room meeting on Iran', reads: [] },
  { title: 'Brazil will meet Norway on Sunday', text: 'The FIFA ranking puts Norway ahead.', reads: [] },
  // The place first
  { title: 'In Nairobi, Macron urges a truce', reads: ['FR-KE visit'] },
  { title: 'In Ukraine, Putin faces a long winter', reads: [] },
  // A verb of several; the parliament of another state; who calls by
  { title: 'Nordic premiers huddle in Oslo', reads: ['XX held'] },
  { title: 'Macron and Merz huddle in Oslo', reads: ['DE-FR held'] },
  { title: 'Macron meets Bundestag delegation', reads: ['DE-FR held envoy'] },
  { title: 'Merz meets Bundestag delegation', reads: [] },
  { title: 'Macron drops in on Merz in Berlin', reads: ['DE-FR held'] },
  { title: 'Tinubu, Ramaphosa co-chair commission in Abuja', reads: ['NG-ZA held'] },
];
