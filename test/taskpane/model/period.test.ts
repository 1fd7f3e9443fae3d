import { parsePeriod, type Period } from "../../../src/dataset";
import { shortPeriod } from "../../../src/taskpane/model/period";

const period = (text: string): Period => {
  const read = parsePeriod(text);
  if (!read.ok || read.value === undefined || read.value === "latest")
    throw new Error(`${text} is no period`);
  return read.value;
};

describe("a period in few signs", () => {
  test.each([
    ["2025", "2025", "2025年"],
    ["2025-Q3", "Q3 2025", "2025年三季度"],
    ["2026-H1", "H1 2026", "2026年上半年"],
    ["2026-H2", "H2 2026", "2026年下半年"],
    ["2026-08", "Aug 2026", "2026年8月"],
    ["2026-08 YTD", "Jan–Aug 2026", "2026年1—8月"],
  ])("%p", (text, english, chinese) => {
    expect(shortPeriod(period(text), "en")).toBe(english);
    expect(shortPeriod(period(text), "zh")).toBe(chinese);
  });

  test("says of a stock at which month's end it stands.", () => {
    expect(shortPeriod(period("2025"), "en", "stock")).toBe("end Dec 2025");
    expect(shortPeriod(period("2025"), "zh", "stock")).toBe("2025年12月末");
  });
});
