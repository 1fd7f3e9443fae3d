import { referencesResolve } from "../../../src/data/checks/references";
import { found } from "../tables";

test.each([
  ["observations", { indicator_code: "DIGITAL_PRODUCT" }],
  ["observations", { source_id: "nowhere" }],
  ["indicators", { theme: "onlineretail" }],
  ["breaks", { indicator_code: "TOTAL" }],
  ["breaks", { successor: "TOTAL" }],
  ["breaks", { source_id: "nowhere" }],
  ["events", { theme: "policy" }],
  ["events", { source_id: "nowhere" }],
] as const)("In %s an id that leads nowhere is found: %j", (file, cells) => {
  const [finding, ...more] = found(referencesResolve, file, 2, cells);
  expect(finding).toMatchObject({ file: `${file}.csv`, row: 2, rule: "references" });
  expect(finding?.message).toContain(Object.values(cells)[0]);
  expect(more).toEqual([]);
});

test("A break without a successor is right.", () => {
  expect(found(referencesResolve, "breaks", 2, { successor: "" })).toEqual([]);
});
