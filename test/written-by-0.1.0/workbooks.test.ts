import { findIndicator, joinTables as joinOwn } from "../../src/dataset";
import type { Snapshot } from "../../src/workbench/host";
import { eachTest } from "../excel/excel";
import { over } from "../excel/insertions";
import { intendedCells } from "./intended";
import { formulas, sheetOf, withoutIds } from "./seen";
import { openSaved, renames, replay, written, writtenAs, type Written } from "./written";

/** Workbooks that 0.1.0 wrote show what they showed; today's add-in thaws them and reads their settings and the user's tables. */
jest.setTimeout(120_000);

const excel = eachTest();
afterEach(() => joinOwn(undefined));

const open = async ({ sets, workbook }: Written) => await excel.openAnother(() => openSaved(sets, workbook));

/** By address: what every cell with content shows. */
const values = ({ sheets }: Snapshot): Record<string, unknown> =>
  Object.fromEntries(
    sheets.flatMap(({ name, cells }) =>
      Object.entries(cells).flatMap(([address, { value }]) =>
        value === undefined ? [] : [[`${name}!${address}`, value]],
      ),
    ),
  );

describe.each(written)("the workbook $name", (saved) => {
  test("shows what it showed, and every block is listed.", async () => {
    await open(saved);
    const blocks = await excel.blocks();
    expect(blocks.map(({ id: _id, ...block }) => block)).toEqual(saved.blocks);
    const [now, then] = [values(await excel.model()), values(saved.workbook)];
    for (const { workbook, cell, was, is } of intendedCells) {
      if (workbook !== saved.name) continue;
      expect([cell, then[cell], now[cell]]).toEqual([cell, was, is]);
      now[cell] = was;
    }
    // What VERSION answers is not a figure: it names the data in use.
    for (const [cell, formula] of Object.entries(formulas(saved.workbook)))
      if (formula === "=ECOM.VERSION()") now[cell] = then[cell];
    expect(now).toEqual(then);
    expect(formulas(await excel.model())).toEqual(formulas(saved.workbook));
  });

  test("has nothing in it that the doctor finds broken.", async () => {
    await open(saved);
    const examined = await excel.actions.doctor();
    const kinds = examined.ok ? examined.findings.map(({ kind }) => kind) : [examined.problem.name];
    // What broke off is completed by an update.
    const half = saved.blocks.filter(({ unfinished }) => unfinished).map(() => "part-gone");
    expect(kinds.filter((kind) => !["no-answer", "old-block", "old-frozen"].includes(kind))).toEqual(half);
  });
});

const frozen = written.flatMap((saved) => (saved.live ? [{ ...saved, live: saved.live }] : []));

describe.each(frozen)("what is frozen in $name", (saved) => {
  test("is thawed: every formula byte for byte, and the workbook as it was before.", async () => {
    await open(saved);
    const standing = formulas(saved.workbook);
    const renamed = Object.fromEntries(renames(saved).map(({ sheet, to }) => [sheet, to]));
    const live = Object.fromEntries(
      Object.entries(formulas(saved.live)).map(([cell, formula]) => {
        const [, sheet = "", address = ""] = /^(.*)!(.*)$/.exec(cell) ?? [];
        return [`${renamed[sheet] ?? sheet}!${address}`, formula];
      }),
    );
    expect(Object.values(live).length - Object.values(standing).length).toBe(keptFormulas(saved.workbook));
    await excel.thaw();
    expect(formulas(await excel.model())).toEqual(live);
    const thawed = await excel.model();
    await excel.openAnother(() => openSaved(saved.sets, saved.live));
    await replay(excel, renames(saved));
    const before = await excel.model();
    expect(thawed.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
    for (const { name } of before.sheets)
      expect(withoutIds(sheetOf(thawed, name))).toEqual(withoutIds(sheetOf(before, name)));
  });

  test("is thawed alone where it is selected, and the rest stays frozen.", async () => {
    await open(saved);
    const first = (await excel.model()).state.names.find(({ name }) => /^ecom_frozen_/i.test(name));
    const [, sheet = "", address = ""] = /^=(.*)!(.*)$/.exec(first?.formula ?? "") ?? [];
    await replay(excel, [
      { act: "select", sheet: sheet.replace(/^'(.*)'$/, "$1").replaceAll("''", "'"), address },
    ]);
    await excel.thaw("selection");
    const now = await excel.model();
    expect(Object.values(formulas(now)).length - Object.values(formulas(saved.workbook)).length).toBe(1);
    expect(keptFormulas(now)).toBe(keptFormulas(saved.workbook) - 1);
  });
});

/** The number of formulas in the records of what is frozen. */
const keptFormulas = ({ state }: Snapshot): number =>
  Object.values(state.sheets)
    .flatMap(({ customProperties }) => Object.entries(customProperties))
    .filter(([key]) => key.startsWith("ECOM.frozen."))
    .reduce((sum, [, text]) => sum + Object.keys((JSON.parse(text) as { items: object }).items).length, 0);

test("A block of which cells are frozen is not removed before they are thawed.", async () => {
  await open(writtenAs("frozen-with-data-date"));
  const [block] = await excel.blocks();
  const outcome = await excel.actions.remove(block?.id ?? "");
  expect(outcome).toMatchObject({ ok: false, problem: { name: "frozen" } });
});

test("The settings that 0.1.0 kept are read, and functions go by them.", async () => {
  await open(writtenAs("settings"));
  expect(excel.actions.settings()).toEqual({
    period: "2024",
    asof: "2025-12-31",
    language: "zh",
    plain: true,
    date1904: true,
  });
  const shown = (await excel.model()).sheets[0]?.cells;
  expect(["A1", "A2", "A3", "A4", "A5", "A6"].map((cell) => shown?.[cell]?.value)).toEqual([
    0.065,
    "数码产品",
    15_522_500_000_000,
    915_000_000,
    0.057,
    // In Chinese, as the workbook says that it is.
    "2025年1—11月",
  ]);
});

test("The data date with which 0.1.0 inserted is kept, whatever is inserted or updated later.", async () => {
  await open(writtenAs("templates-en"));
  expect(excel.actions.settings()).toEqual({ asof: "2026-09-15" });
  for (const block of (await excel.blocks()).slice(0, 1))
    await excel.insert(block.insertion, over(block.id), "zh");
  expect(excel.actions.settings()).toEqual({ asof: "2026-09-15" });
});

describe("the user's table that 0.1.0 read", () => {
  const shown = async () => {
    const cells = (await excel.model()).sheets[0]?.cells ?? {};
    return ["K2", "K3", "K4", "K5", "K6", "K7", "K8"].map((cell) => cells[cell]?.value);
  };
  const answers = [
    15_000_000,
    0.074,
    0.25,
    "Own data: Sales",
    "Own data: Sales, “Annual report”, 31 January 2026, https://example.org/a",
    12_345,
    0.074,
  ];

  test("joins when the workbook is opened, and answers.", async () => {
    await open(writtenAs("own-data"));
    expect(await shown()).toEqual(answers);
    for (const name of ["Our sales", "我们的订单"]) expect(findIndicator(name)).toMatchObject({ ok: true });
  });

  test("is read again to the same record, but for the day of reading, and taken out.", async () => {
    await open(writtenAs("own-data"));
    const before = String(excel.settings.get("ECOM.own"));
    expect(await excel.actions.useTable("Sales")).toMatchObject({ ok: true });
    const days = /\d{4}-\d{2}-\d{2}/g;
    const body = (text: unknown) =>
      String(text)
        .replace(/^-?\d+/, "")
        .replaceAll(days, "day");
    expect(body(excel.settings.get("ECOM.own"))).toBe(body(before));
    await excel.host.idle();
    expect(await shown()).toEqual(answers);
    expect(await excel.actions.dropTable("Sales")).toMatchObject({ ok: true });
    await excel.host.idle();
    expect(await shown()).toEqual([
      ...Array.from({ length: 6 }, () => expect.stringMatching(/^#(N\/A|VALUE!)$/) as unknown),
      0.074,
    ]);
  });
});

test("The record of a user's table is none where a character of it was changed.", async () => {
  const saved = writtenAs("own-data");
  const settings = { ...saved.workbook.state.settings };
  settings["ECOM.own"] = (settings["ECOM.own"] ?? "").replace("12345", "12346");
  expect(settings["ECOM.own"]).not.toBe(saved.workbook.state.settings["ECOM.own"]);
  await excel.openAnother(() =>
    openSaved(saved.sets, { ...saved.workbook, state: { ...saved.workbook.state, settings } }),
  );
  expect(findIndicator("Our sales").ok).toBe(false);
});
