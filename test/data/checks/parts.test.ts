import { partsAgree } from "../../../src/data/checks/parts";
import { found, observation } from "../tables";

const at = (code: string, measure: string, period: string) =>
  observation({ indicator_code: code, measure, time_period: period });

test.each([
  ["a share", at("ONLINE_RETAIL_PHYSICAL_SHARE", "SHARE", "2019-08"), { obs_value: "16.4" }],
  ["a part", at("ONLINE_RETAIL_PHYSICAL", "LEVEL", "2019-08"), { obs_value: "57045" }],
])("With %s misread the share is found.", (_, row, cells) => {
  const share = at("ONLINE_RETAIL_PHYSICAL_SHARE", "SHARE", "2019-08");
  expect(found(partsAgree, "observations", row, cells)).toMatchObject([{ row: share, rule: "parts" }]);
});

test("A sum whose part was misread is found.", () => {
  const row = at("ONLINE_RETAIL_SERVICES", "LEVEL", "2026-08");
  const sum = at("ONLINE_RETAIL_GOODS_SERVICES", "LEVEL", "2026-08");
  expect(found(partsAgree, "observations", row, { obs_value: "50751" })).toMatchObject([
    { row: sum, rule: "parts" },
  ]);
});

test("A part that is not there says nothing.", () => {
  const row = at("ONLINE_RETAIL_SERVICES", "LEVEL", "2026-08");
  expect(found(partsAgree, "observations", row, { time_period: "2026-09" })).toEqual([]);
});
