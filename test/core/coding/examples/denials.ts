import type { MoreExamples } from './row-examples.ts';

/** More examples of rows of data/denials.json. */
export const DENIAL_EXAMPLES: MoreExamples = {
  deny: {
    reads: ['Khartoum disclaims any role in the raid'],
    ignores: ['Moscow denied entry to two diplomats', 'Niger denied the departure of a French flight'],
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
