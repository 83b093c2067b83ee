/** One line of the plot: how many times the time at each step of size. */
export type Line = { readonly name: string; readonly exponent: number; readonly times: readonly number[] };

const WIDTH = 800;
const HEIGHT = 460;
const BOX = { left: 60, right: 545, top: 46, bottom: 400 };
/** Told apart by people who see few colours, too (Okabe and Ito); lines have marks of their own. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000', '#7a5230'];
const LEAST = 0.3;
const MOST = 200;
const LABEL_GAP = 17;

/** Times the time over times the size, both in logarithms: a line like the dashed one grows in proportion, a flat one not at all. */
export function plotOf(steps: readonly number[], lines: readonly Line[]): string {
  const x = (step: number): number => BOX.left + ((BOX.right - BOX.left) * Math.log10(step)) / Math.log10(steps.at(-1) ?? 100);
  const share = (time: number): number => Math.log10(Math.min(MOST, Math.max(LEAST, time)) / LEAST) / Math.log10(MOST / LEAST);
  const y = (time: number): number => BOX.bottom - (BOX.bottom - BOX.top) * share(time);
  const grid = [
    ...steps.map((step) => line(x(step), BOX.top, x(step), BOX.bottom) + text(x(step), BOX.bottom + 18, `${step}x`, 'middle')),
    ...[1, 10, 100].map((time) => line(BOX.left, y(time), BOX.right, y(time)) + text(BOX.left - 8, y(time) + 4, `${time}x`, 'end')),
  ];
  const proportion = `<path d="M${x(1)} ${y(1)}L${x(100)} ${y(100)}" stroke="#777" stroke-dasharray="5 5" fill="none"/>`;
  const labels = labelHeights(lines.map(({ times }) => y(times.at(-1) ?? 1)));
  const drawn = lines.map(({ name, exponent, times }, index) => {
    const colour = COLOURS[index % COLOURS.length] ?? '#000';
    const points = times.map((time, n) => [x(steps[n] ?? 1), y(time)] as const);
    const path = points.map(([px, py], n) => `${n === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`).join('');
    const marks = points.map(([px, py]) => `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="3" fill="${colour}"/>`).join('');
    const at = labels[index] ?? 0;
    const lead = `<path d="M${x(100) + 5} ${y(times.at(-1) ?? 1).toFixed(1)}L${BOX.right + 18} ${at.toFixed(1)}" stroke="${colour}" fill="none" opacity=".5"/>`;
    const label = `<text x="${BOX.right + 22}" y="${(at + 4).toFixed(1)}" fill="${colour}">${name}, exponent ${exponent.toFixed(2)}</text>`;
    return `<path d="${path}" stroke="${colour}" stroke-width="2" fill="none"/>${marks}${lead}${label}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>How the time of each part grows with what it has to do</title><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(BOX.left, 24, 'times the CPU time over times the size; dashed: in proportion', 'start'),
    ...grid,
    proportion,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

/** Heights of the labels, kept apart, in the order of their lines. */
function labelHeights(wanted: readonly number[]): readonly number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  const heights: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { at, index } of order) {
    last = Math.max(at, last + LABEL_GAP);
    heights[index] = last;
  }
  const excess = Math.max(0, last - BOX.bottom);
  return heights.map((at) => at - excess);
}

const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<path d="M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}" stroke="#ddd"/>`;
const text = (x: number, y: number, words: string, anchor: string): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="#333">${words}</text>`;
