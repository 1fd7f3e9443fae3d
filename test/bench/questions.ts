import { cagr, indicatorOf, indicators, observationsOf, themes, type Observation } from "../../src/dataset";
import type { FunctionId } from "../../src/functions/implementations/all";

type Arguments = readonly unknown[];

const all = indicators.flatMap(({ code, aliases, label }) =>
  observationsOf(code).map((row, index) => ({
    row,
    name: [aliases[0], label.zh, code, label.en][index % 4] ?? code,
  })),
);
const growth = all.filter(({ row }) => row.measure === "YOY_GROWTH");
const levels = all.filter(({ row }) => row.measure === "LEVEL" || row.measure === "COUNT");
const asked = ({ row, name }: { row: Observation; name: string }): Arguments => [name, row.period];

/** Years with a level, of indicators with two or more. */
const spans = indicators.flatMap(({ code, aliases }) => {
  const years = observationsOf(code).filter((row) => row.measure === "LEVEL" && row.period.length === 4);
  // The two latest: between earlier ones a definition may have changed.
  const [from, to] = years.map((row) => row.period).slice(-2);
  // Levels of two bases make no growth.
  return from !== undefined && to !== undefined && from !== to && cagr(indicatorOf(code), from, to).ok
    ? [[aliases[0], from, to] as Arguments]
    : [];
});
/** Themes with growth in the first quarter of 2025. */
const ranked = themes
  .map(({ code }) => code)
  .filter((theme) =>
    growth.some(({ row }) => row.period === "2025-Q1" && indicatorOf(row.indicator).theme === theme),
  );
const quarters = ["2024-Q1", "2024-H1", "2024", "2025-Q1"];
const words = ["retail", "physical", "digital", "dining", "phones", "furniture", "tourism", "cross border"];

/** Calls of each function as they stand in sheets: figures that exist, names in both languages, codes and labels. */
export const questions: Readonly<Record<FunctionId, readonly Arguments[]>> = {
  GROWTH: growth.map(asked),
  VALUE: levels.map(asked),
  // An indicator whose figures all begin in another month than January has no period to ask for.
  SERIES: indicators.filter(({ code }) => observationsOf(code).length > 0).map(({ aliases }) => [aliases[0]]),
  TABLE: [0, 4].map((from) => [
    indicators.slice(from, from + 8).map(({ aliases }) => [aliases[0]]),
    [quarters],
  ]),
  RANK: [null, ...ranked].map((theme) => [theme, "2025-Q1", 10]),
  CAGR: spans,
  FIND: words.map((text) => [text]),
  INFO: growth.map(({ row, name }) => [name, "url", row.period]),
  CITE: growth.map(asked),
  CHECK: growth.map(({ row, name }, index) => [name, row.period, Number(row.obsValue) / 100 + (index % 2)]),
  EVENTS: [null, "online_retail", "silk_road"].map((theme) => [theme, 5]),
  CARD: growth.map(asked),
  VERSION: [[]],
};
