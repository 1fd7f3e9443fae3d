import { a1, cellStyles, isFormula, overlap, parseA1, plainText, points, readBack } from "../excel";
import type { CellStyle } from "../excel";
import type { Plan, StyledArea } from "../sheets/plan";
import type { Area } from "../workbook/a1";
import type { Difference } from "../workbook/selfTest";
import { agrees, expectedValue, isError } from "./answers";
import { compared, comparedLength, difference } from "./differences";
import type { Facet } from "./readFacets";

/** A plan and its place. */
export interface PlacedPlan {
  plan: Plan;
  /** Name of the sheet. */
  sheet: string;
  /** The plan's first cell. */
  at: readonly [row: number, column: number];
  /** Whether the sheet was made for it, so that sizes are exactly the plan's. */
  own: boolean;
}

/** The most cells whose format is read. */
const MOST_STYLES = 60;

const sheetOf = (workbook: Excel.Workbook, { sheet }: PlacedPlan): Excel.Worksheet =>
  workbook.worksheets.getItem(sheet);

/**
 * Cells, their values and formulas, and their number formats. Values are compared with what the plan's formulas
 * should answer.
 */
export function valuesFacet(placed: PlacedPlan): Facet {
  const { plan, at } = placed;
  return {
    what: "value",
    ask(workbook) {
      const range = sheetOf(workbook, placed).getRange(a1([0, 0, plan.rows, plan.columns], at));
      range.load("formulas,values,text");
      return () => compareValues(plan, at, range.formulas, range.values);
    },
  };
}

/** Compares cells with a plan: formulas as written, and their values with what they should answer. */
function compareValues(
  plan: Plan,
  at: PlacedPlan["at"],
  formulas: readonly unknown[][],
  values: readonly unknown[][],
): Difference[] {
  const valueOf = (reference: string): unknown => {
    const area = parseA1(reference)?.area;
    if (!area || area[2] * area[3] !== 1) return undefined;
    return values[area[0] - at[0]]?.[area[1] - at[1]] ?? undefined;
  };
  return plan.cells.flatMap(({ at: from, rows }) =>
    rows.flatMap((row, r) =>
      row.flatMap((cell, c): Difference[] => {
        if (cell === null) return [];
        const [line, column] = [from[0] + r, from[1] + c];
        const where = a1([line, column, 1, 1], at);
        const formula = plainText(formulas[line]?.[column]);
        const value = values[line]?.[column];
        const wrong = compared("formula", where, readBack(cell, at), formula);
        if (typeof cell === "string" || typeof cell === "number")
          return wrong.map((wrongCell) => ({ ...wrongCell, what: "value" }));
        if (wrong.length > 0) return wrong;
        if (!isFormula(cell)) return isError(value) ? [difference("value", where, "a value", value)] : [];
        const expected = expectedValue(cell.formula, valueOf);
        if (expected)
          return agrees(value, expected) ? [] : [difference("value", where, expected.value, value)];
        // A card reads as an error.
        return isError(value) && !/ECOM\.CARD/.test(cell.formula)
          ? [difference("value", where, "a value", value)]
          : [];
      }),
    ),
  );
}

/** Number formats. Cell by cell, in every area for which the plan has one. */
export function formatsFacet(placed: PlacedPlan): Facet {
  const { plan, at } = placed;
  return {
    what: "format",
    ask(workbook) {
      const range = sheetOf(workbook, placed).getRange(a1([0, 0, plan.rows, plan.columns], at));
      range.load("numberFormat");
      return () => {
        const wanted = new Map<string, readonly [Area, string]>();
        // Later formats override earlier ones.
        for (const { area, format } of plan.formats) {
          for (let r = 0; r < area[2]; r += 1) {
            for (let c = 0; c < area[3]; c += 1) {
              const cell: Area = [area[0] + r, area[1] + c, 1, 1];
              const expected = typeof format === "string" ? format : (format[r]?.[c] ?? "General");
              wanted.set(a1(cell, at), [cell, expected]);
            }
          }
        }
        return [...wanted].flatMap(([where, [cell, format]]) =>
          compared("format", where, format, range.numberFormat[cell[0]]?.[cell[1]]),
        );
      };
    },
  };
}

/** Fonts, fills and alignment, at the first cell of each styled area. Of at most `MOST_STYLES` areas. */
export function stylesFacet(placed: PlacedPlan): Facet {
  const { plan, at } = placed;
  return {
    what: "look",
    ask(workbook) {
      const sheet = sheetOf(workbook, placed);
      const corners = new Map(
        plan.styles.map(({ area: [row, column] }) => [`${row},${column}`, [row, column]]),
      );
      const questions = [...corners.values()].slice(0, MOST_STYLES).map(([row = 0, column = 0]) => {
        const cell: Area = [row, column, 1, 1];
        const { format } = sheet.getRange(a1(cell, at));
        format.load("horizontalAlignment,verticalAlignment,wrapText,indentLevel");
        format.font.load("bold,italic,size,color,underline");
        format.fill.load("color");
        return { cell, format };
      });
      return () =>
        questions.flatMap(({ cell, format }) =>
          compareStyle(a1(cell, at), styleAt(plan.styles, cell), format),
        );
    },
  };
}

/** The format of a cell: that of all areas that contain it, later ones over earlier ones. */
const styleAt = (styles: readonly StyledArea[], cell: Area): CellStyle =>
  Object.assign(
    {},
    ...styles.filter(({ area }) => overlap(area, cell)).map(({ style }) => cellStyles[style]),
  ) as CellStyle;

/** Compares a cell's format with a style; what the style leaves open is not compared. */
function compareStyle(where: string, style: CellStyle, format: Excel.RangeFormat): Difference[] {
  const { font, fill } = format;
  const differencesIn = (name: string, planned: unknown, found: unknown): Difference[] =>
    planned === undefined || planned === found
      ? []
      : [difference("look", where, `${name} ${String(planned)}`, `${name} ${String(found)}`)];
  const fixed = (colour: string | undefined) => (colour?.startsWith("#") ? colour : undefined);
  return [
    ...differencesIn("bold", style.bold, font.bold),
    ...differencesIn("italic", style.italic, font.italic),
    ...differencesIn("size", style.size, font.size),
    ...differencesIn("colour", fixed(style.color), font.color),
    ...differencesIn("underline", style.underline === undefined ? undefined : "Single", font.underline),
    ...differencesIn("aligned", style.horizontal, format.horizontalAlignment),
    ...differencesIn("wrapped", style.wrap, format.wrapText),
    ...differencesIn("indent", style.indent, format.indentLevel),
    // The colour behind a name depends on the workbook's theme.
    ...(style.fill === undefined || (fill.color !== "" && fill.color !== "#FFFFFF")
      ? []
      : [difference("look", where, "filled", "not filled")]),
  ];
}

/**
 * Widths of columns and heights of rows. In points. On the user's own sheet they may be more than planned, because a
 * block only widens there.
 */
export function sizesFacet(placed: PlacedPlan): Facet {
  const { plan, at, own } = placed;
  return {
    what: "width",
    ask(workbook) {
      const sheet = sheetOf(workbook, placed);
      const columns = plan.widths.flatMap((characters, column) => {
        if (characters === null) return [];
        const range = sheet.getRange(a1([0, column, 1, 1], at));
        range.format.load("columnWidth");
        return [{ where: columnOf(a1([0, column, 1, 1], at)), wanted: points(characters), range }];
      });
      const rows = plan.heights.map(({ row, height }) => {
        const range = sheet.getRange(a1([row, 0, 1, 1], at));
        range.format.load("rowHeight");
        return { where: `row ${at[0] + row + 1}`, wanted: height, range };
      });
      return () => [
        ...columns.flatMap(({ where, wanted, range }) =>
          comparedLength("width", where, wanted, range.format.columnWidth, { orMore: !own }),
        ),
        ...rows.flatMap(({ where, wanted, range }) =>
          comparedLength("height", where, wanted, range.format.rowHeight, { orMore: !own }),
        ),
      ];
    },
  };
}

const columnOf = (address: string): string => `column ${address.replace(/\d+$/, "")}`;

/** Merged cells in each row. Needs ExcelApi 1.13; cells merged in one column only are passed over. */
export function mergesFacet(placed: PlacedPlan): Facet {
  const { plan, at } = placed;
  return {
    what: "merge",
    ask(workbook) {
      const range = sheetOf(workbook, placed).getRange(a1([0, 0, plan.rows, plan.columns], at));
      const merged = range.getMergedAreasOrNullObject();
      merged.load("address");
      return () => {
        const addresses = new Set(
          merged.isNullObject
            ? []
            : merged.address.split(",").map((address) => address.slice(address.lastIndexOf("!") + 1).trim()),
        );
        return plan.merges.flatMap(([top, left, rows, columns]) =>
          columns === 1
            ? []
            : Array.from({ length: rows }, (_, row) => a1([top + row, left, 1, columns], at)).flatMap(
                (address) =>
                  addresses.has(address) ? [] : [difference("merge", address, "one cell", "not merged")],
              ),
        );
      };
    },
  };
}

/** Links on cells. A slash at the end makes no difference. */
export function linksFacet(placed: PlacedPlan): Facet {
  const { plan, at } = placed;
  return {
    what: "link",
    ask(workbook) {
      const sheet = sheetOf(workbook, placed);
      const questions = plan.links.map(({ at: [row, column], url }) => {
        const where = a1([row, column, 1, 1], at);
        const range = sheet.getRange(where);
        range.load("hyperlink");
        return { where, url, range };
      });
      return () =>
        questions.flatMap(({ where, url, range }) => {
          const { address = "" } = (range.hyperlink ?? {}) as Partial<Excel.RangeHyperlink>;
          // Some hosts add a slash after a bare host.
          return address.replace(/\/$/, "") === url.replace(/\/$/, "")
            ? []
            : [difference("link", where, url, address)];
        });
    },
  };
}
