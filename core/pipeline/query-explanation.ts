import type { CodedItem } from '../coding/codebook/coded-item.ts';
import type { Item } from '../feed/item.ts';
import type { Development } from '../story/development.ts';
import type { Decision } from '../story/dossier.ts';
import type { QueryPorts } from './query.ts';
import { type AlertView, alertView } from './query-view.ts';

/** Why an item was told, or was not: what was read from it then, what today's rules read, what became of it. */
export type Explanation = {
  readonly item: Item;
  readonly stored: { readonly rulesVersion: number; readonly coded: CodedItem };
  /** Null where the coder is not at hand, and for a language that is not read. */
  readonly today: CodedItem | null;
  readonly isSameToday: boolean | null;
  readonly decisions: readonly Decision[];
  readonly developments: readonly Development[];
};

/** Null when no such item is stored. */
export async function explainItem(id: string, ports: QueryPorts): Promise<Explanation | null> {
  const record = await ports.items.get(id);
  if (record === null) return null;
  const today = ports.codeNow?.(record.item) ?? null;
  const ids = [...new Set(record.decisions.flatMap((decision) => decision.developmentIds))];
  const developments = await Promise.all(ids.map((each) => ports.developments.get(each)));
  return {
    item: record.item,
    stored: { rulesVersion: record.rulesVersion, coded: record.coded },
    today,
    isSameToday: today === null ? null : assertions(today) === assertions(record.coded),
    decisions: record.decisions,
    developments: developments.filter((each) => each !== null),
  };
}

/** Why a message was sent: its developments as they were told, with their reasons and the items behind them. */
export type AlertExplanation = { readonly alert: AlertView; readonly developments: readonly Development[] };

/** Null when no such alert is stored. */
export async function explainAlert(id: string, ports: QueryPorts): Promise<AlertExplanation | null> {
  const alert = await ports.alerts.get(id);
  if (alert === null) return null;
  const developments = await Promise.all(alert.developmentIds.map((each) => ports.developments.get(each)));
  return { alert: alertView(alert), developments: developments.filter((each) => each !== null) };
}

/** What an item asserts, without its evidence and confidence: two readings that agree in it are the same. */
function assertions({ contacts, denials }: CodedItem): string {
  return JSON.stringify([
    contacts.map(({ parties, level, form, status, conditional, background, date, place, side }) => [
      parties,
      level,
      form,
      status,
      conditional,
      background,
      date,
      place,
      side,
    ]),
    denials.map(({ by, strength, claim, about_contact, background }) => [by, strength, claim, about_contact, background]),
  ]);
}
