import { dealt } from "../../dealt";
import { openWorkbench, type WorkbenchOptions } from "../browser";
import { ask, save, spilled, type Answer } from "./ask";

// The examples of the design and one call of each function, through Microsoft's client, on every kind of host.

/** A formula, what its cell holds, and what the sentence of an error must name. */
type Example = readonly [formula: string, value: string | number | boolean | RegExp, sentence?: RegExp];

const examples: readonly Example[] = [
  ['=ECOM.GROWTH("digital")', 0.074],
  ['=ECOM.GROWTH("DIGITAL products","2025-Q1")', 0.074],
  ['=ECOM.GROWTH("数码")', 0.074],
  ['=ECOM.GROWTH("digital","latest")', 0.082],
  ['=ECOM.GROWTH("entertainment")', 0.4],
  ['=ECOM.GROWTH("dining")', 0.292],
  ['=ECOM.GROWTH("cashews")', 1.19],
  ['=ECOM.GROWTH("physical","2025")', 0.052],
  ['=ECOM.GROWTH("physical","2025","computed")', "#N/A", /\+0\.1%.*\+5\.2%.*two bases/],
  ['=ROUND(ECOM.GROWTH("retail","2024","computed"),7)', 0.034783],
  ['=ECOM.VALUE("total")', 3.6242e12],
  ['=ECOM.VALUE("share","2025")', 0.261],
  ['=ECOM.VALUE("physical","2025-08")', "#N/A", /"2025-08 YTD"/],
  ['=ECOM.GROWTH("digitl")', "#VALUE!", /"digital"/],
  ['=ECOM.VALUE("digital")', "#N/A", /Only growth is published.*ECOM\.GROWTH/],
  ['=ECOM.GROWTH("total","2026-03 YTD")', "#N/A", /ONLINE_RETAIL_GOODS_SERVICES/],
  ['=ECOM.CHECK("total","2025-Q1",3.6)', true],
  ['=ECOM.CHECK("total","2025-Q1",3.7)', false],
  ['=ECOM.VALUE("total","2025-Q1","billion")', 3624.2],
  ['=ECOM.GROWTH("digital","2025-05 YTD",,"2025-06-29")', "#N/A", /asof 2025-06-29/],
  ['=ECOM.GROWTH("digital","2025-05 YTD",,"2025-06-30")', 0.104],
  ['=ECOM.GROWTH("digital",DATE(2025,3,31))', "#N/A", /"2025-Q1"/],
  ['=ECOM.VALUE("retail",DATE(2025,3,31))', 4.094e12],
  [
    '=ROUND(ECOM.CAGR("physical",2020,2025,"chained"),9)',
    Number(((1.12 * 1.062 * 1.084 * 1.065 * 1.052) ** 0.2 - 1).toFixed(9)),
  ],
  ['=ECOM.SERIES("physical","growth",2023,2025)', "Period"],
  ['=ECOM.TABLE("digital","2025-Q1")', "Growth (%)"],
  ["=ECOM.RANK(,,3)", 1],
  ['=ECOM.FIND("trade-in",3)', "Code"],
  ['=ECOM.INFO("total","url")', /^https:/],
  ['=ECOM.CITE("total","2025-Q1","apa")', /\(2025, April 16\)/],
  ['=ECOM.EVENTS("silk_road",1)', /^\d{4}/],
  ["=ECOM.VERSION()", /^ECOM data \d{4}-\d\d-\d\d\./],
  ['=SUM(ECOM.GROWTH("digital"),ECOM.VALUE("total"))', 3.6242e12 + 0.074],
  ['=ECOM.GROWTH("digital","soon")', "#VALUE!", /period "soon"/],
  ["=ECOM.GROWTH(1/0)", "#VALUE!", /indicator is the error #DIV\/0!/],
];

const base = { SharedRuntime: "1.1", RibbonApi: "1.1" };
const hosts: readonly (readonly [name: string, options: WorkbenchOptions, type: string | undefined])[] = [
  ["the web", { profile: "web" }, "Double"],
  ["Microsoft 365", { profile: "365" }, "Double"],
  [
    "the first Excel with data types",
    { sets: { ...base, ExcelApi: "1.16", CustomFunctionsRuntime: "1.4" } },
    "FormattedNumber",
  ],
  ["Excel 2024", { sets: { ...base, ExcelApi: "1.17", CustomFunctionsRuntime: "1.3" } }, undefined],
  ["Excel 2021", { profile: "2021" }, undefined],
];

const formulas = examples.map(([formula]) => formula);

/** Each answer beside what it must be. */
function expectAnswers(answers: readonly Answer[]): void {
  examples.forEach(([formula, value, sentence], at) => {
    const { value: found, text, message } = answers[at]!;
    const held = typeof value === "boolean" ? text === String(value).toUpperCase() : found;
    if (value instanceof RegExp)
      expect([formula, String(found)]).toEqual([formula, expect.stringMatching(value)]);
    else expect([formula, held]).toEqual([formula, typeof value === "boolean" ? true : value]);
    if (sentence === undefined) expect([formula, message]).toEqual([formula, undefined]);
    else expect([formula, message]).toEqual([formula, expect.stringMatching(sentence)]);
    expect(message?.length ?? 0).toBeLessThanOrEqual(200);
  });
}

test.each(dealt(hosts, 2))(
  "On %s every example holds, as a number of the richest form.",
  async (_, options, type) => {
    const workbench = await openWorkbench(options);
    const answers = await ask(workbench, formulas);
    expectAnswers(answers);
    expect(answers[0]).toMatchObject({ type, text: type === undefined ? "0.074" : "7.4%" });
    const total = formulas.indexOf('=ECOM.VALUE("total")');
    expect(answers[total]).toMatchObject({ type, text: type === undefined ? "3.6242E+12" : "3.62tn" });
    // Spilled numbers are of the same form as single ones.
    const series = formulas.findIndex((formula) => formula.startsWith("=ECOM.SERIES"));
    expect((await spilled(workbench, series, 4, 2)).map(([period]) => period)).toEqual([
      "Period",
      "2023",
      "2024",
      "2025",
    ]);
    expect((await spilled(workbench, series, 4, 2)).at(-1)?.[1]).toBe(0.052);
  },
);

test("With the setting for plain numbers the same numbers are plain, and cards point to INFO.", async () => {
  const workbench = await openWorkbench();
  await save(workbench, { "ECOM.plain": true });
  const answers = await ask(workbench, [...formulas, '=ECOM.CARD("digital")']);
  expectAnswers(answers);
  expect(answers[0]).toMatchObject({ type: undefined, text: "0.074" });
  expect(answers.at(-1)).toMatchObject({ value: "#N/A", message: expect.stringMatching(/ECOM\.INFO/) });
});

test("A card shows its title, and other functions read indicator and period from it.", async () => {
  const workbench = await openWorkbench();
  const [card] = await ask(workbench, ['=ECOM.CARD("total","2024")']);
  expect(card).toMatchObject({ type: "Entity", text: "National online retail sales (until 2025)" });
});

test("In a Chinese Excel labels, headings and sentences are Chinese, and the numbers the same.", async () => {
  const workbench = await openWorkbench({ locale: "zh-CN" });
  const [growth, value, missing, series, wrong] = await ask(workbench, [
    '=ECOM.GROWTH("数码","2025年一季度")',
    '=ECOM.VALUE("网上零售额","2025年1—3月")',
    '=ECOM.VALUE("实物商品","2025年8月")',
    '=ECOM.SERIES("实物商品","增速","2023年","2025年")',
    '=ECOM.GROWTH("数码","不久")',
  ]);
  expect(growth).toMatchObject({ value: 0.074, text: "7.4%" });
  expect(value).toMatchObject({ value: 3.6242e12, text: "3.62万亿" });
  expect(missing).toMatchObject({ value: "#N/A", message: expect.stringMatching(/实物商品.*“2025年1—8月”/) });
  expect(series).toMatchObject({ value: "时期" });
  expect(wrong).toMatchObject({ value: "#VALUE!", message: expect.stringMatching(/period.*不久/) });
});

test("Every form of the design's table of periods is read in a cell.", async () => {
  const forms: readonly (readonly [canonical: string, ...forms: string[]])[] = [
    ["2025", "2025", '"2025"', '"2025-12 YTD"', '"２０２５年"'],
    [
      "2025-Q1",
      '"2025-Q1"',
      '"2025Q1"',
      '"Q1 2025"',
      '"2025年一季度"',
      '"2025-03 YTD"',
      '"2025 Jan-Mar"',
      '"2025年1-3月"',
    ],
    ["2025-H1", '"2025-H1"', '"2025年上半年"', '"2025-06 YTD"', '"2025-Q2 YTD"'],
    [
      "2025-03",
      '"2025-03"',
      '"2025M03"',
      '"Mar 2025"',
      '"2025年3月"',
      '"2025-03-31"',
      "DATE(2025,3,31)",
      "45747",
    ],
    ["2025-08 YTD", '"2025-08 YTD"', '"2025 Jan-Aug"', '"2025年1-8月"', '"２０２５年１—８月"'],
    ["2025-09 YTD", '"2025-9M"', '"2025年前三季度"'],
    ["2025-Q3", '"2025-Q3"'],
    ["2025-H2", '"2025-H2"', '"2025年下半年"'],
  ];
  const list = forms.flatMap(([canonical, ...written]) => written.map((form) => [canonical, form] as const));
  const workbench = await openWorkbench();
  // A table's heading is the period as it was understood.
  const asked = list.map(([, form]) => `=INDEX(ECOM.TABLE("retail",${form}),1,2)`);
  const answers = await ask(workbench, asked);
  expect(answers.map(({ value }, at) => [list[at]![1], value])).toEqual(
    list.map(([canonical, form]) => [form, canonical]),
  );
});
