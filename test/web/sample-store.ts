import { openMemoryStore } from '../../adapters/local/memory-store.ts';
import type { Contact, Status } from '../../core/coding/codebook/coded-item.ts';
import type { Feed, FeedState } from '../../core/feed/feed.ts';
import type { Store } from '../../core/ports.ts';
import type { Development } from '../../core/story/development.ts';
import type { Story } from '../../core/story/dossier.ts';
import {
  aCodedItem,
  aContact,
  aDenialOf,
  aDenialRecord,
  aDevelopment,
  aFact,
  aFeedState,
  anAlert,
  anEvidence,
  anItem,
  aQuote,
  aStory,
} from '../builders.ts';

/** A small, rich store for the page's tests: every view has something to show. All sentences are ours. */
export const SAMPLE_NOW = '2026-03-09T09:00:00.000Z';
const at = (day: number, hour = 9): string => `2026-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;

type Step = {
  readonly day: number;
  readonly status: Status;
  readonly side?: string;
  readonly words: string;
  readonly outlet: string;
  readonly what: string;
};
type Saga = { readonly story: Partial<Story> & { readonly id: string }; readonly steps: readonly Step[] };

const SAGAS: readonly Saga[] = [
  {
    story: { id: 'budapest', date: null, place: 'Budapest', isContested: true },
    steps: [
      {
        day: 1,
        status: 'willing',
        side: 'RU',
        words: 'Moscow is ready for a meeting at the highest level, a spokesman said.',
        outlet: 'Example Wire',
        what: 'RU willing',
      },
      {
        day: 2,
        status: 'proposed',
        side: 'US',
        words: 'The White House has offered to hold the summit within two weeks.',
        outlet: 'Morning Ledger',
        what: 'willing -> proposed: within two weeks',
      },
      {
        day: 3,
        status: 'agreed',
        words: 'Both presidents have agreed in principle, two officials said.',
        outlet: 'Example Wire',
        what: 'proposed -> agreed',
      },
      {
        day: 5,
        status: 'scheduled',
        words: 'The leaders will meet in Budapest on 20 March.',
        outlet: 'Danube Post',
        what: 'agreed -> scheduled: 20 Mar, Budapest',
      },
      {
        day: 8,
        status: 'postponed',
        side: 'US',
        words: 'There are no plans for the presidents to meet in the immediate future.',
        outlet: 'Morning Ledger',
        what: 'scheduled -> postponed; before: 20 Mar, Budapest',
      },
    ],
  },
  {
    story: { id: 'geneva', parties: ['CN', 'US'], leaders: ['xi', 'trump'], date: '2026-03-24/2026-03-25', place: 'Geneva' },
    steps: [
      {
        day: 4,
        status: 'proposed',
        side: 'CN',
        words: 'Beijing invited the American president for talks on trade.',
        outlet: 'Pacific Daily',
        what: 'proposed',
      },
      {
        day: 7,
        status: 'scheduled',
        words: 'The two will hold talks in Geneva on 24 and 25 March.',
        outlet: 'Example Wire',
        what: 'proposed -> scheduled: 24-25 Mar, Geneva',
      },
    ],
  },
  {
    story: { id: 'call', parties: ['FR', 'RU'], leaders: ['macron', 'putin'], form: 'phone', date: '2026-03-08', place: null },
    steps: [
      {
        day: 8,
        status: 'held',
        words: 'The French president spoke with his Russian counterpart by telephone for an hour.',
        outlet: 'Seine Courier',
        what: 'held: 8 Mar',
      },
    ],
  },
  {
    story: { id: 'ministers', parties: ['IR', 'SA'], leaders: [], level: 'minister', date: null, place: null },
    steps: [
      {
        day: 6,
        status: 'possible',
        words: 'A meeting of the foreign ministers is not ruled out, a diplomat said.',
        outlet: 'Gulf Observer',
        what: 'possible',
      },
    ],
  },
  {
    story: { id: 'refusal', parties: ['IN', 'PK'], leaders: ['modi', 'sharif'], date: null, place: null },
    steps: [
      {
        day: 3,
        status: 'proposed',
        side: 'PK',
        words: 'Islamabad proposed that the prime ministers meet on neutral ground.',
        outlet: 'Indus Times',
        what: 'proposed',
      },
      {
        day: 6,
        status: 'declined',
        side: 'IN',
        words: 'New Delhi ruled out a meeting as long as the shelling goes on.',
        outlet: 'Delhi Record',
        what: 'proposed -> declined',
      },
    ],
  },
];

export async function sampleStore(): Promise<Store> {
  const store = openMemoryStore();
  for (const saga of SAGAS) await addSaga(store, saga);
  await store.stories.putDenial(
    aDenialRecord({
      id: 'd1',
      storyId: 'call',
      dossierKey: 'leader:FR-RU',
      claim: 'that the two presidents discussed a secret truce',
      quote: aQuote({ text: 'This is a fiction from beginning to end.', outlet: 'Example Wire', at: at(8, 12) }),
      strength: 'fake',
      firstAt: at(8, 12),
      outlets: ['Example Wire', 'Seine Courier'],
    }),
    1,
  );
  await store.stories.putDenial(
    aDenialRecord({
      id: 'd2',
      storyId: null,
      dossierKey: 'denier:IR',
      by: 'IR',
      byName: 'baghaei',
      claim: 'that drones were shipped through a third state',
      claimBy: 'Gulf Observer',
      aboutContact: false,
      quote: aQuote({ text: 'No such shipment has ever taken place.', speaker: 'baghaei', outlet: 'Caspian Review', at: at(7) }),
      firstAt: at(7),
    }),
    1,
  );
  await store.alerts.add(
    anAlert({
      createdAt: at(8, 10),
      dueAt: at(8, 10),
      message: { subject: 'Putin-Trump: scheduled -> postponed', text: 'scheduled -> postponed', sms: '', json: {} },
    }),
  );
  await addItems(store);
  await addFeedStates(store);
  return store;
}

/** A summit of six by the lake, two who meet on its first day, and two who meet elsewhere. */
const GATHERING: readonly Saga[] = [
  {
    story: {
      id: 'lake-summit',
      parties: ['BR', 'CN', 'DE', 'FR', 'IN', 'JP'],
      leaders: [],
      summit: 'G20 summit',
      date: '2026-03-27/2026-03-28',
      place: 'Lugano',
    },
    steps: [
      { day: 5, status: 'scheduled', words: 'The G20 will meet in Lugano.', outlet: 'Alpine Post', what: 'scheduled: 27-28 Mar, Lugano' },
    ],
  },
  {
    story: { id: 'at-the-lake', parties: ['CN', 'IN'], leaders: ['xi', 'modi'], summit: 'G20 summit', date: '2026-03-27', place: null },
    steps: [
      { day: 4, status: 'scheduled', words: 'The two will meet at the G20 summit.', outlet: 'Delhi Record', what: 'scheduled: 27 Mar' },
    ],
  },
  {
    story: { id: 'by-the-sea', parties: ['FR', 'IN'], leaders: ['macron', 'modi'], date: '2026-03-31', place: 'Marseille' },
    steps: [
      { day: 6, status: 'scheduled', words: 'Paris expects the guest in Marseille.', outlet: 'Seine Courier', what: 'scheduled: 31 Mar' },
    ],
  },
];

export async function sampleStoreWithGathering(): Promise<Store> {
  const store = await sampleStore();
  for (const saga of GATHERING) await addSaga(store, saga);
  return store;
}

async function addSaga(store: Store, { story, steps }: Saga): Promise<void> {
  const base = aStory(story);
  const key = `${base.level}:${base.parties.join('-')}`;
  const last = steps.at(-1)!;
  const quoteOf = (step: Step) => aQuote({ text: step.words, outlet: step.outlet, at: at(step.day), speaker: null });
  const facts = steps.map((step, i) =>
    aFact({
      id: `${base.id}-${i}`,
      status: step.status,
      side: step.side ?? null,
      firstAt: at(step.day),
      lastAt: at(step.day),
      date: step.status === 'scheduled' ? (base.date ?? '2026-03-20') : null,
      outlets: [step.outlet],
      firstItemId: `item-${base.id}-${i}`,
      quote: quoteOf(step),
    }),
  );
  const sides = Object.fromEntries(
    steps.flatMap((step) => (step.side === undefined ? [] : [[step.side, { status: step.status, at: at(step.day) }]])),
  );
  const whole = aStory({
    ...base,
    facts,
    sides,
    status: last.status,
    statusAt: at(last.day),
    openedAt: at(steps[0]!.day),
    lastMovedAt: at(last.day),
    sequence: steps.length,
  });
  await store.stories.putStory(whole, key, 1);
  for (const [i, step] of steps.entries()) {
    const before = steps[i - 1];
    await store.developments.add(
      aDevelopment({
        id: `${base.id}-dev-${i}`,
        storyId: base.id,
        dossierKey: key,
        sequence: i + 1,
        parties: base.parties,
        leaders: base.leaders,
        level: base.level,
        from: before?.status ?? null,
        to: step.status,
        side: step.side ?? null,
        kind: step.side === undefined ? 'status' : 'side',
        severity: i === 0 ? 'minor' : 'major',
        place: base.place,
        what: step.what,
        quote: quoteOf(step),
        before: before === undefined ? null : quoteOf(before),
        itemId: `item-${base.id}-${i}`,
        at: at(step.day),
        effectiveAt: at(step.day),
      }),
      at(step.day),
    );
    await store.items.add([
      {
        item: anItem({
          id: `item-${base.id}-${i}`,
          title: step.words,
          summary: null,
          outlet: step.outlet,
          firstSeenAt: at(step.day),
          effectiveAt: at(step.day),
          publishedAt: at(step.day),
        }),
        coded: aCodedItem({ id: `item-${base.id}-${i}`, contacts: [contactOf(step, base)] }),
        decisions: [
          {
            itemId: `item-${base.id}-${i}`,
            dossierKey: key,
            storyId: base.id,
            runnerUp: null,
            outcome: 'development',
            developmentIds: [`${base.id}-dev-${i}`],
            reason: 'a new status of the story',
          },
        ],
        rulesVersion: 1,
      },
    ]);
  }
}

function contactOf(step: Step, story: Story): Contact {
  const start = Math.max(step.words.search(/meet|talks|summit|spoke/i), 0);
  const operators = /ruled out/.test(step.words) ? [{ id: 'ruled-out', words: 'ruled out', effect: 'refuse' }] : [];
  return aContact({
    parties: story.parties,
    leaders: story.leaders,
    level: story.level,
    status: step.status,
    side: step.side ?? null,
    evidence: anEvidence({ sentence: step.words, start, end: start + 4, operators }),
  });
}

async function addItems(store: Store): Promise<void> {
  await store.items.add([
    {
      item: anItem({
        id: 'item-unread',
        title: 'Президенты договорились о встрече',
        summary: null,
        lang: 'ru',
        outlet: 'Волга',
        firstSeenAt: at(8, 11),
        effectiveAt: at(8, 11),
      }),
      coded: aCodedItem({ id: 'item-unread', readAs: null, contacts: [], relevance: 0 }),
      decisions: [],
      rulesVersion: 1,
    },
    {
      item: anItem({
        id: 'item-denial',
        title: 'Spokesman calls the report of a secret truce a fiction',
        summary: null,
        firstSeenAt: at(8, 12),
        effectiveAt: at(8, 12),
      }),
      coded: aCodedItem({
        id: 'item-denial',
        contacts: [],
        denials: [aDenialOf({ strength: 'fake', claim: 'that the two presidents discussed a secret truce' })],
      }),
      decisions: [
        {
          itemId: 'item-denial',
          dossierKey: 'leader:FR-RU',
          storyId: 'call',
          runnerUp: null,
          outcome: 'repeat',
          developmentIds: [],
          reason: 'the denial was known',
        },
      ],
      rulesVersion: 1,
    },
  ]);
}

const feed = (id: string, outlet: string, sourceKind: Feed['sourceKind'] = 'press'): Feed => ({
  id,
  outlet,
  url: `https://${id}.example/rss.xml?key=secret`,
  sourceKind,
  lang: 'en',
  intervalMinutes: 10,
  credentialRef: null,
  isEnabled: true,
});
export const SAMPLE_FEEDS: readonly Feed[] = [
  feed('example-wire', 'Example Wire', 'agency'),
  feed('morning-ledger', 'Morning Ledger'),
  feed('danube-post', 'Danube Post'),
  feed('seine-courier', 'Seine Courier'),
  feed('volga', 'Волга'),
];

async function addFeedStates(store: Store): Promise<void> {
  const state = (feedId: string, part: Partial<FeedState> = {}): FeedState =>
    aFeedState({
      feedId,
      url: `https://${feedId}.example/rss.xml`,
      lastSuccessAt: at(9, 8),
      lastChangeAt: at(9, 8),
      newestItemAt: at(9, 7),
      ...part,
    });
  await store.feeds.writeState(state('example-wire'));
  await store.feeds.writeState(
    state('morning-ledger', {
      shape: { format: 'rss', items: 20, dated: 2, dropped: 0, drift: 'undated: 18 of 20 items carry no date that can be read' },
    }),
  );
  await store.feeds.writeState(state('danube-post', { failures: 4, lastError: 'the server answered 503', lastSuccessAt: at(8) }));
  await store.feeds.writeState(state('seine-courier', { trouble: { kind: 'silent', since: at(5) } }));
  await store.feeds.recordLiveness('local', at(9, 8), { checked: 5, changed: 3, failed: 1 });
}

/** A development that arrives while the page is open. */
export const LATE_DEVELOPMENT: Development = aDevelopment({
  id: 'late',
  storyId: 'ministers',
  dossierKey: 'minister:IR-SA',
  sequence: 2,
  parties: ['IR', 'SA'],
  leaders: [],
  level: 'minister',
  from: 'possible',
  to: 'agreed',
  what: 'possible -> agreed',
  place: null,
  quote: aQuote({ text: 'The ministers have agreed to meet.', outlet: 'Gulf Observer', at: at(9) }),
  at: at(9),
  effectiveAt: at(9),
});
