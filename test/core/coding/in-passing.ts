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
];
