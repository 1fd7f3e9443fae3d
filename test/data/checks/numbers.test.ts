import { numbers } from "../../../src/data/checks/numbers";
import { found } from "../tables";

test.each(["36,242", "3.6 trillion", "7.4%", "+7.4", "07.4", ".5", "5.", "1e3", "−0.6", "", " 7", "n/a"])(
  "A value written %j is found.",
  (obs_value) => {
    expect(found(numbers, "observations", 9, { obs_value })).toMatchObject([
      { file: "observations.csv", row: 9, rule: "numbers" },
    ]);
  },
);

test.each(["36242", "3.60", "-0.6", "0.59", "0", "7833.1"])("A value printed %j is right.", (obs_value) => {
  expect(found(numbers, "observations", 9, { obs_value })).toEqual([]);
});
