import type { ChartCells, SheetCells } from "../../review/comparability/cells";
import { placeKey } from "../../review/comparability/cells";
import type { TableCells } from "../../review/comparability/structured";
import { isFormula } from "../../sheets/plan";
import type { Area } from "../../workbook/a1";
import { a1, areaOf, parseA1 } from "../../workbook/a1";
import { valuesPrint } from "../freezing/frozenItems";
import { frozenIn, recordsOf } from "../freezing/frozenRecords";
import { adaptPlan } from "../inserting/adaptPlan";
import type { BatchObjects } from "../session/batchObjects";
import { can } from "../session/capabilities";
import type { Context } from "../session/context";
import { chartName, idOf } from "./blockRecord";
import type { BlockRecord } from "./blockRecord";
import { changedCells } from "./changedCells";
import { recordIn } from "./keptRecord";
import { questions } from "./questions";
import { cut, readSheets } from "./readSheets";
import type { SheetSurvey, Survey } from "./readSheets";

/** What the checks need to know of a workbook. */
export interface WorkbookCells {
  sheets: readonly SheetCells[];
  /** The active sheet, and what is selected on it. */
  active: SheetCells | undefined;
  selection: readonly Area[];
}

/**
 * Reads the workbook in two messages: the sheets, then their cells, blocks and frozen formulas. Charts of the user's
 * need two more; formulas with names of tables, one more for the tables' places.
 */
export async function readCells(context: Context): Promise<WorkbookCells> {
  const survey = await readSheets(context, ["formulas", "values"], { selection: true });
  const charts = can("chartSources") ? await readCharts(context, survey) : new Map<string, ChartCells[]>();
  const tables = await readTables(context, survey);
  const frozen = frozenFormulas(survey);
  const sheets = survey.sheets.map((sheet) => ({
    ...cellsOf(sheet, charts.get(sheet.id) ?? [], frozen.get(sheet.id) ?? []),
    tables: tables.get(sheet.id) ?? [],
  }));
  const active = sheets[survey.sheets.findIndex(({ id }) => id === survey.active)];
  return { sheets, active, selection: survey.selection };
}

/** Whether the series of a chart type are ranges. Excel refuses those of waterfalls, sunbursts and histograms. */
const drawsSeries = (type: string): boolean =>
  ["Bar", "Column", "Line", "Area", "XYScatter"].some((kind) => type.startsWith(kind)) &&
  !type.includes("Of");

/** A chart of the user's. */
interface UserChart {
  sheet: string;
  name: string;
}

/** Reads which cells the user's charts draw. A chart whose data Excel refuses to tell is skipped. */
async function readCharts(context: Context, survey: Survey): Promise<Map<string, ChartCells[]>> {
  const userCharts = survey.sheets.flatMap((sheet) => {
    const blockCharts = new Set(
      blocksOf(sheet).flatMap(({ record }) => record.charts.map(({ id }) => chartName(record.id, id))),
    );
    return sheet.charts.filter((name) => !blockCharts.has(name)).map((name) => ({ sheet: sheet.id, name }));
  });
  const charts = new Map<string, ChartCells[]>();
  if (userCharts.length === 0) return charts;
  const ask = questions();
  const about = ({ sheet, name }: UserChart) => `chart ${sheet} ${name}`;
  const chartIn = (objects: BatchObjects, chart: UserChart) =>
    objects.once(about(chart), () => objects.sheet(chart.sheet).charts.getItem(chart.name));
  const types = userCharts.map((userChart) =>
    ask.may(`Chart.chartType of ${about(userChart)}`, "", (objects) => {
      const chart = chartIn(objects, userChart);
      chart.load("chartType");
      return () => String(chart.chartType);
    }),
  );
  await ask.answer(context);
  const withSeries = userCharts.filter((_, index) => drawsSeries(types[index]?.() ?? ""));
  if (withSeries.length === 0) return charts;
  const series = withSeries.map((chart) =>
    ask.may<readonly boolean[]>(`Chart.series of ${about(chart)}`, [], (objects) => {
      const seriesOfChart = chartIn(objects, chart).series;
      seriesOfChart.load("items/axisGroup");
      return () => seriesOfChart.items.map(({ axisGroup }) => axisGroup === "Secondary");
    }),
  );
  await ask.answer(context);
  const sources = withSeries.map((chart, index) =>
    ask.may<ChartCells["series"]>(
      `ChartSeries.getDimensionDataSourceString of ${about(chart)}`,
      [],
      (objects) => {
        const secondary = series[index]?.() ?? [];
        const values = secondary.map((_, number) =>
          chartIn(objects, chart).series.getItemAt(number).getDimensionDataSourceString("Values"),
        );
        return () =>
          values.map(({ value }, number) => ({ values: value, secondary: secondary[number] === true }));
      },
    ),
  );
  await ask.answer(context);
  withSeries.forEach(({ sheet, name }, index) => {
    charts.set(sheet, [...(charts.get(sheet) ?? []), { name, series: sources[index]?.() ?? [] }]);
  });
  return charts;
}

/** The places of the tables; read only if a formula may name one, because it has a bracket. */
async function readTables(context: Context, survey: Survey): Promise<Map<string, TableCells[]>> {
  const named = survey.sheets.some(({ formulas }) =>
    formulas.some((row) => row.some((formula) => typeof formula === "string" && /^=.*[[]/.test(formula))),
  );
  const tablesNamed = named
    ? survey.sheets.flatMap(({ id, tables }) => tables.map((name) => ({ id, name })))
    : [];
  const bySheet = new Map<string, TableCells[]>();
  if (tablesNamed.length === 0) return bySheet;
  const ask = questions();
  const answers = tablesNamed.map(({ id, name }) =>
    ask.may<TableCells | undefined>(`Table.getRange of ${name}`, undefined, (objects) => {
      const table = objects.once(`table ${id} ${name}`, () => objects.sheet(id).tables.getItem(name));
      table.load("showHeaders,showTotals");
      table.columns.load("items/name");
      const range = objects.once(`cells of table ${id} ${name}`, () => table.getRange());
      range.load("address");
      return () => {
        const area = parseA1(range.address)?.area;
        const columns = table.columns.items.map((column) => column.name);
        return area && { name, area, columns, headed: table.showHeaders, totals: table.showTotals };
      };
    }),
  );
  await ask.answer(context);
  tablesNamed.forEach(({ id }, index) => {
    const table = answers[index]?.();
    if (table) bySheet.set(id, [...(bySheet.get(id) ?? []), table]);
  });
  return bySheet;
}

/** The cells of a sheet for the comparability check, with the formulas behind its values. */
function cellsOf(
  sheet: SheetSurvey,
  charts: readonly ChartCells[],
  frozen: readonly (readonly [string, string])[],
): SheetCells {
  const { name, area, formulas, values } = sheet;
  const blocks = blocksOf(sheet);
  return {
    sheet: name,
    at: [area[0], area[1]],
    formulas,
    values,
    blocks,
    behind: new Map([...blocks.flatMap(formulasBehind), ...frozen]),
    // Only the user's charts are checked.
    charts,
  };
}

interface Block {
  record: BlockRecord;
  area: Area;
  changed: ReadonlySet<string>;
}

/** The blocks of a sheet, with the cells in them that somebody changed. */
function blocksOf(sheet: SheetSurvey): Block[] {
  return sheet.names.flatMap(({ name, value }) => {
    const id = idOf(name);
    const area = areaOf(value);
    const record = id === undefined ? undefined : recordIn(sheet.properties, id);
    if (!area || !record) return [];
    const changed = changedCells(record, cut(sheet, "formulas", area), [area[0], area[1]]);
    const keys = changed.flatMap(({ address }) => {
      const place = parseA1(address)?.area;
      return place ? [placeKey(place[0], place[1])] : [];
    });
    return [{ record, area, changed: new Set(keys) }];
  });
}

/** The formulas behind a block of values: those of the same block made with formulas. */
function formulasBehind({ record, area, changed }: Block): [string, string][] {
  const { insertion, language, rows, columns } = record;
  const live = insertion.kind === "sources" ? undefined : adaptPlan({ ...insertion, live: true }, language);
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

/** The frozen values that are unchanged, by their sheet. */
function frozenFormulas(survey: Survey): Map<string, [string, string][]> {
  const formulas = new Map<string, [string, string][]>();
  for (const { place, item } of frozenIn(survey, recordsOf(survey))) {
    if (!place || valuesPrint(cut(place.sheet, "values", place.area)) !== item.print) continue;
    const list = formulas.get(place.sheet.id) ?? [];
    formulas.set(place.sheet.id, [...list, [placeKey(place.area[0], place.area[1]), item.formula]]);
  }
  return formulas;
}

/** The areas as one text: "A1:B2, D4". */
export const areasText = (areas: readonly Area[]): string => areas.map((area) => a1(area)).join(", ");
