import { joinTables, sourceOf, unitLabel } from "../../src/dataset";
import { MOST_ROWS } from "../../src/userTables/readTable";
import { readUnit } from "../../src/userTables/units";
import { allHeadings, figureIn, figureShown, rowsOf, table, use, wrongIn } from "./tables";
import type { Cell } from "./tables";

afterEach(() => joinTables(undefined));

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
    use(table(allHeadings.slice(0, 3), rows));
    expect([
      figureShown("ours", "2025-03"),
      figureShown("ours", "2025-08 YTD"),
      figureShown("ours", "2025-H1"),
    ]).toEqual(["1", "2", "3"]);
  });

  test("percentages as Excel shows them: 7.4% of a number format, of a text, and of a unit.", () => {
    const rows: Cell[][] = [
      ["Ours", 2023, 0.074, "growth", ""],
      ["Ours", 2024, "7.4%", "growth", ""],
      ["Ours", 2025, 7.4, "同比", "%"],
      ["Part", 2025, 7.4, "share", ""],
    ];
    use(table(allHeadings.slice(0, 5), rows, [0]));
    for (const year of ["2023", "2024", "2025"]) expect(figureShown("ours", year, "growth")).toBe("+7.4%");
    expect(figureShown("part", "2025", "share")).toBe("7.4%");
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
    use(table(allHeadings, rows));
    expect(figureShown("ours", "2025")).toBe("4");
    expect(figureIn("ours", "2025", "2026-02-01").value).toBe(3.65);
  });

  test("names like those of JavaScript's own objects, marks of the compact form, and half of a character.", () => {
    const names = ["__proto__", "constructor", "a|b~c;d,e", 'say "x"', "🛒"];
    use(
      table(
        ["indicator", "period", "value", "unit"],
        names.map((name, index) => [name, 2025, index + 0.5, "__proto__"]),
      ),
    );
    names.forEach((name, index) => expect(figureShown(name, "2025")).toBe(`${index + 0.5}`));
    expect(unitLabel(figureIn("__proto__", "2025"), "en")).toBe("__proto__");
    expect(rowsOf(table(allHeadings.slice(0, 3), [["\ud83d🛒", 2025, 1]]))).toMatchObject([{ name: "🛒" }]);
  });

  test("marks of the compact form in units, sources and links.", () => {
    const given = [["Ours", 2025, 2, "", "a|b~c, d", "x|y~z", "https://example.org/~me?a|b"]];
    use(table(allHeadings, given));
    const ours = figureIn("ours", "2025");
    expect(unitLabel(ours, "en").normalize("NFKC")).toBe("a|b~c, d");
    expect(sourceOf(ours.observation.source)).toMatchObject({
      title: "x｜y～z",
      url: "https://example.org/%7Eme?a%7Cb",
    });
  });
});

describe("what keeps a table from joining", () => {
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
        (written, index) =>
          `C${index + 2} “${written}” is no number: write 1234.5, 7.4%, 35 million yuan, or – where there is no figure.`,
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
    expect(wrongIn(table(allHeadings, rows))).toEqual(wrong);
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
    expect(wrongIn(table(allHeadings, rows))).toEqual([
      "A1 2001 rows are more than the 2000 that can be kept.",
    ]);
    expect(wrongIn(table(allHeadings, rows.slice(1)))).toEqual([]);
  });

  test("a name of another table, but not of the same one.", () => {
    const ours = table(allHeadings, [["Ours", 2025, 1]]);
    use(ours);
    expect(wrongIn(ours)).toEqual([]);
    expect(wrongIn({ ...ours, name: "Other" })).toEqual([
      "A2 “Ours” is also in “Sales”: choose another name.",
    ]);
  });
});
