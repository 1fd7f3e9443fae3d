import { units } from "../../../src/data/checks/units";
import { found, rowWhere } from "../tables";

const level = rowWhere(
  "observations",
  (cells) => cells.indicator_code === "TOTAL_RETAIL" && cells.measure === "LEVEL",
);
const growth = rowWhere("observations", ({ measure }) => measure === "YOY_GROWTH");

test.each([
  [level, { unit_measure: "PT" }],
  [level, { unit_measure: "USD" }],
  [level, { unit_mult: "2" }],
  [level, { unit_mult: "" }],
  [growth, { unit_measure: "CNY" }],
  [growth, { unit_mult: "-2" }],
])("Row %d with %j is found.", (row, cells) => {
  expect(found(units, "observations", row, cells)).toMatchObject([{ row, rule: "units" }]);
});

test("An indicator's level in two units is found.", () => {
  const findings = found(units, "observations", level, { unit_measure: "PERSONS" });
  expect(findings.length).toBeGreaterThan(0);
  expect(findings[0]?.message).toContain(`in row ${level}`);
});
