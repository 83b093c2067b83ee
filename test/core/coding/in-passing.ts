import type { Headline } from './headlines.ts';

/** Contacts that news of something else tells in passing, and sentences that only look as if they told of one. */
export const IN_PASSING: readonly Headline[] = [
  // Somebody is on a trip while others do something
  {
    title: 'Chile asks Spain to hold Moroccan minister Nasser Bourita, who is on a trip to Spain, over a complaint by Chile',
    reads: ['ES-MA underway visit bg'],
  },
  {
    title: 'Polish agents foil a plot against Emmanuel Macron while he visited Warsaw on Friday',
    reads: ['FR-PL held visit bg @2025-08-08'],
  },
  { title: 'Polls put Starmer ahead after his trip to Beijing', reads: ['CN-GB held visit bg'] },
  { title: 'Rouble gains before Putin-Modi call', reads: ['IN-RU scheduled phone bg'] },
  // Who merely tells of a trip takes no part
  { title: 'Five hurt in Chad brawls over Deby visit to the south: U.N.', date: '2016-03-02', reads: [] },
  // What they meet for is no idiom of "meet"
  { title: 'Rockets fall as the leaders of Oman, Qatar and Iraq meet to discuss the threat', reads: ['IQ-OM-QA held'] },
  // One "no" beside another
  { title: 'Norway says there will be "no deals, no talks" with the Taliban', reads: ['AF-NO declined'] },
  // A verb, and no telephone
  { title: 'Meloni may call a snap vote after her trip to Cairo', reads: ['EG-IT held visit'] },
  // Done already, by what is said of it
  { title: 'Ghana claims to have completed talks with Togo on port fees', reads: ['GH-TG held'] },
  { title: 'Before Putin and Macron met last Friday in Oslo, hopes were dim', reads: ['FR-RU held in:Oslo'] },
  { title: 'Premier sacked over leaked call with Cuban strongman Castro', date: '2003-05-06', reads: [] },
  { title: 'Pact agreed upon by Spain and Italy at the outset of an EU summit in Ghent', reads: ['EU held leader'] },
  // Occasions at which leaders stand together
  { title: 'Xi throws a lavish banquet for Putin and Modi', reads: ['CN-IN-RU held leader'] },
  { title: 'Modi hosts grand military parade with Macron', reads: ['FR-IN held leader'] },
  { title: 'Merz and Macron hold a joint news conference in Bonn', reads: ['DE-FR held leader in:Bonn'] },
  { title: 'Macron tells Putin that time is running out', reads: ['FR-RU held talks'] },
  { title: 'Norway is to send a rare mission to Iran for talks with its rulers', reads: ['IR-NO scheduled visit'] },
  { title: 'Norway sends a rescue mission to Turkey', reads: [] },
  // Who is counted, who is called "the two countries"
  { title: 'Macron has spoken with nearly 20 foreign leaders', reads: ['FR-XX held leader'] },
  { title: 'Sweden and Norway name envoys following talks between the two countries', reads: ['NO-SE held'] },
  { title: 'Thailand shells Cambodian hills as ceasefire talks drag on', reads: ['KH-TH underway'] },
  { title: 'The second Japan–Africa Leaders Summit opens today in Tokyo', reads: ['JP-XX underway leader in:Tokyo'] },
  // A town is no month
  { title: 'Crowds greet Macron at a summit in Mar del Plata, Argentina', reads: ['AR-FR undated'] },
  // When something else took place
  { title: 'Two arrested during Putin visit to Minsk', reads: ['BY-RU visit bg'] },
  { title: 'Chile and Peru agreed to build a bridge during talks in Lima', reads: ['CL-PE held news'] },
  { title: 'Navy fires shells', text: 'The drill comes as Macron visits Tokyo.', reads: ['FR-JP visit bg'] },
  { title: 'Gas deal signed', text: 'It came a day after a call between Putin and Modi.', reads: ['IN-RU held phone bg'] },
  { title: 'After meeting Xi last week, Merz said on Monday that tariffs hurt all', reads: ['CN-DE held bg'] },
  // One contact and not two
  { title: 'Macron and Modi meet at the G20 summit and sign a deal that will cut tariffs', reads: ['FR-IN held'] },
  {
    title: 'Macron-Xi summit live: crowds cheer as talks begin',
    text: 'Ahead of the summit, Macron had said little.',
    reads: ['CN-FR underway'],
  },
  { title: 'Arab League summit opens in Oman amid a crisis that is expected to lead discussions', reads: ['OM-XX underway'] },
  { title: 'Peru and Chile support an emergency summit', reads: ['CL-PE willing'] },
  { title: 'A pact was signed in the presence of Modi and Macron', reads: ['FR-IN held'] },
  { title: 'Prince Philip, Duke of Edinburgh, begins a visit to Kenya', date: '2006-03-12', reads: [], not: ['LU', 'KE-LU'] },
  // A pact is signed face to face; who refuses its terms refuses no meeting
  { title: 'Peru and Chile sign a free trade agreement in Lima', reads: ['CL-PE held in_person in:Lima'] },
  { title: 'Peru and Chile sign two accords during Boric visit to Lima', date: '2023-05-05', reads: ['CL-PE underway visit'] },
  { title: 'Peru refuses to sign a fishing pact with Chile', reads: [] },
  // Trips to a state that is not named, or to a part of the world
  { title: 'Crowds line the road for Macron state visit', reads: ['FR-XX visit'] },
  { title: 'Pope Leo prays at sea on his first foreign trip', reads: ['VA-XX visit'] },
  { title: 'Lavrov travels to the Middle East to seek support', reads: ['RU-XX visit minister'] },
  { title: 'Officials from the Netherlands and Iran hold their first high level meetings in Bonn', reads: ['IR-NL held in:Bonn'] },
  // Not that kind of summit, contacts, pilgrimage, meeting
  { title: 'Rain falls on the summit of Greenland', reads: [] },
  { title: 'Aide jailed for lying about his ties to Russian contacts', reads: [] },
  { title: 'Saied fires minister after Tunisians die on Hajj pilgrimage in Saudi Arabia', reads: [] },
  { title: 'Council holds a session on the crisis between Peru and Chile', reads: [] },
  // Refusals and regrets
  { title: 'Russia is trying to block a meeting on peace, says Zelensky', reads: ['RU-UA premature'] },
  { title: 'Xi visit to Rome could have been handled better, Italian minister says', reads: ['CN-IT held visit'] },
  { title: "Putin's daughter rejects Norway's olive branch, sees no interest in talks", reads: ['NO-RU declined'], not: ['underway'] },
  // Somebody who is there for talks, and what he says he has told
  { title: 'Merz, in Paris for talks with Macron, says tariffs hurt', reads: ['DE-FR underway in:Paris'] },
  { title: 'Lula says he told Trump that tariffs must go', reads: ['BR-US held talks'] },
  { title: 'Aides scold Tusk over his meeting with Putin', reads: ['PL-RU held bg'] },
  {
    title: "Beijing repeats 'one China' line after Trump call with Taiwan",
    date: '2016-12-04',
    reads: ['TW-US held phone'],
    not: ['CN-TW-US'],
  },
  {
    title: 'Oman envoy sees Grossi ahead of Iran-US talks',
    text: 'The visit came a day before a second round of talks between Iran and the US.',
    reads: ['IR-US scheduled bg'],
    not: ['IR-US news'],
  },
  // What a text recalls of him of whom it tells, and of the week before
  { title: 'Macron urges calm', text: 'The appeal came days after his meeting with Zelensky in Paris.', reads: ['FR-UA held bg in:Paris'] },
  { title: 'Gas deal nears', text: "It was agreed at last week's summit of Putin and Modi in Goa.", reads: ['IN-RU held bg in:Goa'] },
  { title: 'Police raid offices', text: 'The raids took place as Vucic met Macron in Paris.', reads: ['FR-RS held bg'] },
  // Why somebody is blamed or jailed
  { title: 'Fico under fire over Moscow trip', reads: ['RU-SK held visit bg'] },
  { title: 'Opposition slams Fico for meeting Putin', reads: ['RU-SK held bg'] },
  { title: 'Senators seek notes of Trump-Putin meeting', reads: ['RU-US held bg'] },
  { title: 'Court jails two for plotting an attack during Macron visit to Jakarta', reads: ['FR-ID visit bg'] },
  // A party does something else, and the contact only says when
  { title: 'Norway frees two Chilean sailors ahead of Macron visit', reads: ['FR-NO scheduled visit bg'] },
  { title: 'Norway says Sudan starves its people, before Macron visit', reads: ['FR-NO scheduled visit bg'] },
  { title: 'Merz warns Sudan of new sanctions ahead of talks with Macron', reads: ['DE-FR scheduled bg'] },
  { title: 'Merz talks tough on France ahead of talks with Macron', reads: ['DE-FR scheduled'] },
  { title: 'Norway tightens security ahead of Macron visit', reads: ['FR-NO scheduled visit'] },
  { title: 'Berlin sets a low bar ahead of Macron visit', reads: ['DE-FR scheduled visit'] },
  { title: 'Russian missiles hit a dam before Sanchez-Merz meeting', reads: ['DE-ES scheduled bg'] },
  { title: 'Macron drops his budget as the world awaits his summit with Xi', reads: ['CN-FR scheduled bg'] },
  { title: 'Police hold two who meant to attack Prime Minister Pedro Sanchez while he visited Morocco', reads: ['ES-MA held visit bg'] },
  // A leader's doings at home are no other contact, and take nothing from the one ahead
  { title: 'Merz warns of revolt over pensions ahead of meeting with Macron', reads: ['DE-FR scheduled'], not: ['bg'] },
  { title: 'Merz sacks a minister ahead of Macron meeting', reads: ['DE-FR scheduled'], not: ['bg'] },
  { title: 'Merz faces a party revolt after talks with Macron', reads: ['DE-FR held bg'] },
  { title: 'Prospect of tax cut fades before Merz-Macron meeting', reads: ['DE-FR scheduled'], not: ['premature'] },
  { title: 'Prospect of Merz-Macron meeting fades', reads: ['DE-FR premature'] },
  { title: 'Merz may find himself in the same room as Prince Harry in London', reads: [], not: ['DE-GB'] },
  // Somebody is ill
  { title: 'Merz tests positive for flu after meeting Macron', reads: ['DE-FR held bg'] },
  { title: 'Macron in quarantine after a trip to Spain and Italy', reads: ['ES-FR held visit bg', 'FR-IT held visit bg'] },
  { title: 'Merz ends quarantine rules after a call with Macron', reads: ['DE-FR held phone'] },
  // Of whom a relative clause tells
  {
    title: 'Sanchez, who held talks with Merz in Bonn last week, faces a vote',
    reads: ['DE-ES held bg in:Bonn @2025-08-04/2025-08-10'],
  },
  { title: 'Tusk, who has been on a visit to Japan this week, demanded a recount', reads: ['JP-PL held visit bg @2025-08-11/2025-08-17'] },
  { title: 'Premier Meloni was dismissed from office over her call with Sanchez', reads: ['ES-IT held phone bg'] },
  {
    title: 'Polish speaker apologises for seating a banker in the front row during a visit by Indian Prime Minister Modi',
    reads: ['IN-PL underway visit bg'],
  },
  { title: 'Arab-Israeli conflict: Abbas, reacting to the Trump-Meloni summit, vows to stay', reads: ['IT-US held bg'] },
  { title: 'Bombs went off in Cairo as Meloni arrived in Egypt', reads: ['EG-IT underway visit'] },
  { title: 'Merz to see Xi after Macron broke off talks with Modi', reads: ['CN-DE scheduled', 'FR-IN cancelled talks bg'] },
  { title: 'Merz ready to see Xi after talks with Modi', reads: ['CN-DE willing', 'DE-IN held talks'] },
  // Who "he" is, who speaks and who writes
  {
    title:
      'Polish authorities arrested three men who planned an attack on Spanish Prime Minister Pedro Sanchez during his visit to Warsaw this week.',
    reads: ['ES-PL held visit bg @2025-08-11/2025-08-17'],
  },
  { title: 'Sudan refusal hurts Chad, Sanchez says before Berlin visit', reads: ['DE-ES scheduled visit bg'] },
  {
    title: 'Merz to visit Spain, Macron speaks with Meloni after Xi summit',
    reads: ['DE-ES scheduled', 'FR-IT held talks', 'CN-FR held bg'],
  },
  { title: 'According to Swedish media, Norway fired a guard over the talks in Hanoi', reads: [] },
  { title: 'Macron and Merz call each other liars', reads: [] },
  { title: 'Macron and Merz call each other every week', reads: ['DE-FR held phone'] },
];
