import { parseArgs } from 'node:util';
import type * as z from 'zod';
import { alertExplanationSchema, explanationSchema, storyDetailSchema } from '../adapters/api/schemas.ts';
import { partyName, surnameOf } from '../core/alert/party-name.ts';
import { cleanLine } from '../core/alert/sanitise.ts';
import type { CodedItem, Contact, Evidence } from '../core/coding/codebook/coded-item.ts';
import { explainItem, tellExplanation } from '../core/coding/explain.ts';
import { STATUS_SPEC } from '../core/story/status.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { configuredLexicon } from './configured-lexicon.ts';
import { readNow, tableStyle } from './listing/listing-command.ts';
import { type ListingSource, NotFoundError, openSource } from './listing/listing-source.ts';
import { statusSgr } from './listing/rows.ts';
import { paint, type TableStyle } from './listing/table.ts';
import { tellAlert } from './listing/tell-alert.ts';
import { when } from './listing/when.ts';
import { tellStory } from './story.ts';

const help = `usage: summitwire explain ITEM | STORY | ALERT | "SENTENCE" [--date 2022-02-21] [--json] [--aws] [--config FOLDER]

Of a stored item: what was read in it then, what today's rules read, which story it went to and why it was told or was not.
Of a story: where it stands, what prepares it or what it prepares, which summit it is inside of or who meets inside it, and why; each development
with its reasons. Of an alert: what made it.
Of a sentence: how it is read now, with the operators that fired; --date says when it was published (else today), for who held which office. Ids of items stand in \`summitwire items\`.

example: summitwire explain "Kremlin does not rule out Putin-Trump call"
`;
export const command: Command = { help, run };

type Explanation = z.output<typeof explanationSchema>;
type Page = { readonly style: TableStyle; readonly now: string };

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = {
    date: { type: 'string' },
    json: { type: 'boolean' },
    aws: { type: 'boolean' },
    url: { type: 'string' },
    config: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const asked = positionals.join(' ');
  if (asked === '') throw new UsageError('wanted: the id of an item, story or alert, or a sentence in quotes');
  if (/\s/.test(asked)) return explainSentence(asked, publishedOn(values.date), { isJson: values.json === true, io });
  const source = await openSource(values, io);
  try {
    return await explainStored(asked, source, { isJson: values.json === true, io });
  } finally {
    await source.close();
  }
}

type Answer = { readonly isJson: boolean; readonly io: Io };

/** What an id may name, in the order in which it is asked for. */
const KINDS: readonly { readonly path: (id: string) => string; tell(answer: unknown, page: Page): string }[] = [
  { path: (id) => `/items/${id}/explanation`, tell: (answer, page) => tellItem(explanationSchema.parse(answer), page) },
  { path: (id) => `/stories/${id}`, tell: (answer, page) => tellStory(storyDetailSchema.parse(answer), page) },
  { path: (id) => `/alerts/${id}/explanation`, tell: (answer, page) => tellAlert(alertExplanationSchema.parse(answer), page) },
];

async function explainStored(id: string, source: ListingSource, { isJson, io }: Answer): Promise<number> {
  for (const { path, tell } of KINDS) {
    const answer = await source.ask(path(encodeURIComponent(id))).catch(orNothing);
    if (answer === null) continue;
    io.stdout.write(isJson ? `${JSON.stringify(answer)}\n` : tell(answer, { style: tableStyle(io), now: await readNow(source) }));
    return EXIT.ok;
  }
  throw new Error(`there is no item, story or alert with the id ${id}`);
}

function orNothing(error: unknown): null {
  if (error instanceof NotFoundError) return null;
  throw error;
}

/** The day or time that `--date` names, else now. */
function publishedOn(asked: string | undefined): string {
  if (asked === undefined) return new Date().toISOString();
  const isDate = /^\d{4}-\d{2}-\d{2}(?:T\S+)?$/.test(asked) && !Number.isNaN(Date.parse(asked));
  if (!isDate) throw new UsageError(`--date ${asked}: wanted a date such as 2022-02-21`);
  return asked;
}

function explainSentence(text: string, date: string, { isJson, io }: Answer): number {
  const input = { id: 'sentence', title: text, text: null, date, outlet: null, lang: null };
  const explanation = explainItem(input, configuredLexicon(io));
  const lines = [
    ...tellReading(explanation.coded, tableStyle(io)),
    '',
    'How it was read',
    ...tellExplanation(explanation).map(cleanIndented),
  ];
  io.stdout.write(isJson ? `${JSON.stringify(explanation)}\n` : `${lines.join('\n')}\n`);
  return EXIT.ok;
}

/** Cleaned, with the indent that shows what belongs to what. */
const cleanIndented = (line: string): string => ' '.repeat(line.length - line.trimStart().length) + cleanLine(line);

const OUTCOMES: Readonly<Record<Explanation['decisions'][number]['outcome'], string>> = {
  development: 'made a development',
  repeat: 'repeated what was known: nobody is told again',
  background: 'only recalled it',
  untold: 'taken in silently (first reading of the feed)',
  implausible: 'not believed alone',
  waiting: 'waiting for the other side',
  no_story: 'belongs to no story',
};

function tellItem({ item, stored, today, isSameToday, decisions, developments }: Explanation, { style, now }: Page): string {
  const became = decisions.flatMap((decision) => [
    `  ${OUTCOMES[decision.outcome]} (${decision.dossierKey}${decision.storyId === null ? '' : `, story ${decision.storyId}`}): ${decision.reason}`,
    ...(decision.runnerUp === null ? [] : [`    the runner-up was story ${decision.runnerUp}`]),
  ]);
  return `${[
    paint(cleanLine(item.title ?? item.summary ?? '(no title)'), '1', style),
    paint(`${item.outlet}, seen ${when(item.firstSeenAt, now)}${item.link === null ? '' : `, ${item.link}`}`, '2', style),
    '',
    'What became of it',
    ...(became.length === 0 ? ['  it touched no story'] : became),
    ...developments.map((development) => `  told: ${cleanLine(development.what)} (${when(development.at, now)})`),
    '',
    `What was read then (rules ${stored.rulesVersion})`,
    ...tellReading(stored.coded, style),
    ...(isSameToday === true ? ["  today's rules read the same"] : []),
    ...(today === null || isSameToday === true ? [] : ['', "What today's rules read", ...tellReading(today, style)]),
  ].join('\n')}\n`;
}

/** What was read, each assertion with its sentence, the nucleus in brackets, and what each operator did. */
function tellReading({ readAs, contacts, denials, gaps, relevance }: CodedItem, style: TableStyle): string[] {
  if (readAs === null) return ['  not read: a language without rules'];
  const lines = [
    ...contacts.flatMap((contact) => [
      `  ${paint(STATUS_SPEC[contact.status].label, statusSgr(contact.status), style)}: ${contact.parties.map(partyName).join(', ')}${detailsOf(contact)}`,
      ...tellEvidence(contact.evidence, style),
    ]),
    ...denials.flatMap((denial) => [
      `  ${paint(denial.strength, '1;31', style)} by ${[denial.by_name === null ? null : surnameOf(denial.by_name), denial.by === null ? null : partyName(denial.by)].filter((each) => each !== null).join(', ') || 'an official'}: ${denial.claim}`,
      ...tellEvidence(denial.evidence, style),
    ]),
  ];
  const nothing = lines.length === 0 ? [`  no contact, no denial (relevance ${relevance.toFixed(2)})`] : [];
  return [...nothing, ...lines, ...(gaps.length === 0 ? [] : [`  names not known: ${gaps.join(', ')}`])];
}

function detailsOf({ level, form, leaders, place, date, side, conditional, background, confidence }: Contact): string {
  const parts = [
    level,
    form.replace('_', ' '),
    leaders.map(surnameOf).join(', '),
    place,
    date,
    side === null ? null : `position of ${side}`,
  ];
  const flags = [conditional ? 'conditional' : null, background ? 'background' : null, `confidence ${confidence.toFixed(2)}`];
  return `; ${[...parts, ...flags].filter((part) => part !== null && part !== '').join('; ')}`;
}

function tellEvidence({ sentence, start, end, operators }: Evidence, style: TableStyle): string[] {
  const marked = `${sentence.slice(0, start)}${paint(`[${sentence.slice(start, end)}]`, '1', style)}${sentence.slice(end)}`;
  return [
    `    ${marked.replace(/\s+/g, ' ')}`,
    ...operators.map(({ words, effect, id }) => `      "${cleanLine(words)}" ${effect} (${id})`),
  ];
}
