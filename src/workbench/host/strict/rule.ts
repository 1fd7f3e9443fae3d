import type { Model } from "../model";
import type { Ref } from "../objects/kinds";

/** One use of a member by the add-in. */
export interface Use {
  /** Class and member in Excel's reference, for example "Range.values". */
  member: string;
  /** "go" follows a property to an object. */
  how: "get" | "set" | "call" | "go";
  target: Ref;
  /** Arguments of a call; the value that is set, alone. */
  args: readonly unknown[];
}

/** What a rule sees beside the use. */
export interface Surroundings {
  model: Model;
  /** True while the add-in has an undo group open. */
  grouped: boolean;
  /** The data type behind a cell, if it holds one. */
  dataTypeAt(sheetId: string, row: number, column: number): unknown;
}

/** Something that real Excel does and the kinder workbench does not. */
export interface Rule {
  /** For people and addresses, for example "freeze-active-sheet". */
  name: string;
  /** Where Excel is documented or reported to do so; "believed" where nobody has shown it. */
  source: string;
  /** Class and member, or "Class.*". */
  members: readonly string[];
  /** Left out: every use but following a property. */
  uses?: readonly Use["how"][];
  /** Throws what Excel throws, or answers in the member's place; `carryOut` does what the workbench does, with other arguments if given. */
  play(use: Use, carryOut: (args?: readonly unknown[]) => unknown, around: Surroundings): unknown;
}
