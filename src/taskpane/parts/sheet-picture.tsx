import type { JSX } from "preact";
import type { TemplateId } from "../../workbook/insertion";

/** The parts of the drawings that differ, as paths by their style. */
const drawings: Record<TemplateId, Partial<Record<"head" | "ink" | "bars" | "curve", string>>> = {
  quarter: {
    head: "M7 35h58v4H7z",
    ink: "M7 43h58M7 48h58M7 53h58M7 76.5h25M37 76.5h28M7 82h40",
    bars: "M9 76v-6M14 76V66M19 76v-8M24 76V62M29 76V60",
    curve: "m39 74 6-5 6 2 6-7 7-3",
  },
  retail: {
    head: "M7 62h58v4H7z",
    ink: "M7 56.5h58M7 70h58M7 75h58M7 80h58",
    bars: "M10 56V50M16 56V47M22 56V44M28 56V41M46 56V48M52 56V44M58 56V39",
    curve: "m9 38 7 3 6-2 6 5M45 40l7 3 7 2",
  },
  tradein: {
    head: "M7 64h58v4H7z",
    ink: "M7 34.5v24M39 34.5v24M7 72h58M7 77h58M7 82h40",
    bars: "M8 38h22M8 43h17M8 48h12M8 53h8M40 38h24M40 43h15M40 48h11",
  },
  services: {
    head: "M7 68h58v4H7z",
    ink: "M7 48.5h26M39 34.5v14M7 62.5h26M7 77h58M7 82h40",
    bars: "M10 48v-9M16 48V37M22 48v-6M28 48V35M40 38h22M40 43h13M40 48h8M11 62v-5M19 62v-7M27 62v-9",
  },
  own: {
    head: "M7 60h58v4H7z",
    ink: "M7 34.5h58v20H7zM7 69h58M7 74h58M7 79h58",
    curve: "m10 50 10-6 9 3 10-8 9 4 14-6",
  },
};

/** A small decorative drawing of a summary sheet. Hidden from screen readers: the sheet's name is beside it. */
export function SheetPicture({ template }: { template: TemplateId }): JSX.Element {
  const { head, ink, bars, curve } = drawings[template];
  return (
    <svg class="sheet-picture" viewBox="0 0 72 88" width="45" height="55" aria-hidden="true">
      <rect class="paper" x="0.5" y="0.5" width="71" height="87" rx="3" />
      <path class="ink strong" d="M7 9h34" />
      <path class="ink" d="M7 14h20" />
      <path class="tile" d="M7 19h18v11H7zM27 19h18v11H27zM47 19h18v11H47z" />
      <path class="ink accent" d="M10 25h9M30 25h9M50 25h9" />
      {head && <path class="head" d={head} />}
      {ink && <path class="ink" d={ink} />}
      {bars && <path class="ink accent" d={bars} />}
      {curve && <path class="curve" d={curve} />}
    </svg>
  );
}
