import { growths } from "../../../src/data/checks/growths";
import { altered, found, rowWhere } from "../tables";

const at = (code: string, measure: string, period: string) =>
  rowWhere(
    "observations",
    (cells) => cells.indicator_code === code && cells.measure === measure && cells.time_period === period,
  );

test("A growth far from what the levels give, with nothing recorded, is found.", () => {
  const row = at("ONLINE_RETAIL_PHYSICAL", "YOY_GROWTH", "2022");
  const findings = found(growths, "observations", row, { note: "" });
  expect(findings).toMatchObject([{ file: "observations.csv", row, rule: "growths" }]);
  expect(findings[0]?.message).toBe("The levels give 10.7 %, the growth is 6.2 %.");
});

test("A level misread in its second digit is found at the growth.", () => {
  const level = at("TOTAL_RETAIL", "LEVEL", "2017");
  const growth = at("TOTAL_RETAIL", "YOY_GROWTH", "2017");
  expect(found(growths, "observations", level, { obs_value: "386262" })).toMatchObject([{ row: growth }]);
});

test("Over a break nothing is compared.", () => {
  const row = at("ONLINE_RETAIL_PHYSICAL", "YOY_GROWTH", "2022");
  const code = "ONLINE_RETAIL_PHYSICAL";
  const broken = altered("breaks", (rows) =>
    rows.map((one, place) =>
      place > 0 ? one : { ...one, cells: { ...one.cells, indicator_code: code, break_after: "2021-12" } },
    ),
  );
  const observations = {
    ...broken.observations,
    rows: broken.observations.rows.map((one) =>
      one.row === row ? { ...one, cells: { ...one.cells, note: "" } } : one,
    ),
  };
  expect(growths({ ...broken, observations })).toEqual([]);
});
