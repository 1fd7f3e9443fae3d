import { readTable } from "../../src/userTables/readTable";
import { rowsOf, table, wrongIn } from "./tables";
import type { Cell } from "./tables";

describe("units, measures and headings", () => {
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

  test("a unit that is not understood is refused, whatever units it contains.", () => {
    for (const unit of ["百万千元", "10^7 yuan", "亿亿元", "元/万件"])
      expect([unit, unitOf(unit)]).toEqual([unit, expect.stringMatching(/not understood/)]);
  });

  test("a growth below one in a column without a percent format is asked about.", () => {
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
  const readValue = (value: Cell, unit: Cell = "", measure: Cell = "", format: number[] = []) => {
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
    expect(readValue(written)).toBe(read);
  });

  test.each(["7.4%", "７．４％", "百分之七点四", "百分之7.4", "7.4 %"])("%s is a percentage.", (written) => {
    expect(readValue(written, "", "growth")).toBe("7.4 0 PT");
  });

  test("7.4个百分点 is points, and a percent format as it is shown.", () => {
    expect(readValue("7.4个百分点", "", "contribution")).toBe("7.4 0 PP");
    expect(readValue(0.074, "", "growth", [0])).toBe("7.4 0 PT");
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
    expect(readValue(written)).toBe("none of 1");
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
    expect(readValue(written)).toMatch(/is no number: write 1234\.5, 7\.4%, 35 million yuan/);
  });

  test("a unit in the cell and another in its column are not chosen between.", () => {
    expect(readValue("3500万元", "万元")).toBe("3500 4 CNY");
    expect(readValue("3500万元", "亿元")).toBe(
      "“3500万元” has another unit than its unit column, “亿元”: leave one of them out.",
    );
  });

  const readWith = (headings: Cell[], row: Cell[]) => {
    const read = readTable(table(headings, [row]), false);
    if (!read.ok) return read.findings.map(({ text }) => text.zh).join("");
    const [found] = read.rows;
    return found ? `${found.name} ${found.period} ${found.value} ${found.power} ${found.unit}` : "";
  };

  test("the unit in the heading of the values is theirs.", () => {
    expect(readWith(["商品", "年份", "销售额（万元）"], ["Ours", 2025, 3500])).toBe("Ours 2025 3500 4 CNY");
    expect(readWith(["产品", "时间", "金额(单位：亿元)"], ["Ours", 2025, 3])).toBe("Ours 2025 3 8 CNY");
    expect(readWith(["Item", "Year", "Sales, million yuan"], ["Ours", 2025, 3])).toBe("Ours 2025 3 6 CNY");
    expect(readWith(["商品", "年份", "销售额（含税）"], ["Ours", 2025, 3])).toMatch(
      /^无法识别单位|Ours 2025 3 0 含税/,
    );
  });

  test("a year and its month or quarter may stand in two columns.", () => {
    expect(readWith(["名称", "年份", "月份", "数值"], ["Ours", 2025, 3, 1])).toBe("Ours 2025-03 1 0 ");
    expect(readWith(["名称", "年份", "月份", "数值"], ["Ours", "2025年", "3月", 1])).toBe(
      "Ours 2025-03 1 0 ",
    );
    expect(readWith(["名称", "年度", "季度", "数值"], ["Ours", 2025, "一季度", 1])).toBe("Ours 2025-Q1 1 0 ");
    expect(readWith(["name", "year", "quarter", "value"], ["Ours", 2025, "Q1", 1])).toBe("Ours 2025-Q1 1 0 ");
    expect(readWith(["名称", "年份", "月份", "数值"], ["Ours", 2025, "", 1])).toBe("Ours 2025 1 0 ");
  });

  test("several missing headings are one sentence, which says what can be written.", () => {
    expect(readWith(["商户", "备注"], ["Ours", "x"])).toBe(
      "缺少标题“指标”（或指标名称、品类、品种）、“时期”（或期间、月份、日期）、“数值”（或值、数据、销售额）：请将相应的列改为此名。",
    );
  });

  test("periods side by side are told apart from a missing heading.", () => {
    expect(readWith(["指标", "2023年", "2024年", "2025年"], ["Ours", 1, 2, 3])).toBe(
      "“2023年”至“2025年”横向排列：请每期一行，分为指标、时期、数值三列。",
    );
  });

  test("two columns that may both be meant are not chosen between, unless one has the name that the pane shows.", () => {
    expect(readWith(["指标", "时期", "销售额", "零售额"], ["Ours", 2025, 1, 2])).toMatch(
      /^“销售额”和“零售额”两列/,
    );
    expect(readWith(["指标", "时期", "销售额", "数值"], ["Ours", 2025, 1, 2])).toBe("Ours 2025 2 0 ");
  });

  test("a period that cannot be meant for sure says why.", () => {
    const zh = (period: Cell) => wrongIn(table(["指标", "时期", "数值"], [["Ours", period, 1]]), "zh")[0];
    expect(zh("一季度")).toBe("B2 时期“一季度”没有年份：请写2025年一季度、2025年3月、2025年1—8月或日期。");
    expect(zh("去年")).toBe("B2 “去年”会随日期变动：请写具体时期，如2025年一季度。");
    expect(zh("03/04/2025")).toMatch(/可能指不同的时期/);
    expect(zh("何时")).toMatch(/^B2 无法识别时期“何时”/);
  });
});
