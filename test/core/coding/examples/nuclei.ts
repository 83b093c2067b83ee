import type { MoreExamples } from './row-examples.ts';

/** More examples of rows of data/nuclei.json. */
export const NUCLEUS_EXAMPLES: MoreExamples = {
  'one-of-those': {
    ignores: ['hold one candle'],
  },
  talks: {
    ignores: ['a conversation with reporters'],
  },
  call: {
    ignores: ['calls to boycott the vote'],
  },
  visit: {
    ignores: ['tour operators'],
  },
  meet: {
    reads: [
      'Putin and Macron cross paths in Oslo',
      'Putin and Macron break bread in Oslo',
      'Macron sits opposite Putin in Oslo',
      'Macron strolls through Oslo with Putin',
    ],
    ignores: ['meets demands', 'Macron sits alongside his wife'],
  },
  brief: {
    ignores: ['Macron updates Merz plan'],
  },
  speak: {
    reads: ['Macron had spoken by telephone with Putin'],
    ignores: ['analysts discuss the deal'],
  },
  tell: {
    reads: ['Macron assured Putin that the pact holds'],
    ignores: ['Macron told Putin to stop'],
  },
  phone: {
    ignores: ['called him a friend', 'calls off the visit'],
  },
  'visit-verb': {
    reads: ['Putin gets a rousing welcome in Ankara'],
    ignores: ['travel to work'],
  },
  depart: {
    reads: ['Modi leaves on his third state visit to Japan', 'Lavrov is dispatched to Ankara'],
    ignores: ['Prices head for a fall'],
  },
  arrive: {
    reads: ['Tokayev flies into Washington'],
  },
  host: {
    reads: ['Turkey offers a rousing welcome to Putin', 'Macron met by Putin at the airport'],
    ignores: ['received a report', 'hosts a gala'],
  },
  feast: {
    reads: ['Macron gave a reception in honour of Xi'],
    ignores: ['Xi holds a parade with new tanks'],
  },
  attended: {
    ignores: ['a show watched by millions'],
  },
  sign: {
    ignores: ['a striker signs for Lyon'],
  },
  snub: {
    ignores: ['voters snub the poll'],
  },
  see: {
    reads: ['Macron sees Putin in Oslo'],
    ignores: ['to see Putin win', 'aides saw no way out for Macron', 'Macron sees Putin in a new light'],
  },
  invite: {
    reads: [
      'Xi invited Modi to China',
      'Macron bids Putin to Paris',
      'Macron asks Putin to dinner',
      'Macron invited by Putin to watch a parade',
    ],
    ignores: ['the article invites criticism', 'Macron bids Putin farewell', 'Macron urges Putin to end it', 'Macron asked by reporters'],
  },
  'side-by-side': {
    reads: ['Envoys of Russia and France behind closed doors in Oslo'],
    ignores: ['talks behind closed doors'],
  },
  treat: {
    ignores: ['Macron had lunch'],
  },
  hand: {
    ignores: ['Quake shakes Tokyo'],
  },
  'call-on': {
    ignores: ['Macron calls on Putin for restraint'],
  },
  'pass-by': {
    ignores: ['Macron gives Putin a gift'],
  },
  'leave-out': {
    ignores: ['Israel strikes Lebanon from the air'],
  },
  'be-there': {
    ignores: ["Putin would be in Macron's debt"],
  },
  'come-and-see': {
    reads: ['Macron to Putin: do come over'],
    ignores: ['Fans come to see the king'],
  },
  table: {
    ignores: ['He sat down at a piano'],
  },
  session: {
    reads: [
      'a Putin-Macron heart-to-heart in Oslo',
      'Macron seeks an appointment with Putin',
      'Macron seeks a talk with Putin',
      'a Putin-Macron catch-up in Oslo',
    ],
    ignores: [
      'the first round of the vote',
      'no date for the vote',
      'the appointment of a judge',
      'the talk of the town',
      'the weekend of the vote',
    ],
  },
  contact: {
    ignores: ['contact with voters', 'a prisoner exchange'],
  },
  journey: {
    reads: ["Macron's flight to Moscow is off", "Macron's Doha layover"],
    ignores: ['the last stop of the train', 'a mission to Mars'],
  },
  message: {
    ignores: ['a note of caution'],
  },
  invitation: {
    reads: ['Modi accepts invitation from Putin'],
    ignores: ['invitation to tender'],
  },
  'send-person': {
    ignores: ['Macron sends Putin a card'],
  },
  due: {
    ignores: ['rain expected in the north'],
  },
  'time-with': {
    ignores: ['the first minute of the war'],
  },
  diary: {
    ignores: ['No time for Macron, Putin says'],
  },
  'bring-together': {
    ignores: ['Storm brings Moscow and Paris to a halt'],
  },
  'coax-together': {
    ignores: ['Erdogan calls Moscow and Paris allies'],
  },
  company: {
    ignores: ['a session of parliament'],
  },
  'span-with': {
    ignores: ['Trump speaks on Thursday with reporters'],
  },
  together: {
    reads: ['Russian and French teams reconvene in Oslo'],
    ignores: ['Macron plays golf'],
  },
  'await-guest': {
    ignores: ["Putin awaits Macron's reply"],
  },
  'go-by-road': {
    reads: ['Macron to set out for Jerusalem'],
  },
  guest: {
    ignores: ["Putin's guest list"],
  },
  'no-truck': {
    ignores: ['Macron has no time for lunch'],
  },
  chair: {
    ignores: ['Putin holds a seat for life'],
  },
  'open-house': {
    ignores: ['Macron has an ear for music'],
  },
  'open-line': {
    ignores: ["Macron's phone is on"],
  },
  'only-ring': {
    ignores: ['Readers need only call us'],
  },
  'only-ask': {
    ignores: ['Macron has only to say no'],
  },
  'on-the-phone': {
    ignores: ['Macron and Putin once called each other old comrades'],
  },
  'asked-trip': {
    ignores: ['Trump to Russia'],
  },
  caption: {
    ignores: ['Macron in China trade row'],
  },
  'turn-down': {
    ignores: ['Putin turns to Macron'],
  },
  'cross-off': {
    ignores: ['Macron drops tax from agenda'],
  },
  'find-time': {
    ignores: ['Macron squeezes in a swim'],
  },
  catch: {
    ignores: ['Police catch Putin fan'],
  },
  'received-at': {
    reads: ['Macron welcomed with military honours in Moscow'],
  },
  'over-wire': {
    ignores: ['Macron speaks on the phone to a farmer'],
  },
  'on-screen': {
    ignores: ['Macron is seen on video at home'],
  },
  'time-together': {
    ignores: ['Macron and Putin hours apart'],
  },
  scene: {
    ignores: ['Macron mows his lawn as Putin looks on'],
  },
  'into-hours': {
    ignores: ['Doors close on tourists in Oslo'],
  },
  accost: {
    ignores: ["Macron embraces Putin's plan"],
  },
  'with-whom': {
    ignores: ['Macron is angry with Putin'],
  },
  'pair-acts': {
    reads: ['Macron, Putin review gas deal'],
    ignores: ['Macron and Merz, Putin says, lie'],
  },
  'place-awaits': {
    ignores: ['Delhi braces for Trump tariffs'],
  },
  'host-scene': {
    ignores: ["Macron's table is longer than Putin's"],
  },
  'there-with': {
    ignores: ['Macron in trouble as Putin smiles'],
  },
  ear: {
    ignores: ['Macron wins votes'],
  },
  bidden: {
    ignores: ['Macron invited to talks'],
  },
  'name-day': {
    ignores: ['Fans meet us'],
  },
  channel: {
    ignores: ['a direct line of descent'],
  },
  'joint-body': {
    ignores: ['Macron and Putin clash at the Security Council'],
  },
  'pair-says': {
    ignores: ['French and Russian farmers agree on a boycott in Oslo'],
  },
  'acts-on': {
    ignores: ['Macron warns Putin over Kharkiv'],
  },
  earful: {
    ignores: ['A smile from his wife cheers Macron'],
  },
  'take-along': {
    ignores: ['Putin shows Macron the door'],
  },
};
