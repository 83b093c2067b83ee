import type { Coded, Contact, Evidence, Explanation, ItemDenial } from './api.ts';
import { useAnswer, useLive } from './live.ts';
import { Heading, Loading, Outside, Party, Problem, StatusChip, Time } from './parts.tsx';
import { storyLink } from './route.ts';
import { contactDate, formLabel, levelLabel, outcomeLabel, strengthLabel, surname } from './words.ts';

/** Why an item was told, or was not. */
export function ItemView({ id }: { id: string }) {
  const { data, error, isLoading } = useAnswer<Explanation>(`/items/${encodeURIComponent(id)}/explanation`);
  if (isLoading) return <Loading />;
  if (data === null)
    return (
      <>
        <Heading title="Item" />
        {error && <Problem error={error} />}
      </>
    );
  const { item } = data;
  return (
    <article class="item-view">
      <Heading title={item.title ?? 'Item without a title'}>
        <p class="soft">
          <Outside href={item.link}>{item.outlet}</Outside> · {item.sourceKind} · seen <Time iso={item.firstSeenAt} />
          {item.publishedAt === null && ' · undated'}
          {item.effectiveReason === 'future' && ' · dated in the future'}
          {item.revisionOf && ' · a later version of an article'}
        </p>
        {item.summary && (
          <p class="said" lang={item.lang ?? undefined}>
            {item.summary}
          </p>
        )}
      </Heading>
      <h2>What became of it</h2>
      <Outcomes data={data} />
      <Readings data={data} />
    </article>
  );
}

function Outcomes({ data }: { data: Explanation }) {
  if (data.decisions.length === 0) return <p>It touched no story: nothing in it was read as a contact or a denial.</p>;
  return (
    <ul class="list">
      {data.decisions.map((decision) => (
        <li key={decision.dossierKey + decision.outcome}>
          <div class="row-head">
            <span class="row-title">{outcomeLabel(decision.outcome)}</span>
            <code class="soft">{decision.dossierKey}</code>
            {decision.storyId && <a href={storyLink(decision.storyId)}>story</a>}
          </div>
          <p class="small">{decision.reason}</p>
        </li>
      ))}
    </ul>
  );
}

function Readings({ data }: { data: Explanation }) {
  const { stored, today, isSameToday } = data;
  if (stored.coded.readAs === null && (today === null || today.readAs === null))
    return (
      <p class="notice open">
        This item is in a language that is not read ({data.item.lang ?? 'unknown'}): it is kept, counted and shown, and moves no story.
      </p>
    );
  const isTwo = today !== null && isSameToday === false;
  return (
    <>
      <h2>What was read</h2>
      {isSameToday === true && <p class="soft small">Today's rules read the same.</p>}
      <div class={isTwo ? 'readings two' : 'readings'}>
        <Reading title={isTwo ? `Stored then (rules ${stored.rulesVersion})` : null} coded={stored.coded} />
        {isTwo && <Reading title="Today's rules" coded={today} />}
      </div>
    </>
  );
}

function Reading({ title, coded }: { title: string | null; coded: Coded }) {
  return (
    <section>
      {title && <h3>{title}</h3>}
      {coded.contacts.length + coded.denials.length === 0 && <p>No contact, no denial. Relevance {Math.round(coded.relevance * 100)} %.</p>}
      {coded.contacts.map((contact) => (
        <ContactReading key={JSON.stringify([contact.parties, contact.status, contact.evidence.start])} contact={contact} />
      ))}
      {coded.denials.map((denial) => (
        <DenialReading key={denial.claim} denial={denial} />
      ))}
      {coded.gaps.length > 0 && <p class="soft small">Names not known: {coded.gaps.join(', ')}</p>}
    </section>
  );
}

function ContactReading({ contact }: { contact: Contact }) {
  const { now } = useLive();
  const where = [
    levelLabel(contact.level),
    formLabel(contact.form),
    contact.place,
    contact.date === null ? null : contactDate(contact.date, now),
  ];
  return (
    <div class="card reading-card">
      <div class="fact-head">
        {contact.parties.map((code) => (
          <Party key={code} code={code} />
        ))}
        <StatusChip status={contact.status} isSmall />
        {contact.background && <span class="kind">background</span>}
        {contact.conditional && <span class="kind">conditional</span>}
        {contact.side && <span class="kind">side {contact.side}</span>}
      </div>
      <Marked evidence={contact.evidence} />
      <p class="soft small">
        {[contact.leaders.map(surname).join(', '), ...where].filter(Boolean).join(' · ')} · confidence{' '}
        {Math.round(contact.confidence * 100)} %{contact.cameo && ` · CAMEO ${contact.cameo}`}
        {contact.plover && ` · PLOVER ${contact.plover}`}
      </p>
    </div>
  );
}

function DenialReading({ denial }: { denial: ItemDenial }) {
  return (
    <div class="card reading-card">
      <div class="fact-head">
        <Party code={denial.by ?? 'XX'} />
        <span class="chip small off">{strengthLabel(denial.strength)}</span>
        {denial.background && <span class="kind">background</span>}
      </div>
      {denial.claim && <p>Denied: {denial.claim}</p>}
      <Marked evidence={denial.evidence} />
    </div>
  );
}

type Span = { from: number; to: number; kind: 'nucleus' | 'operator'; title: string };

/** The sentence with the nucleus and each operator marked, and what each did. */
function Marked({ evidence }: { evidence: Evidence }) {
  const spans = spansOf(evidence);
  let at = 0;
  const parts = spans.flatMap((span) => {
    const plain = evidence.sentence.slice(at, span.from);
    at = span.to;
    return [
      plain,
      <mark key={span.from} class={span.kind} title={span.title}>
        {evidence.sentence.slice(span.from, span.to)}
        <span class="sr"> ({span.title})</span>
      </mark>,
    ];
  });
  return (
    <>
      <p class="marked">
        {parts}
        {evidence.sentence.slice(at)}
      </p>
      {evidence.operators.length > 0 && (
        <ul class="operators small">
          {evidence.operators.map((operator) => (
            <li key={operator.id + operator.words}>
              <mark class="operator">{operator.words}</mark> {operator.effect} <code class="soft">{operator.id}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Nucleus by its offsets, operators by their words; where two overlap the first stands. */
function spansOf({ sentence, start, end, operators }: Evidence): Span[] {
  const lower = sentence.toLowerCase();
  const found: Span[] = operators.flatMap(({ words, effect }) => {
    const from = lower.indexOf(words.toLowerCase());
    return from === -1 || words === '' ? [] : [{ from, to: from + words.length, kind: 'operator' as const, title: effect }];
  });
  const all: Span[] = [{ from: start, to: end, kind: 'nucleus', title: 'the contact' }, ...found];
  const sorted = all.filter((span) => span.from < span.to && span.to <= sentence.length).sort((a, b) => a.from - b.from);
  let reached = 0;
  return sorted.filter((span) => {
    const isFree = span.from >= reached;
    if (isFree) reached = span.to;
    return isFree;
  });
}
