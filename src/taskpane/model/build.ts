import { signatures, type Signature } from "../../functions/catalogue/signatures";
import { findCalls, replaceCall, type Call } from "../../functions/formula/calls";
import { isFunctionId } from "../../functions/formula/evaluate";
import { convert, english, withComma, type Separators } from "../../functions/formula/pieces";
import type { FunctionId } from "../../functions/implementations/all";
import type { Selected } from "../../workbook/api";

/** The cell whose formula is edited. */
interface ReadFrom {
  sheet: string;
  /** One cell, without the sheet's name. */
  address: string;
  /** Its formula in English form. */
  inCell: string;
  /** The same with changes to its other calls that are not written yet. */
  formula: string;
  /** The same as the cell would show it, if that differs. */
  local: string | undefined;
  /** The index of the edited call among our calls in it. */
  call: number;
}

/** What the formula builder edits: a new call, or one in a cell. */
export interface Build {
  id: FunctionId;
  /** The arguments as formula text in English form; left-out ones are empty, or missing at the end. */
  args: readonly string[];
  from: ReadFrom | undefined;
  /** Whether another function is being chosen for it. */
  choosing?: boolean;
}

/** The catalogue's entry of a function; throws for an unknown id, which no button has. */
export function specOf(id: FunctionId): Signature {
  const spec = signatures.find((signature) => signature.id === id);
  if (!spec) throw new Error(`no function ${id}`);
  return spec;
}

/** The cell whose formula gives the selected value: the selected one, or the one that spills into it. */
export function formulaCell(selected: Selected): Omit<ReadFrom, "call"> {
  const { sheet, address, formula, local, spill } = selected;
  if (spill) {
    const spillFormula = spill.formula;
    return { sheet, address: spill.address, inCell: spillFormula, formula: spillFormula, local: undefined };
  }
  return { sheet, address: address.split(":")[0] ?? address, inCell: formula, formula, local };
}

/**
 * Our calls in a formula, without unknown functions. In order, nested ones after the call that holds them; `formula`
 * is in English form. None for a text that is no formula.
 */
export function callsIn(formula: string): (Call & { id: FunctionId })[] {
  if (!formula.startsWith("=")) return [];
  return findCalls(formula).filter((call): call is Call & { id: FunctionId } => isFunctionId(call.id));
}

/** The name of a function with our prefix that does not exist; undefined without one. */
export const unknownIn = (formula: string): string | undefined =>
  formula.startsWith("=") ? findCalls(formula).find(({ id }) => !isFunctionId(id))?.id : undefined;

/** Reads a call of the selected cell for editing, by default the first; undefined without one. */
export function readBuild(selected: Selected, call = 0): Build | undefined {
  const cell = formulaCell(selected);
  return buildOf({ ...cell, call });
}

/** Reads a call of a cell for editing; undefined if it has no such call. */
export function buildOf(from: ReadFrom): Build | undefined {
  const call = callsIn(from.formula)[from.call];
  return call && { id: call.id, args: call.args.map((arg) => arg.text), from };
}

/** The formula to write, in English form. A call in the stored form (`_xldudf_`) gets its usual name. */
export function formulaOf({ id, args, from }: Build): string {
  const formula = from?.formula ?? `=ECOM.${id}()`;
  const call = callsIn(formula)[from?.call ?? 0];
  return call ? named(replaceCall(formula, call, args), call, id) : formula;
}

function named(formula: string, call: Call, id: FunctionId): string {
  const { start, open } = call;
  const same = call.id === id && !formula.startsWith("_", start);
  return same ? formula : `${formula.slice(0, start)}ECOM.${id}${formula.slice(open - 1)}`;
}

/** The builder's state after a change of the selected cell: its call, unless there are unwritten changes. */
export function followed(build: Build | undefined, selected: Selected): Build | undefined {
  const cell = formulaCell(selected);
  const from = build?.from;
  const same = from?.sheet === cell.sheet && from.address === cell.address;
  if (build && (same ? from.inCell === cell.inCell : isChanged(build))) return build;
  const read = (same ? readBuild(selected, from.call) : undefined) ?? readBuild(selected);
  // If the cell lost its formula, the call can be inserted again.
  return read ?? (build && same ? { ...build, from: undefined } : build);
}

/** Whether it has changes that reading another cell would lose. A new call counts once any argument is filled. */
export function isChanged(build: Build): boolean {
  const { args, from } = build;
  return from ? formulaOf(build) !== from.inCell : args.some((text) => text.trim() !== "");
}

/**
 * The separators that cells show, found by comparing with the English formula, else by the decimal separator. English
 * ones if nothing is selected.
 */
export function separatorsOf(selected: Selected | undefined): Separators {
  if (!selected) return english;
  const { formula, local, decimal } = selected;
  if (local !== undefined) {
    const shape = (text: string, form: Separators) =>
      findCalls(text, form)
        .map(({ args }) => args.length)
        .join();
    const [comma, point] = [withComma, { ...english, argument: ";" }];
    const forms = decimal === "." ? [point, english] : [comma, point, english];
    const separators = forms.find((form) => shape(local, form) === shape(formula, english));
    if (separators && shape(formula, english) !== "") return separators;
  }
  return decimal === "," ? withComma : english;
}

/** The formula for pasting into a cell: with the separators, and names of functions, that the cell shows. */
export function localFormula(build: Build, separators: Separators): string {
  if (separators === english) return formulaOf(build);
  // TRUE and FALSE have another name in each language; our functions accept 1 and 0 too.
  const args = build.args.map((text) =>
    /^\s*(true|false)\s*$/i.test(text) ? (/t/i.test(text) ? "1" : "0") : text,
  );
  const { from } = build;
  const call = from?.local === undefined ? undefined : findCalls(from.local, separators)[from.call];
  if (from?.local === undefined || !call) return convert(formulaOf({ ...build, args }), english, separators);
  const shown = args.map((text) => convert(text, english, separators));
  return named(replaceCall(from.local, call, shown, separators), call, build.id);
}
