import type { Alert, Denial, Development, Item, Page } from './api.ts';
import { useAnswer, useMore } from './live.ts';
import { Empty, Heading, Loading, MoreButton, Move, Outside, Party, Problem, StatusChip, Time, Words } from './parts.tsx';
import { itemLink, linkTo, storyLink } from './route.ts';
import { arrows, outcomeLabel, partyName, strengthLabel, surname, titleOf } from './words.ts';

type ListProps<T> = { path: string; filter: string; empty: string; row: (row: T) => preact.JSX.Element; kind: string };

/** A live listing under a filter, with its older rows on demand. */
export function List<T extends { id: string }>({ path, filter, empty, row, kind }: ListProps<T>) {
  const { data, error, isLoading } = useAnswer<Page<T>>(path, { filter });
  const list = useMore<T>(path, { filter }, data);
  return (
    <>
      {error && <Problem error={error} />}
      {isLoading && <Loading />}
      {data && list.rows.length === 0 && !list.hasMore && <Empty>{empty}</Empty>}
      {data && list.rows.length === 0 && list.hasMore && <Empty>None among the newest {data.examined}; older ones may match.</Empty>}
      <ul class={`list ${kind}`}>{list.rows.map(row)}</ul>
      <MoreButton list={list} />
    </>
  );
}

export function DevelopmentsView({ query }: { query: URLSearchParams }) {
  const only = query.get('severity') ?? '';
  return (
    <>
      <Heading title="Developments">
        <nav class="switch" aria-label="Severity">
          <a href={linkTo('developments')} aria-current={only === '' ? 'true' : undefined}>
            All
          </a>
          <a href={linkTo('developments', { severity: 'major' })} aria-current={only === 'major' ? 'true' : undefined}>
            Major
          </a>
        </nav>
      </Heading>
      <DevelopmentList filter={only === '' ? '' : `severity:${only}`} />
    </>
  );
}

export const DevelopmentList = ({ filter }: { filter: string }) => (
  <List<Development>
    path="/developments"
    filter={filter}
    empty="No development yet."
    kind="developments"
    row={(row) => <DevelopmentRow key={row.id} row={row} />}
  />
);

function DevelopmentRow({ row }: { row: Development }) {
  return (
    <li class={row.severity} data-id={row.id}>
      <div class="row-head">
        <a class="row-title" href={storyLink(row.storyId)}>
          {titleOf(row)}
        </a>
        <Move from={row.from} to={row.to} />
        <Time iso={row.at} />
      </div>
      <p class="what">{arrows(row.what)}</p>
      {row.quote && (
        <p class="said small">
          “{row.quote.text}” <Outside href={row.quote.link}>{row.quote.outlet ?? 'source'}</Outside>
        </p>
      )}
    </li>
  );
}

const ABOUT = [
  { value: '', label: 'All' },
  { value: 'contact', label: 'Of a contact' },
  { value: 'other', label: 'Of something else' },
];

/** Claims on one side, denials on the other. */
export function DenialsView({ query }: { query: URLSearchParams }) {
  const about = query.get('about') ?? '';
  return (
    <>
      <Heading title="Denials">
        <nav class="switch" aria-label="What is denied">
          {ABOUT.map(({ value, label }) => (
            <a key={value} href={linkTo('denials', { about: value })} aria-current={value === about ? 'true' : undefined}>
              {label}
            </a>
          ))}
        </nav>
      </Heading>
      <DenialList filter={about === '' ? '' : `about:${about}`} />
    </>
  );
}

export const DenialList = ({ filter }: { filter: string }) => (
  <List<Denial> path="/denials" filter={filter} empty="No denial yet." kind="denials" row={(row) => <DenialRow key={row.id} row={row} />} />
);

function DenialRow({ row }: { row: Denial }) {
  const name = row.byName === null ? '' : `${surname(row.byName)}, `;
  return (
    <li class="denial">
      <div class="claim">
        <div class="words-label">The claim{row.claimBy && ` (${partyName(row.claimBy)})`}</div>
        <p>{row.claim || 'not named'}</p>
      </div>
      <div class="answer">
        <div class="words-label">
          {name}
          {partyName(row.by ?? 'XX')}{' '}
          <span class={`chip small ${row.strength === 'no_confirm' ? 'open' : 'off'}`}>{strengthLabel(row.strength)}</span>
          {row.reversedBy && <span class="chip small done">admitted later</span>}
        </div>
        <Words quote={row.quote} />
        <p class="soft small">
          <a href={itemLink(row.firstItemId)}>Why</a>
          {row.storyId && (
            <>
              {' · '}
              <a href={storyLink(row.storyId)}>Story</a>
            </>
          )}
          {row.outlets.length > 1 && ` · ${row.outlets.length} outlets`}
        </p>
      </div>
    </li>
  );
}

export const ItemList = ({ filter }: { filter: string }) => (
  <List<Item> path="/items" filter={filter} empty="No item matches." kind="items" row={(row) => <ItemRow key={row.id} row={row} />} />
);

function ItemRow({ row }: { row: Item }) {
  return (
    <li>
      <div class="row-head">
        <a class="row-title" href={itemLink(row.id)} lang={row.lang ?? undefined}>
          {row.title ?? row.summary ?? '(no title)'}
        </a>
        <span class="soft">{row.outlet}</span>
        <Time iso={row.firstSeenAt} />
      </div>
      <ItemReading row={row} />
    </li>
  );
}

function ItemReading({ row }: { row: Item }) {
  if (row.readAs === null) return <p class="soft small">Not read: language “{row.lang ?? 'unknown'}”. Stored as it came.</p>;
  if (row.contacts.length === 0 && row.denials.length === 0) return <p class="soft small">Read: no contact, no denial.</p>;
  return (
    <p class="reading small">
      {row.contacts.map((contact) => (
        <span key={`${contact.parties}${contact.status}${contact.form}`} class="read-contact">
          {contact.parties.map((code) => (
            <Party key={code} code={code} />
          ))}
          <StatusChip status={contact.status} isSmall />
          {contact.background && <span class="kind">background</span>}
        </span>
      ))}
      {row.denials.map((denial) => (
        <span key={denial.claim} class="read-contact">
          <Party code={denial.by ?? 'XX'} />
          <span class="chip small off">{strengthLabel(denial.strength)}</span>
        </span>
      ))}
      <span class="soft">{[...new Set(row.decisions.map((decision) => outcomeLabel(decision.outcome)))].join('; ')}</span>
    </p>
  );
}

export const AlertList = ({ filter }: { filter: string }) => (
  <List<Alert> path="/alerts" filter={filter} empty="No alert yet." kind="alerts" row={(row) => <AlertRow key={row.id} row={row} />} />
);

function AlertRow({ row }: { row: Alert }) {
  return (
    <li>
      <div class="row-head">
        <span class="row-title">{arrows(row.subject)}</span>
        <span class="soft">
          {row.state} to {row.subscriptionId}
        </span>
        <Time iso={row.createdAt} />
      </div>
      {row.reason && <p class="soft small">{row.reason}</p>}
    </li>
  );
}
