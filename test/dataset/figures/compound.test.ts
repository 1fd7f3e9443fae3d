import { cagr, official, type Period, type Store } from "../../../src/dataset";
import { physical, said, storeOf, why } from "./madeRows";

const at = (text: string) => text as Period;

describe("Compound growth of levels", () => {
  const levels = ["2022 level 100000", "2023 level 110000", "2024 level 121000"];

  test("needs a level in every year between; the one that is missing is named.", () => {
    expect(cagr(physical, at("2022"), at("2024"), undefined, storeOf(...levels))).toMatchObject({ ok: true });
    const answer = cagr(
      physical,
      at("2022"),
      at("2024"),
      undefined,
      storeOf(levels[0] ?? "", levels[2] ?? ""),
    );
    expect(answer).toMatchObject({ ok: false, reason: { name: "part-missing", part: "2023" } });
  });

  test("names the oldest link of two bases, and the chained answer where there is one.", () => {
    const growth = ["2023 growth 4.0", "2024 growth 4.0"];
    const answer = cagr(physical, at("2022"), at("2024"), undefined, storeOf(...levels, ...growth));
    expect(said(answer)).toBe(
      'Online retail sales of physical goods 2023: levels give +10.0%, published growth +4.0%: two bases. Use ECOM.CAGR("physical","2022","2024","chained"): +4.0%.',
    );
    const half = cagr(physical, at("2022"), at("2024"), undefined, storeOf(...levels, "2023 growth 4.0"));
    expect(said(half)).toMatch(/"chained"\)\.$/);
  });

  test("passes over a link that is too rough to tell, and is refused where its own result is.", () => {
    // 0.502 points in one year, 0.25 a year in two; the links are not held against the 50 % that are published.
    const rough = storeOf(
      "2015 level 200",
      "2016 level 200",
      "2017 level 201",
      "2016 growth 50.0",
      "2017 growth 50.0",
    );
    expect(why(cagr(physical, at("2016"), at("2017"), undefined, rough))).toBe("too-rough");
    expect(why(cagr(physical, at("2015"), at("2017"), undefined, rough))).toBe("answered");
  });

  test("of physical goods from 2020 to 2025 is refused for 2021, with 7.6 % on one basis.", () => {
    expect(said(cagr(physical, at("2020"), at("2025")))).toMatch(
      /2021: levels give \+10\.7%, published growth \+12\.0%.*"chained"\): \+7\.6%\.$/,
    );
  });
});

describe("Compound growth of published growth", () => {
  const chain = (from: string, to: string, store?: Store) =>
    cagr(physical, at(from), at(to), undefined, store, "chained");

  test("is the geometric mean of the years after the first: five of physical goods from 2020 to 2025.", () => {
    const answer = chain("2020", "2025");
    const mean = (1.12 * 1.062 * 1.084 * 1.065 * 1.052) ** (1 / 5) - 1;
    expect(answer.ok && answer.value.value).toBeCloseTo(mean, 14);
    expect(answer).toMatchObject({ value: { derived: true, measure: "computed growth" } });
  });

  test("needs no level, and names the growth that is missing.", () => {
    const answer = chain("2022", "2024", storeOf("2023 growth 10.0", "2024 growth 21.0"));
    expect(answer.ok && answer.value.value).toBeCloseTo(Math.sqrt(1.1 * 1.21) - 1, 14);
    expect(chain("2021", "2024", storeOf("2023 growth 10.0", "2024 growth 21.0"))).toMatchObject({
      reason: { name: "growth-missing", part: "2022" },
    });
  });

  test("is refused across a break.", () => {
    const total = official.indicator("ONLINE_RETAIL_TOTAL");
    const broken = cagr(total, at("2014"), at("2016"), undefined, undefined, "chained");
    expect(why(broken)).toBe("break-between");
  });
});
