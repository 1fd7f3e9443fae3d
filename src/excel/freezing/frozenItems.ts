import { around } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { Step } from "../session/batchObjects";
import { asText, fingerprint } from "../session/cellText";
import { stepsOn } from "../session/stepsOn";

/**
 * A formula with the cells that it fills, as a formula and as values. All grids have the shape of its area.
 */
export interface Item {
  /** The id of its sheet. */
  sheet: string;
  area: Area;
  formula: string;
  /** Its values as `Range.values` takes them. */
  values: readonly (readonly unknown[])[];
  /** Their `valuesPrint`. */
  print: string;
  /**
   * Number formats of the cells with the formula, and with the values; null where Excel leaves them as they are.
   */
  live: readonly (readonly (string | null)[])[];
  frozen: readonly (readonly (string | null)[])[];
}

/**
 * A value in the form in which Excel keeps it unchanged: an error stays an error, and a text stays that text.
 *
 * @param type as `Range.valueTypes` says
 * @param text what the cell shows: of a card its values say #VALUE! only (Microsoft's reference, `EntityCellValue`)
 */
export function asValue(value: unknown, type: string, text = ""): unknown {
  if (type === "RichValue") return asText(text);
  if (typeof value !== "string" || type === "Error") return value;
  return value === "" ? "'" : asText(value);
}

/** A fingerprint of values. Numbers count with fifteen digits, as Excel saves them. */
export function valuesPrint(values: readonly (readonly unknown[])[]): string {
  const text = (value: unknown) =>
    typeof value === "number" ? String(Number(value.toPrecision(15))) : JSON.stringify(value);
  return fingerprint(values.map((row) => row.map(text).join("\t")).join("\n"));
}

const isOne = ({ area }: Item): boolean => area[2] === 1 && area[3] === 1;

/**
 * Groups items that are written together: single cells below each other, because Excel fills the rest of a table's
 * column by itself when only one cell of it is written. A formula that spills is written alone.
 */
function runs(items: readonly Item[]): Item[][] {
  const sorted = [...items].sort(
    (a, b) => a.sheet.localeCompare(b.sheet) || a.area[1] - b.area[1] || a.area[0] - b.area[0],
  );
  const groups: Item[][] = [];
  for (const item of sorted) {
    const last = groups.at(-1)?.at(-1);
    const follows =
      last?.sheet === item.sheet && last.area[1] === item.area[1] && last.area[0] + 1 === item.area[0];
    if (last && follows && isOne(last) && isOne(item) && (groups.at(-1)?.length ?? 0) < mostRows)
      groups.at(-1)?.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** Keeps one write well below a megabyte. */
const mostRows = 200;

/** The step that writes one grid of neighbouring items. */
function write(
  run: readonly Item[],
  what: "values" | "formulas" | "numberFormat",
  grid: readonly (readonly unknown[])[],
): Step {
  const area = around(run.map((item) => item.area));
  return {
    part: what === "numberFormat" ? "number formats" : "cells",
    what: `Range.${what}`,
    bytes: 400 + JSON.stringify(grid).length * 2,
    run: ({ range }) => {
      range(run[0]?.sheet ?? "", area)[what] = grid as string[][];
    },
  };
}

/**
 * The steps that replace formulas by values and formats. Neighbouring items are written together. Number formats are
 * set only where freezing changes them.
 */
export function freezeSteps(items: readonly Item[]): Step[] {
  return runs(items).flatMap((run) => {
    const format = run.some(({ live, frozen }) => JSON.stringify(live) !== JSON.stringify(frozen));
    const values = run.flatMap((item) => item.values);
    const formats = run.flatMap(({ frozen }) => frozen);
    // The values first: if that fails, the formula is still there, and so are its formats.
    return [write(run, "values", values), ...(format ? [write(run, "numberFormat", formats)] : [])];
  });
}

const clearSpills = (items: readonly Item[]): Step[] =>
  items
    .filter((item) => !isOne(item))
    .flatMap(({ sheet, area }) => {
      const add = stepsOn(sheet);
      add("cells", "Range.clear contents", ({ range }) => range(area).clear("Contents"));
      return add.steps;
    });

/** The steps that replace values by formulas. Spilled cells are cleared first, or they block the spill. */
export function thawSteps(items: readonly Item[]): Step[] {
  const clear = clearSpills(items);
  const grouped = runs(items);
  const enter = grouped.map((run) =>
    write(
      run.map((item) => ({ ...item, area: [item.area[0], item.area[1], 1, 1] })),
      "formulas",
      run.map(({ formula }) => [formula]),
    ),
  );
  // After the formula, because Excel may give a cell in General the format of the cells to which it refers.
  const formats = grouped.map((run) =>
    write(
      run,
      "numberFormat",
      run.flatMap(({ live }) => live),
    ),
  );
  return [...clear, ...enter, ...formats];
}

/** Thrown after the last try, so that everything is put back. */
class AllTried extends Error {
  override readonly name = "AllTried";
}

/** Numbers the tries, so that a step that was refused in one is not left out of the next. */
let tries = 0;

/**
 * Tries formulas one by one, then fails on purpose, so that everything is put back.
 *
 * @param refused gets the formulas that Excel does not accept
 */
export function trySteps(items: readonly Item[], refused: (item: Item) => void): Step[] {
  tries += 1;
  const one = (item: Item): Step[] => {
    const area: Area = [item.area[0], item.area[1], 1, 1];
    return [
      {
        part: "cells",
        what: `Range.formulas, try ${tries}: ${item.sheet} ${area.join()}`,
        bytes: 400 + item.formula.length * 2,
        run: ({ range }) => (range(item.sheet, area).formulas = [[item.formula]]),
        otherwise: [{ part: "view", what: "note", bytes: 0, harmless: true, run: () => refused(item) }],
      },
    ];
  };
  const end: Step = {
    part: "cells",
    what: "end of the try",
    // In a message of its own, so that everything before it has been answered.
    bytes: Number.MAX_SAFE_INTEGER,
    run() {
      throw new AllTried("All was tried.");
    },
  };
  return [...clearSpills(items), ...items.flatMap(one), end];
}
