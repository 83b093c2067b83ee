import * as z from 'zod';
import { ENTITY_ROWS, type EntityRows, type LeaderRow } from '../facts/lexicon-data.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';

/**
 * The owner's own rows (config/leaders.json): leaders, aliases, metonyms, countries, bodies, outlets, namesakes.
 * They come before the bundled rows and need no change of code.
 */
const OFFICES =
  'head_of_state|head_of_government|foreign_minister|defence_minister|security_adviser|vice_president|minister|crown_prince|party_leader|org_head|agency_head|movement_head|spokesperson|envoy|official|politician';
const TERM = new RegExp(`^[A-Z]{2,8} (?:${OFFICES}) \\d{4}-\\d{2}-\\d{2}/(?:\\d{4}-\\d{2}-\\d{2})?(?: acting| low)?$`);

const termSchema = z.string().regex(TERM, 'wanted: "PARTY office from/to" such as "RU head_of_state 2012-05-07/"');
const name = z.string().trim().min(2, 'wanted: a name');
const names = z.array(name).min(1, 'wanted: at least one name');
const party = z.string().regex(/^[A-Z]{2,8}$/, 'wanted: a party code such as "RU", "EU" or "NATO"');

export const leaderSchema = z.strictObject({
  name,
  aliases: z.array(name).optional(),
  surname: name.optional(),
  terms: z.array(termSchema).min(1, 'wanted: at least one term'),
});

const ROW_SCHEMAS = z.discriminatedUnion('kind', [
  leaderSchema.extend({ kind: z.literal('leader') }),
  z.strictObject({ kind: z.literal('alias'), of: name, aliases: names }),
  z.strictObject({ kind: z.literal('metonym'), names, party, office: z.string().min(1).default('head_of_state') }),
  z.strictObject({
    kind: z.literal('country'),
    code: party,
    names,
    demonyms: z.array(name).default([]),
    capitals: z.array(name).default([]),
    leader: z.array(z.string()).default(['head_of_state']),
  }),
  z.strictObject({ kind: z.literal('body'), names, party }),
  z.strictObject({ kind: z.literal('movement'), names, party }),
  z.strictObject({ kind: z.literal('outlet'), names, country: party }),
  z.strictObject({ kind: z.literal('namesake'), names }),
]);
type OverlayRow = z.output<typeof ROW_SCHEMAS>;

/** A row that was refused: its place in the list (from 0) and why. Its neighbours stay. */
export type OverlayProblem = { readonly index: number; readonly reason: string };
export type Overlay = { readonly rows: Partial<EntityRows>; readonly problems: readonly OverlayProblem[] };

/** Checks each row by itself: good rows are kept, bad ones named. `bundled`: leaders that an alias may refer to. */
export function readOverlay(raw: readonly unknown[], bundled: readonly LeaderRow[]): Overlay {
  const problems: OverlayProblem[] = [];
  const good: OverlayRow[] = [];
  raw.forEach((entry, index) => {
    const parsed = ROW_SCHEMAS.safeParse(entry);
    const reason = parsed.success ? unknownAlias(parsed.data, bundled) : parsed.error.issues.map(describeIssue).join('; ');
    if (reason !== null) problems.push({ index, reason });
    else if (parsed.success) good.push(parsed.data);
  });
  return { rows: sortRows(good, bundled), problems };
}

const describeIssue = (issue: z.core.$ZodIssue): string =>
  issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message;

function unknownAlias(row: OverlayRow, bundled: readonly LeaderRow[]): string | null {
  if (row.kind !== 'alias' || bundled.some((leader) => leader.name === row.of)) return null;
  return `of: no leader is called "${row.of}"; wanted: a name as in data/leaders.json, or a row of kind "leader"`;
}

function sortRows(rows: readonly OverlayRow[], bundled: readonly LeaderRow[]): Partial<EntityRows> {
  const of = <K extends OverlayRow['kind']>(kind: K): Extract<OverlayRow, { kind: K }>[] =>
    rows.filter((row): row is Extract<OverlayRow, { kind: K }> => row.kind === kind);
  return {
    leaders: [...of('leader').map(toLeader), ...of('alias').flatMap((row) => withAliases(row, bundled))],
    metonyms: of('metonym'),
    countries: of('country'),
    bodies: of('body'),
    movements: of('movement'),
    outlets: of('outlet'),
    namesakes: of('namesake'),
  };
}

function toLeader(row: Extract<OverlayRow, { kind: 'leader' }>): LeaderRow {
  const { name: written, aliases, surname, terms } = row;
  return {
    name: written,
    terms,
    ...(aliases === undefined ? {} : { aliases }),
    ...(surname === undefined ? {} : { surname }),
  };
}

function withAliases(row: Extract<OverlayRow, { kind: 'alias' }>, bundled: readonly LeaderRow[]): readonly LeaderRow[] {
  return bundled
    .filter((leader) => leader.name === row.of)
    .map((leader) => ({ ...leader, aliases: [...(leader.aliases ?? []), ...row.aliases] }));
}

/** The lexicon with the owner's rows on top, and the rows that were refused. */
export function lexiconWithOverlay(raw: readonly unknown[]): { readonly lexicon: Lexicon; readonly problems: readonly OverlayProblem[] } {
  const { rows, problems } = readOverlay(raw, ENTITY_ROWS.leaders);
  return { lexicon: buildLexicon(rows), problems };
}
