import { fail, ok, periodLabel } from "../../../dataset";
import type { Result } from "../../../dataset";
import { PlanBuilder } from "../../PlanBuilder";
import type { Placed } from "../../layout/drawings";
import { finished, half, head, periodInName } from "../../layout/frame";
import { SourceList } from "../../layout/request";
import type { Request } from "../../layout/request";
import { heading, last, monthsLabel, paragraph, stepsOf, widths } from "../../layout/sections";
import { texts } from "../../layout/texts";
import { fill } from "../../../dataset/wording/text";
import { tiles } from "../../layout/tiles";
import type { Tile } from "../../layout/tiles";
import type { Cell, Plan } from "../../plan";
import { growthBars, retailLine, silkRoadBars } from "./charts";
import { rowsFor, tilesFor } from "./figures";
import type { Row } from "./figures";
import { notesFor } from "./notes";
import { table } from "./table";

/** Rows that the charts take, and where the two on the right part. */
const chartRows = 19;
const upper = 11;

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
  const { tiles: shown, missing } = tilesFor(request);
  const draft = new PlanBuilder(widths);
  const sources = new SourceList();

  head(draft, fill(texts.title[language], periodLabel(period, language)), request);
  let row = 3;
  const tableRow = row + 4 + 1 + 2 + chartRows + 3;
  const rowOf = ({ key }: Tile): number => rows.findIndex(({ indicator }) => indicator.code === key.code);
  tiles(
    draft,
    row,
    fill(texts.keyFiguresNote[language], monthsLabel(period, language)),
    shown,
    (tile, part) => cellOf(tile, part, tableRow + 1 + rowOf(tile), live),
    language,
  );
  row += 4;
  draft.height(row, 8);
  row += 1;
  const drawings = charts(draft, row, rows, shown, request);
  row = tableRow - 2;
  heading(draft, row, fill(texts.tableHeading[language], monthsLabel(period, language)));
  draft.height(row + 1, 6);
  row = table(draft, tableRow, rows, sources, request) + 1;

  const plan = finished(
    draft,
    row,
    {
      name: {
        en: fill(texts.name.en, periodLabel(period, "en")),
        zh: fill(texts.name.zh, periodLabel(period, "zh")),
      },
      sheetName: fill(texts.sheet[language], periodInName(request)),
      events: stepsOf(request),
      sources,
      notes: notesFor(rows, shown, missing, request),
      drawings,
    },
    request,
  );
  return ok(plan);
}

/** Live tiles show the table's cell: a chain of formulas of ours would cost half a second a link. */
function cellOf(tile: Tile, part: "value" | "growth", row: number, live: boolean): Cell {
  if (live) return { cell: [row, part === "growth" ? 4 : 2] };
  return part === tile.key.show ? tile.figure.value : (tile.growth?.value ?? null);
}

/** Headings and sentences above the charts; what is to be drawn, and where. */
function charts(
  draft: PlanBuilder,
  row: number,
  rows: readonly Row[],
  shown: readonly Tile[],
  request: Request,
): Placed[] {
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
    retail ? fill(retail.sentence[language], retail.unit) : texts.retailNone[language],
    ...(silk ? [] : [texts.silkNone[language]]),
  ].join(language === "zh" ? "" : " ");
  // It ends before the other begins, so that the two are told apart.
  paragraph(draft, row + 1, left, "caption", 0, half - 2);
  paragraph(draft, row + 1, right, "caption", half, last);
  draft.height(row + 1, 42);
  const top = row + 2;
  draft.reach(top + chartRows);
  draft.hold(row, top + chartRows);
  const drawings: Placed[] = [];
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
