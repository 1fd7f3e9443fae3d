import * as dataset from "../../src/dataset";
import { defaultSettings, followWorkbook, readSettings } from "../../src/functions/settings";
import { open, shown } from "./excel";

test("A workbook without settings has the defaults, in Office's language.", () => {
  open();
  expect(readSettings()).toEqual(defaultSettings);
  open({ language: "zh-CN" });
  expect(readSettings()).toEqual({ ...defaultSettings, language: "zh" });
});

test("What is set is read.", () => {
  const settings = {
    "ECOM.period": "2025年1—8月",
    "ECOM.asof": "2025-06",
    "ECOM.language": "zh",
    "ECOM.plain": true,
    "ECOM.date1904": true,
  };
  open({ settings });
  expect(readSettings()).toEqual({
    period: "2025-08 YTD",
    asof: "2025-06-30",
    version: "0.1.0",
    language: "zh",
    chinesePeriods: true,
    plain: true,
    date1904: true,
  });
});

test.each<[settings: Record<string, string>, version: string | undefined, why: string]>([
  [
    { "ECOM.asof": "2025-06", "ECOM.version": "0.2.0" },
    "0.2.0",
    "A data date has the version that was kept with it.",
  ],
  [{ "ECOM.asof": "2025-06" }, "0.1.0", "A data date alone is of 0.1.0, which kept no version."],
  [{ "ECOM.asof": "2025-06", "ECOM.version": "new" }, "0.1.0", "What is no version counts as none."],
  [{ "ECOM.version": "0.1.0" }, undefined, "Without a data date the newest data answer."],
])("%j: %s. %s", (settings, version) => {
  open({ settings });
  expect(readSettings().version).toBe(version);
});

test.each<[unknown]>([["nonsense"], [{}], [[]], [Number.NaN], [true], [""]])(
  "%j in a setting counts as not set.",
  (value) => {
    open({
      settings: { "ECOM.period": value, "ECOM.asof": value, "ECOM.plain": "true", "ECOM.date1904": 1 },
    });
    expect(readSettings()).toEqual(defaultSettings);
  },
);

test("A document that is not ready, or none at all, gives the defaults.", () => {
  const throwing = {
    get: () => {
      throw new Error("The document is not ready.");
    },
  };
  for (const context of [undefined, {}, { document: {} }, { document: { settings: throwing } }]) {
    Object.assign(globalThis, { Office: { context } });
    expect(readSettings()).toEqual(defaultSettings);
  }
  Object.assign(globalThis, {
    Office: { context: { displayLanguage: "zh-TW", document: { settings: throwing } } },
  });
  expect(readSettings().language).toBe("zh");
});

test("Reading settings leaves the data that answer as they are; joining the user's tables is an act of its own.", () => {
  const kept = dataset.sealed(JSON.stringify([{ version: "Mine" }]));
  open({ settings: { "ECOM.own": kept } });
  const before = dataset.liveStore;
  readSettings();
  expect(dataset.liveStore).toBe(before);
  followWorkbook();
  expect(dataset.liveStore.parts?.map(({ version }) => version)).toEqual([dataset.official.version, "Mine"]);
  open();
  followWorkbook();
  expect(dataset.liveStore).toBe(dataset.official);
});

test("VERSION says which data answer in the workbook, of which release, and how far they reach.", () => {
  open();
  expect(shown("VERSION")).toMatch(
    /^ECOM data 2026-\d\d-\d\d\.[0-9a-f]{6}, newest release (2026-\d\d-\d\d); this workbook: version 0\.2\.0, released by \1, newest figures of January to August 2026 \(9 of 91 indicators\)$/,
  );
  open({ settings: { "ECOM.asof": "2025-06-30" }, language: "zh-CN" });
  expect(shown("VERSION")).toMatch(
    /；此工作簿：版本 0\.1\.0，截至2025-06-30发布，最新数据为2025年1—5月（\d+个指标中的\d+个）$/,
  );
});
