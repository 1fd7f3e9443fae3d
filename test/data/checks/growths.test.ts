import { between, growths } from "../../../src/data/checks/growths";
import { altered, found, observation } from "../tables";

const at = (code: string, measure: string, period: string) =>
  observation({ indicator_code: code, measure, time_period: period });

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

test("A growth since January beside that before and that of the month is found, and so is the one before.", () => {
  const all = (period: string, obs_value: string) =>
    found(
      between,
      "observations",
      observation({
        indicator_code: "TOTAL_RETAIL",
        measure: "YOY_GROWTH",
        time_period: period,
        accumulation: "ytd",
      }),
      { obs_value },
    );
  // 8.0 since January before, 8.6 in May, 8.1 since January.
  expect(all("2019-05", "8.1")).toEqual([]);
  for (const wrong of ["9.1", "7.1"]) {
    const [first] = all("2019-05", wrong);
    expect(first).toMatchObject({
      rule: "growths",
      message: expect.stringContaining(`${wrong} % since January`),
    });
  }
  expect(all("2019-04", "9.0")).toMatchObject([{ rule: "growths" }, { rule: "growths" }]);
});
