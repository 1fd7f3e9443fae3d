import { call, hosts, json, open, sentenceOf, shown } from "./excel";

const questions: readonly (readonly [string, ...unknown[]])[] = [
  ["GROWTH", "digital"],
  ["GROWTH", "physical", 2025, "computed"],
  ["VALUE", "total"],
  ["VALUE", "total", null, "billion"],
  ["VALUE", "share", 2025],
  ["CAGR", "physical", 2019, 2024],
  ["SERIES", "physical", "growth"],
  ["SERIES", "physical", "index"],
  ["TABLE", [["digital"], ["dining"]], [["2025-Q1", "2025"]]],
  ["RANK"],
  ["INFO", "total", "figures"],
];

test("Numbers are the same on every host, and with the setting for plain numbers.", () => {
  const answers = [
    ...Object.values(hosts).map((sets) => ({ sets })),
    { sets: hosts.today, settings: { "ECOM.plain": true } },
  ].map((host) => {
    open(host);
    return questions.map(([id, ...args]) => shown(id, ...args));
  });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test("Today's Excel gets a number with its format and its provenance as fields.", () => {
  open();
  expect(json("GROWTH", "digital")).toMatchObject({
    type: "Double",
    basicType: "Double",
    basicValue: 0.074,
    numberFormat: "0.0%",
    properties: {
      period: { type: "String", basicValue: "2025-Q1" },
      unit: { basicValue: "%" },
      status: { basicValue: "official" },
      qualifier: { basicValue: "exact" },
      publisher: { basicValue: "Ministry of Commerce of China" },
      released: { basicValue: "2025-04-21" },
      release: { basicValue: "[Development of E-Commerce in China in Q1 2025]" },
      link: { basicValue: "" },
      relay: { basicValue: "GMT Eight" },
      basis: { basicValue: expect.stringContaining("MOFCOM") },
      caveat: { basicValue: expect.any(String) },
      version: { basicValue: expect.stringMatching(/^\d{4}-\d\d-\d\d\./) },
    },
  });
});

test("A derived number says so, and what it was derived from is qualified.", () => {
  open();
  expect(json("GROWTH", "retail", 2024, "computed")).toMatchObject({
    properties: {
      status: { basicValue: "derived" },
      caveat: { basicValue: expect.stringContaining("revised") },
    },
  });
  open({ language: "zh-CN" });
  expect(json("CAGR", "physical", 2019, 2024, "chained")).toMatchObject({
    properties: { status: { basicValue: "推算" } },
  });
});

test("Excel of the first data types gets a formatted number.", () => {
  open({ sets: hosts.oldest365 });
  expect(json("VALUE", "total")).toEqual({
    type: "FormattedNumber",
    basicType: "Double",
    basicValue: 3.6242e12,
    numberFormat: '#,##0.00,,,," trillion"',
  });
});

test.each(["perpetual2024", "perpetual2021", "first"] as const)(
  "%s gets a plain number, and no card.",
  (name) => {
    open({ sets: hosts[name] });
    expect(json("GROWTH", "digital")).toBe(0.074);
    expect(sentenceOf("CARD", "digital")).toMatch(/^#N\/A .*ECOM\.INFO/);
  },
);

test("Before the client can say what the host shows, numbers are plain.", () => {
  open();
  Object.assign(globalThis, { Office: { context: {} } });
  expect(json("GROWTH", "digital")).toBe(0.074);
  Object.assign(globalThis, { Office: {} });
  expect(json("GROWTH", "digital")).toBe(0.074);
  Object.assign(globalThis, { Office: undefined });
  expect(json("GROWTH", "digital")).toBe(0.074);
});

test("The setting for plain numbers holds for cards as well.", () => {
  open({ settings: { "ECOM.plain": true } });
  expect(sentenceOf("CARD", "digital")).toMatch(/ECOM\.INFO/);
});

test("A card names value, growth and source, and what others published of the same.", () => {
  open();
  expect(json("CARD", "total")).toMatchObject({
    type: "Entity",
    basicType: "Error",
    basicValue: "#VALUE!",
    text: "National online retail sales (until 2025)",
    properties: {
      code: { type: "String", basicValue: "ONLINE_RETAIL_TOTAL" },
      value: { type: "FormattedNumber", basicValue: 3.6242e12 },
      growth: { basicValue: 0.079 },
      period: { basicValue: "2025-Q1" },
      publisher: { basicValue: "National Bureau of Statistics of China" },
      others: { basicValue: expect.stringMatching(/Ministry of Commerce.*3\.6 trillion/) },
    },
  });
  expect(json("CARD", "digital")).not.toHaveProperty("properties.value");
});

test("A card as an argument stands for its code and its period.", () => {
  open();
  const card = json("CARD", "total", "2024");
  expect(shown("VALUE", card, card)).toBe(shown("VALUE", "total", "2024"));
  expect(shown("TABLE", [[card]], [[card]], null, false)).toEqual(
    shown("TABLE", "total", "2024", null, false),
  );
});

test("A table with very many numbers leaves the provenance of each away, so that it fits into a message.", () => {
  open();
  const names = Array.from({ length: 600 }, () => ["digital"]);
  const table = json("TABLE", names, null, null, false) as unknown[][];
  expect(table).toHaveLength(600);
  expect(table[0]?.[1]).toEqual({
    type: "FormattedNumber",
    basicType: "Double",
    basicValue: 0.074,
    numberFormat: "0.0%",
  });
  const all = json(
    "TABLE",
    Array.from({ length: 40_000 }, () => ["digital"]),
    null,
    null,
    false,
  ) as unknown[][];
  expect(all[39_999]).toEqual(["Digital products, online sales", 0.074]);
  expect(JSON.stringify(all).length).toBeLessThan(5_000_000);
});

test("Gaps of a table are errors with their own sentence, inside the table.", () => {
  open();
  expect(json("TABLE", "digital", [["2025-Q1", "2019"]], null, false)).toMatchObject([
    [
      "Digital products, online sales",
      { type: "Double" },
      { type: "Error", basicValue: "#N/A", message: expect.stringContaining("2019") },
    ],
  ]);
});

test("What the host can show is asked once, not by the cell.", () => {
  let asked = 0;
  open();
  const { requirements } = (
    globalThis as unknown as {
      Office: { context: { requirements: { isSetSupported: (name: string) => boolean } } };
    }
  ).Office.context;
  requirements.isSetSupported = () => {
    asked++;
    return true;
  };
  for (let index = 0; index < 50; index++) call("GROWTH", "digital");
  expect(asked).toBeLessThan(4);
});
