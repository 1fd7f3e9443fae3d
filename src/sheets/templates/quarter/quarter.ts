import { fail, ok, periodLabel } from "../../../dataset";
import type { Result } from "../../../dataset";
import { fill } from "../../../dataset/wording/text";
import type { Area } from "../../../workbook/a1";
import { cellUnit, numberIn } from "../../layout/amounts";
import type { Placed } from "../../layout/drawings";
import { finished, half, head, panels, periodInName } from "../../layout/frame";
import type { Panel } from "../../layout/frame";
import { stepsOf } from "../../layout/policySteps";
import { SourceList } from "../../layout/request";
import type { Request } from "../../layout/request";
import { heading, last, paragraph, widths } from "../../layout/sections";
import { texts } from "../../layout/texts";
import { tiles } from "../../layout/tiles";
import type { Tile } from "../../layout/tiles";
import { monthsLabel } from "../../layout/words";
import type { Cell, Plan } from "../../plan";
import { PlanBuilder } from "../../PlanBuilder";
import { rowsFor, tilesFor } from "./figures";
import type { Row } from "./figures";
import { growthBars, silkRoadBars } from "./growthBars";
import { notesFor } from "./notes";
import { retailLine } from "./retailLine";
import { table } from "./table";

/** The rows of the charts, and where the two on the right meet. */
const chartRows = 19;
const upperChartRows = 11;

/**
 * "Quarter at a glance": one page with key figures, charts, every indicator, policy steps, sources and notes of a
 * period.
 * @returns `no-growth-in-period` for a period without any figure
 */
export function quarterPlan(request: Request): Result<Plan> {
  const { language, period } = request;
  const rows = rowsFor(request);
  if (rows.length === 0) return fail({ name: "no-growth-in-period", period });
  const { tiles: shown, missing } = tilesFor(request);
  const draft = new PlanBuilder(widths);
  const sources = new SourceList();

  const top = head(draft, fill(texts.title[language], periodLabel(period, language)), request);
  const contents = chartPanels(rows, shown, request);
  // Tiles refer to the table's cells, so the table's row must be known first.
  const tileRows = shown.length > 0 ? 5 : 0;
  const tableRow = top + tileRows + (contents.left || contents.right.length > 0 ? 2 + chartRows + 1 : 0) + 2;
  const rowOf = ({ key }: Tile): number => rows.findIndex(({ indicator }) => indicator.code === key.code);
  let row = tiles(
    draft,
    top,
    fill(texts.keyFiguresNote[language], monthsLabel(period, language)),
    shown,
    (tile, part) => cellOf(tile, part, tableRow + 1 + rowOf(tile), request),
    language,
  );
  const drawings = charts(draft, row, contents, request);
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

/**
 * With formulas, tiles refer to the table's cells: calling our functions from each other costs half a second a link.
 */
function cellOf(tile: Tile, part: "value" | "growth", row: number, { live, language }: Request): Cell {
  if (live) return { cell: [row, part === "growth" ? 4 : 2] };
  return part === tile.key.show
    ? numberIn(tile.figure, cellUnit(tile.figure, language))
    : (tile.growth?.value ?? null);
}

/** The charts: growth on the left; online retail above Silk Road goods on the right. */
interface ChartPanels {
  left: Panel | undefined;
  right: readonly Panel[];
}

/** The charts that the period has figures for. */
function chartPanels(rows: readonly Row[], shown: readonly Tile[], request: Request): ChartPanels {
  const { language } = request;
  const growth = growthBars(rows, shown, request);
  const retail = retailLine(request);
  const silk = silkRoadBars(rows, request);
  const cutNote =
    growth && growth.of > growth.drawn ? fill(texts.growthCut[language], growth.drawn, growth.of) : "";
  return {
    left: growth && {
      heading: texts.growthHeading[language],
      caption: texts.growthSentence[language] + cutNote,
      drawing: growth.drawing,
    },
    right: [
      ...(retail
        ? [
            {
              heading: texts.retailHeading[language],
              caption: fill(retail.sentence[language], retail.unit),
              drawing: retail.drawing,
            },
          ]
        : []),
      ...(silk
        ? [{ heading: texts.silkChart[language], caption: texts.silkSentence[language], drawing: silk }]
        : []),
    ],
  };
}

/** Adds headings and captions of the charts; returns where those are. A chart alone takes the whole width. */
function charts(
  draft: PlanBuilder,
  row: number,
  { left, right }: ChartPanels,
  { language }: Request,
): Placed[] {
  const [above, beneath] = right;
  if (!left || !above) return panels(draft, row, chartRows, [...(left ? [left] : []), ...right]).placed;
  heading(draft, row, left.heading, 0, half - 1);
  heading(draft, row, beneath ? texts.bothHeading[language] : above.heading, half, last);
  // A gap separates the two captions.
  paragraph(draft, row + 1, left.caption, "caption", 0, half - 2);
  paragraph(draft, row + 1, above.caption, "caption", half, last);
  const top = row + 2;
  draft.reach(top + chartRows);
  draft.hold(row, top + chartRows);
  const wide = last - half + 1;
  const placed: (readonly [Panel["drawing"], Area])[] = [
    [left.drawing, [top, 0, chartRows, half]],
    [above.drawing, [top, half, beneath ? upperChartRows : chartRows, wide]],
    ...(beneath
      ? [[beneath.drawing, [top + upperChartRows, half, chartRows - upperChartRows, wide]] as const]
      : []),
  ];
  return placed.flatMap(([drawing, area]) => (drawing ? [[drawing, area] as const] : []));
}
