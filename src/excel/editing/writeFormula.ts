import { dataset } from "../../dataset";
import type { BuildingActions } from "../../workbook/api";
import type { Outcome } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";
import { parseA1 } from "../../workbook/a1";
import { can, isReadOnly, talk } from "../session/context";
import type { Context } from "../session/context";
import { afterwards, codeOf, failed, NotSaved, problemOf } from "../session/errors";
import { selection } from "../reading/selection";
import { dataDateKeys, remember, save, setDataDate, setting } from "../session/settings";
import { plainText } from "../session/cellText";

/** What the builder asks of the workbook, and the way back from what it wrote. */
export interface Building extends BuildingActions {
  /** Puts a cell back as it was; undefined for a handle that is not ours. */
  putBack(block: string): Promise<Outcome> | undefined;
}

/** One cell to write to, and what it must hold before. */
interface Writing {
  sheet: string;
  address: string;
  formula: string;
  expected: string;
  format?: string | undefined;
}

/** A cell as it was read. */
interface CellNow {
  formula: unknown;
  format: string;
}

/** Areas of more cells are read as far as they are used: whole columns have a million. */
const MOST_CELLS = 10_000;

/** The formula builder's part of the actions. */
export function building({ patience }: { readonly patience: number }): Building {
  const written = new Map<string, Writing>();

  async function write(job: Writing, back = false): Promise<Outcome> {
    if (isReadOnly()) return failed({ name: "read-only" });
    const putSettings = remember(dataDateKeys);
    let before: CellNow | undefined;
    try {
      const looked = await talk(patience, (context) => look(context, job));
      if ("name" in looked) return failed(looked);
      before = looked;
      // A function reads the data date while it answers: it must be there before the workbook's first formula.
      const dated = !back && job.expected === "" && setting("ECOM.asof") === undefined;
      if (dated) setDataDate(dataset.released);
      const free = back || before.format === "General";
      const format = free ? job.format : undefined;
      const now = await talk(patience, (context) => set(context, job, { formula: job.formula, format }));
      if (dated && !(await save(patience))) throw new NotSaved();
      const { sheet, address } = job;
      if (back) return { ok: true, done: { sheet, address, text: texts.back(sheet, address) } };
      const block = `formula ${written.size + 1}`;
      written.set(block, {
        ...job,
        formula: plainText(before.formula),
        expected: now,
        format: format === undefined ? undefined : before.format,
      });
      return { ok: true, done: { sheet, address, block, formula: now, text: texts.written(sheet, address) } };
    } catch (error) {
      putSettings();
      return failed(await takeBack(error, job, before));
    }
  }

  /** After a failure: looks what is there, and puts back what was begun. */
  async function takeBack(error: unknown, job: Writing, before: CellNow | undefined): Promise<Problem> {
    const problem = problemFrom(error, job, before !== undefined);
    if (!before) return problem;
    const begun = error instanceof NotSaved;
    return afterwards(error, problem, { sheet: job.sheet, begun }, () =>
      talk(patience, async (context) => {
        const range = rangeOf(context, job);
        range.load("formulas,numberFormat");
        await context.sync();
        const { formula, format } = before;
        if (first(range.formulas) === formula && first(range.numberFormat) === format) return;
        await set(context, job, { formula, format });
      }),
    );
  }

  return {
    writeFormula: (sheet, address, formula, expected, format) =>
      write({ sheet, address, formula, expected, format }),
    putBack(block) {
      const job = written.get(block);
      return job && write(job, true);
    },
    async readValues(sheet, references) {
      try {
        return { ok: true, values: await talk(patience, (context) => read(context, sheet, references)) };
      } catch (error) {
        return failed(problemFrom(error, { sheet, address: references.join(", ") }, false));
      }
    },
    selection: () => selection(patience),
  };
}

const texts = {
  written: (sheet: string, address: string) => ({
    en: `Written to ${address} on “${sheet}”.`,
    zh: `已写入“${sheet}”的${address}。`,
  }),
  back: (sheet: string, address: string) => ({
    en: `${address} on “${sheet}” is as it was.`,
    zh: `“${sheet}”的${address}已恢复原样。`,
  }),
};

const first = (values: unknown): unknown => (values as unknown[][])[0]?.[0];

const rangeOf = (context: Context, { sheet, address }: Pick<Writing, "sheet" | "address">): Excel.Range =>
  context.workbook.worksheets.getItem(sheet).getRange(address);

/** Reads the cell, and says what keeps us from writing to it. */
async function look(context: Context, job: Writing): Promise<CellNow | Problem> {
  const { sheet, address, expected } = job;
  const range = rangeOf(context, job);
  range.load("formulas,numberFormat,address");
  const locked = range.format.protection;
  locked.load("locked");
  const { protection } = range.worksheet;
  protection.load("protected");
  const parent = can("spills") ? range.getSpillParentOrNullObject() : undefined;
  parent?.load("address,formulas");
  await context.sync();
  if (protection.protected && locked.locked !== false) return { name: "sheet-protected", sheet };
  const inTheWay = (text: string): Problem => ({
    name: "filled-cells",
    sheet,
    address,
    count: 1,
    cells: [{ address, text }],
  });
  if (parent && !parent.isNullObject && parent.address !== range.address)
    return inTheWay(String(first(parent.formulas)));
  const formula = first(range.formulas);
  const text = plainText(formula);
  if (text !== expected)
    return expected === "" ? inTheWay(text) : { name: "cell-changed", sheet, address, text };
  // A protected sheet lets nobody change formats, even of cells that may be filled.
  return { formula, format: protection.protected ? "" : String(first(range.numberFormat)) };
}

/** Writes, and says how Excel keeps the formula. */
async function set(
  context: Context,
  job: Writing,
  { formula, format }: { formula: unknown; format: string | undefined },
): Promise<string> {
  const range = rangeOf(context, job);
  if (format !== undefined && format !== "") range.numberFormat = [[format]];
  range.formulas = [[formula]];
  range.load("formulas");
  await context.sync();
  return plainText(first(range.formulas));
}

async function read(context: Context, sheet: string, references: readonly string[]): Promise<unknown[]> {
  const asked = references.map((reference) => {
    const { sheet: named, area } = parseA1(reference) ?? {};
    const whole = rangeOf(context, {
      sheet: named ?? sheet,
      address: reference.slice(reference.lastIndexOf("!") + 1),
    });
    const range = area && area[2] * area[3] > MOST_CELLS ? whole.getUsedRangeOrNullObject(true) : whole;
    range.load("values,valueTypes,text");
    return range;
  });
  await context.sync();
  return asked.map((range) => {
    if (range.isNullObject) return null;
    const rows = range.values.map((row: unknown[], r) =>
      row.map((value, c) => {
        const type = String(range.valueTypes[r]?.[c]);
        if (type === "Empty") return null;
        if (type === "Error") return { type, basicValue: value };
        // Of a card only the text is known here.
        return type === "RichValue" ? (range.text[r]?.[c] ?? value) : value;
      }),
    );
    return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
  });
}

/** @param wrote whether the writing was tried: then it is the formula that Excel found wrong, else the address */
function problemFrom(
  error: unknown,
  { sheet, address }: Pick<Writing, "sheet" | "address">,
  wrote: boolean,
): Problem {
  const code = codeOf(error);
  if (code === "ItemNotFound") return { name: "sheet-gone", sheet };
  if (code === "InvalidArgument")
    return wrote ? { name: "bad-formula" } : { name: "bad-address", given: address };
  return problemOf(error, { sheet, newSheet: false });
}
