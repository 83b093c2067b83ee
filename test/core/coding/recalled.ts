import type { Headline } from './headlines.ts';

/** News of one contact that recalls another one: of before, of others, or as what the news is measured by. */
export const RECALLED: readonly Headline[] = [
  // Later sentences of a text
  {
    title: 'Merz asks Xi for a call',
    text: 'The two last spoke in May.',
    reads: ['CN-DE proposed', 'CN-DE held bg @2025-05-01/2025-05-31'],
  },
  {
    title: 'Sanchez puts off his trip to Ankara',
    text: 'He met Recep Tayyip Erdogan in Rome in March.',
    reads: ['ES-TR postponed visit', 'ES-TR held bg in:Rome @2025-03-01/2025-03-31'],
  },
  { title: 'Meloni will visit Cairo', text: 'She called Macron on Monday.', reads: ['EG-IT scheduled', 'FR-IT held phone @2025-08-11'] },
  {
    title: 'Modi ready to meet Xi',
    text: 'A summit of Modi and Xi in Goa was called off last month.',
    reads: ['CN-IN willing', 'CN-IN cancelled bg'],
  },
  {
    title: 'Qatar is open to talks with Egypt',
    text: 'Doha broke off the talks with Cairo earlier this year.',
    reads: ['EG-QA willing', 'EG-QA cancelled bg'],
  },
  {
    title: 'Macron accepts Merz’s invitation to Berlin',
    text: 'Macron has been to Germany twice since March.',
    reads: ['DE-FR agreed', 'DE-FR held bg visit'],
  },
  {
    title: 'Meloni lands in Cairo',
    text: 'She is to hold talks with Macron on Friday.',
    reads: ['EG-IT underway', 'FR-IT scheduled @2025-08-15'],
  },
  // What was planned and is off
  {
    title: 'Merz cancels meeting with Xi',
    text: 'The chancellor had been due to see Xi Jinping on Friday.',
    reads: ['CN-DE cancelled @2025-08-15'],
  },
  // The noun says itself that it is over
  { title: 'Spies planned a crash during Macron’s 2019 visit to Spain', reads: ['ES-FR held bg'] },
  { title: 'Tycoon skips Macron’s recent trip to Spain', reads: ['ES-FR held visit bg'] },
  { title: 'Macron’s 2025 visit to Spain begins', reads: ['ES-FR underway'] },
  // The day of what is to come is not the day of what was said
  { title: 'Spain and Peru agree to share water over the next four years following talks in Lima', reads: ['ES-PE held'] },
  // Who speaks comes from there
  { title: 'Macron says he is ready to meet Putin after talks with Merz', reads: ['FR-RU willing', 'DE-FR held'], not: ['bg'] },
  { title: 'Macron to meet Putin after talks with Merz', reads: ['FR-RU scheduled', 'DE-FR held bg'] },
  { title: 'Abe renewed his invitation to Moon when the two met in Oslo', date: '2018-09-27', reads: ['JP-KR proposed', 'JP-KR held bg'] },
  {
    title: 'Peru sends troops',
    text: 'Madrid allowed that Sanchez had met Boluarte in Lima on Monday.',
    reads: ['ES-PE held'],
  },
  // Where he had been, and where he went
  {
    title: 'Sanchez open to meeting Erdogan',
    text: 'He was speaking in Oslo, where Pedro Sanchez met Emmanuel Macron.',
    reads: ['ES-TR willing', 'ES-FR held bg'],
  },
  { title: 'Sanchez flies to Paris, where he met Macron', reads: ['ES-FR held'], not: ['bg'] },
  // What a contact is about
  { title: 'Macron to meet Merz, focus on visit of Putin to China', reads: ['DE-FR scheduled', 'CN-RU bg'] },
  // A summit of many as the time of other news
  { title: 'Sanchez sacks a minister before the G20 summit', reads: ['ES-XX scheduled bg'] },
  { title: 'Sanchez to decide on taxes after the G20 summit', reads: ['ES-XX bg'] },
  { title: 'Arafat, reacting to the Bush-Sharon summit, vows to stay', date: '2004-04-15', reads: ['IL-US held bg'] },
  { title: 'China planned a crash during Macron’s visit to Spain', reads: ['ES-FR bg'], not: ['news'] },
  // Beside the news of the same sentence
  { title: 'Macron to attend G20 summit despite cancellation of talks with Putin', reads: ['FR-XX scheduled', 'FR-RU cancelled bg'] },
  { title: 'Trump will not see Modi during his trip to India', reads: ['IN-US declined', 'IN-US scheduled visit bg'] },
  // The same two at another time, told in the text
  {
    title: 'Orban meets Rama in Tirana',
    text: 'Orban hosted Rama in Budapest two months ago.',
    reads: ['AL-HU held in:Tirana', 'AL-HU held bg in:Budapest @2025-05-29/2025-06-28'],
  },
  {
    title: 'Orban meets Rama',
    text: 'The last meeting between the two leaders came in January.',
    reads: ['AL-HU held', 'AL-HU held bg @2025-01-01/2025-01-31'],
  },
  { title: 'Orban meets Rama', text: 'Orban, who met Rama on Tuesday, praised his guest.', reads: ['AL-HU held @2025-08-12'] },
  // What one tells another of, and what is inquired into
  { title: 'Macron briefs Merz on his call with Putin', reads: ['DE-FR held talks', 'FR-RU held phone bg'] },
  { title: 'Putin informs Xi of the outcome of his meeting with Modi', reads: ['CN-RU held talks', 'IN-RU held bg'] },
  { title: 'Rubio briefs senators on his talks with Wang', reads: ['CN-US held talks'] },
  { title: 'Macron aide lied to agents about his talks with the Russian ambassador', reads: ['FR-RU held talks bg'] },
  { title: 'Merz lets grain pass under a deal struck at talks with Putin', reads: ['DE-RU held talks bg'] },
  { title: 'Deal struck at talks of Merz and Putin', reads: ['DE-RU underway talks'] },
  // What came of it, and what merely came then
  { title: 'Merz frees a spy', text: 'The decision came after a call with Russian President Putin.', reads: ['DE-RU held phone'] },
  { title: 'Quake hits Bonn', text: 'The quake came after a call between Merz and Putin.', reads: ['DE-RU held phone bg'] },
  // What is spoken of, what one comes from, what goes on anyway
  { title: 'Merz, Macron discuss Trump-Putin summit', reads: ['DE-FR held talks', 'RU-US scheduled bg'] },
  { title: 'Putin and Xi discuss Modi’s visit to Moscow', reads: ['CN-RU held talks', 'IN-RU scheduled visit bg'] },
  { title: 'Putin and Xi discuss summit in Moscow', reads: ['CN-RU held'] },
  { title: 'Merz, fresh off a trip to Beijing, sells his house', reads: ['CN-DE held visit bg'] },
  { title: 'Merz reshuffles his team after a call with Macron', reads: ['DE-FR held phone bg'] },
  { title: 'Putin-Macron summit, two years on', reads: ['FR-RU held bg'] },
  { title: 'Sanchez pledges arms in wake of Trump-Putin summit', reads: ['RU-US held bg'] },
  {
    title: 'Rubio to visit Israel',
    text: 'Washington has been pressing Oman to give way, but talks between the two countries have led nowhere.',
    reads: ['IL-US scheduled visit', 'OM-US underway talks bg'],
  },
  // One contact ahead of another
  { title: 'Trump will talk to Merz ahead of Putin meeting', reads: ['DE-US scheduled talks', 'RU-US scheduled bg'] },
  { title: 'Trump and Putin land in Oslo ahead of their summit', reads: ['RU-US scheduled'] },
  // The only two of the headline; the state of a city; the first to do so
  {
    title: 'Putin praises North Koreans, Pyongyang says',
    text: 'A phone call of the two leaders came on Tuesday.',
    reads: ['KP-RU held phone @2025-08-12'],
  },
  { title: 'Merz is in Khartoum, Sudan, for talks with the country’s leaders', reads: ['DE-SD underway talks'] },
  { title: 'Merz is in Norway’s capital, Oslo, for talks with Norwegian leaders', reads: ['DE-NO underway'] },
  { title: 'Meloni is the first foreign leader to meet President-elect Donald Trump', date: '2025-01-10', reads: ['IT-US held'] },
  { title: 'Arab and Middle East leaders meet in Riyadh', reads: ['XX held in:Riyadh'] },
  // A tour that goes on, a quarrel that is a noun
  { title: 'Lavrov visits Egypt, and will also visit Ethiopia', reads: ['EG-RU held visit', 'ET-RU scheduled visit'] },
  {
    title: 'Pope Leo lands in Ecuador',
    text: 'Next he travels to Bolivia.',
    reads: ['EC-VA underway visit', 'BO-VA scheduled visit'],
  },
  { title: 'Japan and South Korea meet for the first time since the trade dispute', reads: ['JP-KR held'] },
  { title: 'White House says Sudan starves its people, before Macron visit', reads: ['FR-US scheduled visit bg'] },
  { title: 'White House speaks of a new era ahead of Macron visit', reads: ['FR-US scheduled visit'] },
  // What comes to light is the news, however long ago it was
  { title: 'Merz and Xi held secret talks in 2023, aide says', reads: ['CN-DE held @2023-01-01/2023-12-31'] },
  { title: 'It emerges that Merz met Xi last year', reads: ['CN-DE held @2024-01-01/2024-12-31'] },
  { title: 'Book reveals how Merz shouted at Macron at 2024 summit', reads: ['DE-FR held bg'] },
  { title: 'Norway’s secret: Merz and Xi had met in Oslo in 2019', reads: ['CN-DE held'], not: ['bg'] },
  { title: 'Kremlin reveals Putin call with Merz last year', reads: ['DE-RU held'], not: ['bg'] },
  // What is secret or comes to light is something else
  { title: 'Covert loans row: Merz met Xi in 2019', reads: ['CN-DE held bg'] },
  { title: 'Survey reveals farmers loathed Merz-Xi summit in 2019', reads: ['CN-DE bg'] },
  { title: 'Secret agents guarded Merz-Xi summit held in Bonn last month', reads: ['CN-DE held bg'] },
  // What is looked into, and what is only told; who comes from talks and does nothing else
  { title: 'Kremlin discloses talks with Berlin', reads: ['DE-RU talks'], not: ['bg'] },
  { title: 'Merz just back from talks with Xi', reads: ['CN-DE held talks'], not: ['bg'] },
  // In a call about others
  { title: 'Merz and Macron discuss Putin-Modi summit in call', reads: ['DE-FR held phone'], not: ['DE-FR-IN-RU'] },
  // How often, with whom, and before what
  {
    title: 'Merz to see Xi in Lima',
    text: 'The chancellor and Xi have met twice before.',
    reads: ['CN-DE scheduled', 'CN-DE held bg'],
  },
  { title: 'Merz would like to see Modi, with whom he spoke in May', reads: ['DE-IN willing', 'DE-IN held bg @2025-05-01/2025-05-31'] },
  { title: 'Merz briefs Macron on his talks with Xi', reads: ['DE-FR held', 'CN-DE held bg'] },
  { title: 'Ten years on: how Merkel and Tsipras sealed the Athens deal in all-night talks', reads: ['DE-GR held bg'] },
  { title: 'Soybeans slip as farmers await Modi-Xi summit', reads: ['CN-IN scheduled bg'] },
  // Who did it is he who is blamed for it
  { title: 'Merz rebukes Fico for hosting Lavrov', reads: ['RU-SK held'] },
  // The next clause begins behind the comma
  { title: 'Hours after talks with Xi, Modi calls Merz', reads: ['CN-IN held', 'DE-IN held phone'] },
  {
    title: 'Following a call between Modi and Lula, Brazilian officials will travel to Delhi',
    reads: ['BR-IN held phone', 'BR-IN scheduled visit in:Delhi'],
  },
  {
    title: 'Under a deal reached at talks between Oman and Iraq in Basra, gas could flow by May.',
    reads: ['IQ-OM held bg in:Basra'],
  },
  { title: 'Merz to host Modi', text: 'They last conferred in Lima in March.', reads: ['DE-IN scheduled', 'DE-IN held bg in:Lima'] },
  { title: 'Merz to host Modi', text: 'They met for the first time in Lima in July.', reads: ['DE-IN scheduled', 'DE-IN held bg in:Lima'] },
  { title: 'Merz to host Modi', text: 'They last spoke by phone in March.', reads: ['DE-IN scheduled', 'DE-IN held bg'] },
  {
    title: 'Oman and Iraq to hold a second round of talks in Basra',
    text: 'The previous round of talks between Oman and Iraq took place in Doha in March.',
    reads: ['IQ-OM scheduled in:Basra', 'IQ-OM held bg in:Doha'],
  },
  // No such plan: said to be untrue only where somebody had said so
  { title: 'Modi offers Xi a meeting', text: 'Beijing said no such meeting was planned.', reads: ['CN-IN proposed', 'CN-IN premature'] },
  {
    title: 'Modi to meet Xi in May, newspaper reports',
    text: 'Beijing said no such meeting was planned.',
    reads: ['CN-IN scheduled', 'CN-IN denied'],
  },
  // What a sentence before has recalled
  {
    title: 'Merz and Xi to meet in Lima',
    text: 'The two last met in Goa in March. The encounter ended in anger.',
    reads: ['CN-DE scheduled in:Lima', 'CN-DE held bg in:Goa @2025-03-01/2025-03-31'],
  },
  { title: 'Morning brief', text: 'Merz and Xi met in Goa on Monday. The meeting lasted an hour.', reads: ['CN-DE held in:Goa'] },
  {
    title: 'Oman-Iraq talks put off',
    text: 'The latest round of talks took place in Basra last weekend.',
    reads: ['IQ-OM postponed', 'IQ-OM held bg in:Basra'],
  },
  {
    title: 'Morning brief',
    text: 'Modi met Lula in Goa on April 2 and will see him again in Rio next month.',
    reads: ['BR-IN held bg', 'BR-IN scheduled in:Rio'],
  },
  // Others of the same states
  {
    title: 'Morning brief',
    text: 'Wang Yi and Johann Wadephul spoke by phone on Monday, two days after a phone call between Xi and Merz.',
    reads: ['CN-DE held phone @2025-08-11', 'CN-DE held bg phone @2025-08-09'],
  },
  // News of fire and force, told by when it came
  { title: 'Morning brief', text: 'Missiles hit the port hours after Macron met Putin.', reads: ['FR-RU held bg'] },
  { title: 'Wang Yi recalled that Xi had offered talks with Merz in 2022.', reads: ['CN-DE proposed bg'] },
  // What was then, beside what is now
  {
    title: 'Morning brief',
    text: 'This was the first meeting of the Omani and Iraqi ministers since March 2019, when the ministers met in Basra.',
    reads: ['IQ-OM held nowhere', 'IQ-OM held bg in:Basra'],
  },
  {
    title: 'Morning brief',
    text: 'Modi and Lula last met in Goa on July 2. They discussed coffee.',
    reads: ['BR-IN held bg in:Goa @2025-07-02'],
  },
  {
    title: 'Modi and Lula to meet again',
    text: 'Modi and Lula have held three rounds of talks since March.',
    reads: ['BR-IN scheduled', 'BR-IN held bg'],
  },
  {
    title: 'Morning brief',
    text: 'Modi will meet Lula, whom he last saw in Goa in July.',
    reads: ['BR-IN scheduled nowhere', 'BR-IN held bg in:Goa'],
  },
  {
    title: 'Modi and Lula to meet',
    text: 'In March, the two agreed on talks about coffee.',
    reads: ['BR-IN scheduled', 'BR-IN agreed bg'],
  },
  {
    title: 'Modi calls Lula',
    text: 'The call followed a meeting between their foreign ministers in Goa last week.',
    reads: ['BR-IN held phone undated', 'BR-IN held bg in:Goa'],
  },
  {
    title: 'Morning brief',
    text: 'At the summit with Putin, Macron agreed he may skip the vote and would return on April 3.',
    reads: ['FR-RU held news'],
  },
  // No end of a visit
  { title: 'Xi left Beijing early on Thursday, embarking on a state visit to Oman.', reads: ['CN-OM underway visit'] },
  { title: "Clashes during Macron's visit to Oman leave 13 people dead.", reads: ['FR-OM held visit'] },
  // What somebody has come from and speaks of is the news
  {
    title: 'Morning brief',
    text: 'Speaking after a call between Macron and Merz, a Kremlin aide said that gas would flow.',
    reads: ['DE-FR held phone news'],
  },
  // What was before what the sentence is about
  {
    title: 'Odesa under fire',
    text: 'The attack followed a phone call between Putin and Macron on Monday.',
    reads: ['FR-RU held phone bg @2025-08-11'],
  },
  { title: 'Brazil frees a captain', text: 'Lula and Modi had discussed the case in a call last week.', reads: ['BR-IN held phone bg'] },
  {
    title: 'Brazil opens a dam',
    text: 'Lula and Modi agreed in Goa in July 2023 to hold talks within a year.',
    reads: ['BR-IN agreed bg'],
  },
  { title: 'Lula scolds Modi', text: 'Their last meeting, in March, ended in anger.', reads: ['BR-IN held bg @2025-03-01/2025-03-31'] },
  { title: 'A week after Goa, Modi and Lula speak again', reads: ['BR-IN held news'] },
  // "He" behind an opening
  { title: 'Lula to fly to Goa', text: 'In November 2023, he met Modi in Delhi.', reads: ['BR-IN scheduled', 'BR-IN held bg in:Delhi'] },
  {
    title: 'Lula to fly to Goa',
    text: 'He was last there in November 2023, when he met Modi.',
    reads: ['BR-IN scheduled', 'BR-IN held bg'],
  },
  // Who only waits for it
  { title: 'Traders await Modi-Lula summit on Friday', reads: ['BR-IN scheduled bg @2025-08-15'] },
];
