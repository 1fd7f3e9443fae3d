import { json, open, sentenceOf, shown } from "../excel";

beforeEach(() => open());

const error = { type: "CustomFunctionError", code: "#REF!" };

test("A column of names and a row of periods make a cross table with headings.", () => {
  expect(shown("TABLE", [["digital"], ["dining"]], [["2025-Q1", "latest"]])).toEqual([
    ["Growth (%)", "2025-Q1", "2025"],
    ["Digital products, online sales", 0.074, "#N/A"],
    ["In-store dining ordered online", 0.292, 0.237],
  ]);
});

test("Rows of names, columns of periods and blocks are read in reading order.", () => {
  const names = [
    ["digital", "dining"],
    ["total", "physical"],
  ];
  const table = shown("TABLE", names, [["2025-Q1"], ["2025"]], null, false) as unknown[][];
  expect(table.map(([label]) => label)).toEqual(
    ["digital", "dining", "total", "physical"].map((name) => shown("INFO", name, "label")),
  );
  expect(table.map((row) => row.slice(1))).toEqual(
    ["digital", "dining", "total", "physical"].map((name) => [
      shown("GROWTH", name),
      shown("GROWTH", name, 2025),
    ]),
  );
});

test("Single values do as well as ranges; periods default to the reference period and the measure to growth.", () => {
  expect(shown("TABLE", "digital", null, null, false)).toEqual([["Digital products, online sales", 0.074]]);
  open({ settings: { "ECOM.period": "latest" } });
  expect(shown("TABLE", "digital", null, null, false)).toEqual([["Digital products, online sales", 0.082]]);
});

test("Blank cells are left out, as null, as empty text and as the 0 that Windows and Mac pass for them.", () => {
  const names = [[null], ["digital"], [""], [0], ["  "], ["dining"]];
  expect(shown("TABLE", names, [["2025-Q1", null, 0, ""]])).toEqual(
    shown("TABLE", [["digital"], ["dining"]], "2025-Q1"),
  );
  expect(sentenceOf("TABLE", [[null], [0]])).toMatch(/^#VALUE! .*indicators/);
});

test("Duplicates are kept, in rows and columns.", () => {
  const table = shown(
    "TABLE",
    [["digital"], ["数码"], ["digital"]],
    [["2025-Q1", "2025Q1"]],
    null,
    false,
  ) as unknown[][];
  expect(table).toHaveLength(3);
  for (const row of table) expect(row).toEqual(["Digital products, online sales", 0.074, 0.074]);
});

test("A cell that names nothing keeps its row, with its text and the error.", () => {
  const table = json(
    "TABLE",
    [["digitl"], ["digital"], [error], [true]],
    "2025-Q1",
    null,
    false,
  ) as unknown[][];
  expect(table.map(([label]) => label)).toMatchObject([
    "digitl",
    "Digital products, online sales",
    { type: "Error", basicValue: "#VALUE!", message: expect.stringContaining("#REF!") },
    "TRUE",
  ]);
  expect(table[0]?.[1]).toMatchObject({
    basicValue: "#VALUE!",
    message: expect.stringContaining('"digital"'),
  });
  expect(table[3]?.[1]).toMatchObject({ basicValue: "#VALUE!" });
});

test("A period that cannot be read keeps its column, with its text and the error.", () => {
  const table = json("TABLE", [["digital"]], [["2025-Q1", "soon", error]]) as unknown[][];
  expect(table[0]).toMatchObject(["Growth (%)", "2025-Q1", "soon", { type: "Error", basicValue: "#VALUE!" }]);
  expect(table[1]?.[2]).toMatchObject({
    basicValue: "#VALUE!",
    message: expect.stringContaining('periods "soon"'),
  });
});

test("Where nothing at all is understood the whole is the error.", () => {
  expect(sentenceOf("TABLE", "digitl")).toMatch(/^#VALUE! .*"digital"/);
  expect(sentenceOf("TABLE", [[error], [error]])).toMatch(/^#VALUE! indicators is the error #REF!/);
  expect(sentenceOf("TABLE", "digital", [["soon", "later"]])).toMatch(/^#VALUE! periods "soon"/);
});

test("A measure that an indicator lacks is an error in its cells alone.", () => {
  const table = json("TABLE", [["total"], ["digital"]], "2025-Q1", "level", false) as unknown[][];
  expect(table[0]?.[1]).toMatchObject({ basicValue: 3.6242e12 });
  expect(table[1]?.[1]).toMatchObject({
    basicValue: "#N/A",
    message: expect.stringContaining("ECOM.GROWTH"),
  });
});

test("An index has the first period of its row as 100, and says in the corner that it is derived.", () => {
  const table = shown("TABLE", "retail", [["2023", "2024"]], "index") as unknown[][];
  expect(table[0]?.[0]).toBe("Index (derived)");
  expect(table[1]?.[1]).toBe(100);
  expect(table[1]?.[2]).toBeCloseTo(
    (100 * (shown("VALUE", "retail", 2024) as number)) / (shown("VALUE", "retail", 2023) as number),
    9,
  );
});

test("A stock's figure is found by any period that ends with its month.", () => {
  const [row] = shown("TABLE", "shoppers", [["2024", "2024-12", "2024-H2"]], "level", false) as unknown[][];
  expect(new Set(row?.slice(1)).size).toBe(1);
});

test("Headings are in the workbook's language.", () => {
  open({ language: "zh-CN" });
  expect(shown("TABLE", "digital", "2025年一季度")).toEqual([
    ["同比增速（%）", "2025-Q1"],
    ["数码产品", 0.074],
  ]);
});

test("The latest period is one for all rows, named in the heading; rows without it are #N/A.", () => {
  const names = [["total"], ["new total"], ["retail"]];
  const table = json("TABLE", names, "latest", "growth") as unknown[][];
  expect(table[0]).toEqual(["Growth (%)", "2026-08 YTD"]);
  expect(table[1]?.[1]).toMatchObject({ basicValue: "#N/A" });
  expect(table[2]?.[1]).toMatchObject({ basicValue: 0.046 });
  expect(shown("TABLE", names, "2026-08 YTD", "growth")).toEqual(shown("TABLE", names, "latest", "growth"));
});

test("The corner names measure and unit, where all figures have one.", () => {
  const corner = (...args: unknown[]) => (shown("TABLE", ...args) as unknown[][])[0]?.[0];
  expect(corner("total", "2025-Q1", "level")).toBe("Level (yuan)");
  expect(corner([["total"], ["express"]], "2025", "level")).toBe("Level");
  expect(corner("retail", "2024", "computed growth")).toBe("Computed growth (derived, %)");
  open({ language: "zh-CN" });
  expect(corner("total", "2025-Q1", "level")).toBe("总额（元）");
});

test("Periods are named in Chinese only where the workbook says that it is Chinese.", () => {
  const top = () => (shown("TABLE", "total", [["2025-Q1", "2025-08 YTD", 2024]]) as unknown[][])[0]?.slice(1);
  open({ language: "zh-CN" });
  expect(top()).toEqual(["2025-Q1", "2025-08 YTD", "2024"]);
  open({ language: "en-US", settings: { "ECOM.language": "zh" } });
  expect(top()).toEqual(["2025年一季度", "2025年1—8月", "2024年"]);
});
