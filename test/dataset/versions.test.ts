import {
  breaks,
  liveOfficial,
  figure,
  findIndicator,
  indicators,
  joinTables,
  liveStore,
  official,
  officialOf,
  rank,
  search,
  withNewest,
  type IndicatorCode,
  type Period,
} from "../../src/dataset";
import { changes, moved, refused, renamed, addsToCards } from "../../src/dataset/changes";
import { csv } from "./rows";

afterEach(() => joinTables(undefined));

const first = officialOf("0.1.0");
const all = csv("observations");

test("The data of 0.1.0 are its rows: those added then, and those that a correction took the place of since.", () => {
  const counted = (version: (row: (typeof all)[number]) => boolean) => all.filter(version).length;
  const there = first.indicators.flatMap(({ code }) => {
    const { observations, beside } = first.book(code);
    return [...observations, ...beside];
  });
  expect(there).toHaveLength(counted(({ added }) => added === "0.1.0"));
  expect(there.length).toBe(657);
  expect(first.indicators.map(({ code }) => code)).toEqual(
    csv("indicators").flatMap(({ added, indicator_code }) => (added === "0.1.0" ? [indicator_code] : [])),
  );
  expect(first.release).toBe("0.1.0");
  expect(official.release).toBe("0.2.0");
});

test("A version is made once; a later one than the newest is the newest.", () => {
  expect(officialOf("0.1.0")).toBe(first);
  expect(officialOf("0.2.0")).toBe(official);
  expect(officialOf("0.10.0")).toBe(official);
  expect(officialOf()).toBe(official);
});

test("An indicator has the names of the version, and reads those of both.", () => {
  const label = (store: typeof official) => {
    const found = findIndicator("Express parcels", store);
    return found.ok && found.value.label.en;
  };
  expect([label(first), label(official)]).toEqual(["Express parcels", "Express delivery volume"]);
  const imports = (store: typeof official) => {
    const found = findIndicator("imports", store);
    return found.ok && found.value.code;
  };
  expect([imports(first), imports(official)]).toEqual([
    "PLATFORM_IMPORTED_GOODS",
    "CROSS_BORDER_ECOM_IMPORTS",
  ]);
  expect(findIndicator("cbec imports", first)).toMatchObject({ ok: false });
  expect(search("total", 2, first).map(({ code }) => code)).not.toContain("ONLINE_RETAIL_GOODS_SERVICES");
});

test("With a workbook's version everything answers by it: figures, lists, ranks, steps and breaks.", () => {
  const goodsOf2015 = () => {
    const found = findIndicator("ONLINE_RETAIL_PHYSICAL");
    return found.ok && figure({ indicator: found.value, period: "2015" as Period }).ok;
  };
  expect(goodsOf2015()).toBe(true);
  const [steps, ruptures, growing] = [liveOfficial.events, breaks, rank(undefined, "2025" as Period, 100)];
  joinTables(undefined, "0.1.0");
  expect(liveStore).toBe(first);
  expect(goodsOf2015()).toBe(false);
  expect(indicators).toBe(first.indicators);
  expect(liveOfficial.events.length).toBe(csv("events").filter(({ added }) => added === "0.1.0").length);
  expect(breaks.length).toBe(csv("breaks").filter(({ added }) => added === "0.1.0").length);
  expect(liveOfficial.events.length).toBeLessThan(steps.length);
  expect(breaks.length).toBeLessThanOrEqual(ruptures.length);
  const then = rank(undefined, "2025" as Period, 100);
  expect(then.ok && growing.ok && then.value.length <= growing.value.length).toBe(true);
  joinTables(undefined);
  expect(liveStore).toBe(official);
});

test("The newest data answer for the time of one act, and even one that fails gives back the workbook's.", () => {
  joinTables(undefined, "0.1.0");
  expect(withNewest(() => liveStore)).toBe(official);
  expect(() =>
    withNewest(() => {
      throw new Error("an act");
    }),
  ).toThrow("an act");
  expect([liveStore, indicators]).toEqual([first, first.indicators]);
});

test('"Update data" from 0.1.0 adds 961 figures, makes others of six, and gives three indicators other names.', () => {
  const found = changes({ store: first, asof: "2026-09-15" }, { store: official });
  expect(
    found.flatMap(({ indicator, period, before, after }) =>
      before && after && before.value !== after.value
        ? [[indicator.code, period, before.value, after.value]]
        : [],
    ),
  ).toEqual([
    ["TOTAL_RETAIL", "2024-02 YTD", 8_130_000_000_000, 8_130_700_000_000],
    ["ONLINE_RETAIL_TOTAL", "2017", 7_180_000_000_000, 7_175_100_000_000],
    ["ONLINE_RETAIL_TOTAL", "2024-02 YTD", 2_150_000_000_000, 2_153_500_000_000],
    ["ONLINE_RETAIL_TOTAL", "2024-05 YTD", 5_770_000_000_000, 5_766_900_000_000],
    ["ONLINE_RETAIL_PHYSICAL", "2024-02 YTD", 1_820_000_000_000, 1_820_600_000_000],
    ["EXPRESS_VOLUME", "2025-11 YTD", 180_000_000_000, 180_740_000_000],
  ]);
  expect(found.filter(({ before }) => !before)).toHaveLength(961);
  const gone = found.filter(({ after }) => !after);
  expect(gone.map(({ indicator }) => indicator.code)).toEqual(["FOREIGN_TRADE_ZONE_SALES"]);
  const names = renamed(first.indicators, official.indicators, "en").map(({ before, after }) => [
    before.label.en,
    after.label.en,
  ]);
  expect(names).toContainEqual(["Express parcels", "Express delivery volume"]);
  expect(names).toHaveLength(3);
  const none: IndicatorCode[] = renamed(first.indicators, official.indicators, "zh").map(
    ({ after }) => after.code,
  );
  expect(none).toEqual([]);
});

test('"Update data" lists themes that are called otherwise, and indicators that stand under another one.', () => {
  const named = (language: "en" | "zh") =>
    renamed(first.themes, official.themes, language).map(({ before, after }) => [
      before.label[language],
      after.label[language],
    ]);
  expect(named("en")).toEqual([["Digital", "Digital goods, digital economy"]]);
  expect(named("zh")).toEqual([["数字产品", "数码与数字经济"]]);
  expect(
    moved(first, official).map(({ indicator, before, after }) => [indicator.code, before.en, after.zh]),
  ).toEqual([
    ["TOTAL_RETAIL", "Online retail", "消费市场"],
    ["RETAIL_GOODS_AND_SERVICES", "Online retail", "消费市场"],
  ]);
  expect(addsToCards(first, official)).toBe(true);
  expect([
    renamed(official.themes, official.themes, "en"),
    moved(official, official),
    addsToCards(official, official),
  ]).toEqual([[], [], false]);
});

test('"Update data" lists what can no longer be computed: growth across levels that were revised.', () => {
  const found = refused({ store: first, asof: "2026-09-15" }, { store: official });
  const physical = found.find(({ indicator }) => indicator.code === "ONLINE_RETAIL_PHYSICAL");
  expect(physical?.periods).toEqual(expect.arrayContaining(["2024", "2025"]));
  const retail = found.find(({ indicator }) => indicator.code === "TOTAL_RETAIL");
  expect(retail?.periods).not.toContain("2024");
  expect(refused({ store: official }, { store: official })).toEqual([]);
});
