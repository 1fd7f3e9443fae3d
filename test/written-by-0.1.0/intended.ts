/**
 * What is meant to be otherwise than in 0.1.0. Nothing stands here without a reason, and what stands here and is not so fails the
 * tests as well: the list tells truly in what a workbook of 0.1.0 shows something else.
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
  /** How many calls of those that are kept. */
  count: number;
}

export const intendedAnswers: readonly IntendedAnswers[] = [
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
    reason: "INFO's card says why there is no source in the reference period.",
    calls: /^INFO\("[A-Z_]+"\)$/,
    was: /\["Source",""\]|/,
    is: /\["Period","[^"]*has no/,
    count: 3,
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
];

/** What stands otherwise in a record that freezing writes today, wherever it stands. */
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
  {
    reason: "A name that is none is #VALUE!, of which this is the mark.",
    was: String.raw`no such thing\")","print":"4co4"`,
    is: String.raw`no such thing\")","print":"fva4"`,
  },
  {
    reason: "TABLE's heading says measure and unit: the mark of its cells is another.",
    was: `"print":"0yk5"`,
    is: `"print":"3hk3"`,
  },
];
