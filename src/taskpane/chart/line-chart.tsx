import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { LinePlan, Point } from "./line";
import { linear } from "./scale";

interface LineChartProps<P extends string> {
  plan: LinePlan<P>;
  /** The chart's description for screen readers. */
  title: string;
  /** The label of the slider through the points. */
  pointsLabel: string;
  /** The period of the marked point; undefined for none. */
  selected: P | undefined;
  /** Describes a point with period, value and unit. */
  describe: (point: Point<P>) => string;
  /** Writes a value of the axis, without unit. */
  axisText: (value: number) => string;
  breakText: (at: number) => string;
  onSelect: (period: P) => void;
}

const height = 168;
const top = 10;
const bottom = 22;
const right = 10;

/** The current width of an element. */
function useWidth(initial: number): [number, { current: HTMLDivElement | null }] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(initial);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.max(200, element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [width, ref];
}

/** A line chart with axes. It is also a slider: pointer, arrow keys, Home and End choose a published period. */
export function LineChart<P extends string>(props: LineChartProps<P>): JSX.Element {
  const [width, ref] = useWidth(300);
  const { plan } = props;
  const labels = plan.yTicks.map(props.axisText);
  const left = 8 + Math.max(...labels.map((label) => textWidth(label)));
  const first = plan.points[0];
  const last = plan.points.at(-1);
  const x = linear([first?.at ?? 0, last?.at ?? 0], [left + 6, width - right]);
  const y = linear([plan.yTicks[0] ?? 0, plan.yTicks.at(-1) ?? 1], [height - bottom, top]);
  const drawing = { plan, x, y, left };
  const index = plan.points.findIndex((point) => point.period === props.selected);
  const chosen = plan.points[index];

  const choose = (to: number) => {
    const point = plan.points[Math.max(0, Math.min(plan.points.length - 1, to))];
    if (point && point !== chosen) props.onSelect(point.period);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepOf(event.key, index, plan.points.length);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };
  const onClick = (event: MouseEvent) => {
    const box = ref.current?.getBoundingClientRect();
    if (!box) return;
    const at = event.clientX - box.left;
    const distances = plan.points.map((point) => Math.abs(x(point.at) - at));
    choose(distances.indexOf(Math.min(...distances)));
  };

  return (
    <div
      class="line-chart"
      ref={ref}
      tabIndex={0}
      role="slider"
      aria-label={`${props.title}. ${props.pointsLabel}`}
      aria-valuemin={1}
      aria-valuemax={plan.points.length}
      aria-valuenow={index + 1 || plan.points.length}
      aria-valuetext={chosen ? props.describe(chosen) : props.title}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <svg width={width} height={height} aria-hidden="true">
        <Axes {...drawing} labels={labels} width={width} />
        {plan.breaks.map((at) => (
          <line class="break" key={at} x1={x(at)} x2={x(at)} y1={top} y2={height - bottom}>
            <title>{props.breakText(at)}</title>
          </line>
        ))}
        {chosen && <line class="cursor" x1={x(chosen.at)} x2={x(chosen.at)} y1={top} y2={height - bottom} />}
        <Lines {...drawing} />
        <Points {...drawing} chosen={chosen} describe={props.describe} />
      </svg>
    </div>
  );
}

/**
 * The point, from 0, to which a key of a slider goes; undefined for other keys.
 * @param index the chosen point; -1 for none, which counts as behind the last
 */
function stepOf(key: string, index: number, count: number): number | undefined {
  const current = index < 0 ? count : index;
  const steps: Record<string, number> = {
    ArrowLeft: current - 1,
    ArrowDown: current - 1,
    ArrowRight: current + 1,
    ArrowUp: current + 1,
    Home: 0,
    End: count - 1,
  };
  return steps[key];
}

/** A plan with its scales in pixels. */
interface Drawing<P extends string> {
  plan: LinePlan<P>;
  x: (at: number) => number;
  y: (value: number) => number;
  /** The left edge of the grid, right of the labels. */
  left: number;
}

/** The grid lines with their values, and the labels of time. */
function Axes<P extends string>({
  plan,
  x,
  y,
  left,
  labels,
  width,
}: Drawing<P> & { labels: readonly string[]; width: number }): JSX.Element {
  return (
    <>
      {plan.yTicks.map((tick, at) => (
        <g key={tick}>
          <line class={tick === 0 ? "zero" : "grid"} x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
          <text class="axis" x={left - 6} y={y(tick) + 4} text-anchor="end">
            {labels[at]}
          </text>
        </g>
      ))}
      {plan.xTicks.map((tick) => (
        <text
          class="axis"
          key={tick.label}
          x={clamp(x(tick.at), left + halfWidth(tick.label) - 6, width - halfWidth(tick.label))}
          y={height - 5}
          text-anchor="middle"
        >
          {tick.label}
        </text>
      ))}
    </>
  );
}

/** The lines between points. A point between two breaks has a dot and no line. */
function Lines<P extends string>({ plan, x, y }: Drawing<P>): JSX.Element {
  return (
    <>
      {plan.lines
        .filter((line) => line.length > 1)
        .map((line) => (
          <polyline
            class="line"
            key={line[0]?.period}
            points={line.map((point) => `${x(point.at).toFixed(1)},${y(point.value).toFixed(1)}`).join(" ")}
          />
        ))}
    </>
  );
}

/** A dot for each figure, the chosen one larger. */
function Points<P extends string>({
  plan,
  x,
  y,
  chosen,
  describe,
}: Drawing<P> & { chosen: Point<P> | undefined; describe: (point: Point<P>) => string }): JSX.Element {
  return (
    <>
      {plan.points.map((point) => (
        <circle
          key={point.period}
          class={point === chosen ? "point chosen" : point.provisional ? "point provisional" : "point"}
          cx={x(point.at)}
          cy={y(point.value)}
          r={point === chosen ? 4.5 : plan.points.length > 24 ? 1.75 : 2.5}
        >
          <title>{describe(point)}</title>
        </circle>
      ))}
    </>
  );
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** The approximate width of a label in pixels: at most 7.2 for a character, 12 for a Chinese one. */
const textWidth = (label: string) => [...label].reduce((sum, sign) => sum + (sign > "\u2e80" ? 12 : 7.2), 0);
const halfWidth = (label: string) => textWidth(label) / 2;
