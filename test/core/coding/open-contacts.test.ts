import { describe, expect, it } from 'vitest';
import { coded } from './reading.ts';

const read = (title: string, text: string | null = null) => {
  const { contacts } = coded('2025-06-10', title, text);
  const first = contacts[0];
  return first === undefined ? null : `${first.parties.join('-')} ${first.status}`;
};

describe('somebody asks, offers, brings together', () => {
  it.each([
    ['Merz presses Xi for a face-to-face on rare earths', 'CN-DE proposed'],
    ["Tusk knocks at Trump's door for a heart-to-heart", 'PL-US proposed'],
    ['Erdogan coaxes Putin and Zelensky to the table', 'RU-UA proposed'],
    ['Ruto nudges Kagame and Tshisekedi towards a sit-down', 'CD-RW proposed'],
    ['Qatar volunteers Doha for Trump-Pezeshkian meeting', 'IR-US proposed'],
    ['Oman offers its roof to Iran and the US for direct negotiations', 'IR-US proposed'],
    ['Bern puts its villas at disposal of Kyiv and Moscow for talks', 'RU-UA proposed'],
    ['Prabowo keeps a seat for Albanese', 'AU-ID proposed'],
    ['Sharif holds out a hand to Modi: let us talk', 'IN-PK proposed'],
    ['Petro asks Trump to lunch', 'CO-US proposed'],
    ['Ramaphosa has been invited to the Kremlin', 'RU-ZA proposed'],
    ['Trump invited by Modi to watch the parade', 'IN-US proposed'],
    ['It is time Merz and Xi spoke, says Wadephul', 'CN-DE proposed'],
  ])('%s', (title, expected) => expect(read(title)).toBe(expected));
  it.each([
    'Macron pushes Putin and Zelensky on grain prices',
    'Merz presses shirts; Xi tours a factory',
    'Trump puts Putin and Xi on a list',
  ])('nobody: %s', (title) => expect(read(title)).toBeNull());
});

describe('somebody is willing', () => {
  it.each([
    ['Merz: would talk to Putin', 'DE-RU willing'],
    ['Sanchez would not hesitate to ring Putin', 'ES-RU willing'],
    ['Nothing would please Lula more than to receive Trump in Brasilia', 'BR-US willing'],
    ["Erdogan's door stands open to Putin", 'RU-TR willing'],
    ['Trump need only pick up the phone, says Maduro', 'US-VE willing'],
    ['Macron would no longer shun a meeting with Putin', 'FR-RU willing'],
    ['Macron would meet Putin in a heartbeat', 'FR-RU willing'],
    ['Macron cannot wait for a meeting with Putin', 'FR-RU willing'],
  ])('%s', (title, expected) => expect(read(title)).toBe(expected));
});

describe('it may come about', () => {
  it.each([
    ['Macron may squeeze in Xi in Rio', 'CN-FR possible'],
    ['Question mark over whether Merz finds time for Erdogan', 'DE-TR possible'],
    ['Brazil summit could throw Xi and Milei together', 'AR-CN possible'],
    ['Signs that Kagame and Museveni are inching towards a call', 'RW-UG possible'],
    ['Moscow for Modi? An option on the desk, adviser says', 'IN-RU possible'],
    ['Rubio in Delhi this autumn? Not excluded, says Jaishankar', 'IN-US possible'],
    ['A Putin-Macron reunion?', 'FR-RU possible'],
    ['Rumour of the day: Sharif to see Modi in Dubai', 'IN-PK possible'],
    ['Nobody rules out a Putin-Macron meeting', 'FR-RU possible'],
  ])('%s', (title, expected) => expect(read(title)).toBe(expected));
});

describe('it is too early', () => {
  it.each([
    ['Lammy: nothing in the diary with Lavrov', 'GB-RU premature'],
    ["No slot for Merz in Trump's calendar", 'DE-US premature'],
    ["Lee-Trump phone talk? Seoul isn't expecting one", 'KR-US premature'],
    ['Conditions not in place for Wang-Rubio contact, ministry source says', 'CN-US premature'],
    ["Putin's Tokyo voyage dateless still", 'JP-RU premature'],
    ['Kremlin preaches patience on Putin-Trump meeting', 'RU-US premature'],
    ['Kremlin: no contact of Putin and Macron in the works', 'FR-RU premature'],
    ['Kremlin in the dark about a Putin-Macron meeting', 'FR-RU premature'],
    ['Chances of an Ishiba-Kim meeting are slim for the present', 'JP-KP premature'],
  ])('%s', (title, expected) => expect(read(title)).toBe(expected));
});

describe('what is judged, refused or lacking', () => {
  it.each([
    ['Calling Putin makes no sense, Macron says', 'FR-RU declined'],
    ['Negotiating with Moscow under pressure would be pointless, Paris says', 'FR-RU declined'],
    ['Meeting Putin is possible, Macron says', 'FR-RU possible'],
    ['Macron does not rule out visiting Moscow', 'FR-RU possible'],
    ['Macron is not going to call Putin', 'FR-RU declined'],
    ['No summit of Macron and Putin has been agreed so far', 'FR-RU premature'],
    ['Kremlin: no agreements on Macron-Putin phone call', 'FR-RU premature'],
    ['A visit to Paris is not planned at the moment, Kremlin says', 'FR-RU premature'],
    ['Until then no meeting with Putin is possible, Macron says', 'FR-RU declined'],
    ['No talks held with Moscow, Paris says', 'FR-RU denied'],
    ['Macron would not refuse a meeting with Putin', 'FR-RU willing'],
    ['Macron, Merz call on Putin to meet Zelensky', 'RU-UA proposed'],
    ['Macron refuses to discuss Taiwan with Xi', 'CN-FR declined'],
    ['Macron makes a phone call to Putin', 'FR-RU held'],
    ['Tehran will not return to negotiating table under threats from Washington', 'IR-US declined'],
    ['Macron: talks with Putin only after a truce', 'FR-RU willing'],
    ['Sisi turns down US proposal to meet Netanyahu', 'EG-IL declined'],
    ['Putin skips G20 in Johannesburg', 'RU-XX declined'],
    ['Iran sees no reason to engage with US now', 'IR-US declined'],
    ['US refuses visa, Abbas will not meet Macron', 'FR-PS declined'],
    ['Macron made no request to Moscow for talks', 'FR-RU premature'],
    ['There has been no meeting with Putin, Elysee says', 'FR-RU denied'],
    ['There have been no talks with Moscow so far, Paris says', 'FR-RU premature'],
    ['Macron has not been in touch with Putin, Elysee says', 'FR-RU denied'],
    ['Macron and Putin could meet on the sidelines of the European Political Community summit', 'FR-RU possible'],
    ['No French minister would attend the Moscow summit, Paris says', 'FR-RU declined'],
    ['No discussion of a Macron-Putin meeting so far, Kremlin says', 'FR-RU premature'],
  ])('%s', (title, expected) => expect(read(title)).toBe(expected));
  it('a denial in the text takes back what the headline only says is lacking', () =>
    expect(read('Oslo says no talks with Moscow', 'Norway denied a report that it was negotiating with Russia.')).toBe('NO-RU denied'));
  it.each(['Macron calling Putin a liar makes no sense', 'Macron works on a call for peace'])('no contact: %s', (title) =>
    expect(read(title)).toBeNull(),
  );
});

describe('the answer of the other side', () => {
  const all = (title: string) => coded('2025-06-10', title).contacts.map(({ status, side }) => `${status} ${side ?? '-'}`);
  it.each([
    ['Minsk proposes talks, Vilnius refuses', ['proposed BY', 'declined LT']],
    ['Zelensky ready to meet Putin, Kremlin says no', ['willing UA', 'declined RU']],
    ['Macron ready to meet Putin; Moscow not interested', ['willing FR', 'declined RU']],
    ['Oslo offers talks but Riga says yes', ['proposed NO', 'agreed LV']],
    ['Oslo offers talks with Riga, Latvia welcomes the idea', ['proposed NO', 'willing LV']],
    ['Oslo offers talks with Riga, Latvia rejects claims of losses', ['proposed NO']],
    ['Macron ready to meet Putin, Kremlin says', ['willing FR']],
  ])('%s', (title, expected) => expect(all(title)).toEqual(expected));
});
