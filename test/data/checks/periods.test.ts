import { periods } from "../../../src/data/checks/periods";
import { found, rowWhere, tables } from "../tables";

test.each([
  { freq: "A", time_period: "2025-12" },
  { freq: "Q", time_period: "2025-Q5" },
  { freq: "Q", time_period: "2025-03" },
  { freq: "M", time_period: "2025-13" },
  { freq: "M", time_period: "2025-3" },
  { freq: "A", time_period: "1989" },
  { freq: "A", time_period: "25" },
  { freq: "A", time_period: "2025", accumulation: "ytd" },
  { freq: "M", time_period: "2025-04/2025-05", accumulation: "ytd" },
  { freq: "M", time_period: "2025-05", accumulation: "since" },
  { freq: "M", time_period: "2025-05/2025-04", accumulation: "since" },
  { freq: "M", time_period: "2025-04/2025-13", accumulation: "since" },
  { freq: "Q", time_period: "2025-04/2025-06", accumulation: "since" },
])("The period %j is found.", (cells) => {
  expect(found(periods, "observations", 2, cells)).toMatchObject([{ row: 2, rule: "periods" }]);
});

test.each([
  { freq: "A", time_period: "2025", accumulation: "period" },
  { freq: "Q", time_period: "2025-Q2", accumulation: "ytd" },
  { freq: "M", time_period: "2025-12", accumulation: "period" },
  { freq: "M", time_period: "2025-04/2025-05", accumulation: "since" },
])("The period %j is right.", (cells) => {
  expect(found(periods, "observations", 2, cells)).toEqual([]);
});

test("What is counted since April by its indicator's basis is no sum since January.", () => {
  const row = rowWhere("observations", ({ accumulation }) => accumulation === "since");
  const sum = { time_period: "2025-05", accumulation: "ytd" };
  expect(found(periods, "observations", row, sum)).toMatchObject([{ row, rule: "periods" }]);
  expect(periods(tables)).toEqual([]);
});
