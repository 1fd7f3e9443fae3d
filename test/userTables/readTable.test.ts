import {
  liveStore,
  findIndicator,
  figureText,
  figure,
  joinTables,
  sealed,
  sourceOf,
  unitLabel,
} from "../../src/dataset";
import type { Period } from "../../src/dataset";
import { keepTable, packTable } from "../../src/userTables/keep";
import { MOST_ROWS, readTable } from "../../src/userTables/readTable";
import type { TableRead } from "../../src/userTables/types";
import { readUnit } from "../../src/userTables/units";

type Cell = string | number | boolean;

afterEach(() => joinTables(undefined));

/** A table whose first heading is in A1; `percent` are the rows whose value Excel shows as a percentage. */
const table = (headings: Cell[], rows: Cell[][], percent: number[] = [], name = "Sales"): TableRead => ({
  name,
  at: [0, 0],
  headings,
  rows,
  formats: rows.map((row, index) => row.map(() => (percent.includes(index) ? "0.0%" : "General"))),
});
const all = ["indicator", "period", "value", "measure", "unit", "source", "link", "released"];

function rowsOf(given: TableRead) {
  const read = readTable(given, false);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return read.rows;
}
const wrongIn = (given: TableRead, language: "en" | "zh" = "en"): string[] => {
  const read = readTable(given, false);
  return read.ok ? [] : read.findings.map(({ address, text }) => `${address} ${text[language]}`);
};
/** Lets a table join, as the workbook would keep it. */
const use = (given: TableRead, kept?: string) => {
  const next = keepTable(kept, given.name, packTable(given.name, rowsOf(given), "2026-11-26"));
  joinTables(next);
  return next;
};
const text = (name: string, period: string, measure?: "growth" | "share" | "level") => {
  const indicator = findIndicator(name);
  if (!indicator.ok) return indicator.reason.name;
  const found = figure({ indicator: indicator.value, period: period as Period, measure });
  return found.ok ? figureText(found.value, "en") : found.reason.name;
};

describe("what a table may say", () => {
  test("headings in both languages, any case, width and order, and columns of other things.", () => {
    const given = table(["remark", "ＶＡＬＵＥ", " 指标 ", "Period"], [["x", 5, "Ours", 2025]]);
    expect(rowsOf(given)).toMatchObject([{ name: "Ours", value: "5", period: "2025", measure: "level" }]);
  });

  test("periods as people write them and as dates, blank rows between.", () => {
    const rows = [
      ["Ours", 45747, 1],
      ["", "", ""],
      ["Ours", "2025年1—8月", 2],
      ["Ours", "上半年", 3],
    ];
    rows[3]![1] = "2025年上半年";
    use(table(all.slice(0, 3), rows));
    expect([text("ours", "2025-03"), text("ours", "2025-08 YTD"), text("ours", "2025-H1")]).toEqual([
      "1",
      "2",
      "3",
    ]);
  });

  test("percentages as Excel shows them: 7.4% of a number format, of a text, and of a unit.", () => {
    const rows: Cell[][] = [
      ["Ours", 2023, 0.074, "growth", ""],
      ["Ours", 2024, "7.4%", "growth", ""],
      ["Ours", 2025, 7.4, "同比", "%"],
      ["Part", 2025, 7.4, "share", ""],
    ];
    use(table(all.slice(0, 5), rows, [0]));
    for (const year of ["2023", "2024", "2025"]) expect(text("ours", year, "growth")).toBe("+7.4%");
    expect(text("part", "2025", "share")).toBe("7.4%");
  });

  test("units in both languages, with their power of ten.", () => {
    expect(
      [
        "亿元",
        "million yuan",
        "Billion CNY",
        "元",
        "%",
        "百分点",
        "万件",
        "thousand parcels",
        "t",
        "m2",
        "",
      ].map(readUnit),
    ).toEqual([
      { unit: "CNY", power: 8 },
      { unit: "CNY", power: 6 },
      { unit: "CNY", power: 9 },
      { unit: "CNY", power: 0 },
      { unit: "PT", power: 0 },
      { unit: "PP", power: 0 },
      { unit: "件", power: 4 },
      { unit: "parcels", power: 3 },
      { unit: "t", power: 0 },
      { unit: "m2", power: 0 },
      { unit: "", power: 0 },
    ]);
  });

  test("a correction with its release date, of which the newer is the answer.", () => {
    const rows: Cell[][] = [
      ["Ours", 2025, 3.65, "", "", "", "", "2026-01-10"],
      ["Ours", 2025, 4, "", "", "", "", "2026-03-10"],
    ];
    use(table(all, rows));
    expect(text("ours", "2025")).toBe("4");
    const found = findIndicator("ours");
    const then = found.ok && figure({ indicator: found.value, period: "2025" as Period, asof: "2026-02-01" });
    expect(then && then.ok && then.value.value).toBe(3.65);
  });

  test("names like those of JavaScript's own objects, marks of the compact form, and half of a character.", () => {
    const names = ["__proto__", "constructor", "a|b~c;d,e", 'say "x"', "🛒"];
    use(
      table(
        ["indicator", "period", "value", "unit"],
        names.map((name, index) => [name, 2025, index + 0.5, "__proto__"]),
      ),
    );
    names.forEach((name, index) => expect(text(name, "2025")).toBe(`${index + 0.5}`));
    const last = findIndicator("__proto__");
    const shown = last.ok && figure({ indicator: last.value, period: "2025" as Period });
    expect(shown && shown.ok && unitLabel(shown.value, "en")).toBe("__proto__");
    expect(rowsOf(table(all.slice(0, 3), [["\ud83d🛒", 2025, 1]]))).toMatchObject([{ name: "🛒" }]);
  });
});

describe("what keeps a table from joining", () => {
  test("no mark of the compact form in units, sources and links.", () => {
    const given = [["Ours", 2025, 2, "", "a|b~c, d", "x|y~z", "https://example.org/~me?a|b"]];
    use(table(all, given));
    const found = findIndicator("ours");
    const shown = found.ok && figure({ indicator: found.value, period: "2025" as Period });
    if (!shown || !shown.ok) throw new Error("no figure");
    expect(unitLabel(shown.value, "en").normalize("NFKC")).toBe("a|b~c, d");
    expect(sourceOf(shown.value.observation.source)).toMatchObject({
      title: "x｜y～z",
      url: "https://example.org/%7Eme?a%7Cb",
    });
  });

  test.each<[string, Cell[][], string[]]>([
    [
      "an official name",
      [["digital", 2025, 1]],
      ["A2 “digital” means an official indicator: choose another name."],
    ],
    ["no name", [[" - ", 2025, 1]], ["A2 The indicator has no name: give it one."]],
    [
      "no period",
      [
        ["Ours", "", 1],
        ["Ours", "latest", 1],
      ],
      [
        "B2 “” is no period: write 2025, 2025-Q1, 2025-03 or a date.",
        "B3 “latest” is no period: write 2025, 2025-Q1, 2025-03 or a date.",
      ],
    ],
    [
      "a second half year",
      [["Ours", "2025-H2", 1]],
      ["B2 A second half year cannot be kept: give its quarters or months."],
    ],
    [
      "no number",
      [
        ["Ours", 2024, "1e5"],
        ["Ours", 2025, ""],
      ],
      ["1e5", ""].map(
        (one, index) =>
          `C${index + 2} “${one}” is no number: write 1234.5, 7.4%, 35 million yuan, or – where there is no figure.`,
      ),
    ],
    [
      "an unknown measure, and one that is computed",
      [
        ["Ours", 2025, 1, "size"],
        ["Ours", 2024, 1, "index"],
      ],
      [
        "D2 “size” is no measure: write level, growth, share, count, change or contribution.",
        "D3 “index” is no measure: write level, growth, share, count, change or contribution.",
      ],
    ],
    [
      "a level in percent",
      [["Ours", 2025, "7%"]],
      ["C2 A level is no percentage: write growth or share as its measure."],
    ],
    [
      "a growth in yuan",
      [["Ours", 2025, 7, "growth", "元"]],
      ["E2 “元” does not fit a percentage: leave the unit out."],
    ],
    [
      "two measures under one name",
      [
        ["Ours", 2025, 7],
        ["ours", 2025, 7, "share"],
      ],
      ["C3 “ours” has another measure or unit in A2: give this one a name of its own."],
    ],
    [
      "the same figure twice",
      [
        ["Ours", 2025, 7],
        ["OURS", "2025年", 8],
      ],
      ["C3 C2 has the same figure: take one away, or give each its release date."],
    ],
    [
      "a link to nowhere",
      [["Ours", 2025, 7, "", "", "", "javascript:alert(1)"]],
      ["G2 “javascript:alert(1)” is no web address: write https://… or nothing."],
    ],
    [
      "no release date",
      [["Ours", 2025, 7, "", "", "", "", "soon"]],
      ["H2 “soon” is no date: write 2025-04-16."],
    ],
    ["nothing at all", [["", "", ""]], ["A1 The table has no filled row."]],
    [
      "two names with one code",
      [
        ['Brand "A"', 2025, 1],
        ["Brand A", 2025, 1],
      ],
      ["A3 “Brand A” is also in A2: choose another name."],
    ],
    [
      "a name that is another's code",
      [
        ["Brand", 2025, 1],
        ["own:brand", 2025, 1],
      ],
      ["A3 “own:brand” is also in A2: choose another name."],
    ],
  ])("%s", (_what, rows, wrong) => {
    expect(wrongIn(table(all, rows))).toEqual(wrong);
  });

  test("a missing heading, named in both languages.", () => {
    expect(wrongIn(table(["指标", "数值"], [["Ours", 1]]))).toEqual([
      "A1 No heading “period” (or month, date, year): give a column this name.",
    ]);
    expect(wrongIn(table(["指标", "数值"], [["Ours", 1]]), "zh")).toEqual([
      "A1 缺少标题“时期”（或期间、月份、日期）：请将相应的列改为此名。",
    ]);
  });

  test("more rows than a workbook keeps.", () => {
    const rows = Array.from({ length: MOST_ROWS + 1 }, (_, index) => [`n${index}`, 2025, 1]);
    expect(wrongIn(table(all, rows))).toEqual(["A1 2001 rows are more than the 2000 that can be kept."]);
    expect(wrongIn(table(all, rows.slice(1)))).toEqual([]);
  });

  test("a name of another table, but not of the same one.", () => {
    const ours = table(all, [["Ours", 2025, 1]]);
    use(ours);
    expect(wrongIn(ours)).toEqual([]);
    expect(wrongIn({ ...ours, name: "Other" })).toEqual([
      "A2 “Ours” is also in “Sales”: choose another name.",
    ]);
  });
});

describe("what a workbook keeps", () => {
  const ours = table(all, [["Ours", 2025, 1]]);
  const other = table(all, [["Theirs", 2025, 2]], [], "Other");

  test("several tables, each of which can be taken out again.", () => {
    const both = use(other, use(ours));
    expect([text("ours", "2025"), text("theirs", "2025")]).toEqual(["1", "2"]);
    expect(liveStore.parts?.slice(1).map(({ version, count }) => [version, count])).toEqual([
      ["Sales", 1],
      ["Other", 1],
    ]);
    const one = keepTable(both, "Sales");
    joinTables(one);
    expect([text("ours", "2025"), text("theirs", "2025")]).toEqual(["unknown-indicator", "2"]);
    expect(keepTable(one, "Other")).toBeUndefined();
  });

  test("two thousand rows in less than a tenth of what settings may hold.", () => {
    const rows = Array.from({ length: MOST_ROWS }, (_, index) => [
      `Indicator ${index % 20}`,
      `${2000 + Math.floor(index / 240)}-${String((Math.floor(index / 20) % 12) + 1).padStart(2, "0")}`,
      index * 1.37,
    ]);
    expect(use(table(all, rows))?.length).toBeLessThan(40_000);
  });

  test.each([
    ["nothing", null],
    ["a number", 7],
    ["another version's object", { v: 2, tables: [] }],
    ["a text without a seal", "[]"],
    ["a list that is none", sealed("[1,null]")],
    ["no list", sealed("[")],
  ])("and is none where it is %s", (_what, kept) => {
    try {
      joinTables(kept);
    } catch {
      // A setting that cannot be read counts as not set.
    }
    expect(liveStore.parts).toBeUndefined();
    expect(text("digital", "2025-Q1", "growth")).toBe("+7.4%");
  });

  test("and is none where one sign of it was changed.", () => {
    const kept = use(ours) ?? "";
    for (let at = 0; at < kept.length; at += 7) {
      joinTables(`${kept.slice(0, at)}${kept[at] === "x" ? "y" : "x"}${kept.slice(at + 1)}`);
      expect(liveStore.parts).toBeUndefined();
    }
  });
});

describe("what a table may not leave open", () => {
  const unitOf = (unit: string) => {
    const read = readTable(table(["indicator", "period", "value", "unit"], [["Ours", 2025, 7, unit]]), false);
    return read.ok ? [read.rows[0]?.unit, read.rows[0]?.power] : read.findings[0]?.text.en;
  };

  test("units are read as people write them.", () => {
    for (const yi of ["(亿元)", "单位：亿元", "100 million yuan", "人民币亿元", "億元"])
      expect([yi, unitOf(yi)]).toEqual([yi, ["CNY", 8]]);
    for (const bn of ["RMB bn", "bn yuan", "CNY billion"]) expect([bn, unitOf(bn)]).toEqual([bn, ["CNY", 9]]);
    expect(unitOf("千万元")).toEqual(["CNY", 7]);
    expect(unitOf("万件")).toEqual(["件", 4]);
    expect(unitOf("MWh")).toEqual(["MWh", 0]);
  });

  test("one that is not understood never means one.", () => {
    for (const unit of ["百万千元", "10^7 yuan", "亿亿元", "元/万件"])
      expect([unit, unitOf(unit)]).toEqual([unit, expect.stringMatching(/not understood/)]);
  });

  test("a growth below one in a column without a percent format is asked.", () => {
    const rows = (format: number[], unit: Cell) =>
      readTable(
        table(
          ["indicator", "period", "value", "measure", "unit"],
          [["Ours", 2025, 0.079, "growth", unit]],
          format,
        ),
        false,
      );
    expect(
      wrongIn(table(["indicator", "period", "value", "measure"], [["Ours", 2025, 0.079, "growth"]])),
    ).toEqual([
      "C2 “0.079”: is it a fraction or percent? Format the column as a percentage, or write % as its unit.",
    ]);
    expect(rows([0], "").ok && rows([], "%").ok).toBe(true);
  });

  test("headings in the words of Chinese tables.", () => {
    expect(
      rowsOf(table(["品类", "月份", "销售额", "计量单位"], [["Ours", "2025年3月", 5, "万元"]])),
    ).toMatchObject([{ name: "Ours", period: "2025-03", value: "5", unit: "CNY", power: 4 }]);
  });
});

describe("cells and headings as people write them", () => {
  const one = (value: Cell, unit: Cell = "", measure: Cell = "", format: number[] = []) => {
    const read = readTable(
      table(
        ["indicator", "period", "value", "unit", "measure"],
        [
          ["Ours", 2025, value, unit, measure],
          ["Other", 2024, 1, "元", "level"],
        ],
        format,
      ),
      false,
    );
    if (!read.ok) return read.findings.map(({ text }) => text.en).join(" ");
    const found = read.rows.find(({ period }) => period === "2025");
    return found ? `${found.value} ${found.power} ${found.unit}` : `none of ${read.without}`;
  };

  test.each<[string, string]>([
    ["3500万元", "3500 4 CNY"],
    ["3,500 万元", "3500 4 CNY"],
    ["３５００万元", "3500 4 CNY"],
    ["¥3,500万", "3500 4 CNY"],
    ["￥3500", "3500 0 CNY"],
    ["RMB 3.5bn", "3.5 9 CNY"],
    ["3.5 billion yuan", "3.5 9 CNY"],
    ["1.2亿元", "1.2 8 CNY"],
    ["三千五百万元", "3500 4 CNY"],
    ["叁仟伍佰万元", "3500 4 CNY"],
    ["一点二亿元", "1.2 8 CNY"],
    ["十二亿元", "12 8 CNY"],
    ["二百零五元", "205 0 CNY"],
    ["负三百元", "-300 0 CNY"],
    ["−3500万元", "-3500 4 CNY"],
    ["3500萬元", "3500 4 CNY"],
  ])("%s is a number and its unit.", (written, read) => {
    expect(one(written)).toBe(read);
  });

  test.each(["7.4%", "７．４％", "百分之七点四", "百分之7.4", "7.4 %"])("%s is a percentage.", (written) => {
    expect(one(written, "", "growth")).toBe("7.4 0 PT");
  });
  test("7.4个百分点 is points, and a percent format as it is shown.", () => {
    expect(one("7.4个百分点", "", "contribution")).toBe("7.4 0 PP");
    expect(one(0.074, "", "growth", [0])).toBe("7.4 0 PT");
  });

  test.each([
    "—",
    "——",
    "-",
    "－",
    "…",
    "......",
    "n/a",
    "N/A",
    "#N/A",
    "暂无",
    "暂无数据",
    "未公布",
    "無",
    "nil",
    "tbc",
  ])("%s says that there is no figure.", (written) => {
    expect(one(written)).toBe("none of 1");
  });

  test.each([
    "1e5",
    "约3500万元",
    "3500-4000万元",
    "3500万元左右",
    "三五百",
    "百百",
    "12 34",
    "3500x",
    "(3500)",
    "几千万元",
    "亿元",
  ])("%s is refused with what can be written.", (written) => {
    expect(one(written)).toMatch(/is no number: write 1234\.5, 7\.4%, 35 million yuan/);
  });

  test("a unit in the cell and another in its column are not chosen between.", () => {
    expect(one("3500万元", "万元")).toBe("3500 4 CNY");
    expect(one("3500万元", "亿元")).toBe(
      "“3500万元” has another unit than its unit column, “亿元”: leave one of them out.",
    );
  });

  const heads = (headings: Cell[], row: Cell[]) => {
    const read = readTable(table(headings, [row]), false);
    if (!read.ok) return read.findings.map(({ text }) => text.zh).join("");
    const [found] = read.rows;
    return found ? `${found.name} ${found.period} ${found.value} ${found.power} ${found.unit}` : "";
  };

  test("the unit in the heading of the values is theirs.", () => {
    expect(heads(["商品", "年份", "销售额（万元）"], ["Ours", 2025, 3500])).toBe("Ours 2025 3500 4 CNY");
    expect(heads(["产品", "时间", "金额(单位：亿元)"], ["Ours", 2025, 3])).toBe("Ours 2025 3 8 CNY");
    expect(heads(["Item", "Year", "Sales, million yuan"], ["Ours", 2025, 3])).toBe("Ours 2025 3 6 CNY");
    expect(heads(["商品", "年份", "销售额（含税）"], ["Ours", 2025, 3])).toMatch(
      /^无法识别单位|Ours 2025 3 0 含税/,
    );
  });

  test("a year and its month or quarter may stand in two columns.", () => {
    expect(heads(["名称", "年份", "月份", "数值"], ["Ours", 2025, 3, 1])).toBe("Ours 2025-03 1 0 ");
    expect(heads(["名称", "年份", "月份", "数值"], ["Ours", "2025年", "3月", 1])).toBe("Ours 2025-03 1 0 ");
    expect(heads(["名称", "年度", "季度", "数值"], ["Ours", 2025, "一季度", 1])).toBe("Ours 2025-Q1 1 0 ");
    expect(heads(["name", "year", "quarter", "value"], ["Ours", 2025, "Q1", 1])).toBe("Ours 2025-Q1 1 0 ");
    expect(heads(["名称", "年份", "月份", "数值"], ["Ours", 2025, "", 1])).toBe("Ours 2025 1 0 ");
  });

  test("several missing headings are one sentence, which says what can be written.", () => {
    expect(heads(["商户", "备注"], ["Ours", "x"])).toBe(
      "缺少标题“指标”（或指标名称、品类、品种）、“时期”（或期间、月份、日期）、“数值”（或值、数据、销售额）：请将相应的列改为此名。",
    );
  });

  test("periods side by side are told apart from a missing heading.", () => {
    expect(heads(["指标", "2023年", "2024年", "2025年"], ["Ours", 1, 2, 3])).toBe(
      "“2023年”至“2025年”横向排列：请每期一行，分为指标、时期、数值三列。",
    );
  });

  test("two columns that may both be meant are not chosen between, unless one has the name that the pane shows.", () => {
    expect(heads(["指标", "时期", "销售额", "零售额"], ["Ours", 2025, 1, 2])).toMatch(
      /^“销售额”和“零售额”两列/,
    );
    expect(heads(["指标", "时期", "销售额", "数值"], ["Ours", 2025, 1, 2])).toBe("Ours 2025 2 0 ");
  });

  test("a period that cannot be meant for sure says why.", () => {
    const zh = (period: Cell) => wrongIn(table(["指标", "时期", "数值"], [["Ours", period, 1]]), "zh")[0];
    expect(zh("一季度")).toBe("B2 时期“一季度”没有年份：请写2025年一季度、2025年3月、2025年1—8月或日期。");
    expect(zh("去年")).toBe("B2 时期“去年”会随日期变动：请写具体时期，如2025年一季度。".replace("时期", ""));
    expect(zh("03/04/2025")).toMatch(/可能指不同的时期/);
    expect(zh("何时")).toMatch(/^B2 无法识别时期“何时”/);
  });
});
