/**
 * More examples of rows of data/, by the row's id: a row itself carries two and one counter-example, which is enough to say what it is for,
 * and what is deployed stays small.
 */
export type Examples = { readonly reads?: readonly string[]; readonly ignores?: readonly string[] };

export const OPERATOR_EXAMPLES: Readonly<Record<string, Examples>> = {
  'back-on': {
    reads: ['The Putin-Macron summit is on track', 'The Putin-Macron summit is still on'],
  },
  'no-longer': {
    reads: ['Putin-Macron meeting no longer taking place'],
  },
  'to-have-done': {
    ignores: ['Macron is expected to have talks with Putin'],
  },
  scheduled: {
    reads: ['All eyes on the Putin-Macron summit', 'Geneva picked as venue for a Putin-Macron summit'],
    ignores: ['Macron met Putin; all eyes on markets'],
  },
  prepare: {
    reads: [
      'Officials iron out details of a Putin-Macron summit',
      'A Putin-Macron summit is in preparation',
      'Work is under way on a Putin-Macron summit',
      'Ground being laid for a Putin-Macron summit',
      'Teams match calendars for a Putin-Macron meeting',
      'Advance teams comb Moscow hotels for a Macron visit',
      'Sherpas at work on a Putin-Macron summit',
      'Organisers put finishing touches to a Putin-Macron summit',
      'Kremlin, Elysee bargain over venue for Putin-Macron summit',
      'Aides bridge the last gaps for a Putin-Macron meeting',
      'Macron eyes a visit to Moscow, arrangements under way',
      'Paris and Moscow coordinate schedule for Putin-Macron call',
    ],
    ignores: ['Officials iron out a trade row after Putin met Macron'],
  },
  hold: {
    reads: [
      'Putin hosts talks with Macron in Sochi',
      'Putin and Macron co-chair talks in Sochi',
      'Putin and Macron preside over talks in Oslo',
      'Putin received a phone call from Macron',
    ],
  },
  begin: {
    reads: ['Putin and Macron are locked in talks', 'Day two of the Putin-Macron summit'],
    ignores: ['Putin engaged lawyers before he met Macron'],
  },
  end: {
    reads: ['Putin-Macron summit wraps up', 'Putin-Macron call lasted an hour', "Kremlin calls Putin-Macron talks 'frank and useful'"],
  },
  'later-than': {
    reads: ['Putin will see Macron at some later date', "Macron's visit to Moscow no longer this year"],
    ignores: ['Putin meets Macron later than most'],
  },
  agree: {
    reads: [
      'Macron says yes to a summit with Putin',
      'Green light from Moscow and Paris for a Putin-Macron meeting',
      'Moscow and Paris on board for a Putin-Macron summit',
      'Paris and Moscow are of one mind on a Putin-Macron meeting',
      "Macron gets Putin's yes to a summit",
      'Moscow and Paris concur on a Putin-Macron meeting',
      'In-principle yes from Moscow to a meeting with Macron',
      'Kim drops objections to a summit with Trump',
      'Moscow comes round to talks with Kyiv',
      'Putin-Macron summit gets the nod',
      'Moscow and Kyiv on the same page over talks',
      'Macron and Putin oblige themselves to a yearly summit',
      'Macron and Putin give a summit in Oslo their blessing',
      'Kyiv drops its objection to talks with Moscow',
      'Agreement in principle reached on a Putin-Macron meeting',
    ],
    ignores: [
      'Macron says yes, and Putin meets Xi',
      'Macron gave in to farmers before he met Putin',
      'Macron nods through a budget after he met Putin',
      'Macron commits himself to reform after he met Putin',
    ],
  },
  off: {
    ignores: ['Putin sees Macron off'],
  },
  accept: {
    reads: ['Macron jumps at an offer of talks with Putin'],
  },
  ready: {
    reads: [
      'Putin does not mind meeting Macron',
      'Putin never refused to meet Macron, an aide says',
      'Macron would welcome a meeting with Putin',
      'Macron dreams of a summit with Putin',
      'Putin responds positively to the idea of a meeting with Macron',
      'I would gladly meet Putin, says Macron',
      'Macron sees merit in talks with Putin',
      'Macron would sit down with Putin any day, an aide says',
      'Macron does not care where to meet Putin',
      'Putin would not turn down a meeting with Macron',
      'Macron would gladly meet Putin',
      'Macron would meet Putin anywhere, an aide says',
      'Macron sees no reason not to meet Putin',
      'Macron goes the extra mile for talks with Putin',
      'Macron would not hesitate to ring Putin',
      'Nothing would please Macron more than to host Putin',
      'Macron is comfortable with the idea of a meeting with Putin',
      'It would be a joy to host Putin, Macron says',
      'Macron would love nothing more than to meet Putin',
      'Macron cannot wait for a meeting with Putin',
      'Macron would meet Putin without preconditions',
      'Macron counts on a meeting with Putin',
      'Macron says he has no choice but to negotiate with Putin',
      'Macron would not refuse a meeting with Putin',
      'The door to dialogue with Putin is open, Macron says',
    ],
    ignores: [
      'Putin did not refuse the prize; Macron met Xi',
      'Putin runs the extra mile and meets Macron',
      'Macron took pleasure in chess before he met Putin',
    ],
  },
  propose: {
    reads: [
      'Macron dares Putin to meet Zelensky',
      'Macron renews his offer of talks with Putin',
      'Erdogan offers Istanbul as venue for talks between Putin and Zelensky',
      'Putin to Macron: let us meet in Oslo',
      'Pope offers his roof for a Putin-Macron meeting',
      'Berlin puts an offer on the table of talks with Moscow',
      'Merz volunteers Berlin for a Putin-Macron meeting',
      'Kremlin recommends a meeting between Macron and Putin',
    ],
    ignores: ['Macron pitches his tent and meets Putin'],
  },
  seek: {
    reads: [
      'Macron lobbies for a meeting with Putin',
      'Macron reaches out to Putin for talks',
      'Macron sounds out Putin on a meeting in June',
      'Macron presses Putin for a meeting in June',
      'Merz renews his plea for a summit with Putin',
    ],
    ignores: ['Macron reaches out to voters and meets Xi', 'Macron presses shirts before he meets Putin'],
  },
  awaiting: {
    reads: [
      "Putin has yet to reply to Macron's offer of talks",
      'Putin has yet to agree to a meeting with Macron',
      'Paris has received no reply from Moscow to its offer of talks',
    ],
  },
  urge: {
    reads: [
      'It is time for Putin to meet Zelensky, Merz says',
      'Erdogan prods Putin to meet Zelensky',
      'Erdogan wants Putin to meet Zelensky',
      'Erdogan tells Putin to meet Zelensky',
      'Merz nudges Putin and Macron towards a meeting',
      'Merz calls on Putin and Macron to meet',
    ],
    ignores: ['Merz nudges rates up as Putin meets Macron'],
  },
  may: {
    reads: [
      'Speculation grows over a Putin-Macron meeting',
      'Kremlin leaves door ajar to Putin-Macron meeting',
      'Macron thinks of visiting Moscow',
      'A Putin-Macron summit is conceivable, an aide says',
      'Macron tipped to meet Putin',
      'A Putin-Macron meeting is under consideration',
      "Putin-Macron meeting 'in the mix', an aide says",
      'A Putin-Macron handshake is a possibility, Kremlin says',
      'Macron tempted by a meeting with Putin',
      'Macron chews over a meeting with Putin',
      'The jury is still out on a Putin-Macron meeting',
      'A Putin-Macron call is among options, an aide says',
      'A Putin-Macron meeting cannot be discounted, an aide says',
      'A Putin-Macron call is within the bounds of possibility',
      'Macron and Putin inch towards a call',
      'Odds narrow on a Putin-Macron meeting',
      'Macron keeps all options on the table over a Putin meeting',
      'Nobody rules out a Putin-Macron meeting',
      'A Putin-Macron meeting looks conceivable, an aide says',
      'A Putin-Macron meeting is not out of reach, an aide says',
      'Macron ready to consider a meeting with Putin',
      'Macron leaves the door open to a meeting with Putin',
    ],
    ignores: [
      'Putin met Macron, who weighed up his words',
      'Shops left their doors ajar as Putin met Macron',
      'Putin met Macron and all options were gone',
    ],
  },
  premature: {
    reads: [
      'The Kremlin says it is too early to talk about a summit with Biden',
      'Moscow says there are no plans for a Putin-Macron call',
      'The Putin-Macron summit is far off',
      'Nothing planned yet on a Putin-Macron meeting, Kremlin says',
      'Hopes fade for a Putin-Macron summit',
      'Time not ripe for a Putin-Macron summit, Kremlin says',
      'Doubts over the Putin-Macron summit',
      'A Putin-Macron meeting is not imminent',
      'Kremlin knows nothing of a Putin-Macron meeting',
      "Putin-Macron summit 'several steps away', an aide says",
      'A Putin-Macron meeting is a story for much later, Kremlin says',
      "'Cart before the horse': Kremlin on Putin-Macron summit",
      'Slim chance of a Putin-Macron meeting, diplomats say',
      'No work under way on a Putin-Macron call, Kremlin says',
      'Kremlin diary has no Macron visit in it',
      'Putin-Macron summit still years away, an aide says',
      'Putin-Macron summit not even on the drawing board, says Peskov',
      'No invitation for Macron to a summit with Putin has gone out, Kremlin says',
      'Putin-Macron summit over the horizon, an aide says',
      'Early days for a Putin-Macron summit, says Peskov',
      'Putin-Macron summit is music of the future',
      "'Not so fast': Kremlin on Putin-Macron summit",
      'The subject of a Putin-Macron call has not come up, Peskov says',
      'Kremlin preaches patience over a Putin-Macron meeting',
      'It makes little sense to set a day for a Putin-Macron summit, Kremlin says',
      'Conditions not yet in place for a Putin-Macron meeting',
      "Macron's visit to Moscow still dateless",
      'Kremlin deems it hasty to talk of a Putin-Macron meeting',
      'Delhi has yet to hear from Moscow about a Putin-Modi call',
      'Too many ifs for a Putin-Macron summit, aide says',
      'Kremlin in the dark about a Putin-Macron meeting',
      'Kremlin sees a long road to a Putin-Macron meeting',
      'Nothing points to a Putin-Macron meeting, Paris says',
      'Paris has yet to confirm a Macron-Putin meeting',
      'Conditions for a Macron-Putin meeting are not in place',
      'No agreements on a Macron-Putin call, Elysee says',
      'The Kremlin has not received any proposals from Paris on a Macron-Putin call',
    ],
    ignores: [
      'Putin far ahead in the polls as he meets Macron',
      'Putin met Macron in the early days of May',
      'The train was not so fast, said Putin as he met Macron',
      'Putin met Macron in the early days of June',
    ],
  },
  refuse: {
    reads: [
      "Macron's call for talks rejected by Putin",
      'Putin avoids meeting Macron',
      'Macron steers clear of talks with Putin',
      'Macron excuses himself from talks with Putin',
      'Macron sits out a summit with Putin',
      "Kremlin deaf to Macron's call for talks with Putin",
      'Macron would rather not meet Putin',
      'Putin brushes aside any idea of meeting Macron',
      'Macron draws the line at meeting Putin',
      'Macron turns up his nose at talks with Putin',
      'Macron gives the Putin summit a pass',
      'Macron is in no mood for a meeting with Putin',
      'Macron is not taking calls from Putin, an aide says',
      'Macron digs in his heels over talks with Putin',
      'Macron asks to be excused from a summit with Putin',
      'Macron laughs off a summit with Putin',
      'Macron sees no possibility of talks with Putin',
      'Macron is against a meeting with Putin',
      'Meeting Putin is impossible, Macron says',
      'Calling Putin would be pointless, Macron says',
    ],
    ignores: [
      'Macron gives Putin a lift as they meet in Oslo',
      'Macron digs in the garden as Putin meets Xi',
      'Macron keeps the door open to talks with Putin',
    ],
  },
  'no-wish': {
    reads: ['Macron slams the door on talks with Putin', 'Macron is done with meeting Putin'],
    ignores: ['Putin absent as Macron meets Xi'],
  },
  'means-no': {
    reads: ["Kremlin takes Kyiv's silence on talks as refusal"],
  },
  wont: {
    reads: ['Putin is not going to meet Macron'],
  },
  cancel: {
    reads: [
      'Kremlin pulls the plug on the Putin-Macron summit',
      'Talks between Putin and Macron fall through',
      'Macron cuts his visit to Moscow short',
      "Storm scuppers Putin's visit to Turkey",
      'Snow puts paid to a Putin-Macron summit',
      'Putin-Macron meeting comes to nothing',
      'Macron bins meeting with Putin',
      'Macron gives up his Moscow trip',
      'Putin-Macron summit falls victim to a storm',
      'Putin-Macron summit a casualty of gas row',
      'Plug pulled on Putin-Macron summit',
      'The Putin-Macron summit is no more',
      'The Putin-Macron summit goes up in smoke',
      'Macron gets cold feet over his meeting with Putin',
      'Macron pulls down the shutters on talks with Putin',
      'Macron bails on the Putin summit',
      'The Putin-Macron summit goes by the wayside',
      'Macron cancels attendance at Putin summit',
    ],
    ignores: [
      'Macron bows out of politics as Putin meets Xi',
      'Villages go up in smoke as Putin meets Macron',
      'Bank bails out farmers as Putin meets Macron',
    ],
  },
  postpone: {
    reads: [
      'Kremlin shelves Macron visit for now',
      'Putin-Macron talks are at a standstill',
      'Macron holds off on a trip to Moscow',
      "Coronavirus pushes Xi's visit to Tokyo into autumn",
      'Macron takes a rain check on the summit with Putin',
      'Putin-Macron talks moved to Thursday',
      'Macron leaves his meeting with Putin for another day',
      "Macron's visit to Moscow must wait for quieter days",
      "Snow moves Putin's audience with Macron to January",
      'Time-out called in talks between Iran and Oman',
      'Putin-Macron summit pushed to an unspecified date',
      'Putin-Macron call reset for Thursday',
      'Putin-Macron summit falls behind schedule',
      'Macron parks his meeting with Putin until spring',
      'Putin-Macron talks put back until after Easter',
      'Macron hits the brakes on his meeting with Putin',
      'Putin-Macron call set back by a week',
      'Putin-Macron meeting carried over to July',
      "Macron's visit to Moscow goes from June to July",
      "Macron's trip to Moscow pushed out",
    ],
    ignores: [
      'Macron parked his car and met Putin',
      'Macron set back the clock as Putin met Xi',
      'Macron pushes back a chair as he meets Putin',
    ],
  },
  deny: {
    reads: [
      'Tehran rejects reports of talks with Washington',
      'Reports of a Putin-Macron meeting are false, the Kremlin says',
      'Kremlin knocks down report of a Putin-Macron summit',
      'Kremlin brands talk of a Putin-Macron meeting fake news',
      "'Pure invention': Kremlin on reported Putin-Macron meeting",
      'Reports of a Putin-Macron call do not correspond to reality, Peskov says',
      'Kremlin pours scorn on reports of a Putin-Macron call',
      'Kremlin lays talk of a Putin-Macron meeting to rest',
      'Reports of a Putin-Macron call are wide of the mark, Kremlin says',
    ],
    ignores: ['Macron tells his son a fairy tale before he meets Putin'],
  },
  'call-off-idiom': {
    reads: [
      "Macron's visit to Moscow is over before it starts",
      'Putin-Macron talks removed from the calendar',
      'Snow robs Macron of his visit to Moscow',
      'Macron begs off his dinner with Putin',
      'Ill Macron skips out of a meeting with Putin',
      'Putin-Macron summit dead and buried',
      "Macron's trip to Moscow ends on the runway",
      'Kremlin snuffs out Putin-Macron summit',
    ],
    ignores: ['Macron begs off the ballot as Putin meets Xi'],
  },
  'deny-story': {
    reads: [
      'Elysee kills tale of a Putin-Macron meeting',
      'No ground whatever for word of a Putin-Macron meeting, Kremlin says',
      'Report of a Putin-Macron meeting is hogwash, Kremlin says',
      'Kremlin baffled by chatter of a Putin-Macron dinner',
      'Kremlin brands a Putin-Macron meeting a newspaper duck',
      'Story of a Putin-Macron call is devoid of truth, Kremlin says',
      "Elysee gives the lie to Putin 'hotline call' story",
    ],
    ignores: ['Macron kills the engine before he meets Putin'],
  },
  'paves-way': {
    reads: ['Hopes rise for a Putin-Macron meeting', "Envoy's trip fuels speculation about a Putin-Macron summit"],
  },
  'ahead-of': {
    reads: ['Police clear the streets of Ankara in anticipation of a visit by Putin'],
  },
  after: {
    reads: ['Macron, reacting to the Putin-Xi summit, calls for calm'],
  },
  'fresh-from': {
    reads: ['Oslo marks the anniversary of a summit of Putin and Macron'],
  },
  'long-after': {
    reads: ['Port burns again two weeks on from Putin-Macron meeting'],
  },
  'looked-into': {
    reads: ['Oslo ships grain under a deal struck at a summit of Putin and Macron'],
    ignores: ['Macron looks into a call for help'],
  },
  on: {
    ignores: ['Kremlin vague on Putin-Macron summit'],
  },
};

export const NUCLEUS_EXAMPLES: Readonly<Record<string, Examples>> = {
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

export const DENIAL_EXAMPLES: Readonly<Record<string, Examples>> = {
  deny: {
    reads: ['Khartoum disclaims any role in the raid'],
    ignores: ['Moscow denied entry to two diplomats'],
  },
  reject: {
    reads: [
      'Baku gives short shrift to claims that it armed the rebels',
      'Lima mocks tale of a vanished gold reserve',
      "Quito heaps contempt on the tabloid's yarn",
      'Lima says no to rumours of a royal stopover',
      'Lima bins report on a gas deal',
      'Quito laughs out of court claim that it hid gold',
    ],
    ignores: [
      'Parliament dismissed the minister',
      'The king pours ridicule on his guests',
      "Lima mocks its rival's new flag",
      'Lima shows the door to envoys',
    ],
  },
  dispute: {
    reads: [
      'The palace puts to bed rumours of a divorce',
      "Baku rips apart the paper's story of a raid",
      'Lima disowns a tale of a secret levy',
    ],
    ignores: ['Germany counters a threat from the far right', 'Lima torpedoes the deal', 'Lima extinguishes fires at the border'],
  },
  'call-fake': {
    reads: ['Lima called the claim a tall story', 'Quito brands the account of a raid a cheap thriller'],
    ignores: ['Lima calls the tax a joke'],
  },
  'expose-fake': {
    ignores: ['Lima flags fake goods at the port'],
  },
  'call-baseless': {
    reads: ['Lima calls the allegation a provocation', 'Quito labels the report on its police a manipulation'],
    ignores: ['Lima calls the flight a provocation'],
  },
  'is-fake': {
    reads: [
      'Clip of king singing is AI fake, palace says',
      "Lima says talk of a border raid is 'made up'",
      'Lima says the report of a raid was plucked from thin air',
      'Lima says the report is a lie from A to Z',
      "Lima: the columns of tanks in the report exist only in Quito's imagination",
      'Lima says the report of a raid was the work of pranksters',
      'Lima says talk of a raid belongs to the realm of legend and fantasy',
      "Quito: the report was sucked from someone's thumb",
      'Baku says the report is riddled with falsehoods',
      'The claim rests on inventions, the ministry in Lima said',
      'The clip of a burning base is years old, the army in Lima says',
      'Lima: The Guardian is dreaming',
    ],
    ignores: ['The thriller is on show, Lima says', 'The painting belongs in the world of fantasy, Lima says'],
  },
  'is-false': {
    reads: [
      'The report was wrong from beginning to end, Peskov said',
      'Lima says the newspaper has it wrong in its report on the raid',
      'The quote does not square with the facts, the palace in Lima said',
      "Quito: the paper's account could not be more wrong",
      'Lima says the report has no legs to stand on',
      'Quito says the account distorts the facts',
      'Lima says rumours are wrong and the queen is in good health',
      'Lima says the report is detached from reality',
      'The allegation is devoid of merit, Quito says',
      'Remarks attributed to the king are not his, the palace in Lima says',
      'Lima: the report is a gross distortion of the facts',
      'Lima said the report had little to do with reality',
      'Lima: tale of a royal flight is for the birds',
    ],
    ignores: ['Lima says nothing falls apart', 'It is wrong to strike, Lima says in a report', 'Lima says the cave is devoid of light'],
  },
  'is-baseless': {
    reads: [
      'Lima says there is zero evidence for the charge',
      'Quito: the photographs in the report prove nothing',
      'Lima says the accusation is a pretext for war',
      'Quito: the claim is a cynical ploy',
      'Baku says the report is much ado about nothing',
    ],
    ignores: ['Lima wants proof of payment', 'Lima says the flight was a provocation'],
  },
  'no-such': {
    reads: [
      '"He never said that," the palace said of the quote',
      'Moscow says there are no troops across the border',
      'There is no hit list of poets, Lima says',
      'Lima: it is wrong to say that the port is shut',
      'No, Lima is not banning kites, the ministry says',
      'Macron says he is no puppet of the banks',
      'Asked whether Lima had sent drones, the ambassador answered with a flat no',
    ],
    ignores: ['It is wrong to say no to poets, Lima says', 'Canada: there is no such thing as a good tariff'],
  },
  'not-so': {
    reads: ['Baku: our envoy took no bags of cash'],
    ignores: ['Chad never kept its word, Lima says', 'No ship will sail, Lima says'],
  },
  'no-part-in': {
    reads: [
      '"We did not blow up the bridge," the ministry said',
      'Tehran: it never supplied the rockets',
      'The market was not hit by our aircraft, the army said',
      'Lima says not a single soldier crossed the border',
      'Merz: I never lied about the pipeline',
      'Not our shells that hit the temple, army says',
      'Lima: rockets were not fired from our soil',
      'No soldier of Lima had set foot in Quito, the army said',
      'Lima: kingdom not a party to the war',
      'Quito: no rebel camps on our soil',
      'Lima: our boats were nowhere near the island',
      'Oslo: king was not in hospital',
      "Quito: drones over the port weren't ours",
      'Rockets for the rebels? Not from us, says Lima',
    ],
    ignores: ['Lima says its jets are in the air'],
  },
  'issue-denial': {
    reads: [
      'Oslo contradicts White House: nobody invited him',
      'Quito in fresh rebuttal of the border claim',
      "Macron's denial: 'I have met no banker'",
    ],
    ignores: ['The lab contradicts theory'],
  },
  'denial-from': {
    reads: ['Flat denial from the Elysee over the tape', 'A disclaimer by the Kremlin on the raid'],
    ignores: ['Rare denial from Examplar Motors on engine fire'],
  },
  'quoted-fake': {
    reads: ["'A bedtime story': Lima on charge that it armed the rebels", "'A cheap thriller': Lima on report of a coup plot"],
    ignores: ["Queen reads 'a fairy tale' to pupils in Lima", "Lima museum shows 'a film' of the raid"],
  },
  'contrary-to': {
    reads: [
      'No arms were sold, Lima says, faulting newspaper report',
      "'We have sold no arms to the rebels': Lima on newspaper report",
      'Lima: no ship of ours left port, whatever the papers may say',
      "No tank crossed the river, Quito says in reply to the daily's story",
    ],
  },
  'insist-not': {
    ignores: ['The king insists that the deal is near, although it was not signed'],
  },
  'no-confirm': {
    reads: ['Lima said it was in no position to confirm the report'],
    ignores: ['A spokesman declined to say more before the weekend'],
  },
};

/** Russian titles, and the status or strength that they read as. */
export const GLOSS_EXAMPLES: Readonly<Record<string, string>> = {
  'Токаев был бы рад встретиться с Мелони': 'willing',
  'Токаев стремится к встрече с Мелони': 'willing',
  'Конкретных договоренностей о визите Токаева в Рим нет': 'premature',
  'Точных сроков визита Токаева в Рим еще нет': 'premature',
  'Саммит Токаева и Мелони сдвинут на осень': 'postponed',
  'Мелони отсрочила поездку в Токио': 'postponed',
  'Встреча Токаева и Мелони переносится': 'postponed',
  'Визит Мелони в Токио сорвался': 'cancelled',
  'Переговоры Токаева и Мелони отменяются': 'cancelled',
  'Токаев сорвал встречу с Мелони': 'cancelled',
  'Визит Мелони в Токио не ожидается': 'premature',
  'Макрон предложил Путину провести переговоры': 'proposed',
  'Саммит Токаева и Мелони состоялся в Риме': 'held',
  'Встреча Путина и Макрона не состоится': 'cancelled',
  'Переговоры Токаева и Мелони идут в Риме': 'underway',
  'Подготовка встречи Токаева и Мелони завершена': 'agreed',
  'Путин и Макрон договорились о встрече': 'agreed',
  'Есть договоренность о встрече Токаева и Мелони': 'agreed',
  'Токаев решил отменить визит в Рим': 'cancelled',
  'Идет подготовка встречи Путина и Макрона': 'agreed',
  'Моди готов созвониться с Лулой': 'willing',
  'Токаев хочет позвонить Алиеву': 'willing',
  'Токаев рассчитывает на встречу с Мелони': 'willing',
  'Токаев выступил с предложением о встрече с Мелони': 'proposed',
  'Токаев вернется к переговорам с Мелони': 'scheduled',
  'Токаев может посетить Италию': 'possible',
  'Не исключено, что Токаев встретится с Мелони': 'possible',
  'Рано говорить о встрече Токаева и Мелони': 'premature',
  'Нет планов встречи Мелони и Орбана': 'premature',
  'Встреча Токаева и Мелони не стоит на повестке дня': 'premature',
  'Сроки встречи Токаева и Мелони не определены': 'premature',
  'Встреча Токаева и Мелони планируется в Риме': 'scheduled',
  'Мелони планирует встретиться с Орбаном': 'scheduled',
  'Визит Мелони в Токио намечен на апрель': 'scheduled',
  'Москва отвергла переговоры с Киевом': 'declined',
  'О встрече Токаева и Мелони не может быть и речи': 'declined',
  'Телефонный разговор Токаева и Мелони отменен': 'cancelled',
  'Переговоры России и Украины приостановлены': 'postponed',
  'Встреча Токаева и Мелони пока не назначена': 'premature',
  'Лула и Моди провели телефонный разговор': 'held',
  'Токаев нанес визит в Италию': 'held',
  'Мирзиёев, возможно, заглянет в Каир': 'possible',
  'Мелони ожидают с визитом в Токио': 'scheduled',
  'Закончился официальный визит Токаева в Рим': 'held',
  'Токаев обменялся посланиями с Мелони': 'held',
  'Встреча Путина и Макрона назначена на пятницу': 'scheduled',
  'Мелони не поедет на саммит в Будапешт': 'declined',
  'Переговоры России и Украины начались в Стамбуле': 'underway',
  'Путин отложил визит в Турцию': 'postponed',
  'Мелони рассматривает возможность поездки в Токио': 'possible',
  'Токаев впервые встретился с Мелони': 'held',
  'Команды Италии и Японии встретятся в финале': 'none',
  'Путин готов встретиться с Макроном': 'willing',
  'Токаев поговорил с Мелони по телефону': 'held',
  'Мелони посетила завод в Милане': 'none',
  'Приглашение Токаева посетить Рим': 'proposed',
  'Мелони встретится с Орбаном, если он приедет в Рим': 'willing',
  'Токаев передал послание Макрону': 'held',
  'Осло считает взрыв провокацией': 'none',
  'Макрон подчеркнул, что Франция никогда не нападала на соседей': 'denied',
  'В Осло назвали фейком статью о шпионах': 'fake',
  'Киев отверг версию о взрыве': 'rejected',
  'Кремль опроверг сообщения о новом письме': 'denied',
  'Россия опровергает сообщения о пленных': 'denied',
  'МИД России назвал доклад вымыслом': 'fake',
  'Песков назвал фейковыми сообщения о болезни': 'fake',
  'Песков называет сообщения вымыслом': 'fake',
  'Песков назвал слухи не соответствующими действительности': 'denied',
  'Иран непричастен к взрыву, заявил Аракчи': 'denied',
  'Кремль назвал слухи абсурдными': 'rejected',
  'Песков назвал сообщения фейком': 'fake',
  'Песков не стал комментировать слухи': 'no_confirm',
  'Обвинения в шпионаже беспочвенны, заявил Песков': 'rejected',
  'Переговоры Токаев - Мелони начались в Риме': 'underway',
  'Предложение Токаева о встрече с Мелони': 'proposed',
  'Мелони проигнорировала приглашение Орбана на встречу': 'declined',
  'Встреча Путина и Макрона состоится в Осло': 'scheduled',
  'Карта не соответствует масштабу': 'none',
  'Путин провел переговоры с Макроном': 'held',
  'Захарова назвала фейком сообщения о пленных': 'fake',
  'Токаев позвонит Алиеву в пятницу': 'scheduled',
  'Встреча Путина и Макрона состоялась в Осло': 'held',
  '"Это не так", - сказал Песков': 'denied',
};
