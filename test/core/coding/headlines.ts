/** A headline of our own (published on Tuesday, 12 August 2025, where nothing else is said), the contacts it asserts, and words that none may show. Without `not` there are no others. */
export type Headline = {
  readonly title: string;
  readonly text?: string;
  readonly date?: string;
  readonly reads: readonly string[];
  readonly not?: readonly string[];
};

export const HEADLINES: readonly Headline[] = [
  // Contractions
  { title: 'Macron says he’ll soon sit down with Putin', reads: ['FR-RU scheduled'] },
  { title: "Merz says he'll speak with Xi on Monday", reads: ['CN-DE scheduled @2025-08-18'] },
  { title: 'They’re meeting in Oslo: Putin and Macron', reads: ['FR-RU in:Oslo'] },
  { title: "Putin won't commit to Zelensky talks", reads: ['RU-UA premature side:RU'] },
  // One name before a summit: whose summit it is
  { title: 'Merz and European leaders speak with Trump ahead of Putin summit', reads: ['DE-EU-US held', 'RU-US scheduled bg'] },
  {
    title: 'Zelensky and EU leaders to hold call with Trump before Putin talks',
    reads: ['EU-UA-US scheduled phone', 'RU-US scheduled bg'],
  },
  { title: 'NATO chief says Trump will sound out Putin in Friday meeting', reads: ['RU-US scheduled @2025-08-15 nowhere'] },
  { title: 'Rubio sees no deal yet after Putin summit', reads: ['RU-US held leader bg'] },
  // A state before the noun may be its topic only
  { title: 'Trump phones Putin during Ukraine summit', reads: ['RU-US held phone'] },
  { title: 'Putin to offer minerals to Trump at Ukraine summit', reads: ['RU-US scheduled nowhere'] },
  { title: 'White House eyes Vienna for peace talks with Zelensky and Putin', reads: ['RU-UA-US possible'] },
  // Who joins, who is thanked
  { title: 'Merz to join Zelensky for White House meeting with Trump', reads: ['DE-UA-US scheduled in:White_House'] },
  { title: 'Zelensky thanks Macron for fruitful talks', reads: ['FR-UA held'] },
  // Invitations and arrivals
  { title: 'White House considering inviting Zelensky to Alaska', reads: ['UA-US possible leader'] },
  { title: 'Putin lands in Alaska', reads: ['RU-US underway visit in:Alaska'] },
  { title: 'Putin and Trump clash over land in Alaska', reads: [] },
  // Plans and intentions
  { title: 'Trump intends to meet Xi', reads: ['CN-US willing side:US'] },
  { title: 'Trump announces his intention to visit Japan', reads: ['JP-US scheduled visit'] },
  { title: 'Kremlin begins planning for Putin-Modi meeting', reads: ['IN-RU agreed'] },
];
