import fc from "fast-check";
import { catalogue, enums } from "../../src/functions/catalogue/catalogue";
import { whole } from "../dealt";
import { call, hosts, ids, open } from "./excel";

// No input whatever makes a function end in anything but a valid result or one of the two errors: `call` throws for
// everything else. Values are of every kind that Excel can pass, and some that it cannot.

const names = [
  "digital",
  "total",
  "physical",
  "网购用户",
  "share",
  "DIGITAL_PRODUCTS",
  "ＴＯＴＡＬ",
  "seasonal",
  "shoppers",
];
const periods = [
  2025,
  "2025",
  "2025-Q1",
  "2025年1—8月",
  "latest",
  "2025-08 YTD",
  "2025-H2",
  "2014",
  45747,
  45747.5,
  "2099-12",
];
const words = Object.values(enums).flatMap((list) => list.map(({ value }) => value));
const texts = [
  "",
  " ",
  "\u3000",
  "constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "=1+1",
  "@SUM(1)",
  "-1",
  "'",
  '"',
  "🛒📈",
  "\ud83d",
  "\u202eلاتيجيد",
  "مبيعات التجزئة",
  "קמעונאות",
  "e\u0301".repeat(50),
  "\u0000",
  "a\nb\r\nc",
  "x".repeat(33_000),
  "九".repeat(200),
  "2025-02-30",
  "1e309",
  "٢٠٢٥",
  "½",
  "NaN",
  "3.6 trillion",
  "(".repeat(500),
];
const numbers = [
  0,
  -0,
  1,
  -1,
  0.5,
  1900,
  2100,
  73050,
  73051,
  1e308,
  -1e308,
  5e-324,
  NaN,
  Infinity,
  -Infinity,
  2 ** 53,
  1e21,
];
const errors = [
  "#N/A",
  "#VALUE!",
  "#DIV/0!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#NULL!",
  "#SPILL!",
  "#BUSY!",
  "#GETTING_DATA",
].flatMap((code) => [
  { type: "CustomFunctionError", code },
  { type: "Error", basicType: "Error", basicValue: code },
  Object.assign(new Error("from a cell"), { type: "Error", code }),
]);
const data = [
  { type: "Double", basicValue: 2025, numberFormat: "0" },
  { type: "FormattedNumber", basicValue: 45747, numberFormat: "yyyy-mm-dd" },
  { type: "String", basicValue: "digital", properties: { code: 1 } },
  { type: "Boolean", basicValue: true },
  { type: "Empty", basicValue: "" },
  { type: "Entity", text: "total", properties: { code: { type: "String", basicValue: "digital" } } },
  { type: "Entity", properties: null },
  { type: "Entity", text: { type: "Entity" }, properties: { code: [[1]] } },
  { type: "LinkedEntity", text: "数码", id: {} },
  { type: "WebImage", address: "https://example.com/a.png" },
  { type: "Array", elements: [["digital", 2025]] },
  { type: "Array", elements: [["digital"]] },
  { type: "Array" },
  { type: "Reference", reference: 0 },
  { type: 7, basicValue: [] },
  { functionName: "GROWTH" },
  { basicValue: 1 },
  {},
  Object.create(null),
  JSON.parse('{"__proto__": {"type": "Entity", "text": "digital"}, "constructor": 1}'),
  new Date(0),
  new Map(),
  Symbol("digital"),
  () => "digital",
  10n,
];
const flat = [
  ...names,
  ...periods,
  ...words,
  ...texts,
  ...numbers,
  ...errors,
  ...data,
  true,
  false,
  null,
  undefined,
];
const big = {
  column: Array.from({ length: 5000 }, (_, row) => [names[row % 9]]),
  blanks: Array.from({ length: 100_000 }, () => [""]),
};
const matrices = [
  [],
  [[]],
  [[[]]],
  [[null]],
  [["digital"]],
  [[[["digital"]]]],
  ["digital", "total"],
  [["digital", "total"], ["dining"]],
  [["2025-Q1"], ["2025"]],
  [[0], ["total"], [0]],
  errors.slice(0, 3).map((error) => [error]),
  [flat],
  flat.map((value) => [value]),
  big.column,
  big.blanks,
];

const one = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...names) },
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...periods) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...words) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...flat) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.integer({ min: 1900, max: 74_000 }) },
);
const matrix = fc.array(fc.array(one, { maxLength: 3 }), { maxLength: 3 });
// The first argument is mostly a name, so that the others are looked at.
const first = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<unknown>(...names) },
  { weight: 1, arbitrary: one },
  { weight: 1, arbitrary: matrix },
);
const rest = fc.array(fc.oneof({ weight: 9, arbitrary: one }, { weight: 1, arbitrary: matrix }), {
  maxLength: 6,
});
const settings = fc.record(
  {
    "ECOM.period": one,
    "ECOM.asof": fc.oneof(one, fc.constantFrom("2025-04-30", "1999", "latest")),
    "ECOM.language": fc.oneof(one, fc.constantFrom("zh", "en")),
    "ECOM.plain": one,
    "ECOM.date1904": one,
  },
  { requiredKeys: [] },
);

const every = fc.constantFrom(...ids());

/** `npm run test:all` makes 100,000 calls, of which a run makes a twentieth. */
const hundreds = whole ? 1000 : 50;

test("Thousands of calls with values of every kind end in a valid result or one of the two errors with a sentence.", () => {
  let calls = 0;
  const sets = fc.constantFrom(...Object.values(hosts));
  fc.assert(
    fc.property(
      sets,
      settings,
      fc.array(fc.tuple(every, first, rest), { minLength: 100, maxLength: 100 }),
      (sets, settings, list) => {
        open({ sets, settings });
        for (const [id, argument, others] of list) {
          call(id, argument, ...others);
          calls++;
        }
      },
    ),
    { numRuns: hundreds },
  );
  expect(calls).toBe(hundreds * 100);
}, 180_000);

test("Each hostile value and matrix in each place of each function is borne.", () => {
  open();
  const typical: Readonly<Record<string, unknown>> = {
    indicator: "total",
    indicators: "total",
    from: 2020,
    to: 2024,
    number: 3.6,
  };
  for (const { id, parameters } of catalogue) {
    const good = parameters.map(({ name }) => typical[name] ?? null);
    for (const value of [...flat, ...matrices]) {
      parameters.forEach((_, place) => call(id, ...good.slice(0, place), value, ...good.slice(place + 1)));
    }
    call(id, ...Array.from({ length: 300 }, () => "digital"));
  }
}, 180_000);

test("10 MB of text in any place is borne, and never quoted whole.", () => {
  open();
  const long = [
    "digital".repeat(1_500_000),
    "数码".repeat(5_000_000),
    " ".repeat(10_000_000),
    "🛒".repeat(5_000_000),
  ];
  for (const { id, parameters } of catalogue) {
    for (const text of long) {
      parameters.forEach((_, place) => {
        call(
          id,
          ...parameters.map(({ name }, at) =>
            at === place ? text : name.startsWith("indicator") ? "total" : null,
          ),
        );
      });
    }
  }
}, 180_000);

test("A range of many cells that name nothing is refused, and not answered at length.", () => {
  open();
  const nonsense = Array.from({ length: 20_000 }, (_, row) => [`nonsense ${row}`]);
  expect(call("TABLE", nonsense)).toMatchObject({ error: "#VALUE!" });
  const mixed = [["digital"], ...nonsense];
  expect(call("TABLE", mixed)).toMatchObject({ error: "#VALUE!" });
  const wide = [Array.from({ length: 2000 }, () => "2025")];
  expect(call("TABLE", big.column, wide)).toMatchObject({
    error: "#VALUE!",
    message: expect.stringContaining("10000000 cells"),
  });
});
