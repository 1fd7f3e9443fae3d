import { monthIndex, planLine } from "../../../src/taskpane/chart/line";

const point = (year: number, month: number, value: number) => ({
  period: `${year}-${month}`,
  at: monthIndex(year, month),
  value,
  provisional: false,
});
const names = (lines: { period: string }[][]) => lines.map((line) => line.map(({ period }) => period));

describe("the plan of a line chart", () => {
  test("joins all points of a series without breaks.", () => {
    const plan = planLine([point(2022, 12, 1), point(2023, 12, 2), point(2024, 12, 3)]);
    expect(names(plan.lines)).toEqual([["2022-12", "2023-12", "2024-12"]]);
    expect(plan.xTicks.map(({ label }) => label)).toEqual(["2022", "2023", "2024"]);
    expect(plan.yTicks).toEqual([0, 1, 2, 3]);
  });

  test("never draws a line across a break, and marks the break between the two months.", () => {
    const after = monthIndex(2014, 12);
    const plan = planLine([point(2013, 12, 1), point(2014, 12, 2), point(2015, 12, 4)], { breaks: [after] });
    expect(names(plan.lines)).toEqual([["2013-12", "2014-12"], ["2015-12"]]);
    expect(plan.breaks).toEqual([after + 0.5]);
  });

  test("joins no points between which something was left out.", () => {
    const points = [point(2025, 2, 1), point(2025, 3, 2), point(2025, 11, 3)];
    const plan = planLine(points, { isNext: (before, { at }) => at - before.at === 1 });
    expect(names(plan.lines)).toEqual([["2025-2", "2025-3"], ["2025-11"]]);
  });

  test("leaves out a break after which there is no point.", () => {
    const plan = planLine([point(2024, 12, 1), point(2025, 12, 2)], { breaks: [monthIndex(2025, 12)] });
    expect(plan.breaks).toEqual([]);
    expect(plan.lines).toHaveLength(1);
  });

  test("begins a line of its own each year where values add up from January.", () => {
    const points = [point(2024, 11, 10), point(2024, 12, 11), point(2025, 2, 2), point(2025, 3, 3)];
    expect(names(planLine(points, { restartsEachYear: true }).lines)).toEqual([
      ["2024-11", "2024-12"],
      ["2025-2", "2025-3"],
    ]);
    expect(planLine(points).lines).toHaveLength(1);
  });

  test("labels as many years as there is room for, the newest always.", () => {
    const points = Array.from({ length: 12 }, (_, index) => point(2014 + index, 12, index));
    expect(planLine(points).xTicks.map(({ label }) => label)).toEqual(["2016", "2019", "2022", "2025"]);
  });

  test("puts a year's label in the middle of the months that are shown.", () => {
    const plan = planLine([point(2025, 2, 1), point(2025, 6, 1), point(2025, 11, 1)]);
    expect(plan.xTicks).toEqual([{ at: (monthIndex(2025, 2) + monthIndex(2025, 11)) / 2, label: "2025" }]);
  });
});
