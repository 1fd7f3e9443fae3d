import {
  official,
  row as tableRow,
  series,
  type Figure,
  type Period,
  type Result,
  type Store,
} from "../../../src/dataset";
import { rowOf, physical, storeOf, why } from "./madeRows";

const at = (text: string) => text as Period;
const ytd = (text: string) => rowOf(text, { accumulation: "ytd", freq: "M" });

describe("An index", () => {
  const index = (store: Store) => series({ indicator: physical, measure: "index", freq: "ytd" }, store);
  const two = [ytd("2024-03 level 100000"), ytd("2024-09 level 300000"), ytd("2025-03 level 105000")];

  test("needs no link within the first point's year, and later all links of its own months.", () => {
    const rows = [...two, ytd("2025-03 growth 5.0"), ytd("2025-09 level 303000"), ytd("2025-09 growth 5.0")];
    const answer = index(storeOf(...rows));
    const points = answer.ok ? answer.value.points : [];
    expect(points.map(({ figure, reason }) => figure?.value ?? reason?.name)).toEqual([
      100,
      300,
      expect.closeTo(105, 10),
      "two-bases",
    ]);
  });

  test("names the level of its own months that is missing in a year between.", () => {
    const answer = index(storeOf(...two, ytd("2025-06 level 150000")));
    const last = answer.ok ? answer.value.points.at(-1) : undefined;
    expect(last).toMatchObject({ period: "2025-H1", reason: { name: "part-missing", part: "2024-H1" } });
  });
});

describe("Levels on one basis", () => {
  const store = storeOf(
    "2023 level 100000",
    "2024 level 125000",
    "2023 growth 5.0",
    "2024 growth 10.0",
    "2025 growth 20.0",
  );
  const values = (answers: Result<Figure>[]) =>
    answers.map((answer) => (answer.ok ? answer.value.value : answer.reason.name));

  test("rest on the latest year with a level of the whole year, and go back and on by published growth.", () => {
    const answer = series({ indicator: physical, measure: "chained", freq: "annual" }, store);
    expect(answer).toMatchObject({ ok: true, value: { year: 2024 } });
    const points = answer.ok ? answer.value.points.map(({ period, figure }) => [period, figure?.value]) : [];
    expect(points).toEqual([
      ["2023", expect.closeTo(125000e8 / 1.1, 0)],
      ["2024", 125000e8],
      ["2025", expect.closeTo(125000e8 * 1.2, 0)],
    ]);
  });

  test("need no level of their own, are marked derived, and carry what marks their parts.", () => {
    const answer = tableRow(physical, [at("2022"), at("2025"), at("2021")], "chained", undefined, store);
    expect(values(answer)).toEqual([
      expect.closeTo(125000e8 / 1.1 / 1.05, 0),
      expect.closeTo(125000e8 * 1.2, 0),
      "growth-missing",
    ]);
    expect(answer[0]).toMatchObject({ value: { derived: true, provisional: false, qualifier: "exact" } });
    const rows = ["2024 level 125000", rowOf("2025 growth 20.0", { status: "P", qualifier: "approx" })];
    const [last] = tableRow(physical, [at("2025")], "chained", undefined, storeOf(...rows));
    expect(last).toMatchObject({ value: { provisional: true, qualifier: "approx" } });
  });

  test("name the growth that is missing, or the break between.", () => {
    const [answer] = tableRow(physical, [at("2021")], "chained", undefined, store);
    expect(answer).toMatchObject({ reason: { name: "growth-missing", part: "2022" } });
    const total = official.indicator("ONLINE_RETAIL_TOTAL");
    expect(values(tableRow(total, [at("2014"), at("2025")], "chained"))).toEqual([
      "break-between",
      expect.any(Number),
    ]);
  });

  test("without a level of a whole year rest on the latest year that has one for the months asked.", () => {
    const answer = tableRow(
      physical,
      [at("2024-Q1")],
      "chained",
      undefined,
      storeOf(ytd("2025-03 level 110000"), ytd("2025-03 growth 10.0")),
    );
    expect(values(answer)).toEqual([expect.closeTo(100000e8, 0)]);
  });

  test("are of flows only.", () => {
    const stock = official.indicators.find(({ nature }) => nature === "stock") ?? physical;
    expect(values(tableRow(stock, [at("2024")], "chained"))).toEqual(["not-chained"]);
    expect(why(series({ indicator: stock, measure: "chained" }))).toBe("not-chained");
  });
});
