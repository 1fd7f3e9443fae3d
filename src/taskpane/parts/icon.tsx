import type { JSX } from "preact";

/** Line icons on a grid of 20 by 20, one path each, drawn for this pane; strokes of 1.25 as in Office. */
const paths = {
  back: "M8.5 4.5 3 10l5.5 5.5M3.5 10H17",
  search: "M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5L17 17",
  close: "m5 5 10 10M15 5 5 15",
  formula:
    "M11.5 3.5h-1A2.5 2.5 0 0 0 8 6L6.6 14a2.5 2.5 0 0 1-2.5 2.5h-.6M5 8.5h5.5M12 10.5l5 6M17 10.5l-5 6",
  value: "M5 6.5 8 4.5v11M5.5 15.5h5M12.5 7.2a2.2 2.2 0 1 1 4 1.3c-.6 1-4 4-4 4h4.2",
  series: "M5 3.5v13M3 5h4M3 10h4M3 15h4M10 5h7M10 10h7M10 15h7",
  table: "M3.5 4.5h13v11h-13zM3.5 8.5h13M3.5 12h13M8 4.5v11",
  chart: "M3.5 3.5v13h13M6 13l3.5-4 2.5 2.2L16.5 6",
  sheet: "M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 9.5h5.5M7.5 12h5.5M7.5 14.5h3",
  copy: "M7 6.5h9.5v10.5H7zM13 6.5V3.5H3.5V14H7",
  open: "M8.5 4H4v12h12v-4.5M11.5 3.5h5v5M16.5 3.5 9.5 10.5",
  goto: "M3.5 10h10M9.5 6l4 4-4 4M16.5 4v12",
  update: "M16 8A6.5 6.5 0 0 0 4.5 6.5M4 3.5v3.5h3.5M4 12a6.5 6.5 0 0 0 11.5 1.5M16 16.5V13h-3.5",
  remove: "M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.8 11h7.400l.8-11M8.5 8.5v5M11.5 8.5v5",
  done: "m4 10.5 4 4 8-9",
  warning: "M10 3 2.5 16.5h15zM10 8v4M10 14v.5",
  info: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-8v4.5M10 6.5v.5",
  pin: "m12 3 5 5-3 1-3 3-.5 3.5L5.5 10.5 9 10l3-3zM8 12.5 3.5 16.5",
  up: "m4.5 12.5 5.5-5.5 5.5 5.5",
  next: "m7.5 4.5 5.5 5.5-5.5 5.5",
} as const;

export type IconName = keyof typeof paths;

/** An icon that screen readers ignore: its control has words. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
