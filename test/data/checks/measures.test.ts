import { measures } from "../../../src/data/checks/measures";
import { found, rowWhere } from "../tables";

test("A second measure beside growth is found.", () => {
  const row = rowWhere(
    "observations",
    (cells) =>
      cells.indicator_code === "TOTAL_RETAIL" && cells.time_period === "2025-12" && cells.measure === "LEVEL",
  );
  expect(found(measures, "observations", row, { measure: "SHARE" })).toMatchObject([
    { row, rule: "measures" },
  ]);
});
