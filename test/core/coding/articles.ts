/** Two articles of our own, made after the two that the project began with: the same assertions in other words. */
export const POSSIBLE_AND_PREMATURE = {
  date: '2022-02-21',
  title: 'Moscow does not rule out contacts of Putin with Biden',
  text: `MOSCOW (Agency) – The Kremlin does not exclude contacts between Russian President Vladimir Putin and US President Joe Biden, and if necessary the two heads of state can agree on them quickly, presidential spokesman Dmitry Peskov told journalists on Monday.

Peskov added, however, that for now it was too early to talk about the organization of such a meeting. He said that a call or meeting could be set up between Putin and Biden at any moment.

"The meeting is possible if the presidents consider it appropriate. There is an understanding of the need to continue the dialogue at the foreign minister level," Interfax quoted him as saying.

Russian President Vladimir Putin will chair an extraordinary meeting of the security council on Monday, the Kremlin spokesman said. He did not reveal what is on the agenda of the meeting.

The spokesman also dismissed a letter about a Russian list of Ukrainians to be killed or sent to camps. "This is fiction, no such list exists, it is a fake," Peskov said.

Earlier, Putin and Biden agreed on the principle of a proposed summit on security in Europe, according to a statement that the Elysee released on Sunday. US Secretary of State Antony Blinken and Russian Foreign Minister Sergei Lavrov are set to meet on 24 February.`,
};

export const OFFER_AND_SILENCE = {
  date: '2021-03-19',
  title: 'Kremlin ready for Putin-Biden talks at any time that suits the US president',
  text: `The talks between Russian President Vladimir Putin and U.S. President Joe Biden may still take place on Monday, if the U.S. cannot hold them on Friday, Kremlin spokesman Dmitry Peskov told reporters, TASS reports.

The White House has not accepted the offer to hold live talks between the Russian and U.S. leaders yet. White House press secretary Jen Psaki said that Biden would be on a trip to the U.S. state of Georgia on Friday, so it is unlikely that he will be able to hold talks with Putin on this day.

According to Peskov, Russia is initiating the talks between Putin and Biden via diplomatic channels. The spokesman reminded that the first phone call between the Russian and U.S. leaders was held on the initiative of Washington.

Technology makes it possible for Putin and Biden to hold a conversation via a secure video link, Peskov said.

The Kremlin will regard the absence of a US response to Putin's proposal for an open dialogue as a refusal, Peskov said.

After Biden's interview Putin offered his U.S. counterpart Biden an open conversation on Friday or on Monday. The Russian Foreign Ministry is already working to organize a conversation of President Putin and his U.S. counterpart.`,
};
