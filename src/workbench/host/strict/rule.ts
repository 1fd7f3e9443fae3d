import type { Model } from "../model";
import type { Ref } from "../objects/kinds";

/** One use of a member by the add-in. */
export interface Use {
  /** Class and member in Excel's reference, such as "Range.values". */
  member: string;
  /** "go": a property that is an object. */
  how: "get" | "set" | "call" | "go";
  target: Ref;
  /** The arguments of a call, or the one value that is set. */
  args: readonly unknown[];
}

/** What else a rule can see. */
export interface Surroundings {
  model: Model;
  /** Whether the add-in has an undo group open. */
  grouped: boolean;
  /** The data type in a cell, if any. */
  dataTypeAt(sheetId: string, row: number, column: number): unknown;
}

/** A behaviour of real Excel that the workbench lacks by default. */
export interface Rule {
  /** Its name, also in addresses, such as "freeze-active-sheet". */
  name: string;
  /** Where this is documented or reported; "believed" if nowhere. */
  source: string;
  /** Class and member, or "Class.*". */
  members: readonly string[];
  /** Default: all but "go". */
  uses?: readonly Use["how"][];
  /**
   * Throws as Excel does, or answers for the member; `carryOut` runs the workbench's behaviour, with other arguments
   * if given.
   */
  play(use: Use, carryOut: (args?: readonly unknown[]) => unknown, around: Surroundings): unknown;
}
