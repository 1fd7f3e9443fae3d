import type { JSX } from "preact";

/** A small drawing of the summary sheet: title, key figures, table, charts. Decoration only. */
export function SheetPicture(): JSX.Element {
  return (
    <svg class="sheet-picture" viewBox="0 0 72 88" width="72" height="88" aria-hidden="true">
      <rect class="paper" x="0.5" y="0.5" width="71" height="87" rx="3" />
      <path class="ink strong" d="M7 9h34" />
      <path class="ink" d="M7 14h20" />
      <path class="tile" d="M7 19h18v11H7zM27 19h18v11H27zM47 19h18v11H47z" />
      <path class="ink accent" d="M10 25h9M30 25h9M50 25h9" />
      <path class="head" d="M7 35h58v4H7z" />
      <path class="ink" d="M7 43h58M7 48h58M7 53h58" />
      <path class="ink accent" d="M9 76v-6M14 76V66M19 76v-8M24 76V62M29 76V60" />
      <path class="curve" d="m39 74 6-5 6 2 6-7 7-3" />
      <path class="ink" d="M7 76.5h25M37 76.5h28M7 82h40" />
    </svg>
  );
}
