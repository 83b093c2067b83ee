import type { Development, Fact, StoryDetail, StoryRef } from './api.ts';
import { LadderChart, Sides } from './ladder.tsx';
import { useAnswer } from './live.ts';
import { Empty, Heading, Loading, Move, Outside, Party, Problem, StatusChip, Time, Words } from './parts.tsx';
import { itemLink, storyLink } from './route.ts';
import { StoryLine } from './view-now.tsx';
import { arrows, labelOf, partyName, strengthLabel, titleOf } from './words.ts';

/** One story: where it stands, who contradicts whom, each development with its words and sources. */
export function StoryView({ id }: { id: string }) {
  const { data, error, isLoading } = useAnswer<StoryDetail>(`/stories/${encodeURIComponent(id)}`);
  if (isLoading) return <Loading />;
  if (data === null)
    return (
      <>
        <Heading title="Story" />
        {error && <Problem error={error} />}
      </>
    );
  const { story, facts, timeline } = data;
  return (
    <article class="story-view">
      <Heading title={titleOf(story)}>
        <div class="standing">
          {story.isContested && <span class="chip contested">contested</span>}
          <StatusChip status={story.status} />
          {story.statusAt && (
            <span class="soft">
              since <Time iso={story.statusAt} />
            </span>
          )}
        </div>
        <StoryLine story={story} />
        {story.closedAt && (
          <p class="soft">
            Closed <Time iso={story.closedAt} />
            {story.closedBecause && `: ${story.closedBecause}`}
          </p>
        )}
        <Sides story={story} />
      </Heading>
      {error && <Problem error={error} />}
      {story.isContested && <Contradiction facts={facts} />}
      <div class="columns">
        <section>
          {story.path.length > 0 && <LadderChart path={story.path} />}
          <h2>Timeline</h2>
          <Timeline rows={[...timeline].reverse()} />
        </section>
        <section>
          <Linked title="On the sidelines of" rows={data.inside === null ? [] : [data.inside]} />
          <Linked title="Meetings inside it" rows={data.pairs} />
          {data.mayHaveMorePairs && <p class="soft">The meetings opened last; there may be more.</p>}
          <Linked title="Prepares" rows={data.parent === null ? [] : [data.parent]} />
          <Linked title="Prepared by" rows={data.children} />
          <h2>Positions and sources</h2>
          <Facts facts={facts} />
        </section>
      </div>
      <p class="soft">
        Subscribe: <a href={`/out/developments.rss?${new URLSearchParams({ filter: `parties:${story.parties.join(',')}` })}`}>RSS</a>
        {' · '}
        <a href={`/out/contacts.ics?${new URLSearchParams({ filter: `parties:${story.parties.join(',')}` })}`}>calendar</a>
      </p>
    </article>
  );
}

/** Stories that belong to this one, and why each of them does; nothing when it stands alone. */
function Linked({ title, rows }: { title: string; rows: StoryRef[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul class="facts">
        {rows.map((row) => (
          <li key={row.id}>
            <div class="fact-head">
              <StatusChip status={row.status} isSmall />
              <a href={storyLink(row.id)}>{titleOf(row)}</a>
              {row.statusAt && <Time iso={row.statusAt} />}
            </div>
            <StoryLine story={row} />
            <p class="soft small">{row.because}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The newest word of each side, beside each other. */
function Contradiction({ facts }: { facts: Fact[] }) {
  const sides = new Map<string, Fact>();
  for (const fact of [...facts].sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1))) {
    const side = fact.side ?? 'reports';
    if (!sides.has(side)) sides.set(side, fact);
  }
  return (
    <section>
      <h2>The sides contradict each other</h2>
      <div class="contradiction">
        {[...sides].map(([side, fact]) => (
          <div key={side} class="card">
            <h3>
              {side === 'reports' ? 'Reports' : partyName(side)} <StatusChip status={fact.status} isSmall />
            </h3>
            <Words quote={fact.quote} />
          </div>
        ))}
      </div>
    </section>
  );
}

export function Timeline({ rows }: { rows: Development[] }) {
  if (rows.length === 0) return <Empty>Nothing was told yet: what is known came with the first reading of a feed.</Empty>;
  return (
    <ol class="timeline">
      {rows.map((row) => (
        <TimelineEntry key={row.id} row={row} />
      ))}
    </ol>
  );
}

function TimelineEntry({ row }: { row: Development }) {
  return (
    <li class={`entry ${row.severity}`}>
      <div class="entry-head">
        <Time iso={row.at} />
        <Move from={row.from} to={row.to} />
        {row.kind !== 'status' && <span class="kind">{row.kind.replace('_', ' ')}</span>}
        {row.side && <Party code={row.side} />}
      </div>
      <p class="what">{arrows(row.what)}</p>
      {row.denial && (
        <p>
          {partyName(row.denial.by ?? 'XX')} {strengthLabel(row.denial.strength)}: {row.denial.claim}
        </p>
      )}
      <div class="quotes">
        {row.quote && <Words quote={row.quote} />}
        {row.before && <Words quote={row.before} label="Before" />}
      </div>
      <p class="soft small">
        <a href={itemLink(row.itemId)}>Why</a> · {row.support.length === 1 ? '1 item' : `${row.support.length} items`} · confidence{' '}
        {Math.round(row.confidence * 100)} %{row.reasons.length > 0 && ` · ${row.reasons.join(', ')}`}
      </p>
    </li>
  );
}

function Facts({ facts }: { facts: Fact[] }) {
  const sorted = [...facts].sort((a, b) => (a.firstAt < b.firstAt ? 1 : -1));
  return (
    <ul class="facts">
      {sorted.map((fact) => (
        <li key={`${fact.firstItemId}${fact.status}${fact.side}`}>
          <div class="fact-head">
            <StatusChip status={fact.status} isSmall />
            {fact.side && <Party code={fact.side} />}
            {fact.conditional && <span class="kind">conditional</span>}
            {fact.isUntold && <span class="kind">known before</span>}
            <Time iso={fact.firstAt} />
          </div>
          <p class="said">
            <span class="sr">{labelOf(fact.status)}: </span>“{fact.quote.text}”
          </p>
          <p class="soft small">
            <Outside href={fact.quote.link}>{fact.quote.outlet ?? 'source'}</Outside>
            {otherOutlets(fact)}
            {fact.agencies.length > 0 && ` (by way of ${fact.agencies.join(', ')})`} · <a href={itemLink(fact.firstItemId)}>why</a>
          </p>
        </li>
      ))}
    </ul>
  );
}

function otherOutlets({ outlets, quote }: Fact): string {
  const others = outlets.filter((outlet) => outlet !== quote.outlet);
  return others.length === 0 ? '' : `, also ${others.slice(0, 5).join(', ')}${others.length > 5 ? ` and ${others.length - 5} more` : ''}`;
}
