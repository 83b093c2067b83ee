import { parseArgs } from 'node:util';
import type * as z from 'zod';
import { storyDetailSchema } from '../adapters/api/schemas.ts';
import { contactLabel, partyName } from '../core/alert/party-name.ts';
import { cleanLine } from '../core/alert/sanitise.ts';
import { wrapText } from '../core/alert/wrap.ts';
import { STATUSES } from '../core/coding/codebook/coded-item.ts';
import { STATUS_SPEC } from '../core/story/status.ts';
import { type Command, EXIT, type Io, UsageError } from './command.ts';
import { readNow, tableStyle } from './listing/listing-command.ts';
import { openSource } from './listing/listing-source.ts';
import { statusSgr } from './listing/rows.ts';
import { paint, type TableStyle } from './listing/table.ts';
import { when } from './listing/when.ts';

const help = `usage: summitwire story ID [--json] [--aws] [--config FOLDER]

Tells one story: where it stands, where each side stands, what it prepares or which summit it is inside of (and what is inside of it, with
the reason), and each development with the words behind it.
The ids stand in \`summitwire stories\`.

example: summitwire story 3f9a0c5d7e21b846
`;
export const command: Command = { help, run };

type Detail = z.output<typeof storyDetailSchema>;
type Page = { readonly now: string; readonly style: TableStyle };
const WIDTH = 96;

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = { json: { type: 'boolean' }, aws: { type: 'boolean' }, url: { type: 'string' }, config: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [id] = positionals;
  if (id === undefined || positionals.length > 1) throw new UsageError('wanted: the id of one story');
  const source = await openSource(values, io);
  try {
    const answer = await source.ask(`/stories/${encodeURIComponent(id)}`);
    if (values.json === true) io.stdout.write(`${JSON.stringify(answer)}\n`);
    else io.stdout.write(tellStory(storyDetailSchema.parse(answer), { now: await readNow(source), style: tableStyle(io) }));
  } finally {
    await source.close();
  }
  return EXIT.ok;
}

/** The story as a page of text: head, ladder, sides, then the developments, the newest first. */
export function tellStory({ story, timeline, parent, children, inside, pairs, mayHaveMorePairs }: Detail, page: Page): string {
  const { style, now } = page;
  const where = [story.parties.map(partyName).join(', '), story.level, story.form?.replace('_', ' '), story.place, story.date];
  const head = [
    `${paint(cleanLine(contactLabel(story)), '1', style)}  ${standing({ story }, page)}`,
    paint(where.filter((part) => part !== null && part !== undefined).join(' · '), '2', style),
    '',
    ladder(story, style),
    ...story.sides.map(
      (side) =>
        `  ${partyName(side.party)}: ${paint(STATUS_SPEC[side.status].label, statusSgr(side.status), style)} (${when(side.at, now)})`,
    ),
  ];
  const family = [
    ...(parent === null ? [] : [`  prepares ${inShort(parent, page)}`]),
    ...children.map((child) => `  prepared by ${inShort(child, page)}`),
    ...(inside === null ? [] : [`  on the sidelines of ${inShort(inside, page)}`]),
    ...pairs.map((pair) => `  on its sidelines ${inShort(pair, page)}`),
    ...(mayHaveMorePairs ? ['  (the meetings opened last; there may be more on its sidelines)'] : []),
  ];
  return `${[...head, ...family, '', ...[...timeline].reverse().flatMap((row) => entry(row, page))].join('\n').trimEnd()}\n`;
}

/** "Lavrov-Rubio: held (2 days ago), Geneva; story 4f…, the same day or place". */
function inShort(other: Detail['children'][number], { style, now }: Page): string {
  const status = other.status === null ? 'unknown' : STATUS_SPEC[other.status].label;
  const since = other.statusAt === null ? '' : ` (${when(other.statusAt, now)})`;
  const slots = [other.level, other.place, other.date].filter((part) => part !== null).join(', ');
  const label = cleanLine(contactLabel(other));
  return `${label}: ${paint(status, statusSgr(other.status), style)}${since}, ${slots}; story ${other.id}, ${other.because}`;
}

function standing({ story }: Pick<Detail, 'story'>, { now, style }: Page): string {
  const status = story.status === null ? 'unknown' : STATUS_SPEC[story.status].label;
  const since = story.statusAt === null ? '' : ` since ${when(story.statusAt, now)}`;
  const contested = story.isContested ? paint(' contested', '1;31', style) : '';
  return (
    paint(status, statusSgr(story.status), style) +
    contested +
    since +
    (story.closedAt === null ? '' : `; closed ${when(story.closedAt, now)}`)
  );
}

/** The twelve statuses; where it has been in colour, where it stands in brackets. */
function ladder({ status, path }: Detail['story'], style: TableStyle): string {
  const been = new Set(path.map((step) => step.status));
  const rungs = [...STATUSES]
    .sort((a, b) => ORDER(a) - ORDER(b))
    .map((rung) => {
      const { label } = STATUS_SPEC[rung];
      if (rung === status) return paint(`[${label}]`, statusSgr(rung), style);
      return been.has(rung)
        ? paint(style.hasColour ? label : `(${label})`, statusSgr(rung).replace('1;', ''), style)
        : paint(label, '2', style);
    });
  return `  ${rungs.slice(0, 8).join(' > ')}\n  ${rungs.slice(8).join(' | ')}`;
}
/** Up the ladder first, then what takes it off. */
const ORDER = (status: (typeof STATUSES)[number]): number =>
  STATUS_SPEC[status].rank < 0 ? 100 - STATUS_SPEC[status].rank : STATUS_SPEC[status].rank;

function entry(row: Detail['timeline'][number], { now, style }: Page): string[] {
  const words = (quote: typeof row.quote, label: string): string[] =>
    quote === null
      ? []
      : [
          ...wrapText(`${label}"${cleanLine(quote.text)}"`, WIDTH - 4),
          [quote.speaker, quote.outlet, quote.link]
            .filter((each) => each !== null)
            .map(cleanLine)
            .join(', '),
        ].map((line) => `    ${line}`);
  return [
    `${paint(when(row.at, now), '2', style)}  ${row.severity === 'major' ? paint(cleanLine(row.what), '1', style) : cleanLine(row.what)}`,
    ...words(row.quote, ''),
    ...words(row.before, 'before: ').map((line) => paint(line, '2', style)),
    `    ${paint(`item ${row.itemId}; ${row.support.length} in support; confidence ${row.confidence.toFixed(2)}; ${row.reasons.join(', ')}`, '2', style)}`,
    '',
  ];
}
