/**
 * What is meant to differ from 0.1.0, each with its reason. An entry that does not differ fails the tests as well, so
 * the list is exact.
 */

/** Answers that are meant to differ, for all calls that look alike. */
export interface IntendedAnswers {
  /** Why, in a sentence. */
  reason: string;
  /** Which calls, as they are written in test/cases/0.1.0/answers: `GROWTH("digitl","2025-Q1")`. */
  calls: RegExp;
  /** What 0.1.0 answered, as JSON. */
  was: RegExp;
  /** What is answered now, as JSON. */
  is: RegExp;
  /** How many of the kept calls. */
  count: number;
}

export const intendedAnswers: readonly IntendedAnswers[] = [
  {
    reason: "A formula that names its own day asks for all that is known of that day, also what 0.2.0 added.",
    calls: /^(GROWTH|VALUE)\("\w+","latest",null,"2025-06-30"\)$/,
    was: /./,
    is: /^(0\.062|0\.201|0\.176|0\.321|78770000000|86180000000|974000000)$/,
    count: 7,
  },
  {
    reason:
      'Sales "since April" were kept as if counted from January; asked with its own day, a formula sees that they are not.',
    calls: /^VALUE\("FOREIGN_TRADE_ZONE_SALES","latest",null,"2025-06-30"\)$/,
    was: /^2000000000$/,
    is: /#N\/A/,
    count: 1,
  },
  {
    reason:
      "A citation names the body, its release and its own address, not who carried the text; a title of ours stands in brackets.",
    calls: /^CITE\(/,
    was: /./,
    is: /^(?!.*(\bvia\b|转引自))/,
    count: 178,
  },
  {
    reason: "INFO's url is the release's own address; how the text was read stands in its field relay.",
    calls: /^INFO\("\w+",("url"|"source")(,"latest")?\)$/,
    was: /./,
    is: /^(\[\[)?"([^"]*\.gov\.cn[^"]*|[^"]*(Bureau of Statistics|Ministry of Commerce|国家统计局|商务部)[^"]*)?"(\]\])?$/,
    count: 12,
  },
  {
    reason:
      "INFO's card has a field more, its link is the release's own address, and it says why there is no source in the reference period.",
    calls: /^INFO\("\w+"\)$/,
    was: /"(Relations|Aliases|与其他指标的关系|别名)"/,
    is: /"(Read at|转载)"/,
    count: 5,
  },
  {
    reason:
      "The events' text is now as long as the source's, and speaks of sections for export goods, not of zones; their sources name body and release.",
    calls: /^EVENTS\(/,
    was: /./,
    is: /Development of E-Commerce in China in Q1 2025|2025年一季度我国电子商务发展情况/,
    count: 8,
  },
  {
    reason:
      "Notes on figures and on an indicator's basis say more of what was revised, and when it was first seen.",
    calls: /^INFO\("(TOTAL_RETAIL|CROSS_BORDER_ECOM_TRADE)"/,
    was: /./,
    is: /4th Economic Census for 2019|does not follow from|First seen in a later text/,
    count: 3,
  },
  {
    reason:
      "The description of goods for use says what they are not: food and clothing. Search finds it there.",
    calls: /^FIND\("food"/,
    was: /./,
    is: /ONLINE_RETAIL_DAILY_USE/,
    count: 1,
  },
  {
    reason: "A name that is none is a wrong question: IFNA round a formula must not hide it.",
    calls: /"(?:digitl|no such thing)"/,
    was: /^"#N\/A"$/,
    is: /^"#VALUE!"$/,
    count: 5,
  },
  {
    reason: "An empty cell is an argument left out: Windows and Mac hand it over as 0.",
    calls: /[(,]0[,)]/,
    was: /^"#VALUE!"$/,
    is: /^(?!"#)/,
    count: 9,
  },
  {
    reason:
      "年末 is the month of December: there is no figure for it alone, and the sentence names the year's.",
    calls: /年末/,
    was: /^"#VALUE!"$/,
    is: /^"#N\/A"$/,
    count: 2,
  },
  {
    reason: "CHECK drops a word such as about before the number.",
    calls: /^CHECK\(.*"about 3\.6"\)$/,
    was: /#VALUE!/,
    is: /^true$/,
    count: 1,
  },
  {
    reason: "TABLE's latest is one period for all rows, and rows without it are #N/A.",
    calls: /^TABLE.*"latest"/,
    was: /^/,
    is: /#N\/A/,
    count: 15,
  },
  {
    reason: "TABLE's heading says measure and unit, and a name that is none is a wrong question.",
    calls: /^TABLE/,
    was: /^\[\["(?:Indicator|Level|同比增速)"/,
    is: /^\[\["(?:Growth \(%\)|Level \(yuan\)|同比增速（%）)"/,
    count: 4,
  },
  {
    reason:
      "A year as the beginning of other periods begins with its first of them; cumulative periods are written as such, and none is left out.",
    calls: /^SERIES.*"202[34]","(?:2025|latest)"/,
    was: /^/,
    is: /"202[34]-/,
    count: 20,
  },
  {
    reason:
      "A series from January on writes every period cumulatively, and none between the first and the last is left out.",
    calls: /^SERIES/,
    was: /^/,
    is: / YTD"/,
    count: 93,
  },
  {
    reason:
      "A year, quarter or month without a figure between others stands as #N/A: a chart draws it as a gap.",
    calls: /^SERIES/,
    was: /^/,
    is: /#N\/A/,
    count: 26,
  },
];

/** Words that name another indicator than in 0.1.0; in a workbook of 0.1.0 they keep their meaning. */
export const intendedWords: readonly { reason: string; word: string; code: string }[] = [
  {
    reason:
      '"imports" is the usual name of cross-border imports, which 0.2.0 has; in 0.1.0 it meant one row of a platform.',
    word: "imports",
    code: "CROSS_BORDER_ECOM_IMPORTS",
  },
];

/** What a cell of a kept workbook showed, and what is meant to stand there. */
export interface IntendedCell {
  reason: string;
  /** The folder in test/cases/0.1.0/workbooks. */
  workbook: string;
  /** `Sheet1!C5` */
  cell: string;
  was: unknown;
  is: unknown;
}

const quarterBefore =
  "Ministry of Commerce of China, “Ministry of Commerce: China's consumer e-commerce maintained steady growth in the first quarter, boosting digital product growth by 7.4% through trade-in programs.”, 21 April 2025, via GMT Eight, https://gmt8press.com/content/detail/258028";

export const intendedCells: readonly IntendedCell[] = [
  {
    reason: "TABLE's heading says measure and unit.",
    workbook: "frozen-selection",
    cell: "Second, sheet!B2",
    was: "Indicator",
    is: "Growth (%)",
  },
  {
    reason: "A name that is none is a wrong question: IFNA round a formula must not hide it.",
    workbook: "frozen-selection",
    cell: "Sheet1!C5",
    was: "#N/A",
    is: "#VALUE!",
  },
  {
    reason: "A workbook that says that it is Chinese names periods in Chinese.",
    workbook: "settings",
    cell: "Sheet1!A6",
    was: "2025-11 YTD",
    is: "2025年1—11月",
  },
  {
    reason:
      "The text of an event is now as long as the source's, and speaks of sections for export goods, not of zones.",
    workbook: "frozen-selection",
    cell: "Second, sheet!D23",
    was: "Over ten platforms act quickly: direct purchasing orders, foreign trade zones, traffic support and more, eight measures in all.",
    is: "Over ten platforms act quickly: direct purchasing orders, sections for export goods, traffic support and more, eight measures in all, to bring the goods to thousands of households at the speed of e-commerce.",
  },
  ...(
    [
      [
        "B27",
        "National Bureau of Statistics of China, “2025年3月份社会消费品零售总额增长5.9%”, 16 April 2025, https://www.stats.gov.cn/sj/zxfb/202504/t20250416_1959317.html",
        "National Bureau of Statistics of China, [Total Retail Sales of Consumer Goods in March 2025], 16 April 2025, https://www.stats.gov.cn/sj/zxfb/202504/t20250416_1959317.html",
      ],
      [
        "F22",
        quarterBefore,
        "Ministry of Commerce of China, [Development of E-Commerce in China in Q1 2025], 21 April 2025",
      ],
      [
        "F23",
        quarterBefore,
        "Ministry of Commerce of China, [Development of E-Commerce in China in Q1 2025], 21 April 2025",
      ],
    ] as const
  ).map(([cell, was, is]) => ({
    reason: "A citation names body and release, in the language, and nobody who carried the text.",
    workbook: "frozen-selection",
    cell: `Second, sheet!${cell}`,
    was,
    is,
  })),
];

/** The parts of records that freezing writes differently today. */
export interface IntendedRecord {
  reason: string;
  was: string;
  is: string;
}

export const intendedRecords: readonly IntendedRecord[] = [
  {
    reason: "Amounts are shown in short formats, which fit a column of standard width.",
    was: String.raw`"#,##0.00,,,,\" trillion\""`,
    is: String.raw`"#,##0.00,,,,\"tn\""`,
  },
];

/** Frozen formulas with another answer than in 0.1.0, so that the fingerprint in their record differs too. */
export const intendedPrints: readonly { reason: string; formula: string }[] = [
  { reason: "A name that is none is #VALUE!.", formula: '=ECOM.GROWTH("no such thing")' },
  {
    reason: "TABLE's heading says measure and unit.",
    formula: '=ECOM.TABLE({"digital","entertainment"},{"2025-Q1"})',
  },
  { reason: "It names the data in use.", formula: "=ECOM.VERSION()" },
  { reason: "A citation, as in the cell above.", formula: '=ECOM.CITE("total","2025-Q1")' },
  { reason: "The text of an event, as in the cell above.", formula: "=ECOM.EVENTS(,2)" },
];
