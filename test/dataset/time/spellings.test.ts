import fc from "fast-check";
import { kindOf, parsePeriod, periodParts, writtenKind, type Period } from "../../../src/dataset";
import { everyPeriod } from "./everyPeriod";

const read = (input: unknown) => {
  const result = parsePeriod(input);
  if (result.ok) return result.value;
  return result.reason.name === "period-not-read" ? (result.reason.why ?? "unknown") : result.reason.name;
};

/** Spellings of analysts that 0.1.0 did not read, and others like them, beside those of test/cases/spellings/periods.tsv. */
const spellings: Readonly<Record<string, readonly unknown[]>> = {
  "2025": [
    "FY2025",
    "FY 2025",
    "full year 2025",
    "2025 full year",
    "二〇二五年",
    "二零二五年",
    "二○二五年全年",
    "25年",
    "25年全年",
    "'25",
    "2025年1至12月累计",
    "截至2025年底",
    "2025 年",
    "2025年全年累计",
  ],
  "2025-Q1": [
    "25Q1",
    "Q1'25",
    "1Q'25",
    "Q1’25",
    "25年一季度",
    "25年Q1",
    "2025年第1季度",
    "2025年首季",
    "2025年第一季",
    "二〇二五年一季度",
    "二零二五年第一季度",
    "２５Ｑ１",
    "一季度2025年",
    "2025-1Q",
    "Quarter 1 2025",
    "Qtr 1 2025",
    "1st quarter 2025",
    "Q1 of 2025",
    "2025年一季度当季",
    "2025年一季度單季",
    "2025.1-3",
    "2025年1——3月",
    "2025年1月至2025年3月",
    "2025.01-2025.03",
    "202501-202503",
    "3M25",
    "three months of 2025",
    "截至2025年3月",
    "截至2025年3月31日",
    "2025年初至3月",
    "年初至2025年3月",
    "2025年3月累计值",
    "2025年3月累計",
    "2025年一季度累计",
  ],
  "2025-Q3": [
    "25Q3",
    "3Q25",
    "Q3'25",
    "25年三季度",
    "2025年三季度当季",
    "2025年7月至9月",
    "3Q'25",
    "the third quarter of 2025",
  ],
  "1998-Q2": ["98Q2", "2Q98", "Q2'98", "98年二季度"],
  "2025-H1": [
    "25H1",
    "H1'25",
    "25年上半年",
    "2025年H1",
    "上半年2025年",
    "first half of '25",
    "2025年1-2季度",
    "2025年一至二季度",
    "2025年Q1-Q2",
    "2025上半年累计",
    "二〇二五年上半年",
    "6M25",
    "2025年前半年",
    "2025-Q1-Q2",
    "Q1-Q2 2025",
    "截至2025年6月末",
    "as of June 2025",
    "YTD June 2025",
  ],
  "2025-H2": [
    "25H2",
    "2H25",
    "H2'25",
    "25年下半年",
    "2025年H2",
    "2025年后半年",
    "2025Q3-Q4",
    "2025年三至四季度",
  ],
  "2025-09 YTD": [
    "2025年1-3季度",
    "2025年一至三季度",
    "2025年1—3季度",
    "2025年第一至第三季度",
    "2025 Q1-Q3",
    "Q1-Q3 2025",
    "2025年前3季度",
    "25年前三季度",
    "9M25",
    "9M'25",
    "9M 25",
    "二〇二五年前三季度",
    "2025年前三季度累计",
    "nine months of 2025",
    "9 months 2025",
    "2025年前9月",
    "2025年三季度累计",
  ],
  "2025-08 YTD": [
    "2025.1-8",
    "2025/1-8",
    "2025 1-8",
    "2025年1月至2025年8月",
    "2025年1月—2025年8月",
    "2025年1——8月",
    "2025年1－8月",
    "2025年1~8月",
    "2025年1–8月份",
    "2025年1-8月累计",
    "2025年8月累计值",
    "2025年8月累计数",
    "累计2025年8月",
    "截至2025年8月",
    "截至2025年8月末",
    "截止2025年8月底",
    "截至2025年8月31日",
    "2025年初至8月",
    "2025年年初至8月",
    "年初至2025年8月",
    "year to date August 2025",
    "up to Aug 2025",
    "as of August 2025",
    "as at 31 August 2025",
    "Jan-Aug 25",
    "8M25",
    "202501-202508",
    "2025.01-2025.08",
    "2025.1-2025.8",
    "Jan 2025–Aug 2025",
    "25年1-8月",
    "25年1月-25年8月",
    "二〇二五年一至八月",
    "2025年一—八月",
    "cumulative to August 2025",
    "2025年頭8個月",
    "2025M1-M8",
    "2025-08 (YTD)",
  ],
  "2025-05": [
    "2025年5月当月",
    "2025年5月當月",
    "2025年5月单月",
    "2025年5月当月值",
    "2025年5月單月值",
    "单月2025年5月",
    "202505",
    202505,
    "25年5月",
    "二〇二五年五月",
    "二零二五年五月份",
    "20250531",
    20250531,
    "2025年五月三十一日",
    "31st May 2025",
    "May 31st, 2025",
    "31/05/2025",
    "05/31/2025",
    "2025-05 alone",
    "May'25",
    "2025年5月度",
    "2025--05",
  ],
  "2025-12": [
    "2025年末",
    "2025年底",
    "2025年年末",
    "2025年年底",
    "end of 2025",
    "year-end 2025",
    "2025 year-end",
    "end-2025",
    "at the end of 2025",
    "25年末",
    "二〇二五年末",
  ],
  "2025-03": ["2025年一季度末", "end of Q1 2025", "2025Q1末", "end-March 2025", "2025年3月期末"],
  "2025-06": ["2025年上半年末"],
  "2025-01": ["2025.1-1", "1M25"],
  "2025-11 YTD": ["11M25", "二〇二五年一—十一月"],
  latest: ["最新一期", "最新时期"],
};

test.each(Object.entries(spellings))("%s is read from every way of writing it.", (period, ways) => {
  expect(ways.filter((way) => read(way) !== period).map((way) => [way, read(way)])).toEqual([]);
});

/** What may mean two periods is refused, and the sentence says why. */
const refused: Readonly<Record<string, readonly string[]>> = {
  relative: [
    "去年",
    "今年",
    "前年",
    "上月",
    "上个月",
    "本月",
    "上季度",
    "本季度",
    "去年同期",
    "今年一季度",
    "年初至今",
    "last year",
    "this year",
    "last quarter",
    "previous month",
    "current year",
    "today",
    "YTD",
    "last month",
  ],
  "no-year": [
    "Q1",
    "一季度",
    "3月",
    "March",
    "1-8月",
    "上半年",
    "H1",
    "9M",
    "前三季度",
    "1—8月累计",
    "first half",
  ],
  ambiguous: ["Mar-25", "Mar 25", "25-Mar", "03/04/2025", "1/2/25"],
  unknown: [
    "2025年累计",
    "2025 YTD",
    "截至2025年",
    "2025年1-8月当月",
    "2025年当月",
    "2025年2-4月",
    "Jan 2024-Aug 2025",
    "2024年12月至2025年3月",
    "2025-13",
    "202513",
    "20250230",
    "2025年财年",
    "foo",
    "2025 2024",
  ],
};

test.each(Object.entries(refused))("What is %s is refused as such.", (why, ways) => {
  expect(ways.filter((way) => read(way) !== why).map((way) => [way, read(way)])).toEqual([]);
});

test("A year, two dashes apart from a day and month, stays a date.", () => {
  expect(read("2025-1-8")).toBe("2025-01");
});

const han = (number: number) => "〇一二三四五六七八九".charAt(number);
const numerals = (year: number) => [...String(year)].map((digit) => han(Number(digit))).join("");
const month = (number: number) =>
  number <= 9 ? han(number) : number === 10 ? "十" : `十${han(number - 10)}`;
const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** How people write the months of a period, without its year, by what the period is. */
function monthsOf(period: Period): { zh: string[]; en: string[] } {
  const { first, last } = periodParts(period);
  const quarter = last / 3;
  switch (kindOf(period)) {
    case "annual":
      return { zh: ["", "全年", "1-12月"], en: ["FY"] };
    case "quarter":
      return {
        zh: [
          `${month(quarter)}季度`,
          `第${month(quarter)}季度`,
          `${quarter}季度`,
          `Q${quarter}`,
          `${first}—${last}月`,
        ],
        en: [`Q${quarter}`, `${quarter}Q`],
      };
    case "half":
      return { zh: ["下半年", "H2", "7至12月"], en: ["H2", "2H"] };
    case "month":
      return {
        zh: [`${last}月`, `${month(last)}月`, `${last}月当月`, `${last}月末`],
        en: [names[last - 1] ?? ""],
      };
    case "ytd":
      return {
        zh: [
          `${first}—${last}月`,
          `${last}月累计`,
          `前${last}个月`,
          `1月至${last}月`,
          `一至${month(last)}月`,
        ],
        en: [`Jan-${names[last - 1]}`, `${last}M`],
      };
  }
}

const dressed: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  (text) => text.replace(/[—-]/g, "——"),
  (text) => `\u200e${text.split("").join("\u200b")}\u00ad`,
  (text) => text.replace(/季/g, "季").replace(/当/g, "當").replace(/个/g, "個").replace(/计/g, "計"),
  (text) => `\u3000${text}\u00a0`,
];

test("Every period is read from every way of printing it, in Chinese and English, with its year in numerals or short.", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...everyPeriod),
      fc.nat(),
      fc.constantFrom(...dressed),
      (period, pick, dress) => {
        const { year } = periodParts(period);
        const { zh, en } = monthsOf(period);
        const short = String(year).slice(2);
        const inTwo = year >= 1990 && year < 2090;
        const ways = [
          ...zh.flatMap((text) => [
            `${year}年${text}`,
            `${numerals(year)}年${text}`,
            ...(inTwo ? [`${short}年${text}`] : []),
          ]),
          ...en.flatMap((text) => [
            `${text} ${year}`,
            `${year} ${text}`,
            ...(inTwo ? [`${text}'${short}`] : []),
          ]),
        ];
        const way = ways[pick % ways.length] ?? "";
        expect([way, read(dress(way))]).toEqual([way, period]);
      },
    ),
    { numRuns: 3000 },
  );
});

test("What was written cumulatively is of that kind, whatever its name.", () => {
  for (const ytd of [
    "2025-03 YTD",
    "2025年1-3月",
    "Jan-Mar 2025",
    "9M25",
    "2025年3月累计",
    "截至2025年3月",
    "2025-12 YTD",
    "2025年1—12月",
    "2025-01 YTD",
    "2025年前三季度",
  ])
    expect([ytd, writtenKind(ytd)]).toEqual([ytd, "ytd"]);
  for (const [written, kind] of [
    ["2025-Q1", "quarter"],
    ["2025年一季度", "quarter"],
    ["2025", "annual"],
    [2025, "annual"],
    ["2025年3月", "month"],
    ["2025-H1", "ytd"],
    ["2025-H2", "half"],
    ["latest", undefined],
    ["", undefined],
    ["foo", undefined],
  ] as const)
    expect([written, writtenKind(written)]).toEqual([written, kind]);
});
