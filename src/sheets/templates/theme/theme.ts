import { dateLabel, endMonth, fail, ok, periodLabel, sourceOf, themes } from "../../../dataset";
import type { Figure, Result, Text2 } from "../../../dataset";
import { fill } from "../../../dataset/wording/text";
import { cellUnit, sheetUnit } from "../../layout/amounts";
import { Cells, columnFormat } from "../../layout/cells";
import type { Placed } from "../../layout/drawings";
import { finished, head, panels, periodInName } from "../../layout/frame";
import { breakNotes, commonNotes, valuesNote } from "../../layout/notes";
import { stepsOf } from "../../layout/policySteps";
import { SourceList } from "../../layout/request";
import type { Request } from "../../layout/request";
import { heading, widths } from "../../layout/sections";
import { nativeTable, periodColumn } from "../../layout/table";
import type { Column } from "../../layout/table";
import { texts as common } from "../../layout/texts";
import { mostTiles, tiles } from "../../layout/tiles";
import type { Tile } from "../../layout/tiles";
import { monthsLabel, precision, shortPeriod } from "../../layout/words";
import type { Cell, Plan, StyleName } from "../../plan";
import { PlanBuilder } from "../../PlanBuilder";
import { latestOf, nearestOf } from "./latest";
import type { Latest } from "./latest";
import type { ThemePage } from "./pages";
import { texts } from "./texts";

const chartRows = 11;

/**
 * The page of a theme: the latest figures up to a period, each with its own period, charts, and policy steps.
 * @returns `no-growth-in-period` with the nearest period if the theme has no figure
 */
export function themePlan(page: ThemePage, request: Request): Result<Plan> {
  const { language, live, period } = request;
  const rows = latestOf(page.themes, request);
  const near = nearestOf(page.themes, request);
  if (rows.length === 0)
    return fail({ name: "no-growth-in-period", period, ...(near ? { nearest: near } : {}) });
  const draft = new PlanBuilder(widths);
  const sources = new SourceList();
  const cells = new Cells(live);
  const label = monthsLabel(period, language);
  const end = dateLabel(endMonth(period), language);
  const ofPeriod = rows.filter((latest) => latest.period === period).length;
  let row = head(
    draft,
    fill(texts.titled[language], page.name[language], label),
    request,
    ofPeriod < rows.length ? fill(texts.noteUserTable[language], label, ofPeriod, rows.length) : undefined,
  );
  const shown = tilesOf(page, rows, request);
  row = tiles(
    draft,
    row,
    fill(common.keyFiguresNote[language], label),
    shown,
    (tile) => cells.of(tile.figure, cellUnit(tile.figure, language)),
    language,
  );
  const placed: Placed[] = [];
  for (const strip of page.panels(request)) {
    const placedStrip = panels(draft, row, chartRows, strip);
    placed.push(...placedStrip.placed);
    row = placedStrip.row;
  }

  heading(draft, row, fill(texts.tableHeading[language], end));
  draft.height(row + 1, 6);
  row = table(draft, row + 2, rows, cells, sources, request) + 1;

  return ok(
    finished(
      draft,
      row,
      {
        name: {
          en: fill(common.headed.en, page.name.en, periodLabel(period, "en")),
          zh: fill(common.headed.zh, page.name.zh, periodLabel(period, "zh")),
        },
        sheetName: fill(texts.sheet[language], page.sheet[language], periodInName(request)),
        events: stepsOf(request, page.themes),
        eventsHeading: texts.events[language],
        sources,
        notes: notesOf(rows, shown, cells, request),
        drawings: placed,
        values: cells.values,
      },
      request,
    ),
  );
}

/** The page's notes, most important first. */
function notesOf(
  rows: readonly Latest[],
  shown: readonly Tile[],
  cells: Cells,
  { period, language }: Request,
): string[] {
  const figures = rows.flatMap(({ value, growth }) =>
    [value, growth].filter((figure): figure is Figure => figure !== undefined),
  );
  const keys = shown.map(({ figure }) => figure);
  return [
    ...commonNotes(figures, keys, period, language),
    texts.noteSample[language],
    ...breakNotes(figures, "2020", language),
    ...valuesNote(cells.values, language),
    common.noteGaps[language],
    common.noteTitles[language],
  ];
}

/** At most six tiles, all of the page's period. */
function tilesOf({ keys }: ThemePage, rows: readonly Latest[], { period, language }: Request): Tile[] {
  return keys
    .flatMap((key): Tile[] => {
      const row = rows.find(({ indicator }) => indicator.code === key.code);
      const figure = row?.[key.show];
      if (!figure || figure.period !== period) return [];
      return [{ key, figure, when: shortPeriod(figure.period, language, figure.indicator.nature) }];
    })
    .slice(0, mostTiles);
}

/** Adds the table of the theme's indicators; returns the row below. */
function table(
  draft: PlanBuilder,
  row: number,
  rows: readonly Latest[],
  cells: Cells,
  sources: SourceList,
  { language }: Request,
): number {
  const pairs = rows.map(
    ({ value, growth }) => [cells.of(value, cellUnit(value, language)), cells.of(growth)] as const,
  );
  const text = (head: Text2, of: (one: Latest) => Cell, align?: StyleName): Column => ({
    head: head[language],
    cells: rows.map(of),
    ...(align ? { align } : {}),
  });
  const number = (head: Text2, part: "value" | "growth"): Column => ({
    head: head[language],
    cells: pairs.map(([value, growth]) => (part === "value" ? value : growth)),
    formats: rows.map((latest) => columnFormat(latest[part], latest[part], language)),
    align: "right",
  });
  const theme = new Map(themes.map(({ code, label }) => [code, label[language]]));
  const published = ({ value, growth }: Latest): string => {
    const source = (growth ?? value)?.observation.source;
    return source ? dateLabel(sourceOf(source).published, language) : "";
  };
  const periods = periodColumn(
    common.headPeriod[language],
    rows.map(({ period }) => period),
    language,
    (index) => rows[index]?.indicator.nature,
  );
  const unit = text(common.headUnit, ({ value }) => (value ? sheetUnit(value, language) : null), "inset");
  // If only growth is published, other columns take the level's place.
  const middle = rows.some(({ value }) => value)
    ? [periods, number(common.headValue, "value"), unit, number(common.headGrowth, "growth")]
    : [
        text(common.headTheme, ({ indicator }) => theme.get(indicator.theme) ?? ""),
        periods,
        number(common.headGrowth, "growth"),
        text(common.headReleased, published, "inset"),
      ];
  return nativeTable(draft, row, "figures", [
    text(common.headIndicator, ({ indicator }) => indicator.label[language]),
    ...middle,
    text(common.headQualifier, ({ value, growth }) => precision([value, growth], language), "inset"),
    text(common.headSource, ({ value, growth }) => sources.cell([value, growth]), "centre"),
  ]);
}
