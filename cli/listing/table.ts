import { cleanLine } from '../../core/alert/sanitise.ts';

/** One column: what stands in it, and how it gives way when the terminal is narrow. */
export type Column<Row> = {
  readonly title: string;
  cell(row: Row): string;
  /** Colour of the cell, as SGR codes; none in a pipe. */
  paint?(row: Row): string;
  /** Takes the room that is left; cut first when there is little. */
  readonly isFlexible?: boolean;
  /** Dropped when the table would not fit otherwise, the highest first; 0 = never. */
  readonly dropRank: number;
};
export type TableStyle = { readonly hasColour: boolean /** null = a pipe: nothing is cut or dropped. */; readonly columns: number | null };

const GAP = 2;
const LEAST_FLEXIBLE = 16;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** Cells on a terminal: CJK letters and pictures take two, combining marks none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += /\p{M}/u.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return width;
}

/** The text in at most so many cells, with an ellipsis when it was cut. */
export function cutTo(text: string, cells: number): string {
  if (widthOf(text) <= cells) return text;
  let kept = '';
  let width = 0;
  for (const letter of text) {
    width += widthOf(letter);
    if (width > cells - 1) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/** A table that fits: columns give way by rank, the flexible ones are cut. Feed text is cleaned of what a terminal would obey. */
export function renderTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[], style: TableStyle): string {
  const cells = rows.map((row) => columns.map((column) => cleanLine(column.cell(row))));
  const natural = columns.map((column, i) => Math.max(widthOf(column.title), ...cells.map((line) => widthOf(line[i] ?? ''))));
  const { kept, widths } = fitColumns(columns, natural, style.columns);
  const head = paint(
    line(
      kept.map((i) => columns[i]?.title ?? ''),
      kept.map((i) => widths[i] ?? 0),
    ),
    '2',
    style,
  );
  const body = rows.map((row, r) =>
    kept
      .map((i, position) => {
        const width = widths[i] ?? 0;
        const text = cutTo(cells[r]?.[i] ?? '', width);
        const padding = position === kept.length - 1 ? '' : ' '.repeat(width - widthOf(text) + GAP);
        return paint(text, columns[i]?.paint?.(row) ?? '', style) + padding;
      })
      .join('')
      .trimEnd(),
  );
  return `${[head, ...body].join('\n')}\n`;
}

function line(texts: readonly string[], widths: readonly number[]): string {
  return texts
    .map((text, i) => text.padEnd((widths[i] ?? 0) + GAP))
    .join('')
    .trimEnd();
}

type Fit = { readonly kept: readonly number[]; readonly widths: readonly number[] };

/** Drops columns by rank until the rest fits with the flexible ones cut short; then shares out what is left among these. */
function fitColumns<Row>(columns: readonly Column<Row>[], natural: readonly number[], total: number | null): Fit {
  const all = columns.map((_, i) => i);
  if (total === null) return { kept: all, widths: natural };
  const least = (i: number): number => (columns[i]?.isFlexible ? Math.min(natural[i] ?? 0, LEAST_FLEXIBLE) : (natural[i] ?? 0));
  const need = (kept: readonly number[]): number => kept.reduce((sum, i) => sum + least(i) + GAP, -GAP);
  const dropOrder = all
    .filter((i) => (columns[i]?.dropRank ?? 0) > 0)
    .sort((a, b) => (columns[b]?.dropRank ?? 0) - (columns[a]?.dropRank ?? 0));
  let kept: readonly number[] = all;
  for (const drop of dropOrder) {
    if (need(kept) <= total) break;
    kept = kept.filter((i) => i !== drop);
  }
  return { kept, widths: share(columns, { natural, kept, room: Math.max(total - need(kept), 0), least }) };
}

type Room = { readonly natural: readonly number[]; readonly kept: readonly number[]; readonly room: number; least(i: number): number };
function share<Row>(columns: readonly Column<Row>[], { natural, kept, room, least }: Room): readonly number[] {
  let left = room;
  return columns.map((_, i) => {
    const start = least(i);
    const more = kept.includes(i) ? Math.min((natural[i] ?? 0) - start, left) : 0;
    left -= more;
    return start + more;
  });
}

export const paint = (text: string, codes: string, style: Pick<TableStyle, 'hasColour'>): string =>
  style.hasColour && codes !== '' && text !== '' ? `\u001b[${codes}m${text}\u001b[0m` : text;
