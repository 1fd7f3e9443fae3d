import type { CellRange } from "../../state";

/** An object of the workbook: its type (or kind), and the handle that the type's members take. */
export interface Ref {
  readonly type: { readonly name: string };
  readonly self: unknown;
}

/** True for every object of the workbook. */
export function isRef(value: unknown): value is Ref {
  return typeof value === "object" && value !== null && "type" in value && "self" in value;
}

/**
 * Represents an object type where its members cannot be known yet, because types refer to each other: a range to its
 * sheet, a sheet to its ranges. `types.ts` maps each kind to its members.
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

  /** The handle of an object of this kind; undefined for anything else. */
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
