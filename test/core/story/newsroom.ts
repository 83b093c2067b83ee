import type { Contact, Denial } from '../../../core/coding/codebook/coded-item.ts';
import { develop } from '../../../core/story/develop.ts';
import type { Development } from '../../../core/story/development.ts';
import type { Decision, Dossier, Report } from '../../../core/story/dossier.ts';
import { homeKey } from '../../../core/story/dossier-key.ts';
import { aContact, anEvidence, T0 } from '../../builders.ts';

/** Hours after the first news, as an ISO time. */
export const hour = (hours: number): string => new Date(Date.parse(T0) + hours * 3_600_000).toISOString();

export type Said = Partial<Contact> & {
  readonly id?: string;
  readonly at?: number;
  readonly outlet?: string;
  readonly title?: string;
  readonly kind?: Report['sourceKind'];
  readonly isBaseline?: boolean;
  readonly denials?: readonly Denial[];
  readonly isInText?: boolean;
};

let count = 0;

/** One report of one contact, without date and place unless they are given. */
export function said(what: Said): Report {
  const { id, at = 0, outlet = 'Example Press', title, kind = 'press', isBaseline = false, denials = [], isInText = false, ...part } = what;
  count += 1;
  const evidence = anEvidence({ zone: isInText ? 'text' : 'title' });
  const contact = aContact({ date: null, place: null, leaders: [], evidence, ...part });
  return {
    itemId: id ?? `item-${count}`,
    title: title ?? `Headline ${count} of ${outlet}`,
    link: null,
    outlet,
    sourceKind: kind,
    effectiveAt: hour(at),
    effectiveReason: 'published',
    firstSeenAt: hour(at),
    isBaseline,
    contacts: [contact],
    central: contact.background ? null : contact,
    denials,
  };
}

/** A report that only denies. */
export const denied = (denial: Denial, what: Said = {}): Report => ({ ...said(what), contacts: [], central: null, denials: [denial] });

export type Played = { readonly dossier: Dossier | null; readonly told: readonly Development[]; readonly decisions: readonly Decision[] };

/** Reports one by one, each at its own time; then, if asked, a tick. The key is that of the first contact unless it is given. */
export function play(
  reports: readonly Report[],
  how: { readonly dossier?: Dossier | null; readonly key?: string; readonly until?: number } = {},
): Played {
  const first = reports.find(({ contacts }) => contacts.length > 0)?.contacts[0];
  const key = how.key ?? how.dossier?.key ?? homeKey(first ?? aContact());
  let dossier = how.dossier ?? null;
  const told: Development[] = [];
  const decisions: Decision[] = [];
  for (const report of reports) {
    const result = develop(dossier, { key, reports: [report] }, { now: report.firstSeenAt });
    dossier = result.dossier;
    told.push(...result.developments);
    decisions.push(...result.decisions);
  }
  if (how.until !== undefined) {
    const result = develop(dossier, { key, reports: [] }, { now: hour(how.until) });
    dossier = result.dossier;
    told.push(...result.developments);
  }
  return { dossier, told, decisions };
}

/** "agreed>scheduled" for each development, in short. */
export const moves = (told: readonly Development[]): readonly string[] =>
  told.map(({ kind, from, to }) => `${kind}: ${from ?? 'none'}>${to ?? 'none'}`);
