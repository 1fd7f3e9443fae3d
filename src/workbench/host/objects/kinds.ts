import type { CellRange } from "../../state";

/** An object of the workbook: its type, or what names it, and the handle that the type's members take. */
export interface Ref {
  readonly type: { readonly name: string };
  readonly self: unknown;
}

/** True for every object of the workbook. */
export function isRef(value: unknown): value is Ref {
  return typeof value === "object" && value !== null && "type" in value && "self" in value;
}

/**
 * Stands for an object type where others make its objects before its members can be known: a range leads to its sheet, a sheet to
 * its ranges. `types.ts` says which members each kind has.
 */
export class Kind<Self> {
  constructor(
    /** Class name in Excel's reference. */
    readonly name: string,
  ) {}

  /** The object with this handle. */
  of(self: Self): Ref {
    return { type: this, self };
  }

  /** The handle of an argument that must be an object of this kind; undefined for anything else. */
  handleOf(value: unknown): Self | undefined {
    return isRef(value) && value.type === this ? (value.self as Self) : undefined;
  }
}

/** Cells of one sheet. */
export const range = new Kind<CellRange>("Range");

/** Several ranges of one sheet. */
export const rangeAreas = new Kind<readonly CellRange[]>("RangeAreas");

/** A sheet; the handle is its id. */
export const worksheet = new Kind<string>("Worksheet");
