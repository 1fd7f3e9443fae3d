import { dataset, dateLabel, fail, ok, periodLabel } from "../../dataset";
import type { Result } from "../../dataset";
import { Draft } from "../draft";
import type { Cell, Plan } from "../plan";
import { draw, growthBars, retailLine, silkRoadBars } from "./charts";
import type { Drawing } from "./charts";
import { rowsFor, SourceList, tilesFor } from "./figures";
import type { Request, Row, Tile } from "./figures";
import { notesFor } from "./notes";
import { heading, last, monthsLabel, paragraph, policy, sourceRows, table, tiles, widths } from "./sections";
import { fill, texts } from "./texts";

/** Rows that the charts take, and where the two on the right part. */
const chartRows = 22;
const upper = 13;
/** The charts' left half ends before this column. */
const half = 3;

/**
 * "Quarter at a glance": one page with the key figures, charts, every indicator, policy steps, sources and notes of a
 * period.
 *
 * @returns `no-growth-in-period` for a period without any figure
 */
export function quarterPlan(request: Request): Result<Plan> {
  const { language, period, live } = request;
  const rows = rowsFor(request);
  if (rows.length === 0) return fail({ name: "no-growth-in-period", period });
  const { tiles: shown, missing } = tilesFor(rows, request);
  const draft = new Draft(widths);
  const label = periodLabel(period, language);
  const sources = new SourceList();

  head(draft, label, request);
  let row = 3;
  const tableRow = row + 4 + 1 + 2 + chartRows + 3;
  tiles(draft, row, shown, (tile, part) => cellOf(tile, part, tableRow, live), request);
  row += 4;
  draft.height(row, 8);
  row += 1;
  const drawings = charts(draft, row, rows, shown, request);
  row = tableRow - 2;
  heading(draft, row, fill(texts.tableHeading[language], monthsLabel(period, language)));
  draft.height(row + 1, 6);
  row = table(draft, tableRow, rows, sources, request) + 1;

  heading(draft, row, texts.eventsHeading[language]);
  row = policy(draft, row + 1, sources, request) + 1;
  // Numbers are given where sources are named, so the list comes last.
  heading(draft, row, texts.sourcesHeading[language]);
  row = sourceRows(draft, row + 1, sources, request) + 1;
  heading(draft, row, texts.notesHeading[language]);
  draft.height(row + 1, 6);
  row += 2;
  for (const note of notesFor(rows, shown, missing, request)) {
    paragraph(draft, row, note, "note");
    row += 1;
  }
  const printed = row;
  row += 1;
  heading(draft, row, texts.dataHeading[language]);
  row += 1;
  for (const [drawing, area] of drawings) row = draw(draft, drawing, area, [row, 0]) + 1;

  return ok(
    draft.plan({
      name: {
        en: fill(texts.name.en, periodLabel(period, "en")),
        zh: fill(texts.name.zh, periodLabel(period, "zh")),
      },
      sheetName: fill(texts.sheet[language], period),
      frozenRows: 2,
      block: true,
      print: {
        orientation: "portrait",
        area: [0, 0, printed, last + 1],
        titleRows: [0, 2],
        footer: fill(texts.footer[language], dataset.version),
      },
    }),
  );
}

function head(draft: Draft, label: string, { language, live, asof }: Request): void {
  const known = dateLabel(asof ?? dataset.released, language);
  const edition = fill(
    texts.edition[language],
    known,
    dataset.version,
    texts[live ? "live" : "frozen"][language],
  );
  draft.put(0, 0, [[fill(texts.title[language], label)]], "title");
  draft.put(1, 0, [[edition]], "edition");
  draft.height(0, 32);
  draft.height(1, 18);
  draft.height(2, 8);
}

/** Live tiles show the table's cell: a chain of formulas of ours would cost half a second a link. */
function cellOf(tile: Tile, part: "value" | "growth", tableRow: number, live: boolean): Cell {
  if (live) return { cell: [tableRow + 1 + tile.row, part === "growth" ? 4 : 2] };
  return part === tile.key.show ? tile.figure.value : (tile.growth?.value ?? null);
}

/** Headings and sentences above the charts; what is to be drawn, and where. */
function charts(
  draft: Draft,
  row: number,
  rows: readonly Row[],
  shown: readonly Tile[],
  request: Request,
): [Drawing, readonly [number, number, number, number]][] {
  const { language } = request;
  const growth = growthBars(rows, shown, request);
  const retail = retailLine(request);
  const silk = silkRoadBars(rows, request);
  heading(draft, row, texts.growthHeading[language], 0, half - 1);
  heading(draft, row, texts[silk ? "bothHeading" : "retailHeading"][language], half, last);
  const cut =
    growth && growth.of > growth.drawn ? fill(texts.growthCut[language], growth.drawn, growth.of) : "";
  const left = growth ? texts.growthSentence[language] + cut : texts.growthNone[language];
  const right = [
    retail ? fill(texts.retailSentence[language], retail.unit) : texts.retailNone[language],
    ...(silk ? [] : [texts.silkNone[language]]),
  ].join(language === "zh" ? "" : " ");
  paragraph(draft, row + 1, left, "caption", 0, half - 1);
  paragraph(draft, row + 1, right, "caption", half, last);
  draft.height(row + 1, 42);
  const top = row + 2;
  draft.reach(top + chartRows);
  const drawings: [Drawing, readonly [number, number, number, number]][] = [];
  if (growth) drawings.push([growth.drawing, [top, 0, chartRows, half]]);
  const wide = last - half + 1;
  if (retail) drawings.push([retail.drawing, [top, half, silk ? upper : chartRows, wide]]);
  if (silk) {
    drawings.push([
      silk,
      retail ? [top + upper, half, chartRows - upper, wide] : [top, half, chartRows, wide],
    ]);
  }
  return drawings;
}
