import type { Period } from "../../src/dataset";
import type { Insertion, SingleKind, TemplateId } from "../../src/workbook/insertion";

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

/** One insertion of each single kind; several indicators where that makes another plan. */
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

/** A table of two indicators. */
export const tableOfTwo: Single = {
  kind: "table",
  indicators: ["DIGITAL_PRODUCTS", "ONLINE_ENTERTAINMENT"],
  period: Q1,
};

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
