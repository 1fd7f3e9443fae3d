import { parsePeriod } from "../dataset";
import type { IndicatorCode, Period, Text2 } from "../dataset";
import { periodsOffered, templateName, templates } from "../sheets/templates/templates";
import type { Insertion, SingleKind } from "../workbook/insertion";

/** An insertion to try, by its period. */
export interface InsertionTrial {
  id: string;
  name: Text2;
  make: (period: Period) => Insertion;
  /** Whether on a new sheet, else at a cell of the test's sheet. */
  own: boolean;
  /** The periods to choose from, preferred ones first. */
  periods: readonly Period[];
}

const period = (text: string): Period[] => {
  const read = parsePeriod(text);
  return read.ok && read.value && read.value !== "latest" ? [read.value] : [];
};

/** The periods with most figures. */
const usual: readonly Period[] = ["2025-Q1", "2024", "2024-Q1", "2023", "2022"].flatMap(period);

const choices = {
  indicators: ["DIGITAL_PRODUCTS", "EXPRESS_VOLUME", "ONLINE_RETAIL_PHYSICAL"] as readonly IndicatorCode[],
  measures: ["level", "growth"] as const,
  freq: "ytd" as const,
  charts: true,
};

const singleNames: Readonly<Record<SingleKind, Text2>> = {
  formula: { en: "formulas", zh: "公式" },
  value: { en: "a value", zh: "数值" },
  series: { en: "a series", zh: "序列" },
  table: { en: "a table", zh: "表格" },
  chart: { en: "a chart", zh: "图表" },
  card: { en: "a card", zh: "卡片" },
};

const total: readonly IndicatorCode[] = ["ONLINE_RETAIL_TOTAL"];
const severalIndicators: readonly IndicatorCode[] = [
  "DIGITAL_PRODUCTS",
  "ONLINE_ENTERTAINMENT",
  "INSTORE_DINING",
];

const singles: Readonly<Record<SingleKind, { indicators: readonly IndicatorCode[]; live?: boolean }>> = {
  formula: { indicators: severalIndicators },
  value: { indicators: total },
  series: { indicators: total, live: true },
  table: { indicators: severalIndicators, live: true },
  chart: { indicators: severalIndicators },
  card: { indicators: total },
};

/**
 * Everything that the pane can insert.
 * @param asof the workbook's data date
 */
export function allTried(asof: string | undefined): InsertionTrial[] {
  const summaries = templates.map(({ id }): InsertionTrial => ({
    id,
    name: templateName(id),
    make: (chosen) => ({
      kind: "summary",
      template: id,
      period: chosen,
      live: id !== "services",
      ...(id === "own" ? { own: choices } : {}),
    }),
    own: true,
    periods: [...usual, ...periodsOffered(id, asof)],
  }));
  const others = (Object.keys(singles) as SingleKind[]).map((kind): InsertionTrial => ({
    id: kind,
    name: singleNames[kind],
    make: (chosen) => ({ kind, period: chosen, ...singles[kind] }),
    own: false,
    periods: [...usual, ...periodsOffered("quarter", asof)],
  }));
  return [...summaries, ...others];
}
