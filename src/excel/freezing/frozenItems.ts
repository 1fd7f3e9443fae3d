import { around } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { Step } from "../session/batchObjects";
import { asText, fingerprint } from "../session/cellText";

/** A formula and the cells it fills, in both of its states. All grids have the shape of its area. */
export interface Item {
  /** Id of the sheet that it stands on. */
  sheet: string;
  area: Area;
  formula: string;
  /** Its values as `Range.values` takes them. */
  values: readonly (readonly unknown[])[];
  /** Their `valuesPrint`. */
  print: string;
  /** Number formats of the cells while the formula lives, and while it is frozen; null where Excel is to leave them. */
  live: readonly (readonly (string | null)[])[];
  frozen: readonly (readonly (string | null)[])[];
}

/**
 * A value as it must be sent so that Excel keeps it as it is: an error stays an error, and a text that text.
 *
 * @param type as `Range.valueTypes` says
 * @param text what the cell shows: of a card its values say #VALUE! only (Microsoft's reference, `EntityCellValue`)
 */
export function asValue(value: unknown, type: string, text = ""): unknown {
  if (type === "RichValue") return asText(text);
  if (typeof value !== "string" || type === "Error") return value;
  return value === "" ? "'" : asText(value);
}

/** Tells values apart, as Excel shows them after saving too: fifteen digits of numbers count. */
export function valuesPrint(values: readonly (readonly unknown[])[]): string {
  const text = (value: unknown) =>
    typeof value === "number" ? String(Number(value.toPrecision(15))) : JSON.stringify(value);
  return fingerprint(values.map((row) => row.map(text).join("\t")).join("\n"));
}

const isOne = ({ area }: Item): boolean => area[2] === 1 && area[3] === 1;

/**
 * Items that go in one write: single cells under each other, so that a whole column of a table is written at once and
 * Excel does not fill it by itself; what spills goes alone.
 */
function runs(items: readonly Item[]): Item[][] {
  const sorted = [...items].sort(
    (a, b) => a.sheet.localeCompare(b.sheet) || a.area[1] - b.area[1] || a.area[0] - b.area[0],
  );
  const found: Item[][] = [];
  for (const item of sorted) {
    const last = found.at(-1)?.at(-1);
    const follows =
      last?.sheet === item.sheet && last.area[1] === item.area[1] && last.area[0] + 1 === item.area[0];
    if (last && follows && isOne(last) && isOne(item) && (found.at(-1)?.length ?? 0) < mostRows)
      found.at(-1)?.push(item);
    else found.push([item]);
  }
  return found;
}

/** So that one write stays well below a megabyte. */
const mostRows = 200;

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

/** Values and formats in the place of formulas. */
export function freezeSteps(items: readonly Item[]): Step[] {
  return runs(items).flatMap((run) => {
    const format = run.some(({ live, frozen }) => JSON.stringify(live) !== JSON.stringify(frozen));
    const values = run.flatMap((item) => item.values);
    const formats = run.flatMap(({ frozen }) => frozen);
    // The values first: where the formula still lives after a failure, the formats are as they were.
    return [write(run, "values", values), ...(format ? [write(run, "numberFormat", formats)] : [])];
  });
}

const clearSpills = (items: readonly Item[]): Step[] =>
  items
    .filter((item) => !isOne(item))
    .map(({ sheet, area }): Step => ({
      part: "cells",
      what: "Range.clear contents",
      bytes: 400,
      run: ({ range }) => range(sheet, area).clear("Contents"),
    }));

/** Formulas in the place of values. What they spill into is emptied first, or there would be no room for it. */
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
  // After the formula: Excel may give a cell of format General the format of what its formula refers to.
  const formats = grouped.map((run) =>
    write(
      run,
      "numberFormat",
      run.flatMap(({ live }) => live),
    ),
  );
  return [...clear, ...enter, ...formats];
}

/** Thrown when all was tried: then it is put back. */
class Tried extends Error {
  override readonly name = "Tried";
}

/** Counts the tries: what Excel refused in one is asked again in the next. */
let tries = 0;

/**
 * Tries formulas one by one and ends in a failure, so that all is put back.
 *
 * @param refused gets those that Excel does not take
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
    // In a message of its own: then everything before it was answered.
    bytes: Number.MAX_SAFE_INTEGER,
    run() {
      throw new Tried("All was tried.");
    },
  };
  return [...clearSpills(items), ...items.flatMap(one), end];
}
