import type { Period } from "../../../src/dataset";
import type { Insertion, Place } from "../../../src/workbook/insertion";
import { done, openExcel, problemOf } from "../excel";
import type { OpenExcel } from "../excel";
import { tableOfTwo as table } from "../insertions";

const Q1 = "2025-Q1" as Period;
const summary: Insertion = { kind: "summary", template: "quarter", period: Q1, live: true };
const newSheet: Place = { kind: "new-sheet" };
const atB3: Place = { kind: "at", sheet: "Sheet1", address: "B3" };
const places: [string, Insertion, Place][] = [
  ["the summary on a new sheet", summary, newSheet],
  ["a table at a cell", table, atB3],
];

jest.setTimeout(60_000);

let excel: OpenExcel;
afterEach(() => excel.dispose());

describe("what stands in the way is named, and nothing is changed", () => {
  beforeEach(async () => {
    excel = await openExcel();
  });

  test("filled cells, with the next free place, where the same insertion then succeeds.", async () => {
    await excel.edit((workbook) => {
      const sheet = workbook.worksheets.getItem("Sheet1");
      sheet.getRange("C5").values = [["theirs"]];
      sheet.getRange("F20").values = [[7]];
    });
    const before = await excel.model();
    const refused = await excel.actions.insert(table, atB3, "en");
    expect(refused).toMatchObject({
      ok: false,
      problem: {
        name: "filled-cells",
        count: 1,
        cells: [{ address: "C5", text: "theirs" }],
        next: { sheet: "Sheet1", address: "B22" },
      },
    });
    expect(await excel.model()).toEqual(before);
    expect(
      problemOf(await excel.actions.insert(table, { kind: "at", sheet: "Sheet1", address: "B22" }, "en")),
    ).toBe("none");
  });

  test("an empty table and merged cells.", async () => {
    await excel.edit((workbook) => {
      const sheet = workbook.worksheets.getItem("Sheet1");
      sheet.getRange("B4:C4").merge(false);
    });
    const before = await excel.model();
    expect(problemOf(await excel.actions.insert(table, atB3, "en"))).toBe("filled-cells");
    expect(await excel.model()).toEqual(before);
  });

  test("a protected sheet.", async () => {
    await excel.edit((workbook) => workbook.worksheets.getItem("Sheet1").protection.protect());
    const before = await excel.model();
    expect(problemOf(await excel.actions.insert(table, atB3, "en"))).toBe("sheet-protected");
    expect(await excel.model()).toEqual(before);
    expect(problemOf(await excel.actions.insert(summary, newSheet, "en"))).toBe("none");
  });

  test("a protected structure: no new sheet, and none deleted; a place on a sheet remains.", async () => {
    const inserted = await excel.actions.insert(summary, newSheet, "en");
    const protect = (on: boolean) =>
      excel.edit(({ protection }) => (on ? protection.protect() : protection.unprotect()));
    await protect(true);
    const before = await excel.model();
    const other: Insertion = { ...summary, period: "2025" as Period };
    expect(problemOf(await excel.actions.insert(other, newSheet, "en"))).toBe("workbook-protected");
    expect(await excel.actions.preview(other, newSheet, "en")).toEqual({
      ok: false,
      problem: { name: "workbook-protected" },
    });
    const block = (inserted.ok && inserted.done.block) || "";
    expect(problemOf(await excel.actions.remove(block))).toBe("workbook-protected");
    expect(await excel.model()).toEqual(before);
    expect(problemOf(await excel.actions.insert(table, atB3, "en"))).toBe("none");
    await protect(false);
    expect(problemOf(await excel.actions.remove(block))).toBe("none");
  });

  test("a sheet and an address that are not there.", async () => {
    expect(
      problemOf(await excel.actions.insert(table, { kind: "at", sheet: "Gone", address: "A1" }, "en")),
    ).toBe("sheet-gone");
    expect(
      problemOf(await excel.actions.insert(table, { kind: "at", sheet: "Sheet1", address: "A1:B" }, "en")),
    ).toBe("bad-address");
    expect(problemOf(await excel.actions.insert(table, { kind: "block", block: "x|y" }, "en"))).toBe(
      "block-gone",
    );
  });

  test("the edge of the sheet.", async () => {
    for (const address of ["XFD1048576", "XFD1", "A1048576", "XFD20"]) {
      const edge: Place = { kind: "at", sheet: "Sheet1", address };
      const noRoom = { ok: false, problem: { name: "no-room", sheet: "Sheet1" } };
      expect(await excel.actions.insert(table, edge, "en")).toEqual(noRoom);
      expect(await excel.actions.preview(table, edge, "en")).toEqual(noRoom);
      await excel.edit(({ worksheets }) => worksheets.getItem("Sheet1").getRange(address).select());
      expect(await excel.actions.insert(table, { kind: "selection" }, "en")).toEqual(noRoom);
    }
  });

  test("the edge of the sheet, for a block that was moved there and would grow.", async () => {
    const one: Insertion = { ...table, indicators: ["DIGITAL_PRODUCTS"] };
    const { block = "" } = done(
      await excel.actions.insert(one, { kind: "at", sheet: "Sheet1", address: "B1048571" }, "en"),
    );
    const many: Insertion = {
      ...table,
      indicators: ["DIGITAL_PRODUCTS", "ONLINE_ENTERTAINMENT", "INSTORE_DINING", "ONLINE_RETAIL_TOTAL"],
    };
    const before = await excel.model();
    expect(await excel.actions.insert(many, { kind: "block", block }, "en")).toEqual({
      ok: false,
      problem: { name: "no-room", sheet: "Sheet1" },
    });
    expect(await excel.model()).toEqual(before);
  });

  describe("the next free place", () => {
    const next = async () => {
      const refused = await excel.actions.insert(table, atB3, "en");
      if (refused.ok || refused.problem.name !== "filled-cells") throw new Error("it was inserted");
      return refused.problem.next?.address;
    };
    const edit = (act: (sheet: Excel.Worksheet) => void) =>
      excel.edit(({ worksheets }) => {
        const sheet = worksheets.getItem("Sheet1");
        sheet.getRange("B3").values = [["theirs"]];
        act(sheet);
      });

    test("lies below a table of which only the headings are filled, and is free.", async () => {
      await edit((sheet) => {
        sheet.getRange("B3:C3").values = [["a", "b"]];
        sheet.tables.add("B3:C40", true);
      });
      expect(await next()).toBe("B42");
      done(await excel.actions.insert(table, { kind: "at", sheet: "Sheet1", address: "B42" }, "en"));
    });

    test("lies below merged cells, one under the other.", async () => {
      await edit((sheet) => {
        sheet.getRange("B11:E14").merge(false);
        sheet.getRange("C17:C18").merge(false);
      });
      const place = (await next()) ?? "";
      expect(place).toBe("B20");
      done(await excel.actions.insert(table, { kind: "at", sheet: "Sheet1", address: place }, "en"));
    });

    test("does not mind what stands beside it.", async () => {
      await edit((sheet) => {
        sheet.getRange("J1:K1").values = [["a", "b"]];
        sheet.tables.add("J1:K60", true);
        sheet.getRange("L10:M30").merge(false);
      });
      const place = (await next()) ?? "";
      done(await excel.actions.insert(table, { kind: "at", sheet: "Sheet1", address: place }, "en"));
    });

    test("is none where a table reaches to the last row.", async () => {
      await edit((sheet) => void sheet.tables.add("B3:C1048576", true));
      expect(await next()).toBeUndefined();
    });

    test("is the same in the preview, which does not ask for merged cells.", async () => {
      await edit((sheet) => void sheet.tables.add("B3:C40", true));
      const shown = await excel.actions.preview(table, atB3, "en");
      expect(shown).toMatchObject({ problem: { next: { address: "B42" } } });
    });
  });

  test("an address that is none is no edge.", async () => {
    const odd: Place = { kind: "at", sheet: "Sheet1", address: "XFE1" };
    expect(problemOf(await excel.actions.insert(table, odd, "en"))).toBe("bad-address");
  });

  test("a sheet that has the plan's name already gets a number, not an error.", async () => {
    await excel.edit((workbook) => {
      workbook.worksheets.add("at a glance 2025-q1");
    });
    const outcome = await excel.actions.insert(summary, newSheet, "en");
    expect(outcome.ok && outcome.done.sheet).toBe("At a glance 2025-Q1 (2)");
  });

  test("nothing chosen, and a period without figures.", async () => {
    expect(problemOf(await excel.actions.insert({ ...table, indicators: [] } as Insertion, atB3, "en"))).toBe(
      "nothing-asked",
    );
    expect(
      problemOf(await excel.actions.insert({ ...summary, period: "1999" as Period }, newSheet, "en")),
    ).toBe("no-figure");
  });

  test.each(places)("a cell that is being edited: %s", async (_what, insertion, place) => {
    const before = await excel.model();
    excel.host.faults.editing = true;
    expect(problemOf(await excel.actions.insert(insertion, place, "en"))).toBe("cell-edit");
    excel.host.faults.clear();
    expect(await excel.model()).toEqual(before);
  });

  test.each(places)("a workbook in which every write is refused: %s", async (_what, insertion, place) => {
    const before = await excel.model();
    excel.host.faults.readOnly = true;
    expect(["workbook-protected", "sheet-protected"]).toContain(
      problemOf(await excel.actions.insert(insertion, place, "en")),
    );
    excel.host.faults.clear();
    expect(await excel.model()).toEqual(before);
  });

  test.each(places)("a message that the host finds too large: %s", async (_what, insertion, place) => {
    const before = await excel.model();
    excel.host.faults.requestLimit = 6000;
    expect(problemOf(await excel.actions.insert(insertion, place, "en"))).toBe("too-large");
    excel.host.faults.clear();
    expect(await excel.model()).toEqual(before);
  });

  test.each(places)("a session that ended: %s", async (_what, insertion, place) => {
    const before = await excel.model();
    excel.host.faults.envelopeError = 5012;
    expect(problemOf(await excel.actions.insert(insertion, place, "en"))).toBe("host-lost");
    excel.host.faults.clear();
    expect(await excel.model()).toEqual(before);
  });

  test("settings that the host would not keep: the insertion is taken back.", async () => {
    for (const [, insertion, place] of places) {
      const before = await excel.model();
      excel.savesSettings = false;
      expect(problemOf(await excel.actions.insert(insertion, place, "en"))).toBe("setting-not-saved");
      expect(await excel.model()).toEqual(before);
      expect([...excel.settings]).toEqual([]);
    }
  });

  test("an insertion that is cancelled before it writes.", async () => {
    const before = await excel.model();
    const controller = new AbortController();
    controller.abort();
    const outcome = await excel.actions.insert(summary, newSheet, "en", { signal: controller.signal });
    expect(problemOf(outcome)).toBe("cancelled");
    expect(await excel.model()).toEqual(before);
  });

  test("progress is told from nothing to all.", async () => {
    const parts: number[] = [];
    await excel.actions.insert(summary, newSheet, "en", { onProgress: (part) => parts.push(part) });
    expect(parts[0]).toBe(0);
    expect(parts.at(-1)).toBe(1);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
  });
});

test("A workbook that was opened for reading is not asked at all.", async () => {
  excel = await openExcel(undefined, "readOnly");
  excel.messages();
  expect(problemOf(await excel.actions.insert(summary, newSheet, "en"))).toBe("read-only");
  expect(excel.messages()).toEqual([]);
});

describe.each(["1.4", "1.6", "1.8", "1.11"])("an Excel with ExcelApi %s", (version) => {
  beforeEach(async () => {
    excel = await openExcel({ ExcelApi: version });
  });

  test("gets the summary, without what it does not know, and nothing left after a failure.", async () => {
    const before = await excel.model();
    excel.host.faults.failAction(400, "RequestAborted");
    expect(problemOf(await excel.actions.insert(summary, newSheet, "en"))).toBe("busy");
    expect(await excel.model()).toEqual(before);
    expect(problemOf(await excel.actions.insert(summary, newSheet, "en"))).toBe("none");
    expect((await excel.model()).state.charts).toHaveLength(3);
  });

  test("says of a protected structure what it is.", async () => {
    await excel.edit(({ protection }) => protection.protect());
    const before = await excel.model();
    expect(problemOf(await excel.actions.insert(summary, newSheet, "en"))).toBe("workbook-protected");
    expect(await excel.model()).toEqual(before);
  });

  test("finds its block again, updates and removes it.", async () => {
    const before = await excel.model();
    const outcome = await excel.actions.insert(summary, newSheet, "en");
    const again = await excel.actions.insert(summary, newSheet, "zh");
    expect(again.ok && again.done.text.en).toContain("Updated");
    expect(problemOf(await excel.actions.remove((outcome.ok && outcome.done.block) || ""))).toBe("none");
    expect(await excel.model()).toEqual(before);
  });
});
