import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { lexicon } from './reading.ts';

/** Status and day of the contact of an item that is published on Tuesday, 12 August 2025; "-" where none is told. */
function first(title: string | null, text: string | null): string {
  const { contacts } = codeItem({ id: 'x', title, text, date: '2025-08-12', outlet: null, lang: null }, lexicon);
  const told = contacts.find(({ background }) => !background);
  return told === undefined ? 'none' : `${told.status} ${told.date ?? '-'}`;
}

describe('which day is that of the contact', () => {
  it.each([
    ['Macron to meet Putin in Geneva Friday week', 'scheduled 2025-08-22'],
    ['Macron to meet Putin next week on Friday', 'scheduled 2025-08-22'],
    ['Macron to meet Putin next week on Friday, after a rest', 'scheduled 2025-08-22'],
    ['The day after tomorrow Macron will meet Putin', 'scheduled 2025-08-14'],
    ['Macron and Putin spoke by phone, agreed to meet in October', 'held -'],
    ['Macron visits Russia later in August', 'scheduled 2025-08-13/2025-08-31'],
    ['Macron will meet Putin between August 30 and September 2', 'scheduled 2025-08-30/2025-09-02'],
    ['Macron is also to meet Putin in Oslo later Monday', 'scheduled 2025-08-11'],
    ['Macron plans to be in Oslo on May 9 and to see Putin the same day', 'scheduled 2026-05-09'],
    ['Macron and Putin held talks at State House in Lima on Monday', 'held 2025-08-11'],
    ['On Monday, on his first trip since taking office in January, Macron met Putin in Oslo.', 'held 2025-08-11'],
    ['Macron to meet Putin on 22nd', 'scheduled 2025-08-22'],
    ['Putin-Macron talks to follow in Ankara on Friday', 'scheduled 2025-08-15'],
    ['A call of Putin and Macron will follow next week', 'scheduled 2025-08-18/2025-08-24'],
    ['Macron to visit Russia from the 22nd to the 24th', 'scheduled 2025-08-22/2025-08-24'],
    ['Macron to visit Russia on the 5th of next month', 'scheduled 2025-09-05'],
    ['Macron-Putin meeting possible before October', 'possible 2025-08-12/2025-09-30'],
    ["Kremlin: Friday's Macron-Putin summit will be short", 'scheduled 2025-08-15'],
    ["Friday's Macron and Putin summit postponed", 'postponed 2025-08-15'],
    ['Macron-Putin meeting moved from Friday to August 22', 'postponed 2025-08-22'],
    ['Macron-Putin meeting put off until September', 'postponed 2025-09-01/2025-09-30'],
    ["Putin's meeting with Macron takes place Friday", 'scheduled 2025-08-15'],
    ['The summit of Macron and Putin is three days away', 'scheduled 2025-08-15'],
    ['Three days to go until Macron-Putin summit', 'scheduled 2025-08-15'],
    ['Macron to meet Putin later', 'scheduled 2025-08-12'],
    ['Macron will hold talks with Putin at a later date', 'postponed -'],
    ['Macron and Putin met earlier this month at the Winter Olympics', 'held 2025-08-01/2025-08-12'],
    ['LIVE: Macron arrives in Delhi', 'underway 2025-08-12'],
    ['Macron arrives in Delhi', 'underway -'],
  ])('%s', (title, expected) => {
    expect(first(title, null)).toBe(expected);
  });

  it.each([
    ['Macron on Monday said he was ready to meet Putin.', 'willing -'],
    ['In a speech on Monday Macron said he was ready to meet Putin.', 'willing -'],
    ['On Monday, Macron said that he might meet Putin.', 'possible -'],
    ['Macron on Monday reiterated his readiness to meet Putin.', 'willing -'],
    ['The Elysee on Monday confirmed a summit of Macron and Putin.', 'scheduled -'],
    ['Putin and Macron agreed on Monday to meet.', 'agreed -'],
    ['Macron accepted on Monday an invitation to visit Russia.', 'agreed -'],
    ['Macron on Monday did not rule out a meeting with Putin.', 'possible -'],
    ['On Monday, the Kremlin denied that Putin and Macron had met.', 'denied -'],
    ['A meeting of Macron with Putin was called off on Monday.', 'cancelled -'],
    ['Chile broke off its talks with Peru on Friday.', 'cancelled -'],
    ['Lula called off his meeting with Macron on Monday.', 'cancelled -'],
    ['Lula calls off meeting with Macron on Friday', 'cancelled 2025-08-15'],
    ['Iran called off talks with Brazil due on Friday.', 'cancelled 2025-08-15'],
    ['Iran cancelled talks with Brazil that were to be held in Oslo on Friday.', 'cancelled 2025-08-15'],
    ['Macron, elected in May, will meet Putin.', 'scheduled -'],
    ['On Friday, Macron will meet Putin.', 'scheduled 2025-08-15'],
  ])('is not the one on which somebody spoke or took a stand: %s', (text, expected) => {
    expect(first(null, text)).toBe(expected);
  });

  it.each([
    ['Macron said on Monday during a meeting with Zelensky that aid would come.', 'held 2025-08-11'],
    ['Macron promised aid on Monday during talks with Zelensky in Kyiv.', 'held 2025-08-11'],
    ['India and Pakistan agreed on Monday to set up a panel during talks in Delhi.', 'held 2025-08-11'],
    ['The day after his talks with Putin, Macron played tennis.', 'held 2025-08-11'],
    ['Macron will meet Putin in Geneva in ten days, on August 22.', 'scheduled 2025-08-22'],
    ['Macron arrived in India on Monday for a four-day working visit.', 'underway 2025-08-11/2025-08-14'],
    ['Macron ended a two-day visit to India on Tuesday.', 'held 2025-08-11/2025-08-12'],
  ])('is the one of what was done there: %s', (text, expected) => {
    expect(first(null, text)).toBe(expected);
  });

  it.each([
    ['Macron to meet Putin', 'The summit takes place on Friday.', 'scheduled 2025-08-15'],
    ['Macron to visit Russia', 'The president flies out on Friday.', 'scheduled 2025-08-15'],
    ['Macron and Putin may meet', 'It could happen on Friday.', 'possible 2025-08-15'],
    ['Macron begins visit to India', 'President Macron got off the plane in Delhi late on Monday.', 'underway 2025-08-11'],
    ['Macron begins visit to India', 'He is to stay for three days.', 'underway 2025-08-12/2025-08-14'],
    ['Macron to visit Russia', 'He leaves office on Friday.', 'scheduled -'],
  ])('is told by the next sentence: %s %s', (title, text, expected) => {
    expect(first(title, text)).toBe(expected);
  });
});

describe('a headline that asks and answers', () => {
  it.each([
    ['Putin-Macron meeting? Not before 12 September', 'premature 2025-09-12'],
    ['When will Putin meet Macron? Not before 12 September', 'premature 2025-09-12'],
    ['When will Putin meet Macron? No date yet', 'premature -'],
    ['Will Putin meet Macron? Possible in Geneva next week', 'possible 2025-08-18/2025-08-24'],
    ['A Macron-Putin summit? Possible in Geneva next week, says Kremlin', 'possible 2025-08-18/2025-08-24'],
    ['Where will Putin and Macron meet? In Geneva, on Friday', 'scheduled 2025-08-15'],
    ["Will Putin meet Macron? 'Never'", 'declined -'],
    ['Will Putin meet Macron? The world is waiting', 'possible -'],
    ['Will Putin meet Macron? No chance, says Kremlin', 'declined -'],
    ['Will Putin meet Macron? Ready, says Elysee', 'willing -'],
    ['Will Putin meet Macron? They will be in Geneva on Friday', 'scheduled 2025-08-15'],
    ['Macron meets Putin in Oslo: who gained? Nobody', 'held -'],
    ['Why did Macron cancel Modi summit? Never trust a rival', 'cancelled -'],
    ['Will Putin meet Macron? Modi refuses to guess', 'possible -'],
    ['Will Putin meet Macron? Shares in Oslo slip on Friday', 'possible -'],
    ['Will Putin meet Macron? Toolmakers hope so', 'possible -'],
    ['Will Putin meet Macron? Happy faces fill the hall', 'possible -'],
    ['Will Putin meet Macron? No umbrella helps in this storm', 'possible -'],
  ])('%s', (title, expected) => {
    expect(first(title, null)).toBe(expected);
  });
});

describe('a later sentence that names no contact itself tells the day', () => {
  it.each([
    ['Macron cancels India visit', 'He had planned to travel on Friday.', 'cancelled 2025-08-15'],
    ['Macron cancels India visit', 'Delhi had expected him on Friday.', 'cancelled 2025-08-15'],
    ['Macron cancels India visit', 'He will not be in Delhi on Friday after all.', 'cancelled 2025-08-15'],
    ['Macron cancels India visit', 'His plane was to have left on Friday.', 'cancelled 2025-08-15'],
    ['Macron cancels India visit', 'The trip on Friday would have been his third.', 'cancelled -'],
    ['Macron-Modi meeting postponed', 'The new date is September 12.', 'postponed 2025-09-12'],
    ['Macron-Modi meeting postponed', 'A new date will be fixed in the coming days.', 'postponed -'],
    ['Kremlin denies Putin-Macron call', '"There was nothing of the kind on Thursday," the spokesman said.', 'denied 2025-08-07'],
    ['Macron and Modi discuss steel', 'They shook hands on Monday before the cameras.', 'held 2025-08-11'],
    ['Macron and Modi discuss steel', 'An aide spoke of progress on Monday.', 'held -'],
    ['Macron to host Modi', 'The dinner is on Friday.', 'scheduled 2025-08-15'],
    ['Macron to host Modi', 'Friday is the day, an aide said.', 'scheduled 2025-08-15'],
    ['Macron invites Modi', 'The letter names Friday as the day.', 'proposed 2025-08-15'],
    ['Macron to host Modi', 'An aide said on Friday that all was ready.', 'scheduled -'],
    ['Kremlin denies Putin-Macron call', 'They did not speak on Thursday.', 'denied 2025-08-07'],
    ['Kremlin denies Putin-Macron call', 'No ferries sailed on Thursday in the storm.', 'denied -'],
    ['Macron to host Modi', 'Modi gets a medal on Friday.', 'scheduled -'],
    ['Macron to host Modi', 'Macron will see his dentist on Friday.', 'scheduled -'],
    ['Macron to host Modi', 'He will see the Indian premier on Friday.', 'scheduled 2025-08-15'],
    ['Macron to host Modi', 'Modi will attend a concert on Friday.', 'scheduled -'],
    ['Macron and Modi discuss steel', 'Modi met fishermen on Monday.', 'held -'],
    ['Macron and Modi discuss steel', 'The session on the harvest lasted until Monday.', 'held -'],
    ['Macron begins visit to India', 'He got a new tooth on Monday.', 'underway -'],
    ['Elysee has not accepted Putin offer of talks', 'Macron will be in the state of Georgia on Friday.', 'proposed -'],
  ])('%s %s', (title, text, expected) => {
    expect(first(title, text)).toBe(expected);
  });
});

describe('without a day of publication', () => {
  it.each([
    ['Macron met Putin in Sochi on 5 March 2018.', '2018-03-05'],
    ['Macron met Putin in Sochi in March 2018.', '2018-03-01/2018-03-31'],
    ['Macron met Putin in Sochi on 5 March.', null],
    ['Macron met Putin in Sochi on Monday.', null],
  ])('only a date with its year is known: %s', (text, expected) => {
    const { contacts } = codeItem({ id: 'x', title: null, text, date: null, outlet: null, lang: null }, lexicon);
    expect(contacts[0]?.date ?? null).toBe(expected);
  });
});
