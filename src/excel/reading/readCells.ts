import type { ChartCells, SheetCells } from "../../review/comparability/cells";
import { placeKey } from "../../review/comparability/cells";
import { isFormula } from "../../sheets/plan";
import type { Area } from "../../workbook/a1";
import { a1, parseA1 } from "../../workbook/a1";
import { changedCells, chartName, idOf, parseRecord, recordKey } from "./blockRecord";
import type { BlockRecord } from "./blockRecord";
import { can } from "../session/context";
import type { Context } from "../session/context";
import { planFor } from "../inserting/insert";
import { valuesPrint } from "../freezing/frozenItems";
import { settingRecord } from "../session/settings";
import { cut, survey } from "./survey";
import type { SheetSurvey, Survey } from "./survey";
import { frozenIn, trailOf } from "../freezing/frozenRecords";

/** A workbook as far as the check must know it. */
export interface WorkbookCells {
  sheets: readonly SheetCells[];
  /** The active sheet, and what is selected on it. */
  active: SheetCells | undefined;
  selection: readonly Area[];
}

/**
 * Reads what stands in the workbook, in two messages: which sheets and charts there are, then their cells, blocks of ours, what was
 * frozen, and what somebody's charts draw.
 */
export async function readCells(context: Context): Promise<WorkbookCells> {
  const charts = new Map<string, () => ChartCells[]>();
  const withCharts = can("chartSources");
  const seen = await survey(context, ["formulas", "values"], {
    selection: true,
    more: withCharts ? ",items/charts/items/name,items/charts/items/series/items/axisGroup" : "",
    queueMore: (sheet) => void (withCharts && charts.set(sheet.id, queueCharts(sheet))),
  });
  const frozen = frozenFormulas(seen);
  const sheets = seen.sheets.map((sheet) =>
    cellsOf(sheet, charts.get(sheet.id)?.() ?? [], frozen.get(sheet.id) ?? []),
  );
  const active = sheets[seen.sheets.findIndex(({ id }) => id === seen.active)];
  return { sheets, active, selection: seen.selection };
}

/** Asks what charts draw; their names and series are loaded. */
function queueCharts(sheet: Excel.Worksheet): () => ChartCells[] {
  const charts = sheet.charts.items.map(({ name, series }) => ({
    name,
    series: series.items.map((one) => ({
      values: one.getDimensionDataSourceString("Values"),
      secondary: one.axisGroup === "Secondary",
    })),
  }));
  return () =>
    charts.map(({ name, series }) => ({
      name,
      series: series.map(({ values, secondary }) => ({ values: values.value, secondary })),
    }));
}

function cellsOf(
  sheet: SheetSurvey,
  charts: readonly ChartCells[],
  frozen: readonly (readonly [string, string])[],
): SheetCells {
  const { name, area, formulas, values } = sheet;
  const blocks = blocksOf(sheet);
  const own = new Set(
    blocks.flatMap(({ record }) => record.charts.map(({ id }) => chartName(record.id, id))),
  );
  return {
    sheet: name,
    at: [area[0], area[1]],
    formulas,
    values,
    blocks,
    behind: new Map([...blocks.flatMap(formulasBehind), ...frozen]),
    // What a chart of ours draws, and how, was thought about when it was made.
    charts: charts.filter((chart) => !own.has(chart.name)),
  };
}

interface Block {
  record: BlockRecord;
  area: Area;
  changed: ReadonlySet<string>;
}

function blocksOf(sheet: SheetSurvey): Block[] {
  const properties = new Map([...sheet.properties].map(([key, text]) => [key.toLowerCase(), text]));
  return sheet.names.flatMap(({ name, value }) => {
    const id = idOf(name);
    const area = typeof value === "string" ? parseA1(value)?.area : undefined;
    if (id === undefined || !area) return [];
    const text = can("sheetProperties") ? properties.get(recordKey(id).toLowerCase()) : settingRecord(id);
    const record = text === undefined ? undefined : parseRecord(text);
    if (!record) return [];
    const changed = changedCells(record, cut(sheet, sheet.formulas, area, "" as unknown), [area[0], area[1]]);
    const keys = changed.flatMap(({ address }) => {
      const place = parseA1(address)?.area;
      return place ? [placeKey(place[0], place[1])] : [];
    });
    return [{ record, area, changed: new Set(keys) }];
  });
}

/** For a block of values the formulas that the same block has when it is live: it stands in the same cells. */
function formulasBehind({ record, area, changed }: Block): [string, string][] {
  const { insertion, language, rows, columns } = record;
  const live = insertion.kind === "sources" ? undefined : planFor({ ...insertion, live: true }, language);
  if (!live?.ok || live.value.rows !== rows || live.value.columns !== columns) return [];
  return live.value.cells.flatMap(({ at, rows: block }) =>
    block.flatMap((cells, r) =>
      cells.flatMap((cell, c): [string, string][] => {
        const key = placeKey(area[0] + at[0] + r, area[1] + at[1] + c);
        return isFormula(cell) && !changed.has(key) ? [[key, cell.formula]] : [];
      }),
    ),
  );
}

/** What was frozen and is as it was left then, by the sheet where it stands now. */
function frozenFormulas(seen: Survey): Map<string, [string, string][]> {
  const found = new Map<string, [string, string][]>();
  for (const { place, item } of frozenIn(seen, trailOf(seen))) {
    if (!place || valuesPrint(cut(place.sheet, place.sheet.values, place.area, "" as unknown)) !== item.print)
      continue;
    const list = found.get(place.sheet.id) ?? [];
    found.set(place.sheet.id, [...list, [placeKey(place.area[0], place.area[1]), item.formula]]);
  }
  return found;
}

/** The areas as one text: "A1:B2, D4". */
export const areasText = (areas: readonly Area[]): string => areas.map((area) => a1(area)).join(", ");
