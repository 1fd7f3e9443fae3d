import { addends, spikes } from "../../../src/data/checks/neighbours";
import { found, observation, tables } from "../tables";

const growth = (code: string, period: string, accumulation: string) =>
  observation({ indicator_code: code, measure: "YOY_GROWTH", time_period: period, accumulation });

test("A whole grows between its slowest and its fastest addend, and no growth since January leaps out and back.", () => {
  expect(addends(tables)).toEqual([]);
  expect(spikes(tables)).toEqual([]);
});

test("A whole whose digits were swapped is found, and so is an addend that leaves it outside.", () => {
  // Physical goods 12.0 % in 2021; food 17.8, clothing 8.3, goods for use 12.5.
  const row = growth("ONLINE_RETAIL_PHYSICAL", "2021", "period");
  expect(found(addends, "observations", row, { obs_value: "21.0" })).toMatchObject([
    {
      file: "observations.csv",
      row,
      rule: "neighbours",
      message: "21.0 % is not between the growths of what it adds up: 17.8 %, 8.3 %, 12.5 %.",
    },
  ]);
  expect(found(addends, "observations", row, { obs_value: "8.0" })).toHaveLength(1);
  expect(found(addends, "observations", row, { obs_value: "8.2" })).toEqual([]);
});

test("A growth that leaps out between the months beside it is found.", () => {
  const row = growth("ONLINE_RETAIL_TOTAL", "2022-08", "ytd");
  expect(found(spikes, "observations", row, { obs_value: "36" })).toMatchObject([
    { file: "observations.csv", row, rule: "neighbours" },
  ]);
  expect(found(spikes, "observations", row, { obs_value: "5.9" })).toEqual([]);
});
