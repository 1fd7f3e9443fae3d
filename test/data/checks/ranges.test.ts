import { ranges } from "../../../src/data/checks/ranges";
import { found } from "../tables";

test.each([
  ["LEVEL", "-5"],
  ["COUNT", "-1"],
  ["SHARE", "261"],
  ["SHARE", "-3"],
  ["YOY_GROWTH", "-119"],
])("A %s of %s is found.", (measure, obs_value) => {
  expect(found(ranges, "observations", 4, { measure, obs_value })).toMatchObject([
    { row: 4, rule: "ranges" },
  ]);
});

test.each([
  ["YOY_GROWTH", "136.6"],
  ["YOY_GROWTH", "-100"],
  ["SHARE", "100"],
  ["CONTRIBUTION", "-250"],
])("A %s of %s can be.", (measure, obs_value) => {
  expect(found(ranges, "observations", 4, { measure, obs_value })).toEqual([]);
});
