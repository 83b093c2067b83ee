import { describe, expect, it } from 'vitest';
import { coded } from './reading.ts';

const read = (title: string): string[] =>
  coded('2026-11-18', title).contacts.map(
    ({ parties, status, conditional, background }) => `${parties.join('-')} ${status}${conditional ? ' if' : ''}${background ? ' bg' : ''}`,
  );
const reads = (title: string, expected: string) => expect(read(title)).toContain(expected);

describe('what is said of another noun says nothing of the talks', () => {
  it.each([
    ['Beijing says trade talks with Washington back on course, tariff increase on hold', 'CN-US underway'],
    ['India-Pakistan talks go on, water treaty suspended', 'IN-PK underway'],
    ['Lula holds talks with Trump, steel tariffs postponed', 'BR-US held'],
    ['China scraps soybean orders, talks with U.S. continue', 'CN-US underway'],
    ['Iran halts inspections, nuclear talks with U.S. go on', 'IR-US underway'],
    ['Xi, Trump end talks with trade truce uncertain', 'CN-US held'],
    ['Iran-US talks end with sanctions deal still possible', 'IR-US held'],
    ['What are the possible outcomes of the Trump-Xi summit?', 'CN-US scheduled'],
    ['Hoping to avoid new tariffs, China sends vice premier to Washington', 'CN-US scheduled'],
    ['Iran in talks with US on delaying sanctions', 'IR-US underway'],
    ['Australia in talks with U.S. over halting aluminium duties', 'AU-US underway'],
    ['Future of arms treaty hinges on Putin-Trump summit', 'RU-US scheduled'],
    ['U.S., China step up trade talks as deadline nears', 'CN-US underway'],
    ['White House to Wall Street: Stay out of China trade talks', 'CN-US underway'],
    ['With Kim visit, China sends a message: it will not be ignored', 'CN-KP held'],
    ['Trump sends wrecking ball to Canada summit', 'CA-US scheduled'],
    ['Lavrov says a truce would depend on Kyiv and that there will be further talks with Oslo', 'NO-RU scheduled'],
    ['Tehran will not disarm and is ready for talks with Oslo', 'IR-NO willing'],
    ['Peru bans four Chilean MPs over Taiwan visit', 'CL-TW held bg'],
    ['Lula says Peru is trying to discredit talks with Chile', 'CL-PE underway'],
    ['Chile broke off its talks with Peru due to this row', 'CL-PE cancelled'],
    // what to call it off would be, and what others want of it
    ['Peru says cancelling Trump summit would fuel doubt', 'PE-US scheduled'],
    ['A delay of the Putin-Macron summit would be a blow, says Lula', 'FR-RU scheduled'],
    ['Scrapping talks with Iran would be folly, says Kallas', 'EU-IR underway'],
    ['It would be rash to cancel the Putin summit, Orban tells Macron', 'HU-RU scheduled'],
    ['Oman seeks to sway US talks with Iran', 'IR-US underway'],
    ['Merz-Putin talks may be first step to a pact, says Lula', 'DE-RU underway'],
  ])('%s', (title, expected) => reads(title, expected));

  it.each([
    ['Trade talks with Washington on hold, Beijing says', 'CN-US postponed'],
    ['Trump-Kim summit, planned for Friday, in doubt', 'KP-US premature'],
    ['China suspends talks with U.S., tariffs stay', 'CN-US postponed'],
    ['Trump cancels Putin summit, saying it would be a waste', 'RU-US cancelled'],
    ['Trump decides to cancel Putin summit as it would be a waste of time', 'RU-US cancelled'],
    ['Macron calls cancellation of Trump-Xi summit a blow that could hurt trade', 'CN-US cancelled'],
    ['The cancellation of the Trump-Xi summit could hurt trade, says Lula', 'CN-US cancelled'],
    ['Decision to cancel the Trump-Kim summit could hurt trade', 'KP-US cancelled'],
    ['Orban doubts the war will end and that Putin will meet Zelensky', 'RU-UA premature'],
    ['Putin-Trump summit possible, Kremlin says', 'RU-US possible'],
    ['Macron to stay out of talks with Russia', 'FR-RU declined'],
    ['Putin-Zelensky meeting depends on front line, Kremlin says', 'RU-UA possible if'],
  ])('but: %s', (title, expected) => reads(title, expected));
});

describe('what comes of talks is not whether they are held', () => {
  it.each([
    ['Oman hopes Iran-US talks will bear fruit', 'IR-US underway'],
    ['China hopes to ensure Xi-Trump summit a success', 'CN-US scheduled'],
    ['Iran threatens retaliation if talks with US fail', 'IR-US underway'],
    ['Trump vows sanctions if Putin summit fails', 'RU-US scheduled'],
    ['Nuclear talks with Iran have not failed, Witkoff says', 'IR-US underway'],
    ['Iran-US talks are not over, Oman says', 'IR-US underway'],
    ['China-U.S. trade talks will conclude this month, says Bessent', 'CN-US underway'],
    ['Trade talks with U.S. remain productive, Canada says', 'CA-US underway'],
    ['Witkoff optimistic about Iran talks', 'IR-US underway'],
    ['White House tempers expectations for Trump-Putin summit', 'RU-US scheduled'],
    ['Fish talks between Canada and China hit snag over quotas', 'CA-CN underway'],
    ['Putin visit to Tokyo would be first in a decade', 'JP-RU possible'],
  ])('%s', (title, expected) => reads(title, expected));

  it.each([
    ['Erdogan hopes Russia-Ukraine talks will resume', 'RU-UA willing'],
    ['Kremlin hopes Putin-Trump meeting will take place', 'RU-US willing'],
    ['Iran to meet US envoys if sanctions are lifted', 'IR-US willing if'],
    ['Trade talks with U.S. were constructive, Canada says', 'CA-US held'],
    ['Kremlin plays down prospects of Putin-Zelensky meeting', 'RU-UA premature'],
  ])('but: %s', (title, expected) => reads(title, expected));
});

describe('terms and words that govern each other', () => {
  it.each([
    ['Trump agrees to no preconditions for talks with Xi', 'CN-US agreed'],
    ['US sets no preconditions for talks with Iran', 'IR-US willing'],
    ['Washington drops preconditions for talks with Pyongyang', 'KP-US willing'],
    ['U.S.-China trade talks may not resume anytime soon', 'CN-US premature'],
    ['Kremlin ready for upcoming Putin-Trump summit', 'RU-US scheduled'],
    ['Trump suggests summit with Kim may still happen', 'KP-US possible'],
    ['China considers canceling its fishery talks with U.S.', 'CN-US scheduled'],
    ['US open to new China trade talks', 'CN-US willing'],
  ])('%s', (title, expected) => reads(title, expected));
  it.each(['Iran rejects US conditions for talks', "Kremlin dismisses Kyiv's preconditions for negotiations"])('%s', (title) =>
    expect(read(title)).toEqual([]),
  );
});

describe('the time of what is told around it', () => {
  it.each([
    ['Foreign minister Fidan in Geneva for UN meeting on grain', 'TR-UN underway'],
    ['China says trade talks with U.S. in January', 'CN-US scheduled'],
    ['Trump to decide on chip exports after Xi meeting', 'CN-US scheduled'],
    ['U.S. Trade Representative Greer to lead talks with China', 'CN-US scheduled'],
    ['Greer leads talks with China in Madrid', 'CN-US held'],
    ["Egypt's Abdelatty calls for de-escalation in talks with US envoy Boulos", 'EG-US held'],
    ['Trump promises to press Putin on ceasefire at summit', 'RU-US scheduled'],
    ['Ukraine, trade on agenda in Merz-Trump summit', 'DE-US scheduled'],
    ['U.S., China did not raise Taiwan at trade, defence ministers meeting', 'CN-US held'],
  ])('%s', (title, expected) => reads(title, expected));
});
