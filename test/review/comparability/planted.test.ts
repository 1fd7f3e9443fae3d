import { findings, mixesOf } from "./sheets";

const value = (indicator: string, period: string, unit?: string) =>
  `=ECOM.VALUE("${indicator}","${period}"${unit ? `,"${unit}"` : ""})`;
const growth = (indicator: string, period: string) => `=ECOM.GROWTH("${indicator}","${period}")`;

/** Two levels of physical goods, of two bases: 0.1 % by hand, 5.2 % published. */
const levels = { A2: value("physical", "2024"), B2: value("physical", "2025") };
/** Express deliveries, and the postal items that hold them. */
const items = { B2: value("EXPRESS_VOLUME", "2025"), B3: value("POSTAL_VOLUME", "2025") };
const months = { B2: value("retail", "2025-06"), B3: value("retail", "2025-06 YTD") };
const rates = { B2: growth("digital", "2025-Q1"), B3: growth("physical", "2025-Q1") };

test.each([
  ["growth as B/A-1", { ...levels, C2: "=B2/A2-1" }, "bases C2"],
  ["growth as (B-A)/A", { ...levels, C2: "=(B2-A2)/A2" }, "bases C2"],
  ["growth in per cent", { ...levels, C2: "=(B2-A2)/A2*100" }, "bases C2"],
  ["growth rounded", { ...levels, C2: "=ROUND(B2/A2-1,4)" }, "bases C2"],
  ["growth behind IFERROR", { ...levels, C2: '=IFERROR(($B$2-$A$2)/$A$2,"")' }, "bases C2"],
  [
    "growth of nested calls",
    { C2: '=ECOM.VALUE("physical","2025")/ECOM.VALUE("physical","2024")-1' },
    "bases C2",
  ],
  [
    "growth over a break",
    { A2: value("total", "2025-08 YTD"), B2: value("new total", "2026-08 YTD"), C2: "=B2/A2-1" },
    "break C2",
  ],
  ["the difference of two levels", { ...levels, C2: "=B2-A2" }, "bases C2"],
  [
    "a mean of several years",
    { A2: value("physical", "2020"), B2: value("physical", "2025"), C2: "=(B2/A2)^(1/5)-1" },
    "bases C2",
  ],
  [
    "a successor below its series",
    { B2: value("total", "2025"), B3: value("new total", "2026-08 YTD") },
    "break B2:B3",
  ],
  ["a part plus its whole", { ...items, B4: "=B2+B3" }, "part B4"],
  ["a part and its whole in SUM", { ...items, B4: "=SUM(B2:B3)" }, "part B4"],
  ["a part and its whole in a whole column", { ...items, D1: "=SUM(B:B)" }, "part D1"],
  [
    "exports plus the trade that holds them",
    {
      B2: '=ECOM.VALUE("CROSS_BORDER_ECOM_EXPORTS","2025-H1")+ECOM.VALUE("CROSS_BORDER_ECOM_TRADE","2025-H1")',
    },
    "part B2",
  ],
  ["what overlaps", { B2: '=ECOM.VALUE("retail","2025")+ECOM.VALUE("total","2025")' }, "part B2"],
  ["a month and its cumulative figure in SUM", { ...months, B4: "=SUM(B2:B3)" }, "accumulation B4"],
  ["a month and its cumulative figure in AVERAGE", { ...months, B4: "=AVERAGE(B2:B3)" }, "accumulation B4"],
  ["a sample's growth less a total's", { ...rates, B4: "=B2-B3" }, "sample B4"],
] as const)("A planted mistake is found: %s.", (_, cells, wanted) => {
  expect(mixesOf(cells)).toContain(wanted);
});

test.each([
  [
    "growth where both levels are of one basis",
    { A2: value("retail", "2023"), B2: value("retail", "2024"), C2: "=B2/A2-1" },
  ],
  [
    "the difference where both levels are of one basis",
    { A2: value("retail", "2023"), B2: value("retail", "2024"), C2: "=B2-A2" },
  ],
  [
    "a mean where all levels are of one basis",
    { A2: value("retail", "2023"), B2: value("retail", "2025"), C2: "=(B2/A2)^(1/2)-1" },
  ],
  ["a power of something else", { ...levels, C2: "=(B2/A2)^2" }],
  ["the published growth", { ...levels, C2: growth("physical", "2025") }],
  ["a ratio of two indicators", { B2: '=ECOM.VALUE("physical","2025")/ECOM.VALUE("retail","2025")' }],
  ["what is left of a whole", { ...items, B4: "=B3-B2" }],
  ["a part in per cent of its whole", { ...items, B4: "=B2/B3" }],
  [
    "addends that make the whole",
    {
      B2: '=ECOM.VALUE("CROSS_BORDER_ECOM_EXPORTS","2025-H1")+ECOM.VALUE("CROSS_BORDER_ECOM_IMPORTS","2025-H1")',
    },
  ],
  ["a part and its whole side by side", items],
  ["a month and its cumulative figure side by side", months],
  ["a sample and a total side by side", rates],
  ["months in a sum", { B2: value("retail", "2025-05"), B3: value("retail", "2025-06"), B4: "=SUM(B2:B3)" }],
  [
    "years in an average",
    { B2: value("retail", "2024"), B3: value("retail", "2025"), B4: "=AVERAGE(B2:B3)" },
  ],
  [
    "yearly growths in an average",
    { B2: growth("physical", "2024"), B3: growth("physical", "2025"), B4: "=AVERAGE(B2:B3)" },
  ],
  [
    "a part of one year and a whole of another",
    { B2: '=ECOM.VALUE("EXPRESS_VOLUME","2024")+ECOM.VALUE("POSTAL_VOLUME","2025")' },
  ],
  [
    "a second quarter from cumulative figures",
    { B2: '=ECOM.VALUE("physical","2025-H1")-ECOM.VALUE("physical","2025-Q1")' },
  ],
  ["a successor across an empty cell", { B2: value("total", "2025"), B4: value("new total", "2026-08 YTD") }],
  ["a scaled amount", { B2: value("physical", "2025"), B3: "=B2/100000000" }],
] as const)("An innocent beside it is let alone: %s.", (_, cells) => {
  expect(mixesOf(cells)).toEqual([]);
});

test("Each says its reason and the right figure.", () => {
  const [bases] = findings({ ...levels, C2: "=(B2-A2)/A2" });
  expect(bases?.text.en).toBe(
    'C2 works out growth from the levels of “Online retail sales of physical goods” for 2024 and 2025: +0.1%. They are on two bases; the published growth is +5.2%. Use ECOM.GROWTH("ONLINE_RETAIL_PHYSICAL","2025").',
  );
  expect(bases?.text.zh).toContain("公布的可比增速为+5.2%");
  const [part] = findings({ ...items, B4: "=B2+B3" });
  expect(part?.text.en).toMatch(
    /^B4 puts “Express delivery volume” into one sum .* The whole alone is 216\.51/,
  );
  expect(part?.text.zh).toContain("重复计算");
});
