import { describe, expect, it } from 'vitest';
import { coded } from './reading.ts';

const read = (title: string, text: string | null = null): readonly string[] =>
  coded('2025-06-10', title, text).contacts.map(
    ({ parties, status, conditional, background }) =>
      `${parties.join('-')} ${status}${conditional ? '?' : ''}${background ? ' (background)' : ''}`,
  );

/** What is told of one plan: every contact that is read. */
const told = (rows: readonly (readonly [string, ...string[]])[]): void =>
  it.each(rows)('%s', (title, ...contacts) => expect(read(title)).toEqual(contacts));

describe('what should be, and what only for a purpose', () => {
  told([
    ['A Merz-Tusk meeting must take place soon, Warsaw says', 'DE-PL proposed'],
    ['A summit of Merz and Tusk should be held in Gdansk, Warsaw says', 'DE-PL proposed'],
    ['Merz-Tusk summit should only take place to sign the treaty, Berlin says', 'DE-PL willing?'],
    ['Merz-Tusk meeting only makes sense to settle the quarrel, Berlin says', 'DE-PL willing?'],
    ['Merz will meet Tusk only at the final stage of talks, aide says', 'DE-PL willing?'],
    ['Merz to call Tusk when the time is right', 'DE-PL willing?'],
    ['Merz to call Tusk when he is back in Berlin', 'DE-PL scheduled'],
    ['Vilnius hopes Merz and Tusk can meet soon', 'DE-PL willing'],
    ['Berlin would agree to direct talks with Warsaw', 'DE-PL willing'],
    ['Berlin will accept talks with Warsaw', 'DE-PL agreed'],
    ["Merz: if conditions permit, I'd get together with Tusk", 'DE-PL willing?'],
    ['Merz must apologise before we talk, Tusk says', 'DE-PL willing?'],
    ['Merz could find time for a chat with Tusk', 'DE-PL possible'],
    ['Merz awaits word from Tusk on a May meeting', 'DE-PL proposed'],
    ['Neither Berlin nor Warsaw has requested a Merz-Tusk call', 'DE-PL premature'],
    ['Merz flies to Brussels to see von der Leyen', 'DE-EU scheduled'],
    ['Merz finally gets to see Tusk', 'DE-PL held'],
    ['Merz has got to see Tusk, Oslo says', 'DE-PL scheduled'],
  ]);
});

describe('too early, and not wanted', () => {
  told([
    ['Any Merz-Tusk meeting must be well-prepared, Berlin says', 'DE-PL premature'],
    ['Contact between Merz and Tusk needs careful preparation, Berlin says', 'DE-PL premature'],
    ['Berlin rejects Merz-Tusk meeting as premature', 'DE-PL premature'],
    ['Merz could not find time to meet Tusk, Warsaw says', 'DE-PL declined'],
    ['Sanchez will not participate in upcoming summit in Poland', 'ES-PL declined'],
    ["Merz says visit to Warsaw 'wouldn't be appropriate' now", 'DE-PL declined'],
    ['Berlin sent an inquiry on a Merz-Tusk meeting; the absence of an answer is a refusal', 'DE-PL proposed', 'DE-PL declined'],
    ['Merz-Tusk summit was put off, not cancelled', 'DE-PL postponed'],
    ['Merz-Tusk summit not cancelled but postponed', 'DE-PL postponed'],
    ["Fate of Merz-Tusk summit unclear after Berlin's vote", 'DE-PL scheduled'],
  ]);
});

describe('calls that somebody is open to, and calls for something', () => {
  told([
    ['Merz open to Tusk call', 'DE-PL willing'],
    ['Merz rules out Tusk call', 'DE-PL declined'],
    ['Ministers open to Tusk call for joint debt'],
    ['Merz would neither confirm nor deny that he will visit Warsaw'],
    ['Berlin declined to say whether Merz would travel to Warsaw for talks with Tusk'],
  ]);
});

describe('what is agreed, and where', () => {
  told([
    ['Merz and Tusk agreed in a call on Sunday to meet soon', 'DE-PL held', 'DE-PL agreed'],
    ['Merz and Tusk agreed in a call to meet on Sunday', 'DE-PL held', 'DE-PL scheduled'],
    ['Merz and Tusk agreed during a call on Sunday to hold a meeting soon', 'DE-PL held', 'DE-PL agreed'],
    ['Costa to become first Portuguese premier to visit Warsaw', 'PL-PT scheduled'],
  ]);
  it('the day of the call is not the day of the meeting', () => {
    const days = (title: string): readonly (string | null)[] => coded('2025-06-10', title).contacts.map(({ date }) => date);
    expect(days('Merz and Tusk agreed in a call on Sunday to meet soon')).toEqual(['2025-06-08', null]);
    expect(days('Merz and Tusk agreed in a call to meet on Sunday')).toEqual([null, '2025-06-15']);
  });
});

describe('who is in town ahead of talks', () => {
  told([
    ['Merz in Muscat ahead of talks with Tusk', 'DE-PL scheduled'],
    ['Oman tests a drone ahead of Merz talks with Tusk', 'DE-PL scheduled (background)'],
  ]);
});

describe('what is done to something else says nothing of the contact', () => {
  told([
    ['Merz shakes summit with Tusk by revoking a licence to sell gas', 'DE-PL scheduled'],
    ['Hundreds block the entrance to Merz-Tusk talks', 'DE-PL underway'],
    ['Berlin rejects idea of talks with Warsaw', 'DE-PL declined'],
    ['Merz cancels plans for a visit to Warsaw', 'DE-PL cancelled'],
    ['Merz-Tusk talks unlikely to yield much', 'DE-PL underway'],
    ['Berlin-Warsaw talks make headway, but Merz rules out subsidies', 'DE-PL underway'],
    ['Berlin-Warsaw talks for a deal to end the quarrel continue', 'DE-PL underway'],
    ["The king's plane, due back after a visit to Warsaw, was grounded"],
  ]);
});

describe('words that belong to another noun, and talks that go on', () => {
  told([
    ['Excessive demands made by Berlin are a barrier to talks with Warsaw', 'DE-PL premature'],
    ["Berlin lifts duties amid 'encouraging' talks with Warsaw", 'DE-PL underway'],
    ['Union urges Merz to cancel talks with Tusk', 'DE-PL scheduled'],
    ["Merz's visit to Warsaw highlights a long quarrel", 'DE-PL underway'],
    ["Tusk says 'good' talks held with Merz", 'DE-PL held'],
    ['Frost over Warsaw as Berlin-Warsaw talks falter', 'DE-PL underway'],
  ]);
});

describe('what is answered to a question that somebody reports', () => {
  it.each([
    ['Asked if Merz would meet Tusk, the spokesman said it was too soon to say.', 'DE-PL premature'],
    ['Asked whether Merz would call Tusk, the spokesman said he was open to it.', 'DE-PL willing'],
    ['Asked whether Merz would meet Tusk, the spokesman said he could not rule it out.', 'DE-PL possible'],
    ['Asked whether Merz would meet Tusk, the spokesman said Berlin was ready to pay more.', 'DE-PL possible'],
    ['Asked whether Merz would meet Tusk, the spokesman said Berlin refused to give up the land.', 'DE-PL possible'],
    ['Asked whether Merz would meet Tusk, the spokesman said Berlin was ready for such a meeting.', 'DE-PL willing'],
  ])('%s', (text, contact) => expect(read('', text)).toEqual([contact]));
});

describe('who says so is no side, and his level is not theirs', () => {
  it.each([
    'Merz has cancelled his trip to Poland, German officials said.',
    'The chancellery said that Merz had cancelled his trip to Poland.',
  ])('%s', (text) =>
    expect(coded('2025-06-10', '', text).contacts.map(({ level, status }) => `${level} ${status}`)).toEqual(['leader cancelled']),
  );
});
