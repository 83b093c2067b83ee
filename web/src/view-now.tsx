import type { Page, Story } from './api.ts';
import { Ladder, Trail } from './ladder.tsx';
import { useAnswer, useLive, useMore } from './live.ts';
import { Empty, Heading, Loading, MoreButton, Outside, Problem, StatusChip, Time } from './parts.tsx';
import { linkTo, storyLink } from './route.ts';
import { contactDate, formLabel, levelLabel, partyName, titleOf } from './words.ts';

const LEVELS = [
  { value: '', label: 'All levels' },
  { value: 'leader', label: 'Leaders' },
  { value: 'minister', label: 'Ministers' },
  { value: 'envoy', label: 'Envoys' },
];

/** The stories now: one card each, the last moved first. */
export function NowView({ query }: { query: URLSearchParams }) {
  const level = query.get('level') ?? '';
  const filter = `open${level === '' ? '' : ` level:${level}`}`;
  const { data, error, isLoading } = useAnswer<Page<Story>>('/stories', { filter });
  const list = useMore<Story>('/stories', { filter }, data);
  return (
    <>
      <Heading title="Now">
        <nav class="switch" aria-label="Level">
          {LEVELS.map(({ value, label }) => (
            <a key={value} href={linkTo('', { level: value })} aria-current={value === level ? 'true' : undefined}>
              {label}
            </a>
          ))}
        </nav>
      </Heading>
      {error && <Problem error={error} />}
      {isLoading && <Loading />}
      {data && list.rows.length === 0 && <NothingYet />}
      <div class="cards">
        {list.rows.map((story) => (
          <StoryCard key={story.id} story={story} />
        ))}
      </div>
      <MoreButton list={list} />
    </>
  );
}

function NothingYet() {
  const { health } = useLive();
  const isReading = health?.status === 'ok';
  return (
    <Empty>
      <p>No story is open.</p>
      <p class="soft">
        {isReading ? 'The feeds are being read; a story appears here as soon as one speaks of a contact.' : 'No feed has been read yet.'}{' '}
        <a href={linkTo('feeds')}>See the feeds</a>
      </p>
    </Empty>
  );
}

export function StoryCard({ story }: { story: Story }) {
  return (
    <article class="card story">
      <header>
        <h2>
          <a href={storyLink(story.id)}>{titleOf(story)}</a>
        </h2>
        <div class="standing">
          {story.isContested && <span class="chip contested">contested</span>}
          <StatusChip status={story.status} />
        </div>
        <StoryLine story={story} />
        {story.prepares && (
          <p class="soft small">
            prepares <a href={storyLink(story.prepares.storyId)}>the leaders’ story</a>
          </p>
        )}
      </header>
      <Ladder story={story} />
      {story.quote && (
        <p class="said small">
          “{story.quote.text}” <Outside href={story.quote.link}>{story.quote.outlet ?? 'source'}</Outside>
        </p>
      )}
      <footer>
        <Trail story={story} />
        <span class="soft">
          moved <Time iso={story.lastMovedAt} />
        </span>
      </footer>
    </article>
  );
}

/** Who, how, where, when: in one line. */
export function StoryLine({ story }: { story: Pick<Story, 'parties' | 'level' | 'form' | 'place' | 'date'> }) {
  const { now } = useLive();
  const parts = [
    story.parties.map(partyName).join(', '),
    levelLabel(story.level),
    story.form === null ? null : formLabel(story.form),
    story.place,
    story.date === null ? null : contactDate(story.date, now),
  ];
  return <p class="story-line">{parts.filter((part) => part !== null && part !== '').join(' · ')}</p>;
}
