import type { Language, Text2 } from "../dataset";
import type { Outcome, Problem, Progress } from "./api";

/**
 * What is frozen: formulas in the selected cells, on the active sheet, or in the whole workbook. "copy" freezes the
 * workbook too and says how to save the copy for others and get the formulas back: a file cannot be saved from here.
 */
export type FreezeScope = "selection" | "sheet" | "workbook" | "copy";

/** A place that an action left as it was, and why. */
export interface Left {
  sheet: string;
  /** "B2" or "B2:C9"; empty for a whole sheet. */
  address: string;
  why: Text2;
}

/** What is wrong. */
export type FindingKind =
  /** #NAME? although it calls our functions by their right names: Excel has not met the add-in yet. */
  | "name-error"
  /** It calls a function of ours that there is not. */
  | "no-function"
  /** The form in which Excel stores our functions stands in the formula itself. */
  | "stored-form"
  /** #BUSY! that stays. */
  | "busy"
  /** Frozen from other data than the add-in holds now. */
  | "old-frozen"
  /** Inserted from other data than the add-in holds now. */
  | "old-block"
  /** #N/A or #VALUE!, because of what it asks for. */
  | "no-answer"
  /** Pinned to a day (`asof`) on which nothing of it had been released, as the data know it now. */
  | "vintage-gone"
  /** The cells of something inserted were deleted; its record is left behind. */
  | "marker-gone"
  /** A table or chart of something inserted was deleted. */
  | "part-gone";

/** Something that the doctor found. */
export interface Finding {
  kind: FindingKind;
  sheet: string;
  /** "B2"; empty where it has no place any more. */
  address: string;
  /** One sentence or two: what it is, and what mending does, or what the user can do. */
  cause: Text2;
  /** Whether `mend` can do something about it. */
  mendable: boolean;
  /** The cell's formula as it stands there, for findings in cells. */
  formula?: string;
  /** The block's handle, for findings of blocks. */
  block?: string;
}

/** Freezing, thawing, and the doctor. */
export interface MendingActions {
  /**
   * Turns formulas of ours into their values and formats, all or nothing. The formulas are kept on their sheets, and
   * what they stood for is listed on a sheet "ECOM sources". Cells that still wait are the problem "not-ready";
   * protected sheets are left, and named in `left`. `done.block` thaws again by `remove`.
   */
  freeze(scope: FreezeScope, language: Language, progress?: Progress): Promise<Outcome>;
  /** Puts formulas back byte for byte. Cells that somebody changed since are left, and named in `left`. */
  thaw(scope: Exclude<FreezeScope, "copy">, progress?: Progress): Promise<Outcome>;
  /** Looks for what is wrong with formulas and blocks of ours; changes nothing. */
  doctor(): Promise<{ ok: true; findings: readonly Finding[] } | { ok: false; problem: Problem }>;
  /** Mends what can be mended of these. What could not is named in `left`. */
  mend(findings: readonly Finding[], language: Language, progress?: Progress): Promise<Outcome>;
}
