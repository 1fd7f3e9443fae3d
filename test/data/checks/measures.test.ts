import { measures } from "../../../src/data/checks/measures";
import { found, observation } from "../tables";

test("A second measure beside growth is found.", () => {
  const row = observation({ indicator_code: "TOTAL_RETAIL", time_period: "2025-12", measure: "LEVEL" });
  expect(found(measures, "observations", row, { measure: "SHARE" })).toMatchObject([
    { row, rule: "measures" },
  ]);
});
