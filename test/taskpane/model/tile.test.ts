import { indicatorOf, type IndicatorCode, type Period } from "../../../src/dataset";
import { messages } from "../../../src/taskpane/messages";
import { figureOf } from "../../../src/taskpane/model/figures";
import { tileNote } from "../../../src/taskpane/model/tile";

const note = (
  code: IndicatorCode,
  measure: "level" | "growth" | "share",
  period: Period | "latest",
  language: "en" | "zh" = "en",
) => {
  const asked = { indicator: indicatorOf(code), asof: undefined };
  const main = figureOf(asked, measure, period)!;
  const growth = figureOf(asked, "growth", main.period);
  return tileNote(main, growth, period === "latest", messages(language), language);
};
const first = "2025-Q1" as Period;

test("A key figure of the heading's period says what it is, and no period twice.", () => {
  expect(note("DIGITAL_PRODUCTS", "growth", first)).toBe("on a year earlier");
  expect(note("ONLINE_RETAIL_TOTAL", "level", first)).toBe("+7.9% y/y");
  expect(note("ONLINE_RETAIL_PHYSICAL_SHARE", "share", first)).toBe("Q1 2025");
});

test("The latest of each says its period too: one is of a year, the next of eleven months.", () => {
  expect(note("DIGITAL_PRODUCTS", "growth", "latest")).toBe("on a year earlier · Jan–Nov 2025");
  expect(note("ONLINE_RETAIL_TOTAL", "level", "latest")).toBe("+8.6% y/y · 2025");
  expect(note("DIGITAL_PRODUCTS", "growth", "latest", "zh")).toBe("同比 · 2025年1—11月");
});
