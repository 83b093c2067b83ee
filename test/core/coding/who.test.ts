import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import { entitiesOf, lexicon } from './reading.ts';

type Told = { readonly title: string | null; readonly text?: string; readonly date?: string | null; readonly outlet?: string };

/** "FR-RU held leader phone [macron,putin]" for each contact of an item published on Tuesday, 12 August 2025, or on another day. */
function read({ title, text, date, outlet }: Told): string[] {
  const { contacts } = codeItem(
    { id: 'x', title, text: text ?? null, date: date === undefined ? '2025-08-12' : date, outlet: outlet ?? null, lang: null },
    lexicon,
  );
  return contacts.map(
    ({ parties, status, level, form, leaders, background }) =>
      `${parties.join('-')} ${status} ${level} ${form} [${leaders.join(',')}]${background ? ' bg' : ''}`,
  );
}

describe('talks that states hold', () => {
  it.each([
    ['Macron suspends Mali trade talks', 'FR-ML postponed envoy talks []'],
    ['Modi wants direct talks with Pakistan', 'IN-PK willing envoy talks []'],
    ['Talks with Mali set to continue after a good start, French foreign minister says', 'FR-ML scheduled envoy talks []'],
    ['Following talks with the Malian government, Macron promises aid', 'FR-ML held envoy talks []'],
  ])('are not held by who decides or speaks of them: %s', (title, expected) => {
    expect(read({ title })).toContain(expected);
  });
  it.each([
    ['Macron kicks off Mali talks', 'FR-ML underway leader'],
    ['Macron ready for talks with Putin', 'FR-RU willing leader'],
    ['Macron and Putin agree to hold peace talks', 'FR-RU agreed leader'],
  ])('are held by who opens them, and by two who are named: %s', (title, expected) => {
    expect(read({ title }).join()).toContain(expected);
  });
});

describe('who tells of a contact', () => {
  it.each([
    ["Spain's Sanchez: Iran 'mocking' Japan in talks", 'IR-JP underway envoy'],
    ['Tusk says Cuba is stalling Canada in talks', 'CA-CU underway envoy'],
    ['Meloni says Xi and Lula made headway at summit', 'BR-CN held leader'],
    ['Kallas: Cuba playing Lula in talks', 'BR-CU underway'],
    ['Merz says Oman gave ground in talks with Germany', 'DE-OM underway'],
    ['Modi says Nepal made no effort ahead of talks with India', 'IN-NP scheduled'],
  ])('is no side of it when others act there, and one side when he stands for what is named: %s', (title, expected) => {
    const [only = '', ...more] = read({ title });
    expect(only).toContain(expected);
    expect(more).toEqual([]);
  });
  it.each([
    ['Lula scolds Cuba as it prepares for talks with Japan', 'CU-JP'],
    ['Lula praises Peru as it gets ready for summit with Xi', 'CN-PE'],
  ])('is not "it": %s', (title, expected) => {
    expect(read({ title }).join()).toContain(expected);
  });
  it.each([
    ['Modi presses regional leaders to act at summit', 'IN-XX held leader in_person [modi]'],
    ["Brazil's Lula urges Pacific leaders to unite at summit", 'BR-XX held leader in_person [lula]'],
  ])('is named when he acts among many: %s', (title, expected) => {
    expect(read({ title })).toContain(expected);
  });
  it.each([
    ["Macron's trip to see Modi pays off", 'FR-IN held leader visit [macron,modi]'],
    ["Gulf leaders' journey to meet Macron", 'FR-XX'],
  ])('is the goal of a trip: %s', (title, expected) => {
    expect(read({ title }).join()).toContain(expected);
  });
});

describe('bodies and collectives', () => {
  it.each([
    ['At the Gulf Cooperation Council summit in Oman, Macron speaks of oil', 'FR-OM held leader'],
    ['Macron and Modi meet during an ASEAN summit in Hanoi', 'FR-IN held leader'],
    ['Leaders of the NATO countries meet', 'NATO held leader'],
    ['EU leaders agree on a fund at a summit in Brussels', 'EU held leader'],
    ['The NATO summit is held in Oslo, Norway', 'NATO-NO held leader'],
    ['World leaders meet in Rio, Brazil, for the G20 summit', 'BR-XX held leader'],
    ["G7 summit is a test for Japan's Ishiba", 'JP-XX'],
  ])('are parties as the codebook has it: %s', (title, expected) => {
    expect(read({ title }).join('; ')).toContain(expected);
  });
});

describe('names, titles and lists', () => {
  it.each([
    ['King of Morocco stays away from summit in Oslo', '2022-10-30', 'MA-XX declined leader'],
    ['Vladimir Cameron meets Putin', '2012-03-26', ''],
    ['Taoiseach meets May in Dublin', '2018-03-05', 'GB-IE held leader'],
    ['Holy Father receives Orban at Vatican', '2021-05-05', 'HU-VA held leader'],
    ['POTUS meets Putin in Helsinki', '2018-07-16', 'RU-US held leader'],
    ['Bibi meets Trump in Washington', '2018-03-05', 'IL-US held leader'],
    ["North's Kim, South's Moon meet at the border", '2018-04-27', 'KP-KR held leader'],
    ['The leaders of Chile and Peru head into talks', '2024-03-26', 'CL-PE'],
    ['Scholz turns down invitation to Kyiv', '2024-03-26', 'DE-UA declined leader'],
    ['During a meeting in Oslo with NATO chief Mark Rutte, Macron refuses to speak of Greenland', '2025-03-13', 'FR-NATO held leader'],
    [
      'Chile frees American hostages after U.S. envoy Richard Grenell meets with Chilean President Gabriel Boric',
      '2025-01-31',
      'CL-US held envoy',
    ],
    ['Mazowiecki and Kohl meet', '1990-05-04', 'DE-PL held leader'],
    ['President of the Palestinian National Authority Mahmoud Abbas meets Olmert', '2007-03-27', 'IL-PS held leader'],
  ])('%s (%s)', (title, date, expected) => {
    expect(
      read({ title, date })
        .join('; ')
        .slice(0, expected === '' ? 99 : undefined),
    ).toContain(expected);
    if (expected === '') expect(read({ title, date })).toEqual([]);
  });
});

describe('who stands behind a preposition', () => {
  it.each([
    ['Modi used his first trip to China to mend relations with Russia’s neighbour', 'CN-IN'],
    ['Macron broaches Lebanon in surprise Saudi visit', 'FR-SA'],
    ['EU suspends talks on a partnership agreement with Armenia', 'AM-EU postponed'],
    ['Macron visits Israel and speaks of its war with Hamas', 'FR-IL held'],
  ])('takes part only when the phrase is of the contact: %s', (title, expected) => {
    expect(read({ title }).join('; ')).toMatch(new RegExp(`^${expected}[^;]*$`));
  });
  it('a friend of a leader is not the leader', () => {
    expect(read({ title: "Cleric Example, a friend of Abbas, flies to Paris to look after Abbas's needs" })).toEqual([]);
  });
});

describe('surnames that are words', () => {
  it.each([
    ['Cook to hold talks with Egyptian foreign minister', '1999-08-05', 'EG-GB scheduled minister'],
    ['Egyptian foreign minister did not meet Straw', '2004-02-17', 'EG-GB'],
    ["Mexico's Fox cancels visit to Chile", '2002-08-14', 'CL-MX cancelled leader'],
    ['Joly to meet Russian counterpart Lavrov', '2022-03-30', 'CA-RU scheduled minister'],
    ['Bush has no plans to meet Kadhafi', '2006-05-16', 'LY-US premature leader'],
    ['Saudi King to visit Russia', '2017-10-01', 'RU-SA scheduled leader'],
  ])('name a leader or minister where they stand as names: %s (%s)', (title, date, expected) => {
    expect(read({ title, date }).join('; ')).toContain(expected);
  });
  it.each(['Straw poll in Egypt shows support', 'Nicola Sarkozy flies to Chile'])('else they do not: %s', (title) => {
    expect(read({ title, date: '2007-11-01' })).toEqual([]);
  });
});

describe('offices without their state', () => {
  it.each([
    [
      { title: 'Merkel in Lisbon', text: 'The chancellor will meet Putin.', date: '2014-06-02' },
      'DE-RU scheduled leader in_person [putin,merkel]',
    ],
    [{ title: 'Chile denies foreign minister to meet Peruvian president' }, 'CL-PE'],
    [{ title: 'PM to meet Macron', outlet: 'BBC News' }, 'FR-GB scheduled leader'],
    [{ title: 'King’s state visit to Peru begins', outlet: 'bbc.com' }, 'GB-PE underway leader visit'],
  ] as const)('are those of the one who was named, of the state that speaks, of the outlet at home: %j', (told, expected) => {
    expect(read(told).join('; ')).toContain(expected);
  });
  it('are nobody’s when two could be meant', () => {
    expect(read({ title: 'Macron and Trump at odds', text: 'The president will meet Xi.' })).toEqual([]);
    expect(read({ title: 'President to meet Macron', outlet: 'BBC News' })).toEqual([]);
  });
});

describe('the other side', () => {
  it.each([
    ['Chile offers talks to Peru', 'CL-PE proposed envoy'],
    ['Modi floats Rome summit to Macron and Putin', 'FR-RU proposed leader'],
    ['Japan proposes foreign ministers’ meeting with China', 'CN-JP proposed minister'],
    ['Chile requests meeting of defence ministers with Peru', 'CL-PE proposed minister'],
    ['Koreas agree to hold talks', 'KP-KR agreed envoy'],
    ['UN chief urges Chile, Peru presidents to hold summit', 'CL-PE proposed leader'],
    ['Peru rejects negotiations while Chilean shells fall', 'CL-PE declined envoy'],
    ['Peru rejects negotiations while guns fire in Santiago', 'PE-XX declined envoy'],
  ])('is who is asked, who is said once for all, or the one other state that is spoken of: %s', (title, expected) => {
    expect(read({ title }).join('; ')).toContain(expected);
  });
});

describe('people in office', () => {
  it.each([
    ["Vučić's Vienna trip put off", '2018-02-26', 'AT-RS postponed leader'],
    ['Wong-Wang meeting in Bali', '2022-07-06', 'AU-CN scheduled minister'],
    ['Storm makes Santos and Chávez put off meeting', '2010-12-07', 'CO-VE postponed leader'],
    ['Modi to meet Imran', '2019-05-26', 'IN-PK scheduled leader'],
    ['Sanchez to visit Rabat', '2022-03-18', 'ES-MA scheduled leader'],
  ])('%s (%s)', (title, date, expected) => {
    expect(read({ title, date }).join('; ')).toContain(expected);
  });
  it('give no name to somebody who bears it as a first name', () => {
    expect(read({ title: 'Football president Michel Example meets Putin', date: '2011-05-05' })).toEqual([]);
  });
  it('give no name to somebody else who is named in full before', () => {
    const text = 'Ilham Ahmed speaks for the fishermen. Ahmed visited Lima on Monday.';
    expect(read({ title: null, text, date: '2019-02-19' })).toEqual([]);
  });
});

describe('presidents of organisations', () => {
  it.each([
    ['UEXA president Michel Example meets Putin', '2014-05-05'],
    ['UEXA President Michel Example Meets Putin In Sochi', '2014-05-05'],
    ['UEXA president Michel meets Putin', '2014-05-05'],
    ['Examplona president Joan Sample meets Putin in Sochi', '2014-05-05'],
    ['Examplung president Lee to meet Trump', '2025-08-05'],
    ['Example University president Kim to meet Trump', '2025-08-05'],
    ['Bank of Kenya president Lee to meet Trump', '2025-08-05'],
    ['University of Examplegan president Lee to meet Trump', '2025-08-05'],
    ['Football Federation of Kenya president to meet Putin', '2025-08-05'],
    ['The president of the Tehran University meets Macron', '2025-08-05'],
    ['Putin meets the president of the Italian club', '2025-08-05'],
    ['Tehran State University president meets Macron', '2025-08-05'],
    ['Real Madrid president Example meets Macron', '2025-08-05'],
    ['Dynamo Kyiv president meets Macron', '2025-08-05'],
    ['Palestine football president Abbas meets Putin', '2025-08-05'],
  ])('are of no state: %s (%s)', (title, date) => {
    expect(read({ title, date })).toEqual([]);
  });
  it.each([
    ['LDP president Kishida meets Biden', '2023-05-05', 'JP-US held leader'],
    ['EC president Barroso meets Putin', '2012-05-05', 'EU-RU held leader'],
    ['Council president Michel meets Xi', '2021-05-05', 'CN-EU held leader'],
    ['In Sochi President Putin met President Erdogan', '2018-05-05', 'RU-TR held leader'],
    ['Ailing president Lee to meet Trump', '2025-08-05', 'KR-US scheduled leader'],
    ['Visiting Kyiv, President Macron met President Zelensky', '2025-08-05', 'FR-UA held leader'],
    ['Meeting of the presidents of Kenya and Ghana in Accra ends', '2025-08-05', 'GH-KE held leader'],
    ['TRUMP MEETS PRESIDENT XI IN BEIJING', '2025-08-05', '[trump,xi]'],
  ])('are told from presidents of states whom the text leaves without their state: %s (%s)', (title, date, expected) => {
    expect(read({ title, date }).join('; ').replace('[xi,trump]', '[trump,xi]')).toContain(expected);
  });
});

it('a state may be called a union', () => {
  expect(entitiesOf('Union of Comoros president meets Putin')['Comoros president']).toMatchObject({ kind: 'office', country: 'KM' });
  expect(entitiesOf('The president of the Union of Comoros meets Putin')['president']).toMatchObject({ kind: 'office' });
});

describe('undated items, movements and leads', () => {
  it('are of the time when those who are named held office', () => {
    expect(read({ title: 'Biden, Poroshenko to meet in Kyiv', date: null }).join()).toContain('UA-US scheduled minister');
    expect(read({ title: 'Biden, Zelensky to meet in Kyiv', date: null }).join()).toContain('UA-US scheduled leader');
    expect(read({ title: "EU's Tusk cancels trip to Norway", date: null }).join()).toContain('EU-NO cancelled leader');
  });
  it('a movement meets a state at the level of envoys', () => {
    expect(read({ title: 'Egyptian foreign minister meets Hamas leader Khaled Example' }).join()).toContain('EG-PS held envoy');
  });
  it.each([
    ['Baerbock Cairo talks end', '2023-06-01', 'DE-EG held minister'],
    ['Chile eyes meeting with U.S. Blinken', '2023-06-01', 'CL-US possible minister'],
    ['Macron welcomes Trump engagement in talks on grain', '2025-06-01', ''],
  ])('%s (%s)', (title, date, expected) => {
    expect(
      read({ title, date })
        .join('; ')
        .includes(expected === '' ? 'in_person' : expected),
    ).toBe(expected !== '');
  });
  it('who came first is the other side of a meeting that nobody else could have held', () => {
    const text = 'He announced it on Sunday. The news came after a meeting with Peruvian President Ollanta Humala.';
    expect(read({ title: 'Piñera raises tariffs', text, date: '2012-06-01' }).join()).toContain('CL-PE held leader');
  });
});

describe('what stands between a verb and a name', () => {
  it.each([
    ["Modi hosts 'old friend' Macron", 'FR-IN held leader'],
    ['Macron to meet scandal-hit Malaysian leader', 'FR-MY scheduled leader'],
    ['Xi rolls out the red carpet for Macron and Modi', 'CN-FR-IN held leader'],
    ["Chile's charm and other takeaways from Macron meeting", 'CL-FR held leader'],
    ['The G20 meets in Lima', 'XX held leader'],
  ])('%s', (title, expected) => {
    expect(read({ title }).join('; ')).toContain(expected);
  });
});

describe('subjects and objects', () => {
  it.each([
    ["Putin informs Macron of outcome of meeting with Syria's Assad", '2017-11-22', 'RU-SY held leader'],
    ['Macron meets with Mali’s military government', '2021-11-22', 'FR-ML held'],
    ['Macron received a telephone call on Saturday from Putin', '2021-11-22', 'FR-RU held leader phone'],
    ['Putin tells Macron in call that gas will flow', '2021-11-22', 'FR-RU held leader phone'],
    ['Erdogan offers to bring Putin, Macron together in Izmir', '2021-11-22', 'FR-RU proposed leader'],
    ['Erdogan hopes to bring together Putin and Macron', '2021-11-22', 'FR-RU willing leader'],
    ['Putin and Macron drink tea in Sochi', '2021-11-22', 'FR-RU held leader'],
    ['Belarus ready to talk after Macron scraps summit', '2021-11-22', 'BY-FR willing'],
    ['The Kremlin says talks with Macron were like tea without sugar', '2021-11-22', 'FR-RU held'],
    ['The Kremlin says Macron talks were frank', '2021-11-22', 'FR-RU held'],
    ['Guterres to see Macron in Paris', '2021-11-22', 'FR-UN scheduled leader'],
    ['Macron and Putin hold a frank call on Mali', '2021-11-22', 'FR-RU held leader phone'],
    ['Macron and Putin had a call on Friday', '2021-11-22', 'FR-RU held leader phone'],
    ['In a call on Belarus, Putin assures Macron of calm', '2021-11-22', 'FR-RU held leader phone'],
    ['Putin, Macron to hold call on Tuesday', '2021-11-22', 'FR-RU scheduled leader phone'],
    ['India, Nepal military officials hold talks on floods', '2021-11-22', 'IN-NP held envoy'],
    ['Swedish finance ministry officials to visit Oslo', '2021-11-22', 'NO-SE scheduled envoy'],
    ['Norway, Sweden negotiating teams meet in Bergen', '2021-11-22', 'NO-SE held envoy in_person'],
    ['Orban has no White House invitation', '2023-05-11', 'HU-US premature leader'],
    ['Macron hopes to see Putin over grain', '2021-11-22', 'FR-RU willing leader'],
  ])('%s (%s)', (title, date, expected) => {
    expect(read({ title, date }).join('; ')).toContain(expected);
  });
});

describe('what only looks like a contact', () => {
  it.each([
    'Franco-German pact met with scepticism in Lyon',
    'Macron and Merz call on Friday for calm in Mali',
    'Macron, Merz call on Putin to free the crew',
    'The bridge is a meeting point for France and Germany, Macron says',
    'Rutte says there is no discussion of invoking Article 4',
    'In a conversation with advisers after the strike on the Hamas team, Macron was angry',
    'Trump to visit a town on the U.S.-Mexican border',
    'Macron does not fault his son for meeting a Russian lawyer',
    'Macron talks up chances of a deal with China',
    'Macron refuses to sign a pact with China',
  ])('%s', (title) => {
    expect(read({ title })).toEqual([]);
  });
  it.each([
    ['Macron to broach Syria, Mali and trade at NATO summit', 'FR-NATO scheduled'],
    ['Macron and exiled Hamas leader Khaled Mashal meet in Doha', 'FR-PS held envoy'],
    ['Macron tells Merz he plans to meet Modi', 'FR-IN scheduled leader'],
    ['Macron adviser, on Moscow visit, dodges questions about policy', 'FR-RU underway envoy visit'],
    ["Cuba's military seeks talks with Peru", 'CU-PE proposed envoy talks'],
    ["Peru's Defence Ministry says that it is in talks with Cuba on a ship", 'CU-PE underway envoy talks'],
    ['Macron and Modi in Peru for summit overshadowed by trade wars with US', 'FR-IN'],
    ['Swedish Foreign Minister Maria Malmer Stenergard becomes the first foreign minister to visit Kosovo', 'SE-XK held minister visit'],
    ['Peru and Chile sign a fishing accord', 'CL-PE held envoy in_person'],
    ['Macron and Modi ink a deal to strengthen political dialogue', 'FR-IN held leader in_person'],
    ['Macron and Modi to sign a treaty on Friday', 'FR-IN scheduled leader in_person'],
    ['Peru signs a trade pact with Chile', 'CL-PE held envoy in_person'],
    ['Peru and Chile sign a pact during a state visit by Boric to Lima', 'CL-PE underway leader visit'],
    ['Peruvian president warns visiting top Cuban official', 'CU-PE underway envoy visit'],
    ["UK Foreign Secretary to hold talks with U.S.' Rubio in London", 'GB-US scheduled minister'],
    ['NATO allies meet in Lisbon to discuss grain', 'NATO held'],
    ['Brazil offers a stirring welcome to Macron', 'BR-FR held leader'],
    ['Brazilian foreign minister Mauro Vieira is sent to Lima', 'BR-PE scheduled minister visit'],
  ])('or like one of others: %s', (title, expected) => {
    expect(read({ title }).join('; ')).toContain(expected);
  });
});

describe('the only two states of a headline that passes a verdict', () => {
  it.each([['Abe may squeeze in Duterte, or may not', '2019-05-10', 'JP-PH possible leader']])('take part: %s', (title, date, expected) => {
    expect(read({ title, date }).join('; ')).toContain(expected);
  });
  it.each(['King Felipe should meet the victims, Mexican lawmaker says', 'Macron wants senators to attend talks with farmers from Spain'])(
    'do not when others are named as those who meet: %s',
    (title) => {
      expect(read({ title, date: '2019-05-10' })).toEqual([]);
    },
  );
});
