import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ApiError, Quote, Status } from './api.ts';
import { useLive } from './live.ts';
import { hasNavigated } from './route.ts';
import { absolute, familyOf, labelOf, partyName, relative, safeLink, surname } from './words.ts';

export function StatusChip({ status, isSmall }: { status: Status | null; isSmall?: boolean }) {
  return <span class={`chip ${familyOf(status)}${isSmall ? ' small' : ''}`}>{labelOf(status)}</span>;
}

/** `from → to`, read aloud as "from … to …". */
export function Move({ from, to }: { from: Status | null; to: Status | null }) {
  if (to === null) return null;
  return (
    <span class="move">
      {from !== null && from !== to && (
        <>
          <StatusChip status={from} isSmall />
          <span class="arrow" aria-hidden="true">
            →
          </span>
          <span class="sr">to</span>
        </>
      )}
      <StatusChip status={to} isSmall />
    </span>
  );
}

/** The relative time people read and the absolute one they quote. */
export function Time({ iso, isShort }: { iso: string; isShort?: boolean }) {
  const { now } = useLive();
  return (
    <time dateTime={iso} title={new Date(iso).toString()}>
      {relative(iso, now)}
      {!isShort && <span class="absolute"> · {absolute(iso, now)}</span>}
    </time>
  );
}

export function Party({ code }: { code: string }) {
  return (
    <abbr class="party" title={partyName(code)}>
      {code}
    </abbr>
  );
}

export function Outside({ href, children }: { href: string | null; children: ComponentChildren }) {
  const link = safeLink(href);
  if (link === undefined) return <>{children}</>;
  return (
    <a href={link} rel="noopener noreferrer" target="_blank">
      {children}
      <span class="sr"> (opens in a new tab)</span>
    </a>
  );
}

/** Words as printed, who said them, where they stand. Text only, whatever the feed sent. */
export function Words({ quote, label }: { quote: Quote; label?: string }) {
  return (
    <figure class="words">
      {label && <div class="words-label">{label}</div>}
      <blockquote>{quote.text}</blockquote>
      <figcaption>
        {quote.speaker && <span>{surname(quote.speaker)}, </span>}
        <Outside href={quote.link}>{quote.outlet ?? 'source'}</Outside> <Time iso={quote.at} />
      </figcaption>
    </figure>
  );
}

/** The view's heading takes the focus when the view changes, so that a screen reader says where one is. */
export function Heading({ title, children }: { title: string; children?: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === 'Now' ? 'Summitwire' : `${title} · Summitwire`;
    if (hasNavigated() && document.activeElement?.tagName !== 'INPUT') heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <header class="view-head">
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </header>
  );
}

export function Problem({ error }: { error: ApiError }) {
  return (
    <div class="notice off" role="alert">
      {error.message}
    </div>
  );
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <div class="empty">{children}</div>;
}

export function Loading() {
  return (
    <div class="loading" role="status">
      <span class="sr">Loading</span>
    </div>
  );
}

export function MoreButton({ list }: { list: { hasMore: boolean; isBusy: boolean; more: () => void } }) {
  if (!list.hasMore) return null;
  return (
    <button type="button" class="more" onClick={list.more} disabled={list.isBusy}>
      {list.isBusy ? 'Reading…' : 'Show older'}
    </button>
  );
}
