import { breaks } from "../../../src/data/checks/breaks";
import { found, rowWhere } from "../tables";

const ended = rowWhere("breaks", ({ successor }) => successor !== "");

test.each(["2025", "2025-Q4", "2025-13", "2025-12-31", ""])("A break after %j is found.", (break_after) => {
  expect(found(breaks, "breaks", ended, { break_after })).toMatchObject([{ row: ended, rule: "breaks" }]);
});

test("A series that succeeds itself is found.", () => {
  expect(found(breaks, "breaks", ended, { successor: "ONLINE_RETAIL_TOTAL" })).toMatchObject([
    { row: ended },
  ]);
});

test("A figure after the end of a succeeded series is found at the figure.", () => {
  const row = rowWhere("observations", (cells) => cells.indicator_code === "ONLINE_RETAIL_TOTAL");
  expect(found(breaks, "observations", row, { time_period: "2026-02" })).toMatchObject([
    { file: "observations.csv", row, rule: "breaks" },
  ]);
});
