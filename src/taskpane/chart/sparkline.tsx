import type { JSX } from "preact";
import { linear } from "./scale";

/** A sparkline with the latest figure as a dot; nothing for fewer than three figures. */
export function Sparkline({ values }: { values: readonly number[] }): JSX.Element | null {
  if (values.length < 3) return null;
  const x = linear([0, values.length - 1], [2, 60]);
  const y = linear([Math.min(...values), Math.max(...values)], [18, 4]);
  const spots = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`);
  const [endX, endY] = (spots.at(-1) ?? "").split(",");
  return (
    <svg class="sparkline" viewBox="0 0 64 22" width="64" height="22" aria-hidden="true">
      <polyline points={spots.join(" ")} />
      <circle cx={endX} cy={endY} r="2" />
    </svg>
  );
}
