import type { Language } from "../../src/dataset";
import type { Snapshot, SnapshotCell, SnapshotSheet } from "../../src/workbench/host";
import type { Actions, FreezeScope } from "../../src/workbook/api";
import type { Finding } from "../../src/workbook/finding";
import type { Insertion, Place } from "../../src/workbook/insertion";
import type { Block, DoneAction, Outcome, Progress } from "../../src/workbook/outcome";
import type { Bench } from "../workbench/client";

/** What `workbookOf` needs of an open Excel. */
interface Opened extends Pick<Bench, "host"> {
  actions: Actions;
  edit(batch: (workbook: Excel.Workbook) => void): Promise<void>;
  model(): Promise<Snapshot>;
}

type Cells = Readonly<Record<string, SnapshotCell>>;
type Act = () => Promise<Outcome>;

/**
 * What tests do with a workbook, as people or through the add-in's actions, and what they see of it. Where no sheet is
 * named, "Sheet1" is meant. An act that meets a problem fails the test; `refuses` is for those that must.
 */
export interface Workbook {
  /** Changes a sheet as somebody would. */
  editSheet(name: string, change: (sheet: Excel.Worksheet) => unknown): Promise<void>;
  /** Enters a value or formula into a cell, or rows of them into a range, and waits for the answers of functions. */
  enter(address: string, content: unknown, sheet?: string): Promise<void>;
  select(address: string, sheet?: string): Promise<void>;

  sheetNames(): Promise<string[]>;
  tableNames(): Promise<string[]>;
  /** A sheet; there must be one. */
  sheet(name?: string): Promise<SnapshotSheet>;
  /** The cells of a sheet by address; none where there is no such sheet. */
  cells(name?: string): Promise<Cells>;
  cell(address: string, name?: string): Promise<SnapshotCell | undefined>;
  /** By address: the formula, or else the value, of each cell of a sheet. */
  contents(name?: string): Promise<Record<string, unknown>>;
  /** The address of a cell that shows a text; "": none does. */
  find(text: string, name?: string): Promise<string>;

  insert(insertion: Insertion, place: Place, language?: Language, how?: Progress): Promise<DoneAction>;
  remove(block: string, how?: Pick<Progress, "changes">): Promise<DoneAction>;
  freeze(scope?: FreezeScope, language?: Language): Promise<DoneAction>;
  /** Thaws, and waits for the answers of functions. */
  thaw(scope?: Exclude<FreezeScope, "copy">): Promise<DoneAction>;
  /** The blocks, as the pane lists them. */
  blocks(): Promise<readonly Block[]>;
  /** The block that the pane lists first; there must be one. */
  firstBlock(): Promise<Block>;
  /** What the doctor finds. */
  findings(): Promise<readonly Finding[]>;

  /** An act that must meet a problem, of this name or like this object, and leave the workbook as it was. */
  refuses(problem: string | object, act: Act): Promise<void>;
  /** What an act comes to if Excel fails at its action number k; 1 is the first. */
  failingAt(k: number, act: Act, code?: string): Promise<Outcome>;
}

/** What an act did; a problem fails the test. */
export function done(outcome: Outcome): DoneAction {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.done;
}

/** What an act met; "none" where it was done. */
export const problemOf = (outcome: Outcome): string => (outcome.ok ? "none" : outcome.problem.name);

/** What tests do with the workbook of an open Excel, and see of it. */
export function workbookOf(excel: Opened): Workbook {
  const { actions, edit, host, model } = excel;
  const editSheet: Workbook["editSheet"] = (name, change) =>
    edit(({ worksheets }) => void change(worksheets.getItem(name)));
  const cells = async (name = "Sheet1"): Promise<Cells> =>
    (await model()).sheets.find((sheet) => sheet.name === name)?.cells ?? {};
  async function blocks(): Promise<readonly Block[]> {
    const answer = await actions.blocks();
    if (!answer.ok) throw new Error(answer.problem.name);
    return answer.blocks;
  }
  return {
    editSheet,
    async enter(address, content, sheet = "Sheet1") {
      const rows = Array.isArray(content) ? (content as unknown[][]) : [[content]];
      await editSheet(sheet, (entered) => (entered.getRange(address).formulas = rows));
      await host.idle();
    },
    select: (address, sheet = "Sheet1") => editSheet(sheet, (shown) => shown.getRange(address).select()),

    sheetNames: async () => (await model()).sheets.map(({ name }) => name),
    tableNames: async () => (await model()).state.tables.map(({ name }) => name),
    async sheet(name = "Sheet1") {
      const sheet = (await model()).sheets.find((other) => other.name === name);
      if (!sheet) throw new Error(`no sheet ${name}`);
      return sheet;
    },
    cells,
    cell: async (address, name) => (await cells(name))[address],
    contents: async (name) =>
      Object.fromEntries(
        Object.entries(await cells(name)).map(([address, { value, formula }]) => [address, formula ?? value]),
      ),
    find: async (text, name) =>
      Object.entries(await cells(name)).find(([, { value }]) => value === text)?.[0] ?? "",

    insert: async (insertion, place, language = "en", how = {}) =>
      done(await actions.insert(insertion, place, language, how)),
    remove: async (block, how = {}) => done(await actions.remove(block, how)),
    freeze: async (scope = "workbook", language = "en") => done(await actions.freeze(scope, language)),
    async thaw(scope = "workbook") {
      const thawed = done(await actions.thaw(scope));
      await host.idle();
      return thawed;
    },
    blocks,
    async firstBlock() {
      const [block] = await blocks();
      if (!block) throw new Error("no block");
      return block;
    },
    async findings() {
      const answer = await actions.doctor();
      if (!answer.ok) throw new Error(answer.problem.name);
      return answer.findings;
    },

    async refuses(problem, act) {
      const before = await model();
      const outcome = await act();
      if (typeof problem === "string") expect(problemOf(outcome)).toBe(problem);
      else expect(outcome).toMatchObject({ ok: false, problem });
      expect(await model()).toEqual(before);
    },
    async failingAt(k, act, code = "RequestAborted") {
      host.faults.failAction(k, code);
      const outcome = await act();
      host.faults.clear();
      return outcome;
    },
  };
}

/** Somebody else's content on the first sheet: cells, looks, sizes, a table and a chart around B6. */
export function furnish(excel: Pick<Opened, "edit">): Promise<void> {
  return excel.edit((workbook) => {
    const sheet = workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:A3").values = [["Mine"], [1], [2]];
    sheet.getRange("M1:N3").values = [
      ["Year", "Sales"],
      ["a", 1],
      ["b", 2],
    ];
    sheet.getRange("A1").format.font.bold = true;
    sheet.getRange("B2:C4").format.fill.color = "#FFEECC";
    sheet.getRange("B7:C9").format.fill.color = "#EEFFCC";
    sheet.getRange("B8").numberFormat = [["0.00"]];
    sheet.getRange("C:C").format.columnWidth = 90;
    sheet.getRange("8:8").format.rowHeight = 31;
    sheet.tables.add("M1:N3", true).name = "Theirs";
    sheet.charts.add("ColumnClustered", sheet.getRange("M1:N3"), "Columns").name = "Theirs";
  });
}
