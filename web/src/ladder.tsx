import type { Step, Story } from './api.ts';
import { useLive } from './live.ts';
import { StatusChip } from './parts.tsx';
import { absolute, day, familyOf, LADDER, labelOf, partyName, rungOf } from './words.ts';

/** The twelve statuses in a row: where the story stands, where it has been, and where each side stands. */
export function Ladder({ story }: { story: Story }) {
  const been = new Set(story.path.map((step) => step.status));
  return (
    <ol class="ladder" aria-label="Ladder of statuses">
      {LADDER.map(({ status, label, family }) => {
        const sides = story.sides.filter((side) => side.status === status);
        const isNow = story.status === status;
        const state = isNow ? 'now' : been.has(status) ? 'been' : '';
        return (
          <li key={status} class={`rung ${family} ${state}`} aria-current={isNow ? 'step' : undefined}>
            <span class="sides">
              {sides.map(({ party }) => (
                <abbr key={party} class="party" title={`${partyName(party)}: ${label}`}>
                  {party}
                </abbr>
              ))}
            </span>
            <span class="bar" />
            <span class="label">{label}</span>
            {state !== '' && <span class="sr">{isNow ? ' (stands here)' : ' (has been here)'}</span>}
          </li>
        );
      })}
    </ol>
  );
}

const MOST_STEPS = 6;

/** How it got there, in words: the last steps, oldest first. */
export function Trail({ story }: { story: Story }) {
  const { now } = useLive();
  const steps = movesOf(story.path);
  const shown = steps.slice(-MOST_STEPS);
  return (
    <ol class="trail" aria-label="How it got there">
      {steps.length > shown.length && <li class="soft">…</li>}
      {shown.map((step) => (
        <li key={`${step.status}${step.side}${step.at}`}>
          <span class={`dot ${familyOf(step.status)}`} aria-hidden="true" />
          {step.side && <span class="soft">{step.side} </span>}
          {labelOf(step.status)} <span class="soft">{day(step.at, now)}</span>
        </li>
      ))}
    </ol>
  );
}

const movesOf = (path: Step[]): Step[] => path.filter((step, i) => path[i - 1]?.status !== step.status);

const WIDTH = 720;
const ROW = 26;
const LEFT = 92;
const TOP = 12;

/** The same as a picture: rungs upward, steps from left to right; one line for the matter, one colour a family. */
export function LadderChart({ path }: { path: Step[] }) {
  const { now } = useLive();
  const steps = movesOf(path);
  const rungs = LADDER.filter(({ status }) => status !== undefined);
  const y = (index: number): number => TOP + ORDER.indexOf(index) * ROW + ROW / 2;
  const gap = (WIDTH - LEFT - 60) / Math.max(steps.length - 1, 1);
  const points = steps.map((step, i) => ({ step, x: LEFT + 30 + Math.min(gap, 120) * i, y: y(rungOf(step.status)) }));
  const line = points.map(({ x, y: top }, i) => (i === 0 ? `M${x} ${top}` : `H${x} V${top}`)).join(' ');
  const height = TOP + rungs.length * ROW + 30;
  const said = steps.map((step) => `${labelOf(step.status)} on ${day(step.at, now)}`).join(', then ');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture wider than a phone is scrolled with the keyboard
    <section class="chart" aria-label="How it moved" tabIndex={0}>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={`Steps: ${said}`}>
        {rungs.map(({ status, label, family }, index) => (
          <g key={status} class={family}>
            <line class="chart-line" x1={LEFT} x2={WIDTH} y1={y(index)} y2={y(index)} />
            <text class="chart-label" x={LEFT - 10} y={y(index) + 4} text-anchor="end">
              {label}
            </text>
          </g>
        ))}
        <path class="chart-path" d={line} />
        {points.map(({ step, x, y: top }, i) => (
          <g key={`${step.at}${step.status}`} class={familyOf(step.status)}>
            <circle class="chart-dot" cx={x} cy={top} r={i === points.length - 1 ? 7 : 5} />
            <text class="chart-day" x={x} y={height - 8} text-anchor="middle">
              {day(step.at, now)}
            </text>
            {step.side && (
              <text class="chart-side" x={x + 10} y={top - 8}>
                {step.side}
              </text>
            )}
            <title>{`${labelOf(step.status)}, ${absolute(step.at, now)}`}</title>
          </g>
        ))}
      </svg>
    </section>
  );
}
/** From top to bottom: held first, then down the ladder, then what takes it off. */
const ORDER = [7, 6, 5, 4, 3, 2, 1, 0, 8, 9, 10, 11];

/** Where each side stands. */
export function Sides({ story }: { story: Story }) {
  const { now } = useLive();
  if (story.sides.length === 0) return null;
  return (
    <ul class="side-list" aria-label="Where each side stands">
      {story.sides.map(({ party, status, at }) => (
        <li key={party}>
          <span class="side-name">{partyName(party)}</span> <StatusChip status={status} isSmall /> <span class="soft">{day(at, now)}</span>
        </li>
      ))}
    </ul>
  );
}
