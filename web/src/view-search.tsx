import { useEffect, useState } from 'preact/hooks';
import { ask, type FilterHelp, type Page, type Story } from './api.ts';
import { useAnswer, useMore } from './live.ts';
import { Empty, Heading, Loading, MoreButton, Problem } from './parts.tsx';
import { linkTo } from './route.ts';
import { AlertList, DenialList, DevelopmentList, ItemList } from './view-lists.tsx';
import { StoryCard } from './view-now.tsx';

const KINDS = [
  { value: 'stories', label: 'Stories', row: 'story' },
  { value: 'developments', label: 'Developments', row: 'development' },
  { value: 'denials', label: 'Denials', row: 'denial' },
  { value: 'items', label: 'Items', row: 'item' },
  { value: 'alerts', label: 'Alerts', row: 'alert' },
];
const EXAMPLES = ['parties:RU,US level:leader', 'status:scheduled,postponed since:7d', 'family:off', 'text:"ceasefire" since:30d'];

/** The filter grammar with completion; the address of the view holds the question. */
export function SearchView({ query }: { query: URLSearchParams }) {
  const kind = KINDS.find(({ value }) => value === query.get('kind')) ?? KINDS[0];
  const filter = query.get('filter') ?? '';
  if (kind === undefined) return null;
  return (
    <>
      <Heading title="Search">
        <nav class="switch" aria-label="What to search">
          {KINDS.map(({ value, label }) => (
            <a key={value} href={linkTo('search', { kind: value, filter })} aria-current={value === kind.value ? 'true' : undefined}>
              {label}
            </a>
          ))}
        </nav>
      </Heading>
      <FilterBox key={kind.value} kind={kind} filter={filter} />
      <Results kind={kind.value} filter={filter} />
    </>
  );
}

function FilterBox({ kind, filter }: { kind: { value: string; row: string }; filter: string }) {
  const [text, setText] = useState(filter);
  const [help, setHelp] = useState<FilterHelp | null>(null);
  useEffect(() => setText(filter), [filter]);
  useEffect(() => {
    let isOver = false;
    ask<FilterHelp>('/filter', { text, kind: kind.row }).then(
      (found) => isOver || setHelp(found),
      () => isOver || setHelp(null),
    );
    return () => {
      isOver = true;
    };
  }, [text, kind.row]);
  const go = (value: string) => {
    setText(value);
    location.hash = linkTo('search', { kind: kind.value, filter: value.trim() });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    go(text);
  };
  return (
    <search>
      <form class="filter" onSubmit={submit}>
        <label for="filter">Filter</label>
        <div class="filter-line">
          <input
            id="filter"
            type="search"
            autocomplete="off"
            spellcheck={false}
            autocapitalize="none"
            list="filter-completions"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            aria-describedby="filter-help"
            placeholder="parties:RU,US status:scheduled since:7d"
          />
          <button type="submit">Search</button>
        </div>
        <datalist id="filter-completions">
          {help?.completions.map((each) => (
            <option key={each.text + each.about} value={each.text}>
              {each.about}
            </option>
          ))}
        </datalist>
        <div id="filter-help" aria-live="polite">
          {text !== '' && help?.error ? (
            <FilterError text={text} error={help.error} onMend={go} />
          ) : (
            <Examples isShown={text === ''} onPick={go} />
          )}
        </div>
      </form>
    </search>
  );
}

function Examples({ isShown, onPick }: { isShown: boolean; onPick: (text: string) => void }) {
  if (!isShown) return null;
  return (
    <p class="soft small">
      Try{' '}
      {EXAMPLES.map((each) => (
        <button key={each} type="button" class="example" onClick={() => onPick(each)}>
          {each}
        </button>
      ))}
    </p>
  );
}

type Mend = { text: string; error: NonNullable<FilterHelp['error']>; onMend: (text: string) => void };
function FilterError({ text, error, onMend }: Mend) {
  const at = error.column - 1;
  const { suggestion } = error;
  const end = text.slice(at).search(/\s|$/) + at;
  return (
    <div class="filter-error">
      <code aria-hidden="true">
        {text.slice(0, at)}
        <mark>{text.slice(at, end) || ' '}</mark>
        {text.slice(end)}
      </code>
      <p>
        Column {error.column}: {error.message}
      </p>
      {suggestion && (
        <button type="button" onClick={() => onMend(mend(text, error.column, suggestion))}>
          Use “{suggestion}”
        </button>
      )}
    </div>
  );
}

/** Puts the suggestion in place of the word that the column points at. */
function mend(text: string, column: number, suggestion: string): string {
  const before = text.slice(0, column - 1);
  const start = before.search(/\S*$/);
  const end = text.slice(column - 1).search(/\s|$/) + column - 1;
  return `${text.slice(0, start)}${suggestion}${text.slice(end)}`;
}

function Results({ kind, filter }: { kind: string; filter: string }) {
  if (kind === 'developments') return <DevelopmentList filter={filter} />;
  if (kind === 'denials') return <DenialList filter={filter} />;
  if (kind === 'items') return <ItemList filter={filter} />;
  if (kind === 'alerts') return <AlertList filter={filter} />;
  return <StoryResults filter={filter} />;
}

function StoryResults({ filter }: { filter: string }) {
  const { data, error, isLoading } = useAnswer<Page<Story>>('/stories', { filter });
  const list = useMore<Story>('/stories', { filter }, data);
  return (
    <>
      {error && error.column === null && <Problem error={error} />}
      {isLoading && <Loading />}
      {data && list.rows.length === 0 && <Empty>No story matches.</Empty>}
      <div class="cards">
        {list.rows.map((story) => (
          <StoryCard key={story.id} story={story} />
        ))}
      </div>
      <MoreButton list={list} />
    </>
  );
}
