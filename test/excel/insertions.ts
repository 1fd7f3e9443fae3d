import type { IndicatorCode, Period } from "../../src/dataset";
import type { Insertion, Place, SingleKind, TemplateId } from "../../src/workbook/insertion";

/** Every template and every single insertion, for tests that must hold for each. */
const Q1 = "2025-Q1" as Period;

type Summary = Insertion & { kind: "summary" };
type Single = Insertion & { kind: SingleKind };

/** One insertion of each template. */
export const summaries: Readonly<Record<TemplateId, Summary>> = {
  quarter: { kind: "summary", template: "quarter", period: Q1, live: true },
  retail: { kind: "summary", template: "retail", period: Q1, live: true },
  tradein: { kind: "summary", template: "tradein", period: Q1, live: true },
  services: { kind: "summary", template: "services", period: Q1, live: true },
  own: {
    kind: "summary",
    template: "own",
    period: Q1,
    live: true,
    own: {
      indicators: ["DIGITAL_PRODUCTS", "EXPRESS_VOLUME", "ONLINE_RETAIL_PHYSICAL"],
      measures: ["level", "growth"],
      freq: "ytd",
      charts: true,
    },
  },
};

/** One insertion of each single kind, and one of several indicators where the plan differs. */
export const singles = {
  formula: { kind: "formula", indicators: ["DIGITAL_PRODUCTS"], period: Q1 },
  formulas: { kind: "formula", indicators: ["DIGITAL_PRODUCTS", "ONLINE_ENTERTAINMENT"], period: Q1 },
  value: { kind: "value", indicators: ["ONLINE_RETAIL_TOTAL"], period: Q1 },
  series: { kind: "series", indicators: ["ONLINE_RETAIL_TOTAL"], period: Q1, live: true },
  "series as values": { kind: "series", indicators: ["ONLINE_RETAIL_TOTAL"], period: Q1, live: false },
  "table of one": { kind: "table", indicators: ["ONLINE_RETAIL_TOTAL"], period: Q1 },
  "table of several": {
    kind: "table",
    indicators: ["DIGITAL_PRODUCTS", "ONLINE_ENTERTAINMENT", "INSTORE_DINING", "EXPRESS_VOLUME"],
    period: Q1,
    live: true,
  },
  "chart of one": { kind: "chart", indicators: ["ONLINE_RETAIL_TOTAL"], period: Q1 },
  "chart of several": {
    kind: "chart",
    indicators: ["DIGITAL_PRODUCTS", "ONLINE_ENTERTAINMENT", "INSTORE_DINING"],
    period: Q1,
  },
  card: { kind: "card", indicators: ["ONLINE_RETAIL_TOTAL"], period: Q1 },
} as const satisfies Record<string, Single>;

/** A table of some indicators, as values of the first quarter of 2025 unless it is said otherwise. */
export const tableOf = (
  indicators: readonly IndicatorCode[],
  period = "2025-Q1",
  more: Partial<Single> = {},
): Single => ({ kind: "table", indicators, period: period as Period, ...more });

export const tableOfTwo = tableOf(["DIGITAL_PRODUCTS", "ONLINE_ENTERTAINMENT"]);

/** A chart with few cells beside it. */
export const expressChart: Single = { kind: "chart", indicators: ["EXPRESS_VOLUME"], period: Q1 };

/** An insertion for another period. */
export const inPeriod = <Some extends Insertion>(insertion: Some, period: string): Some => ({
  ...insertion,
  period: period as Period,
});

/** "Quarter at a glance" of a period, as values. */
export const quarterOf = (period: string): Summary => ({
  ...summaries.quarter,
  period: period as Period,
  live: false,
});

/** All of them by name. */
export const insertions: readonly (readonly [name: string, Insertion])[] = [
  ...Object.entries(summaries),
  ...Object.entries(singles),
];

export const newSheet: Place = { kind: "new-sheet" };
export const at = (address: string, sheet = "Sheet1"): Place => ({ kind: "at", sheet, address });
/** The place of a block, by its handle. */
export const over = (block: string): Place => ({ kind: "block", block });
