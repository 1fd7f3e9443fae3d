import { figure, joinTables, liveStore } from "../../../src/dataset";
import type { Period } from "../../../src/dataset";
import { eachTest } from "../excel";
import { openExcelWithFunctions } from "../functions";
import { at, inPeriod, newSheet, over, summaries, tableOf } from "../insertions";
import { addTable, answer, codeOf, joinSales } from "./salesTable";

/** What is made of a table of the user's that has joined: insertions, formulas, frozen cells. */
const excel = eachTest(openExcelWithFunctions);
afterEach(() => joinTables(undefined));

test("Its figures may be newer than the data date that a first insertion sets: a block shows what its formulas answer.", async () => {
  await addTable(excel, [
    ["Indicator", "时期", "VALUE", "measure", "unit", "released"],
    ["Our sales", 2025, 1500, "", "万元", "2099-01-01"],
  ]);
  expect((await excel.actions.useTable()).ok).toBe(true);
  const value = tableOf([codeOf("our sales")], "2025", { kind: "value", live: false });
  expect(await excel.actions.insert(value, at("J2"), "en")).toMatchObject({
    ok: false,
    problem: { name: "no-figure" },
  });
  await excel.actions.saveSetting("ECOM.asof", "2099-01-01");
  await excel.insert(value, at("J2"));
});

const withSource = /Own data: Sales|ECOM\./;

test.each([
  ["formula", /ECOM\.VALUE/],
  ["value", /9\.5/],
  ["series", withSource],
  ["table", withSource],
  ["chart", withSource],
  ["card", withSource],
] as const)(
  "It can be inserted as %s, with its source and nothing run that stands in its texts.",
  async (kind, shown) => {
    const name = '=HYPERLINK("x") <b>';
    await addTable(excel, [
      ["indicator", "period", "value"],
      [`'${name}`, 2023, 7.25],
      [`'${name}`, 2024, 8],
      [`'${name}`, 2025, 9.5],
    ]);
    expect(await excel.actions.useTable()).toMatchObject({ ok: true });
    const inserted = await excel.insert(tableOf([codeOf(name)], "2025", { kind }), newSheet);
    const text = JSON.stringify(await excel.sheet(inserted.sheet));
    expect(text).not.toContain('"formula":"=HYPERLINK');
    expect(text).toMatch(shown);
    if (kind === "chart") expect(text).toContain("9.5");
    // As many decimals as were given, and none invented.
    if (kind === "table") expect(text).toContain('"B5":{"value":9.5,"numberFormat":"#,##0.0"');
  },
);

test("It stands on a custom sheet beside official figures, and is frozen with its source.", async () => {
  await joinSales(excel);
  const { sheet } = await excel.insert(
    {
      ...inPeriod(summaries.own, "2025"),
      own: {
        indicators: [codeOf("Our sales"), "ONLINE_RETAIL_PHYSICAL"],
        measures: ["level"],
        freq: "annual",
        charts: true,
      },
    },
    newSheet,
  );
  const shown = JSON.stringify(await excel.sheet(sheet));
  expect(shown).toContain("Own data: Sales");
  expect(shown).toContain("National Bureau of Statistics");

  await excel.enter("J2", '=ECOM.VALUE("our sales",2025)');
  await excel.enter("J3", '=ECOM.CITE("our sales",2025)');
  await excel.freeze();
  const list = JSON.stringify(await excel.cells("ECOM sources"));
  expect(list).toContain("Our sales");
  expect(list).toContain("Own data: Sales");
  expect((await excel.cell("J2"))?.value).toBe(15_000_000);
  await excel.thaw();
  expect((await excel.cell("J2"))?.value).toBe(15_000_000);
});

test("It is known on every data date, but for what names its release.", async () => {
  await addTable(excel, [
    ["indicator", "period", "value", "released", "link", "source"],
    ["Ours", 2024, 1, "", "", ""],
    ["Ours", 2025, 2, "2026-01-31", "https://example.org/a", "Annual report"],
  ]);
  expect(await excel.actions.useTable()).toMatchObject({ ok: true });
  for (const [address, formula, expected] of [
    ["J2", '=ECOM.VALUE("ours",2024,,"2020-01-01")', 1],
    ["J3", '=ECOM.VALUE("ours",2025,,"2026-01-30")', "#N/A"],
    ["J4", '=ECOM.VALUE("ours",2025,,"2026-01-31")', 2],
    [
      "J5",
      '=ECOM.CITE("ours",2025)',
      "Own data: Sales, “Annual report”, 31 January 2026, https://example.org/a",
    ],
    ["J6", '=ECOM.CHECK("ours",2025,2)', true],
    ["J7", '=ECOM.INFO("ours","released",2024)', "-"],
    ["J9", '=ECOM.CAGR("ours",2024,2025)', 1],
    ["L2", '=ECOM.FIND("ours",1)', "Code"],
    ["T2", '=ECOM.TABLE("ours",{2024,2025},"level")', "Level"],
  ] as const)
    expect([formula, await answer(excel, address, formula)]).toEqual([formula, expected]);
  expect((await excel.cell("L3"))?.value).toBe("OWN:OURS");
  expect((await excel.cell("V3"))?.value).toBe(2);
  await excel.actions.saveSetting("ECOM.asof", "2021-01-01");
  await excel.host.idle();
  expect(await answer(excel, "J10", '=ECOM.VALUE("ours",2024)')).toBe(1);
});

test("Its blocks stay when it is taken out: what cannot be made again says so.", async () => {
  await joinSales(excel);
  const code = codeOf("Our sales");
  expect(figure({ indicator: liveStore.indicator(code), period: "2025" as Period }).ok).toBe(true);
  await excel.insert(tableOf([code], "2025"), newSheet);
  await excel.actions.dropTable("Sales");
  const { id, insertion } = await excel.firstBlock();
  expect(await excel.actions.insert(insertion, over(id), "en")).toMatchObject({
    ok: false,
    problem: { name: "no-figure", reason: { name: "unknown-indicator" } },
  });
  expect(await excel.actions.doctor()).toMatchObject({ ok: true });
});
