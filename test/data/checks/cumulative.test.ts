import { adding, rising } from "../../../src/data/checks/cumulative";
import { found, observation, rowWhere } from "../tables";

const retail = (period: string, accumulation: string) =>
  observation({ indicator_code: "TOTAL_RETAIL", measure: "LEVEL", time_period: period, accumulation });

test("A month taken for a sum is found: the level falls.", () => {
  const row = retail("2025-08", "ytd");
  expect(found(rising, "observations", row, { obs_value: "39668" })).toMatchObject([
    { file: "observations.csv", row, rule: "cumulative" },
  ]);
});

test("A wrong power of ten is found at the level after it.", () => {
  const row = retail("2025-04", "ytd");
  const [finding] = found(rising, "observations", row, { unit_mult: "9" });
  expect(finding?.message).toContain("of 2025-05 is less than 161845 of 2025-04");
});

test("A stock may fall.", () => {
  const row = rowWhere(
    "observations",
    ({ indicator_code, time_period }) => indicator_code === "ONLINE_SHOPPERS" && time_period === "2020-12",
  );
  expect(found(rising, "observations", row, { obs_value: "1.00" })).toEqual([]);
});

test("A month that does not lead from one sum to the next is found.", () => {
  const row = retail("2025-08", "period");
  expect(found(adding, "observations", row, { obs_value: "39658" })).toMatchObject([
    { row, rule: "cumulative" },
  ]);
});

test("What rounding leaves open is right.", () => {
  expect(found(adding, "observations", retail("2025-08", "period"), { obs_value: "39667" })).toEqual([]);
});

test("A sum that says more than, or nearly, is no measure.", () => {
  const row = retail("2025-08", "ytd");
  const cells = { obs_value: "320000", qualifier: "at_least" };
  expect(found(adding, "observations", row, cells)).toEqual([]);
});
