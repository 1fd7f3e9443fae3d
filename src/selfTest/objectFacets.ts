import { a1, can, chartName, marker, parseA1, recordIn, recordKey, tableName, tableStyle } from "../excel";
import type { PlanChart } from "../sheets/plan";
import type { Area } from "../workbook/a1";
import type { Difference } from "../workbook/selfTest";
import type { PlacedPlan } from "./cellFacets";
import { compared, comparedLength, difference, localAddress } from "./differences";
import type { Facet } from "./readFacets";

/** A plan and the block that was made of it. */
export interface PlacedBlock extends PlacedPlan {
  id: string;
}

/** Tables: their names, places and styles. */
export function tablesFacet({ plan, sheet: name, at, id }: PlacedBlock): Facet {
  return {
    what: "table",
    ask(workbook) {
      const { tables } = workbook.worksheets.getItem(name);
      tables.load("items/name,items/style,items/showFilterButton,items/showBandedRows");
      return () => ({
        what: "table",
        ask() {
          const pairs = plan.tables.map((planned) => {
            const found = tables.items.find((table) => table.name === tableName(id, planned.id));
            const range = found?.getRange();
            range?.load("address");
            return { planned, found, range };
          });
          return () =>
            pairs.flatMap(({ planned, found, range }): Difference[] => {
              const where = `table ${planned.id}`;
              if (!found || !range) return [difference("table", where, "there", "gone")];
              return [
                ...compared("table", where, a1(planned.area, at), localAddress(range.address)),
                ...compared("table", where, tableStyle, found.style),
                ...compared("table", where, `filter ${planned.filter}`, `filter ${found.showFilterButton}`),
                ...compared("table", where, "bands false", `bands ${found.showBandedRows}`),
              ];
            });
        },
      });
    },
  };
}

const chartTypes: Readonly<Record<PlanChart["type"], string>> = {
  bar: "BarClustered",
  column: "ColumnClustered",
  line: "Line",
  "column-line": "ColumnClustered",
};

/** Charts: type, title, place, series and their data. */
export function chartsFacet({ plan, sheet: name, at, id }: PlacedBlock): Facet {
  return {
    what: "chart",
    ask(workbook) {
      const sheet = workbook.worksheets.getItem(name);
      sheet.charts.load("items/name");
      return () => ({
        what: "chart",
        ask() {
          const pairs = plan.charts.map((planned) => {
            const found = sheet.charts.items.find((chart) => chart.name === chartName(id, planned.id));
            if (!found) return { planned };
            found.load("chartType,left,top,width,height");
            found.title.load("text,visible");
            found.legend.load("visible");
            found.series.load("items/name");
            const place = sheet.getRange(a1(planned.area, at));
            place.load("left,top,width,height");
            return { planned, found, place };
          });
          return () => {
            const differences = pairs.flatMap(({ planned, found, place }): Difference[] =>
              found && place
                ? compareChart(planned, found, place)
                : [difference("chart", `chart ${planned.id}`, "there", "gone")],
            );
            const series = pairs.flatMap(({ planned, found }) => (found ? [{ planned, found }] : []));
            return can("chartSources") && series.length > 0
              ? sourcesFacet(series, at, differences)
              : differences;
          };
        },
      });
    },
  };
}

/** Compares a chart with its plan: kind, title, legend, place and number of series. */
function compareChart(planned: PlanChart, chart: Excel.Chart, place: Excel.Range): Difference[] {
  const where = `chart ${planned.id}`;
  // Some hosts give no type for a chart with two kinds of series.
  const type = planned.type === "column-line" ? chart.chartType : chartTypes[planned.type];
  return [
    ...compared("chart", where, type, chart.chartType),
    ...compared("chart", where, planned.title, chart.title.visible ? chart.title.text : ""),
    ...compared("chart", where, `legend ${planned.legend}`, `legend ${chart.legend.visible}`),
    ...comparedLength("chart", `${where} left`, place.left, chart.left),
    ...comparedLength("chart", `${where} top`, place.top, chart.top),
    ...comparedLength("chart", `${where} width`, place.width, chart.width),
    ...comparedLength("chart", `${where} height`, place.height, chart.height),
    ...compared("chart series", where, planned.series.length, chart.series.items.length),
  ];
}

/** The data of the charts' series. */
function sourcesFacet(
  charts: readonly { planned: PlanChart; found: Excel.Chart }[],
  at: PlacedPlan["at"],
  differences: readonly Difference[],
): Facet {
  return {
    what: "chart source",
    ask() {
      const questions = charts.flatMap(({ planned, found }) =>
        planned.series.slice(0, found.series.items.length).map((series, index) => ({
          where: `chart ${planned.id}, series ${index + 1}`,
          wanted: a1(series.values, at),
          source: found.series.items[index]?.getDimensionDataSourceString("Values"),
        })),
      );
      return () => [
        ...differences,
        ...questions.flatMap(({ where, wanted, source }) =>
          compared("chart source", where, wanted, localAddress(String(source?.value ?? ""))),
        ),
      ];
    },
  };
}

/** The marker and the record of a block. The record is read where sheets have properties. */
export function markerFacet({ plan, sheet: name, at, id }: PlacedBlock): Facet {
  return {
    what: "name",
    ask(workbook) {
      const sheet = workbook.worksheets.getItem(name);
      sheet.names.load("items/name,items/value,items/visible");
      if (can("sheetProperties")) sheet.customProperties.load("items/key,items/value");
      return () => {
        const markerName = sheet.names.items.find(
          (definedName) =>
            definedName.name.slice(definedName.name.lastIndexOf("!") + 1).toLowerCase() ===
            marker(id).toLowerCase(),
        );
        const area: Area = [0, 0, plan.rows, plan.columns];
        const stands = parseA1(String(markerName?.value ?? ""))?.area;
        return [
          ...(markerName
            ? compared(
                "name",
                "the block's name",
                a1(area, at),
                stands ? a1(stands) : String(markerName.value),
              )
            : [difference("name", "the block's name", "there", "gone")]),
          ...(markerName
            ? compared("name", "the block's name", "hidden", markerName.visible ? "seen" : "hidden")
            : []),
          ...compareRecord(
            id,
            new Map(
              can("sheetProperties")
                ? sheet.customProperties.items.map(({ key, value }) => [key.toLowerCase(), value])
                : [],
            ),
          ),
        ];
      };
    },
  };
}

/** A difference unless a sheet's property holds the whole record of a block. */
function compareRecord(id: string, properties: ReadonlyMap<string, string>): Difference[] {
  return recordIn(properties, id)?.id === id
    ? []
    : [
        difference(
          "record",
          "the block's record",
          "whole",
          properties.has(recordKey(id).toLowerCase()) ? "cut" : "gone",
        ),
      ];
}
